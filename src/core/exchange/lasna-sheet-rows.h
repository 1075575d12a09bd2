/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows that a piece of a spreadsheet brought, waiting to be read. They are held as sparsely as
 * the sheet has them; only the one being read is spread out.
 */
#pragma once

#include "lasna-row-source.h"
#include "lasna-zip-xml.h"

G_BEGIN_DECLS

#define LASNA_SHEET_ROWS_MAX 1048576

typedef struct _LasnaSheetRows LasnaSheetRows;

LasnaSheetRows *lasna_sheet_rows_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lasna_sheet_rows_free (LasnaSheetRows *self);

void lasna_sheet_rows_begin (LasnaSheetRows *self, guint64 number);
void lasna_sheet_rows_append (LasnaSheetRows *self, const char *text, gsize length);
const char *lasna_sheet_rows_get_text (LasnaSheetRows *self);
void lasna_sheet_rows_set_text (LasnaSheetRows *self, const char *text);
void
lasna_sheet_rows_end_cell (LasnaSheetRows *self, guint column, guint count, const char *shared);
gboolean lasna_sheet_rows_end (LasnaSheetRows *self, guint64 repeat);

gboolean lasna_sheet_rows_next (LasnaSheetRows *self,
                                LasnaZipXml **part,
                                const LasnaRow **row,
                                GCancellable *cancellable,
                                GError **error);
gboolean lasna_sheet_rows_have_begun (LasnaSheetRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaSheetRows, lasna_sheet_rows_free)

G_END_DECLS
