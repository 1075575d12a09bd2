/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quiet work of an open workbook. Everything slow happens in a thread with a connection of its
 * own; nothing here keeps a person from typing.
 */
#define G_LOG_DOMAIN "lasna-model"

#include "config.h"

#include "lasna-housekeeping.h"

#include "lasna-backup.h"

/* So long after the last change the log is brought into the file. */
#define IDLE_MICROSECONDS (2 * G_USEC_PER_SEC)

struct _LasnaHousekeeping
{
  /* Owned */
  LasnaStore *store;
  LasnaClock *clock;
  GSource *idle; /* NULL where no main loop is ours */
  GThread *checkpoint;
  GThread *backup;
  char *file;
  char *folder; /* of the backups; NULL: none are made */
  char *day;    /* for which there is a backup, or was a try */

  int checkpoint_done; /* atomic: 1 it is in the file, -1 it must be tried again */
};

static gpointer
run_checkpoint (gpointer data)
{
  LasnaHousekeeping *self = data;

  g_atomic_int_set (&self->checkpoint_done, lasna_store_checkpoint (self->file, NULL) ? 1 : -1);
  return NULL;
}

static void
start_checkpoint (LasnaHousekeeping *self)
{
  g_atomic_int_set (&self->checkpoint_done, 0);
  self->checkpoint = g_thread_new ("lasna-checkpoint", run_checkpoint, self);
}

static void
wait_idle (LasnaHousekeeping *self)
{
  if (self->idle != NULL)
    g_source_set_ready_time (self->idle, g_get_monotonic_time () + IDLE_MICROSECONDS);
}

/* Starts the thread, and the next time sees how it went. */
static gboolean
idle_cb (gpointer data)
{
  LasnaHousekeeping *self = data;
  int done = g_atomic_int_get (&self->checkpoint_done);

  g_source_set_ready_time (self->idle, -1);
  if (self->checkpoint == NULL)
    {
      start_checkpoint (self);
      wait_idle (self);
    }
  else if (done == 0)
    wait_idle (self);
  else
    {
      g_clear_pointer (&self->checkpoint, g_thread_join);
      if (done < 0)
        wait_idle (self);
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch (GSource *source G_GNUC_UNUSED, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

/* A source for the loop of this thread, if it has one or may have the default one. */
static GSource *
make_source (LasnaHousekeeping *self)
{
  static GSourceFuncs funcs = { .dispatch = dispatch };
  GMainContext *context = g_main_context_get_thread_default ();
  GSource *source;

  if (context == NULL)
    {
      if (!g_main_context_acquire (NULL))
        return NULL;
      g_main_context_release (NULL);
    }
  source = g_source_new (&funcs, sizeof (GSource));
  g_source_set_static_name (source, "lasna-housekeeping");
  g_source_set_callback (source, idle_cb, self, NULL);
  g_source_attach (source, context);
  return source;
}

LasnaHousekeeping *
_lasna_housekeeping_new (LasnaStore *store, LasnaClock *clock)
{
  LasnaHousekeeping *self = g_new0 (LasnaHousekeeping, 1);

  self->store = g_object_ref (store);
  self->clock = lasna_clock_ref (clock);
  self->file = g_strdup (lasna_store_get_file (store));
  if (!lasna_store_is_read_only (store))
    self->idle = make_source (self);
  return self;
}

/* Waits for what is under way: the store can be closed after this. */
void
_lasna_housekeeping_free (LasnaHousekeeping *self)
{
  if (self == NULL)
    return;
  if (self->idle != NULL)
    g_source_destroy (self->idle);
  g_clear_pointer (&self->idle, g_source_unref);
  g_clear_pointer (&self->checkpoint, g_thread_join);
  g_clear_pointer (&self->backup, g_thread_join);
  g_object_unref (self->store);
  lasna_clock_unref (self->clock);
  g_free (self->file);
  g_free (self->folder);
  g_free (self->day);
  g_free (self);
}

static gpointer
run_backup (gpointer data)
{
  g_autoptr (LasnaBackup) backup = data;
  g_autoptr (GError) error = NULL;

  if (!lasna_backup_finish (backup, &error))
    g_message ("The backup of the day was not made: %s", error->message);
  return NULL;
}

/* Takes hold of this moment and leaves the copying to a thread. */
static void
start_backup (LasnaHousekeeping *self)
{
  g_autoptr (GError) error = NULL;
  LasnaBackup *backup;

  if (!lasna_backup_is_due (self->folder, self->day))
    return;
  backup = lasna_backup_start (self->file, self->folder, self->day, &error);
  if (backup == NULL)
    {
      g_message ("The backup of the day was not made: %s", error->message);
      return;
    }
  g_clear_pointer (&self->backup, g_thread_join);
  self->backup = g_thread_new ("lasna-backup", run_backup, backup);
}

/* Whether there is a day that has not been looked after yet. */
static gboolean
is_new_day (LasnaHousekeeping *self)
{
  g_autofree char *today = lasna_clock_dup_today (self->clock);

  if (g_strcmp0 (today, self->day) == 0)
    return FALSE;
  g_free (self->day);
  self->day = g_steal_pointer (&today);
  return TRUE;
}

/* @folder: (nullable): where the backups of this workbook go from now on */
void
_lasna_housekeeping_set_backups (LasnaHousekeeping *self, const char *folder)
{
  g_free (self->folder);
  self->folder = g_strdup (folder);
  g_clear_pointer (&self->day, g_free);

  /* Without a log somebody who reads stops who writes, so there it is done before anybody types. */
  if (folder != NULL && lasna_store_prepare_to_write (self->store, NULL) &&
      !lasna_store_is_logging (self->store) && is_new_day (self))
    start_backup (self);
}

/* Before a transaction begins. */
void
_lasna_housekeeping_before_change (LasnaHousekeeping *self)
{
  if (self->folder != NULL && is_new_day (self) &&
      lasna_store_prepare_to_write (self->store, NULL) && lasna_store_is_logging (self->store))
    start_backup (self);
}

void
_lasna_housekeeping_after_change (LasnaHousekeeping *self)
{
  if (lasna_store_is_logging (self->store))
    wait_idle (self);
}
