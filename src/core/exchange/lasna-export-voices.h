/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of an export: what a voice is in words.
 */
#pragma once

#include "lasna-export-table.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct _LasnaExportVoices LasnaExportVoices;

LasnaExportVoices *lasna_export_voices_new (LasnaWorkbook *workbook,
                                            LasnaLanguage language,
                                            gboolean names) G_GNUC_WARN_UNUSED_RESULT;
void lasna_export_voices_free (LasnaExportVoices *self);

gboolean lasna_export_voices_begin (LasnaExportVoices *self,
                                    LasnaStore *store,
                                    LasnaExportTable *table,
                                    GError **error);
gboolean lasna_export_voices_add (LasnaExportVoices *self, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaExportVoices, lasna_export_voices_free)

G_END_DECLS
