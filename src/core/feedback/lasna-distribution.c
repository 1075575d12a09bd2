/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Collecting single answers and counting equal ones.
 */
#include "config.h"

#include "lasna-distribution.h"

#include "lasna-answer.h"
#include "lasna-bins.h"

#include <math.h>

/* A scale of at most so many whole steps shows all of them. */
#define STEPS_MAX 20

static int
compare_cb (gconstpointer one, gconstpointer two)
{
  const LasnaDistributionBar *a = one;
  const LasnaDistributionBar *b = two;

  return (a->value > b->value) - (a->value < b->value);
}

/* How many voices in scope have each raw code. */
static guint *
count_scope (const LasnaSelection *selection,
             guint raw,
             const LasnaDistributionScope *scope,
             guint *n)
{
  const LasnaColumns *columns = selection->columns;
  guint *counts;

  if (scope->dimension >= LASNA_N_COLUMNS)
    return lasna_bins_count (selection, raw, LASNA_OWN (scope->but), n);
  *n = columns->rows->dictionaries[raw]->n;
  counts = g_new0 (guint, MAX (*n, 1));
  for (guint row = 0; row < columns->n; row++)
    counts[lasna_columns_get_raw (columns, raw, row)] +=
        lasna_columns_get_code (columns, scope->dimension, row) == scope->code &&
        lasna_selection_has_but (selection, row, LASNA_OWN (scope->but));
  return counts;
}

static void
add_value (GArray *values, double value, guint n)
{
  LasnaDistributionBar bar = { value, n };

  if (n > 0 && isfinite (value))
    g_array_append_val (values, bar);
}

/* The whole steps of the scale between two values, which nobody chose. */
static void
add_steps (const LasnaDistribution *self, GArray *bars, double from, double to)
{
  if (!(self->maximum - self->minimum <= STEPS_MAX) || self->minimum != floor (self->minimum))
    return;
  for (double step = MAX (floor (from) + 1, self->minimum); step < MIN (to, self->maximum + 1);
       step++)
    {
      LasnaDistributionBar bar = { step, 0 };

      g_array_append_val (bars, bar);
    }
}

static double
find_median (const LasnaDistribution *self)
{
  guint before = 0;
  double lower = NAN;

  for (guint i = 0; i < self->n_bars; i++)
    {
      before += self->bars[i].n;
      if (isnan (lower) && before > (self->n - 1) / 2)
        lower = self->bars[i].value;
      if (before > self->n / 2)
        return (lower + self->bars[i].value) / 2;
    }
  return NAN;
}

/* Takes values with their numbers, which are sorted here; equal ones become one bar. */
static LasnaDistribution *
distribution_new (GArray *values, double minimum, double maximum, gboolean has_steps)
{
  LasnaDistribution *self = g_new0 (LasnaDistribution, 1);
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (LasnaDistributionBar));
  LasnaSums sums = { 0 };
  double last = minimum - 1;

  self->minimum = minimum;
  self->maximum = maximum;
  g_array_sort (values, compare_cb);
  for (guint i = 0; i < values->len; i++)
    {
      const LasnaDistributionBar *value = &g_array_index (values, LasnaDistributionBar, i);

      lasna_sums_merge (&sums, &(LasnaSums){ .n = value->n, .origin = value->value });
      if (bars->len == 0 || value->value > last)
        {
          LasnaDistributionBar bar = { value->value, 0 };

          if (has_steps)
            add_steps (self, bars, last, value->value);
          g_array_append_val (bars, bar);
          last = value->value;
        }
      g_array_index (bars, LasnaDistributionBar, bars->len - 1).n += value->n;
    }
  if (has_steps)
    add_steps (self, bars, last, maximum + 1);
  self->n = (guint) sums.n;
  self->mean = lasna_sums_get_mean (&sums);
  self->n_bars = bars->len;
  self->bars = (LasnaDistributionBar *) (gpointer) g_array_free (g_steal_pointer (&bars), FALSE);
  self->median = find_median (self);
  return self;
}

