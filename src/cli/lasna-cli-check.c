/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lasna check: looks a file over.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-check.h"
#include "lasna-error.h"

#include <glib/gi18n-lib.h>

static void
print_json (GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const LasnaFinding *finding = findings->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, finding->id);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "table");
      json_builder_add_string_value (builder, finding->table);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, finding->id != 0 ? id : NULL);
      json_builder_set_member_name (builder, "sentence");
      json_builder_add_string_value (builder, finding->sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  lasna_cli_print_json (root);
}

static void
print_text (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LasnaFinding *finding = findings->pdata[i];

      if (finding->table != NULL)
        g_print ("%s %" G_GINT64_FORMAT ": %s\n", finding->table, finding->id, finding->sentence);
      else
        g_print ("%s\n", finding->sentence);
    }
}

/* What keeps a file from being opened at all was found, too. */
static GPtrArray *
find (const char *path, GError **error)
{
  g_autoptr (LasnaWorkbook) workbook =
      lasna_workbook_open (path, LASNA_STORE_READ_ONLY | LASNA_STORE_PATIENT, NULL, error);

  return workbook != NULL ? lasna_check_workbook (workbook, error) : NULL;
}

int
lasna_cli_check (int argc, char *argv[])
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Answer in JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!lasna_cli_parse (entries,
                        N_ ("FILE"),
                        N_ ("Looks a file over and changes nothing."),
                        1,
                        1,
                        argc,
                        argv,
                        &files))
    return LASNA_CLI_WRONG_USE;
  findings = find (files[0], &error);
  if (findings == NULL)
    {
      LasnaFinding whole = { NULL, 0, error->message };

      if (!g_error_matches (error, LASNA_ERROR, LASNA_ERROR_DAMAGED))
        return lasna_cli_fail (error);
      findings = g_ptr_array_new ();
      g_ptr_array_add (findings, &whole);
      (json ? print_json : print_text) (findings);
      return lasna_cli_fail (error);
    }
  (json ? print_json : print_text) (findings);
  if (findings->len == 0)
    return LASNA_CLI_DONE;
  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u thing was found. The file was left as it is.",
                                           "%u things were found. The file was left as it is.",
                                           findings->len),
                              findings->len);
  lasna_cli_say (sentence);
  return LASNA_CLI_FAILED;
}
