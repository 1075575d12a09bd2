/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads drafts in a thread of its own, some way ahead of whoever writes them.
 */
#pragma once

#include "lasna-import-rows.h"

G_BEGIN_DECLS

/* How far it has come. */
typedef struct
{
  guint64 voices;
  guint64 position; /* in the file, in bytes */
} LasnaImportProgress;

typedef struct _LasnaImportReader LasnaImportReader;

LasnaImportReader *lasna_import_reader_new (LasnaDraftReader *drafts,
                                            LasnaImportPlan *plan,
                                            const LasnaImportIds *ids,
                                            gboolean *is_asked,
                                            GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void lasna_import_reader_free (LasnaImportReader *self);
gboolean lasna_import_reader_is_near (LasnaImportReader *self);
gboolean lasna_import_reader_next (LasnaImportReader *self,
                                   const LasnaImportRows **rows,
                                   LasnaImportProgress *progress,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaImportReader, lasna_import_reader_free)

G_END_DECLS
