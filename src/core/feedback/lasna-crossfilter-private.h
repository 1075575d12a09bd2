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

/* Fails by everything, so that nothing counts it. */
#define NOWHERE G_MAXUINT32

typedef struct
{
  guint raw;
  guint32 own;
  LasnaTotalsParts part;
  gboolean is_kept; /* else it is counted when it is asked for */
  LasnaCounter counter;
  guint32 *all; /* the counts of an empty filter */
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
  guint32 several;    /* what keeps a row out that fails by more than one filter: all bits but those
                         of tallies with more than one own */

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
  return ((failing & others) == 0) &
         (((failing & (failing - 1)) == 0) | ((failing & several) == 0));
}

gboolean _lasna_tally_is_one (guint32 bits);
const LasnaCounter *_lasna_crossfilter_get_counter (LasnaCrossfilter *self,
                                                    guint raw,
                                                    guint32 own,
                                                    LasnaTotalsParts part);
void _lasna_crossfilter_shift (LasnaCrossfilter *self,
                               const guint32 *rows,
                               guint start,
                               guint n,
                               const guint32 *before,
                               const guint32 *after);

G_END_DECLS
