/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The touchpoints of each stage on the summary: as many as fit, the rest as a number.
 */
#pragma once

#include "lasna-summary-private.h"

G_BEGIN_DECLS

void lasna_summary_touchpoints_add (Page *page, double y, double height);

G_END_DECLS
