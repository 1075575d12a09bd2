/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A box with one widget for each record of a list, kept in step with it. For short lists: what a
 * stage or a touchpoint has.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_RECORD_BOX (lasna_record_box_get_type ())
G_DECLARE_FINAL_TYPE (LasnaRecordBox, lasna_record_box, LASNA, RECORD_BOX, GtkBox)

typedef GtkWidget *(*LasnaRecordBoxMake) (LasnaRecord *record, gpointer data);

GtkWidget *lasna_record_box_new (GListModel *records, LasnaRecordBoxMake make, gpointer data);
GtkWidget *lasna_record_box_get_child (LasnaRecordBox *self, guint position);

G_END_DECLS
