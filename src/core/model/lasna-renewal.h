/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removing for good: what goes is gone from the rows, from undo, from the index of words and from
 * every page of the file.
 */
#pragma once

#include "lasna-store.h"

G_BEGIN_DECLS

/* Changes rows inside a transaction; FALSE with @error set undoes it. */
typedef gboolean (*LasnaRenewalFunc) (sqlite3 *connection, gpointer data, GError **error);

gboolean _lasna_renewal_run (LasnaStore *store,
                             LasnaRenewalFunc func,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
