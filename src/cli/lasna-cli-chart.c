/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lasna chart: a chart of the voices as a picture or a table.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-chart-gather.h"
#include "lasna-chart.h"
#include "lasna-feedback.h"

#include <glib/gi18n-lib.h>

/* What the command line says. */
typedef struct
{
  LasnaCliView view;
  char *code;
  char *output;
  char *measure_id;
  LasnaMeasureKind measure;
  gboolean no_names;
  gboolean list;
} Options;

static void
options_clear (Options *self)
{
  lasna_cli_view_clear (&self->view);
  g_free (self->code);
  g_free (self->output);
  g_free (self->measure_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_measure (const char *id, LasnaMeasureKind *kind)
{
  for (*kind = 0; *kind < LASNA_N_MEASURES; (*kind)++)
    if (g_strcmp0 (lasna_measure_get_info (*kind)->id, id) == 0)
      return TRUE;
  if (id == NULL)
    return TRUE;
  lasna_cli_say (_ ("A measure is one of nps, csat, ces, climate and net_emotion."));
  return FALSE;
}

/* Titles alone need no voices; their number does, and is what one chooses by. */
static gboolean
list_charts (LasnaChartQuery *query)
{
  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    {
      g_autoptr (LasnaChartData) data = lasna_chart_gather (query, kind);
      g_autofree char *n = lasna_chart_dup_n (data);

      g_print ("%-4s %-12s %s (%s)\n",
               lasna_chart_get_number (kind),
               lasna_chart_get_name (kind),
               lasna_chart_get_title (kind, query->language),
               n);
    }
  return TRUE;
}

static gboolean
export_chart (LasnaChartQuery *query, LasnaChartKind kind, const char *path, GError **error)
{
  g_autoptr (LasnaChartData) data = lasna_chart_gather (query, kind);

  return lasna_chart_export (data, path, error);
}

/* Reads the voices in view and draws @kind, or lists all charts where @path is NULL. */
static gboolean
draw (LasnaChartQuery *query, LasnaChartKind kind, const char *path, GError **error)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (query->workbook);
  g_autoptr (LasnaSelection) selection = lasna_feedback_select (feedback, query->filter, error);
  g_autoptr (GArray) waits = NULL;

  if (selection == NULL)
    return FALSE;
  waits = lasna_waits_load (
      lasna_workbook_get_store (query->workbook), lasna_feedback_get_columns (feedback), error);
  if (waits == NULL)
    return FALSE;
  query->selection = selection;
  query->waits = waits;
  return path == NULL ? list_charts (query) : export_chart (query, kind, path, error);
}

static gboolean
has_journey (LasnaWorkbook *workbook)
{
  return g_list_model_get_n_items (lasna_workbook_get_records (workbook, "journey")) > 0;
}

static int
run (const char *file,
     LasnaChartKind kind,
     const Options *options,
     LasnaLanguage language,
     const LasnaFilter *filter)
{
  g_autoptr (LasnaWorkbook) workbook = lasna_cli_open (file, LASNA_STORE_READ_ONLY);
  g_autoptr (LasnaRecord) journey = NULL;
  g_autoptr (GError) error = NULL;
  LasnaChartQuery query = { 0 };

  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  /* Most charts say something without a journey too. */
  if (options->view.journey != NULL || has_journey (workbook))
    {
      journey = lasna_cli_find_journey (workbook, options->view.journey);
      if (journey == NULL)
        return LASNA_CLI_FAILED;
    }
  query.workbook = workbook;
  query.journey = journey;
  query.filter = filter;
  query.language = options->code != NULL ? language : lasna_workbook_get_language (workbook);
  query.measure = options->measure;
  query.names = !options->no_names;
  if (!draw (&query, kind, options->list ? NULL : options->output, &error))
    return lasna_cli_fail (error);
  return LASNA_CLI_DONE;
}

int
lasna_cli_chart (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list, N_ ("Tell which charts there are"), NULL },
    LASNA_CLI_VIEW_OPTIONS (options.view,
                            N_ ("Whose stages; those of the journey in use by default")),
    { "measure",
      0,
      0,
      G_OPTION_ARG_STRING,
      &options.measure_id,
      N_ ("Of the trend; the one with the most answers by default"),
      "nps|csat|ces|climate|net_emotion" },
    { "language",
      0,
      0,
      G_OPTION_ARG_STRING,
      &options.code,
      N_ ("The language of the chart; that of the workbook by default"),
      "en|fi|sv" },
    { "no-names",
      0,
      0,
      G_OPTION_ARG_NONE,
      &options.no_names,
      N_ ("Leave out the names of people"),
      NULL },
    { "output",
      'o',
      0,
      G_OPTION_ARG_FILENAME,
      &options.output,
      N_ ("The file to write"),
      N_ ("OUT.svg|.png|.pdf|.csv") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  g_autoptr (GError) error = NULL;
  LasnaChartKind kind = 0;
  LasnaLanguage language;

  if (!lasna_cli_parse (entries,
                        N_ ("FILE [CHART]"),
                        N_ ("Draws a chart of the voices, or writes it as a table."),
                        1,
                        2,
                        argc,
                        argv,
                        &files) ||
      !lasna_cli_read_language (options.code, &language) ||
      !read_measure (options.measure_id, &options.measure))
    return LASNA_CLI_WRONG_USE;
  if (!options.list && (files[1] == NULL || !lasna_chart_find (files[1], &kind)))
    return lasna_cli_misuse (_ ("Say which chart; lasna chart FILE --list tells what there is."));
  if (!options.list && options.output == NULL)
    return lasna_cli_misuse (_ ("Say with -o where the chart goes: a .svg, .png, .pdf or .csv."));
  if (!lasna_cli_set_filter (filter, &options.view, &error) ||
      (!options.list && !lasna_cli_check_output (files[0], options.output, &error)))
    return lasna_cli_fail (error);
  return run (files[0], kind, &options, language, filter);
}
