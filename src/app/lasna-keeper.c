/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes on in the background while a workbook is open.
 */
#define G_LOG_DOMAIN "lasna-app"

#include "config.h"

#include "lasna-keeper.h"

#include "lasna-sweep.h"

#include <glib/gi18n-lib.h>

/* Seconds between looks at what others have written. */
#define LOOK_SECONDS 1

/**
 * LasnaKeeper:
 *
 * Once a second it takes in what other programs have written. After opening it has cleared away
 * what nobody can reach any more. It remembers when the workbook was last saved. Backups and the
 * order in the file are the workbook's own affair.
 */
struct _LasnaKeeper
{
  GObject parent_instance;

  /* Owned */
  LasnaWorkbook *workbook;
  char *saved;
  GCancellable *closing;

  guint look_source;
};

enum
{
  PROP_SAVED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LasnaKeeper, lasna_keeper, G_TYPE_OBJECT)

static void
changed_cb (LasnaKeeper *self, const char *label, GArray *touches, int cause)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_free (self->saved);
  /* Translators: the time of day at which the workbook was saved, as g_date_time_format () takes
   * it. */
  self->saved = g_date_time_format (now, _ ("%H:%M"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
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
  g_object_unref (LASNA_KEEPER (object)->closing);
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
  self->closing = g_cancellable_new ();
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
  if (!lasna_store_is_read_only (lasna_workbook_get_store (workbook)))
    lasna_sweep_async (workbook, self->closing, NULL, NULL);
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
  g_cancellable_cancel (self->closing);
}
