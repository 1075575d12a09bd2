/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files and pictures inside the workbook.
 */
#include "config.h"

#include "lasna-attachment.h"

#include "lasna-error.h"
#include "lasna-log.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The attachment that has these bytes already; 0 where there is none, -1 where that is unknown. */
static gint64
find_same (LasnaStore *store, const char *digest, GError **error)
{
  LasnaStatement *statement =
      lasna_store_prepare (store, "SELECT id FROM attachment WHERE sha256 = ?1", error);
  gint64 id = 0;

  if (statement == NULL)
    return -1;
  lasna_statement_bind_text (statement, 1, digest);

  LasnaStep step = lasna_statement_step (statement, error);
  if (step == LASNA_STEP_ROW)
    id = lasna_statement_get_integer (statement, 1);
  lasna_statement_reset (statement);
  return step == LASNA_STEP_ERROR ? -1 : id;
}

/**
 * lasna_attachment_add:
 * @type: the MIME type
 *
 * To be called inside the change that makes a record refer to it: nobody sweeps it then.
 *
 * Returns: the id of the attachment with these bytes; 0 with @error set where it was refused
 */
gint64
lasna_attachment_add (
    LasnaStore *store, LasnaClock *clock, GBytes *bytes, const char *type, GError **error)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  LasnaStatement *statement;
  gint64 id;

  g_return_val_if_fail (!sqlite3_get_autocommit (lasna_store_get_connection (store)), 0);

  if (g_bytes_get_size (bytes) > LASNA_ATTACHMENT_MOST_BYTES)
    {
      g_set_error_literal (
          error,
          LASNA_ERROR,
          LASNA_ERROR_RULE,
          _ ("A file in a workbook has at most 20 MB. Nothing was changed; attach a "
             "smaller one, or write down where it lies."));
      return 0;
    }
  id = find_same (store, digest, error);
  if (id != 0)
    return MAX (id, 0);
  statement = lasna_store_prepare (
      store, "INSERT INTO attachment (id, sha256, type, bytes) VALUES (?1, ?2, ?3, ?4)", error);
  if (statement == NULL)
    return 0;
  id = lasna_clock_new_id (clock);
  lasna_statement_bind_integer (statement, 1, id);
  lasna_statement_bind_text (statement, 2, digest);
  lasna_statement_bind_text (statement, 3, type);
  lasna_statement_bind_bytes (
      statement, 4, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return lasna_statement_run (statement, error) ? id : 0;
}

/**
 * lasna_attachment_read:
 * @type: (out) (optional): the MIME type
 *
 * Returns: (transfer full) (nullable): the bytes; NULL with @error set where there are none
 */
GBytes *
lasna_attachment_read (LasnaStore *store, gint64 id, char **type, GError **error)
{
  LasnaStatement *statement =
      lasna_store_prepare (store, "SELECT type, bytes FROM attachment WHERE id = ?1", error);
  GBytes *bytes = NULL;
  LasnaStep step;

  if (statement == NULL)
    return NULL;
  lasna_statement_bind_integer (statement, 1, id);
  step = lasna_statement_step (statement, error);
  if (step == LASNA_STEP_DONE)
    g_set_error_literal (
        error,
        LASNA_ERROR,
        LASNA_ERROR_NOT_FOUND,
        _ ("This file is not in the workbook any more. Nothing else was changed; undo what took "
           "it away, or attach it again."));
  if (step == LASNA_STEP_ROW)
    {
      const char *text = lasna_statement_get_text (statement, 1);

      bytes = lasna_statement_dup_bytes (statement, 2);
      if (type != NULL)
        *type = g_utf8_make_valid (text != NULL ? text : "", -1);
    }
  lasna_statement_reset (statement);
  return bytes;
}

typedef struct
{
  GHashTable *places; /* table to number of the column */
  GHashTable *used;   /* ids */
} Search;

static void
use (GHashTable *used, gint64 id)
{
  g_hash_table_add (used, g_memdup2 (&id, sizeof id));
}

static void
scan_cb (const char *table, sqlite3_changeset_iter *row, gpointer data)
{
  Search *search = data;
  gpointer column;
  sqlite3_value *value = NULL;

  if (!g_hash_table_lookup_extended (search->places, table, NULL, &column))
    return;
  if (sqlite3changeset_old (row, GPOINTER_TO_INT (column), &value) == SQLITE_OK && value != NULL)
    use (search->used, sqlite3_value_int64 (value));
  value = NULL;
  if (sqlite3changeset_new (row, GPOINTER_TO_INT (column), &value) == SQLITE_OK && value != NULL)
    use (search->used, sqlite3_value_int64 (value));
}

/* What records refer to now, and where the log would have it. */
static gboolean
look_in_rows (LasnaStore *store, const LasnaAttachmentPlace *place, Search *search, GError **error)
{
  g_autofree char *rows = g_strdup_printf (
      "SELECT %s FROM %s WHERE %s IS NOT NULL", place->column, place->table, place->column);
  g_autofree char *number = g_strdup_printf (
      "SELECT cid FROM pragma_table_info ('%s') WHERE name = '%s'", place->table, place->column);
  LasnaStatement *statement = lasna_store_prepare (store, number, error);
  LasnaStep step;

  if (statement == NULL || lasna_statement_step (statement, error) != LASNA_STEP_ROW)
    return FALSE;
  g_hash_table_insert (search->places,
                       g_strdup (place->table),
                       GINT_TO_POINTER (lasna_statement_get_integer (statement, 1)));
  lasna_statement_reset (statement);
  statement = lasna_store_prepare (store, rows, error);
  if (statement == NULL)
    return FALSE;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    use (search->used, lasna_statement_get_integer (statement, 1));
  return step == LASNA_STEP_DONE;
}

static GArray *
list_unused (LasnaStore *store, GHashTable *used, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (store, "SELECT id FROM attachment", error);
  g_autoptr (GArray) unused = g_array_new (FALSE, FALSE, sizeof (gint64));
  LasnaStep step;

  if (statement == NULL)
    return NULL;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      gint64 id = lasna_statement_get_integer (statement, 1);

      if (!g_hash_table_contains (used, &id))
        g_array_append_val (unused, id);
    }
  return step == LASNA_STEP_DONE ? g_steal_pointer (&unused) : NULL;
}

static gboolean
remove_unused (LasnaStore *store, GHashTable *used, GError **error)
{
  g_autoptr (GArray) unused = list_unused (store, used, error);
  LasnaStatement *statement =
      lasna_store_prepare (store, "DELETE FROM attachment WHERE id = ?1", error);

  if (unused == NULL || statement == NULL)
    return FALSE;
  for (guint i = 0; i < unused->len; i++)
    {
      lasna_statement_bind_integer (statement, 1, g_array_index (unused, gint64, i));
      if (!lasna_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * lasna_attachment_sweep:
 * @places: every column that refers to attachments, one a table
 *
 * Removes what neither the records nor the log of changes refer to. To be called inside a
 * transaction.
 *
 * Returns: whether it could be done
 */
gboolean
lasna_attachment_sweep (LasnaStore *store,
                        const LasnaAttachmentPlace *places,
                        guint n_places,
                        GError **error)
{
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Search search = { columns, used };

  for (guint i = 0; i < n_places; i++)
    if (!look_in_rows (store, &places[i], &search, error))
      return FALSE;
  return lasna_log_scan (store, scan_cb, &search, error) && remove_unused (store, used, error);
}
