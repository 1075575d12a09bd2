/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole workbook in and out, for lasna import and lasna export.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-workbook-json-check.h"
#include "lasna-workbook-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a file tells what it is. */
#define LOOK_BYTES 512

static const struct
{
  const char *word;
  LasnaCliMatter matter;
} matters[] = {
  { "feedback", LASNA_CLI_FEEDBACK },
  { "journey", LASNA_CLI_JOURNEY },
  { "workbook", LASNA_CLI_WORKBOOK },
};

static const struct
{
  const char *ending;
  LasnaCliMatter matter;
} endings[] = {
  { ".json", LASNA_CLI_WORKBOOK },
  { ".csv", LASNA_CLI_FEEDBACK },
  { ".xlsx", LASNA_CLI_FEEDBACK },
};

/**
 * lasna_cli_read_matter:
 * @word: (nullable): what somebody says it is; @matter is left alone without
 *
 * Returns: whether it is one of ours; where not, somebody has been told
 */
gboolean
lasna_cli_read_matter (const char *word, LasnaCliMatter *matter)
{
  if (word == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (matters); i++)
    if (g_str_equal (word, matters[i].word))
      {
        *matter = matters[i].matter;
        return TRUE;
      }
  lasna_cli_say (_ ("It is one of feedback, journey and workbook."));
  return FALSE;
}

/**
 * lasna_cli_matter_of_path:
 *
 * Returns: what is written into a file of that name, unless somebody says otherwise
 */
LasnaCliMatter
lasna_cli_matter_of_path (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  if (lasna_cli_is_journey_path (folded))
    return LASNA_CLI_JOURNEY;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i].ending))
      return endings[i].matter;
  return LASNA_CLI_FEEDBACK;
}

/**
 * lasna_cli_matter_of_file:
 *
 * Returns: what the file brings, by how it begins: our JSON says its format, our grid of a journey
 *   begins with the word lane
 */
LasnaCliMatter
lasna_cli_matter_of_file (GFile *file)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_ascii_strdown (base, -1);
  char text[LOOK_BYTES + 1] = { 0 };
  const char *at = text;
  gsize read;

  /* A pipe would keep us waiting, and the import refuses it anyway. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return LASNA_CLI_FEEDBACK;
  stream = g_file_read (file, NULL, NULL);
  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), text, LOOK_BYTES, &read, NULL, NULL))
    return LASNA_CLI_FEEDBACK;
  if (g_str_has_prefix (at, "\xef\xbb\xbf"))
    at += strlen ("\xef\xbb\xbf");
  while (g_ascii_isspace (*at))
    at++;
  if (*at == '{')
    return strstr (at, "\"format\"") != NULL ? LASNA_CLI_WORKBOOK : LASNA_CLI_FEEDBACK;
  if (g_str_has_suffix (name, ".mmd"))
    return LASNA_CLI_JOURNEY;
  at += *at == '"';
  if (g_ascii_strncasecmp (at, "lane", strlen ("lane")) == 0 &&
      strchr ("\",;\t|", at[strlen ("lane")]) != NULL)
    return LASNA_CLI_JOURNEY;
  return LASNA_CLI_FEEDBACK;
}

/* The copy for others is a file of its own, so that no name can slip through. */
static gboolean
write_without_names (LasnaWorkbook *workbook, const char *output, GError **error)
{
  g_auto (LasnaCliCopy) copy = { NULL };

  return lasna_cli_copy_for_others (&copy, workbook, output, error) &&
         lasna_workbook_json_write (copy.workbook, output, NULL, error);
}

int
lasna_cli_export_workbook (const char *path, const char *output, gboolean no_names)
{
  g_autoptr (LasnaWorkbook) workbook = lasna_cli_open (path, LASNA_STORE_READ_ONLY);
  g_autoptr (GError) error = NULL;

  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  if (no_names ? write_without_names (workbook, output, &error)
               : lasna_workbook_json_write (workbook, output, NULL, &error))
    return LASNA_CLI_DONE;
  return lasna_cli_fail (error);
}

static void
print_count (const LasnaWorkbookJsonCount *count, gboolean json)
{
  LasnaLanguage language = lasna_language_of_locale ();
  g_autofree char *records = lasna_words_count (language, count->records);
  g_autofree char *voices = lasna_words_count (language, count->voices);

  if (json)
    {
      g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

      json_node_take_object (root, json_object_new ());
      json_object_set_int_member (json_node_get_object (root), "records", (gint64) count->records);
      json_object_set_int_member (json_node_get_object (root), "voices", (gint64) count->voices);
      lasna_cli_print_json (root);
      return;
    }
  g_print (g_dngettext (GETTEXT_PACKAGE, "%s record", "%s records", count->records), records);
  g_print ("\n");
  g_print (g_dngettext (GETTEXT_PACKAGE, "%s voice", "%s voices", count->voices), voices);
  g_print ("\n");
}

int
lasna_cli_import_workbook (const char *path, GFile *source, gboolean dry_run, gboolean json)
{
  g_autoptr (LasnaWorkbook) workbook = lasna_cli_open (path, dry_run ? LASNA_STORE_READ_ONLY : 0);
  g_autoptr (GError) error = NULL;
  LasnaWorkbookJsonCount count = { 0 };

  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  if (dry_run)
    {
      g_autoptr (LasnaWorkbookJsonCheck) check =
          lasna_workbook_json_check_new (workbook, source, NULL, &error);

      if (check == NULL)
        return lasna_cli_fail (error);
      count = lasna_workbook_json_check_get_count (check);
    }
  else if (!lasna_workbook_json_read (workbook, source, &count, NULL, &error))
    return lasna_cli_fail (error);
  print_count (&count, json);
  return LASNA_CLI_DONE;
}
