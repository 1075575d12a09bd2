/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window that shows itself at once and fills in the next moment feels faster than one that comes
 * whole.
 */
#include "config.h"

#include "lasna-later.h"

/* Kept by the widget, so that it goes with the widget. */
typedef struct
{
  GtkWidget *widget; /* (borrowed) */
  LasnaLaterFunc func;
  gulong mapped;
  gulong painted;
  GdkFrameClock *clock; /* (owned) (nullable) */
  guint idle;
} Later;

#define KEY "lasna-later"

static void
later_free (Later *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  /* A clock forgets its handlers when its window goes. */
  if (self->clock != NULL && g_signal_handler_is_connected (self->clock, self->painted))
    g_clear_signal_handler (&self->painted, self->clock);
  g_clear_object (&self->clock);
  g_free (self);
}

static gboolean
idle_cb (gpointer data)
{
  Later *self = data;
  LasnaLaterFunc func = self->func;
  GtkWidget *widget = self->widget;

  self->idle = 0;
  g_object_set_data (G_OBJECT (widget), KEY, NULL);
  func (widget);
  return G_SOURCE_REMOVE;
}

static void
wait_for_idle (Later *self)
{
  self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static void
painted_cb (GdkFrameClock *clock, Later *self)
{
  g_clear_signal_handler (&self->painted, clock);
  wait_for_idle (self);
}

static void
mapped_cb (GtkWidget *widget, Later *self)
{
  g_clear_signal_handler (&self->mapped, widget);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->painted = g_signal_connect (self->clock, "after-paint", G_CALLBACK (painted_cb), self);
}

/**
 * lasna_later_run:
 *
 * Calls @func when @widget has been painted for the first time, or in the next idle moment where it
 * is on the screen already. A later call for the same widget takes the place of an earlier one;
 * when the widget goes, nothing is called.
 */
void
lasna_later_run (GtkWidget *widget, LasnaLaterFunc func)
{
  Later *self = g_new0 (Later, 1);

  lasna_later_cancel (widget);
  self->widget = widget;
  self->func = func;
  g_object_set_data_full (G_OBJECT (widget), KEY, self, (GDestroyNotify) later_free);
  if (gtk_widget_get_mapped (widget))
    wait_for_idle (self);
  else
    self->mapped = g_signal_connect (widget, "map", G_CALLBACK (mapped_cb), self);
}

/**
 * lasna_later_cancel:
 *
 * Forgets what waits for @widget.
 */
void
lasna_later_cancel (GtkWidget *widget)
{
  Later *self = g_object_get_data (G_OBJECT (widget), KEY);

  if (self == NULL)
    return;
  g_clear_signal_handler (&self->mapped, widget);
  g_object_set_data (G_OBJECT (widget), KEY, NULL);
}
