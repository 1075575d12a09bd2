/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A growing text field.
 */
#include "config.h"

#include "lasna-note.h"

#include "lasna-naming.h"
#include "lasna-workbook.h"

/* Milliseconds of pause after which what was typed is on disk. */
#define PAUSE_MS 300

/**
 * LasnaNote:
 *
 * Shows a text property of a record and saves what is typed: at every pause, and when the focus
 * leaves. One stretch of typing is one step of undo. Undo is the workbook's, not the field's own.
 * Tab leaves the field.
 */
struct _LasnaNote
{
  AdwBin parent_instance;

  /* Owned */
  LasnaRecord *record;
  char *property;

  /* Borrowed */
  GtkTextView *view;
  GtkWidget *hint;

  guint pause_source;
  gboolean showing; /* the record's text is being put into the field */
};

G_DEFINE_FINAL_TYPE (LasnaNote, lasna_note, ADW_TYPE_BIN)

static char *
dup_text (LasnaNote *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_text (LasnaNote *self)
{
  const char *text = lasna_record_get_text (self->record, self->property);
  g_autofree char *shown = dup_text (self);

  if (g_strcmp0 (shown, text != NULL ? text : "") == 0)
    return;
  self->showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text != NULL ? text : "", -1);
  self->showing = FALSE;
}

static gboolean
pause_cb (gpointer data)
{
  LasnaNote *self = data;

  self->pause_source = 0;
  lasna_note_save (self);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (LasnaNote *self)
{
  gtk_widget_set_visible (
      self->hint, gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view)) == 0);
  if (self->showing)
    return;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE_MS, pause_cb, self);
}

static void
lasna_note_unmap (GtkWidget *widget)
{
  lasna_note_save (LASNA_NOTE (widget));
  GTK_WIDGET_CLASS (lasna_note_parent_class)->unmap (widget);
}

static gboolean
lasna_note_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LASNA_NOTE (widget)->view));
}

static void
lasna_note_dispose (GObject *object)
{
  LasnaNote *self = LASNA_NOTE (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (lasna_note_parent_class)->dispose (object);
}

static void
lasna_note_finalize (GObject *object)
{
  g_free (LASNA_NOTE (object)->property);
  G_OBJECT_CLASS (lasna_note_parent_class)->finalize (object);
}

static void
lasna_note_class_init (LasnaNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lasna_note_dispose;
  object_class->finalize = lasna_note_finalize;
  widget_class->unmap = lasna_note_unmap;
  widget_class->grab_focus = lasna_note_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "lasna-note");
}

static void
lasna_note_init (LasnaNote *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (self->view), FALSE);
  self->hint = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_set_halign (self->hint, GTK_ALIGN_START);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->hint);
  adw_bin_set_child (ADW_BIN (self), overlay);
  g_signal_connect_swapped (
      gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (lasna_note_save), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * lasna_note_new:
 * @property: a text property of @record
 * @label: what is to be written there; it stands in the empty field and is its accessible name
 *
 * Returns: (transfer floating): a field for it
 */
GtkWidget *
lasna_note_new (LasnaRecord *record, const char *property, const char *label)
{
  LasnaNote *self = g_object_new (LASNA_TYPE_NOTE, NULL);
  g_autofree char *notify = g_strconcat ("notify::", property, NULL);

  self->record = g_object_ref (record);
  self->property = g_strdup (property);
  gtk_label_set_label (GTK_LABEL (self->hint), label);
  lasna_naming_name (GTK_WIDGET (self->view), label);
  show_text (self);
  g_signal_connect_object (record, notify, G_CALLBACK (show_text), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * lasna_note_save:
 *
 * Saves now what was typed.
 */
void
lasna_note_save (LasnaNote *self)
{
  LasnaWorkbook *workbook = self->record != NULL ? lasna_record_get_workbook (self->record) : NULL;
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->pause_source, g_source_remove);
  if (workbook == NULL || lasna_record_is_deleted (self->record))
    return;
  text = dup_text (self);
  if (g_strcmp0 (lasna_record_get_text (self->record, self->property),
                 *text != '\0' ? text : NULL) == 0)
    return;
  lasna_workbook_set_typing (workbook, TRUE);
  g_object_set (self->record, self->property, *text != '\0' ? text : NULL, NULL);
  lasna_workbook_set_typing (workbook, FALSE);
}

/**
 * lasna_note_save_focus:
 *
 * Saves what was typed in the field of @root that has the focus, where it is one of these.
 */
void
lasna_note_save_focus (GtkRoot *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *note = focus != NULL ? gtk_widget_get_ancestor (focus, LASNA_TYPE_NOTE) : NULL;

  if (note != NULL)
    lasna_note_save (LASNA_NOTE (note));
}