/* What an answer is worth to a measure; NAN where it is not one of its answers. */
static double
get_worth (const LasnaColumnsQuestion *question, double raw, LasnaMeasureKind kind)
{
  static const LasnaMethod methods[] = { [LASNA_MEASURE_NPS] = LASNA_METHOD_NPS,
                                         [LASNA_MEASURE_CSAT] = LASNA_METHOD_CSAT,
                                         [LASNA_MEASURE_CES] = LASNA_METHOD_CES };

  if (kind >= G_N_ELEMENTS (methods) || question->method != methods[kind])
    return NAN;
  switch (kind)
    {
    case LASNA_MEASURE_NPS:
      return question->scale_max == 10 ? lasna_answer_turn (question, raw) : NAN;
    case LASNA_MEASURE_CES:
      return 1 + 6 * lasna_answer_to_percent (question, raw) / 100;
    case LASNA_MEASURE_CSAT:
    case LASNA_MEASURE_CLIMATE:
    case LASNA_MEASURE_NET_EMOTION:
    default:
      return lasna_answer_to_percent (question, raw);
    }
}

/**
 * lasna_distribution_new_measure:
 *
 * Answers to all questions of the measure on one scale, the best one highest: NPS 0 to 10, ease 1
 * to 7, satisfied 0 to 100, feelings -1 to +1.
 *
 * Returns: (transfer full): the single entries behind a figure
 */
LasnaDistribution *
lasna_distribution_new_measure (const LasnaSelection *selection,
                                LasnaMeasureKind kind,
                                LasnaDistributionScope scope)
{
  static const double ends[LASNA_N_MEASURES][2] = {
    { 0, 10 }, { 0, 100 }, { 1, 7 }, { -1, 1 }, { -1, 1 }
  };
  const LasnaMeanings *meanings = selection->columns->meanings;
  gboolean is_feeling = kind == LASNA_MEASURE_CLIMATE || kind == LASNA_MEASURE_NET_EMOTION;
  guint n;
  g_autofree guint *counts =
      count_scope (selection, is_feeling ? LASNA_RAW_FEELINGS : LASNA_RAW_ANSWERS, &scope, &n);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (LasnaDistributionBar));

  for (guint set = 0; is_feeling && set < n; set++)
    add_value (values, lasna_meanings_get_feeling (meanings, set), counts[set]);
  for (guint set = 0; !is_feeling && set < n; set++)
    for (guint32 i = meanings->answer_starts[set]; i < meanings->answer_starts[set + 1]; i++)
      add_value (values,
                 get_worth (meanings->questions->pdata[meanings->answers[i].question],
                            meanings->answers[i].raw,
                            kind),
                 counts[set]);
  return distribution_new (
      values, ends[kind][0], ends[kind][1], kind == LASNA_MEASURE_NPS || kind == LASNA_MEASURE_CES);
}

/**
 * lasna_distribution_new_question:
 * @question: its place in the questions of the columns
 *
 * Returns: (transfer full): the answers as they were given, on the question's own scale
 */
LasnaDistribution *
lasna_distribution_new_question (const LasnaSelection *selection,
                                 guint question,
                                 LasnaDistributionScope scope)
{
  const LasnaMeanings *meanings = selection->columns->meanings;
  const LasnaColumnsQuestion *asked = meanings->questions->pdata[question];
  guint n;
  g_autofree guint *counts = count_scope (selection, LASNA_RAW_ANSWERS, &scope, &n);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (LasnaDistributionBar));

  for (guint set = 0; set < n; set++)
    for (guint32 i = meanings->answer_starts[set]; i < meanings->answer_starts[set + 1]; i++)
      if (meanings->answers[i].question == question &&
          !isnan (lasna_answer_turn (asked, meanings->answers[i].raw)))
        add_value (values, meanings->answers[i].raw, counts[set]);
  return distribution_new (values, asked->scale_min, asked->scale_max, TRUE);
}

void
lasna_distribution_free (LasnaDistribution *self)
{
  g_free (self->bars);
  g_free (self);
}
