/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures for people. Under five answers there is only how many.
 */
#include "config.h"

#include "lasna-comparison.h"
#include "lasna-control-chart.h"
#include "lasna-stats.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What one line of text needs. */
typedef struct
{
  gint64 n;
  double value;
  double low;
  double high;
  int decimals;
  const char *unit; /* after the value */
} Figure;

static Figure
figure_of (const LasnaMeasureResult *result)
{
  return (Figure){ result->n,
                   result->value,
                   result->low,
                   result->high,
                   lasna_measure_get_info (result->kind)->decimals,
                   result->kind == LASNA_MEASURE_CSAT ? " %" : "" };
}

/* "62 (54 … 69), n = 265", "n = 3". */
static char *
dup_figure (const Figure *figure, LasnaLanguage language)
{
  g_autofree char *n = lasna_words_count (language, (guint64) figure->n);
  g_autofree char *value = lasna_words_number (language, figure->value, figure->decimals);
  g_autofree char *low = lasna_words_number (language, figure->low, figure->decimals);
  g_autofree char *high = lasna_words_number (language, figure->high, figure->decimals);

  if (lasna_is_small (figure->n))
    return g_strdup_printf ("n = %s", n);
  if (figure->n < LASNA_MEASURE_INDICATIVE)
    return g_strdup_printf (
        /* Translators: %1$s is a figure with its unit %2$s, %3$s and %4$s its interval, %5$s the
         * number of answers, of which there are few.
         */
        lasna_words (language, N_ ("%1$s%2$s (%3$s … %4$s), n = %5$s, indicative")),
        value,
        figure->unit,
        low,
        high,
        n);
  return g_strdup_printf ("%s%s (%s … %s), n = %s", value, figure->unit, low, high, n);
}

static void
append_figure (GString *text,
               const char *title,
               const Figure *figure,
               const char *definition,
               LasnaLanguage language)
{
  g_autofree char *words = dup_figure (figure, language);

  g_string_append_printf (text, "%s: %s\n", title, words);
  if (figure->n > 0)
    g_string_append_printf (text, "    %s\n", definition);
}

static void
append_heading (GString *text, const char *title)
{
  g_string_append_printf (text, "\n%s\n", title);
}

static void
append_measures (GString *text, const LasnaStats *self)
{
  for (guint kind = 0; kind < LASNA_N_MEASURES; kind++)
    {
      LasnaMeasureResult result = lasna_totals_get_measure (&self->totals, kind);
      const LasnaMeasureInfo *info = lasna_measure_get_info (kind);
      const Figure figure = figure_of (&result);

      append_figure (text,
                     lasna_words (self->language, info->title),
                     &figure,
                     lasna_words (self->language, info->definition),
                     self->language);
    }
}

static void
append_part (GString *text,
             const char *title,
             const LasnaPart *part,
             const char *definition,
             LasnaLanguage language)
{
  const Figure figure = { part->n, part->value, part->low, part->high, 0, "" };

  append_figure (
      text, lasna_words (language, title), &figure, lasna_words (language, definition), language);
}

static void
append_parts (GString *text, const LasnaStats *self)
{
  const LasnaTwoParts *parts = &self->parts;
  g_autofree char *index = lasna_words_number (self->language, parts->index, 0);
  g_autofree char *saying = lasna_two_parts_dup_index_definition (self->settings, self->language);

  append_part (text,
               N_ ("Was the matter settled"),
               &parts->task,
               lasna_two_parts_get_task_definition (),
               self->language);
  append_part (text,
               N_ ("Feeling"),
               &parts->feeling,
               lasna_two_parts_get_feeling_definition (),
               self->language);
  if (!isnan (parts->index) && !lasna_is_small (MIN (parts->task.n, parts->feeling.n)))
    g_string_append_printf (text,
                            "%s: %s\n    %s\n",
                            lasna_words (self->language, N_ ("Both, in one figure")),
                            index,
                            saying);
}

static void
append_questions (GString *text, const LasnaStats *self)
{
  const LasnaColumns *columns = self->selection->columns;
  gboolean has_heading = FALSE;

  for (guint i = 0; i < columns->questions->len; i++)
    {
      const LasnaColumnsQuestion *question = columns->questions->pdata[i];
      const LasnaQuestionFigure *asked = &self->questions[i];
      const Figure figure = {
        asked->n,
        asked->value,
        asked->low,
        asked->high,
        question->method == LASNA_METHOD_NPS || question->method == LASNA_METHOD_CSAT ? 0 : 1,
        question->method == LASNA_METHOD_CSAT ? " %" : ""
      };
      g_autofree char *definition =
          lasna_question_figures_dup_definition (question, self->language);

      if (asked->n == 0)
        continue;
      if (!has_heading)
        append_heading (text, lasna_words (self->language, N_ ("Questions")));
      has_heading = TRUE;
      append_figure (text, question->text, &figure, definition, self->language);
    }
}

