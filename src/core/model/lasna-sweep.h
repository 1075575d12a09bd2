/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Clearing away what nobody can reach: imports that were never finished, imports that were undone
 * and cannot be redone, attachments that nothing refers to.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

gboolean lasna_sweep_run (LasnaStore *store, GCancellable *cancellable, GError **error);
void lasna_sweep_async (LasnaWorkbook *workbook,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data);

G_END_DECLS
