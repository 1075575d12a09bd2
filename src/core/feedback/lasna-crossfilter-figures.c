/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tallies say: raw codes turned into values, days and answers.
 */
#include "config.h"

#include "lasna-crossfilter-private.h"

/**
 * lasna_crossfilter_get_selection:
 *
 * Returns: (transfer none): the voices in view, until the next change
 */
const LasnaSelection *
lasna_crossfilter_get_selection (const LasnaCrossfilter *self)
{
  return &self->selection;
}

static const Tally *
get_tally (const LasnaCrossfilter *self, guint tally)
{
  g_return_val_if_fail (tally < self->tallies->len, NULL);
  return self->tallies->pdata[tally];
}

static guint
count_bins (const LasnaCrossfilter *self, const Tally *tally)
{
  return tally->raw == LASNA_RAW_FLAGS ? G_MAXUINT8 + 1
                                       : self->selection.columns->rows->dictionaries[tally->raw]->n;
}

/* How many rows there are of each raw code. */
static guint *
dup_bins (const LasnaCrossfilter *self, const Tally *tally)
{
  const LasnaSelection *selection = &self->selection;
  guint n = count_bins (self, tally);
  guint *bins = g_new0 (guint, n);

  for (guint bin = 0; tally->is_kept && bin < n; bin++)
    bins[bin] = lasna_counter_get_n (&tally->counters[0], bin);
  for (guint row = 0; !tally->is_kept && row < selection->columns->n; row++)
    if ((selection->failing[row] & ~tally->own) == 0)
      bins[lasna_columns_get_raw (selection->columns, tally->raw, row)]++;
  return bins;
}

/* What the rows of each raw code add up to. */
static LasnaTotals *
dup_bin_totals (const LasnaCrossfilter *self, const Tally *tally)
{
  const LasnaSelection *selection = &self->selection;
  guint n = count_bins (self, tally);
  LasnaTotals *totals = g_new0 (LasnaTotals, n);

  for (guint bin = 0; tally->is_kept && bin < n; bin++)
    {
      totals[bin].n = lasna_counter_get_n (&tally->counters[0], bin);
      for (guint i = 0; totals[bin].n > 0 && i < tally->n_counters; i++)
        lasna_counter_get_totals (&tally->counters[i], bin, &totals[bin]);
    }
  for (guint row = 0; !tally->is_kept && row < selection->columns->n; row++)
    if ((selection->failing[row] & ~tally->own) == 0)
      lasna_totals_add (&totals[lasna_columns_get_raw (selection->columns, tally->raw, row)],
                        selection->columns,
                        row);
  return totals;
}

/**
 * lasna_crossfilter_dup_counts:
 * @tally: of a dimension with values: places, terms, emotions or clusters
 *
 * Returns: (transfer full): how many voices there are of each value, as lasna_selection_tally()
 */
guint *
lasna_crossfilter_dup_counts (const LasnaCrossfilter *self, guint tally)
{
  const Tally *asked = get_tally (self, tally);
  g_autofree guint *bins = dup_bins (self, asked);

  return lasna_columns_spread (self->selection.columns, asked->dimension, bins);
}

/**
 * lasna_crossfilter_dup_totals:
 * @tally: of a dimension with values: places, terms, emotions or clusters
 *
 * Returns: (transfer full): what the voices of each value add up to, in the parts of the tally
 */
LasnaTotals *
lasna_crossfilter_dup_totals (const LasnaCrossfilter *self, guint tally)
{
  const Tally *asked = get_tally (self, tally);
  const LasnaColumns *columns = self->selection.columns;
  g_autofree LasnaTotals *bins = dup_bin_totals (self, asked);
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint));
  LasnaTotals *totals =
      g_new0 (LasnaTotals, lasna_columns_get_n_values (columns, asked->dimension));

  for (guint bin = 0; bin < count_bins (self, asked); bin++)
    {
      if (bins[bin].n == 0)
        continue;
      lasna_columns_list_codes (columns, asked->dimension, bin, codes);
      for (guint i = 0; i < codes->len; i++)
        lasna_totals_merge (&totals[g_array_index (codes, guint, i)], &bins[bin]);
    }
  return totals;
}

/**
 * lasna_crossfilter_dup_days:
 * @tally: of the dimension of the date
 * @n: (out): how many days there are
 *
 * Returns: (transfer full) (array length=n): the days that voices have, in order, with what theirs
 *   in view add up to
 */
LasnaDayTotals *
lasna_crossfilter_dup_days (const LasnaCrossfilter *self, guint tally, guint *n)
{
  g_autofree LasnaTotals *bins = dup_bin_totals (self, get_tally (self, tally));
  LasnaDayTotals *days = g_new0 (LasnaDayTotals, self->days->len + 1);

  *n = self->days->len;
  for (guint i = 0; i < self->days->len; i++)
    {
      guint32 code = g_array_index (self->days, Day, i).code;

      days[i].day = self->selection.columns->meanings->days[code];
      days[i].totals = bins[code];
    }
  return days;
}

static int
compare_answers_cb (gconstpointer first, gconstpointer second)
{
  const LasnaAnswerCount *one = first;
  const LasnaAnswerCount *other = second;

  if (one->question != other->question)
    return one->question < other->question ? -1 : 1;
  return one->raw < other->raw ? -1 : one->raw > other->raw;
}

/**
 * lasna_crossfilter_dup_answers:
 * @tally: of the dimension of questions, of measures or of scores
 * @n: (out): how many different answers there are
 *
 * Returns: (transfer full) (array length=n): answers of the voices in view with their numbers, in
 * the order of questions and scores
 */
LasnaAnswerCount *
lasna_crossfilter_dup_answers (const LasnaCrossfilter *self, guint tally, guint *n)
{
  const Tally *asked = get_tally (self, tally);
  const LasnaMeanings *meanings = self->selection.columns->meanings;
  g_autofree guint *bins = dup_bins (self, asked);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LasnaAnswerCount));

  *n = 0;
  for (guint set = 0; set < count_bins (self, asked); set++)
    for (guint32 i = meanings->answer_starts[set];
         bins[set] > 0 && i < meanings->answer_starts[set + 1];
         i++)
      {
        const LasnaAnswerCount answer = { meanings->answers[i].question,
                                          meanings->answers[i].raw,
                                          bins[set] };

        g_array_append_val (all, answer);
      }
  g_array_sort (all, compare_answers_cb);
  for (guint i = 0; i < all->len; i++)
    {
      LasnaAnswerCount *answer = &g_array_index (all, LasnaAnswerCount, i);
      LasnaAnswerCount *last = *n > 0 ? &g_array_index (all, LasnaAnswerCount, *n - 1) : NULL;

      if (last != NULL && compare_answers_cb (last, answer) == 0)
        last->n += answer->n;
      else
        g_array_index (all, LasnaAnswerCount, (*n)++) = *answer;
    }
  return (LasnaAnswerCount *) g_array_free (g_steal_pointer (&all), FALSE);
}

/**
 * lasna_crossfilter_get_bytes:
 *
 * Returns: how much memory it takes beside the columns
 */
gsize
lasna_crossfilter_get_bytes (const LasnaCrossfilter *self)
{
  gsize bytes = (gsize) self->selection.columns->n * sizeof *self->selection.failing;

  for (guint i = 0; i < self->tallies->len; i++)
    {
      const Tally *tally = self->tallies->pdata[i];

      for (guint j = 0; tally->is_kept && j < tally->n_counters; j++)
        bytes += 2 * lasna_counter_get_bytes (&tally->counters[j]);
    }
  return bytes;
}
