/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a workbook can take what a JSON file brings: looks at all of it and writes nothing.
 */
#pragma once

#include "lasna-kinds.h"
#include "lasna-record-json.h"
#include "lasna-workbook-json-reader.h"
#include "lasna-workbook-json.h"

G_BEGIN_DECLS

typedef struct _LasnaWorkbookJsonCheck LasnaWorkbookJsonCheck;

LasnaWorkbookJsonCheck *lasna_workbook_json_check_new (LasnaWorkbook *workbook,
                                                       GFile *file,
                                                       GCancellable *cancellable,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_workbook_json_check_free (LasnaWorkbookJsonCheck *self);
GArray *lasna_workbook_json_check_get_batches (LasnaWorkbookJsonCheck *self);
gboolean lasna_workbook_json_check_is_empty (LasnaWorkbookJsonCheck *self);
LasnaWorkbookJsonCount lasna_workbook_json_check_get_count (LasnaWorkbookJsonCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaWorkbookJsonCheck, lasna_workbook_json_check_free)

G_END_DECLS
