/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turning and stretching scales.
 */
#include "config.h"

#include "lasna-answer.h"

#include <math.h>

/**
 * lasna_answer_turn:
 *
 * Where a low answer is the good one, the scale is turned round. What lies outside the scale is no
 * answer: survey tools write -99 for "cannot say".
 *
 * Returns: the answer with the best one highest, or NAN
 */
double
lasna_answer_turn (const LasnaColumnsQuestion *question, double raw)
{
  if (raw < question->scale_min || raw > question->scale_max || !isfinite (raw))
    return NAN;
  return question->is_reversed ? question->scale_min + question->scale_max - raw : raw;
}

/**
 * lasna_answer_to_percent:
 *
 * Returns: the answer on 0 to 100, 100 the best; NAN where the scale is not known
 */
double
lasna_answer_to_percent (const LasnaColumnsQuestion *question, double raw)
{
  double range = question->scale_max - question->scale_min;

  if (!(range > 0))
    return NAN;
  return 100 * (lasna_answer_turn (question, raw) - question->scale_min) / range;
}
