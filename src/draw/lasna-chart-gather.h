/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the charts show, taken from a workbook and the voices in view.
 */
#pragma once

#include "lasna-chart-data.h"
#include "lasna-measures.h"
#include "lasna-selection.h"
#include "lasna-waits.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct
{
  LasnaWorkbook *workbook;
  LasnaRecord *journey;            /* (nullable) whose stages are shown */
  const LasnaSelection *selection; /* (nullable) the voices; NULL where they are not read yet */
  const LasnaFilter *filter;       /* (nullable) what chose them */
  const GArray *waits;             /* (nullable) LasnaWait: how long voices waited for an answer */
  LasnaMeasureKind measure;        /* of the trend; LASNA_N_MEASURES for the most answered */
  LasnaLanguage language;
  gboolean names; /* whether people of the workbook are named */
  gboolean few;   /* whether single entries are shown where there are few */
} LasnaChartQuery;

LasnaChartData *lasna_chart_gather (const LasnaChartQuery *query,
                                    LasnaChartKind kind) G_GNUC_WARN_UNUSED_RESULT;
guint32 lasna_chart_get_own_dimensions (LasnaChartKind kind);

G_END_DECLS
