/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tallies, kept in step with the filter and with edits.
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
  const LasnaNarrow *column = &columns->rows->columns[LASNA_RAW_DAY];

  g_array_set_size (self->days, 0);
  for (guint start = 0; start < columns->n;)
    {
      guint end = lasna_narrow_find_end (column, start, columns->n);
      const Day day = { lasna_narrow_get (column, start), start, end - start };

      g_array_append_val (self->days, day);
      start = end;
    }
}

/* Returns: how many rows nothing keeps out */
static guint
judge_rows (LasnaCrossfilter *self, const LasnaVerdict *verdict)
{
  guint32 *failing = self->selection.failing;
  guint n = self->selection.columns->n;
  guint passing = 0;

  lasna_verdict_judge (verdict, self->selection.columns, 0, n, failing);
  for (guint row = 0; row < n; row++)
    passing += failing[row] == 0;
  return passing;
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
  self->n_all = self->selection.n = judge_rows (self, self->all);
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

/* @verdict: (nullable): whose rows in view are counted; NULL where that is the one that holds */
static void
count_rows (LasnaCrossfilter *self, const LasnaVerdict *verdict, Tally *tally)
{
  const LasnaColumns *columns = self->selection.columns;
  guint32 judged[BLOCK];
  guint32 rows[BLOCK];

  for (guint start = 0; start < columns->n; start += BLOCK)
    {
      const guint32 *failing = verdict != NULL ? judged : self->selection.failing + start;
      guint length = MIN (BLOCK, columns->n - start);
      guint32 any = 0;
      guint n = 0;

      if (verdict != NULL)
        lasna_verdict_judge (verdict, columns, start, length, judged);
      for (guint i = 0; i < length; i++)
        any |= failing[i];
      if ((any & ~tally->own) == 0)
        {
          lasna_counter_add_range (&tally->counter, start, length);
          continue;
        }
      for (guint i = 0; i < length; i++)
        {
          rows[n] = start + i;
          n += (failing[i] & ~tally->own) == 0;
        }
      lasna_counter_add (&tally->counter, rows, n);
    }
}

/* Counts what is in view without filters, then what is in view. */
static void
start_tally (LasnaCrossfilter *self, Tally *tally)
{
  gboolean like_all = _lasna_crossfilter_is_like_all (self, self->verdict);
  LasnaCounter *counter = &tally->counter;

  tally->is_kept = lasna_counter_init (counter, self->selection.columns, tally->raw, tally->part);
  if (!tally->is_kept)
    return;
  count_rows (self, like_all ? NULL : self->all, tally);
  tally->all = counter->counts;
  counter->counts = like_all ? g_memdup2 (tally->all, lasna_counter_get_bytes (counter))
                             : g_malloc0 (lasna_counter_get_bytes (counter));
  if (!like_all)
    count_rows (self, NULL, tally);
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

  if (verdict == NULL)
    return FALSE;
  _lasna_crossfilter_move (self, verdict);
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
          gint change;

          for (guint i = 0; i < n; i++)
            if (pass == 0)
              failing[i] = self->selection.failing[chosen[i]];
            else
              lasna_verdict_judge (self->all, self->selection.columns, chosen[i], 1, &failing[i]);
          change = _lasna_crossfilter_shift (
              self, chosen, 0, n, in ? NULL : failing, in ? failing : NULL);
          *(pass == 0 ? &self->selection.n : &self->n_all) += (guint) change;
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

/* Every tally is touched by an edit. */
static void
touch_all (LasnaCrossfilter *self)
{
  self->owns = 0;
  self->active_before = self->active_after = lasna_verdict_get_dimensions (self->verdict);
  for (guint i = 0; i < self->tallies->len; i++)
    {
      Tally *tally = self->tallies->pdata[i];

      tally->is_touched = tally->is_kept;
      self->owns |= tally->is_kept ? tally->own : 0;
    }
}

static void
change_rows (LasnaCrossfilter *self, LasnaColumns *columns, GArray *rows)
{
  drop_twins (rows);
  touch_all (self);
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
  self->n_all = judge_rows (self, self->all);
  self->selection.n = judge_rows (self, verdict);
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
