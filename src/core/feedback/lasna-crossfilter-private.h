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

/* One block of so many is looked at before the work begins. */
#define SAMPLE 16

typedef struct
{
  guint raw;
  guint32 own;
  LasnaTotalsParts part;
  gboolean is_kept;    /* else it is counted when it is asked for */
  gboolean is_touched; /* by the change under way: not where it is only of what is its own */
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

  /* Of the tallies that the change under way touches: what none of them has as its own, and what
   * keeps a row out that fails by more than one filter, which is all but the own of those that have
   * several.
   */
  guint32 others;
  guint32 several;

  /* Those that are on their way into the counts or out of them: of all tallies, or of those whose
   * own filters keep them out.
   */
  Rows fully;
  Rows partly;
  Rows chosen;
};

/* Whether any tally counts a row, fully or partly. */
static inline gboolean
matters (guint32 failing, guint32 others, guint32 several)
{
  return ((failing & others) == 0) &
         (((failing & (failing - 1)) == 0) | ((failing & several) == 0));
}

static inline gboolean
is_one (guint32 bits)
{
  return bits != 0 && (bits & (bits - 1)) == 0;
}

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
