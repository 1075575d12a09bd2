/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text is saved at every pause and when the focus leaves.
 */
#include "config.h"

#include "lasna-text-row.h"

#include "lasna-later.h"

#include <string.h>

/* Milliseconds without a key after which a text is saved. */
#define PAUSE 400

struct _LasnaTextRow
{
  LasnaPropertyRow parent_instance;

  /* Borrowed */
  GtkWidget *line; /* one of the two */
  GtkWidget *lines;

  guint pause;
};

G_DEFINE_FINAL_TYPE (LasnaTextRow, lasna_text_row, LASNA_TYPE_PROPERTY_ROW)

static char *
dup_typed (LasnaTextRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  if (self->line != NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->line)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->lines));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
save (LasnaTextRow *self)
{
  g_autofree char *text = dup_typed (self);

  g_clear_handle_id (&self->pause, g_source_remove);
  lasna_property_row_type (LASNA_PROPERTY_ROW (self), *text != '\0' ? text : NULL);
}

static gboolean
pause_cb (gpointer data)
{
  LasnaTextRow *self = data;

  self->pause = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (LasnaTextRow *self)
{
  if (lasna_property_row_is_showing (LASNA_PROPERTY_ROW (self)))
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, pause_cb, self);
}

/* A selection is for whoever types: it does not stay behind when they go on. While another window
 * or the field's own menu has the focus, it is still theirs.
 */
static void
leave_cb (GtkEventController *focus)
{
  GtkWidget *editor = gtk_event_controller_get_widget (focus);
  GtkRoot *root = gtk_widget_get_root (editor);
  GtkTextBuffer *buffer;
  GtkTextIter cursor;

  if (root == NULL || gtk_root_get_focus (root) == editor)
    return;
  if (GTK_IS_EDITABLE (editor))
    {
      gtk_editable_set_position (GTK_EDITABLE (editor), -1);
      return;
    }
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &cursor);
}

static GtkWidget *
make_line (LasnaTextRow *self)
{
  self->line = gtk_text_new ();
  /* Ctrl+Z belongs to the workbook, which knows every pause. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->line), FALSE);
  gtk_widget_set_hexpand (self->line, TRUE);
  g_signal_connect_swapped (self->line, "changed", G_CALLBACK (changed_cb), self);
  return self->line;
}

static GtkWidget *
make_lines (LasnaTextRow *self)
{
  GtkTextBuffer *buffer;

  self->lines = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->lines), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->lines), FALSE);
  gtk_widget_set_hexpand (self->lines, TRUE);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->lines));
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  /* A text view that is measured before it has a width asks for the height of one letter to a line,
   * and does not ask anew by itself. */
  lasna_later_run (self->lines, gtk_widget_queue_resize);
  return self->lines;
}

static GtkWidget *
lasna_text_row_make_editor (LasnaPropertyRow *row)
{
  LasnaTextRow *self = LASNA_TEXT_ROW (row);
  GtkWidget *editor = lasna_property_row_get_property (row)->flags & LASNA_LONG ? make_lines (self)
                                                                                : make_line (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), NULL);
  gtk_widget_add_controller (editor, focus);
  return editor;
}

static void
lasna_text_row_show_value (LasnaPropertyRow *row)
{
  LasnaTextRow *self = LASNA_TEXT_ROW (row);
  const char *value = lasna_record_get_text (lasna_property_row_get_record (row),
                                             lasna_property_row_get_property (row)->name);
  g_autofree char *shown = dup_typed (self);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (value == NULL)
    value = "";
  if (strcmp (value, shown) == 0)
    return;
  if (self->line != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->line), value);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->lines)), value, -1);
}

static void
lasna_text_row_flush (LasnaPropertyRow *row)
{
  if (LASNA_TEXT_ROW (row)->pause != 0)
    save (LASNA_TEXT_ROW (row));
}

static void
lasna_text_row_dispose (GObject *object)
{
  /* The parent flushes first. */
  G_OBJECT_CLASS (lasna_text_row_parent_class)->dispose (object);
  g_clear_handle_id (&LASNA_TEXT_ROW (object)->pause, g_source_remove);
}

static void
lasna_text_row_class_init (LasnaTextRowClass *klass)
{
  LasnaPropertyRowClass *row_class = LASNA_PROPERTY_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_text_row_dispose;
  row_class->make_editor = lasna_text_row_make_editor;
  row_class->show_value = lasna_text_row_show_value;
  row_class->flush = lasna_text_row_flush;
}

static void
lasna_text_row_init (LasnaTextRow *self)
{
}
