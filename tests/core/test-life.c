/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The life of a file: order in idle moments, backups, copies, moving, attachments, clearing away.
 */
#include "config.h"

#include "lasna-test-book.h"
#include "lasna-test-random.h"

#include "lasna-attachment.h"
#include "lasna-backup.h"
#include "lasna-daily-backup.h"
#include "lasna-batch.h"
#include "lasna-check.h"
#include "lasna-copy.h"
#include "lasna-error.h"
#include "lasna-journey.h"
#include "lasna-organisation.h"
#include "lasna-person.h"
#include "lasna-practice-log.h"
#include "lasna-promise-check.h"
#include "lasna-stage.h"
#include "lasna-story.h"
#include "lasna-sweep.h"
#include "lasna-voice.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static LasnaStore *
get_store (LasnaTestBook *book)
{
  return lasna_workbook_get_store (book->workbook);
}

static void
run (LasnaStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  lasna_store_execute (store, sql, &error);
  g_assert_no_error (error);
}

static gboolean
holds (const char *path, const char *needle)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return memmem (text, length, needle, strlen (needle)) != NULL;
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
spin (guint milliseconds)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (milliseconds, quit_cb, loop);
  g_main_loop_run (loop);
}

/* Two idle seconds after a change a plain copy of the file has everything. */
static void
test_idle (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autofree char *copy = lasna_test_folder_dup_path (book->folder, "copy.lasna");
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  g_autoptr (LasnaWorkbook) other = NULL;

  g_object_set (book->stage, "title", "Written a moment ago", NULL);
  g_assert_false (holds (book->path, "Written a moment ago"));
  for (int i = 0; i < 600 && !holds (book->path, "Written a moment ago"); i++)
    spin (100);
  lasna_test_copy_tree (book->path, copy);
  other = lasna_workbook_open (copy, LASNA_STORE_READ_ONLY, NULL, NULL);
  g_assert_nonnull (other);
  here = lasna_test_dup_rows (book->workbook);
  there = lasna_test_dup_rows (other);
  g_assert_cmpstr (here, ==, there);

  /* And the next change is as quick to disk as the first. */
  g_object_set (book->stage, "title", "Written after that", NULL);
  lasna_workbook_undo (book->workbook, NULL, NULL);
}

