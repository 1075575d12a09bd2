/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole workbook as JSON, both ways. The form is told in data/schema/README.md.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_WORKBOOK_JSON_FORMAT "lasna-workbook"
#define LASNA_WORKBOOK_JSON_VERSION 1

gboolean lasna_workbook_json_write (LasnaWorkbook *workbook,
                                    const char *path,
                                    GCancellable *cancellable,
                                    GError **error);

/* What came in. */
typedef struct
{
  guint64 records;
  guint64 voices;
} LasnaWorkbookJsonCount;

gboolean lasna_workbook_json_read (LasnaWorkbook *workbook,
                                   GFile *file,
                                   LasnaWorkbookJsonCount *count,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
