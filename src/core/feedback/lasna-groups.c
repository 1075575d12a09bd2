/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over the voices in view, with totals for each value of a dimension.
 */
#include "config.h"

#include "lasna-groups.h"

#include "lasna-bins.h"

#include <math.h>

/**
 * lasna_groups_new:
 * @dimension: one with one value a voice, such as channel or segment
 *
 * Conditions of the filter on @dimension do not hold, so that every group stays in view.
 *
 * Returns: (transfer full): a group for each value that voices have
 */
LasnaGroups *
lasna_groups_new (const LasnaSelection *selection, LasnaDimension dimension)
{
  LasnaColumns *columns = selection->columns;
  guint n_values = lasna_columns_get_n_values (columns, dimension);
  LasnaGroups *self;
  guint n_bins;
  g_autofree LasnaTotals *bins = NULL;

  g_return_val_if_fail (dimension < LASNA_N_COLUMNS, NULL);
  self = g_new0 (LasnaGroups, 1);
  self->columns = lasna_columns_ref (columns);
  self->dimension = dimension;
  self->groups = g_new0 (LasnaGroup, n_values);
  bins = lasna_bins_new (selection,
                         lasna_dimension_get_raw (dimension),
                         LASNA_OWN (dimension),
                         LASNA_TOTALS_ALL,
                         &n_bins);
  for (guint raw = 0; raw < n_bins; raw++)
    lasna_totals_merge (&self->groups[columns->meanings->codes[dimension][raw]].totals, &bins[raw]);
  for (guint code = 0; code < n_values; code++)
    if (self->groups[code].totals.n > 0)
      {
        self->groups[self->n] = self->groups[code];
        self->groups[self->n++].code = code;
      }
  return self;
}

void
lasna_groups_free (LasnaGroups *self)
{
  lasna_columns_unref (self->columns);
  g_free (self->groups);
  g_free (self);
}

/**
 * lasna_groups_get_name:
 *
 * Returns: (transfer none): what people call the group; "Not known" for the rest
 */
const char *
lasna_groups_get_name (const LasnaGroups *self, guint i, LasnaLanguage language)
{
  g_assert (i < self->n);
  return lasna_columns_get_value (self->columns, self->dimension, self->groups[i].code)
      ->names[language];
}

typedef struct
{
  const LasnaGroups *groups;
  const LasnaMeasureResult *results;
} Ranking;

/* Groups with a figure first, the lowest first: what hurts comes first. Then those with few
 * answers, by how many.
 */
static int
compare_cb (gconstpointer one, gconstpointer two, gpointer data)
{
  const Ranking *ranking = data;
  guint a = *(const guint *) one;
  guint b = *(const guint *) two;
  const LasnaMeasureResult *first = &ranking->results[a];
  const LasnaMeasureResult *second = &ranking->results[b];

  if (lasna_is_small (first->n) != lasna_is_small (second->n))
    return lasna_is_small (first->n) ? 1 : -1;
  if (lasna_is_small (first->n) && first->n != second->n)
    return first->n > second->n ? -1 : 1;
  if (!lasna_is_small (first->n) && first->value != second->value)
    return first->value < second->value ? -1 : 1;
  return a < b ? -1 : a > b;
}

/**
 * lasna_groups_rank:
 *
 * Returns: (transfer full): the places of the groups, the one with the lowest figure first; those
 *   with fewer than five answers last
 */
guint *
lasna_groups_rank (const LasnaGroups *self, LasnaMeasureKind kind)
{
  g_autofree LasnaMeasureResult *results = g_new (LasnaMeasureResult, MAX (self->n, 1));
  guint *places = g_new (guint, MAX (self->n, 1));
  const Ranking ranking = { self, results };

  for (guint i = 0; i < self->n; i++)
    {
      results[i] = lasna_totals_get_measure (&self->groups[i].totals, kind);
      places[i] = i;
    }
  g_qsort_with_data (places, (int) self->n, sizeof *places, compare_cb, (gpointer) &ranking);
  return places;
}
