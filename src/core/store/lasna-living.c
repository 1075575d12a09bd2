/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which imports are under way. The lock is on a file in the folder of the session, which the system
 * drops with the process, however that ends.
 */
#include "config.h"

#include "lasna-living.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

struct _LasnaLiving
{
  char *path;
  int fd;
};

static char *
make_path (gint64 id)
{
  g_autofree char *name = g_strdup_printf ("import-%" G_GINT64_FORMAT, id);

  return g_build_filename (g_get_user_runtime_dir (), "lasna", name, NULL);
}

/**
 * lasna_living_new:
 * @id: of the batch that is being imported
 *
 * To be held from before the batch is written until it is complete. Where the lock cannot be had,
 * the import goes on without it.
 *
 * Returns: (transfer full): the sign of life
 */
LasnaLiving *
lasna_living_new (gint64 id)
{
  LasnaLiving *self = g_new0 (LasnaLiving, 1);
  g_autofree char *folder = NULL;

  self->path = make_path (id);
  folder = g_path_get_dirname (self->path);
  g_mkdir_with_parents (folder, 0700);
  self->fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->fd >= 0)
    flock (self->fd, LOCK_EX | LOCK_NB);
  return self;
}

void
lasna_living_free (LasnaLiving *self)
{
  if (self->fd >= 0)
    {
      g_unlink (self->path);
      close (self->fd);
    }
  g_free (self->path);
  g_free (self);
}

/**
 * lasna_living_ask:
 *
 * Returns: whether the import of that batch is still under way
 */
LasnaLivingState
lasna_living_ask (gint64 id)
{
  g_autofree char *path = make_path (id);
  int fd = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0);

  if (fd < 0)
    return LASNA_LIVING_UNKNOWN;

  gboolean dead = flock (fd, LOCK_EX | LOCK_NB) == 0;
  close (fd);
  return dead ? LASNA_LIVING_DEAD : LASNA_LIVING_ALIVE;
}

/* Removes what a dead import left behind. */
void
lasna_living_bury (gint64 id)
{
  g_autofree char *path = make_path (id);

  if (lasna_living_ask (id) == LASNA_LIVING_DEAD)
    g_unlink (path);
}
