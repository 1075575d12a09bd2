/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the names of known persons in texts, and saying something else instead.
 */
#pragma once

#include "lasna-statement.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct _LasnaNames LasnaNames;

LasnaNames *_lasna_names_new (void) G_GNUC_WARN_UNUSED_RESULT;
void _lasna_names_free (LasnaNames *self);
void _lasna_names_spare (LasnaNames *self, const char *word);
void _lasna_names_add (LasnaNames *self, const char *name, const char *instead, gboolean parts);
gboolean _lasna_names_gather (LasnaNames *self, sqlite3 *connection, GError **error);
LasnaStatement *_lasna_names_list_persons (sqlite3 *connection,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *_lasna_names_dup_role (sqlite3 *connection,
                             LasnaStatement *persons) G_GNUC_WARN_UNUSED_RESULT;
char *_lasna_names_replace (LasnaNames *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

LasnaNames *lasna_names_new_of_people (LasnaWorkbook *workbook,
                                       LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void lasna_names_hide (char **text, gpointer names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaNames, _lasna_names_free)

G_END_DECLS
