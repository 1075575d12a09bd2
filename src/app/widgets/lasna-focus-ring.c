/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK takes the ring away three seconds after the last key, when many are still reading.
 */
#include "config.h"

#include "lasna-focus-ring.h"

static void
set_by_keys (GtkWindow *window, gboolean by_keys)
{
  g_object_set_data (G_OBJECT (window), "lasna-by-keys", GINT_TO_POINTER (by_keys));
}

static gboolean
key_cb (GtkWindow *window)
{
  set_by_keys (window, TRUE);
  return GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (GtkWindow *window)
{
  set_by_keys (window, FALSE);
}

/* Both happen within one frame, so that nothing flickers. */
static void
visible_cb (GtkWindow *window)
{
  if (!gtk_window_get_focus_visible (window) &&
      g_object_get_data (G_OBJECT (window), "lasna-by-keys") != NULL)
    gtk_window_set_focus_visible (window, TRUE);
}

/**
 * lasna_focus_ring_keep:
 *
 * Once the keys have shown the ring in @window, it stays until the pointer is used.
 */
void
lasna_focus_ring_keep (GtkWindow *window)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), window);
  gtk_widget_add_controller (GTK_WIDGET (window), key);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (window, "notify::focus-visible", G_CALLBACK (visible_cb), NULL);
}
