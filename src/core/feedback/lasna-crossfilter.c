/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tally counts a row where nothing keeps it out, or only filters that are its own. A change of
 * the filter is told as what each row failed by before and fails by after; "before" is what is in
 * view now, or nothing, or everything, whichever leaves the fewest rows to count.
 */
#include "config.h"

#include "lasna-crossfilter.h"

#include "lasna-crossfilter-private.h"

#include <string.h>

static void
tally_free (gpointer data)
{
  Tally *tally = data;

  lasna_counter_clear (&tally->counter);
  g_free (tally->all);
  g_free (tally);
}

static void
find_days (LasnaCrossfilter *self)
{
  const LasnaColumns *columns = self->selection.columns;

  g_array_set_size (self->days, 0);
  for (guint row = 0; row < columns->n; row++)
    {
      guint32 code = lasna_columns_get_raw (columns, LASNA_RAW_DAY, row);
      Day *last =
          self->days->len > 0 ? &g_array_index (self->days, Day, self->days->len - 1) : NULL;
      const Day day = { code, row, 1 };

      if (last != NULL && last->code == code)
        last->n++;
      else
        g_array_append_val (self->days, day);
    }
}

/**
 * lasna_crossfilter_new:
 *
 * Returns: (transfer full): a crossfilter with everything in view and no tallies
 */
LasnaCrossfilter *
lasna_crossfilter_new (LasnaColumns *columns)
{
  LasnaCrossfilter *self = g_new0 (LasnaCrossfilter, 1);
  g_autoptr (LasnaFilter) all = lasna_filter_new ();

  self->selection.columns = lasna_columns_ref (columns);
  self->selection.failing = g_new (guint32, MAX (columns->n, 1));
  self->selection.crossfilter = self;
  self->tallies = g_ptr_array_new_with_free_func (tally_free);
  self->days = g_array_new (FALSE, FALSE, sizeof (Day));

  /* An empty filter asks nothing of the file. */
  self->all = lasna_verdict_new (all, columns, NULL, NULL, NULL);
  self->verdict = lasna_verdict_new (all, columns, NULL, self->all, NULL);
  lasna_verdict_judge (self->verdict, columns, 0, columns->n, self->selection.failing);
  for (guint row = 0; row < columns->n; row++)
    self->selection.n += self->selection.failing[row] == 0;
  find_days (self);
  return self;
}

void
lasna_crossfilter_free (LasnaCrossfilter *self)
{
  lasna_columns_unref (self->selection.columns);
  g_free (self->selection.failing);
  lasna_verdict_free (self->verdict);
  lasna_verdict_free (self->all);
  g_ptr_array_unref (self->tallies);
  g_array_unref (self->days);
  g_free (self);
}

/* Whether what a column decides is as where nobody filters. */
static gboolean
says_like_all (const LasnaCrossfilter *self, const LasnaVerdict *verdict, guint raw)
{
  GBytes *one = verdict->fails[raw];
  GBytes *other = self->all->fails[raw];

  return one == other || (one != NULL && other != NULL && g_bytes_equal (one, other));
}

static gboolean
is_like_all (const LasnaCrossfilter *self, const LasnaVerdict *verdict)
{
  for (guint i = 0; i < LASNA_N_RAW; i++)
    if (!says_like_all (self, verdict, i))
      return FALSE;
  return verdict->words == NULL && verdict->voices == NULL;
}

static void
count_rows (LasnaCrossfilter *self, const LasnaVerdict *verdict, Tally *tally)
{
  const LasnaColumns *columns = self->selection.columns;
  guint32 failing[BLOCK];
  Rows *chosen = &self->chosen;

  for (guint start = 0; start < columns->n; start += BLOCK)
    {
      guint length = MIN (BLOCK, columns->n - start);
      guint n = 0;

      lasna_verdict_judge (verdict, columns, start, length, failing);
      for (guint i = 0; i < length; i++)
        {
          chosen->rows[n] = start + i;
          n += (failing[i] & ~tally->own) == 0;
        }
      lasna_counter_add (&tally->counter, chosen->rows, n);
    }
}

