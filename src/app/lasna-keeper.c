/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes on in the background while a workbook is open.
 */
#define G_LOG_DOMAIN "lasna-app"

#include "config.h"

#include "lasna-keeper.h"

#include "lasna-backup.h"
#include "lasna-backups.h"
#include "lasna-store.h"

#include <glib/gi18n-lib.h>

/* Seconds between looks at what others have written, and of rest before the log is folded in. */
#define LOOK_SECONDS 1
#define REST_SECONDS 2

/**
 * LasnaKeeper:
 *
 * Once a second it takes in what other programs have written. After two seconds of rest it folds
 * the write-ahead log into the file, in a thread, so that a plain copy of the file has everything.
 * It remembers when the workbook was last saved.
 */
struct _LasnaKeeper
{
  GObject parent_instance;

  /* Owned */
  LasnaWorkbook *workbook;
  char *saved;
  char *day; /* of the last backup, or of the look for one */

  guint look_source;
  guint rest_source;
};

enum
{
  PROP_SAVED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LasnaKeeper, lasna_keeper, G_TYPE_OBJECT)

static void
fold_in (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (!lasna_store_checkpoint (path, &error))
    g_debug ("The log was not folded in: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static gboolean
rest_cb (gpointer data)
{
  LasnaKeeper *self = data;
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);
  LasnaStore *store = lasna_workbook_get_store (self->workbook);

  self->rest_source = 0;
  if (store == NULL || lasna_store_is_read_only (store))
    return G_SOURCE_REMOVE;
  g_task_set_task_data (task, g_strdup (lasna_store_get_path (store)), g_free);
  g_task_run_in_thread (task, fold_in);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (LasnaKeeper *self, const char *label, GArray *touches, int cause)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add_seconds (REST_SECONDS, rest_cb, self);
  g_free (self->saved);
  /* Translators: the time of day at which the workbook was saved, as g_date_time_format () takes
   * it. */
  self->saved = g_date_time_format (now, _ ("%H:%M"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
}

static void
back_up (GTask *task, gpointer source, gpointer backup, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (!lasna_backup_finish (backup, &error))
    g_debug ("No backup was made: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

/* The moment is taken hold of at once, before anything is changed; the writing can wait. */
static void
keep_day (LasnaKeeper *self)
{
  LasnaStore *store = lasna_workbook_get_store (self->workbook);
  g_autofree char *day = lasna_clock_dup_today (lasna_workbook_get_clock (self->workbook));
  g_autofree char *folder = NULL;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  LasnaBackup *backup;

  if (lasna_store_is_read_only (store) || g_strcmp0 (day, self->day) == 0)
    return;
  g_free (self->day);
  self->day = g_strdup (day);
  folder = lasna_backups_dup_folder (lasna_store_get_path (store));
  if (!lasna_backup_is_due (folder, day) || !lasna_store_prepare_to_write (store, NULL))
    return;
  backup = lasna_backup_start (lasna_store_get_path (store), folder, day, &error);
  if (backup == NULL)
    {
      g_debug ("No backup was begun: %s", error->message);
      return;
    }
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_task_data (task, backup, (GDestroyNotify) lasna_backup_free);
  g_task_run_in_thread (task, back_up);
}

static gboolean
look_cb (gpointer data)
{
  lasna_keeper_look (data);
  return G_SOURCE_CONTINUE;
}

static void
lasna_keeper_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_SAVED)
    g_value_set_string (value, LASNA_KEEPER (object)->saved);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
lasna_keeper_dispose (GObject *object)
{
  LasnaKeeper *self = LASNA_KEEPER (object);

  lasna_keeper_stop (self);
  g_clear_object (&self->workbook);
  G_OBJECT_CLASS (lasna_keeper_parent_class)->dispose (object);
}

static void
lasna_keeper_finalize (GObject *object)
{
  g_free (LASNA_KEEPER (object)->saved);
  g_free (LASNA_KEEPER (object)->day);
  G_OBJECT_CLASS (lasna_keeper_parent_class)->finalize (object);
}

static void
lasna_keeper_class_init (LasnaKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lasna_keeper_get_property;
  object_class->dispose = lasna_keeper_dispose;
  object_class->finalize = lasna_keeper_finalize;

  /**
   * LasnaKeeper:saved:
   *
   * The time of day of the last change, written out; NULL before the first one.
   */
  properties[PROP_SAVED] =
      g_param_spec_string ("saved", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lasna_keeper_init (LasnaKeeper *self)
{
}

/**
 * lasna_keeper_new:
 *
 * Returns: (transfer full): a keeper at work on @workbook
 */
LasnaKeeper *
lasna_keeper_new (LasnaWorkbook *workbook)
{
  LasnaKeeper *self = g_object_new (LASNA_TYPE_KEEPER, NULL);

  self->workbook = g_object_ref (workbook);
  g_signal_connect_object (workbook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      workbook, "about-to-change", G_CALLBACK (keep_day), self, G_CONNECT_SWAPPED);
  self->look_source = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  return self;
}

/**
 * lasna_keeper_look:
 *
 * Takes in now what others have written.
 */
void
lasna_keeper_look (LasnaKeeper *self)
{
  g_autoptr (GError) error = NULL;

  if (!lasna_workbook_poll (self->workbook, &error))
    g_debug ("The file could not be looked at: %s", error->message);
}

const char *
lasna_keeper_get_saved (LasnaKeeper *self)
{
  return self->saved;
}

/**
 * lasna_keeper_stop:
 *
 * Ends all background work that has not begun; to be called before the workbook is closed.
 */
void
lasna_keeper_stop (LasnaKeeper *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
}
