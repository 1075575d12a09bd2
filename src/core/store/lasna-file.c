/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files as wholes.
 */
#include "config.h"

#include "lasna-file.h"

#include "lasna-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* What SQLite keeps beside a file while it works. */
static const char *const beside[] = { "", "-journal", "-wal", "-shm" };

/**
 * lasna_file_set_error:
 * @number: an errno
 *
 * Says in a sentence why a file could not be written.
 */
void
lasna_file_set_error (GError **error, int number)
{
  switch (number)
    {
    case EEXIST:
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_CONFLICT,
                           _ ("There is a file of that name already. It was left as it is; choose "
                              "another name."));
      break;
    case EBUSY:
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_BUSY,
                           _ ("Another program works on a file of that name. It was left as it is; "
                              "close it there, or choose another name."));
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_NO_SPACE,
                           _ ("The disk is full. The file was not made, and nothing else was "
                              "changed; make room and try again."));
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_READ_ONLY,
                           _ ("You may not write in that folder. Nothing was changed; choose "
                              "another one."));
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_NOT_FOUND,
                           _ ("There is no such folder. Nothing was changed; choose another one."));
      break;
    default:
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_FAILED,
                           _ ("The file could not be made. Nothing was changed; check that its "
                              "folder exists and can be written."));
      break;
    }
}

/**
 * lasna_file_resolve:
 *
 * Returns: (transfer full): the file behind all links, whose journals lie beside it; @path itself
 *   made absolute where there is none
 */
char *
lasna_file_resolve (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *copy = resolved != NULL ? g_strdup (resolved) : g_canonicalize_filename (path, NULL);

  free (resolved);
  return copy;
}

gboolean
lasna_file_is_same (const char *one, const char *two)
{
  struct stat first;
  struct stat second;

  return stat (one, &first) == 0 && stat (two, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

/**
 * lasna_file_get_size:
 *
 * Returns: the size in bytes; -1 where there is no file
 */
gint64
lasna_file_get_size (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 ? (gint64) status.st_size : -1;
}

/**
 * lasna_file_is_remote:
 *
 * Returns: whether other computers may have the file too, so that memory cannot be shared with all
 *   who use it
 */
gboolean
lasna_file_is_remote (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info != NULL &&
         g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

/**
 * lasna_file_make_temporary:
 * @path: what the file will be called in the end
 *
 * Returns: (transfer full) (nullable): the path of a new, empty file in the same folder
 */
char *
lasna_file_make_temporary (const char *path, GError **error)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  char *temporary = g_strconcat (whole, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);

  if (fd >= 0)
    {
      close (fd);
      return temporary;
    }
  lasna_file_set_error (error, errno);
  g_free (temporary);
  return NULL;
}

/* The path is a file or a folder. */
static gboolean
sync_path (const char *path, int flags)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);

  if (fd < 0)
    return FALSE;

  gboolean synced = fsync (fd) == 0;
  int number = errno;
  close (fd);
  errno = number;
  return synced;
}

/* File systems without renameat2 have links, those without links have neither races to fear. */
static gboolean
rename_without_replacing (const char *from, const char *to)
{
  struct stat status;

  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (link (from, to) == 0)
    return unlink (from) == 0;
  if (errno != EPERM && errno != EOPNOTSUPP)
    return FALSE;
  if (lstat (to, &status) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (from, to) == 0;
}

/**
 * lasna_file_is_in_use:
 *
 * Returns: whether SQLite has left something beside @path that belongs to it: somebody has it open,
 *   or it waits to be recovered
 */
gboolean
lasna_file_is_in_use (const char *path)
{
  for (guint i = 1; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *name = g_strconcat (path, beside[i], NULL);

      if (lasna_file_get_size (name) >= 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * lasna_file_put:
 * @temporary: a file in the same file system
 * @replace: whether a file at @path makes way
 *
 * Puts @temporary on the disk and gives it the name @path, in one step.
 *
 * Returns: whether it is there; where not, both are as they were, and errno says why
 */
gboolean
lasna_file_put (const char *temporary, const char *path, gboolean replace, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  /* Another file's journal would be taken for ours. */
  if (lasna_file_is_in_use (path))
    {
      lasna_file_set_error (error, EBUSY);
      errno = EBUSY;
      return FALSE;
    }
  if (sync_path (temporary, 0) &&
      (replace ? g_rename (temporary, path) == 0 : rename_without_replacing (temporary, path)))
    {
      /* Not every file system can do this, and the rename itself has succeeded. */
      sync_path (folder, O_DIRECTORY);
      return TRUE;
    }

  int number = errno;
  lasna_file_set_error (error, number);
  errno = number;
  return FALSE;
}

/* Removes a file of our own making with what SQLite left beside it. */
void
lasna_file_remove_with_journals (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *name = g_strconcat (path, beside[i], NULL);
      g_unlink (name);
    }
}

/* Removes a folder of our own making with the files in it. */
void
lasna_file_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
}