/* Counts what is in view without filters, then what is in view. */
static void
start_tally (LasnaCrossfilter *self, Tally *tally)
{
  gboolean like_all = is_like_all (self, self->verdict);
  LasnaCounter *counter = &tally->counter;

  tally->is_kept = lasna_counter_init (counter, self->selection.columns, tally->raw, tally->part);
  if (!tally->is_kept)
    return;
  count_rows (self, self->all, tally);
  tally->all = counter->counts;
  counter->counts = like_all ? g_memdup2 (tally->all, lasna_counter_get_bytes (counter))
                             : g_malloc0 (lasna_counter_get_bytes (counter));
  if (!like_all)
    count_rows (self, self->verdict, tally);
}

/* Every tally counts the rows, too, beside its part. */
static const Tally *
find_tally (const LasnaCrossfilter *self, guint raw, guint32 own, LasnaTotalsParts part)
{
  for (guint i = 0; i < self->tallies->len; i++)
    {
      const Tally *tally = self->tallies->pdata[i];

      if (tally->raw == raw && tally->own == own &&
          (tally->part == part || (part == 0 && tally->is_kept)))
        return tally;
    }
  return NULL;
}

/* Returns: (transfer none) (nullable): the counts, which are kept from now on; NULL where there are
 * too many numbers
 */
const LasnaCounter *
_lasna_crossfilter_get_counter (LasnaCrossfilter *self,
                                guint raw,
                                guint32 own,
                                LasnaTotalsParts part)
{
  const Tally *found;
  Tally *tally;

  own &= LASNA_OWN (LASNA_N_DIMENSIONS) - 1;
  found = find_tally (self, raw, own, part);
  if (found == NULL)
    {
      tally = g_new0 (Tally, 1);
      tally->raw = raw;
      tally->own = own;
      tally->part = part;
      start_tally (self, tally);
      g_ptr_array_add (self->tallies, tally);
      found = tally;
    }
  return found->is_kept ? &found->counter : NULL;
}

/* For each raw code by which dimensions its rows change side, which are added to @changed; NULL
 * where none do.
 */
static guint32 *
compare_fails (const LasnaCrossfilter *self,
               const LasnaVerdict *verdict,
               guint raw,
               guint32 *changed)
{
  const guint32 *before = lasna_verdict_get_fails (self->verdict, raw);
  const guint32 *after = lasna_verdict_get_fails (verdict, raw);
  GBytes *bytes = verdict->fails[raw] != NULL ? verdict->fails[raw] : self->verdict->fails[raw];
  gsize n = bytes != NULL ? g_bytes_get_size (bytes) / sizeof *before : 0;
  g_autofree guint32 *marks = g_new (guint32, n + 1);
  guint32 any = 0;

  if (before == after)
    return NULL;
  for (gsize code = 0; code < n; code++)
    {
      marks[code] = (before != NULL ? before[code] : 0) ^ (after != NULL ? after[code] : 0);
      any |= marks[code];
    }
  *changed |= any;
  return any != 0 ? g_steal_pointer (&marks) : NULL;
}

/* Runs of days that change side: what a brush does as it moves. */
static void
move_days (LasnaCrossfilter *self, const guint32 *marks)
{
  guint32 *failing = self->selection.failing;
  guint32 after[BLOCK];

  for (guint i = 0; i < self->days->len; i++)
    {
      const Day *day = &g_array_index (self->days, Day, i);
      guint end = day->start + day->n;

      for (guint start = day->start; marks[day->code] != 0 && start < end; start += BLOCK)
        {
          guint n = MIN (BLOCK, end - start);

          for (guint j = 0; j < n; j++)
            {
              after[j] = failing[start + j] ^ marks[day->code];
              self->selection.n += (after[j] == 0) - (failing[start + j] == 0);
            }
          _lasna_crossfilter_shift (self, NULL, start, n, failing + start, after);
          memcpy (failing + start, after, n * sizeof *after);
        }
    }
}

static guint
count_day_rows (const LasnaCrossfilter *self, const guint32 *marks)
{
  guint n = 0;

  for (guint i = 0; i < self->days->len; i++)
    {
      const Day *day = &g_array_index (self->days, Day, i);

      n += marks[day->code] != 0 ? day->n : 0;
    }
  return n;
}

