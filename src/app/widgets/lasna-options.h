/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a drop-down offers: ids with the words people read, and a sign where the thing has one.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-palette.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_OPTION (lasna_option_get_type ())
G_DECLARE_FINAL_TYPE (LasnaOption, lasna_option, LASNA, OPTION, GObject)

GListStore *lasna_options_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lasna_options_add (GListStore *self, const char *id, const char *label, LasnaInk sign);
void lasna_options_add_terms (GListStore *self, LasnaWorkbook *workbook, const char *set);
void lasna_options_add_records (GListStore *self, GListModel *records, LasnaRecord *except);
gboolean lasna_options_find (GListStore *self, const char *id, guint *position);

GtkWidget *lasna_options_new_drop_down (GListStore *options);
void lasna_options_step_by_keys (GtkWidget *drop_down);
const char *lasna_options_get_selected (GtkWidget *drop_down);
void lasna_options_select (GtkWidget *drop_down, const char *id);
void lasna_options_select_record (GtkWidget *drop_down, gint64 id);

char *lasna_option_dup_record_id (gint64 id) G_GNUC_WARN_UNUSED_RESULT;
LasnaInk lasna_option_find_sign (LasnaWorkbook *workbook, const char *set, const char *term);

G_END_DECLS
