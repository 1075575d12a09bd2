/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading all rows. Many are read in two parts at once, each on a connection and with dictionaries
 * of its own; joined in the order of ids, their codes are those that one reader would have given.
 */
#include "config.h"

#include "lasna-rows.h"

#include "lasna-row-reader.h"
#include "lasna-rows-cache.h"

#include <string.h>

/* The voices of a range of ids. */
typedef struct
{
  LasnaStore *store;
  gint64 first;
  gint64 last;
  LasnaDictionary *dictionaries[LASNA_N_RAW];
  LasnaNarrowing columns[LASNA_N_RAW];
  GArray *ids; /* (element-type gint64) */
  gboolean is_read;
  GError *error;
} Part;

static int
compare_days_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  const gint32 *days = data;
  gint32 one = days[*(const guint32 *) first];
  gint32 other = days[*(const guint32 *) second];

  return one < other ? -1 : one > other;
}

/* For each code of a day, how many rows stand before those of that day. */
static guint32 *
find_starts (const LasnaDictionary *dictionary, const LasnaNarrowing *days)
{
  g_autofree gint32 *values = g_new0 (gint32, dictionary->n);
  g_autofree guint32 *sorted = g_new (guint32, dictionary->n);
  guint32 *starts = g_new0 (guint32, dictionary->n);
  guint32 sum = 0;
  const LasnaNarrow column = { .width = days->width, .data = days->data };

  for (guint code = 0; code < dictionary->n; code++)
    {
      gsize length;
      gconstpointer key = lasna_dictionary_get (dictionary, code, &length);

      memcpy (&values[code], key, MIN (length, sizeof *values));
      sorted[code] = code;
    }
  for (guint row = 0; row < days->n; row++)
    starts[lasna_narrow_get (&column, row)]++;
  g_qsort_with_data (sorted, (int) dictionary->n, sizeof *sorted, compare_days_cb, values);
  for (guint i = 0; i < dictionary->n; i++)
    {
      guint32 n = starts[sorted[i]];

      starts[sorted[i]] = sum;
      sum += n;
    }
  return starts;
}

/* Rows stood in the order of ids. @order says for each row where it stood; what is returned, where
 * each row went.
 */
static guint32 *
sort_by_day (const LasnaDictionary *dictionary, const LasnaNarrowing *days, guint32 **order)
{
  g_autofree guint32 *starts = find_starts (dictionary, days);
  guint32 *places = g_new (guint32, MAX (days->n, 1));
  const LasnaNarrow column = { .width = days->width, .data = days->data };

  *order = g_new (guint32, MAX (days->n, 1));
  for (guint row = 0; row < days->n; row++)
    {
      places[row] = starts[lasna_narrow_get (&column, row)]++;
      (*order)[places[row]] = row;
    }
  return places;
}

static void
finish (LasnaRows *self, LasnaNarrowing *columns, GArray *ids)
{
  g_autofree guint32 *order = NULL;
  guint32 *places =
      sort_by_day (self->dictionaries[LASNA_RAW_DAY], &columns[LASNA_RAW_DAY], &order);
  gint64 *sorted = g_new (gint64, MAX (ids->len, 1));

  self->n = ids->len;
  for (guint row = 0; row < self->n; row++)
    sorted[row] = g_array_index (ids, gint64, order[row]);
  lasna_rows_set_ids (self, sorted, places);
  for (guint i = 0; i < LASNA_N_RAW; i++)
    self->columns[i] = lasna_narrowing_finish (&columns[i], order, self->n);
}

static void
part_init (Part *self, LasnaStore *store, gint64 first, gint64 last)
{
  *self = (Part){ .store = store, .first = first, .last = last };
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < LASNA_N_RAW; i++)
    self->dictionaries[i] = lasna_dictionary_new ();
}

static void
part_clear (Part *self)
{
  for (guint i = 0; i < LASNA_N_RAW; i++)
    {
      g_clear_pointer (&self->dictionaries[i], lasna_dictionary_unref);
      lasna_narrowing_clear (&self->columns[i]);
    }
  g_array_unref (self->ids);
  g_clear_error (&self->error);
}

static gpointer
part_read (gpointer data)
{
  Part *self = data;
  g_autoptr (LasnaRowReader) reader = lasna_row_reader_new_range (
      self->store, self->dictionaries, self->first, self->last, &self->error);
  LasnaStep step = LASNA_STEP_ERROR;
  LasnaRow row;

  while (reader != NULL &&
         (step = lasna_row_reader_read (reader, &row, &self->error)) == LASNA_STEP_ROW)
    {
      g_array_append_val (self->ids, row.id);
      for (guint i = 0; i < LASNA_N_RAW; i++)
        lasna_narrowing_add (&self->columns[i], row.codes[i]);
    }
  self->is_read = step == LASNA_STEP_DONE;
  return NULL;
}