/* Notes which tallies a change of what rows fail by matters to; returns how many. */
static guint
touch (LasnaCrossfilter *self, guint32 changed)
{
  guint n = 0;

  self->others = self->several = G_MAXUINT32;
  for (guint i = 0; i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];

      tally->is_touched = tally->is_kept && (changed & ~tally->own) != 0;
      if (!tally->is_touched)
        continue;
      n++;
      self->others &= ~tally->own;
      if (!is_one (tally->own))
        self->several &= ~tally->own;
    }
  return n;
}

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
  guint32 *const *marks;
  gboolean anew;   /* not by what they fail by now */
  guint n_touched; /* tallies */
} Judging;

static void
judge_block (
    const LasnaCrossfilter *self, const Judging *judging, guint start, guint n, guint32 *after)
{
  const LasnaColumns *columns = self->selection.columns;

  if (judging->anew)
    {
      lasna_verdict_judge (judging->verdict, columns, start, n, after);
      return;
    }
  memcpy (after, self->selection.failing + start, n * sizeof *after);
  for (guint i = 0; i < LASNA_N_RAW; i++)
    if (judging->marks[i] != NULL)
      lasna_verdict_mark (&columns->rows->columns[i], judging->marks[i], start, n, after);
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

static void
count_block (const guint32 *before,
             const guint32 *after,
             guint n,
             guint32 others,
             guint32 several,
             Counts *counts)
{
  Counts sum = *counts;

  for (guint i = 0; i < n; i++)
    {
      guint32 differs = before[i] != after[i];

      sum.before += differs & (before[i] == 0);
      sum.after += differs & (after[i] == 0);
      sum.partly_before += differs & matters (before[i], others, several);
      sum.partly_after += differs & matters (after[i], others, several);
      sum.passing += after[i] == 0;
      sum.partly_passing += matters (after[i], others, several);
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

      judge_block (self, judging, start, length, after);
      count_block (
          self->selection.failing + start, after, length, self->others, self->several, &counts);
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
  for (guint i = 0; i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];

      gsize bytes = lasna_counter_get_bytes (&tally->counter);

      if (tally->is_touched && origin == FROM_NOTHING)
        memset (tally->counter.counts, 0, bytes);
      else if (tally->is_touched && origin == FROM_ALL)
        memcpy (tally->counter.counts, tally->all, bytes);
    }
}

static guint
count_passing (const guint32 *failing, guint n)
{
  guint passing = 0;

  for (guint i = 0; i < n; i++)
    passing += failing[i] == 0;
  return passing;
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
  self->selection.n = count_passing (failing, n);
}

static void
move_all (LasnaCrossfilter *self, const Judging *judging)
{
  guint n = self->selection.columns->n;
  Origin origin = choose_origin (self, judging);
  guint32 other[BLOCK];
  guint32 after[BLOCK];

  begin_from (self, origin);
  self->selection.n = 0;
  for (guint start = 0; start < n; start += BLOCK)
    {
      guint length = MIN (BLOCK, n - start);
      guint32 *failing = self->selection.failing + start;
      const guint32 *const origins[] = {
        [FROM_NOW] = failing, [FROM_NOTHING] = NULL, [FROM_ALL] = other
      };

      judge_block (self, judging, start, length, after);
      if (origin == FROM_ALL)
        judge_all (self, judging->verdict, start, length, after, other);
      _lasna_crossfilter_shift (self, NULL, start, length, origins[origin], after);
      memcpy (failing, after, length * sizeof *after);
      self->selection.n += count_passing (after, length);
    }
}

/**
 * lasna_crossfilter_set_filter:
 * @store: (nullable): a connection of the calling thread, for a search in words and by id
 *
 * Brings every tally in step with @filter.
 *
 * Returns: FALSE with @error set where words could not be read; everything is as before then
 */
gboolean
lasna_crossfilter_set_filter (LasnaCrossfilter *self,
                              const LasnaFilter *filter,
                              LasnaStore *store,
                              GError **error)
{
  LasnaVerdict *verdict =
      lasna_verdict_new (filter, self->selection.columns, store, self->verdict, error);
  guint32 *marks[LASNA_N_RAW];
  guint32 changed = 0;
  gboolean anew;
  guint n_touched;

  if (verdict == NULL)
    return FALSE;
  for (guint i = 0; i < LASNA_N_RAW; i++)
    marks[i] = compare_fails (self, verdict, i, &changed);
  if (verdict->words != self->verdict->words)
    changed |= LASNA_OWN (LASNA_DIMENSION_TEXT);
  if (verdict->voices != self->verdict->voices)
    changed |= LASNA_OWN (LASNA_DIMENSION_VOICE);
  anew = (changed & (LASNA_OWN (LASNA_DIMENSION_TEXT) | LASNA_OWN (LASNA_DIMENSION_VOICE))) != 0;
  n_touched = touch (self, changed);
  if (changed == LASNA_OWN (LASNA_DIMENSION_PERIOD) &&
      count_day_rows (self, marks[LASNA_RAW_DAY]) < self->selection.columns->n / 4)
    move_days (self, marks[LASNA_RAW_DAY]);
  else if (changed != 0 && is_like_all (self, verdict))
    show_all (self);
  else if (changed != 0)
    move_all (self, &(Judging){ verdict, marks, anew, n_touched });
  for (guint i = 0; i < LASNA_N_RAW; i++)
    g_free (marks[i]);
  lasna_verdict_free (self->verdict);
  self->verdict = verdict;
  return TRUE;
}

/* Most parts of a column are the same to the byte. */
static void
add_differing (const LasnaNarrow *one, const LasnaNarrow *other, guint n, guint most, GArray *rows)
{
  for (guint start = 0; start < n && rows->len <= most; start += BLOCK)
    {
      guint length = MIN (BLOCK, n - start);

      if (one->width == other->width &&
          memcmp ((const guint8 *) one->data + (gsize) start * one->width,
                  (const guint8 *) other->data + (gsize) start * one->width,
                  (gsize) length * one->width) == 0)
        continue;
      for (guint32 row = start; row < start + length; row++)
        if (lasna_narrow_get (one, row) != lasna_narrow_get (other, row))
          g_array_append_val (rows, row);
    }
}

/* The rows in which two versions differ, where they stand at the same places and few do; else NULL.
 */
static GArray *
find_changed (const LasnaColumns *before, const LasnaColumns *after)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint most = 10000;

  if (before->meanings != after->meanings || before->ids != after->ids)
    return NULL;
  for (guint i = 0; i < LASNA_N_RAW; i++)
    {
      const LasnaNarrow *one = &before->rows->columns[i];
      const LasnaNarrow *other = &after->rows->columns[i];

      if (one->data != other->data)
        add_differing (one, other, after->n, most, rows);
    }
  return rows->len <= most ? g_steal_pointer (&rows) : NULL;
}

