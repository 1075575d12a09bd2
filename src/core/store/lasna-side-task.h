/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Long work on a workbook's file in a thread, on a connection of its own.
 */
#pragma once

#include "lasna-store.h"

G_BEGIN_DECLS

/* Runs in the thread. Returns what the task has to give, not NULL; NULL with @error set fails. */
typedef gpointer (*LasnaSideFunc) (LasnaStore *side,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);

void lasna_side_task_run (LasnaStore *store,
                          LasnaStoreFlags flags,
                          LasnaSideFunc func,
                          gpointer data,
                          GDestroyNotify free_data,
                          GDestroyNotify free_result,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer callback_data);
gpointer lasna_side_task_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
