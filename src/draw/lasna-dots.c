/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A height takes MOST_ROWS rows at most. Dots shrink before they overlap; where there are more than
 * fit, each height is a band as long as it has entries, open below zero as the dots are.
 */
#include "config.h"

#include "lasna-dots.h"

#include <math.h>
#include <string.h>

#define MOST_ROWS 3
#define PITCH 1.2 /* of the size of a dot */
#define BAND 0.7  /* of the distance between heights */

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

static guint
get_most (const guint *counts)
{
  guint most = 0;

  for (guint i = 0; i < LASNA_DOTS_BINS; i++)
    most = MAX (most, counts[i]);
  return most;
}

static double
choose_size (const LasnaDots *place, guint most)
{
  double size = place->size;

  while (size > place->least && count_in_row (place, size) * MOST_ROWS < most)
    size *= 0.9;
  return MAX (size, place->least);
}

static void
add_band (LasnaLayout *layout, int column, double height, double share, const LasnaDots *place)
{
  double length = MAX (place->width * share, place->least / 2);
  double thick = 2 * place->reach / (LASNA_DOTS_BINS - 1) * BAND;
  double at = place->zero + (place->lies ? height : -height) * place->reach;
  LasnaRect rect = place->lies
                       ? (LasnaRect){ at - thick / 2, place->x - length / 2, thick, length }
                       : (LasnaRect){ place->x - length / 2, at - thick / 2, length, thick };
  LasnaShape *band = lasna_layout_add_box (
      layout, "entries", column, rect, height < 0 ? LASNA_INK_NONE : LASNA_INK_BELIEVED);

  band->ink = LASNA_INK_BELIEVED;
  band->line = height < 0 ? 1 : 0;
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
 * Adds a dot for each entry, an open one below zero; bands where there are too many.
 */
void
lasna_dots_add (LasnaLayout *layout, int column, const guint *counts, const LasnaDots *place)
{
  guint most = get_most (counts);
  double size = choose_size (place, most);
  gboolean fits = count_in_row (place, size) * MOST_ROWS >= most;

  for (guint i = 0; i < LASNA_DOTS_BINS; i++)
    {
      double height = 2.0 * i / (LASNA_DOTS_BINS - 1) - 1;

      if (counts[i] > 0 && fits)
        add_height (layout, column, height, counts[i], size, place);
      else if (counts[i] > 0)
        add_band (layout, column, height, (double) counts[i] / most, place);
    }
}
