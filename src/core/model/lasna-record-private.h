/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the workbook does to its records.
 */
#pragma once

#include "lasna-property-private.h"
#include "lasna-record.h"

G_BEGIN_DECLS

LasnaRecord *
_lasna_record_new (LasnaWorkbook *workbook, GType type, gint64 id) G_GNUC_WARN_UNUSED_RESULT;
void _lasna_record_detach (LasnaRecord *self);
void _lasna_record_set_deleted (LasnaRecord *self, gboolean deleted);

/* Bit n of a mask stands for property n. */
guint64 _lasna_record_load (LasnaRecord *self, LasnaStatement *statement);
void _lasna_record_notify (LasnaRecord *self, guint64 mask);
gboolean _lasna_record_is_marked (LasnaRecord *self, const char *property);
guint64 _lasna_record_take_marks (LasnaRecord *self);

void _lasna_record_set_initial (LasnaRecord *self);
gboolean _lasna_record_set_first (LasnaRecord *self,
                                  const char *property,
                                  const GValue *value,
                                  GError **error);
gboolean _lasna_record_insert (LasnaRecord *self, GError **error);
gboolean _lasna_record_check (LasnaRecord *self, GError **error);
void _lasna_record_set_reference_id (LasnaRecord *self, const char *property, gint64 id);

const char *_lasna_record_class_get_select (LasnaRecordClass *klass);
const char *_lasna_record_class_get_select_all (LasnaRecordClass *klass);

G_END_DECLS
