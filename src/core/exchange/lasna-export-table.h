/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a table, cell by cell, into a file of some kind. Texts that a spreadsheet would take for
 * formulas get their mark here.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  LASNA_EXPORT_CSV,       /* UTF-8, commas */
  LASNA_EXPORT_CSV_EXCEL, /* with a byte order mark, semicolons and decimal commas */
  LASNA_EXPORT_XLSX,
} LasnaExportFormat;

/* What a sheet of Excel holds under its headers. */
#define LASNA_EXPORT_XLSX_ROWS 1048575

typedef struct _LasnaExportTable LasnaExportTable;

typedef struct
{
  /* Texts of a header are bold where that can be. */
  gboolean (*add_header) (LasnaExportTable *self, const char *text, int width);
  gboolean (*add_text) (LasnaExportTable *self, const char *text);
  gboolean (*add_number) (LasnaExportTable *self, double number);
  gboolean (*add_time) (LasnaExportTable *self, const char *time);
  gboolean (*skip_cell) (LasnaExportTable *self);
  gboolean (*end_row) (LasnaExportTable *self);
  gboolean (*finish) (LasnaExportTable *self);
  void (*free) (LasnaExportTable *self);
} LasnaExportTableClass;

/* The first member of what implements it. */
struct _LasnaExportTable
{
  const LasnaExportTableClass *class;
  guint n_shortened; /* texts too long for a cell */
  GError *error;     /* (nullable) why a function said FALSE */
};

LasnaExportTable *lasna_export_table_new_csv (const char *path, gboolean for_excel);
LasnaExportTable *lasna_export_table_new_xlsx (const char *path, const char *title);
void lasna_export_table_free (LasnaExportTable *self);

gboolean lasna_export_format_from_path (const char *path, LasnaExportFormat *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaExportTable, lasna_export_table_free)

G_END_DECLS
