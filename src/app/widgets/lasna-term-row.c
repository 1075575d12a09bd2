/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drop-down of the terms of the set.
 */
#include "config.h"

#include "lasna-term-row.h"

#include "lasna-options.h"

#include <glib/gi18n-lib.h>

struct _LasnaTermRow
{
  LasnaPropertyRow parent_instance;
};

G_DEFINE_FINAL_TYPE (LasnaTermRow, lasna_term_row, LASNA_TYPE_PROPERTY_ROW)

static void
selected_cb (LasnaPropertyRow *row)
{
  if (!lasna_property_row_is_showing (row))
    lasna_property_row_write (row,
                              lasna_options_get_selected (lasna_property_row_get_editor (row)));
}

static GtkWidget *
lasna_term_row_make_editor (LasnaPropertyRow *row)
{
  const LasnaProperty *property = lasna_property_row_get_property (row);
  LasnaRecord *record = lasna_property_row_get_record (row);
  GListStore *options = lasna_options_new ();
  GtkWidget *editor;

  if (!(property->flags & LASNA_REQUIRED))
    lasna_options_add (options, NULL, _ ("Not known"), LASNA_INK_NONE);
  lasna_options_add_terms (options, lasna_record_get_workbook (record), property->target);
  editor = lasna_options_new_drop_down (options);
  g_signal_connect_swapped (editor, "notify::selected", G_CALLBACK (selected_cb), row);
  return editor;
}

static void
lasna_term_row_show_value (LasnaPropertyRow *row)
{
  lasna_options_select (lasna_property_row_get_editor (row),
                        lasna_record_get_text (lasna_property_row_get_record (row),
                                               lasna_property_row_get_property (row)->name));
}

static void
lasna_term_row_class_init (LasnaTermRowClass *klass)
{
  LasnaPropertyRowClass *row_class = LASNA_PROPERTY_ROW_CLASS (klass);

  row_class->make_editor = lasna_term_row_make_editor;
  row_class->show_value = lasna_term_row_show_value;
}

static void
lasna_term_row_init (LasnaTermRow *self)
{
}
