/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking at a file in a thread: what it is, its first values, what bringing it in would do.
 */
#pragma once

#include "lasna-import-plan.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct
{
  LasnaImportPlan *plan; /* owned */
  GStrv first_values;    /* owned: of each column, in words */
  GPtrArray *voices;   /* owned: the first ones as they will look, in words; empty until the plan is
                          decided */
  GHashTable *said;    /* owned: what was said of the last file of this shape */
  gboolean is_decided; /* then the plan is counted */
  char *trouble;       /* (nullable): why it is not, where the plan asks nothing */
} LasnaImportLook;

void lasna_import_look_free (LasnaImportLook *self);
void lasna_import_look_async (LasnaWorkbook *workbook,
                              GFile *file,
                              LasnaImportOptions *options,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
LasnaImportLook *lasna_import_look_finish (GAsyncResult *result,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaImportLook, lasna_import_look_free)

G_END_DECLS
