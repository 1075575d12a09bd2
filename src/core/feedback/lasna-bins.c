/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices that say the same are counted together, so that a million of them are a few thousand
 * sums.
 */
#include "config.h"

#include "lasna-bins.h"

#include "lasna-counter.h"

/* The rows in view. */
static guint32 *
list_rows (const LasnaSelection *selection, LasnaDimension but, guint *n)
{
  guint32 *rows = g_new (guint32, selection->columns->n + 1);

  *n = 0;
  for (guint row = 0; row < selection->columns->n; row++)
    {
      rows[*n] = row;
      *n += lasna_selection_has_but (selection, row, but);
    }
  return rows;
}

static guint
get_n_bins (const LasnaColumns *columns, guint raw)
{
  return columns->rows->dictionaries[raw]->n;
}

/* Adds one part of all rows; with too many different sums, row by row. */
static void
add_part (LasnaTotals *bins,
          const LasnaColumns *columns,
          guint raw,
          LasnaTotalsParts part,
          guint mix,
          const guint32 *rows,
          guint n)
{
  LasnaCounter counter;

  if (!lasna_counter_init (&counter, columns, raw, part))
    {
      for (guint i = 0; i < n; i++)
        lasna_totals_add_part (&bins[lasna_columns_get_raw (columns, raw, rows[i])],
                               columns,
                               part,
                               lasna_columns_get_raw (columns, mix, rows[i]));
      return;
    }
  lasna_counter_add (&counter, rows, n, 1);
  for (guint bin = 0; bin < counter.n_bins; bin++)
    lasna_counter_get_totals (&counter, bin, &bins[bin]);
  lasna_counter_clear (&counter);
}

/**
 * lasna_bins_new:
 * @raw: a raw column with a dictionary
 * @but: a dimension whose conditions do not hold, LASNA_N_DIMENSIONS for none
 * @n: (out): how many raw codes there are
 *
 * Returns: (transfer full) (array): the totals of the voices in view for each raw code
 */
LasnaTotals *
lasna_bins_new (const LasnaSelection *selection, guint raw, LasnaDimension but, guint *n)
{
  static const struct
  {
    LasnaTotalsParts part;
    guint mix;
  } parts[] = { { LASNA_TOTALS_ANSWERS, LASNA_RAW_ANSWERS },
                { LASNA_TOTALS_FEELINGS, LASNA_RAW_FEELINGS },
                { LASNA_TOTALS_TASKS, LASNA_DIMENSION_TASK } };
  const LasnaColumns *columns = selection->columns;
  guint n_rows;
  g_autofree guint32 *rows = list_rows (selection, but, &n_rows);
  LasnaTotals *bins;

  *n = get_n_bins (columns, raw);
  bins = g_new0 (LasnaTotals, MAX (*n, 1));
  for (guint i = 0; i < n_rows; i++)
    bins[lasna_columns_get_raw (columns, raw, rows[i])].n++;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_part (bins, columns, raw, parts[i].part, parts[i].mix, rows, n_rows);
  return bins;
}

/**
 * lasna_bins_count:
 *
 * Returns: (transfer full) (array): how many voices in view have each raw code; see
 *   lasna_bins_new()
 */
guint *
lasna_bins_count (const LasnaSelection *selection, guint raw, LasnaDimension but, guint *n)
{
  const LasnaColumns *columns = selection->columns;
  guint *counts;

  *n = get_n_bins (columns, raw);
  counts = g_new0 (guint, MAX (*n, 1));
  for (guint row = 0; row < columns->n; row++)
    counts[lasna_columns_get_raw (columns, raw, row)] +=
        lasna_selection_has_but (selection, row, but);
  return counts;
}
