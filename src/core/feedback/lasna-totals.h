/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What voices add up to, and the measures that follow from it.
 */
#pragma once

#include "lasna-columns.h"
#include "lasna-measures.h"

G_BEGIN_DECLS

/* Moments as the value set has them, then "not known". */
#define LASNA_N_FEEDBACK_MOMENTS 4

/* Terms: at contact, after the service, when wrong. */
extern const char *const lasna_feedback_moments[LASNA_N_FEEDBACK_MOMENTS - 1];

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
  guint mixed;                      /* both positive and negative */
  guint clusters[LASNA_N_CLUSTERS]; /* emotions, of which a voice may name several */
  guint tasks[4];
  guint moments[LASNA_N_FEEDBACK_MOMENTS]; /* at contact, after the service, when wrong, unknown */
} LasnaTotals;

/* Parts that follow from one raw column each. */
typedef enum
{
  LASNA_TOTALS_ANSWERS = 1 << 0,
  LASNA_TOTALS_FEELINGS = 1 << 1,
  LASNA_TOTALS_TASKS = 1 << 2,
  LASNA_TOTALS_MOMENTS = 1 << 3,
  LASNA_TOTALS_MEASURES = LASNA_TOTALS_ANSWERS | LASNA_TOTALS_FEELINGS,
  LASNA_TOTALS_ALL = LASNA_TOTALS_MEASURES | LASNA_TOTALS_TASKS | LASNA_TOTALS_MOMENTS,
} LasnaTotalsParts;

void lasna_totals_add (LasnaTotals *self, const LasnaColumns *columns, guint row);
void lasna_totals_add_answer (LasnaTotals *self, const LasnaColumnsQuestion *question, double raw);
guint lasna_totals_get_raw (LasnaTotalsParts part);
void lasna_totals_add_part (LasnaTotals *self,
                            const LasnaColumns *columns,
                            LasnaTotalsParts part,
                            guint32 raw);
void lasna_totals_add_times (LasnaTotals *self, const LasnaTotals *other, guint times);
void lasna_totals_merge (LasnaTotals *self, const LasnaTotals *other);
LasnaMeasureResult lasna_totals_get_measure (const LasnaTotals *self, LasnaMeasureKind kind);
double lasna_totals_get_task (const LasnaTotals *self, guint *n);

G_END_DECLS
