/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole copies under a temporary name, renamed when they are on the disk.
 */
#include "config.h"

#include "lasna-backup.h"

#include "lasna-connection.h"
#include "lasna-file.h"
#include "lasna-statement.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define KEPT 10
#define SUFFIX ".lasna"

/**
 * lasna_backup_write:
 * @replace: whether a file at @path makes way
 *
 * The copy is compact and of one moment, whoever writes meanwhile.
 *
 * Returns: whether @path is a whole copy now; where not, it is what it was
 */
gboolean
lasna_backup_write (sqlite3 *connection, const char *path, gboolean replace, GError **error)
{
  g_autofree char *temporary = lasna_file_make_temporary (path, error);
  g_autoptr (LasnaStatement) statement = NULL;

  if (temporary == NULL)
    return FALSE;
  statement = lasna_statement_new (connection, "VACUUM INTO ?1", FALSE, error);
  if (statement != NULL)
    {
      lasna_statement_bind_text (statement, 1, temporary);
      if (lasna_statement_run (statement, error) &&
          lasna_file_put (temporary, path, replace, error))
        return TRUE;
    }
  lasna_file_remove_with_journals (temporary);
  return FALSE;
}

static char *
path_of_day (const char *folder, const char *day)
{
  g_autofree char *name = g_strconcat (day, SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * lasna_backup_is_due:
 * @folder: where the backups of this workbook lie
 * @day: YYYY-MM-DD
 *
 * Returns: whether there is none of @day yet
 */
gboolean
lasna_backup_is_due (const char *folder, const char *day)
{
  g_autofree char *path = path_of_day (folder, day);

  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

static int
compare_names (gconstpointer one, gconstpointer two)
{
  return strcmp (*(const char *const *) two, *(const char *const *) one);
}

/**
 * lasna_backup_list:
 *
 * Returns: (transfer full): the paths of the backups in @folder, the newest first
 */
char **
lasna_backup_list (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (paths, FALSE);
}

/* The backup of a day under way: a moment of the file, held by a reader of its own. */
struct _LasnaBackup
{
  sqlite3 *connection;
  char *folder;
  char *path;
};

void
lasna_backup_free (LasnaBackup *self)
{
  sqlite3_close_v2 (self->connection);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/**
 * lasna_backup_start:
 * @folder: where the backups of this workbook lie; made where it is missing
 * @day: YYYY-MM-DD
 *
 * Takes hold of the moment, so that what is changed from now on is not in the backup.
 *
 * Returns: (transfer full) (nullable): what lasna_backup_finish() needs, in whichever thread
 */
LasnaBackup *
lasna_backup_start (const char *file, const char *folder, const char *day, GError **error)
{
  g_autoptr (LasnaBackup) self = g_new0 (LasnaBackup, 1);
  gint64 tables;

  self->folder = g_strdup (folder);
  self->path = path_of_day (folder, day);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      lasna_file_set_error (error, errno);
      return NULL;
    }
  self->connection = lasna_connection_open (file, LASNA_CONNECTION_READ, error);
  if (self->connection == NULL || !lasna_connection_execute (self->connection, "BEGIN", error) ||
      !lasna_connection_read (
          self->connection, "SELECT count (*) FROM sqlite_schema", &tables, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Page by page from the moment that is held; the copy needs no log beside it. */
static gboolean
copy_pages (LasnaBackup *self, const char *path, GError **error)
{
  sqlite3 *target = lasna_connection_open (path, LASNA_CONNECTION_WRITE, error);
  sqlite3_backup *backup = NULL;
  int code = SQLITE_OK;
  gboolean copied = FALSE;

  if (target == NULL)
    return FALSE;
  sqlite3_db_config (target, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  backup = sqlite3_backup_init (target, "main", self->connection, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      code = sqlite3_backup_finish (backup);
    }
  if (backup == NULL || code != SQLITE_OK)
    lasna_statement_set_error (error, target, code != SQLITE_OK ? code : sqlite3_errcode (target));
  else
    copied = lasna_connection_execute (target, "PRAGMA journal_mode = DELETE", error);
  sqlite3_close_v2 (target);
  return copied;
}

/**
 * lasna_backup_finish:
 *
 * Writes the backup and keeps the ten newest.
 *
 * Returns: whether there is one now
 */
gboolean
lasna_backup_finish (LasnaBackup *self, GError **error)
{
  g_autofree char *temporary = lasna_file_make_temporary (self->path, error);

  if (temporary == NULL)
    return FALSE;
  if (!copy_pages (self, temporary, error) || !lasna_file_put (temporary, self->path, TRUE, error))
    {
      lasna_file_remove_with_journals (temporary);
      return FALSE;
    }

  g_auto (GStrv) paths = lasna_backup_list (self->folder);
  for (guint i = 0; paths[i] != NULL; i++)
    if (i >= KEPT)
      g_unlink (paths[i]);
  return TRUE;
}
