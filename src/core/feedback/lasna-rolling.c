/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pooling neighbouring periods.
 */
#include "config.h"

#include "lasna-rolling.h"

#include <glib/gi18n-lib.h>

/**
 * lasna_rolling_get_window:
 *
 * Returns: how many periods people usually look at together: 30 days, 4 weeks, 3 months, a year, 3
 *   years
 */
guint
lasna_rolling_get_window (LasnaPeriod period)
{
  static const guint windows[LASNA_N_PERIODS] = { 30, 4, 3, 4, 3 };

  return windows[period];
}

/**
 * lasna_rolling_new:
 * @window: how many periods belong together, over 0
 *
 * Returns: (transfer full) (array): for each point of @series the measure of all answers in the
 *   window that ends with it. The first windows are not complete; hide them or draw them hollow.
 */
LasnaRollingPoint *
lasna_rolling_new (const LasnaSeries *series, LasnaMeasureKind kind, guint window)
{
  LasnaRollingPoint *points = g_new0 (LasnaRollingPoint, MAX (series->n, 1));

  g_return_val_if_fail (window > 0, points);
  for (guint i = 0; i < series->n; i++)
    {
      LasnaTotals totals = { 0 };

      for (guint j = i + 1 > window ? i + 1 - window : 0; j <= i; j++)
        lasna_totals_merge (&totals, &series->points[j].totals);
      points[i].result = lasna_totals_get_measure (&totals, kind);
      points[i].is_complete = i + 1 >= window;
    }
  return points;
}

/**
 * lasna_rolling_dup_definition:
 *
 * Returns: (transfer full): the sentence that is shown with a rolling metric
 */
char *
lasna_rolling_dup_definition (LasnaPeriod period, guint window, LasnaLanguage language)
{
  switch (period)
    {
    case LASNA_PERIOD_DAY:
      return g_strdup_printf (
          lasna_words_plural (language,
                              "Counted from all answers of the last %u day together.",
                              "Counted from all answers of the last %u days together.",
                              window),
          window);
    case LASNA_PERIOD_WEEK:
      return g_strdup_printf (
          lasna_words_plural (language,
                              "Counted from all answers of the last %u week together.",
                              "Counted from all answers of the last %u weeks together.",
                              window),
          window);
    case LASNA_PERIOD_MONTH:
      return g_strdup_printf (
          lasna_words_plural (language,
                              "Counted from all answers of the last %u month together.",
                              "Counted from all answers of the last %u months together.",
                              window),
          window);
    case LASNA_PERIOD_QUARTER:
      return g_strdup_printf (
          lasna_words_plural (language,
                              "Counted from all answers of the last %u quarter together.",
                              "Counted from all answers of the last %u quarters together.",
                              window),
          window);
    case LASNA_PERIOD_YEAR:
    default:
      return g_strdup_printf (
          lasna_words_plural (language,
                              "Counted from all answers of the last %u year together.",
                              "Counted from all answers of the last %u years together.",
                              window),
          window);
    }
}
