/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of comma-separated values, one at a time.
 */
#pragma once

#include "lasna-encoding.h"

G_BEGIN_DECLS

/* More than this of a cell or of columns is left out and said; it keeps memory bounded. */
#define LASNA_CELL_MAX (1024 * 1024)
#define LASNA_COLUMNS_MAX 16384

typedef enum
{
  LASNA_ROW_SOUND,
  LASNA_ROW_OPEN_QUOTE, /* a quotation mark never closes */
  LASNA_ROW_LONG_CELL,
  LASNA_ROW_MANY_CELLS,
} LasnaRowTrouble;

/* Valid until the next row is read. */
typedef struct
{
  guint64 number; /* of the table, from 1; blank rows inside it count */
  const char *const *cells;
  guint n_cells;
  LasnaRowTrouble trouble;
  guint trouble_column; /* from 0 */
} LasnaRow;

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

const char *lasna_row_get_cell (const LasnaRow *self, guint column);
gboolean lasna_row_is_blank (const LasnaRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaCsvReader, lasna_csv_reader_free)

G_END_DECLS
