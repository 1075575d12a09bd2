/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two periods or two groups side by side: how large the difference is, how sure, and a sentence
 * that claims no more than that.
 */
#pragma once

#include "lasna-measures.h"

#include "lasna-words.h"

G_BEGIN_DECLS

typedef enum
{
  LASNA_VERDICT_NOTHING, /* one side has no answers */
  LASNA_VERDICT_FEW,     /* one side has fewer than five */
  LASNA_VERDICT_UNCLEAR, /* chance alone could make such a difference */
  LASNA_VERDICT_HIGHER,  /* the first is higher */
  LASNA_VERDICT_LOWER,   /* the first is lower */
} LasnaVerdict;

typedef struct
{
  LasnaMeasureResult first;
  LasnaMeasureResult second;
  double difference; /* first minus second, in units of the measure; NAN without answers */
  double low;        /* its interval, 95 % */
  double high;
  double probability; /* of a difference at least as large by chance */
  LasnaVerdict verdict;
} LasnaComparison;

LasnaComparison lasna_comparison_new (const LasnaMeasureResult *first,
                                      const LasnaMeasureResult *second);
const char *lasna_comparison_get_definition (LasnaMeasureKind kind);
const char *lasna_verdict_get_code (LasnaVerdict verdict);
char *lasna_comparison_dup_sentence (const LasnaComparison *self,
                                     const char *first,
                                     const char *second,
                                     LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
