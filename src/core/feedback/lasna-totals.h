/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What voices add up to, and the measures that follow from it.
 */
#pragma once

#include "lasna-columns.h"
#include "lasna-measures.h"

G_BEGIN_DECLS

typedef struct
{
  guint n;      /* voices */
  guint nps[3]; /* detractors, passives, promoters */
  guint satisfied;
  guint dissatisfied;
  LasnaSums ease; /* on 1 to 7, 7 the easiest */
  guint easy;
  LasnaSums feelings; /* of voices whose feeling is known */
  guint destroying;
  guint no_feeling;
  guint with_emotion; /* voices with an emotion of a cluster */
  guint positive;
  guint negative;
  guint mixed; /* both positive and negative */
  guint tasks[4];
} LasnaTotals;

/* Parts that follow from one raw column each. */
typedef enum
{
  LASNA_TOTALS_ANSWERS = 1 << 0,
  LASNA_TOTALS_FEELINGS = 1 << 1,
  LASNA_TOTALS_TASKS = 1 << 2,
  LASNA_TOTALS_ALL = LASNA_TOTALS_ANSWERS | LASNA_TOTALS_FEELINGS | LASNA_TOTALS_TASKS,
} LasnaTotalsParts;

void lasna_totals_add (LasnaTotals *self, const LasnaColumns *columns, guint row);
void lasna_totals_add_answer (LasnaTotals *self, const LasnaColumnsQuestion *question, double raw);
void lasna_totals_add_part (LasnaTotals *self,
                            const LasnaColumns *columns,
                            LasnaTotalsParts part,
                            guint32 raw);
void lasna_totals_add_times (LasnaTotals *self, const LasnaTotals *other, guint times);
void lasna_totals_merge (LasnaTotals *self, const LasnaTotals *other);
LasnaMeasureResult lasna_totals_get_measure (const LasnaTotals *self, LasnaMeasureKind kind);
double lasna_totals_get_task (const LasnaTotals *self, guint *n);

G_END_DECLS
