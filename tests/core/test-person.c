/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding a person, taking a person out, and the rule of how long names and words are kept: what is
 * gone is in no byte of the folder any more.
 */
#include "config.h"

#include "lasna-test-sample.h"
#include "lasna-test-voices.h"

#include "lasna-attachment.h"
#include "lasna-daily-backup.h"
#include "lasna-encounter.h"
#include "lasna-error.h"
#include "lasna-label.h"
#include "lasna-person-removal.h"
#include "lasna-person-search.h"
#include "lasna-person.h"
#include "lasna-promise-check.h"
#include "lasna-retention.h"
#include "lasna-segment.h"
#include "lasna-snapshot.h"
#include "lasna-story.h"
#include "lasna-voice.h"

#include <string.h>

#define NAME "Hilkka Näppärä"

typedef struct
{
  LasnaTestFolder *folder;
  LasnaWorkbook *workbook;
  char *backups;
} Book;

static void
set_up (Book *book, gconstpointer data)
{
  book->folder = lasna_test_folder_new ();
  book->workbook =
      lasna_test_make (book->folder, "a.lasna", LASNA_MAKING_SAMPLE, LASNA_LANGUAGE_FI);
  book->backups = lasna_daily_backup_dup_folder (
      lasna_record_get_id (LASNA_RECORD (lasna_workbook_get_settings (book->workbook))));
}

static void
tear_down (Book *book, gconstpointer data)
{
  lasna_test_close (book->workbook);
  if (g_file_test (book->backups, G_FILE_TEST_EXISTS))
    lasna_test_remove_tree (book->backups);
  g_free (book->backups);
  lasna_test_folder_free (book->folder);
}

/* A file in the workbook, referred to by a check. */
static void
attach (Book *book)
{
  static const char text[] = "Notes\nHILKKA NÄPPÄRÄ, phone\n";
  GListModel *checks = lasna_workbook_get_records (book->workbook, "promise_check");
  g_autoptr (LasnaRecord) check = g_list_model_get_item (checks, 0);
  g_autoptr (LasnaChange) change = lasna_workbook_begin (book->workbook, "Attach");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  gint64 id = lasna_attachment_add (lasna_workbook_get_store (book->workbook),
                                    lasna_workbook_get_clock (book->workbook),
                                    bytes,
                                    "text/plain",
                                    &error);

  g_assert_no_error (error);
  g_object_set (check, "attachment", id, NULL);
  lasna_change_commit (change, &error);
  g_assert_no_error (error);
}

/* The person is put wherever a person can be. */
static void
plant (Book *book)
{
  LasnaWorkbook *workbook = book->workbook;
  LasnaRecord *person =
      lasna_workbook_add (workbook, LASNA_TYPE_PERSON, "display-name", NAME, NULL);
  GListModel *journeys = lasna_workbook_get_records (workbook, "journey");
  g_autoptr (LasnaRecord) journey = g_list_model_get_item (journeys, 0);
  LasnaRecord *voice;

  voice = lasna_workbook_add (workbook,
                              LASNA_TYPE_VOICE,
                              "received-at",
                              "2026-01-02T10:00",
                              "person",
                              person,
                              "verbatim",
                              "Kaikki meni hyvin.",
                              NULL);
  g_assert_nonnull (voice);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_VOICE,
                      "received-at",
                      "2026-01-03T10:00",
                      "giver",
                      "hilkka näppärä",
                      "source-response-id",
                      "R_1",
                      NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_VOICE,
                      "received-at",
                      "2026-01-04T10:00",
                      "verbatim",
                      "Kiitos NÄPPÄRÄ, HILKKA! Soitan Hilkka Näppärälle.",
                      NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_STORY,
                      "title",
                      "Hilkka Näppärän tarina",
                      "text",
                      "Mail hilkka.näppärä@example.org",
                      "emotion",
                      "emotion.happy",
                      "teller",
                      NAME,
                      "permission",
                      "permission.internal",
                      NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_ENCOUNTER,
                      "date-time",
                      "2026-01-05T10:00",
                      "kind",
                      "encounter.in-person",
                      "who",
                      NAME,
                      NULL);
  lasna_workbook_add (workbook, LASNA_TYPE_SEGMENT, "name", "Ystävät: " NAME, NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_SNAPSHOT,
                      "journey",
                      journey,
                      "name",
                      "Before",
                      "date",
                      "2026-01-05",
                      "content",
                      "{\"author\": \"Hilkka Näppärä\"}",
                      NULL);
  attach (book);
  lasna_test_import_named (
      workbook,
      "Hilkka Näppärä.csv",
      "date,comment,stage\n2026-02-01,Terveisin Hilkka Näppärä,Näppärä Hilkka\n");
  lasna_test_import_named (
      workbook, "undone.csv", "date,comment\n2026-02-02,HILKKA  NÄPPÄRÄ kävi\n");
  g_assert_true (lasna_workbook_undo (workbook, NULL, NULL));
}

