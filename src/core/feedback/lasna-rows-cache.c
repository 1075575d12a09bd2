/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each column and dictionary is a piece of its own, written in a transaction of its own, so that
 * nobody waits long. Pieces that are not all of the stamp of now, or not sound, are no cache.
 */
#include "config.h"

#include "lasna-rows-cache.h"

#include <string.h>

/* What the numbers are like; grows when the pieces change. */
#define FORMAT (2 * 10000 + G_BYTE_ORDER)

enum
{
  PIECE_IDS,
  PIECE_ROWS_BY_ID,
  PIECE_FIRST, /* column, dictionary, column, dictionary ... */
};

#define N_PIECES (PIECE_FIRST + 2 * LASNA_N_RAW)

typedef struct
{
  guint width;
  GBytes *bytes;
} Piece;

/**
 * lasna_rows_cache_get_stamp:
 *
 * Returns: the stamp of the feedback as the transaction of @store sees it; -1 where it has none
 */
gint64
lasna_rows_cache_get_stamp (LasnaStore *store)
{
  LasnaStatement *statement =
      lasna_store_prepare (store, "SELECT stamp FROM feedback_stamp WHERE id = 1", NULL);
  gint64 stamp = -1;

  if (statement == NULL)
    return -1;
  if (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    stamp = lasna_statement_get_integer (statement, 1);
  lasna_statement_reset (statement);
  return stamp;
}

static void
clear_pieces (Piece *pieces)
{
  for (guint i = 0; i < N_PIECES; i++)
    g_clear_pointer (&pieces[i].bytes, g_bytes_unref);
}

static gboolean
read_widths (LasnaStore *store, Piece *pieces)
{
  LasnaStatement *statement = lasna_store_prepare (
      store,
      "SELECT id, width FROM feedback_cache "
      "WHERE stamp = (SELECT stamp FROM feedback_stamp) AND id >= 0 AND id < ?1 ORDER BY id",
      NULL);
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, N_PIECES);
  for (; lasna_statement_step (statement, NULL) == LASNA_STEP_ROW; n++)
    pieces[lasna_statement_get_integer (statement, 1)].width =
        (guint) lasna_statement_get_integer (statement, 2);
  lasna_statement_reset (statement);
  return n == N_PIECES && pieces[PIECE_IDS].width == FORMAT;
}

static GBytes *
read_bytes (sqlite3_blob *blob)
{
  int length = sqlite3_blob_bytes (blob);
  g_autofree guint8 *bytes = g_try_malloc (MAX (length, 1));

  if (bytes == NULL || sqlite3_blob_read (blob, bytes, length, 0) != SQLITE_OK)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}

/* Straight into the memory of the columns: a statement would make a copy first, which takes as long
 * as reading.
 */
static gboolean
read_pieces (LasnaStore *store, Piece *pieces)
{
  sqlite3_blob *blob = NULL;
  gboolean is_read =
      read_widths (store, pieces) && sqlite3_blob_open (lasna_store_get_connection (store),
                                                        "main",
                                                        "feedback_cache",
                                                        "bytes",
                                                        PIECE_IDS,
                                                        0,
                                                        &blob) == SQLITE_OK;

  for (guint i = 0; is_read && i < N_PIECES; i++)
    is_read = (i == PIECE_IDS || sqlite3_blob_reopen (blob, i) == SQLITE_OK) &&
              (pieces[i].bytes = read_bytes (blob)) != NULL;
  sqlite3_blob_close (blob);
  return is_read;
}

static GBytes *
pack_dictionary (const LasnaDictionary *dictionary)
{
  gsize length = dictionary->starts->len * sizeof (guint32) + dictionary->bytes->len;
  guint8 *packed = g_malloc (length);

  memcpy (packed, dictionary->starts->data, dictionary->starts->len * sizeof (guint32));
  memcpy (packed + dictionary->starts->len * sizeof (guint32),
          dictionary->bytes->data,
          dictionary->bytes->len);
  return g_bytes_new_take (packed, length);
}

