/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of a workbook made while it is open.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _LasnaBackup LasnaBackup;

gboolean
lasna_backup_write (sqlite3 *connection, const char *path, gboolean replace, GError **error);

gboolean lasna_backup_is_due (const char *folder, const char *day);
LasnaBackup *lasna_backup_start (const char *file,
                                 const char *folder,
                                 const char *day,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_backup_finish (LasnaBackup *self, GError **error);
void lasna_backup_free (LasnaBackup *self);
char **lasna_backup_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaBackup, lasna_backup_free)

G_END_DECLS
