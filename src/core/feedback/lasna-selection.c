/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter is judged once, then each row is looked at once for each column of which it speaks.
 */
#include "config.h"

#include "lasna-selection.h"

#include "lasna-bins.h"
#include "lasna-verdict.h"

/**
 * lasna_selection_new:
 * @store: (nullable): a connection of the calling thread, for a search in words and by id
 *
 * Returns: (transfer full) (nullable): the voices that pass; NULL where the file could not be read
 */
LasnaSelection *
lasna_selection_new (const LasnaFilter *filter,
                     LasnaColumns *columns,
                     LasnaStore *store,
                     GError **error)
{
  g_autoptr (LasnaVerdict) verdict = lasna_verdict_new (filter, columns, store, NULL, error);
  LasnaSelection *self;

  if (verdict == NULL)
    return NULL;
  self = g_new0 (LasnaSelection, 1);
  self->columns = lasna_columns_ref (columns);
  self->failing = g_new (guint32, MAX (columns->n, 1));
  lasna_verdict_judge (verdict, columns, 0, columns->n, self->failing);
  for (guint row = 0; row < columns->n; row++)
    self->n += self->failing[row] == 0;
  return self;
}

void
lasna_selection_free (LasnaSelection *self)
{
  lasna_columns_unref (self->columns);
  g_free (self->failing);
  g_free (self);
}

gboolean
lasna_selection_has (const LasnaSelection *self, guint row)
{
  return self->failing[row] == 0;
}

/**
 * lasna_selection_has_but:
 * @own: LASNA_OWN() of dimensions
 *
 * Returns: whether the row passes, or would without the conditions on these dimensions
 */
gboolean
lasna_selection_has_but (const LasnaSelection *self, guint row, guint32 own)
{
  return (self->failing[row] & ~own) == 0;
}

/**
 * lasna_selection_tally:
 * @dimension: one with values: places, terms, emotions or clusters
 *
 * Counts voices by value, each in every picture but its own filtered. Voices with several emotions
 * count under each, so the sum may be more than the voices.
 *
 * Returns: (transfer full): a count for each code; that of 0 is "not known"
 */
guint *
lasna_selection_tally (const LasnaSelection *self, LasnaDimension dimension)
{
  g_autofree guint *sums = NULL;
  guint n;

  g_return_val_if_fail (dimension <= LASNA_DIMENSION_CLUSTER, NULL);
  sums = lasna_bins_count (self, lasna_dimension_get_raw (dimension), LASNA_OWN (dimension), &n);
  return lasna_columns_spread (self->columns, dimension, sums);
}