/* Flags are no codes. */
static void
part_append_column (Part *self, const Part *next, guint raw)
{
  const LasnaDictionary *theirs = next->dictionaries[raw];
  const LasnaNarrow column = { .width = next->columns[raw].width, .data = next->columns[raw].data };
  g_autofree guint32 *ours = g_new (guint32, theirs->n);

  for (guint code = 0; code < theirs->n; code++)
    {
      gsize length;
      gconstpointer key = lasna_dictionary_get (theirs, code, &length);

      ours[code] = lasna_dictionary_take (self->dictionaries[raw], key, length);
    }
  for (guint row = 0; row < next->ids->len; row++)
    {
      guint32 number = lasna_narrow_get (&column, row);

      lasna_narrowing_add (&self->columns[raw], raw == LASNA_RAW_FLAGS ? number : ours[number]);
    }
}

/* @next has the ids above those of @self. */
static void
part_append (Part *self, const Part *next)
{
  for (guint i = 0; i < LASNA_N_RAW; i++)
    part_append_column (self, next, i);
  g_array_append_vals (self->ids, next->ids->data, next->ids->len);
}

/* The id that has about as many imported voices below it as above; 0 where there are few. */
static gint64
find_middle (LasnaStore *store)
{
  LasnaStatement *statement =
      lasna_store_prepare (store,
                           "SELECT id, voices, (SELECT sum (voices) FROM batch WHERE undone = 0) "
                           "FROM batch WHERE undone = 0 AND voices > 0 ORDER BY id",
                           NULL);
  gint64 below = 0;
  gint64 middle = 0;

  while (statement != NULL && middle == 0 &&
         lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    {
      gint64 voices = lasna_statement_get_integer (statement, 2);
      gint64 all = lasna_statement_get_integer (statement, 3);

      if (all < LASNA_ROWS_CACHE_LEAST)
        break;
      if (below + voices >= all / 2)
        middle = lasna_statement_get_integer (statement, 1) + all / 2 - below;
      below += voices;
    }
  if (statement != NULL)
    lasna_statement_reset (statement);
  return middle;
}

/* A second connection that sees the same moment of the file; NULL where there is none, as inside a
 * change that is not on the disk yet.
 */
static LasnaStore *
open_beside (LasnaStore *store)
{
  g_autoptr (LasnaStore) side = NULL;

  if (sqlite3_txn_state (lasna_store_get_connection (store), "main") == SQLITE_TXN_WRITE)
    return NULL;
  side = lasna_store_open_side (store, LASNA_STORE_READ_ONLY, NULL);
  if (side == NULL || !lasna_store_execute (side, "BEGIN", NULL) ||
      lasna_rows_cache_get_stamp (side) != lasna_rows_cache_get_stamp (store))
    return NULL;
  lasna_store_set_cancellable (side, lasna_store_get_cancellable (store));
  return g_steal_pointer (&side);
}

static void
read_in_two (Part *part, LasnaStore *beside, gint64 middle)
{
  Part second;
  GThread *thread;

  part_init (&second, beside, middle + 1, part->last);
  part->last = middle;
  thread = g_thread_new ("rows", part_read, &second);
  part_read (part);
  g_thread_join (thread);
  if (part->is_read && second.is_read)
    part_append (part, &second);
  else if (part->is_read)
    {
      part->is_read = FALSE;
      part->error = g_steal_pointer (&second.error);
    }
  part_clear (&second);
}

/**
 * lasna_rows_load:
 * @store: a connection of the calling thread, inside a transaction
 *
 * Returns: (transfer full) (nullable): all voices that count
 */
LasnaRows *
lasna_rows_load (LasnaStore *store, GError **error)
{
  gint64 middle = find_middle (store);
  g_autoptr (LasnaStore) beside = middle != 0 ? open_beside (store) : NULL;
  LasnaRows *self = NULL;
  Part part;

  part_init (&part, store, G_MININT64, G_MAXINT64);
  if (beside != NULL)
    read_in_two (&part, beside, middle);
  else
    part_read (&part);
  if (part.is_read)
    {
      self = lasna_rows_new ();
      for (guint i = 0; i < LASNA_N_RAW; i++)
        self->dictionaries[i] = g_steal_pointer (&part.dictionaries[i]);
      finish (self, part.columns, part.ids);
    }
  else
    g_propagate_error (error, g_steal_pointer (&part.error));
  part_clear (&part);
  return self;
}
