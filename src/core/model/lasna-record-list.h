/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records of one kind in order: all of them, or those that refer to one record.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_RECORD_LIST (lasna_record_list_get_type ())
G_DECLARE_FINAL_TYPE (LasnaRecordList, lasna_record_list, LASNA, RECORD_LIST, GObject)

LasnaRecordList *_lasna_record_list_new (const char *property,
                                         gint64 parent) G_GNUC_WARN_UNUSED_RESULT;
void _lasna_record_list_add_first (LasnaRecordList *self, LasnaRecord *record);
void _lasna_record_list_update (LasnaRecordList *self, GPtrArray *records);

G_END_DECLS
