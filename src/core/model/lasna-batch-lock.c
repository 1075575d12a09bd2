/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A locked file among those that live as long as the session. The kernel lets go of the lock when
 * its holder dies, however it dies; the file that is left tells so.
 */
#include "config.h"

#include "lasna-batch-lock.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <sys/file.h>
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

/**
 * lasna_batch_lock_new:
 *
 * Where no file can be made, others judge by how long ago the import gave a sign of life.
 *
 * Returns: (transfer full): held until it is freed, or the process ends
 */
LasnaBatchLock *
lasna_batch_lock_new (gint64 batch)
{
  LasnaBatchLock *self = g_new0 (LasnaBatchLock, 1);
  g_autofree char *folder = NULL;

  self->path = dup_path (batch);
  folder = g_path_get_dirname (self->path);
  g_mkdir_with_parents (folder, 0700);
  self->descriptor = g_open (self->path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (self->descriptor >= 0)
    flock (self->descriptor, LOCK_EX | LOCK_NB);
  return self;
}

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
  int descriptor = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean is_free;

  if (descriptor < 0)
    return LASNA_BATCH_UNKNOWN;
  is_free = flock (descriptor, LOCK_EX | LOCK_NB) == 0;
  close (descriptor);
  return is_free ? LASNA_BATCH_LET_GO : LASNA_BATCH_HELD;
}

/* The batch is gone, and nobody will ask again. */
void
lasna_batch_lock_forget (gint64 batch)
{
  g_autofree char *path = dup_path (batch);

  g_unlink (path);
}
