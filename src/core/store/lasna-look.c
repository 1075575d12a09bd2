/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the first hundred bytes. SQLite would roll back the journal of a file that is not ours,
 * and would wait for ever on a named pipe; so we look first.
 */
#include "config.h"

#include "lasna-look.h"

#include "lasna-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_LENGTH 100
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

static guint32
read_big_endian (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

static gboolean
refuse (GError **error, LasnaError code, const char *sentence)
{
  g_set_error_literal (error, LASNA_ERROR, code, sentence);
  return FALSE;
}

static gboolean
refuse_errno (GError **error, int number)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return refuse (error,
                     LASNA_ERROR_NOT_FOUND,
                     _ ("There is no such file. It may have been moved or renamed; open it where "
                        "it is now."));
    case ENXIO:
    case ENODEV:
      return refuse (
          error,
          LASNA_ERROR_FOREIGN,
          _ ("This is not an ordinary file, so it cannot be a workbook. It was left as it is; "
             "open another one."));
    case EACCES:
    case EPERM:
      return refuse (
          error,
          LASNA_ERROR_READ_ONLY,
          _ ("You may not read this file. It was left as it is; ask its owner for permission."));
    default:
      return refuse (error,
                     LASNA_ERROR_FAILED,
                     _ ("The file could not be read. Nothing was changed; check the disk and try "
                        "again."));
    }
}

/**
 * lasna_look_at_version:
 * @newest_version: the newest schema this program knows
 *
 * Returns: whether a workbook of schema @version can be opened
 */
gboolean
lasna_look_at_version (gint64 version, int newest_version, GError **error)
{
  if (version < 1)
    return refuse (error,
                   LASNA_ERROR_DAMAGED,
                   _ ("This workbook is damaged. It was left as it is; restore a backup from the "
                      "start page."));
  if (version > newest_version)
    return refuse (error,
                   LASNA_ERROR_TOO_NEW,
                   _ ("A later version of Läsnä made this workbook. It was left as it is; open "
                      "it with that version."));
  return TRUE;
}

static gboolean
check_header (const guint8 *header, gssize length, int newest_version, GError **error)
{
  if (length == 0)
    return refuse (error,
                   LASNA_ERROR_FOREIGN,
                   _ ("This file is empty, so there is no workbook to open. It was left as it "
                      "is; if it was one, restore a backup from the start page."));
  if (length < HEADER_LENGTH || memcmp (header, "SQLite format 3", 16) != 0 ||
      read_big_endian (header + APPLICATION_ID_OFFSET) != LASNA_APPLICATION_ID)
    return refuse (error,
                   LASNA_ERROR_FOREIGN,
                   _ ("This file is not a Läsnä workbook. It was left as it is; to bring in "
                      "feedback from it, open a workbook and import the file."));
  return lasna_look_at_version (
      (gint32) read_big_endian (header + USER_VERSION_OFFSET), newest_version, error);
}

/**
 * lasna_look:
 * @newest_version: the newest schema this program knows
 *
 * Returns: whether @path is a regular file with the header of a workbook that we can read
 */
gboolean
lasna_look (const char *path, int newest_version, GError **error)
{
  guint8 header[HEADER_LENGTH];
  struct stat status;
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);

  if (fd < 0)
    return refuse_errno (error, errno);
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      close (fd);
      return refuse (
          error,
          LASNA_ERROR_FOREIGN,
          S_ISDIR (status.st_mode)
              ? _ ("This is a folder, not a workbook. Open a file inside it.")
              : _ ("This is not an ordinary file, so it cannot be a workbook. It was left as it "
                   "is; open another one."));
    }

  gssize length;
  do
    length = pread (fd, header, sizeof header, 0);
  while (length < 0 && errno == EINTR);
  int number = errno;
  close (fd);
  if (length < 0)
    return refuse_errno (error, number);
  return check_header (header, length, newest_version, error);
}
