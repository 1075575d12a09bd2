/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An item with its answers, its note and what was answered the last time.
 */
#include "config.h"

#include "lasna-checklist-row.h"

#include "lasna-naming.h"
#include "lasna-note.h"

#include <glib/gi18n-lib.h>

/**
 * LasnaChecklistRow:
 *
 * The row itself takes the focus, and with it the keys of the form; Tab goes on to the note. The
 * answers are buttons for the mouse and for assistive tools, which the keyboard does not need to
 * visit.
 *
 * # Accessibility
 *
 * The row is a group named by the text of the item and described by its answer.
 */
struct _LasnaChecklistRow
{
  GtkBox parent_instance;

  /* Owned */
  LasnaChecklistRun *run;
  LasnaChecklistAnswer *answer;
  GPtrArray *buttons; /* borrowed GtkToggleButtons: the steps of the scale, then not relevant */

  /* Borrowed */
  LasnaNote *note;
  LasnaNote *evidence;
  GtkLabel *action;
};

G_DEFINE_FINAL_TYPE (LasnaChecklistRow, lasna_checklist_row, GTK_TYPE_BOX)

static LasnaLanguage
get_language (LasnaChecklistRow *self)
{
  return lasna_workbook_get_language (lasna_record_get_workbook (LASNA_RECORD (self->run)));
}

static const char *
get_word (LasnaChecklistRow *self, LasnaRecord *answer)
{
  const LasnaScale *scale = lasna_checklist_run_get_scale (self->run);
  LasnaLanguage language = get_language (self);
  gint64 value = lasna_record_get_integer (answer, "value");

  if (lasna_record_get_flag (answer, "not-relevant"))
    return scale->not_relevant.in[language];
  for (guint i = 0; i < scale->n_steps; i++)
    if (scale->steps[i].value == value)
      return scale->steps[i].label.in[language];
  return scale->unanswered.in[language];
}

static void
show_action (LasnaChecklistRow *self)
{
  LasnaRecord *action = lasna_record_get_reference (LASNA_RECORD (self->answer), "action");
  g_autofree char *text = NULL;

  if (action != NULL)
    /* Translators: %s is the title of an action that was made of an item of a checklist. */
    text = g_strdup_printf (_ ("Action: %s"), lasna_record_get_text (action, "title"));
  gtk_label_set_label (self->action, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->action), text != NULL);
}

static void
show_answer (LasnaChecklistRow *self)
{
  LasnaRecord *answer = LASNA_RECORD (self->answer);
  const LasnaScale *scale = lasna_checklist_run_get_scale (self->run);
  gboolean not_relevant = lasna_record_get_flag (answer, "not-relevant");

  if (lasna_record_is_deleted (answer))
    return;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      gboolean active =
          i < scale->n_steps
              ? !not_relevant && lasna_record_get_integer (answer, "value") == scale->steps[i].value
              : not_relevant;

      gtk_toggle_button_set_active (self->buttons->pdata[i], active);
    }
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, get_word (self, answer), -1);
  show_action (self);
}

static void
show_evidence (LasnaChecklistRow *self)
{
  if (lasna_record_is_set (LASNA_RECORD (self->answer), "evidence"))
    gtk_widget_set_visible (GTK_WIDGET (self->evidence), TRUE);
}

static void
clicked_cb (LasnaChecklistRow *self, GtkToggleButton *button)
{
  gint64 value = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "value"));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (value >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "checklist.answer", "i", (int) value);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "checklist.not-relevant", NULL);
  /* The button shows what the file holds, not what was pressed. */
  show_answer (self);
}

static GtkWidget *
new_button (LasnaChecklistRow *self, const char *key, const char *word, int value)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *key_label = gtk_label_new (key);
  GtkWidget *label = gtk_label_new (word);
  g_autoptr (PangoAttrList) no_hyphens = pango_attr_list_from_string ("0 -1 insert-hyphens false");

  gtk_widget_add_css_class (key_label, "lasna-key");
  gtk_widget_add_css_class (key_label, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_attributes (GTK_LABEL (label), no_hyphens);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), key_label);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "lasna-answer");
  lasna_naming_name (button, word);
  g_object_set_data (G_OBJECT (button), "value", GINT_TO_POINTER (value));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  return button;
}

