/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Renaming and moving the file of an open workbook.
 */
#include "config.h"

#include "lasna-connection.h"
#include "lasna-error.h"
#include "lasna-file.h"
#include "lasna-workbook-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static char *
dup_digest (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}

/* Copies under a temporary name and reads the copy again before it gets its own. */
static gboolean
copy_verified (const char *from, const char *to, GError **error)
{
  g_autofree char *temporary = lasna_file_make_temporary (to, error);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = temporary != NULL ? g_file_new_for_path (temporary) : NULL;

  if (target == NULL)
    return FALSE;
  if (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL))
    {
      g_autofree char *one = dup_digest (from, NULL);
      g_autofree char *two = dup_digest (temporary, NULL);

      if (one != NULL && g_strcmp0 (one, two) == 0)
        {
          if (lasna_file_put (temporary, to, FALSE, error))
            return TRUE;
          g_unlink (temporary);
          return FALSE;
        }
    }
  g_unlink (temporary);
  lasna_file_set_error (error, ENOSPC);
  return FALSE;
}

/* To another file system. Nobody can write to the old file until it is gone. */
static gboolean
carry_over (const char *from, const char *to, GError **error)
{
  sqlite3 *lock = lasna_connection_open (from, LASNA_CONNECTION_WRITE, error);
  gboolean carried = lock != NULL && lasna_connection_execute (lock, "BEGIN IMMEDIATE", error) &&
                     copy_verified (from, to, error);

  if (carried)
    g_unlink (from);
  sqlite3_close_v2 (lock);
  return carried;
}

static gboolean
shift (const char *from, const char *to, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (lasna_file_is_in_use (from))
    {
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_BUSY,
                           _ ("This workbook is open in another program too, so it stays where it "
                              "is. Close it there and try again."));
      return FALSE;
    }
  if (lasna_file_put (from, to, FALSE, &local))
    return TRUE;
  if (errno == EXDEV)
    return carry_over (from, to, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * lasna_workbook_move:
 * @path: where nothing is yet
 *
 * Renames or moves the file and goes on under the new path; records, lists and undo stay. A file
 * that is there already is never replaced. Where even the old file cannot be opened again, the
 * workbook is closed.
 *
 * Returns: whether the file is at @path now; where not, it is where it was
 */
gboolean
lasna_workbook_move (LasnaWorkbook *self, const char *path, GError **error)
{
  LasnaStore *store = lasna_workbook_get_store (self);
  g_autofree char *from = g_strdup (lasna_store_get_file (store));
  g_autofree char *opened = g_strdup (lasna_store_get_path (store));
  gboolean moved;

  g_return_val_if_fail (_lasna_workbook_get_change (self) == NULL, FALSE);

  if (lasna_store_is_read_only (store))
    {
      lasna_statement_set_error (error, NULL, SQLITE_READONLY);
      return FALSE;
    }
  _lasna_workbook_let_go (self, NULL);
  moved = shift (from, path, error);
  return _lasna_workbook_take_up (self, moved ? path : opened, moved ? error : NULL) && moved;
}
