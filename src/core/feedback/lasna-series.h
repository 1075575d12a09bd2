/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What voices add up to day by day, week by week or month by month. Periods without voices are in
 * it, so that a line over them shows the silence too.
 */
#pragma once

#include "lasna-selection.h"
#include "lasna-totals.h"

G_BEGIN_DECLS

typedef enum
{
  LASNA_PERIOD_DAY,
  LASNA_PERIOD_WEEK, /* from Monday to Sunday */
  LASNA_PERIOD_MONTH,
  LASNA_PERIOD_QUARTER,
  LASNA_PERIOD_YEAR,
} LasnaPeriod;

#define LASNA_N_PERIODS 5

/* One period with the totals of its voices. */
typedef struct
{
  gint32 first; /* its first and last day, Julian */
  gint32 last;
  LasnaTotals totals;
} LasnaSeriesPoint;

typedef struct
{
  LasnaPeriod period;
  guint n;
  LasnaSeriesPoint *points; /* from the first voice to the last, without holes */
} LasnaSeries;

LasnaSeries *lasna_series_new (const LasnaSelection *selection,
                               LasnaPeriod period,
                               LasnaDimension but) G_GNUC_WARN_UNUSED_RESULT;
void lasna_series_free (LasnaSeries *self);
LasnaMeasureResult
lasna_series_get_measure (const LasnaSeries *self, guint i, LasnaMeasureKind kind);

LasnaPeriod lasna_period_suggest (const LasnaSelection *selection, LasnaDimension but);
gboolean lasna_period_from_code (const char *code, LasnaPeriod *period);
const char *lasna_period_to_code (LasnaPeriod period);
char *lasna_period_dup_name (LasnaPeriod period,
                             gint32 day,
                             LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaSeries, lasna_series_free)

G_END_DECLS
