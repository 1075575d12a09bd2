/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole copies under a temporary name, renamed when they are on the disk.
 */
#include "config.h"

#include "lasna-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define KEPT 10
#define SUFFIX ".lasna"

static gboolean
sync_file (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return FALSE;

  gboolean synced = fsync (fd) == 0;
  close (fd);
  return synced;
}

/**
 * lasna_backup_write:
 * @path: replaced if it exists
 *
 * The copy is compact and of one moment, whoever writes meanwhile.
 *
 * Returns: whether @path is a whole copy now; where not, it is what it was
 */
gboolean
lasna_backup_write (sqlite3 *connection, const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, "~", NULL);
  g_autoptr (LasnaStatement) statement = NULL;

  g_unlink (temporary);
  statement = lasna_statement_new (connection, "VACUUM INTO ?1", FALSE, error);
  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_text (statement, 1, temporary);
  if (!lasna_statement_run (statement, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  if (!sync_file (temporary) || g_rename (temporary, path) != 0)
    {
      lasna_statement_set_error (
          error, NULL, errno == ENOSPC || errno == EDQUOT ? SQLITE_FULL : SQLITE_CANTOPEN);
      g_unlink (temporary);
      return FALSE;
    }
  return TRUE;
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

/**
 * lasna_backup_make_daily:
 *
 * Makes the backup of @day and keeps the ten newest.
 *
 * Returns: whether there is one now
 */
gboolean
lasna_backup_make_daily (LasnaStore *store, const char *folder, const char *day, GError **error)
{
  g_autofree char *path = path_of_day (folder, day);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      lasna_statement_set_error (error, NULL, SQLITE_CANTOPEN);
      return FALSE;
    }
  if (!lasna_backup_write (lasna_store_get_connection (store), path, error))
    return FALSE;

  g_auto (GStrv) paths = lasna_backup_list (folder);
  for (guint i = 0; paths[i] != NULL; i++)
    if (i >= KEPT)
      g_unlink (paths[i]);
  return TRUE;
}
