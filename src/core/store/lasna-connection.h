/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening SQLite with the safety switches on.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef enum
{
  LASNA_CONNECTION_READ,
  LASNA_CONNECTION_IMMUTABLE, /* where nobody can write and no file can be made beside it */
  LASNA_CONNECTION_WRITE,
} LasnaConnectionMode;

sqlite3 *lasna_connection_open (const char *path,
                                LasnaConnectionMode mode,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_connection_set_patience (sqlite3 *connection, int milliseconds);
int lasna_connection_probe (sqlite3 *connection);
gboolean lasna_connection_execute (sqlite3 *connection, const char *sql, GError **error);
gboolean
lasna_connection_read (sqlite3 *connection, const char *sql, gint64 *integer, GError **error);
gboolean lasna_connection_says (sqlite3 *connection, const char *sql, const char *word);

G_END_DECLS
