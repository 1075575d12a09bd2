/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Totals: measures count answers, everything else counts voices.
 */
#include "config.h"

#include "lasna-totals.h"

#include "lasna-answer.h"

#include <math.h>

const char *const lasna_feedback_moments[] = { "feedback.at-contact",
                                               "feedback.after-service",
                                               "feedback.when-wrong" };

/**
 * lasna_totals_add_answer:
 *
 * Adds one answer to the measure of its question; answers outside the scale do not count.
 */
void
lasna_totals_add_answer (LasnaTotals *self, const LasnaColumnsQuestion *question, double raw)
{
  double value = lasna_answer_turn (question, raw);

  if (isnan (value))
    return;
  switch (question->method)
    {
    case LASNA_METHOD_NPS:
      /* The classes are those of 0 to 10; an answer on another scale has none. */
      if (question->scale_max == 10 && (question->scale_min == 0 || question->scale_min == 1))
        self->nps[lasna_measure_nps_class (value) + 1]++;
      break;
    case LASNA_METHOD_CSAT:
      if (isnan (question->satisfied_from))
        break;
      if (value >= question->satisfied_from)
        self->satisfied++;
      else
        self->dissatisfied++;
      break;
    case LASNA_METHOD_CES:
      if (!(question->scale_max > question->scale_min))
        break;
      value = 1 + 6 * (value - question->scale_min) / (question->scale_max - question->scale_min);
      lasna_sums_add (&self->ease, value);
      self->easy += value >= 5;
      break;
    case LASNA_METHOD_OWN:
    default:
      break;
    }
}

static void
add_answers (LasnaTotals *self, const LasnaColumns *columns, guint32 set)
{
  const LasnaMeanings *meanings = columns->meanings;

  for (guint32 i = meanings->answer_starts[set]; i < meanings->answer_starts[set + 1]; i++)
    lasna_totals_add_answer (
        self, columns->questions->pdata[meanings->answers[i].question], meanings->answers[i].raw);
}

static void
add_feelings (LasnaTotals *self, const LasnaColumns *columns, guint32 set)
{
  guint flags = columns->meanings->feelings[set].flags;
  double feeling = lasna_meanings_get_feeling (columns->meanings, set);

  if (!isnan (feeling))
    lasna_sums_add (&self->feelings, feeling);
  if (flags & LASNA_ROW_HAS_FEELING)
    self->with_emotion++;
  else if (flags & LASNA_ROW_NO_FEELING)
    self->no_feeling++;
  self->destroying += (flags & LASNA_ROW_IS_DESTROYING) != 0;
  self->positive += (flags & LASNA_ROW_IS_POSITIVE) != 0;
  self->negative += (flags & LASNA_ROW_IS_NEGATIVE) != 0;
  self->mixed += (flags & LASNA_ROW_IS_POSITIVE) != 0 && (flags & LASNA_ROW_IS_NEGATIVE) != 0;
  for (guint i = 0; i < LASNA_N_CLUSTERS; i++)
    self->clusters[i] += columns->meanings->feelings[set].clusters[i];
}

static void
add_task (LasnaTotals *self, const LasnaColumns *columns, guint32 raw)
{
  guint task = columns->meanings->codes[LASNA_DIMENSION_TASK][raw];
  const LasnaValue *value = lasna_columns_get_value (columns, LASNA_DIMENSION_TASK, task);
  guint64 step = task > 0 ? g_ascii_strtoull (value->code, NULL, 10) : G_MAXUINT64;

  if (step < G_N_ELEMENTS (self->tasks))
    self->tasks[step]++;
}

static void
add_moment (LasnaTotals *self, const LasnaColumns *columns, guint32 raw)
{
  guint code = columns->meanings->codes[LASNA_DIMENSION_MOMENT][raw];
  const LasnaValue *value = lasna_columns_get_value (columns, LASNA_DIMENSION_MOMENT, code);
  guint moment = 0;

  while (moment < G_N_ELEMENTS (lasna_feedback_moments) &&
         g_strcmp0 (value->code, lasna_feedback_moments[moment]) != 0)
    moment++;
  self->moments[moment]++;
}

static const struct
{
  LasnaTotalsParts part;
  guint raw;
  void (*add) (LasnaTotals *self, const LasnaColumns *columns, guint32 raw);
} parts[] = {
  { LASNA_TOTALS_ANSWERS, LASNA_RAW_ANSWERS, add_answers },
  { LASNA_TOTALS_FEELINGS, LASNA_RAW_FEELINGS, add_feelings },
  { LASNA_TOTALS_TASKS, LASNA_DIMENSION_TASK, add_task },
  { LASNA_TOTALS_MOMENTS, LASNA_DIMENSION_MOMENT, add_moment },
};

/**
 * lasna_totals_get_raw:
 *
 * Returns: (LasnaRaw): the raw column from which @part follows
 */
guint
lasna_totals_get_raw (LasnaTotalsParts part)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (parts) && parts[i].part != part)
    i++;
  return parts[i].raw;
}

