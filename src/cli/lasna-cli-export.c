/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lasna export: feedback as a table, a journey, or the whole workbook.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-voice-export.h"
#include "lasna-feedback.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

typedef struct
{
  char *what;
  LasnaCliView view;
  char *language;
  char *output;
  gboolean no_names;
  gboolean excel;
  gboolean json;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->what);
  lasna_cli_view_clear (&self->view);
  g_free (self->language);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
print_result (LasnaVoiceExport *export, gboolean json)
{
  guint n = lasna_voice_export_get_n_voices (export);
  guint n_shortened = lasna_voice_export_get_n_shortened (export);
  g_autofree char *count = lasna_words_count (lasna_language_of_locale (), n);

  if (json)
    {
      g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

      json_node_take_object (root, json_object_new ());
      json_object_set_int_member (json_node_get_object (root), "voices", n);
      json_object_set_int_member (json_node_get_object (root), "shortened", n_shortened);
      lasna_cli_print_json (root);
      return;
    }
  g_print (g_dngettext (GETTEXT_PACKAGE, "%s voice", "%s voices", n), count);
  g_print ("\n");
  if (n_shortened > 0)
    {
      g_print (g_dngettext (GETTEXT_PACKAGE,
                            "%u text was longer than a cell of Excel can be, and was cut.",
                            "%u texts were longer than a cell of Excel can be, and were cut.",
                            n_shortened),
               n_shortened);
      g_print ("\n");
    }
}

/* The library that writes .xlsx files tells standard error of every trouble; we say it in one
 * sentence.
 */
static gboolean
write_quietly (LasnaVoiceExport *export, const char *output, GError **error)
{
  int kept = dup (STDERR_FILENO);
  int nowhere = g_open ("/dev/null", O_WRONLY | O_CLOEXEC, 0);
  gboolean written;

  if (kept >= 0 && nowhere >= 0)
    dup2 (nowhere, STDERR_FILENO);
  written = lasna_voice_export_run (export, output, NULL, error);
  if (kept >= 0 && nowhere >= 0)
    dup2 (kept, STDERR_FILENO);
  if (kept >= 0)
    close (kept);
  if (nowhere >= 0)
    close (nowhere);
  return written;
}

static int
run (const Options *options,
     LasnaWorkbook *workbook,
     const LasnaFilter *filter,
     const LasnaVoiceExportOptions *how)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (workbook);
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaSelection) selection = lasna_feedback_select (feedback, filter, &error);
  g_autoptr (LasnaVoiceExport) export =
      selection != NULL ? lasna_voice_export_new (workbook, selection, how, &error) : NULL;

  if (export == NULL || !write_quietly (export, options->output, &error))
    return lasna_cli_fail (error);
  print_result (export, options->json);
  return LASNA_CLI_DONE;
}

static int
open_and_run (const Options *options,
              const char *path,
              LasnaFilter *filter,
              LasnaVoiceExportOptions *how)
{
  g_autoptr (LasnaWorkbook) workbook = lasna_cli_open (path, LASNA_STORE_READ_ONLY);
  g_autoptr (LasnaRecord) journey = NULL;

  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  if (options->view.journey != NULL)
    {
      journey = lasna_cli_find_journey (workbook, options->view.journey);
      if (journey == NULL)
        return LASNA_CLI_FAILED;
      lasna_filter_add_record (filter, LASNA_DIMENSION_JOURNEY, lasna_record_get_id (journey));
    }
  if (options->language == NULL)
    how->language = lasna_workbook_get_language (workbook);
  return run (options, workbook, filter, how);
}

static gboolean
read_format (const Options *options, LasnaExportFormat *format)
{
  if (!lasna_export_format_from_path (options->output, format))
    {
      lasna_cli_say (_ ("Feedback goes into a .csv or .xlsx."));
      return FALSE;
    }
  if (options->excel && *format == LASNA_EXPORT_XLSX)
    {
      lasna_cli_say (_ ("An .xlsx is for Excel anyway; --excel goes with a .csv."));
      return FALSE;
    }
  if (options->excel)
    *format = LASNA_EXPORT_CSV_EXCEL;
  return TRUE;
}

