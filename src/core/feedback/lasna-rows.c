/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be asked of rows.
 */
#include "config.h"

#include "lasna-rows.h"

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