/**
 * lasna_totals_add_part:
 * @raw: a code of the raw column from which @part follows
 *
 * Adds only a part of a voice; it is not counted as a voice.
 */
void
lasna_totals_add_part (LasnaTotals *self,
                       const LasnaColumns *columns,
                       LasnaTotalsParts part,
                       guint32 raw)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].part == part)
      parts[i].add (self, columns, raw);
}

/**
 * lasna_totals_add:
 *
 * Adds the voice of @row with its answers and feelings.
 */
void
lasna_totals_add (LasnaTotals *self, const LasnaColumns *columns, guint row)
{
  self->n++;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i].add (self, columns, lasna_columns_get_raw (columns, parts[i].raw, row));
}

/**
 * lasna_totals_merge:
 *
 * Adds the voices of @other, so that a measure of both is counted from all answers.
 */
void
lasna_totals_merge (LasnaTotals *self, const LasnaTotals *other)
{
  self->n += other->n;
  for (guint i = 0; i < G_N_ELEMENTS (self->nps); i++)
    self->nps[i] += other->nps[i];
  self->satisfied += other->satisfied;
  self->dissatisfied += other->dissatisfied;
  lasna_sums_merge (&self->ease, &other->ease);
  self->easy += other->easy;
  lasna_sums_merge (&self->feelings, &other->feelings);
  self->destroying += other->destroying;
  self->no_feeling += other->no_feeling;
  self->with_emotion += other->with_emotion;
  self->positive += other->positive;
  self->negative += other->negative;
  self->mixed += other->mixed;
  for (guint i = 0; i < G_N_ELEMENTS (self->clusters); i++)
    self->clusters[i] += other->clusters[i];
  for (guint i = 0; i < G_N_ELEMENTS (self->tasks); i++)
    self->tasks[i] += other->tasks[i];
  for (guint i = 0; i < G_N_ELEMENTS (self->moments); i++)
    self->moments[i] += other->moments[i];
}

static LasnaSums
multiply_sums (const LasnaSums *sums, guint times)
{
  return (LasnaSums){ sums->n * times, sums->origin, sums->sum * times, sums->squares * times };
}

/**
 * lasna_totals_add_times:
 *
 * Adds the voices of @other @times over.
 */
void
lasna_totals_add_times (LasnaTotals *self, const LasnaTotals *other, guint times)
{
  LasnaTotals many = { .n = other->n * times,
                       .satisfied = other->satisfied * times,
                       .dissatisfied = other->dissatisfied * times,
                       .ease = multiply_sums (&other->ease, times),
                       .easy = other->easy * times,
                       .feelings = multiply_sums (&other->feelings, times),
                       .destroying = other->destroying * times,
                       .no_feeling = other->no_feeling * times,
                       .with_emotion = other->with_emotion * times,
                       .positive = other->positive * times,
                       .negative = other->negative * times,
                       .mixed = other->mixed * times };

  for (guint i = 0; i < G_N_ELEMENTS (many.nps); i++)
    many.nps[i] = other->nps[i] * times;
  for (guint i = 0; i < G_N_ELEMENTS (many.clusters); i++)
    many.clusters[i] = other->clusters[i] * times;
  for (guint i = 0; i < G_N_ELEMENTS (many.tasks); i++)
    many.tasks[i] = other->tasks[i] * times;
  for (guint i = 0; i < G_N_ELEMENTS (many.moments); i++)
    many.moments[i] = other->moments[i] * times;
  lasna_totals_merge (self, &many);
}

/**
 * lasna_totals_get_measure:
 *
 * Returns: the measure; with an n of 0 and NAN where there are no answers
 */
LasnaMeasureResult
lasna_totals_get_measure (const LasnaTotals *self, LasnaMeasureKind kind)
{
  switch (kind)
    {
    case LASNA_MEASURE_NPS:
      return lasna_measure_nps (self->nps[0], self->nps[1], self->nps[2]);
    case LASNA_MEASURE_CSAT:
      return lasna_measure_csat (self->satisfied, self->dissatisfied);
    case LASNA_MEASURE_CES:
      return lasna_measure_ces (&self->ease, self->easy);
    case LASNA_MEASURE_CLIMATE:
      return lasna_measure_climate (&self->feelings, self->destroying, self->no_feeling);
    case LASNA_MEASURE_NET_EMOTION:
    default:
      return lasna_measure_net_emotion (
          self->with_emotion, self->positive, self->negative, self->mixed);
    }
}

/**
 * lasna_totals_get_task:
 * @n: (out): how many said whether their matter was settled
 *
 * Returns: how far matters were settled, 0 to 100; NAN where nobody was asked
 */
double
lasna_totals_get_task (const LasnaTotals *self, guint *n)
{
  guint sum = 0;

  *n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->tasks); i++)
    {
      *n += self->tasks[i];
      sum += i * self->tasks[i];
    }
  return *n > 0 ? 100.0 * sum / (3.0 * *n) : NAN;
}
