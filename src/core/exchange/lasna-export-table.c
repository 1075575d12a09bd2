/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all kinds of tables have in common.
 */
#include "config.h"

#include "lasna-export-table.h"

void
lasna_export_table_free (LasnaExportTable *self)
{
  g_clear_error (&self->error);
  self->class->free (self);
}

/**
 * lasna_export_format_from_path:
 * @format: (out): a CSV for everybody, or a workbook of Excel
 *
 * Returns: whether the ending of @path is that of a table
 */
gboolean
lasna_export_format_from_path (const char *path, LasnaExportFormat *format)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  *format = g_str_has_suffix (small, ".xlsx") ? LASNA_EXPORT_XLSX : LASNA_EXPORT_CSV;
  return *format == LASNA_EXPORT_XLSX || g_str_has_suffix (small, ".csv");
}
