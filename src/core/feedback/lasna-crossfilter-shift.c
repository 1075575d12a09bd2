/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that change side, counted into the tallies that see them and out of those that did.
 */
#include "config.h"

#include "lasna-crossfilter-private.h"

static void
count_in (LasnaCrossfilter *self, guint32 own, const Rows *rows, guint32 by)
{
  for (guint i = 0; rows->n > 0 && i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];

      if (tally->is_kept && (own & ~tally->own) == 0)
        lasna_counter_add (&tally->counter, rows->rows, rows->n, by);
    }
}

gboolean
_lasna_tally_is_one (guint32 bits)
{
  return bits != 0 && (bits & (bits - 1)) == 0;
}

/* Rows that fail by more than one filter, all of them a tally's own. */
static void
count_several (LasnaCrossfilter *self, const Rows *rows, guint32 by)
{
  Rows *chosen = &self->chosen;

  for (guint i = 0; i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];

      chosen->n = 0;
      for (guint j = 0; tally->is_kept && !_lasna_tally_is_one (tally->own) && j < rows->n; j++)
        {
          guint32 failing = rows->failing[j];

          chosen->rows[chosen->n] = rows->rows[j];
          chosen->n += !_lasna_tally_is_one (failing) & ((failing & ~tally->own) == 0);
        }
      if (chosen->n > 0)
        lasna_counter_add (&tally->counter, chosen->rows, chosen->n, by);
    }
}

/* Rows that only filters of some tallies keep out; most of them fail by one alone. */
static void
count_partly (LasnaCrossfilter *self, const Rows *rows, guint32 by)
{
  Rows *chosen = &self->chosen;
  guint n_left = rows->n;
  guint32 any = 0;

  for (guint i = 0; i < rows->n; i++)
    any |= rows->failing[i];
  for (guint32 bits = any; bits != 0 && n_left > 0; bits &= bits - 1)
    {
      guint32 bit = bits & -bits;
      guint n = 0;

      for (guint i = 0; i < rows->n; i++)
        {
          chosen->rows[n] = rows->rows[i];
          n += rows->failing[i] == bit;
        }
      chosen->n = n;
      count_in (self, bit, chosen, by);
      n_left -= n;
    }
  if (n_left > 0)
    count_several (self, rows, by);
}

/* Puts the rows that moved and for which @failing is 0, and those for which it is only that of some
 * tallies, into their lists.
 */
static void
sort_moved (const guint32 *moved,
            guint n_moved,
            const guint32 *failing,
            guint32 others,
            guint32 several,
            Rows *fully,
            Rows *partly)
{
  guint n = 0;
  guint n_partly = 0;

  for (guint i = 0; i < n_moved; i++)
    {
      guint32 bits = failing[moved[i]];

      fully->rows[n] = moved[i];
      n += bits == 0;
      partly->rows[n_partly] = moved[i];
      partly->failing[n_partly] = bits;
      n_partly += (bits != 0) & matters (bits, others, several);
    }
  fully->n = n;
  partly->n = n_partly;
}

static void
name_rows (Rows *self, const guint32 *rows, guint start)
{
  for (guint i = 0; i < self->n; i++)
    self->rows[i] = rows != NULL ? rows[self->rows[i]] : start + self->rows[i];
}

/* Most rows stay where they are, so that a few are looked at together first. */
static guint
add_moved (const guint32 *before,
           const guint32 *after,
           guint start,
           guint n,
           guint32 others,
           guint32 several,
           guint32 *moved,
           guint n_moved)
{
  guint32 moves[STEP];
  guint32 any = 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 old = before[start + i];
      guint32 new = after[start + i];

      moves[i] = (guint32) (old != new) &
                 (guint32) (matters (old, others, several) | matters (new, others, several));
      any |= moves[i];
    }
  for (guint i = 0; any != 0 && i < n; i++)
    {
      moved[n_moved] = start + i;
      n_moved += moves[i];
    }
  return n_moved;
}

/* Counts at most BLOCK rows anew.
 * @rows: (nullable): which ones; NULL for those from @start on
 */
void
_lasna_crossfilter_shift (LasnaCrossfilter *self,
                          const guint32 *rows,
                          guint start,
                          guint n,
                          const guint32 *before,
                          const guint32 *after)
{
  Rows *const lists[] = { &self->gained, &self->partly_gained, &self->lost, &self->partly_lost };
  guint32 others = ~self->own;
  guint32 several = self->several;
  guint32 moved[BLOCK];
  guint n_moved = 0;

  for (guint i = 0; i < n; i += STEP)
    n_moved = add_moved (before, after, i, MIN (STEP, n - i), others, several, moved, n_moved);
  if (n_moved == 0)
    return;
  sort_moved (moved, n_moved, after, others, several, lists[0], lists[1]);
  sort_moved (moved, n_moved, before, others, several, lists[2], lists[3]);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    name_rows (lists[i], rows, start);
  count_in (self, 0, &self->gained, 1);
  count_in (self, 0, &self->lost, -1U);
  count_partly (self, &self->partly_gained, 1);
  count_partly (self, &self->partly_lost, -1U);
}
