/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Task and feeling on one scale.
 */
#include "config.h"

#include "lasna-two-parts.h"

#include "lasna-index.h"
#include "lasna-interval.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static LasnaPart
part_of (const LasnaSums *sums, double minimum, double maximum, double (*convert) (double))
{
  double mean = lasna_sums_get_mean (sums);
  LasnaPart part = { .n = sums->n, .value = convert (mean) };
  double low;
  double high;

  lasna_interval_mean (sums->n, mean, lasna_sums_get_deviation (sums), &low, &high);
  part.low = isnan (low) ? NAN : convert (MAX (low, minimum));
  part.high = isnan (high) ? NAN : convert (MIN (high, maximum));
  return part;
}

/**
 * lasna_two_parts_of:
 * @settings: the weights, and whether the index is wanted
 *
 * Returns: both parts; the index only where there are both
 */
LasnaTwoParts
lasna_two_parts_of (const LasnaTotals *totals, LasnaSettings *settings)
{
  LasnaTwoParts parts;
  LasnaSums tasks = { .n = 0 };

  for (guint step = 0; step < G_N_ELEMENTS (totals->tasks); step++)
    {
      tasks.n += totals->tasks[step];
      tasks.sum += (double) step * totals->tasks[step];
      tasks.squares += (double) step * step * totals->tasks[step];
    }
  parts.task = part_of (&tasks, 0, 3, lasna_index_task);
  parts.feeling = part_of (&totals->feelings, -1, 1, lasna_index_feeling);
  parts.index = lasna_settings_get_index (settings, parts.task.value, parts.feeling.value);
  return parts;
}

/**
 * lasna_two_parts_get_task_definition:
 *
 * Returns: (transfer none): the untranslated sentence that is shown with the task
 */
const char *
lasna_two_parts_get_task_definition (void)
{
  return N_ (
      "How far the matter was settled: mean of the answers 0 (not at all) to 3 (completely), "
      "shown on 0 to 100. Margin of error: 95 %, Student's t.");
}

/**
 * lasna_two_parts_get_feeling_definition:
 *
 * Returns: (transfer none): the untranslated sentence that is shown with the feeling
 */
const char *
lasna_two_parts_get_feeling_definition (void)
{
  return N_ (
      "The emotional climate shown on 0 to 100; 50 is neither good nor bad. Margin of error: 95 "
      "%, Student's t.");
}

/**
 * lasna_two_parts_dup_index_definition:
 *
 * Returns: (transfer full): the sentence that is shown with the index: it is a saying, not a law
 */
char *
lasna_two_parts_dup_index_definition (LasnaSettings *settings, LasnaLanguage language)
{
  LasnaRecord *record = LASNA_RECORD (settings);

  return g_strdup_printf (
      /* Translators: %1$d and %2$d are weights such as 20 and 80. */
      lasna_words (
          language,
          N_ ("It is said that customers decide %1$d per cent by the matter and %2$d per cent by "
              "the feeling; this figure weighs both so.")),
      (int) lasna_record_get_integer (record, "weight-task"),
      (int) lasna_record_get_integer (record, "weight-feeling"));
}