static GtkWidget *
new_answers (LasnaChecklistRow *self)
{
  const LasnaScale *scale = lasna_checklist_run_get_scale (self->run);
  LasnaLanguage language = get_language (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < scale->n_steps; i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", scale->steps[i].value);

      gtk_box_append (
          GTK_BOX (box),
          new_button (self, key, scale->steps[i].label.in[language], scale->steps[i].value));
    }
  gtk_box_append (GTK_BOX (box), new_button (self, "N", scale->not_relevant.in[language], -1));
  return box;
}

static GtkWidget *
new_text (LasnaChecklistRow *self, guint number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *count = g_strdup_printf ("%u", number);
  GtkWidget *label = gtk_label_new (count);
  GtkWidget *text =
      gtk_label_new (lasna_record_get_text (LASNA_RECORD (self->answer), "item-text"));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (text, "lasna-item");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

static GtkWidget *
new_previous (LasnaChecklistRow *self)
{
  LasnaChecklistAnswer *previous = lasna_checklist_run_find_previous (self->run, self->answer);
  g_autofree char *text = NULL;
  g_autofree char *word = NULL;
  GtkWidget *label;

  if (previous == NULL)
    return NULL;
  word = g_utf8_strdown (get_word (self, LASNA_RECORD (previous)), -1);
  /* Translators: %s is how the item was answered the last time, such as "mostly". */
  text = g_strdup_printf (_ ("last time: %s"), word);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
build (LasnaChecklistRow *self, guint number)
{
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *previous = new_previous (self);

  gtk_box_append (GTK_BOX (self), new_text (self, number));
  gtk_widget_set_margin_start (inner, 32);
  gtk_box_append (GTK_BOX (inner), new_answers (self));
  if (previous != NULL)
    gtk_box_append (GTK_BOX (inner), previous);
  self->note = LASNA_NOTE (lasna_note_new (LASNA_RECORD (self->answer), "note", _ ("Note")));
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->note));
  self->evidence = LASNA_NOTE (
      lasna_note_new (LASNA_RECORD (self->answer), "evidence", _ ("Evidence: how do you know?")));
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), FALSE);
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->evidence));
  self->action = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->action, 0);
  gtk_label_set_wrap (self->action, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->action), "caption");
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->action));
  gtk_box_append (GTK_BOX (self), inner);
}

static void
lasna_checklist_row_dispose (GObject *object)
{
  LasnaChecklistRow *self = LASNA_CHECKLIST_ROW (object);

  g_clear_object (&self->run);
  g_clear_object (&self->answer);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (lasna_checklist_row_parent_class)->dispose (object);
}

static void
lasna_checklist_row_class_init (LasnaChecklistRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_checklist_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "lasna-checklist-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
lasna_checklist_row_init (LasnaChecklistRow *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * lasna_checklist_row_new:
 * @number: counted from 1
 *
 * Returns: (transfer floating): a row for @answer
 */
GtkWidget *
lasna_checklist_row_new (LasnaChecklistRun *run, LasnaChecklistAnswer *answer, guint number)
{
  LasnaChecklistRow *self = g_object_new (LASNA_TYPE_CHECKLIST_ROW, NULL);
  static const char *const shown[] = { "notify::value", "notify::not-relevant", "notify::action" };

  self->run = g_object_ref (run);
  self->answer = g_object_ref (answer);
  build (self, number);
  lasna_naming_name (GTK_WIDGET (self), lasna_record_get_text (LASNA_RECORD (answer), "item-text"));
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_signal_connect_object (answer, shown[i], G_CALLBACK (show_answer), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      answer, "notify::evidence", G_CALLBACK (show_evidence), self, G_CONNECT_SWAPPED);
  show_answer (self);
  show_evidence (self);
  return GTK_WIDGET (self);
}

/**
 * lasna_checklist_row_get_answer:
 *
 * Returns: (transfer none): the answer the row shows
 */
LasnaChecklistAnswer *
lasna_checklist_row_get_answer (LasnaChecklistRow *self)
{
  return self->answer;
}

/**
 * lasna_checklist_row_write_note:
 *
 * Puts the cursor into the note.
 */
void
lasna_checklist_row_write_note (LasnaChecklistRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/**
 * lasna_checklist_row_write_evidence:
 *
 * Shows the field for evidence and puts the cursor there.
 */
void
lasna_checklist_row_write_evidence (LasnaChecklistRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->evidence));
}