/* @width is the number of keys. */
static LasnaDictionary *
unpack_dictionary (const Piece *piece)
{
  g_autoptr (LasnaDictionary) dictionary = lasna_dictionary_new ();
  gsize size;
  const guint8 *packed = g_bytes_get_data (piece->bytes, &size);
  gsize n = piece->width;
  g_autofree guint32 *starts = NULL;

  if (n == 0 || size / sizeof (guint32) < n + 1)
    return NULL;
  starts = g_memdup2 (packed, (n + 1) * sizeof *starts);
  packed += (n + 1) * sizeof *starts;
  size -= (n + 1) * sizeof *starts;
  for (gsize code = 0; code < n; code++)
    if (starts[code + 1] < starts[code] || starts[code + 1] > size ||
        lasna_dictionary_take (
            dictionary, packed + starts[code], starts[code + 1] - starts[code]) != code)
      return NULL;
  return g_steal_pointer (&dictionary);
}

#define FIND_MOST(type)                                                                            \
  do                                                                                               \
    {                                                                                              \
      const type *numbers = column->data;                                                          \
      type highest = 0;                                                                            \
                                                                                                   \
      for (guint row = 0; row < n; row++)                                                          \
        highest = MAX (highest, numbers[row]);                                                     \
      most = highest;                                                                              \
    }                                                                                              \
  while (0)

static gboolean
are_within (const LasnaNarrow *column, guint n, guint limit)
{
  guint32 most = 0;

  if (column->width == 1)
    FIND_MOST (guint8);
  else if (column->width == 2)
    FIND_MOST (guint16);
  else if (column->width == 4)
    FIND_MOST (guint32);
  return most < limit;
}

static gboolean
take_column (LasnaRows *rows, guint raw, const Piece *column, const Piece *dictionary)
{
  guint limit;

  if (column->width > 4 || column->width == 3 ||
      g_bytes_get_size (column->bytes) != (gsize) rows->n * column->width)
    return FALSE;
  if (column->width > 0)
    rows->columns[raw] = lasna_narrow_take (column->width, g_bytes_ref (column->bytes));
  rows->dictionaries[raw] = unpack_dictionary (dictionary);
  if (rows->dictionaries[raw] == NULL)
    return FALSE;
  limit = raw == LASNA_RAW_FLAGS ? G_MAXUINT8 + 1 : rows->dictionaries[raw]->n;
  return are_within (&rows->columns[raw], rows->n, limit);
}

/* Ids and days must stand in order, for they are searched by halves. */
static gboolean
is_in_order (const LasnaRows *rows)
{
  const LasnaNarrow *days = &rows->columns[LASNA_RAW_DAY];
  gint64 id = G_MININT64;
  gint32 day = G_MININT32;

  for (guint i = 0; i < rows->n; i++)
    {
      guint32 row = rows->rows_by_id[i];

      if (row >= rows->n || (i > 0 && rows->ids[row] <= id))
        return FALSE;
      id = rows->ids[row];
    }
  for (guint row = 0; row < rows->n; row = lasna_narrow_find_end (days, row, rows->n))
    {
      if (lasna_rows_get_day (rows, row) < day)
        return FALSE;
      day = lasna_rows_get_day (rows, row);
    }
  return TRUE;
}

static LasnaRows *
take_pieces (const Piece *pieces)
{
  g_autoptr (LasnaRows) rows = lasna_rows_new ();
  gsize size = g_bytes_get_size (pieces[PIECE_IDS].bytes);

  if (size % sizeof *rows->ids != 0 || size / sizeof *rows->ids > G_MAXUINT32 - 1 ||
      g_bytes_get_size (pieces[PIECE_ROWS_BY_ID].bytes) !=
          size / sizeof *rows->ids * sizeof *rows->rows_by_id)
    return NULL;
  rows->n = (guint) (size / sizeof *rows->ids);
  rows->id_bytes = g_bytes_ref (pieces[PIECE_IDS].bytes);
  rows->ids = g_bytes_get_data (rows->id_bytes, NULL);
  rows->by_id_bytes = g_bytes_ref (pieces[PIECE_ROWS_BY_ID].bytes);
  rows->rows_by_id = g_bytes_get_data (rows->by_id_bytes, NULL);
  for (guint i = 0; i < LASNA_N_RAW; i++)
    if (!take_column (rows, i, &pieces[PIECE_FIRST + 2 * i], &pieces[PIECE_FIRST + 2 * i + 1]))
      return NULL;
  return is_in_order (rows) ? g_steal_pointer (&rows) : NULL;
}

/**
 * lasna_rows_cache_read:
 * @store: a connection of the calling thread, inside a transaction
 *
 * Returns: (transfer full) (nullable): the rows as they were at the stamp of now; NULL where they
 * are not kept, or not soundly
 */
