/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the numbers of a spreadsheet mean: days and times are numbers in it, told apart by how they
 * are shown.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LASNA_CELL_NUMBER,
  LASNA_CELL_DATE,     /* a day, perhaps with a time */
  LASNA_CELL_TIME,     /* of a day */
  LASNA_CELL_DURATION, /* over 24 hours, too */
} LasnaCellFormat;

LasnaCellFormat lasna_cell_format_of_number (guint id);
LasnaCellFormat lasna_cell_format_of_code (const char *code);
gboolean lasna_cell_format_write (
    LasnaCellFormat format, const char *text, gboolean is_1904, char *buffer, gsize size);

G_END_DECLS
