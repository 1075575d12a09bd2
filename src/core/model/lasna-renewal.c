/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One transaction, so that it is done whole or not at all; then the file is written anew and the
 * log beside it emptied.
 */
#include "config.h"

#include "lasna-renewal.h"

#include "lasna-connection.h"
#include "lasna-error.h"
#include "lasna-log.h"
#include "lasna-purge.h"
#include "lasna-word-index.h"

#include <glib/gi18n-lib.h>

/* An import writes the time to its batch every second; see lasna-sweep.c. */
#define SECONDS_OF_SILENCE "600"

/* How often the file is tried, and how long is waited between: somebody may read a moment. */
#define TRIES 20
#define NAP_MICROSECONDS 100000

#define HIDDEN "SELECT id FROM batch WHERE state != 'batch.complete' OR undone != 0"

/* Rows of an import that is under way would come back after we have looked. */
static gboolean
is_quiet (sqlite3 *connection, GError **error)
{
  gint64 n = 0;

  if (!lasna_connection_read (
          connection,
          "SELECT count (*) FROM batch WHERE state != 'batch.complete' AND "
          "abs (coalesce (CAST (updated_at AS INTEGER), 0) - unixepoch ()) <= " SECONDS_OF_SILENCE,
          &n,
          error))
    return FALSE;
  if (n == 0)
    return TRUE;
  g_set_error_literal (error,
                       LASNA_ERROR,
                       LASNA_ERROR_BUSY,
                       _ ("Feedback is being imported into this workbook. Nothing was removed; try "
                          "again when it is in."));
  return FALSE;
}

/* What nobody sees any more, and what could bring the rest back. */
static gboolean
drop_past (LasnaStore *store, GError **error)
{
  sqlite3 *connection = lasna_store_get_connection (store);

  return _lasna_purge (connection,
                       "feedback",
                       "batch IN (" HIDDEN ") OR (batch IS NOT NULL AND batch NOT IN "
                       "(SELECT id FROM batch))",
                       error) &&
         lasna_connection_execute (connection,
                                   "DELETE FROM batch WHERE id IN (" HIDDEN ");"
                                   "DELETE FROM change_log;"
                                   "DELETE FROM feedback_cache;"
                                   "UPDATE feedback_stamp SET stamp = stamp + 1",
                                   error) &&
         lasna_word_index_rebuild (connection, error) &&
         lasna_connection_execute (
             connection, "INSERT INTO feedback_text (feedback_text) VALUES ('optimize')", error) &&
         lasna_log_call_reload (store, error);
}

static gboolean
change_rows (LasnaStore *store, LasnaRenewalFunc func, gpointer data, GError **error)
{
  if (!lasna_store_begin (store, error))
    return FALSE;
  if (is_quiet (lasna_store_get_connection (store), error) &&
      func (lasna_store_get_connection (store), data, error) && drop_past (store, error))
    return lasna_store_commit (store, error);
  lasna_store_roll_back (store);
  return FALSE;
}

/* Every page is written anew, and the log beside the file is left empty. */
static gboolean
write_anew (LasnaStore *store, GError **error)
{
  sqlite3 *connection = lasna_store_get_connection (store);
  int code = SQLITE_BUSY;

  for (guint i = 0; i < TRIES && code != SQLITE_OK; i++)
    {
      int logged = 0;
      int copied = 0;

      if (i > 0)
        g_usleep (NAP_MICROSECONDS);
      code = sqlite3_exec (connection, "VACUUM", NULL, NULL, NULL);
      if (code == SQLITE_OK)
        code = sqlite3_wal_checkpoint_v2 (
            connection, NULL, SQLITE_CHECKPOINT_TRUNCATE, &logged, &copied);
    }
  if (code == SQLITE_OK)
    return TRUE;
  g_set_error_literal (
      error,
      LASNA_ERROR,
      LASNA_ERROR_BUSY,
      _ ("It is removed from the workbook, but its traces are still in the file, because another "
         "program reads it. Close the other program, and remove it once more."));
  return FALSE;
}

/* To be called in a thread, on a connection for bulk work. */
gboolean
_lasna_renewal_run (LasnaStore *store,
                    LasnaRenewalFunc func,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  gboolean changed;

  if (!lasna_store_execute (store, "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY", error))
    return FALSE;
  lasna_store_set_cancellable (store, cancellable);
  changed = change_rows (store, func, data, error);
  lasna_store_set_cancellable (store, NULL);
  return changed && write_anew (store, error);
}
