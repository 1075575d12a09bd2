/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks. Mostly a person chooses or drops a few values of a column of bytes, of which sixteen are
 * compared at once.
 */
#include "config.h"

#include "lasna-marks.h"

#ifdef __SSE2__
#include <emmintrin.h>

/* Each code that changes, sixteen times. */
typedef struct
{
  guint n;
  __m128i codes[LASNA_MARKS_FEW];
} Few;

static Few
spread_few (const LasnaMarks *self)
{
  Few few = { .n = self->n_few };

  for (guint i = 0; i < few.n; i++)
    few.codes[i] = _mm_set1_epi8 ((char) self->few[i]);
  return few;
}

/* Which of sixteen codes change, as bytes of ones. */
static inline __m128i
sixteen_change (const Few *few, const guint8 *codes)
{
  __m128i these = _mm_loadu_si128 ((gconstpointer) codes);
  __m128i change = _mm_cmpeq_epi8 (these, few->codes[0]);

  for (guint i = 1; i < few->n; i++)
    change = _mm_or_si128 (change, _mm_cmpeq_epi8 (these, few->codes[i]));
  return change;
}

/* Turns @any over where the lanes of @change are ones. */
static inline void
turn_four (guint32 *failing, __m128i change, __m128i any)
{
  __m128i *four = (gpointer) failing;

  _mm_storeu_si128 (four, _mm_xor_si128 (_mm_loadu_si128 (four), _mm_and_si128 (change, any)));
}

static inline void
turn_sixteen (guint32 *failing, __m128i change, __m128i any)
{
  __m128i low = _mm_unpacklo_epi8 (change, change);
  __m128i high = _mm_unpackhi_epi8 (change, change);

  turn_four (failing, _mm_unpacklo_epi16 (low, low), any);
  turn_four (failing + 4, _mm_unpackhi_epi16 (low, low), any);
  turn_four (failing + 8, _mm_unpacklo_epi16 (high, high), any);
  turn_four (failing + 12, _mm_unpackhi_epi16 (high, high), any);
}
#endif

/**
 * lasna_marks_init:
 * @before: (nullable): for each of @n_codes raw codes by what its rows fail; NULL for nothing
 * @after: (nullable): likewise
 */
void
lasna_marks_init (LasnaMarks *self, const guint32 *before, const guint32 *after, gsize n_codes)
{
  gsize n_changing = 0;
  gboolean is_same = TRUE;

  *self = (LasnaMarks){ 0 };
  if (before == after)
    return;
  self->bits = g_new (guint32, n_codes + 1);
  for (gsize code = 0; code < n_codes; code++)
    {
      guint32 bits = (before != NULL ? before[code] : 0) ^ (after != NULL ? after[code] : 0);

      self->bits[code] = bits;
      if (bits == 0)
        continue;
      is_same &= self->any == 0 || self->any == bits;
      self->any |= bits;
      if (n_changing < LASNA_MARKS_FEW)
        self->few[n_changing] = (guint8) code;
      n_changing++;
    }
  if (is_same && n_codes <= G_MAXUINT8 + 1 && n_changing <= LASNA_MARKS_FEW)
    self->n_few = (guint) n_changing;
  if (self->any == 0)
    g_clear_pointer (&self->bits, g_free);
}

void
lasna_marks_clear (LasnaMarks *self)
{
  g_clear_pointer (&self->bits, g_free);
}

/**
 * lasna_marks_turn_codes:
 * @bits: for each raw code of @column what to turn over
 * @failing: of @n rows from @start on
 */
void
lasna_marks_turn_codes (
    const LasnaNarrow *column, const guint32 *bits, guint start, guint n, guint32 *failing)
{
  const guint8 *narrow = column->data;
  const guint16 *wide = column->data;

  if (column->width == 1)
    for (guint i = 0; i < n; i++)
      failing[i] ^= bits[narrow[start + i]];
  else if (column->width == 2)
    for (guint i = 0; i < n; i++)
      failing[i] ^= bits[wide[start + i]];
  else
    for (guint i = 0; i < n; i++)
      failing[i] ^= bits[lasna_narrow_get (column, start + i)];
}

/**
 * lasna_marks_turn:
 * @failing: of @n rows from @start on
 */
void
lasna_marks_turn (
    const LasnaMarks *self, const LasnaNarrow *column, guint start, guint n, guint32 *failing)
{
#ifdef __SSE2__
  if (self->n_few > 0 && column->width == 1)
    {
      const __m128i any = _mm_set1_epi32 ((int) self->any);
      const guint8 *codes = column->data;
      const Few few = spread_few (self);

      for (; n >= 16; start += 16, n -= 16, failing += 16)
        turn_sixteen (failing, sixteen_change (&few, codes + start), any);
    }
#endif
  lasna_marks_turn_codes (column, self->bits, start, n, failing);
}

/**
 * lasna_marks_find:
 * @rows: (out): with room for @n
 *
 * Returns: how many of @n rows from @start on change
 */
guint
lasna_marks_find (
    const LasnaMarks *self, const LasnaNarrow *column, guint start, guint n, guint32 *rows)
{
  guint end = start + n;
  guint n_found = 0;

#ifdef __SSE2__
  if (self->n_few > 0 && column->width == 1)
    {
      const guint8 *codes = column->data;
      const Few few = spread_few (self);

      for (; end - start >= 16; start += 16)
        {
          guint change = (guint) _mm_movemask_epi8 (sixteen_change (&few, codes + start));

          for (; change != 0; change &= change - 1)
            rows[n_found++] = start + (guint) __builtin_ctz (change);
        }
    }
#endif
  for (; start < end; start++)
    {
      rows[n_found] = start;
      n_found += self->bits[lasna_narrow_get (column, start)] != 0;
    }
  return n_found;
}
