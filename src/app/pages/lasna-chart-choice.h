/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is chosen in a chart becomes conditions of the filter.
 */
#pragma once

#include "lasna-chart-data.h"
#include "lasna-filter.h"

G_BEGIN_DECLS

void lasna_chart_choice_toggle (LasnaFilter *filter, const char *where);
void lasna_chart_choice_span (LasnaFilter *filter, guint32 own, char *const *wheres);
void lasna_chart_choice_narrow (LasnaFilter *filter, const char *where);

G_END_DECLS
