/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tally counts a row where nothing keeps it out, or only filters that are its own. A change of
 * the filter is told as what each row failed by before and fails by after; "before" is what is in
 * view now, or nothing, or everything, whichever leaves the fewest rows to count.
 */
#include "config.h"

#include "lasna-crossfilter-private.h"
#include "lasna-marks.h"

#include <string.h>

/* Whether what a column decides is as where nobody filters. */
static gboolean
says_like_all (const LasnaCrossfilter *self, const LasnaVerdict *verdict, guint raw)
{
  GBytes *one = verdict->fails[raw];
  GBytes *other = self->all->fails[raw];

  return one == other || (one != NULL && other != NULL && g_bytes_equal (one, other));
}

gboolean
_lasna_crossfilter_is_like_all (const LasnaCrossfilter *self, const LasnaVerdict *verdict)
{
  for (guint i = 0; i < LASNA_N_RAW; i++)
    if (!says_like_all (self, verdict, i))
      return FALSE;
  return verdict->words == NULL && verdict->voices == NULL;
}

/* How the rows of each raw code change side. */
static void
compare_fails (const LasnaCrossfilter *self,
               const LasnaVerdict *verdict,
               guint raw,
               LasnaMarks *marks)
{
  GBytes *bytes = verdict->fails[raw] != NULL ? verdict->fails[raw] : self->verdict->fails[raw];

  lasna_marks_init (marks,
                    lasna_verdict_get_fails (self->verdict, raw),
                    lasna_verdict_get_fails (verdict, raw),
                    bytes != NULL ? g_bytes_get_size (bytes) / sizeof (guint32) : 0);
}

/* Whether a tally counts what it counts where nobody filters, as it does where all filters are its
 * own.
 */
static gboolean
counts_all (const LasnaCrossfilter *self, const Tally *tally, const LasnaVerdict *verdict)
{
  return (self->active_after & ~tally->own & ~LASNA_OWN (LASNA_DIMENSION_EXCLUDED)) == 0 &&
         says_like_all (self, verdict, LASNA_RAW_FLAGS);
}

/* Notes which tallies a change of what rows fail by matters to; returns how many. Those that
 * it makes count everything do so at once.
 */
static guint
touch (LasnaCrossfilter *self, guint32 changed, const LasnaVerdict *verdict)
{
  guint n = 0;

  self->owns = 0;
  self->active_before = lasna_verdict_get_dimensions (self->verdict);
  self->active_after = lasna_verdict_get_dimensions (verdict);
  for (guint i = 0; i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];

      tally->is_touched = tally->is_kept && (changed & ~tally->own) != 0;
      if (tally->is_touched && counts_all (self, tally, verdict))
        {
          memcpy (tally->counter.counts, tally->all, lasna_counter_get_bytes (&tally->counter));
          tally->is_touched = FALSE;
        }
      if (!tally->is_touched)
        continue;
      n++;
      self->owns |= tally->own;
    }
  return n;
}

/* One block of so many is looked at before the work begins. */
#define SAMPLE 16

typedef enum
{
  FROM_NOW,
  FROM_NOTHING,
  FROM_ALL,
  N_ORIGINS,
} Origin;

/* How the rows of a change of filter are judged. */
typedef struct
{
  const LasnaVerdict *verdict;
  const LasnaMarks *marks; /* of each raw column */
  gboolean other_words;
  gboolean other_voices;
  guint n_touched; /* tallies */
} Judging;

/* @failing: what they fail by, before the change and then after it */
static void
judge_block (
    const LasnaCrossfilter *self, const Judging *judging, guint start, guint n, guint32 *failing)
{
  const LasnaColumns *columns = self->selection.columns;

  for (guint i = 0; i < LASNA_N_RAW; i++)
    if (judging->marks[i].bits != NULL)
      lasna_marks_turn (&judging->marks[i], &columns->rows->columns[i], start, n, failing);
  if (judging->other_words)
    lasna_verdict_judge_words (judging->verdict, start, n, failing);
  if (judging->other_voices)
    lasna_verdict_judge_voices (judging->verdict, start, n, failing);
}

/* How many rows there are that all tallies count, and how many that some do. */
typedef struct
{
  guint32 before;
  guint32 after;
  guint32 partly_before; /* these also hold those that all count */
  guint32 partly_after;
  guint32 passing;
  guint32 partly_passing;
} Counts;

/* Whether a tally counts rows that fail by this, fully or, as its own, partly. */
static inline gboolean
matters (guint32 failing, guint32 owns)
{
  return ((failing & ~owns) == 0) & !is_several (failing);
}

static void
count_block (const guint32 *before, const guint32 *after, guint n, guint32 owns, Counts *counts)
{
  Counts sum = *counts;

  for (guint i = 0; i < n; i++)
    {
      guint32 differs = before[i] != after[i];

      sum.before += differs & (before[i] == 0);
      sum.after += differs & (after[i] == 0);
      sum.partly_before += differs & matters (before[i], owns);
      sum.partly_after += differs & matters (after[i], owns);
      sum.passing += after[i] == 0;
      sum.partly_passing += matters (after[i], owns);
    }
  *counts = sum;
}

