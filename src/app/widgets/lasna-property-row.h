/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A property of a record with its name, to read and to edit. There is one kind of row for each
 * type of property; a row saves by itself and says in place what was refused.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PROPERTY_ROW (lasna_property_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (LasnaPropertyRow, lasna_property_row, LASNA, PROPERTY_ROW, GtkBox)

struct _LasnaPropertyRowClass
{
  GtkBoxClass parent_class;

  /* Makes what is edited with, once. */
  GtkWidget *(*make_editor) (LasnaPropertyRow *self);
  /* Shows the value that the record has. */
  void (*show_value) (LasnaPropertyRow *self);
  /* Saves what was typed and not saved yet; NULL where nothing is typed. */
  void (*flush) (LasnaPropertyRow *self);
};

GtkWidget *lasna_property_row_new (LasnaRecord *record, const char *property);

LasnaRecord *lasna_property_row_get_record (LasnaPropertyRow *self);
const LasnaProperty *lasna_property_row_get_property (LasnaPropertyRow *self);
GtkWidget *lasna_property_row_get_editor (LasnaPropertyRow *self);

gboolean lasna_property_row_is_showing (LasnaPropertyRow *self);
gboolean lasna_property_row_is_refused (LasnaPropertyRow *self);
void lasna_property_row_show_value (LasnaPropertyRow *self);
void lasna_property_row_refuse (LasnaPropertyRow *self, const char *sentence);
gboolean lasna_property_row_write (LasnaPropertyRow *self, ...);
gboolean lasna_property_row_type (LasnaPropertyRow *self, const char *text);
void lasna_property_row_flush (LasnaPropertyRow *self);

gboolean lasna_property_row_flush_focus (GtkRoot *root);
gboolean lasna_property_row_has_editor (const LasnaProperty *property);

G_END_DECLS
