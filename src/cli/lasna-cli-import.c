/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lasna import: feedback from a table, a journey, or a whole workbook.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-error.h"
#include "lasna-file.h"
#include "lasna-import.h"
#include "lasna-skip-report.h"
#include "lasna-sweep.h"

#include <glib/gi18n-lib.h>

/* How many left out rows people are told of one by one. */
#define TOLD_SKIPS 10

typedef struct
{
  char *as;
  char *journey;
  char **maps;
  char **settings;
  char *skipped;
  gboolean creates;
  gboolean dry_run;
  gboolean json;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->as);
  g_free (self->journey);
  g_strfreev (self->maps);
  g_strfreev (self->settings);
  g_free (self->skipped);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static LasnaImportOptions *
read_options (const Options *options, GError **error)
{
  g_autoptr (LasnaImportOptions) read = lasna_import_options_new ();

  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    if (!lasna_import_options_map (read, options->maps[i], error))
      return NULL;
  for (guint i = 0; options->settings != NULL && options->settings[i] != NULL; i++)
    if (!lasna_import_options_set (read, options->settings[i], error))
      return NULL;
  return g_steal_pointer (&read);
}

static void
add_unassigned (JsonObject *object, GPtrArray *unassigned)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < unassigned->len; i++)
    {
      const LasnaUnassigned *one = unassigned->pdata[i];
      JsonObject *member = json_object_new ();

      json_object_set_string_member (member, "kind", one->kind);
      json_object_set_string_member (member, "text", one->text);
      json_object_set_int_member (member, "voices", (gint64) one->count);
      json_array_add_object_element (array, member);
    }
  json_object_set_array_member (object, "unassigned", array);
}

static void
print_json (LasnaImport *import, gboolean done)
{
  g_autoptr (JsonNode) root = lasna_import_plan_to_json (lasna_import_get_plan (import));

  if (done)
    {
      gint64 id = lasna_import_get_batch (import);
      g_autofree char *batch = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      json_object_set_string_member (json_node_get_object (root), "batch", id != 0 ? batch : NULL);
      add_unassigned (json_node_get_object (root), lasna_import_get_unassigned (import));
    }
  lasna_cli_print_json (root);
}

static void
print_skipped (const LasnaImportPlan *plan)
{
  guint n = plan->skipped->len;
  g_autofree char *count = lasna_words_count (lasna_language_of_locale (), n);

  if (n == 0)
    return;
  g_print (g_dngettext (GETTEXT_PACKAGE, "%s row was left out:", "%s rows were left out:", n),
           count);
  g_print ("\n");
  for (guint i = 0; i < MIN (n, TOLD_SKIPS); i++)
    {
      const LasnaSkip *skip = &g_array_index (plan->skipped, LasnaSkip, i);

      g_print ("  %" G_GUINT64_FORMAT ": %s\n", skip->row, _ (skip->reason));
    }
  if (n > TOLD_SKIPS)
    g_print ("  …\n");
}

static void
print_open_questions (const LasnaImportPlan *plan)
{
  if (plan->undecided->len > 0)
    g_print ("%s\n", _ ("What the file leaves open, to be answered with:"));
  for (guint i = 0; i < plan->undecided->len; i++)
    {
      const LasnaUndecided *one = plan->undecided->pdata[i];
      g_autofree char *choices = g_strjoinv (", ", one->choices);

      g_print ("  --set %s=… (%s%s%s)\n",
               one->key,
               one->column != NULL ? one->column : "",
               one->column != NULL ? ": " : "",
               choices);
    }
}

static void
print_unassigned (GPtrArray *unassigned)
{
  if (unassigned->len > 0)
    g_print ("%s\n", _ ("Names the workbook does not know, kept to be assigned:"));
  for (guint i = 0; i < unassigned->len; i++)
    {
      const LasnaUnassigned *one = unassigned->pdata[i];

      g_print ("  %s: %s (%" G_GUINT64_FORMAT ")\n", one->kind, one->text, one->count);
    }
}

static void
print_text (LasnaImport *import, gboolean done)
{
  const LasnaImportPlan *plan = lasna_import_get_plan (import);
  g_autofree char *voices = lasna_words_count (lasna_language_of_locale (), plan->voices);

  g_print (g_dngettext (GETTEXT_PACKAGE, "%s voice", "%s voices", plan->voices), voices);
  g_print ("\n");
  if (!plan->has_dates && plan->day == NULL && plan->voices > 0)
    g_print ("%s\n",
             _ ("The file tells no dates, so the voices are of today; --set date=YYYY-MM-DD says "
                "another day."));
  print_skipped (plan);
  print_open_questions (plan);
  if (done)
    print_unassigned (lasna_import_get_unassigned (import));
}

/* Clears away what imports left that were broken off. That nothing could be cleared is no failure
 * of this one.
 */
static void
sweep (LasnaWorkbook *workbook)
{
  g_autoptr (LasnaStore) side =
      lasna_store_open_side (lasna_workbook_get_store (workbook), LASNA_STORE_BULK, NULL);

  if (side != NULL)
    lasna_sweep_run (side, NULL, NULL);
}

