/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets are streamed; cells and rows stand where their references say.
 */
#include "config.h"

#include "lasna-xlsx-reader.h"

#include "lasna-sheet-rows.h"
#include "lasna-xlsx-book.h"
#include "lasna-zip-xml.h"

#include <string.h>

#define SHEET_LIMIT (G_GUINT64_CONSTANT (16) * 1024 * 1024 * 1024)

typedef struct
{
  LasnaRowSource source;
  LasnaXlsxBook *book;
  LasnaSheetRows *rows;
  LasnaZipXml *sheet;
  guint next_sheet;

  guint64 row;
  guint column;
  gboolean in_row;
  gboolean in_cell;
  gboolean in_value;
  guint in_phonetic;
  char type[12];
  char style[12];
} Reader;

static guint
read_column (const char *reference)
{
  guint column = 0;

  for (const char *c = reference; g_ascii_isalpha (*c) && column <= LASNA_COLUMNS_MAX; c++)
    column = column * 26 + (g_ascii_toupper (*c) - 'A' + 1);
  return column - 1;
}

static void
begin_row (Reader *self, const LasnaXmlElement *element)
{
  char text[24];
  guint64 number = self->row + 1;

  if (lasna_xml_element_copy (element, NULL, "r", text, sizeof text) &&
      (number > LASNA_SHEET_ROWS_MAX ||
       !g_ascii_string_to_unsigned (text, 10, number, LASNA_SHEET_ROWS_MAX, &number, NULL)))
    {
      lasna_zip_xml_refuse (self->sheet);
      return;
    }
  self->row = number;
  self->column = 0;
  self->in_row = TRUE;
  lasna_sheet_rows_begin (self->rows, number);
}

static void
begin_cell (Reader *self, const LasnaXmlElement *element)
{
  char reference[24];

  lasna_xml_element_copy (element, NULL, "t", self->type, sizeof self->type);
  lasna_xml_element_copy (element, NULL, "s", self->style, sizeof self->style);
  if (lasna_xml_element_copy (element, NULL, "r", reference, sizeof reference))
    {
      guint column = read_column (reference);

      if (column < self->column || column >= LASNA_COLUMNS_MAX)
        {
          lasna_zip_xml_refuse (self->sheet);
          return;
        }
      self->column = column;
    }
  self->in_cell = TRUE;
}

static void
start (gpointer data, const LasnaXmlElement *element)
{
  Reader *self = data;
  const char *name = element->name;

  if (strcmp (name, "row") == 0 && !self->in_row)
    begin_row (self, element);
  else if (strcmp (name, "c") == 0 && self->in_row && !self->in_cell)
    begin_cell (self, element);
  else if (strcmp (name, "rPh") == 0)
    self->in_phonetic++;
  else if (self->in_cell && (strcmp (name, "v") == 0 || strcmp (name, "t") == 0))
    self->in_value = TRUE;
}

static void
end_cell (Reader *self)
{
  const char *text = lasna_sheet_rows_get_text (self->rows);
  const char *shared = NULL;
  char shown[64];

  if (*text == '\0')
    ;
  else if (strcmp (self->type, "s") == 0)
    {
      shared = lasna_xlsx_book_get_string (self->book, text);
      if (shared == NULL)
        lasna_zip_xml_refuse (self->sheet);
    }
  else if (strcmp (self->type, "b") == 0)
    lasna_sheet_rows_set_text (
        self->rows, strcmp (text, "0") == 0 || strcmp (text, "false") == 0 ? "FALSE" : "TRUE");
  else if (strcmp (self->type, "e") == 0)
    lasna_sheet_rows_set_text (self->rows, "");
  else if (strcmp (self->type, "str") == 0 || strcmp (self->type, "inlineStr") == 0)
    {
      if (strstr (text, "_x") != NULL)
        {
          g_autoptr (GString) plain = g_string_new (text);

          lasna_xlsx_unescape (plain, 0);
          lasna_sheet_rows_set_text (self->rows, plain->str);
        }
    }
  else if (strcmp (self->type, "d") != 0 &&
           lasna_cell_format_write (lasna_xlsx_book_get_format (self->book, self->style),
                                    text,
                                    self->book->is_1904,
                                    shown,
                                    sizeof shown))
    lasna_sheet_rows_set_text (self->rows, shown);
  lasna_sheet_rows_end_cell (self->rows, self->column, 1, shared);
  self->column++;
  self->in_cell = FALSE;
}

static void
end (gpointer data, const char *name)
{
  Reader *self = data;

  if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    self->in_value = FALSE;
  else if (strcmp (name, "rPh") == 0)
    self->in_phonetic--;
  else if (strcmp (name, "c") == 0 && self->in_cell)
    end_cell (self);
  else if (strcmp (name, "row") == 0 && self->in_row && !self->in_cell)
    {
      self->in_row = FALSE;
      if (!lasna_sheet_rows_end (self->rows, 1))
        lasna_zip_xml_refuse (self->sheet);
    }
}

static void
text (gpointer data, const char *letters, gsize length)
{
  Reader *self = data;

  if (self->in_value && self->in_phonetic == 0)
    lasna_sheet_rows_append (self->rows, letters, length);
}

static gboolean
open_sheet (Reader *self, GCancellable *cancellable, GError **error)
{
  static const LasnaXmlHandler handler = { start, end, text };
  const char *name = self->book->sheets->pdata[self->next_sheet++];

  self->row = 0;
  if (!lasna_zip_xml_open (
          self->book->file, name, SHEET_LIMIT, &handler, self, &self->sheet, cancellable, error))
    return FALSE;
  if (self->sheet == NULL)
    lasna_zip_xml_set_missing (name, error);
  return self->sheet != NULL;
}

static void
reader_free (LasnaRowSource *source)
{
  Reader *self = (Reader *) source;

  g_clear_pointer (&self->sheet, lasna_zip_xml_free);
  lasna_sheet_rows_free (self->rows);
  lasna_xlsx_book_free (self->book);
  g_free (self);
}

static gboolean
reader_next (LasnaRowSource *source,
             const LasnaRow **row,
             GCancellable *cancellable,
             GError **error)
{
  Reader *self = (Reader *) source;

  while (lasna_sheet_rows_next (self->rows, &self->sheet, row, cancellable, error))
    {
      if (*row != NULL || lasna_sheet_rows_have_begun (self->rows) ||
          self->next_sheet >= self->book->sheets->len)
        return TRUE;
      if (!open_sheet (self, cancellable, error))
        return FALSE;
    }
  return FALSE;
}

static guint64
reader_get_position (LasnaRowSource *source)
{
  Reader *self = (Reader *) source;

  return self->sheet != NULL ? lasna_zip_xml_get_position (self->sheet) : 0;
}

/**
 * lasna_xlsx_reader_new:
 *
 * Returns: (transfer full) (nullable): the rows of the first sheet that shows and has any
 */
LasnaRowSource *
lasna_xlsx_reader_new (GFile *file, GCancellable *cancellable, GError **error)
{
  static const LasnaRowSourceClass class = { reader_free, reader_next, reader_get_position };
  LasnaXlsxBook *book = lasna_xlsx_book_new (file, cancellable, error);

  if (book == NULL)
    return NULL;

  Reader *self = g_new0 (Reader, 1);
  self->source.class = &class;
  self->book = book;
  self->rows = lasna_sheet_rows_new ();
  return &self->source;
}
