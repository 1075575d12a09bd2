/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The version of the rows after an edit: voices that were touched are read again, everything else
 * is shared or copied.
 */
#include "config.h"

#include "lasna-row-reader.h"

#include <string.h>

typedef struct
{
  LasnaRow row;
  guint old;     /* where it stood */
  gboolean was;  /* it stood there */
  gboolean is;   /* it counts now */
  gboolean goes; /* it leaves its place */
  gboolean comes;
} Touched;

typedef struct
{
  const LasnaRows *old;
  GArray *touched;  /* Touched, in the order of ids */
  GPtrArray *comes; /* those that need a place, in the order of days */
  guint32 *order;   /* for each new row its old one, or n of the old and a place in comes */
  guint32 *places;  /* the other way round */
  guint n;
} Change;

static int
compare_ids_cb (gconstpointer first, gconstpointer second)
{
  gint64 one = *(const gint64 *) first;
  gint64 other = *(const gint64 *) second;

  return one < other ? -1 : one > other;
}

static int
compare_days_cb (gconstpointer first, gconstpointer second)
{
  const Touched *one = *(const Touched *const *) first;
  const Touched *other = *(const Touched *const *) second;

  if (one->row.day != other->row.day)
    return one->row.day < other->row.day ? -1 : 1;
  return one->row.id < other->row.id ? -1 : one->row.id > other->row.id;
}

static gboolean
read_touched (Change *change,
              LasnaDictionary **dictionaries,
              LasnaStore *store,
              const gint64 *ids,
              guint n,
              GError **error)
{
  g_autoptr (LasnaRowReader) reader = lasna_row_reader_new_single (store, dictionaries, error);
  g_autofree gint64 *sorted = g_memdup2 (ids, n * sizeof *ids);

  if (reader == NULL)
    return FALSE;
  qsort (sorted, n, sizeof *sorted, compare_ids_cb);
  for (guint i = 0; i < n; i++)
    {
      Touched touched = { .was = FALSE };
      LasnaStep step;

      if (i > 0 && sorted[i] == sorted[i - 1])
        continue;
      if (!lasna_row_reader_find (reader, sorted[i], error))
        return FALSE;
      step = lasna_row_reader_read (reader, &touched.row, error);
      if (step == LASNA_STEP_ERROR)
        return FALSE;
      touched.row.id = sorted[i];
      touched.is = step == LASNA_STEP_ROW;
      touched.was = lasna_rows_find (change->old, sorted[i], &touched.old);
      touched.comes =
          touched.is &&
          (!touched.was || lasna_rows_get_day (change->old, touched.old) != touched.row.day);
      touched.goes = touched.was && (!touched.is || touched.comes);
      g_array_append_val (change->touched, touched);
    }
  return TRUE;
}

