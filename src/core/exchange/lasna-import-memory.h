/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person said about a file, kept in the workbook for the next file with the same columns.
 */
#pragma once

#include "lasna-import-plan.h"
#include "lasna-store.h"

G_BEGIN_DECLS

gboolean
lasna_import_memory_write (LasnaStore *store, guint64 shape, GHashTable *said, GError **error);
gboolean lasna_import_memory_read (LasnaStore *store, guint64 shape, GHashTable *said);

G_END_DECLS