static int
compare_rows_cb (gconstpointer first, gconstpointer second)
{
  guint32 one = *(const guint32 *) first;
  guint32 other = *(const guint32 *) second;

  return one < other ? -1 : one > other;
}

static void
drop_twins (GArray *rows)
{
  guint n = 0;

  g_array_sort (rows, compare_rows_cb);
  for (guint i = 0; i < rows->len; i++)
    if (n == 0 || g_array_index (rows, guint32, n - 1) != g_array_index (rows, guint32, i))
      g_array_index (rows, guint32, n++) = g_array_index (rows, guint32, i);
  g_array_set_size (rows, n);
}

static void
swap_all (LasnaCrossfilter *self)
{
  for (guint i = 0; i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];
      guint32 *counts = tally->counter.counts;

      tally->counter.counts = tally->all;
      tally->all = counts;
    }
}

/* Takes rows out of all counts, or puts them in. */
static void
recount (LasnaCrossfilter *self, GArray *rows, gboolean in)
{
  guint32 failing[BLOCK];

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint start = 0; start < rows->len; start += BLOCK)
        {
          const guint32 *chosen = &g_array_index (rows, guint32, start);
          guint n = MIN (BLOCK, rows->len - start);

          for (guint i = 0; i < n; i++)
            if (pass == 0)
              failing[i] = self->selection.failing[chosen[i]];
            else
              lasna_verdict_judge (self->all, self->selection.columns, chosen[i], 1, &failing[i]);
          _lasna_crossfilter_shift (self, chosen, 0, n, in ? NULL : failing, in ? failing : NULL);
          for (guint i = 0; pass == 0 && i < n; i++)
            self->selection.n += failing[i] != 0 ? 0 : in ? 1 : -1U;
        }
      swap_all (self);
    }
}

