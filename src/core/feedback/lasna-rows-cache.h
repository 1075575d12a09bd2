/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The raw columns kept in the file, so that opening a large one need not read every row.
 */
#pragma once

#include "lasna-rows.h"

G_BEGIN_DECLS

/* Fewer voices are read as quickly from their rows, in one thread. */
#define LASNA_ROWS_CACHE_LEAST 20000

gint64 lasna_rows_cache_get_stamp (LasnaStore *store);
LasnaRows *lasna_rows_cache_read (LasnaStore *store) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_rows_cache_write (const LasnaRows *rows,
                                 gint64 stamp,
                                 LasnaStore *store,
                                 GCancellable *cancellable,
                                 GError **error);
gboolean lasna_rows_equal (const LasnaRows *self, const LasnaRows *other);

G_END_DECLS
