/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a workbook under a temporary name beside where it will be, and moves it there when it is
 * finished.
 */
#include "config.h"

#include "lasna-making.h"

#include "lasna-error.h"
#include "lasna-file.h"
#include "lasna-lodge.h"
#include "lasna-template.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

static void
set_error (GError **error, int number)
{
  if (number == EEXIST)
    g_set_error_literal (error,
                         LASNA_ERROR,
                         LASNA_ERROR_CONFLICT,
                         _ ("There is a file of that name already. It was left as it is; choose "
                            "another name."));
  else if (number == ENOSPC || number == EDQUOT)
    g_set_error_literal (error,
                         LASNA_ERROR,
                         LASNA_ERROR_NO_SPACE,
                         _ ("The disk is full. Nothing was changed; make room and try again."));
  else
    g_set_error_literal (error,
                         LASNA_ERROR,
                         LASNA_ERROR_FAILED,
                         _ ("The file could not be made. Nothing was changed; check that its "
                            "folder exists and can be written."));
}

/* Where the kernel or the disk cannot promise not to replace, a look before comes close. */
static int
move_beside (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  if (g_file_test (to, G_FILE_TEST_EXISTS) || g_file_test (to, G_FILE_TEST_IS_SYMLINK))
    return EEXIST;
  return g_rename (from, to) == 0 ? 0 : errno;
}

/* What an interrupted program left beside the old file must not be taken for the new one's. */
static int
move_over (const char *from, const char *to)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };

  if (g_file_test (to, G_FILE_TEST_EXISTS) && !g_file_test (to, G_FILE_TEST_IS_REGULAR))
    return EISDIR;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *beside = g_strconcat (to, suffixes[i], NULL);
      g_unlink (beside);
    }
  return g_rename (from, to) == 0 ? 0 : errno;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
make (const char *path,
      LasnaMakingFlags flags,
      const char *template_id,
      LasnaLanguage language,
      LasnaClock *clock,
      GError **error)
{
  g_autoptr (LasnaWorkbook) workbook = lasna_workbook_create (path, language, clock, error);

  if (workbook == NULL)
    return FALSE;
  if (flags & LASNA_MAKING_SAMPLE && !lasna_lodge_fill (workbook, language, error))
    return FALSE;
  if (template_id != NULL && !(flags & LASNA_MAKING_SAMPLE) &&
      lasna_template_add_journey (workbook, NULL, template_id, language, error) == NULL)
    return FALSE;
  return lasna_workbook_close (workbook, error);
}

/**
 * lasna_making_create:
 * @template_id: (nullable): the journey it begins with
 * @clock: (nullable): a new one by default
 *
 * Returns: whether the new workbook is at @path, closed; where not, everything is as it was
 */
gboolean
lasna_making_create (const char *path,
                     LasnaMakingFlags flags,
                     const char *template_id,
                     LasnaLanguage language,
                     LasnaClock *clock,
                     GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *making = g_build_filename (folder, ".lasna-XXXXXX", NULL);
  g_autofree char *made = NULL;
  gboolean done;
  int number;

  if (!(flags & LASNA_MAKING_REPLACE) && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      set_error (error, EEXIST);
      return FALSE;
    }
  if (g_mkdtemp (making) == NULL)
    {
      set_error (error, errno);
      return FALSE;
    }
  made = g_build_filename (making, name, NULL);
  done = make (made, flags, template_id, language, clock, error);
  if (done)
    {
      number = flags & LASNA_MAKING_REPLACE ? move_over (made, path) : move_beside (made, path);
      done = number == 0;
      if (!done)
        set_error (error, number);
    }
  lasna_file_remove_folder (making);
  if (done)
    sync_folder (path);
  return done;
}
