/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The score of a filled-in checklist, or of the items with one tag in several of them.
 */
#pragma once

#include "lasna-catalogue.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_items;
  guint n_relevant; /* items that were not marked as not relevant */
  guint n_answered; /* relevant items with an answer */
  gint64 sum;       /* of the answers that count */
  gint64 best;      /* what the sum could be */
} LasnaChecklistScore;

void lasna_checklist_score_add (LasnaChecklistScore *self,
                                const LasnaScale *scale,
                                gint64 value,
                                gboolean not_relevant);
double lasna_checklist_score_get_value (const LasnaChecklistScore *self);

G_END_DECLS
