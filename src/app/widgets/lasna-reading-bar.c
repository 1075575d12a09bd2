/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much there is to read is not known before it is read, so the line tells that work goes on.
 */
#include "config.h"

#include "lasna-reading-bar.h"

#include "lasna-naming.h"

#include <glib/gi18n-lib.h>

#define MILLISECONDS_BETWEEN_MOVES 60

/* What takes less than a moment shows nothing. */
#define MOVES_BEFORE_SHOWN 5

struct _LasnaReadingBar
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkProgressBar *bar;

  guint source;
  guint n_moves;
};

G_DEFINE_FINAL_TYPE (LasnaReadingBar, lasna_reading_bar, ADW_TYPE_BIN)

static gboolean
move_cb (gpointer data)
{
  LasnaReadingBar *self = data;

  gtk_progress_bar_pulse (self->bar);
  if (++self->n_moves == MOVES_BEFORE_SHOWN)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_CONTINUE;
}

static void
lasna_reading_bar_dispose (GObject *object)
{
  g_clear_handle_id (&LASNA_READING_BAR (object)->source, g_source_remove);
  G_OBJECT_CLASS (lasna_reading_bar_parent_class)->dispose (object);
}

static void
lasna_reading_bar_class_init (LasnaReadingBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lasna_reading_bar_dispose;
}

static void
lasna_reading_bar_init (LasnaReadingBar *self)
{
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->bar), "lasna-thin");
  lasna_naming_name (GTK_WIDGET (self->bar), _ ("Reading the feedback"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lasna_reading_bar_set_busy:
 *
 * Shows the line once @busy has lasted longer than a moment, and until it is over.
 */
void
lasna_reading_bar_set_busy (LasnaReadingBar *self, gboolean busy)
{
  g_return_if_fail (LASNA_IS_READING_BAR (self));
  if (busy == (self->source != 0))
    return;
  if (busy)
    self->source = g_timeout_add (MILLISECONDS_BETWEEN_MOVES, move_cb, self);
  else
    g_clear_handle_id (&self->source, g_source_remove);
  self->n_moves = 0;
  if (!busy)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
