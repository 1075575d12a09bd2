/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of a table, one at a time, whatever kind of file they stand in. A new kind of file is a
 * file with a LasnaRowSourceClass in it and a line in lasna-source-kind.c.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More than this of a cell or of columns is left out and said; it keeps memory bounded. */
#define LASNA_CELL_MAX (1024 * 1024)
#define LASNA_COLUMNS_MAX 16384
#define LASNA_ROW_MAX (16 * LASNA_CELL_MAX)

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

typedef struct _LasnaRowSource LasnaRowSource;

typedef struct
{
  void (*free) (LasnaRowSource *self);
  gboolean (*next) (LasnaRowSource *self,
                    const LasnaRow **row,
                    GCancellable *cancellable,
                    GError **error);
  guint64 (*get_position) (LasnaRowSource *self);
} LasnaRowSourceClass;

/* The first member of what implements it. */
struct _LasnaRowSource
{
  const LasnaRowSourceClass *class;
};

void lasna_row_source_free (LasnaRowSource *self);
gboolean lasna_row_source_next (LasnaRowSource *self,
                                const LasnaRow **row,
                                GCancellable *cancellable,
                                GError **error);
guint64 lasna_row_source_get_position (LasnaRowSource *self);

gboolean lasna_row_is_blank (const LasnaRow *self);

/* The cell; "" beyond the end of the row. */
static inline const char *
lasna_row_get_cell (const LasnaRow *self, guint column)
{
  return column < self->n_cells ? self->cells[column] : "";
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaRowSource, lasna_row_source_free)

G_END_DECLS
