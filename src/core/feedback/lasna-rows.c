/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making the raw columns, and the next version of them after an edit.
 */
#include "config.h"

#include "lasna-rows.h"

#include "lasna-row-reader.h"

#include <string.h>

LasnaRows *
lasna_rows_ref (LasnaRows *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
lasna_rows_unref (LasnaRows *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < LASNA_N_RAW; i++)
    {
      lasna_narrow_clear (&self->columns[i]);
      g_clear_pointer (&self->dictionaries[i], lasna_dictionary_unref);
    }
  g_clear_pointer (&self->id_bytes, g_bytes_unref);
  g_clear_pointer (&self->by_id_bytes, g_bytes_unref);
  g_free (self);
}

/**
 * lasna_rows_new:
 *
 * Returns: (transfer full): no rows and no dictionaries, for those who fill them
 */
LasnaRows *
lasna_rows_new (void)
{
  LasnaRows *self = g_new0 (LasnaRows, 1);

  g_atomic_ref_count_init (&self->references);
  return self;
}

/**
 * lasna_rows_set_ids:
 * @ids: (transfer full): of each row
 * @rows_by_id: (transfer full): the rows in the order of ids
 */
void
lasna_rows_set_ids (LasnaRows *self, gint64 *ids, guint32 *rows_by_id)
{
  self->id_bytes = g_bytes_new_take (ids, self->n * sizeof *ids);
  self->ids = g_bytes_get_data (self->id_bytes, NULL);
  self->by_id_bytes = g_bytes_new_take (rows_by_id, self->n * sizeof *rows_by_id);
  self->rows_by_id = g_bytes_get_data (self->by_id_bytes, NULL);
}

/**
 * lasna_dimension_get_raw:
 * @dimension: any but that of words and that of voices
 *
 * Returns: (LasnaRaw): the raw column from which the values of @dimension follow
 */
guint
lasna_dimension_get_raw (LasnaDimension dimension)
{
  if (dimension <= LASNA_DIMENSION_FOLLOW_UP)
    return dimension;
  if (dimension == LASNA_DIMENSION_JOURNEY)
    return LASNA_DIMENSION_STAGE;
  if (dimension == LASNA_DIMENSION_EMOTION || dimension == LASNA_DIMENSION_CLUSTER)
    return LASNA_RAW_FEELINGS;
  if (dimension == LASNA_DIMENSION_PERIOD)
    return LASNA_RAW_DAY;
  return dimension == LASNA_DIMENSION_EXCLUDED ? LASNA_RAW_FLAGS : LASNA_RAW_ANSWERS;
}

/**
 * lasna_rows_get_day:
 *
 * Returns: the Julian day of a row; rows stand in the order of their days
 */
gint32
lasna_rows_get_day (const LasnaRows *self, guint row)
{
  gsize length;
  gint32 day = 1;
  gconstpointer key = lasna_dictionary_get (self->dictionaries[LASNA_RAW_DAY],
                                            lasna_narrow_get (&self->columns[LASNA_RAW_DAY], row),
                                            &length);

  if (length == sizeof day)
    memcpy (&day, key, sizeof day);
  return day;
}

/**
 * lasna_rows_find:
 * @id: of a voice
 * @row: (out): its row
 *
 * Returns: whether the voice is there
 */
gboolean
lasna_rows_find (const LasnaRows *self, gint64 id, guint *row)
{
  guint low = 0;
  guint high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      *row = self->rows_by_id[middle];
      if (self->ids[*row] == id)
        return TRUE;
      if (self->ids[*row] < id)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

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

/**
 * lasna_rows_load:
 * @store: a connection of the calling thread, inside a transaction
 *
 * Returns: (transfer full) (nullable): all voices that count
 */
LasnaRows *
lasna_rows_load (LasnaStore *store, GError **error)
{
  g_autoptr (LasnaRows) self = lasna_rows_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LasnaRowReader) reader = NULL;
  LasnaNarrowing columns[LASNA_N_RAW] = { 0 };
  LasnaRow row;
  LasnaStep step;

  for (guint i = 0; i < LASNA_N_RAW; i++)
    self->dictionaries[i] = lasna_dictionary_new ();
  reader = lasna_row_reader_new_all (store, self->dictionaries, error);
  if (reader == NULL)
    return NULL;
  while ((step = lasna_row_reader_read (reader, &row, error)) == LASNA_STEP_ROW)
    {
      g_array_append_val (ids, row.id);
      for (guint i = 0; i < LASNA_N_RAW; i++)
        lasna_narrowing_add (&columns[i], row.codes[i]);
    }
  if (step == LASNA_STEP_DONE)
    finish (self, columns, ids);
  for (guint i = 0; i < LASNA_N_RAW; i++)
    lasna_narrowing_clear (&columns[i]);
  return step == LASNA_STEP_DONE ? g_steal_pointer (&self) : NULL;
}
