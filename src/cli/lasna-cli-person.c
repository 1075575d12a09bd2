/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lasna person: everything about one person, told or removed.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-person-removal.h"
#include "lasna-person-search.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gboolean anonymise;
  gboolean erase;
  gboolean backups;
  gboolean yes;
  gboolean json;
} Options;

static JsonArray *
list_places (const LasnaPersonReport *report)
{
  JsonArray *places = json_array_new ();

  for (guint i = 0; i < report->finds->len; i++)
    {
      const LasnaPersonFind *find = report->finds->pdata[i];
      JsonObject *place = json_object_new ();
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, find->id);

      json_object_set_string_member (place, "table", find->table);
      json_object_set_string_member (place, "id", id);
      json_object_set_string_member (place, "property", find->property);
      json_object_set_string_member (place, "text", find->excerpt);
      json_object_set_boolean_member (place, "undone", find->is_hidden);
      json_array_add_object_element (places, place);
    }
  return places;
}

static void
print_json (const LasnaPersonReport *report)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *backups = json_array_new ();

  json_node_take_object (root, object);
  json_object_set_int_member (object, "mentions", (gint64) report->n_finds);
  json_object_set_array_member (object, "places", list_places (report));
  json_object_set_int_member (object, "voices", (gint64) report->n_voices);
  json_object_set_int_member (object, "encounters", (gint64) report->n_encounters);
  json_object_set_int_member (object, "changes", (gint64) report->n_changes);
  json_object_set_int_member (object, "attachments", (gint64) report->n_attachments);
  for (guint i = 0; i < report->backups->len; i++)
    json_array_add_string_element (backups, report->backups->pdata[i]);
  json_object_set_array_member (object, "backups", backups);
  lasna_cli_print_json (root);
}

static void
print_counts (const LasnaPersonReport *report)
{
  if (report->n_voices > 0)
    g_print (g_dngettext (GETTEXT_PACKAGE,
                          "%u voice is this person's.\n",
                          "%u voices are this person's.\n",
                          report->n_voices),
             (guint) report->n_voices);
  if (report->n_encounters > 0)
    g_print (g_dngettext (GETTEXT_PACKAGE,
                          "%u encounter was with this person.\n",
                          "%u encounters were with this person.\n",
                          report->n_encounters),
             (guint) report->n_encounters);
  if (report->n_attachments > 0)
    g_print (g_dngettext (GETTEXT_PACKAGE,
                          "%u attached file mentions this person.\n",
                          "%u attached files mention this person.\n",
                          report->n_attachments),
             (guint) report->n_attachments);
  if (report->n_changes > 0)
    g_print ("%s\n", _ ("What can be undone mentions this person."));
  if (report->backups->len > 0)
    g_print ("%s\n", _ ("These backups mention this person, or cannot be read:"));
  for (guint i = 0; i < report->backups->len; i++)
    g_print ("  %s\n", (const char *) report->backups->pdata[i]);
}

static void
print_text (const LasnaPersonReport *report)
{
  if (lasna_person_report_is_empty (report))
    g_print ("%s\n", _ ("Nothing mentions this person."));
  for (guint i = 0; i < report->finds->len; i++)
    {
      const LasnaPersonFind *find = report->finds->pdata[i];

      g_print ("%s, %s: %s%s%s\n",
               _ (find->kind),
               _ (find->property),
               find->excerpt,
               find->is_hidden ? " – " : "",
               find->is_hidden ? _ ("in an import that was undone") : "");
    }
  if (report->n_finds > report->finds->len)
    g_print ("…\n");
  print_counts (report);
}

/* Returns NULL where it has told why. */
static LasnaPersonReport *
search (LasnaWorkbook *workbook, LasnaPersonQuery *query, GError **error)
{
  g_autoptr (LasnaStore) side =
      lasna_store_open_side (lasna_workbook_get_store (workbook), LASNA_STORE_READ_ONLY, error);

  return side != NULL ? lasna_person_search (side, query, NULL, error) : NULL;
}

static gboolean
take_out (LasnaWorkbook *workbook, LasnaPersonQuery *query, const Options *options, GError **error)
{
  g_autoptr (LasnaStore) side = lasna_cli_open_side (workbook, error);

  return side != NULL &&
         lasna_person_remove (side,
                              query,
                              options->erase ? LASNA_PERSON_ERASE : LASNA_PERSON_ANONYMISE,
                              options->backups,
                              NULL,
                              error);
}

static int
run (const char *path, LasnaPersonQuery *query, const Options *options)
{
  gboolean removes = options->anonymise || options->erase;
  g_autoptr (LasnaWorkbook) workbook = lasna_cli_open (path, removes ? 0 : LASNA_STORE_READ_ONLY);
  g_autoptr (LasnaPersonReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  if (removes && !take_out (workbook, query, options, &error))
    return lasna_cli_fail (error);
  report = search (workbook, query, &error);
  if (report == NULL)
    return lasna_cli_fail (error);
  (options->json ? print_json : print_text) (report);
  return LASNA_CLI_DONE;
}

int
lasna_cli_person (int argc, char *argv[])
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "anonymise",
      0,
      0,
      G_OPTION_ARG_NONE,
      &options.anonymise,
      N_ ("Keep what the person said, and not who it was"),
      NULL },
    { "erase",
      0,
      0,
      G_OPTION_ARG_NONE,
      &options.erase,
      N_ ("Remove the person and what the person said"),
      NULL },
    { "backups",
      0,
      0,
      G_OPTION_ARG_NONE,
      &options.backups,
      N_ ("Delete our own backups that mention the person too"),
      NULL },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &options.yes, N_ ("Do what cannot be undone"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Answer in JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  g_autoptr (LasnaPersonQuery) query = NULL;
  g_autoptr (GError) error = NULL;

  if (!lasna_cli_parse (entries,
                        N_ ("FILE NAME"),
                        N_ ("Finds everything about a person, and anonymises or erases it."),
                        2,
                        2,
                        argc,
                        argv,
                        &files))
    return LASNA_CLI_WRONG_USE;
  if (options.anonymise && options.erase)
    return lasna_cli_misuse (_ ("Say --anonymise or --erase, not both."));
  if ((options.yes || options.backups) && !options.anonymise && !options.erase)
    return lasna_cli_misuse (_ ("--yes and --backups go with --anonymise or --erase."));
  if ((options.anonymise || options.erase) && !options.yes)
    return lasna_cli_misuse (
        _ ("This cannot be undone, and the whole undo of the workbook goes with it. Nothing was "
           "changed; say --yes if it is meant."));
  query = lasna_person_query_new (files[1], &error);
  if (query == NULL)
    return lasna_cli_fail (error);
  return run (files[0], query, &options);
}
