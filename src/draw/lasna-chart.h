/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts: a question, one line that answers it, the picture, n and definition; the same as a table.
 */
#pragma once

#include "lasna-chart-data.h"
#include "lasna-layout.h"

G_BEGIN_DECLS

const char *lasna_chart_get_number (LasnaChartKind kind);
const char *lasna_chart_get_name (LasnaChartKind kind);
gboolean lasna_chart_find (const char *id, LasnaChartKind *kind);
const char *lasna_chart_get_title (LasnaChartKind kind, LasnaLanguage language);
char *lasna_chart_dup_answer (const LasnaChartData *data) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_chart_dup_n (const LasnaChartData *data) G_GNUC_WARN_UNUSED_RESULT;
LasnaLayout *lasna_chart_layout_new (const LasnaChartData *data,
                                     LasnaTypesetter *typesetter,
                                     double width,
                                     double height) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lasna_chart_dup_table (const LasnaChartData *data) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_chart_dup_csv (const LasnaChartData *data) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_chart_export (const LasnaChartData *data, const char *path, GError **error);

G_END_DECLS
