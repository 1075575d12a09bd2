/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where new workbooks are put: in Documents, under a name that is free.
 */
#pragma once

#include "lasna-daily-backup.h"
#include "lasna-making.h"

G_BEGIN_DECLS

char *lasna_shelf_dup_file_name (const char *name, const char *ending) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_shelf_new (LasnaMakingFlags flags,
                       const char *template_id,
                       LasnaLanguage language,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_shelf_restore (const LasnaDailyBackup *backup,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
