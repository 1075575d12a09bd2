/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lasna stats: measures with their numbers of answers.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-feedback.h"
#include "lasna-stats.h"

#include <glib/gi18n-lib.h>

static gboolean
sum (LasnaWorkbook *workbook,
     LasnaRecord *journey,
     const LasnaFilter *filter,
     LasnaTotals *totals,
     GError **error)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (workbook);
  g_autoptr (LasnaSelection) selection = NULL;
  g_autoptr (LasnaJourneyFigures) figures = NULL;

  if (journey != NULL)
    {
      figures = lasna_feedback_get_journey (feedback, journey, filter, error);
      if (figures != NULL)
        *totals = figures->totals;
      return figures != NULL;
    }
  selection = lasna_feedback_select (feedback, filter, error);
  if (selection != NULL)
    *totals = lasna_stats_sum (selection);
  return selection != NULL;
}

static void
print (const LasnaTotals *totals, gboolean json)
{
  LasnaLanguage language = lasna_language_of_locale ();
  g_autofree char *text = NULL;

  if (json)
    {
      g_autoptr (JsonNode) root = lasna_stats_to_json (totals, language);

      lasna_cli_print_json (root);
      return;
    }
  text = lasna_stats_to_text (totals, language);
  g_print ("%s", text);
}

int
lasna_cli_stats (int argc, char *argv[])
{
  g_autofree char *title = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_auto (GStrv) wheres = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "journey",
      0,
      0,
      G_OPTION_ARG_STRING,
      &title,
      N_ ("Only the voices of a journey"),
      N_ ("TITLE|ID") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("The first day"), N_ ("YYYY-MM-DD") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("The last day"), N_ ("YYYY-MM-DD") },
    { "where",
      0,
      0,
      G_OPTION_ARG_STRING_ARRAY,
      &wheres,
      N_ ("Only voices with that value; the same field twice is either"),
      N_ ("FIELD=VALUE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Answer in JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autoptr (LasnaRecord) journey = NULL;
  g_autoptr (GError) error = NULL;
  LasnaTotals totals = { 0 };

  if (!lasna_cli_parse (entries,
                        N_ ("FILE"),
                        N_ ("Counts: NPS, satisfaction, ease, emotional climate."),
                        1,
                        1,
                        argc,
                        argv,
                        &files))
    return LASNA_CLI_WRONG_USE;
  if (!lasna_cli_set_filter (filter, from, to, wheres, &error))
    return lasna_cli_fail (error);
  workbook = lasna_cli_open (files[0], LASNA_STORE_READ_ONLY);
  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  if (title != NULL)
    {
      journey = lasna_cli_find_journey (workbook, title);
      if (journey == NULL)
        return LASNA_CLI_FAILED;
    }
  if (!sum (workbook, journey, filter, &totals, &error))
    return lasna_cli_fail (error);
  print (&totals, json);
  return LASNA_CLI_DONE;
}
