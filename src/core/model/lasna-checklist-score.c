/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scores of checklists.
 */
#include "config.h"

#include "lasna-checklist-score.h"

#include "lasna-record.h"

#include <math.h>

static gint64
find_best (const LasnaScale *scale)
{
  gint64 best = 0;

  for (guint i = 0; i < scale->n_steps; i++)
    best = MAX (best, scale->steps[i].value);
  return best;
}

/**
 * lasna_checklist_score_add:
 * @value: an answer on @scale, or LASNA_UNSET
 *
 * Counts one item. What is not relevant is left out; what is not answered is not zero.
 */
void
lasna_checklist_score_add (LasnaChecklistScore *self,
                           const LasnaScale *scale,
                           gint64 value,
                           gboolean not_relevant)
{
  g_return_if_fail (scale != NULL);

  self->n_items++;
  if (not_relevant)
    return;
  self->n_relevant++;
  if (value == LASNA_UNSET)
    return;
  self->n_answered++;
  self->sum += value >= scale->counts_from ? value : 0;
  self->best += find_best (scale);
}

/**
 * lasna_checklist_score_get_value:
 *
 * The sum of the answers over the most they could give. An answer below the first one that counts
 * adds nothing: in a scale of what works, only what works counts.
 *
 * Returns: 0..1, or NAN before half of the relevant items are answered
 */
double
lasna_checklist_score_get_value (const LasnaChecklistScore *self)
{
  if (self->best == 0 || self->n_answered * 2 < self->n_relevant)
    return NAN;
  return (double) self->sum / (double) self->best;
}
