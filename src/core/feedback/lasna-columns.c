/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows and what they mean, together.
 */
#include "config.h"

#include "lasna-columns.h"

#include "lasna-rows-cache.h"

LasnaColumns *
lasna_columns_ref (LasnaColumns *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
lasna_columns_unref (LasnaColumns *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  lasna_rows_unref (self->rows);
  lasna_meanings_unref (self->meanings);
  g_clear_pointer (&self->buffer, lasna_search_buffer_free);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static LasnaColumns *
columns_new (LasnaRows *rows, LasnaMeanings *meanings)
{
  LasnaColumns *self = g_new0 (LasnaColumns, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->rows = rows;
  self->meanings = meanings;
  self->n = rows->n;
  self->ids = rows->ids;
  self->questions = meanings->questions;
  return self;
}

static LasnaColumns *
load_all (LasnaStore *store, gboolean may_be_cached, GError **error)
{
  gint64 stamp = lasna_rows_cache_get_stamp (store);
  g_autoptr (LasnaRows) rows = may_be_cached ? lasna_rows_cache_read (store) : NULL;
  gboolean is_cached = rows != NULL;
  LasnaMeanings *meanings;
  LasnaColumns *self;

  if (rows == NULL)
    rows = lasna_rows_load (store, error);
  meanings = rows != NULL ? lasna_meanings_load (rows, store, error) : NULL;
  if (meanings == NULL)
    return NULL;
  self = columns_new (g_steal_pointer (&rows), meanings);
  self->stamp = stamp;
  self->is_cached = is_cached;
  return self;
}

/* Inside a transaction that somebody else holds, what is read is of one moment already. */
static gboolean
begin (LasnaStore *store, gboolean *is_ours, GError **error)
{
  *is_ours = sqlite3_get_autocommit (lasna_store_get_connection (store)) != 0;
  return !*is_ours || lasna_store_execute (store, "BEGIN", error);
}

static LasnaColumns *
load (LasnaStore *store, gboolean may_be_cached, GCancellable *cancellable, GError **error)
{
  LasnaColumns *self;
  gboolean is_ours;

  if (!begin (store, &is_ours, error))
    return NULL;
  if (cancellable != NULL)
    lasna_store_set_cancellable (store, cancellable);
  self = load_all (store, may_be_cached, error);
  if (cancellable != NULL)
    lasna_store_set_cancellable (store, NULL);
  if (is_ours)
    lasna_store_execute (store, "COMMIT", NULL);
  return self;
}

/**
 * lasna_columns_load:
 * @store: a connection of the calling thread
 *
 * Returns: (transfer full) (nullable): the voices that count now, all from one moment of the file
 */
LasnaColumns *
lasna_columns_load (LasnaStore *store, GCancellable *cancellable, GError **error)
{
  return load (store, FALSE, cancellable, error);
}

/**
 * lasna_columns_open:
 * @store: a connection of the calling thread
 *
 * Like lasna_columns_load(), but from the column cache where it is of now. The rows themselves are
 * to be looked at afterwards.
 *
 * Returns: (transfer full) (nullable): the voices
 */
LasnaColumns *
lasna_columns_open (LasnaStore *store, GCancellable *cancellable, GError **error)
{
  return load (store, TRUE, cancellable, error);
}

static void
change_buffer (
    LasnaColumns *self, LasnaColumns *next, LasnaStore *store, const gint64 *voices, guint n)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->buffer != NULL)
    next->buffer = lasna_search_buffer_change (self->buffer, next->rows, store, voices, n);
}

/* One change takes the stamp one further at most; where it is further, somebody else has written
 * what these columns do not know yet.
 */
static gint64
find_stamp (const LasnaColumns *self, LasnaStore *store)
{
  gint64 now = lasna_rows_cache_get_stamp (store);

  return self->stamp >= 0 && now - self->stamp <= 1 ? now : -1;
}

static LasnaColumns *
change_all (LasnaColumns *self,
            LasnaStore *store,
            const gint64 *voices,
            guint n,
            gboolean meanings,
            GError **error)
{
  g_autoptr (LasnaRows) rows =
      n > 0 ? lasna_rows_change (self->rows, store, voices, n, error) : lasna_rows_ref (self->rows);
  LasnaMeanings *means;
  LasnaColumns *next;

  if (rows == NULL)
    return NULL;

  /* Meanings are tables over the dictionaries. */
  for (guint i = 0; i < LASNA_N_RAW; i++)
    meanings |= rows->dictionaries[i] != self->rows->dictionaries[i];
  means = meanings ? lasna_meanings_load (rows, store, error) : lasna_meanings_ref (self->meanings);
  if (means == NULL)
    return NULL;
  next = columns_new (g_steal_pointer (&rows), means);
  next->stamp = find_stamp (self, store);
  next->is_cached = self->is_cached;
  change_buffer (self, next, store, voices, n);
  return next;
}

/**
 * lasna_columns_change:
 * @store: a connection of the calling thread
 * @voices: ids of voices that were added, edited or deleted
 * @meanings: whether labels, places, questions or emotions changed
 *
 * Takes far less time than loading, where few voices changed.
 *
 * Returns: (transfer full) (nullable): the next version of @self
 */
LasnaColumns *
lasna_columns_change (LasnaColumns *self,
                      LasnaStore *store,
                      const gint64 *voices,
                      guint n,
                      gboolean meanings,
                      GError **error)
{
  LasnaColumns *next;
  gboolean is_ours;

  if (!begin (store, &is_ours, error))
    return NULL;
  next = change_all (self, store, voices, n, meanings, error);
  if (is_ours)
    lasna_store_execute (store, "COMMIT", NULL);
  return next;
}

/**
 * lasna_columns_get_value:
 *
 * Returns: (transfer none) (nullable): what @code stands for; code 0 is "not known"
 */
const LasnaValue *
lasna_columns_get_value (const LasnaColumns *self, LasnaDimension dimension, guint code)
{
  return lasna_meanings_get_value (self->meanings, dimension, code);
}

/**
 * lasna_columns_get_n_values:
 *
 * Returns: how many codes there are, with that for "not known"
 */
guint
lasna_columns_get_n_values (const LasnaColumns *self, LasnaDimension dimension)
{
  g_return_val_if_fail (dimension < G_N_ELEMENTS (self->meanings->values), 0);
  return self->meanings->values[dimension]->len;
}

/**
 * lasna_columns_find_record:
 *
 * Returns: the code of a record; 0 for none
 */
guint
lasna_columns_find_record (const LasnaColumns *self, LasnaDimension dimension, gint64 record)
{
  return lasna_meanings_find_record (self->meanings, dimension, record);
}

/**
 * lasna_columns_find_code:
 *
 * Returns: the code of a term or an id of the catalogue; 0 for none
 */
guint
lasna_columns_find_code (const LasnaColumns *self, LasnaDimension dimension, const char *code)
{
  return lasna_meanings_find_code (self->meanings, dimension, code);
}

/**
 * lasna_columns_find_row:
 * @id: of a voice
 * @row: (out): its row
 *
 * Returns: whether the voice is there
 */
gboolean
lasna_columns_find_row (const LasnaColumns *self, gint64 id, guint *row)
{
  return lasna_rows_find (self->rows, id, row);
}

/**
 * lasna_columns_get_feeling:
 *
 * Returns: the feeling of a voice, -1 to +1; 0 where it felt nothing; NAN where it is not known
 */
double
lasna_columns_get_feeling (const LasnaColumns *self, guint row)
{
  return lasna_meanings_get_feeling (self->meanings,
                                     lasna_columns_get_raw (self, LASNA_RAW_FEELINGS, row));
}

static void
add_code (GArray *codes, guint code)
{
  for (guint i = 0; i < codes->len; i++)
    if (g_array_index (codes, guint, i) == code)
      return;
  g_array_append_val (codes, code);
}

/**
 * lasna_columns_list_codes:
 * @dimension: one with values: places, terms, emotions or clusters
 * @raw: a code of its raw column
 * @codes: (element-type guint): replaced by the codes of @dimension that voices with @raw count
 *   under. Voices with several emotions count under each, once under each of their clusters.
 */
void
lasna_columns_list_codes (const LasnaColumns *self,
                          LasnaDimension dimension,
                          guint32 raw,
                          GArray *codes)
{
  const LasnaMeanings *meanings = self->meanings;

  g_array_set_size (codes, 0);
  if (dimension < LASNA_N_COLUMNS)
    {
      add_code (codes, meanings->codes[dimension][raw]);
      return;
    }
  for (guint32 i = meanings->emotion_starts[raw]; i < meanings->emotion_starts[raw + 1]; i++)
    {
      guint code = meanings->emotions[i].code;
      const LasnaValue *emotion = lasna_columns_get_value (self, LASNA_DIMENSION_EMOTION, code);

      if (dimension == LASNA_DIMENSION_CLUSTER)
        add_code (codes, emotion->cluster_code);
      else
        g_array_append_val (codes, code);
    }
  if (codes->len == 0)
    add_code (codes,
              dimension == LASNA_DIMENSION_EMOTION &&
                      (meanings->feelings[raw].flags & LASNA_ROW_NO_FEELING)
                  ? LASNA_EMOTION_NONE
                  : 0);
}

/**
 * lasna_columns_spread:
 * @dimension: one with values: places, terms, emotions or clusters
 * @sums: how many voices there are of each raw code
 *
 * Returns: (transfer full): how many there are of each value
 */
guint *
lasna_columns_spread (const LasnaColumns *self, LasnaDimension dimension, const guint *sums)
{
  guint n = self->rows->dictionaries[lasna_dimension_get_raw (dimension)]->n;
  guint *counts = g_new0 (guint, lasna_columns_get_n_values (self, dimension));
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint raw = 0; raw < n; raw++)
    if (sums[raw] > 0)
      {
        lasna_columns_list_codes (self, dimension, raw, codes);
        for (guint i = 0; i < codes->len; i++)
          counts[g_array_index (codes, guint, i)] += sums[raw];
      }
  return counts;
}

