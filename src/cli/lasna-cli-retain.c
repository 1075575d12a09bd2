/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lasna retain: how long names and words are kept, and removing what is older.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-retention.h"

#include <glib/gi18n-lib.h>

#define NOT_SAID G_MININT

typedef struct
{
  int names; /* months; 0: for ever; NOT_SAID */
  int words;
  gboolean dry_run;
  gboolean yes;
  gboolean json;
} Options;

/* What is said on the command line becomes the workbook's rule. */
static gboolean
set_rule (LasnaWorkbook *workbook, const Options *options, GError **error)
{
  LasnaSettings *settings = lasna_workbook_get_settings (workbook);
  g_autoptr (LasnaChange) change = NULL;

  if (options->dry_run || (options->names == NOT_SAID && options->words == NOT_SAID))
    return TRUE;
  change = lasna_workbook_begin (workbook, _ ("Change how long names and words are kept"));
  if (options->names != NOT_SAID)
    g_object_set (settings,
                  "keep-names-months",
                  options->names > 0 ? (gint64) options->names : LASNA_UNSET,
                  NULL);
  if (options->words != NOT_SAID)
    g_object_set (settings,
                  "keep-words-months",
                  options->words > 0 ? (gint64) options->words : LASNA_UNSET,
                  NULL);
  return lasna_change_commit (change, error);
}

static LasnaRetention *
make_rule (LasnaWorkbook *workbook, const Options *options)
{
  LasnaRecord *settings = LASNA_RECORD (lasna_workbook_get_settings (workbook));

  return lasna_retention_new (
      lasna_workbook_get_clock (workbook),
      options->names != NOT_SAID ? options->names
                                 : lasna_record_get_integer (settings, "keep-names-months"),
      options->words != NOT_SAID ? options->words
                                 : lasna_record_get_integer (settings, "keep-words-months"));
}

static void
print_json (const LasnaRetention *rule, const LasnaRetentionCount *count, gboolean removed)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_node_take_object (root, object);
  json_object_set_string_member (object, "names-before", rule->names);
  json_object_set_string_member (object, "words-before", rule->words);
  json_object_set_int_member (object, "names", (gint64) count->names);
  json_object_set_int_member (object, "words", (gint64) count->words);
  json_object_set_boolean_member (object, "removed", removed);
  lasna_cli_print_json (root);
}

static void
print_part (LasnaLanguage language, const char *title, const char *before, guint64 n)
{
  g_autofree char *day = before != NULL ? lasna_words_date (language, before) : NULL;
  g_autofree char *count = lasna_words_count (language, n);

  if (day == NULL)
    /* Translators: %s is Names or Words. */
    g_print (_ ("%s: kept for ever\n"), title);
  else
    /* Translators: the first %s is Names or Words, the second a day, the third how many rows. */
    g_print (_ ("%s: kept from %s on, %s older\n"), title, day, count);
}

static void
print_text (const LasnaRetention *rule, const LasnaRetentionCount *count, gboolean removed)
{
  LasnaLanguage language = lasna_language_of_locale ();

  print_part (language, _ ("Names"), rule->names, count->names);
  print_part (language, _ ("Words"), rule->words, count->words);
  if (removed)
    g_print ("%s\n", _ ("What was older is removed."));
}

static gboolean
apply (LasnaWorkbook *workbook, const LasnaRetention *rule, GError **error)
{
  g_autoptr (LasnaStore) side = lasna_cli_open_side (workbook, error);

  return side != NULL && lasna_retention_apply (rule, side, NULL, error);
}

static int
run (const char *path, const Options *options)
{
  gboolean writes = !options->dry_run &&
                    (options->yes || options->names != NOT_SAID || options->words != NOT_SAID);
  gboolean removes = options->yes && !options->dry_run;
  g_autoptr (LasnaWorkbook) workbook = lasna_cli_open (path, writes ? 0 : LASNA_STORE_READ_ONLY);
  g_autoptr (LasnaRetention) rule = NULL;
  LasnaRetentionCount count;
  g_autoptr (GError) error = NULL;

  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  rule = make_rule (workbook, options);
  if (!set_rule (workbook, options, &error) ||
      !lasna_retention_count (rule, lasna_workbook_get_store (workbook), &count, &error) ||
      (removes && !apply (workbook, rule, &error)))
    return lasna_cli_fail (error);
  (options->json ? print_json : print_text) (rule, &count, removes);
  return LASNA_CLI_DONE;
}

static gboolean
is_months (int months)
{
  return months == NOT_SAID || (months >= 0 && months <= LASNA_RETENTION_MOST_MONTHS);
}

int
lasna_cli_retain (int argc, char *argv[])
{
  Options options = { .names = NOT_SAID, .words = NOT_SAID };
  const GOptionEntry entries[] = {
    { "names",
      0,
      0,
      G_OPTION_ARG_INT,
      &options.names,
      N_ ("Keep who said it for so many months; 0 for ever"),
      N_ ("MONTHS") },
    { "words",
      0,
      0,
      G_OPTION_ARG_INT,
      &options.words,
      N_ ("Keep what was said for so many months; 0 for ever"),
      N_ ("MONTHS") },
    { "dry-run",
      0,
      0,
      G_OPTION_ARG_NONE,
      &options.dry_run,
      N_ ("Tell what would be removed and change nothing"),
      NULL },
    { "yes",
      0,
      0,
      G_OPTION_ARG_NONE,
      &options.yes,
      N_ ("Remove what is older, which cannot be undone"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Answer in JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;

  if (!lasna_cli_parse (entries,
                        N_ ("FILE"),
                        N_ ("Tells how long names and words are kept, and removes what is older."),
                        1,
                        1,
                        argc,
                        argv,
                        &files))
    return LASNA_CLI_WRONG_USE;
  if (!is_months (options.names) || !is_months (options.words))
    return lasna_cli_misuse (_ ("Months are a number from 1 to 1200, or 0 for ever."));
  return run (files[0], &options);
}