LasnaRows *
lasna_rows_cache_read (LasnaStore *store)
{
  Piece pieces[N_PIECES] = { 0 };
  LasnaRows *rows = read_pieces (store, pieces) ? take_pieces (pieces) : NULL;

  clear_pieces (pieces);
  return rows;
}

static void
fill_pieces (const LasnaRows *rows, Piece *pieces)
{
  pieces[PIECE_IDS] = (Piece){ FORMAT, g_bytes_ref (rows->id_bytes) };
  pieces[PIECE_ROWS_BY_ID] = (Piece){ sizeof *rows->rows_by_id, g_bytes_ref (rows->by_id_bytes) };
  for (guint i = 0; i < LASNA_N_RAW; i++)
    {
      const LasnaNarrow *column = &rows->columns[i];

      pieces[PIECE_FIRST + 2 * i] =
          (Piece){ column->width,
                   column->bytes != NULL ? g_bytes_ref (column->bytes) : g_bytes_new (NULL, 0) };
      pieces[PIECE_FIRST + 2 * i + 1] =
          (Piece){ rows->dictionaries[i]->n, pack_dictionary (rows->dictionaries[i]) };
    }
}

static gboolean
write_piece (LasnaStore *store, guint i, const Piece *piece, gint64 stamp, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (
      store,
      "INSERT OR REPLACE INTO feedback_cache (id, stamp, width, bytes) VALUES (?1, ?2, ?3, ?4)",
      error);
  gconstpointer bytes;
  gsize length;

  if (statement == NULL)
    return FALSE;
  bytes = g_bytes_get_data (piece->bytes, &length);
  lasna_statement_bind_integer (statement, 1, i);
  lasna_statement_bind_integer (statement, 2, stamp);
  lasna_statement_bind_integer (statement, 3, piece->width);
  lasna_statement_bind_bytes (statement, 4, length > 0 ? bytes : "", length);
  return lasna_statement_run (statement, error);
}

/**
 * lasna_rows_cache_write:
 * @stamp: that of the moment at which @rows were read
 * @store: a connection of the calling thread for bulk work
 *
 * Returns: whether the rows are kept
 */
gboolean
lasna_rows_cache_write (const LasnaRows *rows,
                        gint64 stamp,
                        LasnaStore *store,
                        GCancellable *cancellable,
                        GError **error)
{
  Piece pieces[N_PIECES] = { 0 };
  gboolean written = lasna_store_begin (store, error);

  fill_pieces (rows, pieces);
  for (guint i = 0; written && i < N_PIECES; i++)
    written = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
              write_piece (store, i, &pieces[i], stamp, error) &&
              lasna_store_give_way (store, error);
  clear_pieces (pieces);
  if (written)
    return lasna_store_commit (store, error);
  lasna_store_roll_back (store);
  return FALSE;
}

/* Codes may be others, for they are given in the order in which keys come. */
static gboolean
is_same_column (const LasnaRows *self, const LasnaRows *other, guint raw)
{
  const LasnaDictionary *ours = self->dictionaries[raw];
  g_autoptr (LasnaDictionary) theirs = lasna_dictionary_copy (other->dictionaries[raw]);
  g_autofree guint32 *codes = g_new (guint32, ours->n);

  for (guint code = 0; code < ours->n; code++)
    {
      gsize length;
      gconstpointer key = lasna_dictionary_get (ours, code, &length);

      codes[code] = lasna_dictionary_take (theirs, key, length);
    }
  for (guint row = 0; row < self->n; row++)
    {
      guint32 number = lasna_narrow_get (&self->columns[raw], row);

      if (lasna_narrow_get (&other->columns[raw], row) !=
          (raw == LASNA_RAW_FLAGS ? number : codes[number]))
        return FALSE;
    }
  return TRUE;
}

/**
 * lasna_rows_equal:
 *
 * Returns: whether both say the same of the same voices
 */
gboolean
lasna_rows_equal (const LasnaRows *self, const LasnaRows *other)
{
  gboolean equal = self->n == other->n && g_bytes_equal (self->id_bytes, other->id_bytes) &&
                   g_bytes_equal (self->by_id_bytes, other->by_id_bytes);

  for (guint i = 0; equal && i < LASNA_N_RAW; i++)
    equal = is_same_column (self, other, i);
  return equal;
}