/* The first old row that stands after @touched in the order of days and ids. */
static guint
find_place (const LasnaRows *old, const Touched *touched)
{
  guint low = 0;
  guint high = old->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint32 day = lasna_rows_get_day (old, middle);

      if (day < touched->row.day || (day == touched->row.day && old->ids[middle] < touched->row.id))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
make_order (Change *change)
{
  const LasnaRows *old = change->old;
  g_autofree guint8 *goes = g_new0 (guint8, old->n + 1);
  guint next = 0;

  for (guint i = 0; i < change->touched->len; i++)
    {
      Touched *touched = &g_array_index (change->touched, Touched, i);

      if (touched->goes)
        goes[touched->old] = TRUE;
      if (touched->comes)
        g_ptr_array_add (change->comes, touched);
    }
  g_ptr_array_sort (change->comes, compare_days_cb);
  change->order = g_new (guint32, old->n + change->comes->len + 1);
  change->places = g_new (guint32, old->n + change->comes->len + 1);
  for (guint i = 0; i <= change->comes->len; i++)
    {
      guint until = i < change->comes->len ? find_place (old, change->comes->pdata[i]) : old->n;

      for (; next < until; next++)
        if (!goes[next])
          change->order[change->n++] = next;
      if (i < change->comes->len)
        change->order[change->n++] = old->n + i;
    }
  for (guint row = 0; row < change->n; row++)
    change->places[change->order[row]] = row;
}

static int
compare_touched_ids_cb (gconstpointer first, gconstpointer second)
{
  const Touched *one = *(const Touched *const *) first;
  const Touched *other = *(const Touched *const *) second;

  return one->row.id < other->row.id ? -1 : one->row.id > other->row.id;
}

static void
move_ids (LasnaRows *self, const Change *change)
{
  const LasnaRows *old = change->old;
  gint64 *ids = g_new (gint64, change->n + 1);
  guint32 *rows_by_id = g_new (guint32, change->n + 1);
  g_autoptr (GPtrArray) comes = g_ptr_array_copy (change->comes, NULL, NULL);
  g_autofree guint8 *stays = g_new0 (guint8, old->n + 1);
  guint next = 0;
  guint n = 0;

  for (guint row = 0; row < change->n; row++)
    {
      guint32 from = change->order[row];

      if (from < old->n)
        stays[from] = TRUE;
      ids[row] = from < old->n ? old->ids[from]
                               : ((Touched *) change->comes->pdata[from - old->n])->row.id;
    }
  g_ptr_array_sort (comes, compare_touched_ids_cb);
  for (guint i = 0; i <= old->n; i++)
    {
      guint row = i < old->n ? old->rows_by_id[i] : 0;

      for (; next < comes->len; next++)
        {
          const Touched *touched = comes->pdata[next];
          guint place;

          if (i < old->n && touched->row.id > old->ids[row])
            break;
          for (place = 0; change->comes->pdata[place] != touched;)
            place++;
          rows_by_id[n++] = change->places[old->n + place];
        }
      if (i < old->n && stays[row])
        rows_by_id[n++] = change->places[row];
    }
  self->n = change->n;
  lasna_rows_set_ids (self, ids, rows_by_id);
}

static void
move_columns (LasnaRows *self, const Change *change)
{
  const LasnaRows *old = change->old;

  for (guint i = 0; i < LASNA_N_RAW; i++)
    {
      LasnaNarrowing column = lasna_narrow_edit (&old->columns[i], old->n);

      for (guint j = 0; j < change->touched->len; j++)
        {
          const Touched *touched = &g_array_index (change->touched, Touched, j);

          if (touched->is && !touched->comes)
            lasna_narrowing_set (&column, touched->old, touched->row.codes[i]);
        }
      for (guint j = 0; j < change->comes->len; j++)
        lasna_narrowing_add (&column, ((Touched *) change->comes->pdata[j])->row.codes[i]);
      self->columns[i] = lasna_narrowing_finish (&column, change->order, change->n);
    }
}

/* Every row stays where it is. */
static void
edit_columns (LasnaRows *self, const Change *change)
{
  const LasnaRows *old = change->old;

  self->n = old->n;
  self->id_bytes = g_bytes_ref (old->id_bytes);
  self->ids = old->ids;
  self->by_id_bytes = g_bytes_ref (old->by_id_bytes);
  self->rows_by_id = old->rows_by_id;
  for (guint i = 0; i < LASNA_N_RAW; i++)
    {
      LasnaNarrowing column = { 0 };
      gboolean differs = FALSE;

      for (guint j = 0; j < change->touched->len; j++)
        {
          const Touched *touched = &g_array_index (change->touched, Touched, j);

          if (!touched->is ||
              lasna_narrow_get (&old->columns[i], touched->old) == touched->row.codes[i])
            continue;
          if (!differs)
            column = lasna_narrow_edit (&old->columns[i], old->n);
          differs = TRUE;
          lasna_narrowing_set (&column, touched->old, touched->row.codes[i]);
        }
      self->columns[i] = differs ? lasna_narrowing_finish (&column, NULL, old->n)
                                 : lasna_narrow_share (&old->columns[i]);
    }
}

static void
change_clear (Change *change)
{
  g_array_unref (change->touched);
  g_ptr_array_unref (change->comes);
  g_free (change->order);
  g_free (change->places);
}

/**
 * lasna_rows_change:
 * @ids: voices that were added, edited or deleted
 *
 * Returns: (transfer full) (nullable): the rows as they are now
 */
LasnaRows *
lasna_rows_change (LasnaRows *self, LasnaStore *store, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (LasnaRows) rows = lasna_rows_new ();
  Change change = { .old = self,
                    .touched = g_array_new (FALSE, FALSE, sizeof (Touched)),
                    .comes = g_ptr_array_new () };
  gboolean moves = FALSE;
  gboolean read;

  for (guint i = 0; i < LASNA_N_RAW; i++)
    rows->dictionaries[i] = lasna_dictionary_copy (self->dictionaries[i]);
  read = read_touched (&change, rows->dictionaries, store, ids, n, error);
  for (guint i = 0; i < change.touched->len; i++)
    {
      const Touched *touched = &g_array_index (change.touched, Touched, i);

      moves |= touched->goes || touched->comes;
    }
  if (read && moves)
    {
      make_order (&change);
      move_ids (rows, &change);
      move_columns (rows, &change);
    }
  else if (read)
    edit_columns (rows, &change);
  for (guint i = 0; i < LASNA_N_RAW; i++)
    if (rows->dictionaries[i]->n == self->dictionaries[i]->n)
      {
        lasna_dictionary_unref (rows->dictionaries[i]);
        rows->dictionaries[i] = lasna_dictionary_ref (self->dictionaries[i]);
      }
  change_clear (&change);
  return read ? g_steal_pointer (&rows) : NULL;
}
