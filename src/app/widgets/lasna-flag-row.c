/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A switch beside the name.
 */
#include "config.h"

#include "lasna-flag-row.h"

struct _LasnaFlagRow
{
  LasnaPropertyRow parent_instance;
};

G_DEFINE_FINAL_TYPE (LasnaFlagRow, lasna_flag_row, LASNA_TYPE_PROPERTY_ROW)

static void
active_cb (LasnaPropertyRow *row)
{
  if (!lasna_property_row_is_showing (row))
    lasna_property_row_write (
        row, gtk_switch_get_active (GTK_SWITCH (lasna_property_row_get_editor (row))));
}

static GtkWidget *
lasna_flag_row_make_editor (LasnaPropertyRow *row)
{
  GtkWidget *editor = gtk_switch_new ();
  GtkWidget *name = gtk_widget_get_first_child (GTK_WIDGET (row));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (row), GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (row), "flag");
  gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (editor, "notify::active", G_CALLBACK (active_cb), row);
  return editor;
}

static void
lasna_flag_row_show_value (LasnaPropertyRow *row)
{
  gtk_switch_set_active (GTK_SWITCH (lasna_property_row_get_editor (row)),
                         lasna_record_get_flag (lasna_property_row_get_record (row),
                                                lasna_property_row_get_property (row)->name));
}

static void
lasna_flag_row_class_init (LasnaFlagRowClass *klass)
{
  LasnaPropertyRowClass *row_class = LASNA_PROPERTY_ROW_CLASS (klass);

  row_class->make_editor = lasna_flag_row_make_editor;
  row_class->show_value = lasna_flag_row_show_value;
}

static void
lasna_flag_row_init (LasnaFlagRow *self)
{
}
