/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices that say the same are counted together, so that a million of them are a few thousand
 * sums.
 */
#include "config.h"

#include "lasna-bins.h"

#include "lasna-crossfilter-private.h"

/* The counts that the crossfilter of the voices keeps, else counted @here; NULL where there are too
 * many different ones.
 */
static const LasnaCounter *
get_counter (const LasnaSelection *selection,
             guint raw,
             guint32 own,
             LasnaTotalsParts part,
             LasnaCounter *here)
{
  const LasnaColumns *columns = selection->columns;
  guint32 rows[BLOCK];

  if (selection->crossfilter != NULL)
    return _lasna_crossfilter_get_counter (selection->crossfilter, raw, own, part);
  if (!lasna_counter_init (here, columns, raw, part))
    return NULL;
  for (guint start = 0; start < columns->n; start += BLOCK)
    {
      guint n = 0;

      for (guint row = start; row < MIN (start + BLOCK, columns->n); row++)
        {
          rows[n] = row;
          n += (selection->failing[row] & ~own) == 0;
        }
      lasna_counter_add (here, rows, n);
    }
  return here;
}

static void
tell_rows (const LasnaSelection *selection,
           guint raw,
           guint32 own,
           LasnaTotalsParts part,
           LasnaBinsFunc func,
           gpointer data)
{
  const LasnaColumns *columns = selection->columns;
  guint mix = lasna_totals_get_raw (part);

  for (guint row = 0; row < columns->n; row++)
    if (lasna_selection_has_but (selection, row, own))
      {
        LasnaTotals unit = { 0 };

        lasna_totals_add_part (&unit, columns, part, lasna_columns_get_raw (columns, mix, row));
        func (lasna_columns_get_raw (columns, raw, row), &unit, 1, data);
      }
}

/**
 * lasna_bins_foreach:
 * @raw: a raw column with a dictionary
 * @own: LASNA_OWN() of dimensions whose conditions do not hold, mostly that of the picture itself
 * @part: one part
 * @func: told for each raw code the different parts of its voices in view, with how many have it
 */
void
lasna_bins_foreach (const LasnaSelection *selection,
                    guint raw,
                    guint32 own,
                    LasnaTotalsParts part,
                    LasnaBinsFunc func,
                    gpointer data)
{
  LasnaCounter here = { 0 };
  const LasnaCounter *counter = get_counter (selection, raw, own, part, &here);

  if (counter == NULL)
    {
      tell_rows (selection, raw, own, part, func, data);
      return;
    }
  for (guint bin = 0; bin < counter->n_bins; bin++)
    for (guint class = 0; class < counter->n_classes; class ++)
      {
        guint n = counter->counts[bin * counter->n_classes + class];

        if (n > 0)
          func (bin, &counter->classes[class], n, data);
      }
  lasna_counter_clear (&here);
}

static void
add_times_cb (guint bin, const LasnaTotals *unit, guint n, gpointer data)
{
  lasna_totals_add_times ((LasnaTotals *) data + bin, unit, n);
}

/**
 * lasna_bins_new:
 * @parts: what is added up beside the voices
 * @n: (out): how many raw codes there are
 *
 * Returns: (transfer full) (array): the totals of the voices in view for each raw code; see
 *   lasna_bins_foreach()
 */
LasnaTotals *
lasna_bins_new (
    const LasnaSelection *selection, guint raw, guint32 own, LasnaTotalsParts parts, guint *n)
{
  LasnaTotals *bins;
  g_autofree guint *counts = NULL;

  *n = selection->columns->rows->dictionaries[raw]->n;
  bins = g_new0 (LasnaTotals, MAX (*n, 1));
  for (guint part = 1; part <= LASNA_TOTALS_ALL; part <<= 1)
    if ((parts & part) != 0)
      lasna_bins_foreach (selection, raw, own, part, add_times_cb, bins);
  counts = lasna_bins_count (selection, raw, own, n);
  for (guint bin = 0; bin < *n; bin++)
    bins[bin].n = counts[bin];
  return bins;
}

/**
 * lasna_bins_count:
 *
 * Returns: (transfer full) (array): how many voices in view have each raw code; see
 *   lasna_bins_new()
 */
guint *
lasna_bins_count (const LasnaSelection *selection, guint raw, guint32 own, guint *n)
{
  const LasnaColumns *columns = selection->columns;
  LasnaCounter here = { 0 };
  const LasnaCounter *counter = get_counter (selection, raw, own, 0, &here);
  guint *counts;

  *n = columns->rows->dictionaries[raw]->n;
  counts = g_new0 (guint, MAX (*n, 1));
  for (guint bin = 0; counter != NULL && bin < *n; bin++)
    counts[bin] = lasna_counter_get_n (counter, bin);
  for (guint row = 0; counter == NULL && row < columns->n; row++)
    counts[lasna_columns_get_raw (columns, raw, row)] +=
        lasna_selection_has_but (selection, row, own);
  lasna_counter_clear (&here);
  return counts;
}
