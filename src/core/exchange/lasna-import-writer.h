/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the voices of an import in pieces, on a connection of its own, where nobody sees them yet.
 */
#pragma once

#include "lasna-import-rows.h"
#include "lasna-store.h"

G_BEGIN_DECLS

typedef struct _LasnaImportWriter LasnaImportWriter;

LasnaImportWriter *lasna_import_writer_new (LasnaStore *side,
                                            LasnaClock *clock,
                                            gint64 batch,
                                            const char *name,
                                            guint64 source_hash,
                                            gboolean *is_taken,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_import_writer_free (LasnaImportWriter *self);
gboolean
lasna_import_writer_write (LasnaImportWriter *self, const LasnaImportRows *rows, GError **error);
gboolean lasna_import_writer_rest (LasnaImportWriter *self, GError **error);
gboolean lasna_import_writer_finish (LasnaImportWriter *self,
                                     guint64 voices,
                                     guint64 skipped,
                                     GError **error);
gboolean lasna_import_writer_remove (LasnaStore *side, gint64 batch, GError **error);

void lasna_import_writer_set_gone (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaImportWriter, lasna_import_writer_free)

G_END_DECLS
