/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The daily backups of all workbooks.
 */
#include "config.h"

#include "lasna-daily-backup.h"

#include "lasna-backup.h"
#include "lasna-clock.h"
#include "lasna-connection.h"
#include "lasna-file.h"
#include "lasna-store.h"

#include <string.h>

static char *
dup_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "lasna", "backups", NULL);
}

/**
 * lasna_daily_backup_dup_folder:
 * @workbook: the id of its settings, which stays when the file is renamed or moved
 *
 * Returns: (transfer full): where the backups of that workbook lie
 */
char *
lasna_daily_backup_dup_folder (gint64 workbook)
{
  g_autofree char *root = dup_root ();
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, workbook);

  return g_build_filename (root, name, NULL);
}

static void
entry_free (LasnaDailyBackup *entry)
{
  g_free (entry->name);
  g_free (entry->day);
  g_free (entry->path);
  g_free (entry);
}

/* What the workbook in the newest backup is called; NULL where that cannot be read. */
static char *
read_name (const char *path)
{
  g_autoptr (LasnaStore) store = lasna_store_open (path, LASNA_STORE_READ_ONLY, NULL, NULL);
  LasnaStatement *statement =
      store != NULL ? lasna_store_prepare (store, "SELECT name FROM workbook", NULL) : NULL;
  const char *name;

  if (statement == NULL || lasna_statement_step (statement, NULL) != LASNA_STEP_ROW)
    return NULL;
  name = lasna_statement_get_text (statement, 1);
  return name != NULL ? g_utf8_make_valid (name, -1) : NULL;
}

static void
add_entries (GPtrArray *entries, const char *folder)
{
  g_auto (GStrv) paths = lasna_backup_list (folder);
  g_autofree char *name = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *base = g_path_get_basename (paths[i]);
      LasnaDailyBackup *entry;

      if (name == NULL)
        name = read_name (paths[i]);
      if (name == NULL)
        continue;
      entry = g_new0 (LasnaDailyBackup, 1);
      entry->name = g_strdup (name);
      entry->day = g_strndup (base, strcspn (base, "."));
      entry->path = g_strdup (paths[i]);
      g_ptr_array_add (entries, entry);
    }
}

static int
compare_entries (gconstpointer one, gconstpointer two)
{
  const LasnaDailyBackup *first = *(const LasnaDailyBackup *const *) one;
  const LasnaDailyBackup *second = *(const LasnaDailyBackup *const *) two;
  int order = strcmp (second->day, first->day);

  return order != 0 ? order : g_utf8_collate (first->name, second->name);
}

/**
 * lasna_daily_backup_list:
 *
 * Returns: (transfer full) (element-type LasnaDailyBackup): every backup there is, the newest first
 */
GPtrArray *
lasna_daily_backup_list (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_autofree char *root = dup_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);
      add_entries (entries, folder);
    }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

static gboolean
rename_workbook (sqlite3 *connection, const char *name, GError **error)
{
  g_autoptr (LasnaStatement) statement =
      lasna_statement_new (connection, "UPDATE workbook SET name = ?1", FALSE, error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_text (statement, 1, name);
  return lasna_statement_run (statement, error);
}

static gboolean
renew_id (sqlite3 *connection, GError **error)
{
  g_autoptr (LasnaClock) clock = lasna_clock_new ();
  g_autofree char *sql = NULL;
  gint64 old;
  gint64 id;

  if (!lasna_connection_read (connection, "SELECT id FROM workbook", &old, error))
    return FALSE;
  /* A clock that was told the day makes the same ids again. */
  do
    id = lasna_clock_new_id (clock);
  while (id == old);
  sql = g_strdup_printf ("UPDATE workbook SET id = %" G_GINT64_FORMAT ";"
                         "UPDATE translation SET record = %" G_GINT64_FORMAT
                         " WHERE record = %" G_GINT64_FORMAT,
                         id,
                         id,
                         old);
  return lasna_connection_execute (connection, sql, error);
}

/* From here on it is a workbook of its own, with daily backups of its own. Its log begins anew: the
 * other's speaks of settings that are not in this one.
 */
static gboolean
part (const char *path, const char *name, GError **error)
{
  sqlite3 *connection = lasna_connection_open (path, LASNA_CONNECTION_WRITE, error);
  gboolean parted;

  if (connection == NULL)
    return FALSE;
  parted = renew_id (connection, error) && rename_workbook (connection, name, error) &&
           lasna_connection_execute (
               connection, "DELETE FROM change_log; DELETE FROM change_event", error);
  sqlite3_close_v2 (connection);
  return parted;
}

/**
 * lasna_daily_backup_restore:
 * @backup: a path out of lasna_daily_backup_list()
 * @path: where nothing is yet
 * @name: what it is called from now on
 *
 * Returns: whether the workbook of that day is at @path now; the backup stays
 */
gboolean
lasna_daily_backup_restore (const char *backup, const char *path, const char *name, GError **error)
{
  g_autoptr (LasnaStore) store = lasna_store_open (backup, LASNA_STORE_READ_ONLY, NULL, error);
  g_autofree char *temporary = store != NULL ? lasna_file_make_temporary (path, error) : NULL;

  if (temporary == NULL)
    return FALSE;
  if (lasna_backup_write (lasna_store_get_connection (store), temporary, TRUE, error) &&
      part (temporary, name, error) && lasna_file_put (temporary, path, FALSE, error))
    return TRUE;
  lasna_file_remove_with_journals (temporary);
  return FALSE;
}
