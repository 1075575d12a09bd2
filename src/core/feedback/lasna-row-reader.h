/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads voices with their answers and feelings, and turns what stands in them into codes.
 */
#pragma once

#include "lasna-rows.h"

G_BEGIN_DECLS

/* One voice as codes of the dictionaries. */
typedef struct
{
  gint64 id;
  gint32 day;
  guint32 codes[LASNA_N_RAW];
} LasnaRow;

typedef struct _LasnaRowReader LasnaRowReader;

LasnaRowReader *lasna_row_reader_new_range (LasnaStore *store,
                                            LasnaDictionary **dictionaries,
                                            gint64 first,
                                            gint64 last,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaRowReader *lasna_row_reader_new_single (LasnaStore *store,
                                             LasnaDictionary **dictionaries,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_row_reader_free (LasnaRowReader *self);
gboolean lasna_row_reader_find (LasnaRowReader *self, gint64 id, GError **error);
LasnaStep lasna_row_reader_read (LasnaRowReader *self, LasnaRow *row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaRowReader, lasna_row_reader_free)

G_END_DECLS
