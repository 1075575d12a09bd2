/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removing rows for good, with what cannot be without them: no undo, no objects.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean
_lasna_purge (sqlite3 *connection, const char *table, const char *condition, GError **error);

G_END_DECLS