/* An option that would change nothing was meant otherwise. */
static gboolean
fits_matter (const Options *options, LasnaCliMatter matter)
{
  if (options->view.from != NULL || options->view.to != NULL || options->view.wheres != NULL ||
      options->excel || options->json)
    lasna_cli_say (_ ("--from, --to, --where, --excel and --json go with feedback."));
  else if (matter == LASNA_CLI_WORKBOOK &&
           (options->view.journey != NULL || options->language != NULL))
    lasna_cli_say (
        _ ("A workbook goes out whole; --journey and --language go with feedback or a journey."));
  else if (matter == LASNA_CLI_WORKBOOK &&
           lasna_cli_matter_of_path (options->output) != LASNA_CLI_WORKBOOK)
    lasna_cli_say (_ ("A workbook goes into a .json."));
  else
    return TRUE;
  return FALSE;
}

int
lasna_cli_export (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "what",
      0,
      0,
      G_OPTION_ARG_STRING,
      &options.what,
      N_ ("What to write"),
      "feedback|journey|workbook" },
    LASNA_CLI_VIEW_OPTIONS (options.view, N_ ("Only the voices of a journey")),
    { "no-names",
      0,
      0,
      G_OPTION_ARG_NONE,
      &options.no_names,
      N_ ("Leave out the names of people"),
      NULL },
    { "excel",
      0,
      0,
      G_OPTION_ARG_NONE,
      &options.excel,
      N_ ("A CSV that Excel opens by itself: semicolons, decimal commas"),
      NULL },
    { "language",
      0,
      0,
      G_OPTION_ARG_STRING,
      &options.language,
      N_ ("The language of headers and names; that of the workbook by default"),
      "en|fi|sv" },
    { "output",
      'o',
      0,
      G_OPTION_ARG_FILENAME,
      &options.output,
      N_ ("The file to write"),
      N_ ("OUT.csv|.xlsx|.json|.mmd|.html|.tsv") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Answer in JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  LasnaVoiceExportOptions how = { 0 };
  LasnaCliMatter matter;
  g_autoptr (GError) error = NULL;

  if (!lasna_cli_parse (
          entries,
          N_ ("FILE"),
          N_ ("Writes feedback as a table, a journey, or the whole workbook, for other programs."),
          1,
          1,
          argc,
          argv,
          &files) ||
      !lasna_cli_read_language (options.language, &how.language))
    return LASNA_CLI_WRONG_USE;
  if (options.output == NULL)
    return lasna_cli_misuse (_ ("Say with -o where it goes."));
  matter = lasna_cli_matter_of_path (options.output);
  if (!lasna_cli_read_matter (options.what, &matter))
    return LASNA_CLI_WRONG_USE;
  if (matter != LASNA_CLI_FEEDBACK && !fits_matter (&options, matter))
    return LASNA_CLI_WRONG_USE;
  if (!lasna_cli_check_output (files[0], options.output, &error))
    return lasna_cli_fail (error);
  if (matter == LASNA_CLI_JOURNEY)
    return lasna_cli_export_journey (files[0],
                                     options.view.journey,
                                     options.output,
                                     options.language != NULL ? &how.language : NULL,
                                     !options.no_names);
  if (matter == LASNA_CLI_WORKBOOK)
    return lasna_cli_export_workbook (files[0], options.output, options.no_names);
  if (!read_format (&options, &how.format))
    return LASNA_CLI_WRONG_USE;
  if (!lasna_cli_set_filter (filter, &options.view, &error))
    return lasna_cli_fail (error);
  how.names = !options.no_names;
  return open_and_run (&options, files[0], filter, &how);
}
