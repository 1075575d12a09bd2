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

struct _LasnaCrossfilter
{
  LasnaSelection selection;
  LasnaVerdict *all; /* of an empty filter */
  LasnaVerdict *verdict;
  GPtrArray *tallies; /* Tally */
  GArray *days;       /* Day, in order */
  guint n_all;        /* rows that an empty filter shows */

  /* Of the change under way: what is the own of tallies that it touches, and by what rows may fail
   * before it and after it.
   */
  guint32 owns;
  guint32 active_before;
  guint32 active_after;
};

static inline gboolean
is_several (guint32 bits)
{
  return (bits & (bits - 1)) != 0;
}

const LasnaCounter *_lasna_crossfilter_get_counter (LasnaCrossfilter *self,
                                                    guint raw,
                                                    guint32 own,
                                                    LasnaTotalsParts part);
gboolean _lasna_crossfilter_is_like_all (const LasnaCrossfilter *self, const LasnaVerdict *verdict);
void _lasna_crossfilter_move (LasnaCrossfilter *self, const LasnaVerdict *verdict);
guint _lasna_crossfilter_find_differing (const guint32 *these,
                                         const guint32 *others,
                                         guint n,
                                         guint32 *found);
gint _lasna_crossfilter_shift (LasnaCrossfilter *self,
                               const guint32 *rows,
                               guint start,
                               guint n,
                               const guint32 *before,
                               const guint32 *after);

G_END_DECLS
