/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figure of each question, by its own scale, method and direction.
 */
#pragma once

#include "lasna-measures.h"
#include "lasna-selection.h"

G_BEGIN_DECLS

typedef struct
{
  guint question; /* place in the questions of the columns */
  gint64 n;       /* answers in view that its method can use */
  double value;   /* by its method; of an own question the mean as answered; NAN of nothing */
  double low;     /* its 95 % interval */
  double high;
  double mean; /* of the raw answers */
} LasnaQuestionFigure;

LasnaQuestionFigure *
lasna_question_figures_new (const LasnaSelection *selection) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_question_figures_dup_definition (const LasnaColumnsQuestion *question,
                                             LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
