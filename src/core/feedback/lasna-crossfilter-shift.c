/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that change side, counted into the tallies that see them and out of those that did.
 */
#include "config.h"

#include "lasna-crossfilter-private.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static void
count_in (LasnaCrossfilter *self, guint32 own, const Rows *rows, guint32 by)
{
  guint16 classes[BLOCK];
  const Tally *last = NULL;

  for (guint i = 0; rows->n > 0 && i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];

      if (!tally->is_touched || (own & ~tally->own) != 0)
        continue;
      if (last == NULL || last->part != tally->part)
        lasna_counter_classify (&tally->counter, rows->rows, rows->n, classes);
      lasna_counter_add_classified (&tally->counter, rows->rows, classes, rows->n, by);
      last = tally;
    }
}

/* Rows that fail by more than one filter, all of them a tally's own. */
static void
count_several (LasnaCrossfilter *self, const Rows *rows, guint32 by)
{
  Rows *chosen = &self->chosen;
  guint16 classes[BLOCK];

  for (guint i = 0; i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];

      chosen->n = 0;
      for (guint j = 0; tally->is_touched && !is_one (tally->own) && j < rows->n; j++)
        {
          guint32 failing = rows->failing[j];

          chosen->rows[chosen->n] = rows->rows[j];
          chosen->n += !is_one (failing) & ((failing & ~tally->own) == 0);
        }
      if (chosen->n == 0)
        continue;
      lasna_counter_classify (&tally->counter, chosen->rows, chosen->n, classes);
      lasna_counter_add_classified (&tally->counter, chosen->rows, classes, chosen->n, by);
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

#ifdef __SSE2__
static inline __m128i
four_matter (__m128i failing, __m128i others, __m128i several)
{
  const __m128i zero = _mm_setzero_si128 ();
  __m128i second = _mm_and_si128 (failing, _mm_add_epi32 (failing, _mm_set1_epi32 (-1)));

  return _mm_and_si128 (_mm_cmpeq_epi32 (_mm_and_si128 (failing, others), zero),
                        _mm_or_si128 (_mm_cmpeq_epi32 (second, zero),
                                      _mm_cmpeq_epi32 (_mm_and_si128 (failing, several), zero)));
}

/* Of four rows those that count otherwise than before, as lanes of ones. */
static inline __m128i
four_move (const guint32 *before, const guint32 *after, __m128i others, __m128i several)
{
  __m128i old = _mm_loadu_si128 ((const __m128i *) (gconstpointer) before);
  __m128i new = _mm_loadu_si128 ((const __m128i *) (gconstpointer) after);

  return _mm_andnot_si128 (
      _mm_cmpeq_epi32 (old, new),
      _mm_or_si128 (four_matter (old, others, several), four_matter (new, others, several)));
}

/* Which of sixteen rows count otherwise than before, as bits. */
static inline guint
sixteen_move (const guint32 *before, const guint32 *after, guint32 others, guint32 several)
{
  __m128i these = _mm_set1_epi32 ((int) others);
  __m128i those = _mm_set1_epi32 ((int) several);
  __m128i low = _mm_packs_epi32 (four_move (before, after, these, those),
                                 four_move (before + 4, after + 4, these, those));
  __m128i high = _mm_packs_epi32 (four_move (before + 8, after + 8, these, those),
                                  four_move (before + 12, after + 12, these, those));

  return (guint) _mm_movemask_epi8 (_mm_packs_epi16 (low, high));
}
#else
static inline guint
sixteen_move (const guint32 *before, const guint32 *after, guint32 others, guint32 several)
{
  guint bits = 0;

  for (guint i = 0; i < 16; i++)
    bits |= (guint) ((before[i] != after[i]) &
                     (matters (before[i], others, several) | matters (after[i], others, several)))
            << i;
  return bits;
}
#endif

/* Most rows stay where they are; the places of the others are listed. */
static guint
find_moved (const LasnaCrossfilter *self,
            const guint32 *before,
            const guint32 *after,
            guint n,
            guint32 *moved)
{
  guint n_moved = 0;

  for (guint start = 0; start < n; start += 16)
    {
      guint bits;

      if (n - start >= 16)
        bits = sixteen_move (before + start, after + start, self->others, self->several);
      else
        {
          guint32 last[2][16] = { 0 };

          memcpy (last[0], before + start, (n - start) * sizeof *before);
          memcpy (last[1], after + start, (n - start) * sizeof *after);
          bits = sixteen_move (last[0], last[1], self->others, self->several);
        }
      for (; bits != 0; bits &= bits - 1)
        moved[n_moved++] = start + (guint) __builtin_ctz (bits);
    }
  return n_moved;
}

/* Puts the rows for which @failing is 0, and those for which it is only that of some tallies, into
 * their lists.
 */
static void
sort_moved (const LasnaCrossfilter *self,
            const guint32 *rows,
            guint start,
            const guint32 *moved,
            guint n_moved,
            const guint32 *failing,
            Rows *fully,
            Rows *partly)
{
  guint32 others = self->others;
  guint32 several = self->several;
  guint n = 0;
  guint n_partly = 0;

  for (guint i = 0; i < n_moved; i++)
    {
      guint32 bits = failing[moved[i]];
      guint32 row = rows != NULL ? rows[moved[i]] : start + moved[i];

      fully->rows[n] = row;
      n += bits == 0;
      partly->rows[n_partly] = row;
      partly->failing[n_partly] = bits;
      n_partly += (bits != 0) & matters (bits, others, several);
    }
  fully->n = n;
  partly->n = n_partly;
}

/* Counts at most BLOCK rows anew in the tallies that are touched.
 * @rows: (nullable): which ones; NULL for those from @start on
 * @before: (nullable): what they failed by; NULL where they were counted nowhere
 * @after: (nullable): likewise
 */
void
_lasna_crossfilter_shift (LasnaCrossfilter *self,
                          const guint32 *rows,
                          guint start,
                          guint n,
                          const guint32 *before,
                          const guint32 *after)
{
  guint32 nowhere[BLOCK];
  guint32 moved[BLOCK];
  guint n_moved;

  if (before == NULL || after == NULL)
    memset (nowhere, 0xff, n * sizeof *nowhere);
  n_moved = find_moved (
      self, before != NULL ? before : nowhere, after != NULL ? after : nowhere, n, moved);
  if (after != NULL)
    {
      sort_moved (self, rows, start, moved, n_moved, after, &self->fully, &self->partly);
      count_in (self, 0, &self->fully, 1);
      count_partly (self, &self->partly, 1);
    }
  if (before != NULL)
    {
      sort_moved (self, rows, start, moved, n_moved, before, &self->fully, &self->partly);
      count_in (self, 0, &self->fully, -1U);
      count_partly (self, &self->partly, -1U);
    }
}
