/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of comma-separated values, one at a time.
 */
#pragma once

#include "lasna-encoding.h"
#include "lasna-row-source.h"

G_BEGIN_DECLS

typedef struct _LasnaCsvReader LasnaCsvReader;

LasnaCsvReader *lasna_csv_reader_new (GInputStream *stream,
                                      const char *encoding,
                                      char delimiter,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_csv_reader_free (LasnaCsvReader *self);
gboolean lasna_csv_reader_next (LasnaCsvReader *self,
                                const LasnaRow **row,
                                GCancellable *cancellable,
                                GError **error);
guint64 lasna_csv_reader_get_position (LasnaCsvReader *self);
LasnaRowSource *lasna_csv_reader_to_source (LasnaCsvReader *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaCsvReader, lasna_csv_reader_free)

G_END_DECLS
