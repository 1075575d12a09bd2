/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first frame of the first window.
 */
#include "config.h"

#include "lasna-first-frame.h"

#include "lasna-bench.h"

#include <stdio.h>
#include <stdlib.h>

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  printf ("%.1f\n", lasna_bench_get_memory ());
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
 * Ends the program with the first frame of the first window, and prints how many megabytes it has
 * in memory then.
 */
void
lasna_first_frame_watch (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), NULL);
}
