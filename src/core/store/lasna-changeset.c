/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether bytes are a changeset. SQLite's session extension believes what it is given: lengths that
 * a damaged file makes up lead it in circles or out of its memory. So nothing from a file reaches
 * it before it has been read here. The format: for each table 'T', the number of columns, a flag
 * for each, its name; then for each row the operation, a flag, and the values before, after, or
 * both.
 */
#include "config.h"

#include "lasna-changeset.h"

#include <string.h>

#define MOST_COLUMNS 1000

/* The types of a value. */
enum
{
  VALUE_UNCHANGED,
  VALUE_INTEGER,
  VALUE_NUMBER,
  VALUE_TEXT,
  VALUE_BLOB,
  VALUE_NULL,
};

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  guint32 n_columns; /* of the table that the rows belong to; 0 before the first */
} Reader;

static gboolean
skip (Reader *self, guint64 length)
{
  if ((guint64) (self->end - self->at) < length)
    return FALSE;
  self->at += length;
  return TRUE;
}

/* Seven bits a byte, the highest first; nothing of ours needs more than five bytes. */
static gboolean
read_length (Reader *self, guint64 *length)
{
  *length = 0;
  for (int i = 0; i < 5 && self->at < self->end; i++)
    {
      guint8 byte = *self->at++;

      *length = *length << 7 | (byte & 0x7f);
      if (!(byte & 0x80))
        return *length <= G_MAXINT32;
    }
  return FALSE;
}

static gboolean
read_value (Reader *self, gboolean may_be_unchanged)
{
  guint64 length;

  if (self->at >= self->end)
    return FALSE;
  switch (*self->at++)
    {
    case VALUE_UNCHANGED:
      return may_be_unchanged;
    case VALUE_INTEGER:
    case VALUE_NUMBER:
      return skip (self, 8);
    case VALUE_TEXT:
    case VALUE_BLOB:
      return read_length (self, &length) && skip (self, length);
    case VALUE_NULL:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
read_values (Reader *self, gboolean may_be_unchanged)
{
  for (guint32 i = 0; i < self->n_columns; i++)
    if (!read_value (self, may_be_unchanged))
      return FALSE;
  return self->n_columns > 0;
}

static gboolean
read_table (Reader *self)
{
  guint64 n_columns;
  const guint8 *nul;

  if (!read_length (self, &n_columns) || n_columns == 0 || n_columns > MOST_COLUMNS ||
      !skip (self, n_columns))
    return FALSE;
  nul = memchr (self->at, '\0', (gsize) (self->end - self->at));
  if (nul == NULL)
    return FALSE;
  self->n_columns = (guint32) n_columns;
  self->at = nul + 1;
  return TRUE;
}

/**
 * lasna_changeset_is_sound:
 *
 * Returns: whether @changeset can be read to its end without leaving it
 */
gboolean
lasna_changeset_is_sound (GBytes *changeset)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (changeset, &length);
  Reader reader = { bytes, bytes + length, 0 };

  while (reader.at < reader.end)
    {
      guint8 mark = *reader.at++;
      gboolean sound;

      if (mark == 'T')
        sound = read_table (&reader);
      else if (mark == SQLITE_UPDATE)
        sound = skip (&reader, 1) && read_values (&reader, TRUE) && read_values (&reader, TRUE);
      else
        sound = (mark == SQLITE_INSERT || mark == SQLITE_DELETE) && skip (&reader, 1) &&
                read_values (&reader, FALSE);
      if (!sound)
        return FALSE;
    }
  return TRUE;
}

/**
 * lasna_changeset_scan:
 * @func: called for every row of @changeset
 *
 * Returns: whether @changeset is sound
 */
gboolean
lasna_changeset_scan (GBytes *changeset, LasnaChangesetScan func, gpointer data)
{
  sqlite3_changeset_iter *iterator = NULL;

  if (!lasna_changeset_is_sound (changeset))
    return FALSE;
  if (g_bytes_get_size (changeset) == 0 ||
      sqlite3changeset_start (&iterator,
                              (int) g_bytes_get_size (changeset),
                              (void *) g_bytes_get_data (changeset, NULL)) != SQLITE_OK)
    return TRUE;
  while (sqlite3changeset_next (iterator) == SQLITE_ROW)
    {
      const char *table;
      int n_columns;
      int operation;

      if (sqlite3changeset_op (iterator, &table, &n_columns, &operation, NULL) == SQLITE_OK)
        func (table, iterator, data);
    }
  sqlite3changeset_finalize (iterator);
  return TRUE;
}
