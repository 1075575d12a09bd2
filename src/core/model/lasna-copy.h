/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of a workbook: a whole one, or one to give away.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef enum
{
  LASNA_COPY_WHOLE,      /* with everything, undo too */
  LASNA_COPY_FOR_OTHERS, /* without undo, undone imports and names of persons */
} LasnaCopyKind;

gboolean lasna_copy_run (
    LasnaStore *store, const char *path, LasnaCopyKind kind, gboolean replace, GError **error);
void lasna_copy_async (LasnaWorkbook *workbook,
                       const char *path,
                       LasnaCopyKind kind,
                       gboolean replace,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data);
gboolean lasna_copy_finish (GAsyncResult *result, GError **error);

G_END_DECLS
