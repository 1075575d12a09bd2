/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening what is not a workbook, what is a broken one, and what may not be written: each gives its
 * own sentence, and no byte is changed.
 */
#include "config.h"

#include "lasna-error.h"
#include "lasna-fault-vfs.h"
#include "lasna-journey.h"
#include "lasna-service.h"
#include "lasna-test.h"
#include "lasna-test-schema.h"
#include "lasna-workbook.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

typedef struct
{
  LasnaTestFolder *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaWorkbook) workbook = NULL;

  fixture->folder = lasna_test_folder_new ();
  fixture->path = lasna_test_folder_dup_path (fixture->folder, "book.lasna");
  workbook = lasna_workbook_create (fixture->path, LASNA_LANGUAGE_EN, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (lasna_workbook_add (workbook, LASNA_TYPE_SERVICE, "name", "Lodge", NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_chmod (lasna_test_folder_get_path (fixture->folder), 0700);
  lasna_test_folder_free (fixture->folder);
  g_free (fixture->path);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (lasna_test_folder_get_path (fixture->folder), 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *connection = NULL;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (connection), ==, SQLITE_OK);
}

static void
assert_refused (const char *path, LasnaStoreFlags flags, LasnaError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaWorkbook) workbook = lasna_workbook_open (path, flags, NULL, &error);

  g_assert_null (workbook);
  g_test_message ("%s", error->message);
  g_assert_error (error, LASNA_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

/* Refused both for writing and for reading, and the file stays as it is. */
static void
assert_refused_unharmed (Fixture *fixture, const char *path, LasnaError code)
{
  g_autofree char *before = lasna_test_dup_digest (path);
  g_autofree char *after = NULL;
  guint files = count_files (fixture);

  assert_refused (path, 0, code);
  assert_refused (path, LASNA_STORE_READ_ONLY, code);
  after = lasna_test_dup_digest (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (fixture), ==, files);
}

/* Opens, and has the one service that set_up() made. */
static LasnaWorkbook *
open_whole (const char *path, LasnaStoreFlags flags)
{
  g_autoptr (GError) error = NULL;
  LasnaWorkbook *workbook = lasna_workbook_open (path, flags, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (
      g_list_model_get_n_items (lasna_workbook_get_records (workbook, "service")), ==, 1);
  return workbook;
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = lasna_test_folder_write (fixture->folder, "text.csv", "a;b\n1;2\n");
  g_autofree char *empty = lasna_test_folder_write (fixture->folder, "empty.lasna", "");
  g_autofree char *header =
      lasna_test_folder_write (fixture->folder, "short.lasna", "SQLite format 3");
  g_autofree char *other = lasna_test_folder_dup_path (fixture->folder, "other.db");

  run_sql (other, "CREATE TABLE journey (id); PRAGMA user_version = 1");
  assert_refused_unharmed (fixture, text, LASNA_ERROR_FOREIGN);
  assert_refused_unharmed (fixture, empty, LASNA_ERROR_FOREIGN);
  assert_refused_unharmed (fixture, header, LASNA_ERROR_FOREIGN);
  assert_refused_unharmed (fixture, other, LASNA_ERROR_FOREIGN);
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = lasna_test_folder_dup_path (fixture->folder, "missing.lasna");
  g_autofree char *beyond = g_build_filename (fixture->path, "deeper.lasna", NULL);
  g_autofree char *link = lasna_test_folder_dup_path (fixture->folder, "link.lasna");

  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  assert_refused (missing, 0, LASNA_ERROR_NOT_FOUND);
  assert_refused (beyond, 0, LASNA_ERROR_NOT_FOUND);
  assert_refused (link, 0, LASNA_ERROR_NOT_FOUND);
  assert_refused (missing, LASNA_STORE_READ_ONLY, LASNA_ERROR_NOT_FOUND);
}

/* None of these may keep us waiting. */
static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe = lasna_test_folder_dup_path (fixture->folder, "pipe.lasna");
  g_autofree char *plug = lasna_test_folder_dup_path (fixture->folder, "socket.lasna");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_strlcpy (address.sun_path, plug, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_refused (pipe, 0, LASNA_ERROR_FOREIGN);
  assert_refused (plug, 0, LASNA_ERROR_FOREIGN);
  assert_refused ("/dev/null", 0, LASNA_ERROR_FOREIGN);
  assert_refused (lasna_test_folder_get_path (fixture->folder), 0, LASNA_ERROR_FOREIGN);
  close (fd);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  run_sql (fixture->path, "PRAGMA user_version = 999");
  assert_refused_unharmed (fixture, fixture->path, LASNA_ERROR_TOO_NEW);
  run_sql (fixture->path, "PRAGMA user_version = -1");
  assert_refused_unharmed (fixture, fixture->path, LASNA_ERROR_DAMAGED);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  gsize length;

  g_file_get_contents (fixture->path, &text, &length, NULL);
  memset (text + 4096, 0xa5, length - 4096);
  g_file_set_contents (fixture->path, text, (gssize) length, NULL);
  assert_refused_unharmed (fixture, fixture->path, LASNA_ERROR_DAMAGED);
  g_file_set_contents (fixture->path, text, 4096, NULL);
  assert_refused_unharmed (fixture, fixture->path, LASNA_ERROR_DAMAGED);
}

/* What SQLite would run or believe makes the file somebody else's. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const char *const schemas[] = {
    "CREATE TRIGGER evil AFTER UPDATE ON journey BEGIN DELETE FROM stage; END",
    "CREATE VIEW extra AS SELECT * FROM journey",
    "DROP VIEW voice; CREATE VIEW voice AS SELECT * FROM feedback",
    "CREATE TABLE more (a)",
    "CREATE UNIQUE INDEX clever ON stage (position)",
    "DROP INDEX feedback_person",
    "ALTER TABLE stage ADD COLUMN b INTEGER GENERATED ALWAYS AS (id) VIRTUAL",
    "DELETE FROM workbook",
  };

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_autofree char *copy = g_strdup_printf ("%s.%u", fixture->path, i);

      lasna_test_copy_tree (fixture->path, copy);
      run_sql (copy, schemas[i]);
      assert_refused_unharmed (fixture, copy, LASNA_ERROR_DAMAGED);
    }
}

static void
test_odd_paths (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "a b?c#d%20e&mode=memory.lasna",
    "Äänekoski ”1”.lasna",
    "file:x.lasna",
    ":memory:",
    "\xff\xfe.lasna",
    "-wal",
    "~",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, names[i]);
      g_autoptr (LasnaWorkbook) workbook = NULL;

      lasna_test_copy_tree (fixture->path, path);
      workbook = open_whole (path, 0);
      lasna_workbook_add (workbook, LASNA_TYPE_SERVICE, "name", "Another", NULL);
      lasna_workbook_close (workbook, NULL);
      g_clear_object (&workbook);
      workbook = lasna_workbook_open (path, LASNA_STORE_READ_ONLY, NULL, NULL);
      g_assert_cmpuint (
          g_list_model_get_n_items (lasna_workbook_get_records (workbook, "service")), ==, 2);
    }
  g_assert_cmpuint (count_files (fixture), ==, 1 + G_N_ELEMENTS (names));
}

/* Journals lie beside the file, not beside the link. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = lasna_test_folder_dup_path (fixture->folder, "links");
  g_autofree char *link = g_build_filename (folder, "link.lasna", NULL);
  g_autofree char *wal = g_strconcat (link, "-wal", NULL);
  g_autoptr (LasnaWorkbook) workbook = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("../book.lasna", link), ==, 0);
  workbook = open_whole (link, 0);
  lasna_workbook_add (workbook, LASNA_TYPE_SERVICE, "name", "Another", NULL);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  lasna_workbook_close (workbook, NULL);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  assert_refused (fixture->path, 0, LASNA_ERROR_BUSY);
  assert_refused (fixture->path, LASNA_STORE_READ_ONLY, LASNA_ERROR_BUSY);
  sqlite3_close (other);
}

/* Verbs that read leave the file as it is and nothing beside it, also where it was copied while
 * somebody had it open.
 */
static void
test_reading_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (LasnaWorkbook) workbook = NULL;

  for (int wal = 0; wal < 2; wal++)
    {
      if (wal)
        run_sql (fixture->path, "PRAGMA journal_mode = WAL");
      g_clear_pointer (&before, g_free);
      g_clear_pointer (&after, g_free);
      before = lasna_test_dup_digest (fixture->path);
      workbook = open_whole (fixture->path, LASNA_STORE_READ_ONLY);
      g_assert_true (lasna_store_is_read_only (lasna_workbook_get_store (workbook)));
      lasna_workbook_close (workbook, NULL);
      g_clear_object (&workbook);
      after = lasna_test_dup_digest (fixture->path);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpuint (count_files (fixture), ==, 1);
    }
}

/* Copies a workbook in the middle of a change, journal and all: as a crash would leave it. */
static char *
make_unfinished (Fixture *fixture)
{
  g_autofree char *from = g_strconcat (fixture->path, "-journal", NULL);
  char *path = lasna_test_folder_dup_path (fixture->folder, "unfinished.lasna");
  g_autofree char *to = g_strconcat (path, "-journal", NULL);
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  sqlite3_exec (other, "PRAGMA cache_size = 1; PRAGMA cache_spill = 1", NULL, NULL, NULL);
  g_assert_cmpint (
      sqlite3_exec (other,
                    "BEGIN IMMEDIATE; DELETE FROM service; WITH RECURSIVE n (i) AS (SELECT 1 UNION "
                    "ALL SELECT i + 1 FROM n WHERE i < 999) INSERT INTO segment (id, name) "
                    "SELECT i, hex (randomblob (200)) FROM n",
                    NULL,
                    NULL,
                    NULL),
      ==,
      SQLITE_OK);
  lasna_test_copy_tree (fixture->path, path);
  lasna_test_copy_tree (from, to);
  sqlite3_close (other);
  return path;
}

static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_unfinished (fixture);
  g_autofree char *before = lasna_test_dup_digest (path);
  g_autofree char *after = NULL;
  g_autoptr (LasnaWorkbook) workbook = open_whole (path, LASNA_STORE_READ_ONLY);

  lasna_workbook_close (workbook, NULL);
  g_clear_object (&workbook);
  after = lasna_test_dup_digest (path);
  g_assert_cmpstr (before, ==, after);

  workbook = open_whole (path, 0);
  g_assert_false (lasna_store_is_read_only (lasna_workbook_get_store (workbook)));
}

/* Where memory cannot be shared, the classic journal serves; also a file last written with a log.
 */
static void
test_network_drive (Fixture *fixture, gconstpointer data)
{
  lasna_fault_vfs_install ();
  for (int wal = 0; wal < 2; wal++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LasnaWorkbook) workbook = NULL;
      g_autoptr (LasnaWorkbook) reader = NULL;

      if (wal)
        run_sql (fixture->path, "PRAGMA journal_mode = WAL");
      lasna_fault_vfs_share_memory (FALSE);
      workbook = lasna_workbook_open (fixture->path, 0, NULL, &error);
      g_assert_no_error (error);
      g_assert_false (lasna_store_is_read_only (lasna_workbook_get_store (workbook)));
      g_assert_nonnull (lasna_workbook_add (workbook, LASNA_TYPE_SERVICE, "name", "More", NULL));
      g_assert_false (lasna_store_is_logging (lasna_workbook_get_store (workbook)));
      reader = lasna_workbook_open (fixture->path, LASNA_STORE_READ_ONLY, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (lasna_workbook_undo (workbook, NULL, &error));
      lasna_workbook_close (reader, NULL);
      lasna_workbook_close (workbook, NULL);
      lasna_fault_vfs_share_memory (TRUE);
      g_assert_cmpuint (count_files (fixture), ==, 1);
    }
}

/* Somebody moves, deletes or replaces the file behind our back. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = g_strconcat (fixture->path, ".moved", NULL);
  g_autofree char *replacement = g_strconcat (fixture->path, ".other", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autoptr (LasnaChange) change = NULL;
  g_autoptr (GError) error = NULL;

  lasna_test_copy_tree (fixture->path, replacement);
  workbook = open_whole (fixture->path, 0);
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  for (int i = 0; i < 2; i++)
    {
      change = lasna_workbook_begin (workbook, "Lost");
      lasna_workbook_add (workbook, LASNA_TYPE_SERVICE, "name", "Lost", NULL);
      g_assert_false (lasna_change_commit (change, &error));
      g_assert_error (error, LASNA_ERROR, LASNA_ERROR_NOT_FOUND);
      g_clear_pointer (&change, lasna_change_free);
      g_clear_error (&error);
      if (i == 0)
        {
          g_assert_cmpint (g_rename (replacement, fixture->path), ==, 0);
          before = lasna_test_dup_digest (fixture->path);
        }
    }
  lasna_workbook_close (workbook, NULL);
  after = lasna_test_dup_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
look_only (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (LasnaWorkbook) workbook = open_whole (fixture->path, 0);
  g_autoptr (LasnaChange) change = lasna_workbook_begin (workbook, "No");
  g_autoptr (GError) error = NULL;

  g_assert_true (lasna_store_is_read_only (lasna_workbook_get_store (workbook)));
  g_assert_false (lasna_change_commit (change, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_READ_ONLY);
}

static void
look_from_later (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaStore) store =
      lasna_store_open (fixture->path, 0, lasna_test_schema_get_next (), &error);

  g_assert_no_error (error);
  g_assert_true (lasna_store_is_read_only (store));
  g_assert_true (lasna_store_execute (store, "SELECT text FROM novelty", &error));
}

static void
look_at_nothing (gpointer data)
{
  Fixture *fixture = data;
  assert_refused (fixture->path, 0, LASNA_ERROR_READ_ONLY);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  const char *folder = lasna_test_folder_get_path (fixture->folder);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  /* A file that may not be written, in a folder that may; then the other way round; then both. */
  for (int i = 0; i < 3; i++)
    for (int wal = 0; wal < 2; wal++)
      {
        g_chmod (folder, 0700);
        g_chmod (fixture->path, 0600);
        run_sql (fixture->path, wal ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE");
        before = lasna_test_dup_digest (fixture->path);
        g_chmod (fixture->path, i == 1 ? 0666 : 0444);
        g_chmod (folder, i == 0 ? 0777 : 0555);
        lasna_test_run_as_nobody (look_only, fixture);
        lasna_test_run_as_nobody (look_from_later, fixture);
        after = lasna_test_dup_digest (fixture->path);
        g_assert_cmpstr (before, ==, after);
        g_clear_pointer (&before, g_free);
        g_clear_pointer (&after, g_free);
      }
  if (geteuid () == 0)
    {
      g_chmod (fixture->path, 0000);
      lasna_test_run_as_nobody (look_at_nothing, fixture);
    }
}

static void
test_unfinished_in_read_only_folder (Fixture *fixture, gconstpointer data)
{
  char *path = make_unfinished (fixture);

  g_free (fixture->path);
  fixture->path = path;
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_chmod (path, 0644);
  g_chmod (journal, 0644);
  g_chmod (lasna_test_folder_get_path (fixture->folder), 0555);
  lasna_test_run_as_nobody (look_only, fixture);
}

/* Two programs make a workbook of one name: the second is told so, and the first is whole. */
static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = lasna_test_dup_digest (fixture->path);
  g_autofree char *after = NULL;
  g_autofree char *nowhere = lasna_test_folder_dup_path (fixture->folder, "no/where.lasna");
  g_autofree char *link = lasna_test_folder_dup_path (fixture->folder, "link.lasna");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  g_assert_null (lasna_workbook_create (fixture->path, LASNA_LANGUAGE_EN, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (lasna_workbook_create (link, LASNA_LANGUAGE_EN, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (lasna_workbook_create (nowhere, LASNA_LANGUAGE_EN, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_NOT_FOUND);
  after = lasna_test_dup_digest (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  TEST ("/opening/foreign", test_foreign);
  TEST ("/opening/no-file", test_no_file);
  TEST ("/opening/not-a-file", test_not_a_file);
  TEST ("/opening/newer", test_newer);
  TEST ("/opening/damaged", test_damaged);
  TEST ("/opening/hostile", test_hostile);
  TEST ("/opening/odd-paths", test_odd_paths);
  TEST ("/opening/link", test_link);
  TEST ("/opening/locked", test_locked);
  TEST ("/opening/reading-changes-nothing", test_reading_changes_nothing);
  TEST ("/opening/unfinished", test_unfinished);
  TEST ("/opening/unfinished-in-read-only-folder", test_unfinished_in_read_only_folder);
  TEST ("/opening/moved", test_moved);
  TEST ("/opening/read-only", test_read_only);
  TEST ("/opening/create", test_create);
  TEST ("/opening/network-drive", test_network_drive);
  return g_test_run ();
}
