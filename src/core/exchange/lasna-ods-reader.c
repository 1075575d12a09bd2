/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * OpenDocument 1.3, part 3, chapter 9. A cell has a value and the text that shows it; the value
 * counts, but for texts. Cells and rows that repeat are held once.
 */
#include "config.h"

#include "lasna-ods-reader.h"

#include "lasna-cell-format.h"
#include "lasna-sheet-rows.h"
#include "lasna-zip-xml.h"

#include <stdio.h>
#include <string.h>

#define CONTENT "content.xml"
#define CONTENT_LIMIT (G_GUINT64_CONSTANT (16) * 1024 * 1024 * 1024)
#define SPACES_MAX 1000
#define STYLES_MAX 10000

typedef struct
{
  LasnaRowSource source;
  LasnaSheetRows *rows;
  LasnaZipXml *content; /* NULL at its end */

  GHashTable *hidden; /* styles of tables that do not show */
  char *style;        /* of tables, that is being read; nullable */

  gboolean is_over; /* a table with rows has ended */
  guint in_table;
  gboolean is_hidden; /* the table */
  gboolean in_row;
  gboolean in_cell;
  guint in_aside; /* depth in notes, pictures and readings, which are no text of the cell */
  guint in_paragraph;
  guint n_paragraphs;
  gboolean has_value;
  guint64 row;
  guint64 row_repeat;
  guint64 column;
  guint64 cell_repeat;
} Reader;

static const char *const asides[] = { "annotation", "frame", "custom-shape", "ruby-text", NULL };

/* What a type of value is written in. */
static const struct
{
  const char *type;
  const char *attribute;
} values[] = {
  { "float", "value" },         { "percentage", "value" }, { "currency", "value" },
  { "date", "date-value" },     { "time", "time-value" },  { "boolean", "boolean-value" },
  { "string", "string-value" },
};

/* How often, and nonsense counts as more than there can be. */
static guint64
read_repeat (const LasnaXmlElement *element, const char *space, const char *name, guint64 unset)
{
  char text[24];
  guint64 number = unset;

  if (lasna_xml_element_copy (element, space, name, text, sizeof text) &&
      !g_ascii_string_to_unsigned (text, 10, 1, LASNA_SHEET_ROWS_MAX, &number, NULL))
    return LASNA_SHEET_ROWS_MAX + 1;
  return number;
}

static void
set_value (Reader *self, const char *type, const char *value)
{
  char shown[64];

  self->has_value = TRUE;
  if (strcmp (type, "boolean") == 0)
    value = strcmp (value, "true") == 0 ? "TRUE" : "FALSE";
  else if (strcmp (type, "time") == 0)
    {
      int hours;
      int minutes;
      int seconds;

      if (sscanf (value, "PT%9dH%9dM%9dS", &hours, &minutes, &seconds) == 3)
        {
          g_snprintf (shown, sizeof shown, "%02d:%02d:%02d", hours, minutes, seconds);
          value = shown;
        }
    }
  else if (strcmp (type, "date") != 0 && strcmp (type, "string") != 0 &&
           lasna_cell_format_write (LASNA_CELL_NUMBER, value, FALSE, shown, sizeof shown))
    value = shown;
  lasna_sheet_rows_set_text (self->rows, value);
}

static void
begin_cell (Reader *self, const LasnaXmlElement *element)
{
  char type[16];

  self->in_cell = TRUE;
  self->in_aside = self->in_paragraph = self->n_paragraphs = 0;
  self->cell_repeat = read_repeat (element, "table", "number-columns-repeated", 1);
  lasna_xml_element_copy (element, "calcext", "value-type", type, sizeof type);
  self->has_value = strcmp (type, "error") == 0;
  lasna_xml_element_copy (element, "office:1.0", "value-type", type, sizeof type);
  for (guint i = 0; i < G_N_ELEMENTS (values) && !self->has_value; i++)
    if (strcmp (type, values[i].type) == 0)
      {
        g_autofree char *value = lasna_xml_element_dup (element, "office:1.0", values[i].attribute);

        if (value != NULL)
          set_value (self, type, value);
      }
}

static void
start_in_cell (Reader *self, const LasnaXmlElement *element)
{
  const char *name = element->name;

  if (self->in_aside > 0 || g_strv_contains (asides, name))
    {
      self->in_aside++;
      return;
    }
  if (self->has_value)
    return;
  if (strcmp (name, "p") == 0 && self->in_paragraph++ == 0 && self->n_paragraphs++ > 0)
    lasna_sheet_rows_append (self->rows, "\n", 1);
  else if (strcmp (name, "s") == 0)
    for (guint64 n = MIN (read_repeat (element, "text", "c", 1), SPACES_MAX); n > 0; n--)
      lasna_sheet_rows_append (self->rows, " ", 1);
  else if (strcmp (name, "tab") == 0)
    lasna_sheet_rows_append (self->rows, "\t", 1);
  else if (strcmp (name, "line-break") == 0)
    lasna_sheet_rows_append (self->rows, "\n", 1);
}

