/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of a workbook made while it is open.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "lasna-store.h"

G_BEGIN_DECLS

gboolean lasna_backup_write (sqlite3 *connection, const char *path, GError **error);

gboolean lasna_backup_is_due (const char *folder, const char *day);
gboolean
lasna_backup_make_daily (LasnaStore *store, const char *folder, const char *day, GError **error);
char **lasna_backup_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