static void
take_columns (LasnaCrossfilter *self, LasnaColumns *columns)
{
  LasnaColumns *before = self->selection.columns;

  self->selection.columns = lasna_columns_ref (columns);
  lasna_columns_unref (before);
}

static void
change_rows (LasnaCrossfilter *self, LasnaColumns *columns, GArray *rows)
{
  drop_twins (rows);
  touch (self, G_MAXUINT32);
  recount (self, rows, FALSE);
  take_columns (self, columns);
  for (guint i = 0; i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];

      if (tally->is_kept)
        lasna_counter_take_columns (&tally->counter, columns);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      lasna_verdict_judge (self->verdict, columns, row, 1, &self->selection.failing[row]);
    }
  recount (self, rows, TRUE);
}

static void
begin_anew (LasnaCrossfilter *self, LasnaColumns *columns, LasnaVerdict *verdict)
{
  g_autoptr (LasnaFilter) all = lasna_filter_new ();

  take_columns (self, columns);
  lasna_verdict_free (self->verdict);
  self->verdict = verdict;
  lasna_verdict_free (self->all);
  self->all = lasna_verdict_new (all, columns, NULL, NULL, NULL);
  self->selection.failing = g_renew (guint32, self->selection.failing, MAX (columns->n, 1));
  self->selection.n = 0;
  lasna_verdict_judge (verdict, columns, 0, columns->n, self->selection.failing);
  for (guint row = 0; row < columns->n; row++)
    self->selection.n += self->selection.failing[row] == 0;
  find_days (self);

  /* They begin again when they are asked for. */
  g_ptr_array_set_size (self->tallies, 0);
}

/**
 * lasna_crossfilter_set_columns:
 * @columns: the voices as they are now
 *
 * Brings every tally in step with an edit. Where few voices changed and nothing else, only those
 * are counted again.
 *
 * Returns: FALSE with @error set where words could not be read; everything is as before then
 */
gboolean
lasna_crossfilter_set_columns (LasnaCrossfilter *self,
                               LasnaColumns *columns,
                               LasnaStore *store,
                               GError **error)
{
  g_autoptr (GArray) rows = NULL;
  LasnaVerdict *verdict;

  if (self->selection.columns == columns)
    return TRUE;

  /* Which words and ids pass must be asked anew. */
  if (self->verdict->words == NULL && self->verdict->voices == NULL)
    rows = find_changed (self->selection.columns, columns);
  if (rows != NULL)
    {
      change_rows (self, columns, rows);
      return TRUE;
    }
  verdict = lasna_verdict_new (self->verdict->filter, columns, store, NULL, error);
  if (verdict == NULL)
    return FALSE;
  begin_anew (self, columns, verdict);
  return TRUE;
}

/**
 * lasna_crossfilter_get_selection:
 *
 * Returns: (transfer none): the voices in view, until the next change
 */
const LasnaSelection *
lasna_crossfilter_get_selection (const LasnaCrossfilter *self)
{
  return &self->selection;
}

/**
 * lasna_crossfilter_get_bytes:
 *
 * Returns: how much memory it takes beside the columns
 */
gsize
lasna_crossfilter_get_bytes (const LasnaCrossfilter *self)
{
  gsize bytes = (gsize) self->selection.columns->n * sizeof *self->selection.failing;

  for (guint i = 0; i < self->tallies->len; i++)
    {
      const Tally *tally = self->tallies->pdata[i];

      bytes += tally->is_kept ? 2 * lasna_counter_get_bytes (&tally->counter) : 0;
    }
  return bytes;
}
