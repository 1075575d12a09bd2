/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that change side, counted into the tallies that see them and out of those that did. A tally
 * sees the rows that nothing keeps out, and those that one filter keeps out where it is its own; so
 * rows are looked for that fail by exactly that, sixteen at a time.
 */
#include "config.h"

#include "lasna-crossfilter-private.h"

#ifdef __SSE2__
#include <emmintrin.h>

/* Lanes of ones in sixteen numbers become bits. */
static inline guint
pack_sixteen (__m128i first, __m128i second, __m128i third, __m128i fourth)
{
  return (guint) _mm_movemask_epi8 (
      _mm_packs_epi16 (_mm_packs_epi32 (first, second), _mm_packs_epi32 (third, fourth)));
}

/* Which of sixteen numbers are @bits. */
static inline guint
sixteen_equal (const guint32 *numbers, __m128i bits)
{
  const __m128i *four = (gconstpointer) numbers;

  return pack_sixteen (_mm_cmpeq_epi32 (_mm_loadu_si128 (four), bits),
                       _mm_cmpeq_epi32 (_mm_loadu_si128 (four + 1), bits),
                       _mm_cmpeq_epi32 (_mm_loadu_si128 (four + 2), bits),
                       _mm_cmpeq_epi32 (_mm_loadu_si128 (four + 3), bits));
}

static inline __m128i
four_alike (const guint32 *these, const guint32 *others)
{
  return _mm_cmpeq_epi32 (_mm_loadu_si128 ((gconstpointer) these),
                          _mm_loadu_si128 ((gconstpointer) others));
}

/* Which of sixteen numbers are the same in both. */
static inline guint
sixteen_alike (const guint32 *these, const guint32 *others)
{
  return pack_sixteen (four_alike (these, others),
                       four_alike (these + 4, others + 4),
                       four_alike (these + 8, others + 8),
                       four_alike (these + 12, others + 12));
}
#endif

/* Lists the places at which two lists of numbers differ; returns how many. */
guint
_lasna_crossfilter_find_differing (const guint32 *these,
                                   const guint32 *others,
                                   guint n,
                                   guint32 *found)
{
  guint n_found = 0;
  guint at = 0;

#ifdef __SSE2__
  for (; at + 16 <= n; at += 16)
    for (guint differ = ~sixteen_alike (these + at, others + at) & 0xffff; differ != 0;
         differ &= differ - 1)
      found[n_found++] = at + (guint) __builtin_ctz (differ);
#endif
  for (; at < n; at++)
    {
      found[n_found] = at;
      n_found += these[at] != others[at];
    }
  return n_found;
}

/* Lists the places at which @these are @bits and @others (nullable) are not; returns how many. */
static guint
find_equal (
    const guint32 *these, const guint32 *others, guint n, guint32 bits, guint32 found[BLOCK])
{
  guint n_found = 0;
  guint at = 0;

#ifdef __SSE2__
  const __m128i four = _mm_set1_epi32 ((int) bits);

  for (; at + 16 <= n; at += 16)
    {
      guint equal = sixteen_equal (these + at, four);

      if (others != NULL && equal != 0)
        equal &= ~sixteen_equal (others + at, four);
      for (; equal != 0; equal &= equal - 1)
        found[n_found++] = at + (guint) __builtin_ctz (equal);
    }
#endif
  for (; at < n; at++)
    {
      found[n_found] = at;
      n_found += (these[at] == bits) & (others == NULL || others[at] != bits);
    }
  return n_found;
}

/* Counts rows in the tallies that are touched and to which nothing but their own matters. */
static void
count_in (LasnaCrossfilter *self, guint32 own, const guint32 *rows, guint n, guint32 by)
{
  guint16 classes[BLOCK];
  const Tally *last = NULL;

  for (guint i = 0; n > 0 && i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];

      if (!tally->is_touched || (own & ~tally->own) != 0)
        continue;
      if (last == NULL || last->part != tally->part)
        lasna_counter_classify (&tally->counter, rows, n, classes);
      lasna_counter_add_classified (&tally->counter, rows, classes, n, by);
      last = tally;
    }
}

/* Makes places among rows, or after @start, the rows themselves. */
static void
find_rows (guint32 *places, guint n, const guint32 *rows, guint start)
{
  for (guint i = 0; i < n; i++)
    places[i] = rows != NULL ? rows[places[i]] : start + places[i];
}

/* Rows that fail by more than one filter, all of them a tally's own. */
static void
count_several (LasnaCrossfilter *self,
               const guint32 *rows,
               guint start,
               guint n,
               const guint32 *failing,
               guint32 active,
               guint32 by)
{
  guint16 classes[BLOCK];
  guint32 chosen[BLOCK];

  for (guint i = 0; i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];
      guint n_chosen = 0;

      if (!tally->is_touched || !is_several (tally->own & active))
        continue;
      for (guint j = 0; j < n; j++)
        {
          chosen[n_chosen] = j;
          n_chosen += is_several (failing[j]) & ((failing[j] & ~tally->own) == 0);
        }
      find_rows (chosen, n_chosen, rows, start);
      lasna_counter_classify (&tally->counter, chosen, n_chosen, classes);
      lasna_counter_add_classified (&tally->counter, chosen, classes, n_chosen, by);
    }
}

/* Returns: how many more rows nothing keeps out than before, counting at most BLOCK rows anew in
 * the tallies that are touched
 * @rows: (nullable): which ones; NULL for those from @start on
 * @before: (nullable): what they failed by; NULL where they were counted nowhere
 * @after: (nullable): likewise
 */
gint
_lasna_crossfilter_shift (LasnaCrossfilter *self,
                          const guint32 *rows,
                          guint start,
                          guint n,
                          const guint32 *before,
                          const guint32 *after)
{
  const struct
  {
    const guint32 *these;
    const guint32 *others;
    guint32 active;
    guint32 by;
  } ways[] = { { after, before, self->active_after, 1 },
               { before, after, self->active_before, -1U } };
  guint32 found[BLOCK];
  gint change = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      guint n_found;

      if (ways[i].these == NULL)
        continue;
      n_found = find_equal (ways[i].these, ways[i].others, n, 0, found);
      change += (gint) (n_found * ways[i].by);
      find_rows (found, n_found, rows, start);
      count_in (self, 0, found, n_found, ways[i].by);
      for (guint32 bits = self->owns & ways[i].active; bits != 0; bits &= bits - 1)
        {
          guint32 bit = bits & -bits;

          n_found = find_equal (ways[i].these, ways[i].others, n, bit, found);
          find_rows (found, n_found, rows, start);
          count_in (self, bit, found, n_found, ways[i].by);
        }
      count_several (self, rows, start, n, ways[i].these, ways[i].active, ways[i].by);
    }
  return change;
}