static int
run (const Options *options,
     LasnaWorkbook *workbook,
     GFile *source,
     const LasnaImportOptions *read,
     LasnaRecord *journey)
{
  g_autoptr (GError) error = NULL;
  LasnaImportPlan *plan = lasna_import_plan_new (source, read, NULL, &error);
  g_autoptr (LasnaImport) import = NULL;
  gboolean done = FALSE;

  if (plan == NULL)
    return lasna_cli_fail (error);
  import = lasna_import_new (workbook, plan, journey, options->creates);
  if (options->dry_run)
    done = lasna_import_count (import, NULL, &error);
  else
    done = lasna_import_plan_is_decided (plan, &error) && lasna_import_run (import, NULL, &error);
  if (done && !options->dry_run)
    sweep (workbook);
  if (done && options->skipped != NULL)
    {
      g_autoptr (LasnaSkipReport) report = lasna_skip_report_new (plan);

      if (!lasna_skip_report_write (report, options->skipped, &error))
        return lasna_cli_fail (error);
    }
  if (done)
    (options->json ? print_json : print_text) (import, !options->dry_run);
  return done ? LASNA_CLI_DONE : lasna_cli_fail (error);
}

/* An option that would change nothing was meant otherwise. */
static gboolean
fits_matter (const Options *options, LasnaCliMatter matter)
{
  if (options->maps != NULL || options->settings != NULL || options->skipped != NULL ||
      options->creates)
    lasna_cli_say (_ ("--map, --set, --create and --skipped go with feedback."));
  else if (matter == LASNA_CLI_WORKBOOK && options->journey != NULL)
    lasna_cli_say (_ ("A workbook comes whole; --journey goes with feedback or a journey."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
can_list_skipped (const Options *options, GStrv files, GError **error)
{
  if (!lasna_file_is_same (files[1], options->skipped))
    return lasna_cli_check_output (files[0], options->skipped, error);
  g_set_error_literal (error,
                       LASNA_ERROR,
                       LASNA_ERROR_USAGE,
                       _ ("That would write over the file that is brought in. Nothing was written; "
                          "choose another name."));
  return FALSE;
}

int
lasna_cli_import (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "as",
      0,
      0,
      G_OPTION_ARG_STRING,
      &options.as,
      N_ ("What the source is"),
      "feedback|journey|workbook" },
    { "journey",
      0,
      0,
      G_OPTION_ARG_STRING,
      &options.journey,
      N_ ("Whose stages and touchpoints the source means"),
      N_ ("TITLE|ID") },
    { "map",
      0,
      0,
      G_OPTION_ARG_STRING_ARRAY,
      &options.maps,
      N_ ("What a column becomes"),
      N_ ("FIELD=COLUMN") },
    { "set",
      0,
      0,
      G_OPTION_ARG_STRING_ARRAY,
      &options.settings,
      N_ ("Answer what the data cannot decide"),
      N_ ("KEY=VALUE") },
    { "create",
      0,
      0,
      G_OPTION_ARG_NONE,
      &options.creates,
      N_ ("Make what names no known stage, touchpoint, channel or segment"),
      NULL },
    { "skipped",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      &options.skipped,
      N_ ("Write the rows that are left out, and why, to a CSV file"),
      N_ ("FILE") },
    { "dry-run",
      0,
      0,
      G_OPTION_ARG_NONE,
      &options.dry_run,
      N_ ("Tell what would be taken and change nothing"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Answer in JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (LasnaImportOptions) read = NULL;
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autoptr (LasnaRecord) journey = NULL;
  LasnaCliMatter matter;
  g_autoptr (GError) error = NULL;

  if (!lasna_cli_parse (entries,
                        N_ ("FILE SOURCE"),
                        N_ ("Brings in feedback from a table, a journey, or a whole workbook."),
                        2,
                        2,
                        argc,
                        argv,
                        &files))
    return LASNA_CLI_WRONG_USE;
  source = g_file_new_for_commandline_arg (files[1]);
  matter = lasna_cli_matter_of_file (source);
  if (!lasna_cli_read_matter (options.as, &matter))
    return LASNA_CLI_WRONG_USE;
  if (matter != LASNA_CLI_FEEDBACK && !fits_matter (&options, matter))
    return LASNA_CLI_WRONG_USE;
  if (matter == LASNA_CLI_WORKBOOK)
    return lasna_cli_import_workbook (files[0], source, options.dry_run, options.json);
  if (matter == LASNA_CLI_JOURNEY)
    return lasna_cli_import_journey (
        files[0], source, options.journey, options.dry_run, options.json);
  read = read_options (&options, &error);
  if (read == NULL || (options.skipped != NULL && !can_list_skipped (&options, files, &error)))
    return lasna_cli_fail (error);
  workbook = lasna_cli_open (files[0], options.dry_run ? LASNA_STORE_READ_ONLY : 0);
  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  if (options.journey != NULL)
    {
      journey = lasna_cli_find_journey (workbook, options.journey);
      if (journey == NULL)
        return LASNA_CLI_FAILED;
    }
  return run (&options, workbook, source, read, journey);
}
