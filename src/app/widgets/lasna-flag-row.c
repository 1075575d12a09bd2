/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A switch beside the name.
 */
#include "config.h"

#include "lasna-flag-row.h"

#include "lasna-emotion-target.h"

struct _LasnaFlagRow
{
  LasnaPropertyRow parent_instance;
};

G_DEFINE_FINAL_TYPE (LasnaFlagRow, lasna_flag_row, LASNA_TYPE_PROPERTY_ROW)

/* There is one main feeling; choosing another takes its place. */
static void
make_main (LasnaPropertyRow *row)
{
  g_autoptr (GError) error = NULL;

  if (lasna_emotion_target_make_main (LASNA_EMOTION_TARGET (lasna_property_row_get_record (row)),
                                      &error))
    return;
  lasna_property_row_refuse (row, error->message);
  lasna_property_row_show_value (row);
}

static void
active_cb (LasnaPropertyRow *row)
{
  gboolean active = gtk_switch_get_active (GTK_SWITCH (lasna_property_row_get_editor (row)));

  if (lasna_property_row_is_showing (row))
    return;
  if (active && LASNA_IS_EMOTION_TARGET (lasna_property_row_get_record (row)))
    make_main (row);
  else
    lasna_property_row_write (row, active);
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
