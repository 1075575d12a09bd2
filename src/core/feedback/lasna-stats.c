/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathering every figure of the voices in view.
 */
#include "config.h"

#include "lasna-stats.h"

#include "lasna-bins.h"
#include "lasna-error.h"

#include <glib/gi18n-lib.h>

/**
 * lasna_stats_sum:
 *
 * Returns: the totals of the voices in view
 */
LasnaTotals
lasna_stats_sum (const LasnaSelection *selection)
{
  LasnaTotals totals = { 0 };
  guint n;
  g_autofree LasnaTotals *bins =
      lasna_bins_new (selection, LASNA_DIMENSION_TASK, 0, LASNA_TOTALS_ALL, &n);

  for (guint raw = 0; raw < n; raw++)
    lasna_totals_merge (&totals, &bins[raw]);
  return totals;
}

static void
clear_wave (gpointer data)
{
  g_free (((LasnaStatsWave *) data)->name);
}

static gint64
get_count (LasnaRecord *batch, const char *property)
{
  return lasna_record_is_set (batch, property) ? lasna_record_get_integer (batch, property) : -1;
}

/* Imports that count and of which somebody said how many were asked. */
static void
read_waves (LasnaStats *self, LasnaWorkbook *workbook)
{
  GListModel *batches = lasna_workbook_get_records (workbook, "batch");

  self->waves = g_array_new (FALSE, TRUE, sizeof (LasnaStatsWave));
  g_array_set_clear_func (self->waves, clear_wave);
  for (guint i = 0; i < g_list_model_get_n_items (batches); i++)
    {
      g_autoptr (LasnaRecord) batch = g_list_model_get_item (batches, i);
      LasnaStatsWave wave = { .batch = lasna_record_get_id (batch) };

      if (!lasna_record_is_set (batch, "asked") || lasna_record_get_flag (batch, "undone") ||
          g_strcmp0 (lasna_record_get_text (batch, "state"), "batch.complete") != 0)
        continue;
      wave.name = g_strdup (lasna_record_get_text (batch, "name"));
      wave.wave = (LasnaWave){ .sent = get_count (batch, "asked"),
                               .undeliverable = get_count (batch, "undelivered"),
                               .ineligible = get_count (batch, "not-meant"),
                               .started = get_count (batch, "began"),
                               .completed = get_count (batch, "voices") };
      wave.rate = lasna_response_rate_of (&wave.wave);
      g_array_append_val (self->waves, wave);
    }
}

/**
 * lasna_stats_new:
 * @selection: (transfer full): the voices in view
 *
 * Returns: (transfer full): their figures. Response rates are those of whole imports, whatever is
 *   in view: who did not answer is in no segment.
 */
LasnaStats *
lasna_stats_new (LasnaWorkbook *workbook, LasnaSelection *selection, LasnaLanguage language)
{
  LasnaStats *self = g_new0 (LasnaStats, 1);

  self->language = language;
  self->settings = g_object_ref (lasna_workbook_get_settings (workbook));
  self->selection = selection;
  self->totals = lasna_stats_sum (selection);
  self->parts = lasna_two_parts_of (&self->totals, self->settings);
  self->questions = lasna_question_figures_new (selection);
  self->drivers = lasna_drivers_new_any (selection, language);
  read_waves (self, workbook);
  return self;
}

void
lasna_stats_free (LasnaStats *self)
{
  g_object_unref (self->settings);
  lasna_selection_free (self->selection);
  g_free (self->questions);
  lasna_drivers_free (self->drivers);
  g_array_unref (self->waves);
  g_clear_pointer (&self->series, lasna_series_free);
  g_clear_pointer (&self->groups, lasna_groups_free);
  g_free (self->first_name);
  g_free (self->second_name);
  g_free (self);
}

/**
 * lasna_stats_cut:
 *
 * Adds the measures period by period.
 */
void
lasna_stats_cut (LasnaStats *self, LasnaPeriod period)
{
  g_clear_pointer (&self->series, lasna_series_free);
  self->series = lasna_series_new (self->selection, period, LASNA_N_DIMENSIONS);
}

/**
 * lasna_stats_split:
 * @dimension: one with one value a voice
 *
 * Adds the measures of each value of @dimension.
 */
void
lasna_stats_split (LasnaStats *self, LasnaDimension dimension)
{
  g_clear_pointer (&self->groups, lasna_groups_free);
  self->groups = lasna_groups_new (self->selection, dimension);
}

/**
 * lasna_stats_compare:
 * @other: the voices to compare with
 * @first: (nullable): what people call those in view; NULL where @other is a part of them and the
 *   rest is meant
 * @second: what people call @other
 *
 * Adds the differences of all measures. A voice on both sides would make them look more alike, and
 * surer, than they are.
 *
 * Returns: FALSE where the two have voices in common although @first names them
 */
gboolean
lasna_stats_compare (LasnaStats *self,
                     const LasnaSelection *other,
                     const char *first,
                     const char *second,
                     GError **error)
{
  const LasnaSelection *selection = self->selection;
  guint n_common = 0;

  self->first = (LasnaTotals){ 0 };
  for (guint row = 0; row < selection->columns->n; row++)
    {
      if (!lasna_selection_has (selection, row))
        continue;
      if (lasna_selection_has (other, row))
        n_common++;
      else
        lasna_totals_add (&self->first, selection->columns, row);
    }
  if (first != NULL && n_common > 0)
    {
      g_set_error (
          error,
          LASNA_ERROR,
          LASNA_ERROR_USAGE,
          g_dngettext (GETTEXT_PACKAGE,
                       "%u voice is on both sides, so nothing was compared. Choose two that "
                       "have none in common.",
                       "%u voices are on both sides, so nothing was compared. Choose two "
                       "that have none in common.",
                       n_common),
          n_common);
      return FALSE;
    }
  self->second = lasna_stats_sum (other);
  g_free (self->first_name);
  self->first_name =
      g_strdup (first != NULL ? first : lasna_words (self->language, N_ ("All others")));
  g_free (self->second_name);
  self->second_name = g_strdup (second);
  return TRUE;
}
