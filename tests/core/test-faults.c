/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disk that fails at every point of an edit, an undo, an import, a migration and a backup: a
 * clear sentence, and afterwards the old state or the new one, in the file as in memory.
 */
#include "config.h"

#include "lasna-fault-vfs.h"
#include "lasna-test-book.h"
#include "lasna-test-random.h"
#include "lasna-test-schema.h"

#include "lasna-backup.h"
#include "lasna-error.h"
#include "lasna-import.h"
#include "lasna-stage.h"

#include <glib/gstdio.h>
#include <string.h>

/* No operation needs more of one kind than this. */
#define MOST_POINTS 2000

typedef struct
{
  LasnaTestFolder *folder;
  char *path;     /* the file under test */
  char *template; /* what it is made from */
  char *export;   /* to import */
} Place;

typedef gboolean (*Deed) (Place *place, LasnaWorkbook *workbook, GError **error);

typedef struct
{
  const char *name;
  gboolean needs_workbook;
  Deed deed;
  char *(*dup_state) (Place *place);
} Operation;

static void
query_rows (GString *text, sqlite3 *connection, const char *sql)
{
  g_autoptr (LasnaStatement) statement = lasna_statement_new (connection, sql, FALSE, NULL);

  g_assert_nonnull (statement);
  g_string_append_printf (text, "%s\n", sql);
  while (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    for (int i = 1; i <= lasna_statement_get_n_columns (statement); i++)
      g_string_append_printf (text, "%s|", lasna_statement_get_text (statement, i));
}

static LasnaWorkbook *
open_to_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  LasnaWorkbook *workbook = lasna_workbook_open (path, LASNA_STORE_READ_ONLY, NULL, &error);

  g_assert_no_error (error);
  return workbook;
}

/* Every row, and what undo and redo would do. */
static char *
dup_rows (Place *place)
{
  g_autoptr (LasnaWorkbook) workbook = open_to_read (place->path);
  g_autofree char *rows = lasna_test_dup_rows (workbook);

  return g_strdup_printf ("%s\n%s\n%s",
                          rows,
                          lasna_workbook_get_undo_label (workbook),
                          lasna_workbook_get_redo_label (workbook));
}

