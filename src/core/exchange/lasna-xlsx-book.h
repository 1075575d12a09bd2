/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the sheets of an Excel workbook share: their names in the package, the texts and the formats
 * of cells.
 */
#pragma once

#include "lasna-cell-format.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GFile *file;
  gboolean is_1904;
  GPtrArray *sheets; /* names of parts, in the order of the tabs */
  GString *strings;  /* each with a NUL */
  GArray *starts;    /* where they begin (guint32) */
  GArray *formats;   /* guint8 LasnaCellFormat, by style */
} LasnaXlsxBook;

LasnaXlsxBook *lasna_xlsx_book_new (GFile *file,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_xlsx_book_free (LasnaXlsxBook *self);
const char *lasna_xlsx_book_get_string (const LasnaXlsxBook *self, const char *index);
LasnaCellFormat lasna_xlsx_book_get_format (const LasnaXlsxBook *self, const char *style);
void lasna_xlsx_unescape (GString *text, gsize start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaXlsxBook, lasna_xlsx_book_free)

G_END_DECLS
