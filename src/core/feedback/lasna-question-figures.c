/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions differ in scale, method and direction; each is counted by its own.
 */
#include "config.h"

#include "lasna-question-figures.h"

#include "lasna-answer.h"
#include "lasna-bins.h"
#include "lasna-interval.h"
#include "lasna-totals.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the answers to one question add up to. */
typedef struct
{
  LasnaTotals totals;
  LasnaSums raw;
} Answers;

static void
set_figure (LasnaQuestionFigure *figure, const Answers *answers, LasnaMethod method)
{
  LasnaMeasureResult result;

  figure->mean = lasna_sums_get_mean (&answers->raw);
  if (method == LASNA_METHOD_OWN)
    {
      figure->n = answers->raw.n;
      figure->value = figure->mean;
      lasna_interval_mean (figure->n,
                           figure->mean,
                           lasna_sums_get_deviation (&answers->raw),
                           &figure->low,
                           &figure->high);
      return;
    }
  result = lasna_totals_get_measure (&answers->totals, (LasnaMeasureKind) method);
  figure->n = result.n;
  figure->value = result.value;
  figure->low = result.low;
  figure->high = result.high;
}

static void
add_answer (Answers *self, const LasnaColumnsQuestion *question, double raw, guint times)
{
  LasnaTotals unit = { 0 };

  if (isnan (lasna_answer_turn (question, raw)))
    return;
  lasna_totals_add_answer (&unit, question, raw);
  lasna_totals_add_times (&self->totals, &unit, times);
  lasna_sums_merge (&self->raw, &(LasnaSums){ .n = times, .origin = raw });
}

/**
 * lasna_question_figures_new:
 *
 * Returns: (transfer full) (array): a figure for each question of the columns, in their order
 */
LasnaQuestionFigure *
lasna_question_figures_new (const LasnaSelection *selection)
{
  const LasnaColumns *columns = selection->columns;
  const LasnaMeanings *meanings = columns->meanings;
  guint n = columns->questions->len;
  guint n_sets;
  g_autofree guint *counts = lasna_bins_count (selection, LASNA_RAW_ANSWERS, 0, &n_sets);
  g_autofree Answers *answers = g_new0 (Answers, MAX (n, 1));
  LasnaQuestionFigure *figures = g_new0 (LasnaQuestionFigure, MAX (n, 1));

  for (guint set = 0; set < n_sets; set++)
    for (guint32 i = meanings->answer_starts[set];
         counts[set] > 0 && i < meanings->answer_starts[set + 1];
         i++)
      add_answer (&answers[meanings->answers[i].question],
                  columns->questions->pdata[meanings->answers[i].question],
                  meanings->answers[i].raw,
                  counts[set]);
  for (guint i = 0; i < n; i++)
    {
      const LasnaColumnsQuestion *question = columns->questions->pdata[i];

      figures[i].question = i;
      set_figure (&figures[i], &answers[i], question->method);
    }
  return figures;
}

/* The raw answers from which on people count as satisfied, on the scale as it was asked. */
static char *
dup_satisfied (const LasnaColumnsQuestion *question, LasnaLanguage language)
{
  double from = question->is_reversed
                    ? question->scale_min + question->scale_max - question->satisfied_from
                    : question->satisfied_from;
  double first = question->is_reversed ? question->scale_min : ceil (from);
  double last = question->is_reversed ? floor (from) : question->scale_max;
  g_autofree char *start = lasna_words_number (language, first, 0);
  g_autofree char *end = lasna_words_number (language, last, 0);

  return first < last ? g_strdup_printf ("%s–%s", start, end) : g_steal_pointer (&start);
}

/**
 * lasna_question_figures_dup_definition:
 *
 * Returns: (transfer full): how the question is counted, with its own scale and direction
 */
char *
lasna_question_figures_dup_definition (const LasnaColumnsQuestion *question, LasnaLanguage language)
{
  g_autofree char *from = lasna_words_number (language, question->scale_min, 0);
  g_autofree char *to = lasna_words_number (language, question->scale_max, 0);
  g_autofree char *satisfied = NULL;
  const char *direction = question->is_reversed
                              ? lasna_words (language, N_ ("A low answer is the good one."))
                              : lasna_words (language, N_ ("A high answer is the good one."));
  g_autofree char *sentence = NULL;

  switch (question->method)
    {
    case LASNA_METHOD_NPS:
      sentence = g_strdup_printf (
          /* Translators: %1$s and %2$s are the ends of a scale. */
          lasna_words (language,
                       N_ ("NPS® on the scale %1$s to %2$s: share of promoters minus share of "
                           "detractors.")),
          from,
          to);
      break;
    case LASNA_METHOD_CSAT:
      satisfied = dup_satisfied (question, language);
      sentence = g_strdup_printf (
          /* Translators: %1$s and %2$s are the ends of a scale, %3$s the answers that count. */
          lasna_words (language,
                       N_ ("Share of the answers %3$s on the scale %1$s to %2$s, in per cent.")),
          from,
          to,
          satisfied);
      break;
    case LASNA_METHOD_CES:
      sentence = g_strdup_printf (
          /* Translators: %1$s and %2$s are the ends of a scale. */
          lasna_words (language,
                       N_ ("Mean ease, asked on the scale %1$s to %2$s and shown on 1 to 7.")),
          from,
          to);
      break;
    case LASNA_METHOD_OWN:
    default:
      sentence = g_strdup_printf (
          /* Translators: %1$s and %2$s are the ends of a scale. */
          lasna_words (language, N_ ("Mean of the answers on the scale %1$s to %2$s.")),
          from,
          to);
      break;
    }
  return g_strdup_printf ("%s %s", sentence, direction);
}
