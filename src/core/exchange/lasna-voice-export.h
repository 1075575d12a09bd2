/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices as a table for other programs: all fields of those in view, one row each.
 */
#pragma once

#include "lasna-export-table.h"
#include "lasna-selection.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_VOICE_EXPORT (lasna_voice_export_get_type ())
G_DECLARE_FINAL_TYPE (LasnaVoiceExport, lasna_voice_export, LASNA, VOICE_EXPORT, GObject)

typedef struct
{
  LasnaExportFormat format;
  LasnaLanguage language;
  gboolean names;   /* whether who said it may be told */
  guint sheet_rows; /* what a sheet holds under its headers; 0: what one of Excel does */
} LasnaVoiceExportOptions;

LasnaVoiceExport *lasna_voice_export_new (LasnaWorkbook *workbook,
                                          const LasnaSelection *selection,
                                          const LasnaVoiceExportOptions *options,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean lasna_voice_export_run (LasnaVoiceExport *self,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GError **error);

guint lasna_voice_export_get_n_voices (LasnaVoiceExport *self);
guint lasna_voice_export_get_n_shortened (LasnaVoiceExport *self);
double lasna_voice_export_get_progress (LasnaVoiceExport *self);

G_END_DECLS
