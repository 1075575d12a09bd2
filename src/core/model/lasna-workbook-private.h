/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What records, lists and changes need of the workbook.
 */
#pragma once

#include "lasna-housekeeping.h"
#include "lasna-log.h"
#include "lasna-record-list.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

/* Identity: the one live object of a row. */
LasnaRecord *_lasna_workbook_peek (LasnaWorkbook *self, const char *table, gint64 id);
LasnaRecord *
_lasna_workbook_adopt (LasnaWorkbook *self, GType type, gint64 id) G_GNUC_WARN_UNUSED_RESULT;
void _lasna_workbook_keep (LasnaWorkbook *self, const char *table);
void _lasna_workbook_forget (LasnaWorkbook *self, LasnaRecord *record);
gboolean _lasna_workbook_knows_term (const char *set, const char *term, gpointer workbook);
LasnaRecordList *_lasna_workbook_get_children (LasnaWorkbook *self,
                                               const char *table,
                                               const char *property,
                                               gint64 parent);
void _lasna_workbook_reread (LasnaWorkbook *self, LasnaRecord *record, guint64 *mask);

/* Moving the file under a workbook that stays open */
gboolean _lasna_workbook_let_go (LasnaWorkbook *self, GError **error);
gboolean _lasna_workbook_take_up (LasnaWorkbook *self, const char *path, GError **error);

/* Changes */
LasnaChange *_lasna_workbook_get_change (LasnaWorkbook *self);
void _lasna_workbook_set_change (LasnaWorkbook *self, LasnaChange *change);
void _lasna_workbook_announce (LasnaWorkbook *self);
LasnaLog *_lasna_workbook_get_log (LasnaWorkbook *self);
gint64 _lasna_workbook_get_typing (LasnaWorkbook *self);
LasnaChange *_lasna_workbook_begin_typing (LasnaWorkbook *self,
                                           const char *label,
                                           const char *key) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *_lasna_workbook_new_masks (void) G_GNUC_WARN_UNUSED_RESULT;
void _lasna_workbook_publish (LasnaWorkbook *self, GHashTable *masks);
gboolean _lasna_change_end (LasnaChange *change);
gboolean _lasna_change_is_refused (LasnaChange *change);
void _lasna_workbook_touch (LasnaWorkbook *self, LasnaRecord *record);
void _lasna_workbook_complain (LasnaWorkbook *self, const GError *error);

G_END_DECLS
