/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Options, files, journeys by name, and what is said when something goes wrong.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-copy.h"
#include "lasna-error.h"
#include "lasna-export.h"
#include "lasna-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * lasna_cli_say:
 *
 * Writes one line on standard error.
 */
void
lasna_cli_say (const char *sentence)
{
  g_autofree char *line = g_strdelimit (g_strdup (sentence), "\n", ' ');

  g_printerr ("lasna: %s\n", line);
}

/**
 * lasna_cli_misuse:
 *
 * Returns: the exit status of wrong use
 */
int
lasna_cli_misuse (const char *sentence)
{
  lasna_cli_say (sentence);
  return LASNA_CLI_WRONG_USE;
}

/**
 * lasna_cli_fail:
 *
 * Returns: the exit status for @error, of which it has told
 */
int
lasna_cli_fail (const GError *error)
{
  lasna_cli_say (error->message);
  return g_error_matches (error, LASNA_ERROR, LASNA_ERROR_USAGE) ? LASNA_CLI_WRONG_USE
                                                                 : LASNA_CLI_FAILED;
}

/**
 * lasna_cli_parse:
 * @entries: ended by G_OPTION_ENTRY_NULL
 * @arguments: what follows the options, as the help shows it
 * @least: how many that are at least
 * @most: and at most
 * @files: (out): those
 *
 * Returns: whether the command line was understood; where not, somebody has been told
 */
gboolean
lasna_cli_parse (const GOptionEntry *entries,
                 const char *arguments,
                 const char *summary,
                 guint least,
                 guint most,
                 int argc,
                 char *argv[],
                 char ***files)
{
  g_auto (GStrv) rest = NULL;
  const GOptionEntry more[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autofree char *name = g_strconcat ("lasna ", argv[0], NULL);
  g_autoptr (GError) error = NULL;
  guint n;

  g_set_prgname (name);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, more, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      lasna_cli_say (error->message);
      return FALSE;
    }
  n = rest != NULL ? g_strv_length (rest) : 0;
  if (n < least || n > most)
    {
      /* Translators: %s is what has to be there, such as FILE */
      g_autofree char *sentence =
          g_strdup_printf (_ ("Say %s and nothing else beside the options."), _ (arguments));

      lasna_cli_say (sentence);
      return FALSE;
    }
  *files = g_steal_pointer (&rest);
  return TRUE;
}

/**
 * lasna_cli_read_language:
 * @code: (nullable): that of the locale by default
 *
 * Returns: whether @code is a language of ours; where not, somebody has been told
 */
gboolean
lasna_cli_read_language (const char *code, LasnaLanguage *language)
{
  *language = lasna_language_of_locale ();
  if (code == NULL || lasna_language_from_code (code, language))
    return TRUE;
  lasna_cli_say (_ ("A language is one of en, fi and sv."));
  return FALSE;
}

/**
 * lasna_cli_check_output:
 * @file: the workbook
 *
 * Returns: whether something can be written to @output, asked before any work is done for it
 */
gboolean
lasna_cli_check_output (const char *file, const char *output, GError **error)
{
  if (!lasna_file_is_same (file, output))
    return lasna_export_check_path (output, error);
  g_set_error_literal (error,
                       LASNA_ERROR,
                       LASNA_ERROR_USAGE,
                       _ ("That would write over the workbook itself. Nothing was written; choose "
                          "another name."));
  return FALSE;
}

/**
 * lasna_cli_open:
 *
 * Returns: (transfer full) (nullable): the workbook; where NULL, somebody has been told
 */
LasnaWorkbook *
lasna_cli_open (const char *path, LasnaStoreFlags flags)
{
  g_autoptr (GError) error = NULL;
  LasnaWorkbook *workbook = lasna_workbook_open (path, flags | LASNA_STORE_PATIENT, NULL, &error);

  if (workbook == NULL)
    lasna_cli_say (error->message);
  return workbook;
}

/**
 * lasna_cli_open_side:
 *
 * Returns: (transfer full) (nullable): a connection for bulk work on @workbook, which leaves one
 *   file behind when it is closed
 */
LasnaStore *
lasna_cli_open_side (LasnaWorkbook *workbook, GError **error)
{
  LasnaStore *store = lasna_workbook_get_store (workbook);

  return lasna_store_prepare_to_write (store, error)
             ? lasna_store_open_side (store, LASNA_STORE_BULK, error)
             : NULL;
}

/**
 * lasna_cli_copy_for_others:
 * @beside: where the copy lies for so long, in that folder
 *
 * Returns: whether @self has a copy of @workbook that names nobody
 */