/* Whether a file of @folder, at any depth, has the name in it, in whatever case. */
static gboolean
is_in_bytes (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length = 0;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          found |= is_in_bytes (path);
          continue;
        }
      if (!g_file_get_contents (path, &bytes, &length, NULL))
        continue;
      for (gsize i = 0; i + 6 <= length; i++)
        if (g_ascii_strncasecmp (bytes + i, "hilkka", 6) == 0 ||
            memcmp (bytes + i, "Näppä", 6) == 0 || memcmp (bytes + i, "NÄPPÄ", 6) == 0 ||
            memcmp (bytes + i, "näppä", 6) == 0)
          {
            g_test_message ("%s at %" G_GSIZE_FORMAT, path, i);
            found = TRUE;
            break;
          }
    }
  return found;
}

static LasnaPersonReport *
search (Book *book, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaPersonQuery) query = lasna_person_query_new (text, &error);
  g_autoptr (LasnaStore) side = NULL;
  LasnaPersonReport *report;

  g_assert_no_error (error);
  side = lasna_store_open_side (
      lasna_workbook_get_store (book->workbook), LASNA_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  report = lasna_person_search (side, query, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static gboolean
is_found (const LasnaPersonReport *report, const char *table)
{
  for (guint i = 0; i < report->finds->len; i++)
    if (strcmp (((LasnaPersonFind *) report->finds->pdata[i])->table, table) == 0)
      return TRUE;
  return FALSE;
}

static void
result_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
take_out (Book *book, LasnaPersonRemoval removal, gboolean backups)
{
  g_autoptr (LasnaPersonQuery) query = lasna_person_query_new (NAME, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lasna_person_remove_async (book->workbook, query, removal, backups, NULL, result_cb, &result);
  wait_for (&result);
  lasna_person_remove_finish (result, &error);
  g_assert_no_error (error);
  lasna_workbook_poll (book->workbook, &error);
  g_assert_no_error (error);
}

static void
test_search (Book *book, gconstpointer data)
{
  static const char *const tables[] = { "person",  "feedback", "story", "encounter",
                                        "segment", "snapshot", "batch", "label" };
  g_autoptr (LasnaPersonReport) before = search (book, NAME);
  g_autoptr (LasnaPersonReport) report = NULL;
  gboolean has_hidden = FALSE;

  g_assert_true (lasna_person_report_is_empty (before));
  plant (book);
  report = search (book, NAME);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_test_message ("%s", tables[i]);
      g_assert_true (is_found (report, tables[i]));
    }
  for (guint i = 0; i < report->finds->len; i++)
    has_hidden |= ((LasnaPersonFind *) report->finds->pdata[i])->is_hidden;
  g_assert_true (has_hidden);
  g_assert_cmpuint (report->n_voices, ==, 2);
  g_assert_cmpuint (report->n_encounters, ==, 1);
  g_assert_cmpuint (report->n_changes, >, 0);
  g_assert_cmpuint (report->n_attachments, ==, 1);
}

/* With the window's workbook open all the while, as it is when somebody asks for it. */
static void
test_removal (Book *book, gconstpointer data)
{
  LasnaPersonRemoval removal = GPOINTER_TO_UINT (data);
  gint64 voices = lasna_test_ask (book->workbook, "SELECT count (*) FROM voice");
  gint64 files = lasna_test_ask (book->workbook, "SELECT count (*) FROM attachment");
  g_autoptr (LasnaPersonReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const char *folder = lasna_test_folder_get_path (book->folder);

  plant (book);
  lasna_workbook_set_daily_backup (book->workbook, TRUE);
  g_assert_true (is_in_bytes (folder));
  take_out (book, removal, TRUE);
  g_assert_false (is_in_bytes (folder));
  g_assert_false (is_in_bytes (book->backups));
  report = search (book, NAME);
  g_assert_true (lasna_person_report_is_empty (report));
  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM voice"),
                   ==,
                   voices + (removal == LASNA_PERSON_ERASE ? 2 : 4));
  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM attachment"), ==, files);
  g_assert_null (lasna_workbook_get_undo_label (book->workbook));
  g_assert_null (lasna_workbook_get_redo_label (book->workbook));

  /* The window goes on, and what is closed is one file without a trace. */
  g_assert_nonnull (lasna_workbook_add (book->workbook, LASNA_TYPE_SEGMENT, "name", "Uudet", NULL));
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, &error));
  g_assert_no_error (error);
  lasna_workbook_close (book->workbook, NULL);
  g_assert_false (is_in_bytes (folder));
  {
    g_autofree char *path = lasna_test_folder_dup_path (book->folder, "a.lasna");

    g_object_unref (book->workbook);
    book->workbook = lasna_workbook_open (path, 0, NULL, &error);
    g_assert_no_error (error);
  }
}

