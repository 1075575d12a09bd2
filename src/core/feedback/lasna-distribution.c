/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Collecting single answers and counting equal ones.
 */
#include "config.h"

#include "lasna-distribution.h"

#include "lasna-answer.h"

#include <math.h>
#include <stdlib.h>

/* A scale of at most so many whole steps shows all of them. */
#define STEPS_MAX 20

static int
compare_cb (const void *one, const void *two)
{
  const double *a = one;
  const double *b = two;

  return (*a > *b) - (*a < *b);
}

static gboolean
is_in_scope (const LasnaSelection *selection, guint row, const LasnaDistributionScope *scope)
{
  if (scope->dimension < LASNA_N_COLUMNS &&
      lasna_columns_get_code (selection->columns, scope->dimension, row) != scope->code)
    return FALSE;
  return scope->but < LASNA_N_DIMENSIONS ? lasna_selection_has_but (selection, row, scope->but)
                                         : lasna_selection_has (selection, row);
}

static void
add_steps (LasnaDistribution *self, GArray *bars, double from, double to)
{
  if (!(self->maximum - self->minimum <= STEPS_MAX) || self->minimum != floor (self->minimum))
    return;
  for (double step = floor (from) + 1; step < to; step++)
    {
      LasnaDistributionBar bar = { step, 0 };

      if (step > from)
        g_array_append_val (bars, bar);
    }
}

/* Takes the values, which are sorted here. */
static LasnaDistribution *
distribution_new (GArray *values, double minimum, double maximum, gboolean has_steps)
{
  LasnaDistribution *self = g_new0 (LasnaDistribution, 1);
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (LasnaDistributionBar));
  const double *all = (const double *) (gpointer) values->data;
  LasnaSums sums = { 0 };
  double last = minimum - 1;

  self->minimum = minimum;
  self->maximum = maximum;
  self->n = values->len;
  g_array_sort (values, compare_cb);
  for (guint i = 0; i < values->len; i++)
    {
      lasna_sums_add (&sums, all[i]);
      if (bars->len == 0 || all[i] > last)
        {
          LasnaDistributionBar bar = { all[i], 0 };

          if (has_steps)
            add_steps (self, bars, last, all[i]);
          g_array_append_val (bars, bar);
          last = all[i];
        }
      g_array_index (bars, LasnaDistributionBar, bars->len - 1).n++;
    }
  if (has_steps)
    add_steps (self, bars, last, maximum + 1);
  self->mean = lasna_sums_get_mean (&sums);
  self->median = self->n > 0 ? (all[(self->n - 1) / 2] + all[self->n / 2]) / 2 : NAN;
  self->n_bars = bars->len;
  self->bars = (LasnaDistributionBar *) (gpointer) g_array_free (g_steal_pointer (&bars), FALSE);
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
  const LasnaColumns *columns = selection->columns;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint row = 0; row < columns->n; row++)
    {
      if (!is_in_scope (selection, row, &scope))
        continue;
      if (kind == LASNA_MEASURE_CLIMATE || kind == LASNA_MEASURE_NET_EMOTION)
        {
          double feeling = lasna_columns_get_feeling (columns, row);

          if (!isnan (feeling))
            g_array_append_val (values, feeling);
          continue;
        }
      for (guint i = 0; i < lasna_columns_get_n_answers (columns, row); i++)
        {
          LasnaColumnsAnswer answer = lasna_columns_get_answer (columns, row, i);
          double worth = get_worth (columns->questions->pdata[answer.question], answer.raw, kind);

          if (!isnan (worth))
            g_array_append_val (values, worth);
        }
    }
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
  const LasnaColumns *columns = selection->columns;
  const LasnaColumnsQuestion *asked = columns->questions->pdata[question];
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint row = 0; row < columns->n; row++)
    for (guint i = 0; i < lasna_columns_get_n_answers (columns, row); i++)
      {
        LasnaColumnsAnswer answer = lasna_columns_get_answer (columns, row, i);

        if (answer.question == question && isfinite (answer.raw) &&
            is_in_scope (selection, row, &scope))
          g_array_append_val (values, answer.raw);
      }
  return distribution_new (values, asked->scale_min, asked->scale_max, TRUE);
}

void
lasna_distribution_free (LasnaDistribution *self)
{
  g_free (self->bars);
  g_free (self);
}
