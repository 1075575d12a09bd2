/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workbook of Excel, row by row: libxlsxwriter keeps no more than one row in memory.
 */
#include "config.h"

#include "lasna-export-table.h"

#include "lasna-date-reader.h"
#include "lasna-export-columns.h"
#include "lasna-file.h"

#include <errno.h>
#include <string.h>
#include <xlsxwriter.h>

#define USUAL_WIDTH 14
#define LONGEST_TEXT 32767 /* letters in a cell of Excel */

typedef struct
{
  LasnaExportTable parent;
  lxw_workbook *workbook; /* NULL: closed */
  lxw_worksheet *sheet;
  lxw_format *header;
  lxw_format *words; /* of several lines, from the top */
  lxw_format *day;
  lxw_format *time;
  lxw_row_t row;
  lxw_col_t column;
  lxw_col_t n_columns;
} Xlsx;

static gboolean
fail (Xlsx *self, lxw_error code)
{
  if (code == LXW_NO_ERROR)
    return TRUE;
  if (self->parent.error != NULL)
    return FALSE;
  lasna_file_set_error (&self->parent.error, errno != 0 ? errno : EIO);
  return FALSE;
}

static gboolean
add_header (LasnaExportTable *table, const char *text, int width)
{
  Xlsx *self = (Xlsx *) table;
  lxw_col_t column = self->column++;

  return fail (self,
               worksheet_set_column (self->sheet,
                                     column,
                                     column,
                                     width != 0 ? width : USUAL_WIDTH,
                                     width > 30 ? self->words : NULL)) &&
         fail (self, worksheet_write_string (self->sheet, self->row, column, text, self->header));
}

/* XML has no room for most control characters. */
static char *
dup_writable (LasnaExportTable *table, const char *text)
{
  g_autofree char *marked = g_strconcat (lasna_export_needs_mark (text) ? "'" : "", text, NULL);
  g_autofree char *valid = g_utf8_make_valid (marked, -1);

  for (char *c = valid; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) && strchr ("\t\n\r", *c) == NULL)
      *c = ' ';
  if (g_utf8_strlen (valid, -1) <= LONGEST_TEXT)
    return g_steal_pointer (&valid);
  table->n_shortened++;
  *g_utf8_offset_to_pointer (valid, LONGEST_TEXT - 1) = '\0';
  return g_strconcat (valid, "…", NULL);
}

static gboolean
add_text (LasnaExportTable *table, const char *text)
{
  Xlsx *self = (Xlsx *) table;
  g_autofree char *writable = dup_writable (table, text);

  return fail (self,
               worksheet_write_string (self->sheet, self->row, self->column++, writable, NULL));
}

static gboolean
add_number (LasnaExportTable *table, double number)
{
  Xlsx *self = (Xlsx *) table;

  return fail (self, worksheet_write_number (self->sheet, self->row, self->column++, number, NULL));
}

/* As a day that can be sorted and counted with; Excel knows none before 1900. */
static gboolean
add_time (LasnaExportTable *table, const char *time)
{
  Xlsx *self = (Xlsx *) table;
  LasnaWhen when;
  lxw_datetime moment = { 0 };

  if (!lasna_date_read (time, LASNA_DATE_YMD, &when) || when.year < 1901 || *when.zone != '\0')
    return add_text (table, time);
  moment.year = when.year;
  moment.month = when.month;
  moment.day = when.day;
  moment.hour = MAX (when.hour, 0);
  moment.min = when.hour >= 0 ? when.minute : 0;
  moment.sec = MAX (when.second, 0);
  return fail (
      self,
      worksheet_write_datetime (
          self->sheet, self->row, self->column++, &moment, when.hour < 0 ? self->day : self->time));
}

static gboolean
skip_cell (LasnaExportTable *table)
{
  ((Xlsx *) table)->column++;
  return TRUE;
}

static gboolean
end_row (LasnaExportTable *table)
{
  Xlsx *self = (Xlsx *) table;

  if (self->row == 0)
    {
      worksheet_freeze_panes (self->sheet, 1, 0);
      self->n_columns = self->column;
    }
  self->row++;
  self->column = 0;
  return TRUE;
}

static gboolean
finish (LasnaExportTable *table)
{
  Xlsx *self = (Xlsx *) table;

  if (self->n_columns > 0)
    worksheet_autofilter (self->sheet, 0, 0, self->row - 1, self->n_columns - 1);
  errno = 0;
  return table->error == NULL && fail (self, workbook_close (g_steal_pointer (&self->workbook)));
}

static void
xlsx_free (LasnaExportTable *table)
{
  Xlsx *self = (Xlsx *) table;

  if (self->workbook != NULL)
    lxw_workbook_free (self->workbook);
  g_free (self);
}

/**
 * lasna_export_table_new_xlsx:
 * @path: a file that is written over
 * @title: of the sheet, at most 31 letters
 *
 * Returns: (transfer full): the table; whether @path can be written shows at the end
 */
LasnaExportTable *
lasna_export_table_new_xlsx (const char *path, const char *title)
{
  static const LasnaExportTableClass class = {
    add_header, add_text, add_number, add_time, skip_cell, end_row, finish, xlsx_free,
  };
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  Xlsx *self = g_new0 (Xlsx, 1);

  self->parent.class = &class;
  self->workbook = workbook_new_opt (path, &options);
  self->sheet = workbook_add_worksheet (self->workbook, title);
  self->header = workbook_add_format (self->workbook);
  format_set_bold (self->header);
  format_set_text_wrap (self->header);
  format_set_align (self->header, LXW_ALIGN_VERTICAL_TOP);
  self->words = workbook_add_format (self->workbook);
  format_set_text_wrap (self->words);
  format_set_align (self->words, LXW_ALIGN_VERTICAL_TOP);
  self->day = workbook_add_format (self->workbook);
  format_set_num_format (self->day, "yyyy-mm-dd");
  self->time = workbook_add_format (self->workbook);
  format_set_num_format (self->time, "yyyy-mm-dd hh:mm");
  return &self->parent;
}
