/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels and questions that voices were written with while somebody else brought in the same ones:
 * the voices, which nobody sees yet, are told the ids that hold.
 */
#pragma once

#include "lasna-import-labels.h"

G_BEGIN_DECLS

/* What has another id now: a kind of label, or a question. */
#define LASNA_RENAMED_QUESTION LASNA_N_LABEL_KINDS

LasnaImportRenaming *lasna_import_renaming_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lasna_import_renaming_free (LasnaImportRenaming *self);
void lasna_import_renaming_add (LasnaImportRenaming *self, guint kind, gint64 from, gint64 to);
gboolean lasna_import_renaming_is_empty (const LasnaImportRenaming *self);
gboolean lasna_import_renaming_run (LasnaImportRenaming *self,
                                    LasnaStore *side,
                                    gint64 batch,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaImportRenaming, lasna_import_renaming_free)

G_END_DECLS
