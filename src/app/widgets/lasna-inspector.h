/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything there is to know about one record, beside the thing it is about.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_INSPECTOR (lasna_inspector_get_type ())
G_DECLARE_FINAL_TYPE (LasnaInspector, lasna_inspector, LASNA, INSPECTOR, GtkWidget)

LasnaRecord *lasna_inspector_get_record (LasnaInspector *self);
void lasna_inspector_set_record (LasnaInspector *self, LasnaRecord *record);
gboolean lasna_inspector_focus_property (LasnaInspector *self, const char *property);
GtkWidget *lasna_inspector_find_row (LasnaInspector *self, const char *property);
void lasna_inspector_open_all (LasnaInspector *self);

G_END_DECLS
