/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number is taken when the focus leaves or Enter is pressed, with a decimal comma or point.
 */
#include "config.h"

#include "lasna-number-row.h"

#include "lasna-number-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _LasnaNumberRow
{
  LasnaPropertyRow parent_instance;
};

G_DEFINE_FINAL_TYPE (LasnaNumberRow, lasna_number_row, LASNA_TYPE_PROPERTY_ROW)

static char *
dup_value (LasnaPropertyRow *row)
{
  LasnaRecord *record = lasna_property_row_get_record (row);
  const LasnaProperty *property = lasna_property_row_get_property (row);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char *text;

  if (!lasna_record_is_set (record, property->name))
    return g_strdup ("");
  if (property->type == LASNA_PROPERTY_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, lasna_record_get_integer (record, property->name));
  text = g_strdup (g_ascii_formatd (
      digits, sizeof digits, "%.10g", lasna_record_get_number (record, property->name)));
  return lasna_language_of_locale () == LASNA_LANGUAGE_EN ? text : g_strdelimit (text, ".", ',');
}

static void
write_number (LasnaPropertyRow *row, double number)
{
  if (lasna_property_row_get_property (row)->type == LASNA_PROPERTY_NUMBER)
    lasna_property_row_write (row, number);
  else if (isnan (number))
    lasna_property_row_write (row, LASNA_UNSET);
  else if (number != round (number))
    lasna_property_row_refuse (
        row, _ ("This is counted in whole numbers. What was there before was kept."));
  else
    lasna_property_row_write (row, (gint64) number);
}

static void
lasna_number_row_flush (LasnaPropertyRow *row)
{
  GtkEditable *editor = GTK_EDITABLE (lasna_property_row_get_editor (row));
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (editor)));
  g_autofree char *value = dup_value (row);
  double number = NAN;

  if (strcmp (typed, value) == 0)
    return;
  if (*typed == '\0' || lasna_number_read (typed, LASNA_DECIMAL_ANY, &number))
    write_number (row, number);
  else
    lasna_property_row_refuse (row, _ ("This is not a number. What was there before was kept."));
}

static GtkWidget *
lasna_number_row_make_editor (LasnaPropertyRow *row)
{
  GtkWidget *editor = gtk_text_new ();

  gtk_text_set_input_purpose (GTK_TEXT (editor), GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_enable_undo (GTK_EDITABLE (editor), FALSE);
  gtk_widget_add_css_class (editor, "numeric");
  gtk_widget_set_hexpand (editor, TRUE);
  g_signal_connect_swapped (editor, "activate", G_CALLBACK (lasna_number_row_flush), row);
  return editor;
}

static void
lasna_number_row_show_value (LasnaPropertyRow *row)
{
  g_autofree char *value = dup_value (row);

  gtk_editable_set_text (GTK_EDITABLE (lasna_property_row_get_editor (row)), value);
}

static void
lasna_number_row_class_init (LasnaNumberRowClass *klass)
{
  LasnaPropertyRowClass *row_class = LASNA_PROPERTY_ROW_CLASS (klass);

  row_class->make_editor = lasna_number_row_make_editor;
  row_class->show_value = lasna_number_row_show_value;
  row_class->flush = lasna_number_row_flush;
}

static void
lasna_number_row_init (LasnaNumberRow *self)
{
}