/* Styles stand before the tables. */
static void
start_outside (Reader *self, const LasnaXmlElement *element)
{
  char text[16];

  if (strcmp (element->name, "style") == 0)
    {
      g_clear_pointer (&self->style, g_free);
      if (lasna_xml_element_copy (element, "style", "family", text, sizeof text) &&
          strcmp (text, "table") == 0)
        self->style = lasna_xml_element_dup (element, "style", "name");
    }
  else if (strcmp (element->name, "table-properties") == 0 && self->style != NULL &&
           lasna_xml_element_copy (element, "table", "display", text, sizeof text) &&
           strcmp (text, "false") == 0)
    {
      g_hash_table_add (self->hidden, g_steal_pointer (&self->style));
      if (g_hash_table_size (self->hidden) > STYLES_MAX)
        lasna_zip_xml_refuse (self->content);
    }
}

/* What its owner has hidden is not meant. */
static void
begin_table (Reader *self, const LasnaXmlElement *element)
{
  g_autofree char *style = lasna_xml_element_dup (element, "table", "style-name");

  self->row = 0;
  self->is_hidden = style != NULL && g_hash_table_contains (self->hidden, style);
}

static void
start (gpointer data, const LasnaXmlElement *element)
{
  Reader *self = data;
  const char *name = element->name;

  if (self->is_over)
    return;
  if (self->in_cell)
    start_in_cell (self, element);
  else if (strcmp (name, "table") == 0)
    {
      if (self->in_table++ == 0)
        begin_table (self, element);
    }
  else if (self->in_table == 0)
    start_outside (self, element);
  else if (strcmp (name, "table-row") == 0 && self->in_table == 1 && !self->in_row &&
           !self->is_hidden)
    {
      self->in_row = TRUE;
      self->column = 0;
      self->row_repeat = read_repeat (element, "table", "number-rows-repeated", 1);
      lasna_sheet_rows_begin (self->rows, self->row + 1);
    }
  else if (self->in_row &&
           (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0))
    begin_cell (self, element);
}

static void
end_cell (Reader *self)
{
  lasna_sheet_rows_end_cell (self->rows, (guint) self->column, (guint) self->cell_repeat, NULL);
  self->column = MIN (self->column + self->cell_repeat, LASNA_SHEET_ROWS_MAX);
  self->in_cell = FALSE;
}

static void
end (gpointer data, const char *name)
{
  Reader *self = data;

  if (self->is_over)
    return;
  if (self->in_cell && self->in_aside > 0)
    self->in_aside--;
  else if (self->in_cell && strcmp (name, "p") == 0 && self->in_paragraph > 0)
    self->in_paragraph--;
  else if (self->in_cell &&
           (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0))
    end_cell (self);
  else if (!self->in_cell && self->in_row && strcmp (name, "table-row") == 0)
    {
      self->in_row = FALSE;
      if (!lasna_sheet_rows_end (self->rows, self->row_repeat))
        lasna_zip_xml_refuse (self->content);
      self->row = MIN (self->row + self->row_repeat, LASNA_SHEET_ROWS_MAX);
    }
  else if (!self->in_cell && strcmp (name, "table") == 0 && self->in_table > 0)
    {
      self->in_table--;
      self->is_over = self->in_table == 0 && lasna_sheet_rows_have_begun (self->rows);
    }
}

static void
text (gpointer data, const char *letters, gsize length)
{
  Reader *self = data;

  if (!self->is_over && self->in_cell && self->in_paragraph > 0 && self->in_aside == 0 &&
      !self->has_value)
    lasna_sheet_rows_append (self->rows, letters, length);
}

static void
reader_free (LasnaRowSource *source)
{
  Reader *self = (Reader *) source;

  g_clear_pointer (&self->content, lasna_zip_xml_free);
  lasna_sheet_rows_free (self->rows);
  g_hash_table_unref (self->hidden);
  g_free (self->style);
  g_free (self);
}

static gboolean
reader_next (LasnaRowSource *source,
             const LasnaRow **row,
             GCancellable *cancellable,
             GError **error)
{
  Reader *self = (Reader *) source;

  return lasna_sheet_rows_next (self->rows, &self->content, row, cancellable, error);
}

static guint64
reader_get_position (LasnaRowSource *source)
{
  Reader *self = (Reader *) source;

  return self->content != NULL ? lasna_zip_xml_get_position (self->content) : 0;
}

/**
 * lasna_ods_reader_new:
 *
 * Returns: (transfer full) (nullable): the rows of the first sheet that shows and has any
 */
LasnaRowSource *
lasna_ods_reader_new (GFile *file, GCancellable *cancellable, GError **error)
{
  static const LasnaRowSourceClass class = { reader_free, reader_next, reader_get_position };
  static const LasnaXmlHandler handler = { start, end, text };
  Reader *self = g_new0 (Reader, 1);

  self->source.class = &class;
  self->rows = lasna_sheet_rows_new ();
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (lasna_zip_xml_open (
          file, CONTENT, CONTENT_LIMIT, &handler, self, &self->content, cancellable, error))
    {
      if (self->content != NULL)
        return &self->source;
      lasna_zip_xml_set_missing (CONTENT, error);
    }
  reader_free (&self->source);
  return NULL;
}
