/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A check button for each term of the set.
 */
#include "config.h"

#include "lasna-terms-row.h"

#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

struct _LasnaTermsRow
{
  LasnaPropertyRow parent_instance;
};

G_DEFINE_FINAL_TYPE (LasnaTermsRow, lasna_terms_row, LASNA_TYPE_PROPERTY_ROW)

static const LasnaTermSet *
get_set (LasnaPropertyRow *row)
{
  return lasna_catalogue_get_set (lasna_workbook_get_catalogue (lasna_record_get_workbook (
                                      lasna_property_row_get_record (row))),
                                  lasna_property_row_get_property (row)->target);
}

/* The terms in the order of their set. */
static void
toggled_cb (LasnaPropertyRow *row)
{
  const LasnaTermSet *set = get_set (row);
  GtkWidget *button = gtk_widget_get_first_child (lasna_property_row_get_editor (row));
  g_autoptr (GString) terms = g_string_new (NULL);

  if (lasna_property_row_is_showing (row))
    return;
  for (guint i = 0; i < set->n_terms; i++, button = gtk_widget_get_next_sibling (button))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      g_string_append_printf (terms, "%s%s", terms->len > 0 ? " " : "", set->terms[i].id);
  lasna_property_row_write (row, terms->len > 0 ? terms->str : NULL);
}

static GtkWidget *
lasna_terms_row_make_editor (LasnaPropertyRow *row)
{
  const LasnaTermSet *set = get_set (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; set != NULL && i < set->n_terms; i++)
    {
      GtkWidget *button =
          gtk_check_button_new_with_label (set->terms[i].label.in[lasna_language_of_locale ()]);

      g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), row);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
lasna_terms_row_show_value (LasnaPropertyRow *row)
{
  const LasnaTermSet *set = get_set (row);
  GtkWidget *button = gtk_widget_get_first_child (lasna_property_row_get_editor (row));

  for (guint i = 0; set != NULL && i < set->n_terms;
       i++, button = gtk_widget_get_next_sibling (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 lasna_record_has_term (lasna_property_row_get_record (row),
                                                        lasna_property_row_get_property (row)->name,
                                                        set->terms[i].id));
}

static void
lasna_terms_row_class_init (LasnaTermsRowClass *klass)
{
  LasnaPropertyRowClass *row_class = LASNA_PROPERTY_ROW_CLASS (klass);

  row_class->make_editor = lasna_terms_row_make_editor;
  row_class->show_value = lasna_terms_row_show_value;
}

static void
lasna_terms_row_init (LasnaTermsRow *self)
{
}
