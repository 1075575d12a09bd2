/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lasna info: what a workbook holds.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-kinds.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char *path;
  LasnaWorkbook *workbook;
  const char *name;
  const char *language;
  gint64 version;
  gint64 size;
  gint64 *counts; /* by kind */
} Info;

static gboolean
read_integer (Info *info, const char *sql, gint64 *value, GError **error)
{
  LasnaStatement *statement =
      lasna_store_prepare (lasna_workbook_get_store (info->workbook), sql, error);

  if (statement == NULL || lasna_statement_step (statement, error) != LASNA_STEP_ROW)
    return FALSE;
  *value = lasna_statement_get_integer (statement, 1);
  lasna_statement_reset (statement);
  return TRUE;
}

/* Voices of an import that was undone do not count. */
static gboolean
read_counts (Info *info, GError **error)
{
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    {
      const char *table = lasna_kinds_get_class (i)->table;
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s",
                                              strcmp (table, "feedback") == 0 ? "voice" : table);

      if (!read_integer (info, sql, &info->counts[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_info (Info *info, GError **error)
{
  LasnaRecord *settings = LASNA_RECORD (lasna_workbook_get_settings (info->workbook));
  GStatBuf status;

  info->name = settings != NULL ? lasna_record_get_text (settings, "name") : NULL;
  info->language = lasna_language_to_code (lasna_workbook_get_language (info->workbook));
  info->size = g_stat (info->path, &status) == 0 ? (gint64) status.st_size : 0;
  return read_integer (info, "PRAGMA user_version", &info->version, error) &&
         read_counts (info, error);
}

static void
print_json (const Info *info)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, info->name);
  json_builder_set_member_name (builder, "language");
  json_builder_add_string_value (builder, info->language);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, info->version);
  json_builder_set_member_name (builder, "size");
  json_builder_add_int_value (builder, info->size);
  json_builder_set_member_name (builder, "kinds");
  json_builder_begin_object (builder);
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    {
      json_builder_set_member_name (builder, lasna_kinds_get_class (i)->table);
      json_builder_add_int_value (builder, info->counts[i]);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  lasna_cli_print_json (root);
}

static void
print_text (const Info *info)
{
  LasnaLanguage language = lasna_language_of_locale ();
  g_autofree char *size = lasna_words_count (language, ((guint64) info->size + 500) / 1000);

  g_print ("%s\n", info->name != NULL ? info->name : "");
  /* Translators: a language, such as fi */
  g_print (_ ("Language: %s"), info->language);
  g_print ("\n");
  /* Translators: the number of the file's format */
  g_print (_ ("Version of the file: %d"), (int) info->version);
  g_print ("\n");
  /* Translators: a number of kilobytes */
  g_print (_ ("Size: %s kB"), size);
  g_print ("\n\n");
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    if (info->counts[i] > 0)
      {
        g_autofree char *n = lasna_words_count (language, (guint64) info->counts[i]);

        g_print ("%s: %s\n", _ (lasna_kinds_get_class (i)->label), n);
      }
}

int
lasna_cli_info (int argc, char *argv[])
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Answer in JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autofree gint64 *counts = g_new0 (gint64, lasna_kinds_get_n ());
  g_autoptr (GError) error = NULL;
  Info info = { 0 };

  if (!lasna_cli_parse (
          entries, N_ ("FILE"), N_ ("Tells what a workbook holds."), 1, 1, argc, argv, &files))
    return LASNA_CLI_WRONG_USE;
  workbook = lasna_cli_open (files[0], LASNA_STORE_READ_ONLY);
  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  info.path = files[0];
  info.workbook = workbook;
  info.counts = counts;
  if (!read_info (&info, &error))
    return lasna_cli_fail (error);
  if (json)
    print_json (&info);
  else
    print_text (&info);
  return LASNA_CLI_DONE;
}
