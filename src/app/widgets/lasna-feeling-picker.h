/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing feelings: four rows by cluster, the destroying ones first; no feeling, do not know.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_FEELING_PICKER (lasna_feeling_picker_get_type ())
G_DECLARE_FINAL_TYPE (LasnaFeelingPicker, lasna_feeling_picker, LASNA, FEELING_PICKER, GtkBox)

/* signal "changed" (LasnaFeelingPicker *): somebody chose otherwise */

GtkWidget *lasna_feeling_picker_new (LasnaWorkbook *workbook);
void lasna_feeling_picker_clear (LasnaFeelingPicker *self);
void lasna_feeling_picker_set (LasnaFeelingPicker *self, const char *code, int strength);
int lasna_feeling_picker_get_strength (LasnaFeelingPicker *self, const char *code);
void lasna_feeling_picker_focus (LasnaFeelingPicker *self);
gboolean lasna_feeling_picker_is_no_feeling (LasnaFeelingPicker *self);
GPtrArray *lasna_feeling_picker_list_codes (LasnaFeelingPicker *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
