/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart in its frame: the picture, what is pointed at in words, and three buttons.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-chart-data.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHART_VIEW (lasna_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (LasnaChartView, lasna_chart_view, LASNA, CHART_VIEW, GtkWidget)

GtkWidget *lasna_chart_view_new (LasnaChartKind kind, LasnaTypesetter *typesetter);
gboolean lasna_chart_view_has_data (LasnaChartView *self);
void lasna_chart_view_set_data (LasnaChartView *self, LasnaChartData *data);
void lasna_chart_view_add_control (LasnaChartView *self, const char *label, GtkWidget *control);
GtkWidget *lasna_chart_view_get_picture (LasnaChartView *self);

G_END_DECLS
