/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts voices into the items of a chart, by one of their dimensions.
 */
#pragma once

#include "lasna-chart-gather.h"

G_BEGIN_DECLS

/* The slot of a code that stands in no item. */
#define LASNA_CHART_NOWHERE G_MAXUINT16

gboolean lasna_chart_has_row (const LasnaSelection *selection, guint row, guint32 own);
guint *lasna_chart_count_codes (const LasnaSelection *selection,
                                LasnaDimension dimension,
                                guint32 own) G_GNUC_WARN_UNUSED_RESULT;
void lasna_chart_tally (const LasnaSelection *selection,
                        LasnaDimension dimension,
                        guint32 own,
                        const guint16 *slots,
                        GPtrArray *items);

void lasna_chart_gather_scores (const LasnaChartQuery *query, guint32 own, LasnaChartData *data);
void lasna_chart_gather_trend (const LasnaChartQuery *query, guint32 own, LasnaChartData *data);
void lasna_chart_gather_drivers (const LasnaChartQuery *query, guint32 own, LasnaChartData *data);

G_END_DECLS
