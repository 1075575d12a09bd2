/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The message at the lower edge.
 */
#include "config.h"

#include "lasna-toast.h"

/* Seconds it stays; longer where there is something to press. */
#define SECONDS 4
#define SECONDS_WITH_BUTTON 8

/* Of a line, so that it fits beside an open side in the smallest window. */
#define MOST_CHARS 36

/**
 * LasnaToast:
 *
 * To be an overlay of the pages. It stands where they begin: what one works in, and the buttons
 * that end it, are at their other side. A newer sentence takes the place of an older one; a long
 * one is wrapped, not cut. AdwToast cuts long sentences, and in libadwaita 1.2 it crashes where a
 * window is closed while one slides out.
 *
 * # Accessibility
 *
 * The sentence has the role status.
 */
struct _LasnaToast
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *button;
  GtkButton *more;

  guint source;
};

G_DEFINE_FINAL_TYPE (LasnaToast, lasna_toast, ADW_TYPE_BIN)

static gboolean
over_cb (gpointer data)
{
  LasnaToast *self = data;

  self->source = 0;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  return G_SOURCE_REMOVE;
}

/* What cannot be seen does not catch the pointer. */
static void
revealed_cb (LasnaToast *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_revealer_get_reveal_child (self->revealer) ||
                              gtk_revealer_get_child_revealed (self->revealer));
}

static void
lasna_toast_dispose (GObject *object)
{
  g_clear_handle_id (&LASNA_TOAST (object)->source, g_source_remove);
  G_OBJECT_CLASS (lasna_toast_parent_class)->dispose (object);
}

static void
lasna_toast_class_init (LasnaToastClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lasna_toast_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lasna-toast");
}

static GtkButton *
new_button (LasnaToast *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (lasna_toast_hide), self);
  return GTK_BUTTON (button);
}

static void
lasna_toast_init (LasnaToast *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_natural_wrap_mode (self->label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (self->label, MOST_CHARS);
  gtk_label_set_xalign (self->label, 0);
  self->button = new_button (self);
  self->more = new_button (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->more));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_widget_add_css_class (box, "osd");
  gtk_widget_add_css_class (box, "lasna-toast");
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_transition_duration (self->revealer, 180);
  gtk_revealer_set_child (self->revealer, box);
  g_signal_connect_swapped (
      self->revealer, "notify::child-revealed", G_CALLBACK (revealed_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lasna_toast_show:
 * @button: (nullable): what stands on a button beside it
 * @action: (nullable): what the button does
 *
 * Says @sentence.
 */
void
lasna_toast_show (LasnaToast *self, const char *sentence, const char *button, const char *action)
{
  g_return_if_fail (LASNA_IS_TOAST (self));

  gtk_label_set_label (self->label, sentence);
  gtk_button_set_label (self->button, button != NULL ? button : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  g_clear_handle_id (&self->source, g_source_remove);
  self->source =
      g_timeout_add_seconds (button != NULL ? SECONDS_WITH_BUTTON : SECONDS, over_cb, self);
}

/**
 * lasna_toast_offer_more:
 *
 * Puts another button beside the sentence that is shown.
 */
void
lasna_toast_offer_more (LasnaToast *self, const char *button, const char *action)
{
  g_return_if_fail (LASNA_IS_TOAST (self));

  gtk_button_set_label (self->more, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->more), action);
  gtk_widget_set_visible (GTK_WIDGET (self->more), TRUE);
}

/**
 * lasna_toast_withdraw:
 *
 * Takes the button away, since what it does is no longer what the sentence says; the sentence stays
 * for its time.
 *
 * Returns: whether there was one
 */
gboolean
lasna_toast_withdraw (LasnaToast *self)
{
  gboolean had;

  g_return_val_if_fail (LASNA_IS_TOAST (self), FALSE);

  had = gtk_widget_get_visible (GTK_WIDGET (self->button));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  return had;
}

/**
 * lasna_toast_hide:
 *
 * Takes the sentence away before its time.
 */
void
lasna_toast_hide (LasnaToast *self)
{
  g_return_if_fail (LASNA_IS_TOAST (self));

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
