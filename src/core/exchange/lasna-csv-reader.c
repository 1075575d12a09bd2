/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RFC 4180 with the liberties that real files take: any delimiter, any line ending, line breaks
 * and doubled quotation marks inside quoted cells, text after a closing quotation mark, rows of
 * unequal length. Nothing is read by lines.
 */
#include "config.h"

#include "lasna-csv-reader.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* What is looked at, or copied, at once. */
#define WIDTH 16

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
  char delimiters[WIDTH];           /* the same, many times */
  gboolean is_mark[G_MAXUINT8 + 1]; /* whether a byte ends a plain cell */
  const char *next;                 /* what the decoder gave and was not read yet */
  const char *end;
  gboolean ended;
  gboolean after_cr; /* a line feed that follows belongs to the line before */

  State state;
  char *text; /* the cells of the row, each with a NUL */
  gsize n_text;
  gsize text_room;
  gsize *starts; /* where they begin in it */
  const char **cells;
  guint n_cells;
  guint cells_room;
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
  memset (self->delimiters, delimiter, WIDTH);
  self->is_mark[(guint8) delimiter] = self->is_mark['\n'] = self->is_mark['\r'] = TRUE;
  self->text_room = 1024;
  self->text = g_malloc (self->text_room);
  self->cells_room = 32;
  self->starts = g_new (gsize, self->cells_room);
  self->cells = g_new (const char *, self->cells_room);
  return self;
}

void
lasna_csv_reader_free (LasnaCsvReader *self)
{
  lasna_decoder_free (self->decoder);
  g_free (self->text);
  g_free (self->starts);
  g_free (self->cells);
  g_free (self);
}

static void
note_trouble (LasnaCsvReader *self, LasnaRowTrouble trouble)
{
  if (self->row.trouble != LASNA_ROW_SOUND)
    return;
  self->row.trouble = trouble;
  self->row.trouble_column = self->n_cells;
}

static inline void
make_room (LasnaCsvReader *self, gsize length)
{
  if (self->text_room - self->n_text > length)
    return;
  self->text_room = MAX (self->text_room * 2, self->n_text + length + 1);
  self->text = g_realloc (self->text, self->text_room);
}

/* @from: what the decoder gave */
static inline void
append (LasnaCsvReader *self, const char *from, gsize length)
{
  gsize room = LASNA_CELL_MAX - MIN (self->n_text - self->start, LASNA_CELL_MAX);

  if (length > room || self->n_text + length > LASNA_ROW_MAX)
    {
      note_trouble (self, LASNA_ROW_LONG_CELL);
      return;
    }
  make_room (self, MAX (length, WIDTH));

  /* Most cells are short, and a copy of known length is several times as fast; what it copies too
   * much is written over.
   */
  if (length <= WIDTH && self->end - from >= WIDTH)
    memcpy (self->text + self->n_text, from, WIDTH);
  else
    memcpy (self->text + self->n_text, from, length);
  self->n_text += length;
}

static void
end_cell (LasnaCsvReader *self)
{
  self->state = AT_START;
  if (self->n_cells >= LASNA_COLUMNS_MAX)
    {
      note_trouble (self, LASNA_ROW_MANY_CELLS);
      self->n_text = self->start;
      return;
    }
  if (self->n_cells == self->cells_room)
    {
      self->cells_room *= 2;
      self->starts = g_renew (gsize, self->starts, self->cells_room);
      self->cells = g_renew (const char *, self->cells, self->cells_room);
    }
  self->starts[self->n_cells++] = self->start;
  make_room (self, 1);
  self->text[self->n_text++] = '\0';
  self->start = self->n_text;
}

static void
begin_row (LasnaCsvReader *self)
{
  self->state = AT_START;
  self->start = 0;
  self->n_text = 0;
  self->n_cells = 0;
  self->row = (LasnaRow){ .number = self->row.number + 1 };
}

static void
end_row (LasnaCsvReader *self)
{
  end_cell (self);
  for (guint i = 0; i < self->n_cells; i++)
    self->cells[i] = self->text + self->starts[i];
  self->row.cells = self->cells;
  self->row.n_cells = self->n_cells;
}

/* Where a plain cell ends. */
static const char *
find_mark (const LasnaCsvReader *self, const char *at)
{
  const char *end = self->end;

#ifdef __SSE2__
  const __m128i delimiters = _mm_loadu_si128 ((gconstpointer) self->delimiters);

  for (; end - at >= WIDTH; at += WIDTH)
    {
      __m128i bytes = _mm_loadu_si128 ((gconstpointer) at);
      __m128i ends = _mm_or_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\n')),
                                   _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\r')));
      int marks = _mm_movemask_epi8 (_mm_or_si128 (ends, _mm_cmpeq_epi8 (bytes, delimiters)));

      if (marks != 0)
        return at + __builtin_ctz ((guint) marks);
    }
#endif
  while (at < end && !self->is_mark[(guint8) *at])
    at++;
  return at;
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
            append (self, from, 1);
          self->state = QUOTED;
          self->next++;
          continue;
        }
      self->next = find_mark (self, from);
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
          if (self->state == AT_START && self->n_cells == 0)
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
