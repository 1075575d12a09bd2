/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries are gathered into bins of a height; a bin takes MOST_ROWS rows at most. Dots shrink
 * before they overlap, and where they overlap so far that more would not be seen, no more are
 * drawn.
 */
#include "config.h"

#include "lasna-dots.h"

#include <math.h>

#define BINS 48 /* from -1 to +1 */
#define MOST_ROWS 3
#define PITCH 1.2 /* of the size of a dot */
#define LEAST_PITCH 0.2

static guint
get_bin (double entry)
{
  return (guint) lround ((CLAMP (entry, -1, 1) + 1) / 2 * BINS);
}

static guint
count_in_row (const LasnaDots *place, double size)
{
  return (guint) MAX (1, floor (place->width / (size * PITCH)));
}

static double
choose_size (const LasnaDots *place, const guint *counts)
{
  guint most = 0;
  double size = place->size;

  for (guint i = 0; i <= BINS; i++)
    most = MAX (most, counts[i]);
  while (size > place->least && count_in_row (place, size) * MOST_ROWS < most)
    size *= 0.9;
  return MAX (size, place->least);
}

/**
 * lasna_dots_add:
 * @entries: heights from -1 to +1
 *
 * Adds a dot for each entry that can be told from its neighbours, an open one below zero.
 */
void
lasna_dots_add (
    LasnaLayout *layout, int column, const double *entries, guint n_entries, const LasnaDots *place)
{
  guint counts[BINS + 1] = { 0 };
  guint seen[BINS + 1] = { 0 };

  for (guint i = 0; i < n_entries; i++)
    counts[get_bin (entries[i])]++;

  double size = choose_size (place, counts);
  guint most = MOST_ROWS * (guint) MAX (1, floor (place->width / (size * LEAST_PITCH)));

  for (guint i = 0; i < n_entries; i++)
    {
      guint bin = get_bin (entries[i]);
      guint shown = MIN (counts[bin], most);
      guint64 before = (guint64) seen[bin]++ * shown / counts[bin];
      guint dot = (guint) ((guint64) seen[bin] * shown / counts[bin]);

      if (dot == before)
        continue;
      dot--;

      guint in_row = MAX (count_in_row (place, size), (shown + MOST_ROWS - 1) / MOST_ROWS);
      guint rows = (shown + in_row - 1) / in_row;
      guint row = dot / in_row;
      guint here = row + 1 < rows ? in_row : shown - in_row * (rows - 1);
      double step = MIN (size * PITCH, place->width / MAX (here, 1));
      double x = place->x + (dot % in_row - (here - 1) / 2.0) * step;
      double y = place->zero - CLAMP (entries[i], -1, 1) * place->reach +
                 (row - (rows - 1) / 2.0) * size * PITCH;

      lasna_layout_add_symbol (layout,
                               "entry",
                               column,
                               entries[i] < 0 ? LASNA_SYMBOL_RING : LASNA_SYMBOL_DISC,
                               (LasnaPoint){ x, y },
                               size,
                               LASNA_INK_NO_FEELING);
    }
}
