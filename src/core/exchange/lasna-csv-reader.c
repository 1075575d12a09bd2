/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RFC 4180 with the liberties that real files take: any delimiter, any line ending, line breaks
 * and doubled quotation marks inside quoted cells, text after a closing quotation mark, rows of
 * unequal length. Nothing is read by lines.
 */
#include "config.h"

#include "lasna-csv-reader.h"

#include <string.h>

typedef enum
{
  AT_START, /* of a cell */
  PLAIN,    /* inside a cell without quotation marks */
  QUOTED,   /* inside quotation marks */
  AT_QUOTE, /* after a quotation mark that may close */
} State;

struct _LasnaCsvReader
{
  LasnaRowSource source;
  LasnaDecoder *decoder;
  char delimiter;
  const char *next; /* what the decoder gave and was not read yet */
  const char *end;
  gboolean ended;
  gboolean after_cr; /* a line feed that follows belongs to the line before */

  State state;
  GString *text;  /* the cells of the row, each with a NUL */
  GArray *starts; /* where they begin in it (gsize) */
  GPtrArray *cells;
  gsize start; /* of the cell that is being read */
  LasnaRow row;
};

/**
 * lasna_csv_reader_new:
 * @delimiter: the ASCII character between cells
 *
 * Returns: (transfer full) (nullable): a reader of @stream; NULL where @encoding is not known
 */
LasnaCsvReader *
lasna_csv_reader_new (GInputStream *stream, const char *encoding, char delimiter, GError **error)
{
  LasnaDecoder *decoder = lasna_decoder_new (stream, encoding, error);

  if (decoder == NULL)
    return NULL;

  LasnaCsvReader *self = g_new0 (LasnaCsvReader, 1);
  self->decoder = decoder;
  self->delimiter = delimiter;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_ptr_array_new ();
  return self;
}

void
lasna_csv_reader_free (LasnaCsvReader *self)
{
  lasna_decoder_free (self->decoder);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

static void
note_trouble (LasnaCsvReader *self, LasnaRowTrouble trouble)
{
  if (self->row.trouble != LASNA_ROW_SOUND)
    return;
  self->row.trouble = trouble;
  self->row.trouble_column = self->starts->len;
}

static void
append (LasnaCsvReader *self, const char *from, gsize length)
{
  gsize room = LASNA_CELL_MAX - MIN (self->text->len - self->start, LASNA_CELL_MAX);

  if (length > room || self->text->len + length > LASNA_ROW_MAX)
    {
      note_trouble (self, LASNA_ROW_LONG_CELL);
      return;
    }
  g_string_append_len (self->text, from, length);
}

static void
end_cell (LasnaCsvReader *self)
{
  self->state = AT_START;
  if (self->starts->len >= LASNA_COLUMNS_MAX)
    {
      note_trouble (self, LASNA_ROW_MANY_CELLS);
      g_string_truncate (self->text, self->start);
      return;
    }
  g_array_append_val (self->starts, self->start);
  g_string_append_c (self->text, '\0');
  self->start = self->text->len;
}

static void
begin_row (LasnaCsvReader *self)
{
  self->state = AT_START;
  self->start = 0;
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  self->row = (LasnaRow){ .number = self->row.number + 1 };
}

static void
end_row (LasnaCsvReader *self)
{
  end_cell (self);
  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (self->cells, self->text->str + g_array_index (self->starts, gsize, i));
  self->row.cells = (const char *const *) self->cells->pdata;
  self->row.n_cells = self->cells->len;
}

/* Reads what is there up to the end of a row. Returns whether the row is complete. */
static gboolean
read_piece (LasnaCsvReader *self)
{
  while (self->next < self->end)
    {
      const char *from = self->next;

      if (self->state == QUOTED)
        {
          const char *quote = memchr (from, '"', self->end - from);

          self->next = quote != NULL ? quote + 1 : self->end;
          append (self, from, (quote != NULL ? quote : self->end) - from);
          if (quote != NULL)
            self->state = AT_QUOTE;
          continue;
        }
      if (*from == '"' && self->state != PLAIN)
        {
          if (self->state == AT_QUOTE)
            append (self, "\"", 1);
          self->state = QUOTED;
          self->next++;
          continue;
        }
      while (self->next < self->end && *self->next != self->delimiter && *self->next != '\n' &&
             *self->next != '\r')
        self->next++;
      if (self->next > from)
        {
          append (self, from, self->next - from);
          self->state = PLAIN;
        }
      if (self->next == self->end)
        break;
      if (*self->next++ == self->delimiter)
        {
          end_cell (self);
          continue;
        }
      self->after_cr = self->next[-1] == '\r';
      end_row (self);
      return TRUE;
    }
  return FALSE;
}

static gboolean
fill (LasnaCsvReader *self, GCancellable *cancellable, GError **error)
{
  gsize length;

  if (!lasna_decoder_next (self->decoder, &self->next, &length, cancellable, error))
    return FALSE;
  self->end = self->next + length;
  self->ended = length == 0;
  return TRUE;
}

/* Blank lines at the very beginning are no rows, nor is the line by which a spreadsheet is told the
 * delimiter.
 */
static gboolean
is_before_table (LasnaCsvReader *self)
{
  if (self->row.number != 1)
    return FALSE;
  if (self->row.n_cells == 1)
    return *self->row.cells[0] == '\0';
  return self->row.n_cells == 2 && g_ascii_strcasecmp (self->row.cells[0], "sep=") == 0 &&
         *self->row.cells[1] == '\0';
}

/**
 * lasna_csv_reader_next:
 * @row: (out) (transfer none): the next row, or NULL at the end
 *
 * Returns: FALSE where the file could not be read; nothing in it is an error
 */
gboolean
lasna_csv_reader_next (LasnaCsvReader *self,
                       const LasnaRow **row,
                       GCancellable *cancellable,
                       GError **error)
{
  *row = NULL;
  begin_row (self);
  while (TRUE)
    {
      if (self->next == self->end && !self->ended && !fill (self, cancellable, error))
        return FALSE;
      if (self->after_cr && self->next < self->end)
        {
          self->after_cr = FALSE;
          if (*self->next == '\n')
            self->next++;
          continue;
        }
      if (self->ended)
        {
          if (self->state == AT_START && self->starts->len == 0)
            return TRUE;
          if (self->state == QUOTED)
            note_trouble (self, LASNA_ROW_OPEN_QUOTE);
          end_row (self);
          break;
        }
      if (read_piece (self))
        {
          if (!is_before_table (self))
            break;
          self->row.number = 0;
          begin_row (self);
        }
    }
  *row = &self->row;
  return TRUE;
}

guint64
lasna_csv_reader_get_position (LasnaCsvReader *self)
{
  return lasna_decoder_get_position (self->decoder);
}

static void
source_free (LasnaRowSource *source)
{
  lasna_csv_reader_free ((LasnaCsvReader *) source);
}

static gboolean
source_next (LasnaRowSource *source,
             const LasnaRow **row,
             GCancellable *cancellable,
             GError **error)
{
  return lasna_csv_reader_next ((LasnaCsvReader *) source, row, cancellable, error);
}

static guint64
source_get_position (LasnaRowSource *source)
{
  return lasna_csv_reader_get_position ((LasnaCsvReader *) source);
}

/**
 * lasna_csv_reader_to_source:
 * @self: (transfer full)
 *
 * Returns: (transfer full): the reader as a source of rows
 */
LasnaRowSource *
lasna_csv_reader_to_source (LasnaCsvReader *self)
{
  static const LasnaRowSourceClass class = { source_free, source_next, source_get_position };

  self->source.class = &class;
  return &self->source;
}