/* From where a change of filter is told with the least work, as a sample of the rows has it. */
static Origin
choose_origin (const LasnaCrossfilter *self, const Judging *judging)
{
  guint n = self->selection.columns->n;
  guint64 more = judging->n_touched;
  Counts counts = { 0 };
  guint64 from[N_ORIGINS];
  guint32 after[BLOCK];
  guint n_seen = 0;
  Origin least = FROM_NOW;

  for (guint start = 0; start < n; start += SAMPLE * BLOCK)
    {
      guint length = MIN (BLOCK, n - start);

      memcpy (after, self->selection.failing + start, length * sizeof *after);
      judge_block (self, judging, start, length, after);
      count_block (self->selection.failing + start, after, length, self->owns, &counts);
      n_seen += length;
    }
  from[FROM_NOW] =
      (counts.before + counts.after) * more + counts.partly_before + counts.partly_after;
  from[FROM_NOTHING] = counts.passing * more + counts.partly_passing;
  from[FROM_ALL] = (n_seen - counts.passing) * more + counts.partly_passing - counts.passing;
  for (guint origin = FROM_NOTHING; origin < N_ORIGINS; origin++)
    if (from[origin] < from[least])
      least = origin;
  return least;
}

static void
begin_from (LasnaCrossfilter *self, Origin origin)
{
  if (origin == FROM_NOW)
    return;
  for (guint i = 0; i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];
      gsize bytes = lasna_counter_get_bytes (&tally->counter);

      if (tally->is_touched && origin == FROM_NOTHING)
        memset (tally->counter.counts, 0, bytes);
      else if (tally->is_touched)
        memcpy (tally->counter.counts, tally->all, bytes);
    }
  self->selection.n = origin == FROM_ALL ? self->n_all : 0;
  self->active_before = LASNA_OWN (LASNA_DIMENSION_EXCLUDED);
}

/* What rows fail by where nobody filters: they are excluded. Mostly they fail by that already.
 * @failing: what they fail by @verdict
 */
static void
judge_all (const LasnaCrossfilter *self,
           const LasnaVerdict *verdict,
           guint start,
           guint n,
           const guint32 *failing,
           guint32 *all)
{
  if (!says_like_all (self, verdict, LASNA_RAW_FLAGS))
    lasna_verdict_judge (self->all, self->selection.columns, start, n, all);
  else
    for (guint i = 0; i < n; i++)
      all[i] = failing[i] & LASNA_OWN (LASNA_DIMENSION_EXCLUDED);
}

/* Nobody filters any more, of which the counts are known. */
static void
show_all (LasnaCrossfilter *self)
{
  guint32 *failing = self->selection.failing;
  guint n = self->selection.columns->n;

  begin_from (self, FROM_ALL);
  judge_all (self, self->verdict, 0, n, failing, failing);
}

/* Counts at most BLOCK rows otherwise where they fail otherwise than @before, which is lost. */
static void
shift_differing (LasnaCrossfilter *self, guint start, guint n, guint32 *before)
{
  const guint32 *failing = self->selection.failing + start;
  guint32 rows[BLOCK];
  guint32 after[BLOCK];

  n = _lasna_crossfilter_find_differing (before, failing, n, rows);
  for (guint i = 0; i < n; i++)
    {
      before[i] = before[rows[i]];
      after[i] = failing[rows[i]];
      rows[i] += start;
    }
  self->selection.n += (guint) _lasna_crossfilter_shift (self, rows, 0, n, before, after);
}

static void
move_from (LasnaCrossfilter *self, const Judging *judging, Origin origin)
{
  guint n = self->selection.columns->n;
  guint32 before[BLOCK];

  begin_from (self, origin);
  for (guint start = 0; start < n; start += BLOCK)
    {
      guint length = MIN (BLOCK, n - start);
      guint32 *failing = self->selection.failing + start;

      if (origin == FROM_NOW)
        memcpy (before, failing, length * sizeof *before);
      judge_block (self, judging, start, length, failing);
      if (origin == FROM_ALL)
        judge_all (self, judging->verdict, start, length, failing, before);
      if (origin != FROM_NOTHING)
        shift_differing (self, start, length, before);
      else
        self->selection.n +=
            (guint) _lasna_crossfilter_shift (self, NULL, start, length, NULL, failing);
    }
}

/* Only rows with some codes of one column change. */
static void
move_codes (LasnaCrossfilter *self, const LasnaMarks *marks, const LasnaNarrow *column)
{
  guint n = self->selection.columns->n;
  guint32 *failing = self->selection.failing;
  guint32 rows[BLOCK];
  guint32 before[BLOCK];
  guint32 after[BLOCK];

  for (guint start = 0; start < n; start += BLOCK)
    {
      guint n_rows = lasna_marks_find (marks, column, start, MIN (BLOCK, n - start), rows);

      for (guint i = 0; i < n_rows; i++)
        {
          before[i] = failing[rows[i]];
          after[i] = before[i] ^ marks->bits[lasna_narrow_get (column, rows[i])];
          failing[rows[i]] = after[i];
        }
      self->selection.n += (guint) _lasna_crossfilter_shift (self, rows, 0, n_rows, before, after);
    }
}

