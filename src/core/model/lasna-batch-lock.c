/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A locked file among those that live as long as the session. The kernel lets go of the lock when
 * its holder dies, however it dies; the file that is left tells so.
 */
#include "config.h"

#include "lasna-batch-lock.h"

#include <glib/gstdio.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct _LasnaBatchLock
{
  char *path;
  int descriptor; /* -1 where no file could be made */
};

static char *
dup_path (gint64 batch)
{
  g_autofree char *name = g_strdup_printf ("import-%" G_GINT64_FORMAT, batch);

  return g_build_filename (g_get_user_runtime_dir (), "lasna", name, NULL);
}

/* Whether the file is still the one that others find at @path. */
static gboolean
is_at (int descriptor, const char *path)
{
  struct stat held;
  struct stat found;

  return fstat (descriptor, &held) == 0 && stat (path, &found) == 0 &&
         held.st_dev == found.st_dev && held.st_ino == found.st_ino;
}

static gboolean
try_lock (int descriptor)
{
  int code;

  do
    code = flock (descriptor, LOCK_EX | LOCK_NB);
  while (code != 0 && errno == EINTR);
  return code == 0;
}

/* Where the file was removed between being opened and being locked, the next one counts. Returns
 * the descriptor of the locked file; -1 where it cannot be locked, with @is_held where that is
 * because somebody else has the lock.
 */
static int
lock (const char *path, int flags, gboolean *is_held)
{
  *is_held = FALSE;
  for (;;)
    {
      int descriptor = g_open (path, flags | O_RDWR | O_CLOEXEC, 0600);

      if (descriptor < 0)
        return -1;
      if (!try_lock (descriptor))
        {
          *is_held = errno == EWOULDBLOCK;
          close (descriptor);
          return -1;
        }
      if (is_at (descriptor, path))
        return descriptor;
      close (descriptor);
    }
}

/**
 * lasna_batch_lock_new:
 *
 * Where no file can be made, others judge by how long ago the import gave a sign of life.
 *
 * Returns: (transfer full) (nullable): held until it is freed, or the process ends; NULL where
 *   somebody else holds it
 */
LasnaBatchLock *
lasna_batch_lock_new (gint64 batch)
{
  LasnaBatchLock *self = NULL;
  g_autofree char *path = dup_path (batch);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean is_held;
  int descriptor;

  g_mkdir_with_parents (folder, 0700);
  descriptor = lock (path, O_CREAT, &is_held);
  if (is_held)
    return NULL;
  self = g_new0 (LasnaBatchLock, 1);
  self->path = g_steal_pointer (&path);
  self->descriptor = descriptor;
  return self;
}

/* Only who has the lock removes the file. */
void
lasna_batch_lock_free (LasnaBatchLock *self)
{
  if (self->descriptor >= 0)
    {
      g_unlink (self->path);
      close (self->descriptor);
    }
  g_free (self->path);
  g_free (self);
}

/**
 * lasna_batch_lock_look:
 *
 * Returns: whether somebody holds the batch
 */
LasnaBatchHold
lasna_batch_lock_look (gint64 batch)
{
  g_autofree char *path = dup_path (batch);
  gboolean is_held;
  int descriptor = lock (path, 0, &is_held);

  if (is_held)
    return LASNA_BATCH_HELD;
  if (descriptor < 0)
    return LASNA_BATCH_UNKNOWN;
  close (descriptor);
  return LASNA_BATCH_LET_GO;
}

/**
 * lasna_batch_lock_forget:
 *
 * Removes what a dead holder left: the batch is gone, and nobody will ask again.
 */
void
lasna_batch_lock_forget (gint64 batch)
{
  g_autofree char *path = dup_path (batch);
  gboolean is_held;
  int descriptor = lock (path, 0, &is_held);

  if (descriptor < 0)
    return;
  g_unlink (path);
  close (descriptor);
}