static void
append_drivers (GString *text, const LasnaStats *self)
{
  const LasnaDrivers *drivers = self->drivers;
  g_autofree char *sentence = lasna_drivers_dup_sentence (drivers, self->language);

  append_heading (text, lasna_words (self->language, N_ ("Key drivers")));
  g_string_append_printf (text, "%s\n", sentence);
  if (drivers->state != LASNA_DRIVERS_READY)
    return;
  for (guint i = 0; i < drivers->drivers->len; i++)
    {
      const LasnaDriver *driver = drivers->drivers->pdata[i];
      const char *reason = lasna_driver_state_get_sentence (driver->state);
      g_autofree char *importance = lasna_words_number (self->language, driver->importance, 0);
      g_autofree char *performance = lasna_words_number (self->language, driver->performance, 0);
      g_autofree char *line = NULL;
      const char *advice = NULL;

      if (reason != NULL)
        line = g_strdup_printf ("%s: %s", driver->title, lasna_words (self->language, reason));
      else
        line = g_strdup_printf (
            /* Translators: %1$s is a question, %2$s and %3$s are from 0 to 100. */
            lasna_words (self->language, N_ ("%1$s: importance %2$s, performance %3$s")),
            driver->title,
            importance,
            performance);
      if (reason == NULL && !drivers->is_small)
        advice = lasna_words (self->language, lasna_quadrant_get_title (driver->quadrant));
      g_string_append_printf (
          text, "    %s%s%s\n", line, advice != NULL ? ". " : "", advice != NULL ? advice : "");
    }
  g_string_append_printf (
      text, "    %s\n", lasna_words (self->language, lasna_drivers_get_definition ()));
}

static void
append_waves (GString *text, const LasnaStats *self)
{
  if (self->waves->len == 0)
    return;
  append_heading (text, lasna_words (self->language, N_ ("How many answered")));
  for (guint i = 0; i < self->waves->len; i++)
    {
      const LasnaStatsWave *wave = &g_array_index (self->waves, LasnaStatsWave, i);
      const Figure figure = { wave->rate.n, wave->rate.value, wave->rate.low, wave->rate.high, 0,
                              " %" };
      g_autofree char *words = dup_figure (&figure, self->language);

      g_string_append_printf (text, "%s: %s\n", wave->name, words);
    }
  g_string_append_printf (
      text, "    %s\n", lasna_words (self->language, lasna_response_rate_get_definition ()));
}

/* The measures that anybody answered, side by side. */
static void
append_row (GString *text, const char *name, const LasnaTotals *totals, LasnaLanguage language)
{
  g_autofree char *n = lasna_words_count (language, totals->n);

  g_string_append_printf (text, "%s: n = %s\n", name, n);
  for (guint kind = 0; kind < LASNA_N_MEASURES; kind++)
    {
      LasnaMeasureResult result = lasna_totals_get_measure (totals, kind);
      const Figure figure = figure_of (&result);
      g_autofree char *words = dup_figure (&figure, language);

      if (result.n > 0)
        g_string_append_printf (text,
                                "    %s: %s\n",
                                lasna_words (language, lasna_measure_get_info (kind)->title),
                                words);
    }
}

static void
append_series (GString *text, const LasnaStats *self)
{
  const LasnaSeries *series = self->series;

  append_heading (text, lasna_words (self->language, N_ ("By time")));
  for (guint i = 0; i < series->n; i++)
    {
      g_autofree char *name =
          lasna_period_dup_name (series->period, series->points[i].first, self->language);

      append_row (text, name, &series->points[i].totals, self->language);
    }
  for (guint kind = 0; kind < LASNA_N_MEASURES; kind++)
    {
      g_autoptr (LasnaControlChart) chart = lasna_control_chart_new_series (series, kind);
      g_autofree char *sentence = lasna_control_chart_dup_sentence (chart, self->language);

      if (chart->n >= LASNA_CONTROL_MIN)
        g_string_append_printf (text,
                                "%s: %s\n",
                                lasna_words (self->language, lasna_measure_get_info (kind)->title),
                                sentence);
    }
}

static void
append_groups (GString *text, const LasnaStats *self)
{
  append_heading (
      text, lasna_words (self->language, lasna_dimension_get_title (self->groups->dimension)));
  for (guint i = 0; i < self->groups->n; i++)
    append_row (text,
                lasna_groups_get_name (self->groups, i, self->language),
                &self->groups->groups[i].totals,
                self->language);
}

static void
append_comparison (GString *text, const LasnaStats *self)
{
  append_heading (text, lasna_words (self->language, N_ ("Side by side")));
  append_row (text, self->first_name, &self->first, self->language);
  append_row (text, self->second_name, &self->second, self->language);
  for (guint kind = 0; kind < LASNA_N_MEASURES; kind++)
    {
      LasnaMeasureResult first = lasna_totals_get_measure (&self->first, kind);
      LasnaMeasureResult second = lasna_totals_get_measure (&self->second, kind);
      LasnaComparison comparison = lasna_comparison_new (&first, &second);
      g_autofree char *sentence = lasna_comparison_dup_sentence (
          &comparison, self->first_name, self->second_name, self->language);

      if (first.n > 0 || second.n > 0)
        g_string_append_printf (
            text,
            "%s: %s\n    %s\n",
            lasna_words (self->language, lasna_measure_get_info (kind)->title),
            sentence,
            lasna_words (self->language, lasna_comparison_get_definition (kind)));
    }
}

/**
 * lasna_stats_to_text:
 *
 * Returns: (transfer full): the figures as lines, with the note of NPS at the end
 */
char *
lasna_stats_to_text (const LasnaStats *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *n = lasna_words_count (self->language, self->totals.n);

  g_string_append_printf (
      text, lasna_words_plural (self->language, "%s voice", "%s voices", self->totals.n), n);
  g_string_append_c (text, '\n');
  append_measures (text, self);
  append_parts (text, self);
  append_questions (text, self);
  append_drivers (text, self);
  append_waves (text, self);
  if (self->series != NULL)
    append_series (text, self);
  if (self->groups != NULL)
    append_groups (text, self);
  if (self->second_name != NULL)
    append_comparison (text, self);
  g_string_append_printf (text, "\n%s\n", lasna_measure_get_mark_note ());
  return g_string_free (text, FALSE);
}