/* The one raw column by which rows change; LASNA_N_RAW where there are several, or others. */
static guint
find_only (const Judging *judging)
{
  guint only = LASNA_N_RAW;
  guint n = (judging->other_words ? 1 : 0) + (judging->other_voices ? 1 : 0);

  for (guint i = 0; i < LASNA_N_RAW; i++)
    if (judging->marks[i].bits != NULL)
      {
        only = i;
        n++;
      }
  return n == 1 ? only : LASNA_N_RAW;
}

static void
move_all (LasnaCrossfilter *self, const Judging *judging)
{
  Origin origin = choose_origin (self, judging);
  guint only = find_only (judging);

  if (origin == FROM_NOW && only < LASNA_N_RAW)
    move_codes (self, &judging->marks[only], &self->selection.columns->rows->columns[only]);
  else
    move_from (self, judging, origin);
}

/* At most BLOCK rows of days that are in the period now or not, and were so before or moved.
 * @anew: they are counted nowhere
 */
static void
move_period (
    LasnaCrossfilter *self, guint start, guint n, gboolean is_in, gboolean has_moved, gboolean anew)
{
  guint32 *failing = self->selection.failing + start;
  gint change = 0;

  /* No tally that is touched sees what lies outside. */
  if (has_moved && !is_in && !anew)
    change = _lasna_crossfilter_shift (self, NULL, start, n, failing, NULL);
  for (guint i = 0; has_moved && i < n; i++)
    failing[i] ^= LASNA_OWN (LASNA_DIMENSION_PERIOD);
  if (is_in && (has_moved || anew))
    change = _lasna_crossfilter_shift (self, NULL, start, n, NULL, failing);
  self->selection.n += (guint) change;
}

/* Only the period changes, which keeps rows in or out by runs: what a brush does as it moves. A
 * jump is told by the rows of the new period alone where they are fewer than those that move.
 * Returns: whether that is less than to look at all rows
 */
static gboolean
move_days (LasnaCrossfilter *self, const LasnaVerdict *verdict, const guint32 *marks)
{
  const guint32 *fails = lasna_verdict_get_fails (verdict, LASNA_RAW_DAY);
  guint n_moved = 0;
  guint n_in = 0;
  guint n_days;

  for (guint i = 0; i < self->days->len; i++)
    {
      const Day *day = &g_array_index (self->days, Day, i);

      n_moved += marks[day->code] != 0 ? day->n : 0;
      n_in += fails == NULL || fails[day->code] == 0 ? day->n : 0;
    }
  if (MIN (n_moved, n_in) > self->selection.columns->n / 2)
    return FALSE;
  if (n_in < n_moved)
    begin_from (self, FROM_NOTHING);
  for (guint i = 0; i < self->days->len; i += n_days)
    {
      const Day *days = &g_array_index (self->days, Day, i);
      gboolean is_in = fails == NULL || fails[days->code] == 0;
      guint n = 0;

      for (n_days = 0; i + n_days < self->days->len; n_days++)
        {
          guint32 code = days[n_days].code;

          if (marks[code] != marks[days->code] || (fails == NULL || fails[code] == 0) != is_in)
            break;
          n += days[n_days].n;
        }
      for (guint start = 0; start < n; start += BLOCK)
        move_period (self,
                     days->start + start,
                     MIN (BLOCK, n - start),
                     is_in,
                     marks[days->code] != 0,
                     n_in < n_moved);
    }
  return TRUE;
}

/* Brings every tally in step with @verdict, which is to be that of the crossfilter afterwards. */
void
_lasna_crossfilter_move (LasnaCrossfilter *self, const LasnaVerdict *verdict)
{
  LasnaMarks marks[LASNA_N_RAW];
  guint32 changed = 0;
  Judging judging;

  for (guint i = 0; i < LASNA_N_RAW; i++)
    {
      compare_fails (self, verdict, i, &marks[i]);
      changed |= marks[i].any;
    }
  judging = (Judging){
    verdict, marks, verdict->words != self->verdict->words, verdict->voices != self->verdict->voices
  };
  changed |= judging.other_words ? LASNA_OWN (LASNA_DIMENSION_TEXT) : 0;
  changed |= judging.other_voices ? LASNA_OWN (LASNA_DIMENSION_VOICE) : 0;
  judging.n_touched = touch (self, changed, verdict);
  if (changed != 0 && _lasna_crossfilter_is_like_all (self, verdict))
    show_all (self);
  else if (changed != 0 && (changed != LASNA_OWN (LASNA_DIMENSION_PERIOD) ||
                            !move_days (self, verdict, marks[LASNA_RAW_DAY].bits)))
    move_all (self, &judging);
  for (guint i = 0; i < LASNA_N_RAW; i++)
    lasna_marks_clear (&marks[i]);
}
