/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every figure with the number of its answers and its definition. Under five answers a program gets
 * the value with a mark, and a person only the number.
 */
#include "config.h"

#include "lasna-stats.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The trademark notice that goes with NPS, as its owners word it; not translated. */
static const char notice[] =
    "Net Promoter, Net Promoter System, Net Promoter Score, NPS and the NPS-related emoticons are "
    "registered trademarks of Bain & Company, Inc., Fred Reichheld and Satmetrix Systems, Inc.";

/**
 * lasna_stats_sum:
 *
 * Returns: the totals of the voices in view
 */
LasnaTotals
lasna_stats_sum (const LasnaSelection *selection)
{
  LasnaTotals totals = { 0 };

  for (guint row = 0; row < selection->columns->n; row++)
    if (lasna_selection_has (selection, row))
      lasna_totals_add (&totals, selection->columns, row);
  return totals;
}

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_measure (JsonBuilder *builder, const LasnaMeasureResult *result, LasnaLanguage language)
{
  const LasnaMeasureInfo *info = lasna_measure_get_info (result->kind);

  json_builder_set_member_name (builder, info->id);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "n");
  json_builder_add_int_value (builder, result->n);
  add_number (builder, "value", result->value);
  add_number (builder, "low", result->low);
  add_number (builder, "high", result->high);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < result->n_counts; i++)
    {
      json_builder_set_member_name (builder, result->counts[i].id);
      json_builder_add_int_value (builder, result->counts[i].count);
    }
  json_builder_end_object (builder);
  if (result->n_shares > 0)
    {
      json_builder_set_member_name (builder, "shares");
      json_builder_begin_object (builder);
      for (guint i = 0; i < result->n_shares; i++)
        {
          json_builder_set_member_name (builder, result->shares[i].id);
          json_builder_begin_object (builder);
          add_number (builder, "value", result->shares[i].value);
          add_number (builder, "low", result->shares[i].low);
          add_number (builder, "high", result->shares[i].high);
          json_builder_end_object (builder);
        }
      json_builder_end_object (builder);
    }
  if (result->n > 0 && result->n < LASNA_MEASURE_FEW)
    {
      json_builder_set_member_name (builder, "small");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_set_member_name (builder, "definition");
  json_builder_add_string_value (builder, lasna_words (language, info->definition));
  json_builder_end_object (builder);
}

/**
 * lasna_stats_to_json:
 *
 * Returns: (transfer full): what `lasna stats --json` prints; no data is null
 */
JsonNode *
lasna_stats_to_json (const LasnaTotals *totals, LasnaLanguage language)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "n");
  json_builder_add_int_value (builder, totals->n);
  json_builder_set_member_name (builder, "measures");
  json_builder_begin_object (builder);
  for (guint kind = 0; kind < LASNA_N_MEASURES; kind++)
    {
      LasnaMeasureResult result = lasna_totals_get_measure (totals, kind);

      add_measure (builder, &result, language);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
append_measure (GString *text, const LasnaMeasureResult *result, LasnaLanguage language)
{
  const LasnaMeasureInfo *info = lasna_measure_get_info (result->kind);
  const char *title = lasna_words (language, info->title);
  int decimals = info->decimals;
  g_autofree char *value = lasna_words_number (language, result->value, decimals);
  g_autofree char *low = lasna_words_number (language, result->low, decimals);
  g_autofree char *high = lasna_words_number (language, result->high, decimals);
  g_autofree char *n = lasna_words_number (language, result->n, 0);

  if (result->n < LASNA_MEASURE_FEW)
    g_string_append_printf (text, "%s: n = %s\n", title, n);
  else
    g_string_append_printf (text,
                            "%s: %s%s (%s … %s), n = %s\n",
                            title,
                            value,
                            result->kind == LASNA_MEASURE_CSAT ? " %" : "",
                            low,
                            high,
                            n);
  if (result->n > 0)
    g_string_append_printf (text, "    %s\n", lasna_words (language, info->definition));
}

/**
 * lasna_stats_to_text:
 *
 * Returns: (transfer full): the figures as lines; under five answers only how many there are
 */
char *
lasna_stats_to_text (const LasnaTotals *totals, LasnaLanguage language)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text, lasna_words_plural (language, "%u voice", "%u voices", totals->n), totals->n);
  g_string_append_c (text, '\n');
  for (guint kind = 0; kind < LASNA_N_MEASURES; kind++)
    {
      LasnaMeasureResult result = lasna_totals_get_measure (totals, kind);

      append_measure (text, &result, language);
    }
  g_string_append_printf (text, "\n%s\n", notice);
  return g_string_free (text, FALSE);
}
