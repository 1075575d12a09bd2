/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time of the first frame, counted from the moment in BENCH_STARTED.
 */
#include "config.h"

#include "lasna-first-frame.h"

#include <stdio.h>
#include <stdlib.h>

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  gint64 started = g_ascii_strtoll (g_getenv ("BENCH_STARTED"), NULL, 10);

  printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - started);
  fflush (stdout);
  /* What closing takes is not measured. */
  _Exit (0);
}

static void
mapped_cb (GtkWidget *window)
{
  g_signal_connect (
      gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
}

static void
added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
}

/**
 * lasna_first_frame_watch:
 *
 * Prints the microseconds to the first frame of the first window, and ends the program.
 */
void
lasna_first_frame_watch (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), NULL);
}
