/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the crossfilter share.
 */
#pragma once

#include "lasna-counter.h"
#include "lasna-crossfilter.h"
#include "lasna-verdict.h"

G_BEGIN_DECLS

#define BLOCK 2048
#define STEP 16

/* One block of so many is looked at before the work begins. */
#define SAMPLE 16
#define N_PARTS 3

/* Fails by everything, so that nothing counts it. */
#define NOWHERE G_MAXUINT32

typedef struct
{
  LasnaDimension dimension;
  guint raw;
  guint32 own;
  LasnaTotalsParts parts;
  gboolean is_kept; /* else it is counted when it is asked for */
  guint n_counters;
  LasnaCounter counters[N_PARTS];
  guint32 *all[N_PARTS]; /* the counts of an empty filter */
} Tally;

/* The rows of a day, which stand together. */
typedef struct
{
  guint32 code;
  guint start;
  guint n;
} Day;

/* Rows with what they fail by. */
typedef struct
{
  guint n;
  guint32 rows[BLOCK];
  guint32 failing[BLOCK];
} Rows;

struct _LasnaCrossfilter
{
  LasnaSelection selection;
  LasnaVerdict *all; /* of an empty filter */
  LasnaVerdict *verdict;
  GPtrArray *tallies; /* Tally */
  GArray *days;       /* Day, in order */
  guint32 own;        /* of any tally */
  guint32 several; /* what must be 0 of a row's second failing bit: all bits, where every tally */
                   /* has at most one own */

  /* Those that are on their way into the counts and out of them: of all tallies, or of those whose
   * own filters keep them out.
   */
  Rows gained;
  Rows lost;
  Rows partly_gained;
  Rows partly_lost;
  Rows chosen;
};

/* Whether any tally counts a row, fully or partly. */
static inline gboolean
matters (guint32 failing, guint32 others, guint32 several)
{
  return ((failing & others) | (failing & (failing - 1) & several)) == 0;
}

gboolean _lasna_tally_is_one (guint32 bits);
void _lasna_tally_count (Tally *tally, const guint32 *rows, guint n, guint32 by);
void _lasna_crossfilter_shift (LasnaCrossfilter *self,
                               const guint32 *rows,
                               guint start,
                               guint n,
                               const guint32 *before,
                               const guint32 *after);

G_END_DECLS
