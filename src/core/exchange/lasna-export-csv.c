/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text with a delimiter: RFC 4180, and as a spreadsheet of most of Europe opens it by a double
 * click.
 */
#include "config.h"

#include "lasna-export-table.h"

#include "lasna-export-columns.h"
#include "lasna-file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define PIECE (64 * 1024)

typedef struct
{
  LasnaExportTable parent;
  FILE *file;
  GString *text; /* that waits to be written */
  char delimiter;
  char decimal;
  const char *line_end;
  gboolean is_row_begun;
} Csv;

static gboolean
flush (Csv *self)
{
  if (self->file != NULL &&
      fwrite (self->text->str, 1, self->text->len, self->file) == self->text->len)
    {
      g_string_truncate (self->text, 0);
      return TRUE;
    }
  if (self->parent.error == NULL)
    lasna_file_set_error (&self->parent.error, errno);
  return FALSE;
}

static void
begin_cell (Csv *self)
{
  if (self->is_row_begun)
    g_string_append_c (self->text, self->delimiter);
  self->is_row_begun = TRUE;
}

static gboolean
add_text (LasnaExportTable *table, const char *text)
{
  Csv *self = (Csv *) table;
  const char special[] = { self->delimiter, '"', '\n', '\r', '\0' };
  gsize length = strlen (text);
  gboolean is_quoted = strpbrk (text, special) != NULL || g_ascii_isspace (*text) ||
                       (length > 0 && g_ascii_isspace (text[length - 1]));

  begin_cell (self);
  if (is_quoted)
    g_string_append_c (self->text, '"');
  if (lasna_export_needs_mark (text))
    g_string_append_c (self->text, '\'');
  for (const char *quote; is_quoted && (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      g_string_append_len (self->text, text, quote + 1 - text);
      g_string_append_c (self->text, '"');
    }
  g_string_append (self->text, text);
  if (is_quoted)
    g_string_append_c (self->text, '"');
  return TRUE;
}

static gboolean
add_header (LasnaExportTable *table, const char *text, int width)
{
  return add_text (table, text);
}

static gboolean
add_number (LasnaExportTable *table, double number)
{
  Csv *self = (Csv *) table;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  lasna_export_write_number (number, self->decimal, buffer, sizeof buffer);
  begin_cell (self);
  g_string_append (self->text, buffer);
  return TRUE;
}

/* With a blank instead of the T, which no spreadsheet knows. */
static gboolean
add_time (LasnaExportTable *table, const char *time)
{
  g_autofree char *text = g_strdelimit (g_strdup (time), "T", ' ');

  return add_text (table, text);
}

static gboolean
skip_cell (LasnaExportTable *table)
{
  begin_cell ((Csv *) table);
  return TRUE;
}

static gboolean
end_row (LasnaExportTable *table)
{
  Csv *self = (Csv *) table;

  g_string_append (self->text, self->line_end);
  self->is_row_begun = FALSE;
  return self->text->len < PIECE || flush (self);
}

static gboolean
finish (LasnaExportTable *table)
{
  Csv *self = (Csv *) table;

  if (!flush (self))
    return FALSE;
  if (fclose (g_steal_pointer (&self->file)) == 0)
    return TRUE;
  lasna_file_set_error (&table->error, errno);
  return FALSE;
}

static void
csv_free (LasnaExportTable *table)
{
  Csv *self = (Csv *) table;

  if (self->file != NULL)
    fclose (self->file);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * lasna_export_table_new_csv:
 * @path: a file that is written over
 * @for_excel: with a byte order mark, semicolons, decimal commas and lines that end as on Windows
 *
 * Returns: (transfer full): the table; whether @path can be written shows when it is
 */
LasnaExportTable *
lasna_export_table_new_csv (const char *path, gboolean for_excel)
{
  static const LasnaExportTableClass class = {
    add_header, add_text, add_number, add_time, skip_cell, end_row, finish, csv_free,
  };
  Csv *self = g_new0 (Csv, 1);

  self->parent.class = &class;
  self->file = fopen (path, "wbe");
  if (self->file == NULL)
    lasna_file_set_error (&self->parent.error, errno);
  self->text = g_string_new (for_excel ? "\xef\xbb\xbf" : NULL);
  self->delimiter = for_excel ? ';' : ',';
  self->decimal = for_excel ? ',' : '.';
  self->line_end = for_excel ? "\r\n" : "\n";
  return &self->parent;
}