/**
 * lasna_columns_get_bytes:
 * @words: (out): how much the words of the voices take beside it, where they are loaded
 *
 * Returns: how much memory the columns take
 */
gsize
lasna_columns_get_bytes (LasnaColumns *self, gsize *words)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gsize width = sizeof *self->ids + sizeof *self->rows->rows_by_id;

  for (guint i = 0; i < LASNA_N_RAW; i++)
    width += self->rows->columns[i].width;
  *words = self->buffer != NULL ? lasna_search_buffer_get_bytes (self->buffer) : 0;
  return width * self->n;
}

/**
 * lasna_columns_get_buffer:
 * @store: a connection of the calling thread
 *
 * Reads the words of all voices, folded for searching, once.
 *
 * Returns: (transfer none) (nullable): the buffer
 */
const LasnaSearchBuffer *
lasna_columns_get_buffer (LasnaColumns *self, LasnaStore *store, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->buffer == NULL)
    self->buffer = lasna_search_buffer_load (self->rows, store, error);
  return self->buffer;
}

/**
 * lasna_columns_has_buffer:
 *
 * Returns: whether lasna_columns_get_buffer() gives the words at once; not while a thread reads
 * them
 */
gboolean
lasna_columns_has_buffer (LasnaColumns *self)
{
  gboolean has_buffer;

  if (!g_mutex_trylock (&self->lock))
    return FALSE;
  has_buffer = self->buffer != NULL;
  g_mutex_unlock (&self->lock);
  return has_buffer;
}
