/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sample of a file and the delimiter that fits all of it.
 */
#include "config.h"

#include "lasna-sample.h"

#include "lasna-csv-reader.h"
#include "lasna-fold.h"
#include "lasna-number-reader.h"

#include <string.h>

#define SAMPLE_SIZE (256 * 1024)
#define SAMPLE_ROWS 500

static const char delimiters[] = { ',', ';', '\t', '|' };

/**
 * lasna_sample_read_text:
 *
 * Returns: (transfer full) (nullable): the beginning of the file as UTF-8, cut after a line where
 *   it is long
 */
GBytes *
lasna_sample_read_text (GInputStream *stream,
                        const char *encoding,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (LasnaDecoder) decoder = lasna_decoder_new (stream, encoding, error);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *piece;
  gsize length;

  if (decoder == NULL)
    return NULL;
  do
    {
      if (!lasna_decoder_next (decoder, &piece, &length, cancellable, error))
        return NULL;
      g_string_append_len (text, piece, length);
    }
  while (length > 0 && text->len < SAMPLE_SIZE);

  if (length > 0)
    {
      const char *line_end = strrchr (text->str, '\n');

      if (line_end != NULL)
        g_string_truncate (text, line_end + 1 - text->str);
    }
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* How well a delimiter fits: the share of rows that have the most common number of cells, more
 * where the cells are many and much less where the header has another number.
 */
static double
judge (GBytes *text, char delimiter)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (text);
  g_autoptr (LasnaCsvReader) reader = lasna_csv_reader_new (stream, "utf-8", delimiter, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint n_header = 0;
  guint n_cells = 0;
  guint n_rows = 0;
  guint most = 0;
  const LasnaRow *row;

  while (lasna_csv_reader_next (reader, &row, NULL, NULL) && row != NULL)
    {
      guint count;

      if (lasna_row_is_blank (row))
        continue;
      if (n_rows++ == 0)
        n_header = row->n_cells;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (row->n_cells))) + 1;
      g_hash_table_insert (counts, GUINT_TO_POINTER (row->n_cells), GUINT_TO_POINTER (count));
      if (count > most || (count == most && row->n_cells > n_cells))
        {
          most = count;
          n_cells = row->n_cells;
        }
    }
  if (n_cells < 2)
    return 0;
  return (double) most / n_rows * (1 - 1.0 / n_cells) * (n_header == n_cells ? 1 : 0.2);
}

static char
delimiter_line (GBytes *text)
{
  gsize length;
  const char *start = g_bytes_get_data (text, &length);

  if (length > 5 && g_ascii_strncasecmp (start, "sep=", 4) == 0 &&
      (start[5] == '\n' || start[5] == '\r') && memchr (delimiters, start[4], sizeof delimiters))
    return start[4];
  return '\0';
}

/**
 * lasna_sample_guess_delimiter:
 * @choices: (out) (transfer full) (element-type utf8): the delimiters that fit equally well, where
 *   the sample does not decide
 *
 * Returns: the delimiter that gives the rows one number of cells; a comma for a file of one column
 */
char
lasna_sample_guess_delimiter (GBytes *text, GPtrArray **choices)
{
  char best = delimiter_line (text);
  double best_fit = 0;
  g_autoptr (GPtrArray) equal = g_ptr_array_new_with_free_func (g_free);

  *choices = NULL;
  if (best != '\0')
    return best;

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      double fit = judge (text, delimiters[i]);

      if (fit <= 0 || fit < best_fit)
        continue;
      if (fit > best_fit)
        {
          best = delimiters[i];
          best_fit = fit;
          g_ptr_array_set_size (equal, 0);
        }
      g_ptr_array_add (equal, g_strndup (&delimiters[i], 1));
    }
  if (equal->len > 1)
    *choices = g_steal_pointer (&equal);
  return best != '\0' ? best : ',';
}

/**
 * lasna_sample_new_from_rows:
 *
 * Returns: (transfer full) (nullable): the first rows of @source; NULL where they cannot be read
 */
LasnaSample *
lasna_sample_new_from_rows (LasnaRowSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (LasnaSample) self = g_new0 (LasnaSample, 1);
  const LasnaRow *row;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  while (self->rows->len < SAMPLE_ROWS)
    {
      GPtrArray *cells;

      if (!lasna_row_source_next (source, &row, cancellable, error))
        return NULL;
      if (row == NULL)
        break;
      cells = g_ptr_array_new_full (row->n_cells, g_free);
      for (guint i = 0; i < row->n_cells; i++)
        g_ptr_array_add (cells, g_strdup (row->cells[i]));
      self->width = MAX (self->width, row->n_cells);
      g_ptr_array_add (self->rows, cells);
    }
  return g_steal_pointer (&self);
}

/**
 * lasna_sample_new:
 *
 * Returns: (transfer full): the first rows of @text
 */
LasnaSample *
lasna_sample_new (GBytes *text, char delimiter)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (text);
  g_autoptr (LasnaRowSource) source =
      lasna_csv_reader_to_source (lasna_csv_reader_new (stream, "utf-8", delimiter, NULL));

  return lasna_sample_new_from_rows (source, NULL, NULL);
}

void
lasna_sample_free (LasnaSample *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * lasna_sample_get:
 *
 * Returns: (transfer none): a cell; "" where there is none
 */
const char *
lasna_sample_get (const LasnaSample *self, guint row, guint column)
{
  const GPtrArray *cells;

  if (row >= self->rows->len)
    return "";
  cells = self->rows->pdata[row];
  return column < cells->len ? cells->pdata[column] : "";
}

char *
lasna_sample_dup_folded (const LasnaSample *self, guint row, guint column)
{
  return lasna_fold (lasna_sample_get (self, row, column));
}

/**
 * lasna_sample_find:
 * @folded: folded texts with bars between them
 * @column: (out) (optional): where one of them stands
 *
 * Returns: whether a cell of @row says one of @folded
 */
gboolean
lasna_sample_find (const LasnaSample *self, guint row, const char *folded, guint *column)
{
  for (guint i = 0; i < self->width; i++)
    {
      g_autofree char *cell = lasna_sample_dup_folded (self, row, i);

      if (lasna_fold_is_listed (cell, folded))
        {
          if (column != NULL)
            *column = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * lasna_sample_column_is:
 * @first_row: under the headers
 *
 * Returns: whether the column has filled cells and @test holds for all of them
 */
gboolean
lasna_sample_column_is (const LasnaSample *self,
                        guint first_row,
                        guint column,
                        gboolean (*test) (const char *cell))
{
  guint n_filled = 0;

  for (guint row = first_row; row < self->rows->len; row++)
    {
      const char *cell = lasna_sample_get (self, row, column);

      if (lasna_cell_is_missing (cell))
        continue;
      if (!test (cell))
        return FALSE;
      n_filled++;
    }
  return n_filled > 0;
}
