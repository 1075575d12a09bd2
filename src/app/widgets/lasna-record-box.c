/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows a list model splice by splice, so that what did not change keeps its focus.
 */
#include "config.h"

#include "lasna-record-box.h"

struct _LasnaRecordBox
{
  GtkBox parent_instance;

  /* Owned */
  GListModel *records;

  LasnaRecordBoxMake make;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (LasnaRecordBox, lasna_record_box, GTK_TYPE_BOX)

static void
items_changed_cb (LasnaRecordBox *self, guint position, guint removed, guint added)
{
  GtkWidget *before;

  for (guint i = 0; i < removed; i++)
    gtk_box_remove (GTK_BOX (self), lasna_record_box_get_child (self, position));
  before = position > 0 ? lasna_record_box_get_child (self, position - 1) : NULL;
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (self->records, position + i);
      GtkWidget *child = self->make (record, self->data);

      gtk_box_insert_child_after (GTK_BOX (self), child, before);
      before = child;
    }
}

static void
lasna_record_box_dispose (GObject *object)
{
  g_clear_object (&LASNA_RECORD_BOX (object)->records);
  G_OBJECT_CLASS (lasna_record_box_parent_class)->dispose (object);
}

static void
lasna_record_box_class_init (LasnaRecordBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lasna_record_box_dispose;
}

static void
lasna_record_box_init (LasnaRecordBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * lasna_record_box_new:
 * @make: makes the widget of a record
 * @data: for @make; lives longer than the box
 *
 * Returns: (transfer floating): a box that follows @records
 */
GtkWidget *
lasna_record_box_new (GListModel *records, LasnaRecordBoxMake make, gpointer data)
{
  LasnaRecordBox *self = g_object_new (LASNA_TYPE_RECORD_BOX, NULL);

  self->records = g_object_ref (records);
  self->make = make;
  self->data = data;
  g_signal_connect_object (
      records, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (records));
  return GTK_WIDGET (self);
}

/**
 * lasna_record_box_get_child:
 *
 * Returns: (transfer none) (nullable): the widget of the record at @position
 */
GtkWidget *
lasna_record_box_get_child (LasnaRecordBox *self, guint position)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL && position-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}