gboolean
lasna_cli_copy_for_others (LasnaCliCopy *self,
                           LasnaWorkbook *workbook,
                           const char *beside,
                           GError **error)
{
  self->path = lasna_file_make_temporary (beside, error);
  if (self->path == NULL ||
      !lasna_copy_run (
          lasna_workbook_get_store (workbook), self->path, LASNA_COPY_FOR_OTHERS, TRUE, error))
    return FALSE;
  self->workbook = lasna_workbook_open (self->path, 0, NULL, error);
  return self->workbook != NULL;
}

void
lasna_cli_copy_clear (LasnaCliCopy *self)
{
  if (self->workbook != NULL)
    lasna_workbook_close (self->workbook, NULL);
  g_clear_object (&self->workbook);
  if (self->path != NULL)
    lasna_file_remove_with_journals (self->path);
  g_clear_pointer (&self->path, g_free);
}

static gboolean
is_called (LasnaRecord *journey, const char *name)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, lasna_record_get_id (journey));
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (g_str_equal (id, name))
    return TRUE;
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autofree char *title = lasna_record_dup_text_in (journey, "title", i);
      g_autofree char *folded_title = title != NULL ? g_utf8_casefold (title, -1) : NULL;

      if (g_strcmp0 (folded, folded_title) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The first journey in use, else the first that was not put away, else the first. */
static LasnaRecord *
find_default (GListModel *journeys)
{
  g_autoptr (LasnaRecord) found = NULL;
  int best = -1;

  for (guint i = 0; i < g_list_model_get_n_items (journeys); i++)
    {
      g_autoptr (LasnaRecord) journey = g_list_model_get_item (journeys, i);
      const char *state = lasna_record_get_text (journey, "state");
      int rank =
          g_strcmp0 (state, "journey.in-use") == 0 ? 2 : g_strcmp0 (state, "journey.archived") != 0;

      if (rank <= best)
        continue;
      best = rank;
      g_set_object (&found, journey);
    }
  if (found == NULL)
    lasna_cli_say (
        _ ("The workbook has no journey yet. Nothing was written; begin one in the window, or with "
           "lasna new --template."));
  return g_steal_pointer (&found);
}

/**
 * lasna_cli_find_journey:
 * @name: (nullable): a title in any language or an id; the one in use by default
 *
 * Returns: (transfer full) (nullable): the journey; where NULL, somebody has been told
 */
LasnaRecord *
lasna_cli_find_journey (LasnaWorkbook *workbook, const char *name)
{
  GListModel *journeys = lasna_workbook_get_records (workbook, "journey");
  g_autoptr (LasnaRecord) found = NULL;
  g_autofree char *sentence = NULL;
  guint n = 0;

  if (name == NULL)
    return find_default (journeys);
  for (guint i = 0; i < g_list_model_get_n_items (journeys); i++)
    {
      g_autoptr (LasnaRecord) journey = g_list_model_get_item (journeys, i);

      if (!g_utf8_validate (name, -1, NULL) || !is_called (journey, name))
        continue;
      g_set_object (&found, journey);
      n++;
    }
  if (n == 1)
    return g_steal_pointer (&found);
  if (n > 1)
    /* Translators: %s is the title of several journeys */
    sentence = g_strdup_printf (
        _ ("More than one journey is called %s. Nothing was written; give the id of the one you "
           "mean."),
        name);
  else
    /* Translators: %s is what somebody gave as the title or id of a journey */
    sentence = g_strdup_printf (
        _ ("The workbook has no journey called %s. Nothing was written; leave --journey out to "
           "take the one in use."),
        name);
  lasna_cli_say (sentence);
  return NULL;
}

void
lasna_cli_view_clear (LasnaCliView *self)
{
  g_free (self->journey);
  g_free (self->from);
  g_free (self->to);
  g_strfreev (self->wheres);
}

/**
 * lasna_cli_set_filter:
 *
 * Returns: whether @filter lets through the voices of @view; its journey is looked up elsewhere
 */
gboolean
lasna_cli_set_filter (LasnaFilter *filter, const LasnaCliView *view, GError **error)
{
  if ((view->from != NULL || view->to != NULL) &&
      !lasna_filter_set_period (filter, view->from, view->to, error))
    return FALSE;
  if (view->from != NULL && view->to != NULL && strcmp (view->from, view->to) > 0)
    {
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_USAGE,
                           _ ("The first day is after the last one; say --from and --to the other "
                              "way round."));
      return FALSE;
    }
  for (guint i = 0; view->wheres != NULL && view->wheres[i] != NULL; i++)
    if (!lasna_filter_add_where (filter, view->wheres[i], error))
      return FALSE;
  return TRUE;
}

void
lasna_cli_print_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  g_print ("%s\n", text);
}
