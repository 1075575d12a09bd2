/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices as a table for other programs: all fields of those in view, one row each.
 */
#pragma once

#include "lasna-export-table.h"
#include "lasna-filter.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_EXPORT (lasna_export_get_type ())
G_DECLARE_FINAL_TYPE (LasnaExport, lasna_export, LASNA, EXPORT, GObject)

typedef struct
{
  LasnaExportFormat format;
  LasnaLanguage language;
  gboolean names; /* whether who said it may be told */
} LasnaExportOptions;

LasnaExport *lasna_export_new (LasnaWorkbook *workbook,
                               const LasnaSelection *selection,
                               const LasnaExportOptions *options,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean
lasna_export_run (LasnaExport *self, const char *path, GCancellable *cancellable, GError **error);
void lasna_export_run_async (LasnaExport *self,
                             const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
gboolean lasna_export_run_finish (LasnaExport *self, GAsyncResult *result, GError **error);

guint lasna_export_get_n_voices (LasnaExport *self);
guint lasna_export_get_n_shortened (LasnaExport *self);
double lasna_export_get_progress (LasnaExport *self);

G_END_DECLS
