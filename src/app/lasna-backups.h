/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the daily backups of all workbooks lie.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The backups of one workbook, the newest first. */
typedef struct
{
  char *name;
  char **paths;
} LasnaBackups;

char *lasna_backups_dup_folder (const char *path) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_backups_dup_day (const char *backup) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lasna_backups_list (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
