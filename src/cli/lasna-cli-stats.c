/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lasna stats: measures with their numbers of answers.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-feedback.h"
#include "lasna-stats.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* "2025-01-01..2025-12-31", or FIELD=VALUE: the filter of the other side, which differs from ours
 * in that dimension alone.
 */
static LasnaFilter *
make_other (const LasnaFilter *filter, const char *text, LasnaDimension *dimension, GError **error)
{
  g_autofree char *where =
      strchr (text, '=') != NULL ? g_strdup (text) : g_strconcat ("date=", text, NULL);
  g_autoptr (LasnaFilter) said = lasna_filter_new ();
  g_autoptr (LasnaFilter) other = lasna_filter_copy (filter);

  if (!lasna_filter_add_where (said, where, error))
    return NULL;
  *dimension = lasna_filter_get_condition (said, 0)->dimension;
  lasna_filter_clear_dimension (other, *dimension);
  return lasna_filter_add_where (other, where, error) ? g_steal_pointer (&other) : NULL;
}

static gboolean
compare (LasnaStats *stats,
         LasnaFeedback *feedback,
         const LasnaFilter *filter,
         const LasnaFilter *other,
         LasnaDimension dimension,
         GError **error)
{
  g_autoptr (LasnaSelection) selection = lasna_feedback_select (feedback, other, error);
  const LasnaColumns *columns = lasna_feedback_get_columns (feedback);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (selection == NULL)
    return FALSE;
  first = lasna_filter_dup_dimension_words (filter, dimension, columns, stats->language);
  second = lasna_filter_dup_dimension_words (other, dimension, columns, stats->language);
  return lasna_stats_compare (stats, selection, first, second, error);
}

/* A period of time, or a field whose values are told apart. */
static gboolean
is_known_by (const char *by)
{
  LasnaPeriod period;
  LasnaDimension dimension;

  return by == NULL || lasna_period_from_code (by, &period) ||
         (lasna_dimension_find (by, &dimension) && dimension < LASNA_N_COLUMNS);
}

static LasnaStats *
make_stats (LasnaWorkbook *workbook,
            const LasnaFilter *filter,
            const char *by,
            const char *compared,
            GError **error)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (workbook);
  g_autoptr (LasnaFilter) other = NULL;
  g_autoptr (LasnaStats) stats = NULL;
  LasnaSelection *selection;
  LasnaPeriod period;
  LasnaDimension dimension;

  if (compared != NULL && (other = make_other (filter, compared, &dimension, error)) == NULL)
    return NULL;
  selection = lasna_feedback_select (feedback, filter, error);
  if (selection == NULL)
    return NULL;
  stats = lasna_stats_new (workbook, selection, lasna_language_of_locale ());
  if (other != NULL && !compare (stats, feedback, filter, other, dimension, error))
    return NULL;
  if (by != NULL && lasna_period_from_code (by, &period))
    lasna_stats_cut (stats, period);
  else if (by != NULL && lasna_dimension_find (by, &dimension))
    lasna_stats_split (stats, dimension);
  return g_steal_pointer (&stats);
}

static void
print (const LasnaStats *stats, gboolean json)
{
  g_autofree char *text = NULL;

  if (json)
    {
      g_autoptr (JsonNode) root = lasna_stats_to_json (stats);

      lasna_cli_print_json (root);
      return;
    }
  text = lasna_stats_to_text (stats);
  g_print ("%s", text);
}

int
lasna_cli_stats (int argc, char *argv[])
{
  g_auto (LasnaCliView) view = { 0 };
  g_autofree char *by = NULL;
  g_autofree char *compared = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    LASNA_CLI_VIEW_OPTIONS (view, N_ ("Only the voices of a journey")),
    { "by",
      0,
      0,
      G_OPTION_ARG_STRING,
      &by,
      N_ ("The measures of each day, week, month, quarter or year, or of each value of a field"),
      N_ ("PERIOD|FIELD") },
    { "compare",
      0,
      0,
      G_OPTION_ARG_STRING,
      &compared,
      N_ ("The differences from another period, or from voices with another value"),
      N_ ("FROM..TO|FIELD=VALUE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Answer in JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autoptr (LasnaRecord) journey = NULL;
  g_autoptr (LasnaStats) stats = NULL;
  g_autoptr (GError) error = NULL;

  if (!lasna_cli_parse (entries,
                        N_ ("FILE"),
                        N_ ("Counts: NPS, satisfaction, ease, emotional climate, key drivers."),
                        1,
                        1,
                        argc,
                        argv,
                        &files))
    return LASNA_CLI_WRONG_USE;
  if (!lasna_cli_set_filter (filter, &view, &error))
    return lasna_cli_fail (error);
  if (!is_known_by (by))
    return lasna_cli_misuse (
        _ ("Figures can be told apart by day, week, month, quarter or year, or by a field such as "
           "channel or segment; man lasna lists the fields."));
  workbook = lasna_cli_open (files[0], LASNA_STORE_READ_ONLY);
  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  if (view.journey != NULL)
    {
      journey = lasna_cli_find_journey (workbook, view.journey);
      if (journey == NULL)
        return LASNA_CLI_FAILED;
      lasna_filter_add_record (filter, LASNA_DIMENSION_JOURNEY, lasna_record_get_id (journey));
    }
  stats = make_stats (workbook, filter, by, compared, &error);
  if (stats == NULL)
    return lasna_cli_fail (error);
  print (stats, json);
  return LASNA_CLI_DONE;
}
