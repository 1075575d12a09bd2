/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all sources of rows share.
 */
#include "config.h"

#include "lasna-row-source.h"

void
lasna_row_source_free (LasnaRowSource *self)
{
  self->class->free (self);
}

/**
 * lasna_row_source_next:
 * @row: (out) (transfer none): the next row, or NULL at the end
 *
 * Returns: FALSE where the file could not be read
 */
gboolean
lasna_row_source_next (LasnaRowSource *self,
                       const LasnaRow **row,
                       GCancellable *cancellable,
                       GError **error)
{
  return self->class->next (self, row, cancellable, error);
}

/**
 * lasna_row_source_get_position:
 *
 * Returns: how many bytes of the file are read
 */
guint64
lasna_row_source_get_position (LasnaRowSource *self)
{
  return self->class->get_position (self);
}

/**
 * lasna_row_is_blank:
 *
 * Returns: whether no cell of the row has more than white space
 */
gboolean
lasna_row_is_blank (const LasnaRow *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    for (const char *c = self->cells[i]; *c != '\0'; c++)
      if (!g_ascii_isspace (*c))
        return FALSE;
  return TRUE;
}
