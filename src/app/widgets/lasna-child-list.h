/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a record, edited in place: the channels of a touchpoint, the feelings of a stage.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHILD_LIST (lasna_child_list_get_type ())
G_DECLARE_FINAL_TYPE (LasnaChildList, lasna_child_list, LASNA, CHILD_LIST, GtkBox)

GtkWidget *lasna_child_list_new (LasnaRecord *parent,
                                 const char *table,
                                 const char *owner,
                                 const char *properties);

G_END_DECLS
