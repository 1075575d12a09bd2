/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts voices into the items of a chart, by one of their dimensions.
 */
#pragma once

#include "lasna-chart-gather.h"
#include "lasna-totals.h"

G_BEGIN_DECLS

/* The slot of a code that stands in no item. */
#define LASNA_CHART_NOWHERE G_MAXUINT16

void lasna_chart_tally (const LasnaSelection *selection,
                        LasnaDimension dimension,
                        guint32 own,
                        LasnaTotalsParts parts,
                        const guint16 *slots,
                        GPtrArray *items);

void lasna_chart_gather_scores (const LasnaChartQuery *query, LasnaChartData *data);
void lasna_chart_gather_trend (const LasnaChartQuery *query, LasnaChartData *data);
void lasna_chart_gather_drivers (const LasnaChartQuery *query, LasnaChartData *data);

G_END_DECLS
