/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening SQLite with the safety switches on.
 */
#define G_LOG_DOMAIN "lasna-store"

#include "config.h"

#include "lasna-connection.h"

#include "lasna-statement.h"

/* SQLite's own busy handler sleeps up to a tenth of a second at a time and so misses the gaps that
 * bulk writers leave; this one looks often.
 */
#define NAP_MICROSECONDS 300
#define NAPS_A_MILLISECOND 3

static void
log_cb (void *data G_GNUC_UNUSED, int code, const char *message)
{
  /* Busy files, journals rolled back after a crash and schema reloads are daily life. */
  switch (code & 0xff)
    {
    case SQLITE_SCHEMA:
    case SQLITE_NOTICE:
    case SQLITE_WARNING:
    case SQLITE_BUSY:
      g_debug ("SQLite %d: %s", code, message);
      break;
    default:
      g_info ("SQLite %d: %s", code, message);
      break;
    }
}

static gpointer
configure_once (gpointer data G_GNUC_UNUSED)
{
  /* Memory statistics sit under one mutex and slow two busy connections by more than half. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config (SQLITE_CONFIG_LOG, log_cb, NULL);
  sqlite3_initialize ();
  return NULL;
}

static char *
make_uri (const char *path, const char *query)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (whole, "/", TRUE);

  return g_strconcat ("file:", escaped, query, NULL);
}

static void
harden (sqlite3 *connection)
{
  sqlite3_db_config (connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
}

/**
 * lasna_connection_open:
 * @path: a file that exists
 *
 * SQLite opens for reading what it may not write: see sqlite3_db_readonly().
 *
 * Returns: (transfer full) (nullable): a connection that waits for nobody
 */
sqlite3 *
lasna_connection_open (const char *path, LasnaConnectionMode mode, GError **error)
{
  static GOnce once = G_ONCE_INIT;
  static const char *const queries[] = {
    [LASNA_CONNECTION_READ] = "?mode=ro",
    [LASNA_CONNECTION_IMMUTABLE] = "?mode=ro&immutable=1",
    [LASNA_CONNECTION_WRITE] = "?mode=rw",
  };
  g_autofree char *uri = make_uri (path, queries[mode]);
  sqlite3 *connection = NULL;

  g_once (&once, configure_once, NULL);

  int code = sqlite3_open_v2 (
      uri,
      &connection,
      (mode == LASNA_CONNECTION_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) |
          SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      NULL);

  if (code != SQLITE_OK)
    lasna_statement_set_error (error, connection, code);
  else
    {
      harden (connection);
      if (lasna_connection_execute (
              connection, "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON", error))
        return connection;
    }
  sqlite3_close_v2 (connection);
  return NULL;
}

static int
busy_cb (gpointer data, int count)
{
  if (count >= GPOINTER_TO_INT (data) * NAPS_A_MILLISECOND)
    return 0;
  g_usleep (NAP_MICROSECONDS);
  return 1;
}

/* How long to wait for somebody else's lock; roughly, since naps are never exact. */
void
lasna_connection_set_patience (sqlite3 *connection, int milliseconds)
{
  sqlite3_busy_handler (connection, busy_cb, GINT_TO_POINTER (milliseconds));
}

/* Reads the first page. Returns SQLite's code: SQLITE_OK where the file can be read. */
int
lasna_connection_probe (sqlite3 *connection)
{
  return sqlite3_exec (connection, "PRAGMA schema_version", NULL, NULL, NULL);
}

gboolean
lasna_connection_execute (sqlite3 *connection, const char *sql, GError **error)
{
  int code = sqlite3_exec (connection, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    lasna_statement_set_error (error, connection, code);
  return code == SQLITE_OK;
}

/* Reads the one integer that @sql gives. */
gboolean
lasna_connection_read (sqlite3 *connection, const char *sql, gint64 *integer, GError **error)
{
  g_autoptr (LasnaStatement) statement = lasna_statement_new (connection, sql, FALSE, error);

  if (statement == NULL)
    return FALSE;

  LasnaStep step = lasna_statement_step (statement, error);
  if (step == LASNA_STEP_DONE)
    lasna_statement_set_error (error, NULL, SQLITE_CORRUPT);
  else if (step == LASNA_STEP_ROW)
    *integer = lasna_statement_get_integer (statement, 1);
  return step == LASNA_STEP_ROW;
}

/* Whether the first thing that @sql gives is @word. */
gboolean
lasna_connection_says (sqlite3 *connection, const char *sql, const char *word)
{
  g_autoptr (LasnaStatement) statement = lasna_statement_new (connection, sql, FALSE, NULL);

  return statement != NULL && lasna_statement_step (statement, NULL) == LASNA_STEP_ROW &&
         g_strcmp0 (lasna_statement_get_text (statement, 1), word) == 0;
}
