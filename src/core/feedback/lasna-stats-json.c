/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures for programs. No data is null, ids are text, and under five answers the value has a mark.
 */
#include "config.h"

#include "lasna-comparison.h"
#include "lasna-control-chart.h"
#include "lasna-day.h"
#include "lasna-rolling.h"
#include "lasna-stats.h"

#include <math.h>

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_count (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_day (JsonBuilder *builder, const char *name, gint32 day)
{
  g_autofree char *text = lasna_day_dup_text (day);

  add_text (builder, name, text);
}

static void
add_interval (JsonBuilder *builder, double value, double low, double high)
{
  add_number (builder, "value", value);
  add_number (builder, "low", low);
  add_number (builder, "high", high);
}

/* The marks stand only where they say something. */
static void
add_size (JsonBuilder *builder, gint64 n)
{
  if (n > 0 && lasna_is_small (n))
    add_flag (builder, "small", TRUE);
  else if (n > 0 && n < LASNA_MEASURE_INDICATIVE)
    add_flag (builder, "indicative", TRUE);
}

static void
begin (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_counts (JsonBuilder *builder, const LasnaMeasureResult *result)
{
  begin (builder, "counts");
  for (guint i = 0; i < result->n_counts; i++)
    add_count (builder, result->counts[i].id, result->counts[i].count);
  json_builder_end_object (builder);
  if (result->n_shares == 0)
    return;
  begin (builder, "shares");
  for (guint i = 0; i < result->n_shares; i++)
    {
      const LasnaMeasureShare *share = &result->shares[i];

      begin (builder, share->id);
      add_interval (builder, share->value, share->low, share->high);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_measures (JsonBuilder *builder, const LasnaTotals *totals, LasnaLanguage language)
{
  begin (builder, "measures");
  for (guint kind = 0; kind < LASNA_N_MEASURES; kind++)
    {
      LasnaMeasureResult result = lasna_totals_get_measure (totals, kind);
      const LasnaMeasureInfo *info = lasna_measure_get_info (kind);

      begin (builder, info->id);
      add_count (builder, "n", result.n);
      add_interval (builder, result.value, result.low, result.high);
      add_counts (builder, &result);
      add_size (builder, result.n);
      add_text (builder, "definition", lasna_words (language, info->definition));
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

/* The same for one of many: what the measures are stands above. */
static void
add_brief_measures (JsonBuilder *builder, const LasnaTotals *totals)
{
  begin (builder, "measures");
  for (guint kind = 0; kind < LASNA_N_MEASURES; kind++)
    {
      LasnaMeasureResult result = lasna_totals_get_measure (totals, kind);

      begin (builder, lasna_measure_get_info (kind)->id);
      add_count (builder, "n", result.n);
      add_interval (builder, result.value, result.low, result.high);
      add_size (builder, result.n);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_part (JsonBuilder *builder,
          const char *name,
          const LasnaPart *part,
          const char *definition,
          LasnaLanguage language)
{
  begin (builder, name);
  add_count (builder, "n", part->n);
  add_interval (builder, part->value, part->low, part->high);
  add_size (builder, part->n);
  add_text (builder, "definition", lasna_words (language, definition));
  json_builder_end_object (builder);
}

static void
add_parts (JsonBuilder *builder, const LasnaStats *self)
{
  LasnaRecord *settings = LASNA_RECORD (self->settings);
  g_autofree char *definition =
      lasna_two_parts_dup_index_definition (self->settings, self->language);

  add_part (
      builder, "task", &self->parts.task, lasna_two_parts_get_task_definition (), self->language);
  add_part (builder,
            "feeling",
            &self->parts.feeling,
            lasna_two_parts_get_feeling_definition (),
            self->language);
  if (lasna_record_get_flag (settings, "index-hidden"))
    return;
  begin (builder, "index");
  add_number (builder, "value", self->parts.index);
  add_count (builder, "weight_task", lasna_record_get_integer (settings, "weight-task"));
  add_count (builder, "weight_feeling", lasna_record_get_integer (settings, "weight-feeling"));
  add_size (builder, MIN (self->parts.task.n, self->parts.feeling.n));
  add_text (builder, "definition", definition);
  json_builder_end_object (builder);
}

static void
add_questions (JsonBuilder *builder, const LasnaStats *self)
{
  const LasnaColumns *columns = self->selection->columns;

  begin_list (builder, "questions");
  for (guint i = 0; i < columns->questions->len; i++)
    {
      const LasnaColumnsQuestion *question = columns->questions->pdata[i];
      const LasnaQuestionFigure *figure = &self->questions[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, question->id);
      g_autofree char *definition =
          lasna_question_figures_dup_definition (question, self->language);

      json_builder_begin_object (builder);
      add_text (builder, "id", id);
      add_text (builder, "text", question->text);
      add_text (builder, "method", lasna_method_get_id (question->method));
      add_count (builder, "n", figure->n);
      add_interval (builder, figure->value, figure->low, figure->high);
      add_number (builder, "mean", figure->mean);
      add_size (builder, figure->n);
      add_text (builder, "definition", definition);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_driver (JsonBuilder *builder, const LasnaDriver *driver, LasnaLanguage language)
{
  const char *reason = lasna_driver_state_get_sentence (driver->state);

  json_builder_begin_object (builder);
  add_text (builder, "title", driver->title);
  add_count (builder, "n", driver->n);
  add_number (builder, "performance", driver->performance);
  if (reason != NULL)
    add_text (builder, "left_out", lasna_words (language, reason));
  else
    {
      add_number (builder, "importance", driver->importance);
      add_number (builder, "correlation", driver->correlation);
      add_number (builder, "low", driver->low);
      add_number (builder, "high", driver->high);
      add_text (builder, "quadrant", lasna_quadrant_get_code (driver->quadrant));
    }
  json_builder_end_object (builder);
}

static void
add_drivers (JsonBuilder *builder, const LasnaStats *self)
{
  const LasnaDrivers *drivers = self->drivers;
  g_autofree char *sentence = lasna_drivers_dup_sentence (drivers, self->language);

  begin (builder, "drivers");
  add_text (builder, "outcome", lasna_measure_get_info (drivers->outcome)->id);
  add_count (builder, "n", drivers->n);
  add_count (builder, "n_left_out", drivers->n_left_out);
  add_number (builder, "r2", drivers->r2);
  if (drivers->state == LASNA_DRIVERS_READY && drivers->is_small)
    add_flag (builder, "indicative", TRUE);
  add_text (builder, "sentence", sentence);
  begin_list (builder, "parts");
  for (guint i = 0; drivers->state == LASNA_DRIVERS_READY && i < drivers->drivers->len; i++)
    add_driver (builder, drivers->drivers->pdata[i], self->language);
  json_builder_end_array (builder);
  add_text (builder, "definition", lasna_words (self->language, lasna_drivers_get_definition ()));
  json_builder_end_object (builder);
}

static void
add_waves (JsonBuilder *builder, const LasnaStats *self)
{
  begin (builder, "responses");
  begin_list (builder, "imports");
  for (guint i = 0; i < self->waves->len; i++)
    {
      const LasnaStatsWave *wave = &g_array_index (self->waves, LasnaStatsWave, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, wave->batch);

      json_builder_begin_object (builder);
      add_text (builder, "id", id);
      add_text (builder, "name", wave->name);
      add_count (builder, "asked", wave->wave.sent);
      add_count (builder, "answered", MAX (0, wave->wave.completed));
      add_count (builder, "n", wave->rate.n);
      add_interval (builder, wave->rate.value, wave->rate.low, wave->rate.high);
      add_number (builder, "completion", wave->rate.completion);
      add_size (builder, wave->rate.n);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_text (
      builder, "definition", lasna_words (self->language, lasna_response_rate_get_definition ()));
  json_builder_end_object (builder);
}

/* A point of the line of one measure: the period alone, the window that ends with it, its limits.
 */
static void
add_point (JsonBuilder *builder,
           const LasnaMeasureResult *result,
           const LasnaRollingPoint *rolling,
           const LasnaControlPoint *control)
{
  json_builder_begin_object (builder);
  add_count (builder, "n", result->n);
  add_interval (builder, result->value, result->low, result->high);
  add_size (builder, result->n);
  begin (builder, "rolling");
  add_count (builder, "n", rolling->result.n);
  add_interval (builder, rolling->result.value, rolling->result.low, rolling->result.high);
  add_flag (builder, "complete", rolling->is_complete);
  add_size (builder, rolling->result.n);
  json_builder_end_object (builder);
  if (control != NULL && !isnan (control->low))
    {
      begin (builder, "limits");
      add_number (builder, "low", control->low);
      add_number (builder, "high", control->high);
      add_flag (builder, "outside", control->is_outside);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_line (JsonBuilder *builder, const LasnaStats *self, LasnaMeasureKind kind)
{
  const LasnaSeries *series = self->series;
  guint window = lasna_rolling_get_window (series->period);
  g_autofree LasnaRollingPoint *rolling = lasna_rolling_new (series, kind, window);
  g_autoptr (LasnaControlChart) chart = lasna_control_chart_new_series (series, kind);
  g_autofree char *sentence = lasna_control_chart_dup_sentence (chart, self->language);
  g_autofree char *counted = lasna_rolling_dup_definition (series->period, window, self->language);
  guint next = 0;

  begin (builder, lasna_measure_get_info (kind)->id);
  add_number (builder, "centre", chart->centre);
  add_text (builder, "sentence", sentence);
  add_text (builder,
            "definition",
            lasna_words (self->language, lasna_control_chart_get_definition (chart)));
  add_text (builder, "rolling_definition", counted);
  begin_list (builder, "points");
  for (guint i = 0; i < series->n; i++)
    {
      LasnaMeasureResult result = lasna_series_get_measure (series, i, kind);
      gboolean has_point = next < chart->n && chart->points[next].place == i;

      add_point (builder, &result, &rolling[i], has_point ? &chart->points[next] : NULL);
      next += has_point;
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_series (JsonBuilder *builder, const LasnaStats *self)
{
  const LasnaSeries *series = self->series;

  begin (builder, "series");
  add_text (builder, "by", lasna_period_to_code (series->period));
  begin_list (builder, "periods");
  for (guint i = 0; i < series->n; i++)
    {
      const LasnaSeriesPoint *point = &series->points[i];
      g_autofree char *name = lasna_period_dup_name (series->period, point->first, self->language);

      json_builder_begin_object (builder);
      add_text (builder, "name", name);
      add_day (builder, "from", point->first);
      add_day (builder, "to", point->last);
      add_count (builder, "n", point->totals.n);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin (builder, "measures");
  for (guint kind = 0; kind < LASNA_N_MEASURES; kind++)
    add_line (builder, self, kind);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_groups (JsonBuilder *builder, const LasnaStats *self)
{
  const LasnaGroups *groups = self->groups;

  begin (builder, "groups");
  add_text (builder, "by", lasna_dimension_get_id (groups->dimension));
  begin_list (builder, "values");
  for (guint i = 0; i < groups->n; i++)
    {
      const LasnaValue *value =
          lasna_columns_get_value (groups->columns, groups->dimension, groups->groups[i].code);

      json_builder_begin_object (builder);
      add_text (builder, "name", lasna_groups_get_name (groups, i, self->language));
      if (value->code != NULL)
        add_text (builder, "code", value->code);
      if (value->record != 0)
        {
          g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, value->record);

          add_text (builder, "id", id);
        }
      add_count (builder, "n", groups->groups[i].totals.n);
      add_brief_measures (builder, &groups->groups[i].totals);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_side (JsonBuilder *builder, const char *side, const char *name, const LasnaTotals *totals)
{
  begin (builder, side);
  add_text (builder, "name", name);
  add_count (builder, "n", totals->n);
  add_brief_measures (builder, totals);
  json_builder_end_object (builder);
}

static void
add_comparison (JsonBuilder *builder, const LasnaStats *self)
{
  begin (builder, "comparison");
  add_side (builder, "first", self->first_name, &self->first);
  add_side (builder, "second", self->second_name, &self->second);
  begin (builder, "differences");
  for (guint kind = 0; kind < LASNA_N_MEASURES; kind++)
    {
      LasnaMeasureResult first = lasna_totals_get_measure (&self->first, kind);
      LasnaMeasureResult second = lasna_totals_get_measure (&self->second, kind);
      LasnaComparison comparison = lasna_comparison_new (&first, &second);
      g_autofree char *sentence = lasna_comparison_dup_sentence (
          &comparison, self->first_name, self->second_name, self->language);

      begin (builder, lasna_measure_get_info (kind)->id);
      add_interval (builder, comparison.difference, comparison.low, comparison.high);
      add_number (builder, "probability", comparison.probability);
      add_text (builder, "verdict", lasna_verdict_get_code (comparison.verdict));
      add_text (builder, "sentence", sentence);
      add_text (builder,
                "definition",
                lasna_words (self->language, lasna_comparison_get_definition (kind)));
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/**
 * lasna_stats_to_json:
 *
 * Returns: (transfer full): what `lasna stats --json` prints
 */
JsonNode *
lasna_stats_to_json (const LasnaStats *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_count (builder, "n", self->totals.n);
  add_measures (builder, &self->totals, self->language);
  add_parts (builder, self);
  add_questions (builder, self);
  add_drivers (builder, self);
  add_waves (builder, self);
  if (self->series != NULL)
    add_series (builder, self);
  if (self->groups != NULL)
    add_groups (builder, self);
  if (self->second_name != NULL)
    add_comparison (builder, self);
  add_text (builder, "note", lasna_measure_get_mark_note ());
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