/* Backups are told of, and stay unless it is said. */
static void
test_backups (Book *book, gconstpointer data)
{
  g_autofree char *path = g_build_filename (book->backups, "2026-01-01.lasna", NULL);
  g_autofree char *beside = lasna_test_folder_dup_path (book->folder, "a.lasna.version-0.bak");
  g_autoptr (LasnaPersonReport) report = NULL;
  g_autoptr (LasnaPersonReport) after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *connection = lasna_store_get_connection (lasna_workbook_get_store (book->workbook));
  g_autofree char *sql = NULL;

  plant (book);
  g_assert_cmpint (g_mkdir_with_parents (book->backups, 0700), ==, 0);
  sql = g_strdup_printf ("VACUUM INTO '%s'", path);
  g_assert_cmpint (sqlite3_exec (connection, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_file_set_contents (beside, "no workbook", -1, &error);
  g_assert_no_error (error);

  take_out (book, LASNA_PERSON_ERASE, FALSE);
  report = search (book, NAME);
  g_assert_cmpuint (report->n_finds, ==, 0);
  g_assert_cmpuint (report->backups->len, ==, 2);
  g_assert_true (is_in_bytes (book->backups));
  take_out (book, LASNA_PERSON_ERASE, TRUE);
  after = search (book, NAME);
  g_assert_true (lasna_person_report_is_empty (after));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
}

/* Who is meant, however it is written, and who is not. */
static void
test_query (void)
{
  static const struct
  {
    const char *query;
    const char *text;
    gboolean found;
    gboolean is_all;
  } cases[] = {
    { "Maija Virtanen", "maija virtanen", TRUE, TRUE },
    { "Maija Virtanen", "Virtanen, Maija", TRUE, TRUE },
    { "Maija Virtanen", "Soitin Maija Virtaselle eilen", TRUE, FALSE },
    { "Maija Virtanen", "Maijalla ja Virtasella", FALSE, FALSE },
    { "Maija Virtanen", "maija.virtanen@example.org", TRUE, TRUE },
    { "Maija Virtanen", "Virtanen", FALSE, FALSE },
    { "Virtanen", "VIRTASTEN", TRUE, TRUE },
    { "Virtanen", "Kivirtanen", FALSE, FALSE },
    { "Åsa Öhman", "ÅSA ÖHMANS", TRUE, TRUE },
    { "Väisänen", "Va\xcc\x88isa\xcc\x88nen", TRUE, TRUE },
    { "maija@example.org", "Kirjoita MAIJA@EXAMPLE.ORG.", TRUE, FALSE },
    { "maija@example.org", "amaija@example.org", FALSE, FALSE },
    { "040 123 4567", "p. 0401234567", TRUE, FALSE },
    { "040 123 4567", "+358 40-123 4567", TRUE, TRUE },
    { "+358401234567", "040 1234567", TRUE, TRUE },
    { "040 123 4567", "1040 123 45678", FALSE, FALSE },
    { "R_12", "R_12", TRUE, TRUE },
    { "R_12", "R_123", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LasnaPersonQuery) query = lasna_person_query_new (cases[i].query, &error);
      g_autofree char *hidden = NULL;

      g_assert_no_error (error);
      g_test_message ("%s in %s", cases[i].query, cases[i].text);
      g_assert_true (lasna_person_query_is_mentioned (query, cases[i].text) == cases[i].found);
      g_assert_true (lasna_person_query_is_all (query, cases[i].text) == cases[i].is_all);
      hidden = lasna_person_query_hide (query, cases[i].text);
      g_assert_false (lasna_person_query_is_mentioned (query, hidden));
    }
}

static void
test_short (void)
{
  static const char *const texts[] = { "", "  ", "Al", "-.,", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lasna_person_query_new (texts[i], &error));
      g_assert_error (error, LASNA_ERROR, LASNA_ERROR_USAGE);
    }
}

static void
apply (Book *book)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lasna_retention_apply_async (book->workbook, NULL, result_cb, &result);
  wait_for (&result);
  lasna_retention_apply_finish (result, &error);
  g_assert_no_error (error);
  lasna_workbook_poll (book->workbook, &error);
  g_assert_no_error (error);
}

