/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A toggle button for each step; pressed again, it leaves the value unset.
 */
#include "config.h"

#include "lasna-scale-row.h"

struct _LasnaScaleRow
{
  LasnaPropertyRow parent_instance;
};

G_DEFINE_FINAL_TYPE (LasnaScaleRow, lasna_scale_row, LASNA_TYPE_PROPERTY_ROW)

static char *
dup_step (LasnaPropertyRow *row, int step)
{
  gboolean is_signed = lasna_property_row_get_property (row)->minimum < 0;

  return g_strdup_printf ("%s%d", step < 0 ? "−" : is_signed && step > 0 ? "+" : "", ABS (step));
}

static void
toggled_cb (GtkToggleButton *button, LasnaPropertyRow *row)
{
  int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step"));

  if (lasna_property_row_is_showing (row))
    return;
  lasna_property_row_write (row,
                            gtk_toggle_button_get_active (button) ? (gint64) step : LASNA_UNSET);
  lasna_property_row_show_value (row);
}

static GtkWidget *
lasna_scale_row_make_editor (LasnaPropertyRow *row)
{
  const LasnaProperty *property = lasna_property_row_get_property (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (int step = (int) property->minimum; step <= (int) property->maximum; step++)
    {
      g_autofree char *label = dup_step (row, step);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_widget_set_hexpand (button, TRUE);
      g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), row, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
lasna_scale_row_show_value (LasnaPropertyRow *row)
{
  const LasnaProperty *property = lasna_property_row_get_property (row);
  gint64 value = lasna_record_get_integer (lasna_property_row_get_record (row), property->name);
  GtkWidget *button = gtk_widget_get_first_child (lasna_property_row_get_editor (row));

  for (gint64 step = (gint64) property->minimum; button != NULL;
       step++, button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), step == value);
}

static void
lasna_scale_row_class_init (LasnaScaleRowClass *klass)
{
  LasnaPropertyRowClass *row_class = LASNA_PROPERTY_ROW_CLASS (klass);

  row_class->make_editor = lasna_scale_row_make_editor;
  row_class->show_value = lasna_scale_row_show_value;
}

static void
lasna_scale_row_init (LasnaScaleRow *self)
{
}