static void
test_backup (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autofree char *restored = lasna_test_folder_dup_path (book->folder, "restored.lasna");
  g_autoptr (GPtrArray) entries = lasna_daily_backup_list ();
  g_autoptr (LasnaWorkbook) old = NULL;
  g_autoptr (LasnaRecord) stage = NULL;
  g_autoptr (GError) error = NULL;
  LasnaRecord *settings;

  g_assert_cmpuint (entries->len, ==, 0);
  lasna_workbook_set_daily_backup (book->workbook, TRUE);
  g_object_set (book->stage, "title", "After the backup", NULL);
  g_object_set (book->stage, "title", "Long after", NULL);
  lasna_test_book_reopen (book);

  g_ptr_array_unref (g_steal_pointer (&entries));
  entries = lasna_daily_backup_list ();
  g_assert_cmpuint (entries->len, ==, 1);
  const LasnaDailyBackup *entry = entries->pdata[0];
  g_assert_cmpstr (entry->name, ==, "book");
  g_assert_cmpstr (entry->day, ==, "2026-11-21");
  g_assert_true (lasna_daily_backup_restore (entry->path, restored, "Restored", &error));
  g_assert_false (lasna_daily_backup_restore (entry->path, restored, "Restored", &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_CONFLICT);
  old = lasna_workbook_open (restored, 0, NULL, NULL);
  stage = g_list_model_get_item (lasna_workbook_get_records (old, "stage"), 0);
  g_assert_cmpstr (lasna_record_get_text (stage, "title"), ==, "Before");

  /* The two have nothing in common any more: neither backups nor what can be undone. */
  settings = LASNA_RECORD (lasna_workbook_get_settings (old));
  g_assert_cmpstr (lasna_record_get_text (settings, "name"), ==, "Restored");
  g_assert_cmpint (
      lasna_record_get_id (settings),
      !=,
      lasna_record_get_id (LASNA_RECORD (lasna_workbook_get_settings (book->workbook))));
  g_assert_null (lasna_workbook_get_undo_label (old));
  lasna_workbook_set_daily_backup (old, TRUE);
  g_object_set (stage, "title", "After the restoring", NULL);
  lasna_workbook_close (old, NULL);
  g_ptr_array_unref (g_steal_pointer (&entries));
  entries = lasna_daily_backup_list ();
  g_assert_cmpuint (entries->len, ==, 2);
}

/* Ten are kept, the newest. */
static void
test_backups_kept (void)
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_auto (GStrv) paths = NULL;

  for (int day = 1; day <= 13; day++)
    {
      g_autofree char *name = g_strdup_printf ("2026-11-%02d", day);
      g_autoptr (GError) error = NULL;
      g_autoptr (LasnaBackup) backup =
          lasna_backup_start (book->path, lasna_test_folder_get_path (folder), name, &error);

      g_assert_no_error (error);
      g_assert_true (lasna_backup_finish (backup, &error));
      g_assert_false (lasna_backup_is_due (lasna_test_folder_get_path (folder), name));
    }
  paths = lasna_backup_list (lasna_test_folder_get_path (folder));
  g_assert_cmpuint (g_strv_length (paths), ==, 10);
  g_assert_true (g_str_has_suffix (paths[0], "2026-11-13.lasna"));
  g_assert_true (g_str_has_suffix (paths[9], "2026-11-04.lasna"));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
copy (LasnaTestBook *book, const char *path, LasnaCopyKind kind, gboolean replace, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lasna_copy_async (book->workbook, path, kind, replace, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lasna_copy_finish (result, error);
}

static void
test_copy_whole (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autofree char *path = lasna_test_folder_dup_path (book->folder, "copy.lasna");
  g_autofree char *here = lasna_test_dup_rows (book->workbook);
  g_autofree char *there = NULL;
  g_autoptr (LasnaWorkbook) other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (copy (book, path, LASNA_COPY_WHOLE, FALSE, &error));
  other = lasna_workbook_open (path, 0, NULL, NULL);
  there = lasna_test_dup_rows (other);
  g_assert_cmpstr (here, ==, there);
  g_assert_cmpstr (
      lasna_workbook_get_undo_label (other), ==, lasna_workbook_get_undo_label (book->workbook));
  g_assert_true (lasna_workbook_undo (other, NULL, &error));

  g_assert_false (copy (book, path, LASNA_COPY_WHOLE, FALSE, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_BUSY);
  g_clear_error (&error);
  lasna_workbook_close (other, NULL);
  g_assert_false (copy (book, path, LASNA_COPY_WHOLE, FALSE, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (copy (book, path, LASNA_COPY_WHOLE, TRUE, &error));
  g_assert_false (copy (book, book->path, LASNA_COPY_WHOLE, TRUE, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_CONFLICT);
}

/* A workbook with names in every place that may hold one. */
static void
add_names (LasnaTestBook *book)
{
  g_autoptr (LasnaChange) change = lasna_workbook_begin (book->workbook, "Names");
  g_autoptr (GError) error = NULL;
  LasnaRecord *voice;
  LasnaRecord *batch = lasna_workbook_add (book->workbook,
                                           LASNA_TYPE_BATCH,
                                           "name",
                                           "autumn.csv",
                                           "state",
                                           "batch.complete",
                                           "undone",
                                           TRUE,
                                           NULL);

  lasna_workbook_add (book->workbook,
                      LASNA_TYPE_PERSON,
                      "display-name",
                      "Aino Virtanen",
                      "chain-role",
                      "chain.payer",
                      NULL);
  lasna_workbook_add (
      book->workbook, LASNA_TYPE_PERSON, "display-name", "Pekka", "is-team", TRUE, NULL);
  lasna_workbook_add (book->workbook,
                      LASNA_TYPE_ORGANISATION,
                      "name",
                      "Fell Tours",
                      "business-id",
                      "1234567-8",
                      NULL);
  voice = lasna_workbook_add (book->workbook,
                              LASNA_TYPE_VOICE,
                              "received-at",
                              "2026-11-01T10:00",
                              "giver",
                              "Maija Meikäläinen",
                              "verbatim",
                              "Aino showed us the way, said Virtasen lapset. PEKKA no, Pekalle no; "
                              "maija meikäläinen agrees. Kiitos Ainolle!",
                              "own-lens",
                              "Secretly I was tired",
                              "source-response-id",
                              "maija@example.org",
                              NULL);
  g_assert_nonnull (voice);
  lasna_workbook_add (book->workbook,
                      LASNA_TYPE_VOICE,
                      "received-at",
                      "2026-11-01T11:00",
                      "batch",
                      batch,
                      "verbatim",
                      "From an undone import",
                      NULL);
  lasna_workbook_add (book->workbook,
                      LASNA_TYPE_STORY,
                      "title",
                      "The day Pekka carried the bags",
                      "text",
                      "He did.",
                      "emotion",
                      "emotion.happy",
                      "teller",
                      "Outi Tellervo",
                      NULL);
  lasna_workbook_add (book->workbook,
                      LASNA_TYPE_PRACTICE_LOG,
                      "practice",
                      "practice.wellbeing",
                      "week",
                      "2026-W40",
                      "note",
                      "Nobody else reads this",
                      NULL);
  lasna_change_commit (change, &error);
  g_assert_no_error (error);
  g_object_set (book->journey, "title", "A title that was undone", NULL);
  lasna_workbook_undo (book->workbook, NULL, NULL);
}

static void
test_copy_for_others (void)
{
  static const char *const gone[] = {
    "Aino",        "Virta",  "Pekka",         "Meikäläinen",
    "meikäläinen", "Maija",  "Secretly",      "Nobody else",
    "1234567-",    "maija@", "undone import", "A title that was undone",
    "Tellervo",
  };
  static const char *const kept[] = {
    "Payer", "A colleague", "A guest agrees", "carried the bags", "Fell Tours", "Kiitos",
  };
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autofree char *path = lasna_test_folder_dup_path (book->folder, "others.lasna");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (LasnaWorkbook) other = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  add_names (book);
  before = lasna_test_dup_rows (book->workbook);
  g_assert_true (copy (book, path, LASNA_COPY_FOR_OTHERS, FALSE, &error));
  g_assert_no_error (error);
  after = lasna_test_dup_rows (book->workbook);
  g_assert_cmpstr (before, ==, after);

  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      g_test_message ("%s", gone[i]);
      g_assert_false (holds (path, gone[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_test_message ("%s", kept[i]);
      g_assert_true (holds (path, kept[i]));
    }
  other = lasna_workbook_open (path, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (lasna_workbook_get_undo_label (other));
  findings = lasna_check_workbook (other, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpint (lasna_test_ask (other, "SELECT count (*) FROM practice_log"), ==, 0);
  g_assert_cmpint (lasna_test_ask (other, "SELECT count (*) FROM feedback"), ==, 1);
  g_assert_cmpuint (
      g_list_model_get_n_items (lasna_workbook_get_records (other, "journey")), ==, 1);
}

static void
test_move (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autofree char *path = lasna_test_folder_dup_path (book->folder, "Another name.lasna");
  g_autofree char *taken = lasna_test_folder_write (book->folder, "taken.lasna", "mine");
  g_autofree char *text = NULL;
  g_autoptr (LasnaWorkbook) other = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (book->stage, "title", "Not at rest", NULL);
  g_assert_false (lasna_workbook_move (book->workbook, taken, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_CONFLICT);
  g_clear_error (&error);
  text = lasna_test_dup_text (taken);
  g_assert_cmpstr (text, ==, "mine");

  other = lasna_workbook_open (book->path, 0, NULL, NULL);
  g_object_set (book->stage, "title", "With another reader", NULL);
  g_assert_true (lasna_workbook_poll (other, NULL));
  g_assert_false (lasna_workbook_move (book->workbook, path, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_BUSY);
  g_clear_error (&error);
  lasna_workbook_close (other, NULL);

  g_assert_true (lasna_workbook_move (book->workbook, path, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (lasna_store_get_path (get_store (book)), ==, path);
  g_assert_false (g_file_test (book->path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (lasna_record_get_text (book->stage, "title"), ==, "With another reader");
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, &error));
  g_assert_cmpstr (lasna_record_get_text (book->stage, "title"), ==, "Not at rest");
  lasna_test_assert_true_objects (book->workbook);
}

static dev_t
get_device (const char *path)
{
  GStatBuf status = { 0 };

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_dev;
}

/* A new folder in another file system than @path: where the tests were built, or in memory. */
static char *
make_far_folder (const char *path)
{
  const char *const places[] = { g_test_get_dir (G_TEST_BUILT), "/dev/shm" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_access (places[i], W_OK) == 0 && get_device (places[i]) != get_device (path))
      {
        char *folder = g_build_filename (places[i], "lasna-test-XXXXXX", NULL);

        g_assert_nonnull (g_mkdtemp (folder));
        return folder;
      }
  g_error ("There is no second file system that could be written to.");
}

static void
test_move_far (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autofree char *folder = make_far_folder (book->path);
  g_autofree char *path = g_build_filename (folder, "book.lasna", NULL);
  g_autofree char *back = lasna_test_folder_dup_path (book->folder, "back.lasna");
  g_autoptr (GError) error = NULL;

  g_assert_true (lasna_workbook_move (book->workbook, path, &error));
  g_assert_false (g_file_test (book->path, G_FILE_TEST_EXISTS));
  g_object_set (book->stage, "title", "Far away", NULL);
  g_assert_true (lasna_workbook_move (book->workbook, back, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  lasna_test_assert_true_objects (book->workbook);
  lasna_test_remove_tree (folder);
}

static LasnaRecord *
attach (LasnaTestBook *book, const char *text, gint64 *id)
{
  g_autoptr (LasnaChange) change = lasna_workbook_begin (book->workbook, "Attach");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  LasnaRecord *check;

  *id = lasna_attachment_add (get_store (book), book->clock, bytes, "text/plain", NULL);
  check = lasna_workbook_add (book->workbook,
                              LASNA_TYPE_PROMISE_CHECK,
                              "touchpoint",
                              book->touchpoint,
                              "mode",
                              "promise.words",
                              "attachment",
                              *id,
                              NULL);
  lasna_change_commit (change, NULL);
  return check;
}

static void
sweep (LasnaTestBook *book)
{
  g_autoptr (LasnaStore) store = lasna_store_open_side (get_store (book), LASNA_STORE_BULK, NULL);
  g_autoptr (GError) error = NULL;

  lasna_sweep_run (store, NULL, &error);
  g_assert_no_error (error);
}

static void
test_attachments (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *type = NULL;
  g_autoptr (GError) error = NULL;
  gint64 one;
  gint64 same;
  gint64 two;
  LasnaRecord *check = attach (book, "a leaflet", &one);

  g_assert_nonnull (check);
  attach (book, "a leaflet", &same);
  attach (book, "another", &two);
  g_assert_cmpint (one, ==, same);
  g_assert_cmpint (one, !=, two);
  bytes = lasna_attachment_read (get_store (book), one, &type, &error);
  g_assert_cmpstr (type, ==, "text/plain");
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a leaflet", 9);

  /* What only redo refers to is kept; what nothing refers to goes. */
  lasna_workbook_undo (book->workbook, NULL, NULL);
  sweep (book);
  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM attachment"), ==, 2);
  g_object_set (book->stage, "title", "No more redo", NULL);
  sweep (book);
  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM attachment"), ==, 1);
  g_assert_null (lasna_attachment_read (get_store (book), two, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_NOT_FOUND);
}

static void
test_attachment_too_large (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaChange) change = lasna_workbook_begin (book->workbook, "Attach");
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (LASNA_ATTACHMENT_MOST_BYTES + 1),
                                               LASNA_ATTACHMENT_MOST_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
      lasna_attachment_add (get_store (book), book->clock, bytes, "image/png", &error), ==, 0);
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
}

/* A batch with a thousand voices, written as an import writes it: without a log. */
static void
add_batch (LasnaTestBook *book, gint64 id, const char *state, int undone, const char *stamp)
{
  g_autofree char *sql = g_strdup_printf (
      "BEGIN IMMEDIATE;"
      "INSERT INTO batch (id, name, state, undone, updated_at) VALUES (%" G_GINT64_FORMAT
      ", 'x.csv', '%s', %d, '%s');"
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
      "INSERT INTO feedback (id, received_at, batch) SELECT %" G_GINT64_FORMAT
      " * 10000 + i, '2026-01-01', %" G_GINT64_FORMAT " FROM n;"
      "COMMIT",
      id,
      state,
      undone,
      stamp,
      id,
      id);

  run (get_store (book), sql);
}

static void
test_sweep (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time () / G_USEC_PER_SEC);
  const char *long_ago = "2020-01-01T00:00:00.000Z";

  add_batch (book, 1, "batch.complete", 0, long_ago);
  add_batch (book, 2, "batch.importing", 0, long_ago);
  add_batch (book, 3, "batch.importing", 0, now);
  add_batch (book, 4, "batch.complete", 1, long_ago);
  add_batch (book, 5, "batch.complete", 0, long_ago);
  run (get_store (book),
       "INSERT INTO complaint (id, feedback) VALUES (1, 40001), (2, 10001);"
       "INSERT INTO feedback_score (feedback, question, raw) VALUES (40001, 1, 1), (10001, 1, 1)");
  {
    g_autoptr (LasnaRecord) fifth = lasna_workbook_find (book->workbook, "batch", 5);
    g_object_set (fifth, "undone", TRUE, NULL);
  }

  /* 2 is abandoned and 4 beyond redo; 3 is under way, 5 can be redone. */
  sweep (book);
  g_assert_cmpint (
      lasna_test_ask (book->workbook, "SELECT sum (1 << id) FROM batch"), ==, 2 + 8 + 32);
  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM feedback"), ==, 3000);
  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM complaint"), ==, 1);
  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM feedback_score"), ==, 1);
  g_assert_true (lasna_workbook_poll (book->workbook, NULL));
  g_assert_cmpuint (
      g_list_model_get_n_items (lasna_workbook_get_records (book->workbook, "batch")), ==, 3);
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_object_set (book->stage, "title", "No more redo", NULL);
  sweep (book);
  g_assert_cmpint (
      lasna_test_ask (book->workbook, "SELECT sum (1 << id) FROM batch"), ==, 2 + 8 + 32);
}

/* While a bulk writer works, a person can write all the time. */
static gpointer
write_much (gpointer data)
{
  LasnaStore *store = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (lasna_store_begin (store, NULL));
  for (int i = 0; i < 20000; i++)
    {
      lasna_store_execute (
          store, "INSERT INTO label (kind, text) VALUES ('label.stage', 'x')", &error);
      g_assert_no_error (error);
      lasna_store_give_way (store, &error);
      g_assert_no_error (error);
    }
  g_assert_true (lasna_store_commit (store, NULL));
  return NULL;
}

static void
test_give_way (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaStore) store = NULL;
  GThread *thread;

  g_object_set (book->stage, "title", "Before", NULL);
  store = lasna_store_open_side (get_store (book), LASNA_STORE_BULK, NULL);
  thread = g_thread_new ("bulk", write_much, store);
  for (int i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %d", i);

      g_object_set (book->stage, "title", title, NULL);
      g_assert_cmpstr (lasna_record_get_text (book->stage, "title"), ==, title);
      g_usleep (2000);
    }
  g_thread_join (thread);
}

int
main (int argc, char *argv[])
{
  g_autoptr (LasnaTestFolder) home = lasna_test_folder_new ();

  /* Backups of a test are nobody else's. */
  g_setenv ("XDG_DATA_HOME", lasna_test_folder_get_path (home), TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/life/idle", test_idle);
  g_test_add_func ("/life/backup", test_backup);
  g_test_add_func ("/life/backups-kept", test_backups_kept);
  g_test_add_func ("/life/copy-whole", test_copy_whole);
  g_test_add_func ("/life/copy-for-others", test_copy_for_others);
  g_test_add_func ("/life/move", test_move);
  g_test_add_func ("/life/move-far", test_move_far);
  g_test_add_func ("/life/attachments", test_attachments);
  g_test_add_func ("/life/attachment-too-large", test_attachment_too_large);
  g_test_add_func ("/life/sweep", test_sweep);
  g_test_add_func ("/life/give-way", test_give_way);
  return g_test_run ();
}