static LasnaRetentionCount
count_old (Book *book)
{
  g_autoptr (LasnaRetention) rule = lasna_retention_new_of (book->workbook);
  g_autoptr (GError) error = NULL;
  LasnaRetentionCount count;

  lasna_retention_count (rule, lasna_workbook_get_store (book->workbook), &count, &error);
  g_assert_no_error (error);
  return count;
}

/* Names and words have a time each; scores and feelings have none. */
static void
test_retention (Book *book, gconstpointer data)
{
  LasnaSettings *settings = lasna_workbook_get_settings (book->workbook);
  gint64 answers = lasna_test_ask (book->workbook, "SELECT count (*) FROM answer");
  gint64 feelings = lasna_test_ask (book->workbook, "SELECT count (*) FROM feeling");
  LasnaRetentionCount count;

  plant (book);
  count = count_old (book);
  g_assert_cmpuint (count.names, ==, 0);
  g_assert_cmpuint (count.words, ==, 0);

  /* What was planted is from months before today; today is what the tests say it is. */
  g_object_set (settings, "keep-names-months", (gint64) 1, NULL);
  count = count_old (book);
  g_assert_cmpuint (count.names, >, 0);
  apply (book);
  count = count_old (book);
  g_assert_cmpuint (count.names, ==, 0);
  g_assert_cmpint (
      lasna_test_ask (
          book->workbook,
          "SELECT count (*) FROM feedback WHERE received_at < '2026-01-10' AND "
          "(giver IS NOT NULL OR source_response_id IS NOT NULL OR verbatim LIKE '%hilkka%')"),
      ==,
      0);
  g_assert_cmpint (
      lasna_test_ask (book->workbook, "SELECT count (*) FROM person WHERE is_team = 1"), >, 0);

  g_object_set (settings, "keep-words-months", (gint64) 1, NULL);
  g_assert_cmpuint (count_old (book).words, >, 0);
  apply (book);
  g_assert_cmpuint (count_old (book).words, ==, 0);
  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM answer"), ==, answers);
  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM feeling"), ==, feelings);
}

int
main (int argc, char *argv[])
{
  g_autoptr (LasnaTestFolder) home = lasna_test_folder_new ();

  /* Backups of a test are nobody else's. */
  g_setenv ("XDG_DATA_HOME", lasna_test_folder_get_path (home), TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person/query", test_query);
  g_test_add_func ("/person/short", test_short);
  g_test_add ("/person/search", Book, NULL, set_up, test_search, tear_down);
  g_test_add ("/person/anonymise",
              Book,
              GUINT_TO_POINTER (LASNA_PERSON_ANONYMISE),
              set_up,
              test_removal,
              tear_down);
  g_test_add ("/person/erase",
              Book,
              GUINT_TO_POINTER (LASNA_PERSON_ERASE),
              set_up,
              test_removal,
              tear_down);
  g_test_add ("/person/backups", Book, NULL, set_up, test_backups, tear_down);
  g_test_add ("/person/retention", Book, NULL, set_up, test_retention, tear_down);
  return g_test_run ();
}
