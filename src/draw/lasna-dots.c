/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A height takes MOST_ROWS rows at most. Dots shrink before they overlap, and where they overlap so
 * far that more would not be seen, no more are drawn.
 */
#include "config.h"

#include "lasna-dots.h"

#include <math.h>
#include <string.h>

#define MOST_ROWS 3
#define PITCH 1.2 /* of the size of a dot */
#define LEAST_PITCH 0.2

/**
 * lasna_dots_get_bin:
 * @height: from -1 to +1
 *
 * Returns: its place among the counts
 */
guint
lasna_dots_get_bin (double height)
{
  return (guint) lround ((CLAMP (height, -1, 1) + 1) / 2 * (LASNA_DOTS_BINS - 1));
}

/**
 * lasna_dots_count:
 * @entries: heights from -1 to +1
 * @counts: (out): LASNA_DOTS_BINS of them
 */
void
lasna_dots_count (const double *entries, guint n_entries, guint *counts)
{
  memset (counts, 0, LASNA_DOTS_BINS * sizeof *counts);
  for (guint i = 0; i < n_entries; i++)
    counts[lasna_dots_get_bin (entries[i])]++;
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

  for (guint i = 0; i < LASNA_DOTS_BINS; i++)
    most = MAX (most, counts[i]);
  while (size > place->least && count_in_row (place, size) * MOST_ROWS < most)
    size *= 0.9;
  return MAX (size, place->least);
}

static void
add_height (LasnaLayout *layout,
            int column,
            double height,
            guint shown,
            double size,
            const LasnaDots *place)
{
  guint in_row = MAX (count_in_row (place, size), (shown + MOST_ROWS - 1) / MOST_ROWS);
  guint rows = (shown + in_row - 1) / in_row;

  for (guint i = 0; i < shown; i++)
    {
      guint row = i / in_row;
      guint here = row + 1 < rows ? in_row : shown - in_row * (rows - 1);
      double step = MIN (size * PITCH, place->width / MAX (here, 1));
      double across = (i % in_row - (here - 1) / 2.0) * step;
      double along = (row - (rows - 1) / 2.0) * size * PITCH;
      LasnaPoint at =
          place->lies
              ? (LasnaPoint){ place->zero + height * place->reach + along, place->x + across }
              : (LasnaPoint){ place->x + across, place->zero - height * place->reach + along };

      lasna_layout_add_symbol (layout,
                               "entry",
                               column,
                               height < 0 ? LASNA_SYMBOL_RING : LASNA_SYMBOL_DISC,
                               at,
                               size,
                               LASNA_INK_NO_FEELING);
    }
}

/**
 * lasna_dots_add:
 * @counts: LASNA_DOTS_BINS of them
 *
 * Adds a dot for each entry that can be told from its neighbours, an open one below zero.
 */
void
lasna_dots_add (LasnaLayout *layout, int column, const guint *counts, const LasnaDots *place)
{
  double size = choose_size (place, counts);
  guint most = MOST_ROWS * (guint) MAX (1, floor (place->width / (size * LEAST_PITCH)));

  for (guint i = 0; i < LASNA_DOTS_BINS; i++)
    add_height (
        layout, column, 2.0 * i / (LASNA_DOTS_BINS - 1) - 1, MIN (counts[i], most), size, place);
}
