/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The work is looked at ten times a second; it knows nothing of the bar.
 */
#include "config.h"

#include "lasna-work-bar.h"

#include <glib/gi18n-lib.h>

#define MILLISECONDS_BETWEEN_LOOKS 100

/* What is done sooner needs no bar. */
#define LOOKS_BEFORE_SHOWN 3

/**
 * LasnaWorkBar:
 *
 * # Accessibility
 *
 * The sentence has the role status, and names the progress.
 */
struct _LasnaWorkBar
{
  AdwBin parent_instance;

  /* Owned */
  GCancellable *cancellable;

  /* Borrowed */
  GtkLabel *sentence;
  GtkProgressBar *progress;
  GtkWidget *stop;
  gpointer data;

  LasnaWorkFunc func;
  guint source;
  guint n_looks;
};

G_DEFINE_FINAL_TYPE (LasnaWorkBar, lasna_work_bar, ADW_TYPE_BIN)

static void
show_progress (LasnaWorkBar *self)
{
  g_autofree char *sentence = NULL;
  double progress = self->func != NULL ? self->func (self->data, &sentence) : 1;

  /* The last part, such as packing the file, has no measure. */
  if (progress < 1)
    gtk_progress_bar_set_fraction (self->progress, progress);
  else
    gtk_progress_bar_pulse (self->progress);
  if (sentence != NULL && !g_cancellable_is_cancelled (self->cancellable))
    gtk_label_set_label (self->sentence, sentence);
}

static gboolean
look_cb (gpointer data)
{
  LasnaWorkBar *self = data;

  show_progress (self);
  if (++self->n_looks == LOOKS_BEFORE_SHOWN)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_CONTINUE;
}

static void
stop_cb (LasnaWorkBar *self)
{
  gtk_label_set_label (self->sentence, _ ("Stopping…"));
  gtk_widget_set_sensitive (self->stop, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static void
lasna_work_bar_dispose (GObject *object)
{
  LasnaWorkBar *self = LASNA_WORK_BAR (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (lasna_work_bar_parent_class)->dispose (object);
}

static void
lasna_work_bar_class_init (LasnaWorkBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lasna_work_bar_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "workbar");
}

static void
lasna_work_bar_init (LasnaWorkBar *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->sentence = g_object_new (GTK_TYPE_LABEL,
                                 "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_STATUS,
                                 "xalign",
                                 0.0,
                                 "wrap",
                                 TRUE,
                                 NULL);
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->sentence,
                                  NULL,
                                  -1);
  self->stop = gtk_button_new_with_label (_ ("Stop"));
  gtk_widget_set_valign (self->stop, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  g_signal_connect_swapped (self->stop, "clicked", G_CALLBACK (stop_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), self->stop);
  adw_bin_set_child (ADW_BIN (self), line);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lasna_work_bar_new:
 * @sentence: what is being done
 * @func: (nullable): looks at the work; NULL where it does not tell how far it is
 * @data: for @func; lives until the end of the bar
 * @cancellable: of the work, cancelled where somebody wants it stopped
 *
 * Returns: (transfer floating): a bar that comes into view when the work takes longer than a moment
 */
GtkWidget *
lasna_work_bar_new (const char *sentence,
                    LasnaWorkFunc func,
                    gpointer data,
                    GCancellable *cancellable)
{
  LasnaWorkBar *self = g_object_new (LASNA_TYPE_WORK_BAR, NULL);

  self->func = func;
  self->data = data;
  self->cancellable = g_object_ref (cancellable);
  gtk_label_set_label (self->sentence, sentence);
  self->source = g_timeout_add (MILLISECONDS_BETWEEN_LOOKS, look_cb, self);
  return GTK_WIDGET (self);
}

/**
 * lasna_work_bar_end:
 *
 * The work is over: takes the bar out of the box it stands in.
 */
void
lasna_work_bar_end (LasnaWorkBar *self)
{
  GtkWidget *parent;

  g_return_if_fail (LASNA_IS_WORK_BAR (self));
  g_clear_handle_id (&self->source, g_source_remove);
  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  if (GTK_IS_BOX (parent))
    gtk_box_remove (GTK_BOX (parent), GTK_WIDGET (self));
}
