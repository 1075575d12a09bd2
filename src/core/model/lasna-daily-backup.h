/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The daily backups of all workbooks, for the start page.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *name; /* of the workbook */
  char *day;  /* YYYY-MM-DD */
  char *path;
} LasnaDailyBackup;

char *lasna_daily_backup_dup_folder (gint64 workbook) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lasna_daily_backup_list (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean
lasna_daily_backup_restore (const char *backup, const char *path, const char *name, GError **error);

G_END_DECLS