/* What a reader sees of an import: voices, and the words they came with. */
static char *
dup_voices (Place *place)
{
  static const char *const queries[] = {
    "SELECT received_at, verbatim FROM voice ORDER BY id",
    "SELECT count (*) FROM feedback_score WHERE feedback IN (SELECT id FROM voice)",
    "SELECT count (*) FROM batch WHERE state = 'batch.complete' AND undone = 0",
    "SELECT title FROM stage ORDER BY id",
  };
  g_autoptr (LasnaWorkbook) workbook = open_to_read (place->path);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    query_rows (text, lasna_store_get_connection (lasna_workbook_get_store (workbook)), queries[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The file in whichever version it is. */
static char *
dup_version (Place *place)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *connection = NULL;

  sqlite3_open_v2 (place->path, &connection, SQLITE_OPEN_READWRITE, NULL);
  query_rows (text, connection, "PRAGMA quick_check");
  query_rows (text, connection, "PRAGMA user_version");
  query_rows (text, connection, "SELECT sql FROM sqlite_schema ORDER BY name");
  query_rows (text, connection, "SELECT count (*) FROM change_log");
  query_rows (text, connection, "SELECT id, title FROM stage ORDER BY id");
  sqlite3_close (connection);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The backup is not there, or it is whole. */
static char *
dup_backup (Place *place)
{
  g_autofree char *path = lasna_test_folder_dup_path (place->folder, "2026-01-01.lasna");
  g_autofree char *rows = dup_rows (place);
  g_autoptr (LasnaWorkbook) backup = NULL;
  g_autofree char *copied = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_strconcat (rows, "\nno backup", NULL);
  backup = open_to_read (path);
  copied = lasna_test_dup_rows (backup);
  return g_strconcat (rows, "\n", copied, NULL);
}

static gboolean
edit (Place *place, LasnaWorkbook *workbook, GError **error)
{
  g_autoptr (LasnaChange) change = lasna_workbook_begin (workbook, "Edit");
  g_autoptr (LasnaRecord) journey =
      g_list_model_get_item (lasna_workbook_get_records (workbook, "journey"), 0);
  g_autoptr (LasnaRecord) stage =
      g_list_model_get_item (lasna_workbook_get_records (workbook, "stage"), 0);

  /* Where the disk fails, there may be nothing to see until the next look. */
  if (journey != NULL)
    lasna_workbook_add (workbook, LASNA_TYPE_STAGE, "journey", journey, "title", "New", NULL);
  if (stage != NULL)
    g_object_set (stage, "title", "Changed", "position", 7.0, NULL);
  return lasna_change_commit (change, error);
}

static gboolean
undo (Place *place, LasnaWorkbook *workbook, GError **error)
{
  return lasna_workbook_undo (workbook, NULL, error);
}

static gboolean
import (Place *place, LasnaWorkbook *workbook, GError **error)
{
  g_autoptr (LasnaImportOptions) options = lasna_import_options_new ();
  g_autoptr (GFile) file = g_file_new_for_path (place->export);
  LasnaImportPlan *plan = lasna_import_plan_new (file, options, NULL, error);
  g_autoptr (LasnaImport) run = NULL;

  if (plan == NULL)
    return FALSE;
  run = lasna_import_new (workbook, plan, NULL, TRUE);
  return lasna_import_run (run, NULL, error);
}

static gboolean
migrate (Place *place, LasnaWorkbook *workbook, GError **error)
{
  g_autoptr (LasnaStore) store =
      lasna_store_open (place->path, 0, lasna_test_schema_get_next (), error);

  if (store == NULL || !lasna_store_is_read_only (store))
    return store != NULL;

  /* What cannot be opened for writing is read from a migrated copy. */
  g_set_error_literal (
      error, LASNA_ERROR, LASNA_ERROR_READ_ONLY, "The file could only be read, and is as it was.");
  return FALSE;
}

static gboolean
back_up (Place *place, LasnaWorkbook *workbook, GError **error)
{
  const char *folder = lasna_test_folder_get_path (place->folder);
  g_autoptr (LasnaBackup) backup = lasna_backup_start (place->path, folder, "2026-01-01", error);

  return backup != NULL && lasna_backup_finish (backup, error);
}

static gboolean
copy (Place *place, LasnaWorkbook *workbook, GError **error)
{
  g_autofree char *path = lasna_test_folder_dup_path (place->folder, "2026-01-01.lasna");

  return lasna_backup_write (
      lasna_store_get_connection (lasna_workbook_get_store (workbook)), path, TRUE, error);
}

static Place *
place_new (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  Place *place = g_new0 (Place, 1);
  g_autoptr (GString) text = g_string_new ("date,nps,stage,comment\n");

  for (int i = 0; i < 60; i++)
    g_string_append_printf (text, "2026-03-0%d,%d,Before,word %d\n", 1 + i % 9, i % 11, i);
  place->folder = lasna_test_folder_new ();
  place->path = lasna_test_folder_dup_path (place->folder, "book.lasna");
  place->template = lasna_test_folder_dup_path (place->folder, "template");
  place->export = lasna_test_folder_write (place->folder, "export.csv", text->str);
  g_object_set (book->stage, "title", "Before the stay", NULL);
  lasna_workbook_close (book->workbook, NULL);
  lasna_test_copy_tree (book->path, place->template);
  return place;
}

static void
place_free (Place *place)
{
  lasna_test_folder_free (place->folder);
  g_free (place->path);
  g_free (place->template);
  g_free (place->export);
  g_free (place);
}

/* Everything but the template and the export. */
static void
clean (Place *place)
{
  const char *folder = lasna_test_folder_get_path (place->folder);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (strcmp (path, place->template) != 0 && strcmp (path, place->export) != 0)
        g_unlink (path);
    }
  lasna_test_copy_tree (place->template, place->path);
}

static LasnaWorkbook *
open_to_write (Place *place, const Operation *operation)
{
  g_autoptr (LasnaClock) clock = lasna_clock_new_at ("2026-12-01");
  g_autoptr (GError) error = NULL;
  LasnaWorkbook *workbook;

  if (!operation->needs_workbook)
    return NULL;
  workbook = lasna_workbook_open (place->path, 0, clock, &error);
  g_assert_no_error (error);
  return workbook;
}

/* Does it once with the fault at point @n. Returns whether the fault has struck. */
static gboolean
strike (Place *place,
        const Operation *operation,
        LasnaFault fault,
        guint n,
        const char *before,
        const char *after)
{
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;
  gboolean done;
  gboolean struck;

  clean (place);
  workbook = open_to_write (place, operation);
  lasna_fault_vfs_arm (fault, n);
  done = operation->deed (place, workbook, &error);
  struck = lasna_fault_vfs_disarm ();
  g_test_message ("%s, %s %u: %s",
                  operation->name,
                  lasna_fault_get_name (fault),
                  n,
                  error != NULL ? error->message : "done");
  g_assert_cmpint (done, ==, error == NULL);
  if (error != NULL)
    {
      g_assert_true (struck);
      g_assert_true (error->domain == LASNA_ERROR);
      g_assert_cmpuint (strlen (error->message), >, 20);
      if (fault == LASNA_FAULT_FULL && error->code != LASNA_ERROR_READ_ONLY)
        g_assert_cmpint (error->code, ==, LASNA_ERROR_NO_SPACE);
    }
  if (workbook != NULL)
    {
      g_assert_true (lasna_workbook_poll (workbook, NULL));
      lasna_test_assert_true_objects (workbook);
      lasna_workbook_close (workbook, NULL);
    }
  state = operation->dup_state (place);
  g_assert_cmpstr (state, ==, done ? after : before);
  return struck;
}

static void
test_operation (gconstpointer data)
{
  const Operation *operation = data;
  Place *place = place_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  clean (place);
  before = operation->dup_state (place);
  workbook = open_to_write (place, operation);
  g_assert_true (operation->deed (place, workbook, &error));
  if (workbook != NULL)
    lasna_workbook_close (workbook, NULL);
  after = operation->dup_state (place);
  g_assert_cmpstr (before, !=, after);

  for (LasnaFault fault = 0; fault < LASNA_N_FAULTS; fault++)
    {
      guint n = 1;

      while (n < MOST_POINTS && strike (place, operation, fault, n, before, after))
        n++;
      g_assert_cmpuint (n, <, MOST_POINTS);
    }
  place_free (place);
}

int
main (int argc, char *argv[])
{
  static const Operation operations[] = {
    { "edit", TRUE, edit, dup_rows },         { "undo", TRUE, undo, dup_rows },
    { "import", TRUE, import, dup_voices },   { "migration", FALSE, migrate, dup_version },
    { "backup", FALSE, back_up, dup_backup }, { "copy", TRUE, copy, dup_backup },
  };

  g_test_init (&argc, &argv, NULL);
  lasna_fault_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      g_autofree char *path = g_strconcat ("/faults/", operations[i].name, NULL);
      g_test_add_data_func (path, &operations[i], test_operation);
    }
  return g_test_run ();
}
