/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Clearing away what nobody can reach. Nothing of it is visible, so there is no hurry: it is done
 * in pieces, and whoever edits goes first.
 */
#include "config.h"

#include "lasna-sweep.h"

#include "lasna-attachment.h"
#include "lasna-batch-lock.h"
#include "lasna-kinds.h"
#include "lasna-log.h"
#include "lasna-property-private.h"
#include "lasna-purge.h"

#include <string.h>

/* Few enough to take less than a piece of time. */
#define VOICES_AT_ONCE 200

/* Of imports on this machine it is known whether somebody holds them. Of others only the time is:
 * they write it, in seconds, to their batch every second, the last time when all is there but not
 * shown yet; after so long a silence they are over. Should one come to life again, it finds its
 * batch gone and says so.
 */
#define SECONDS_OF_SILENCE 600

static void
find_batch_cb (const char *table, sqlite3_changeset_iter *row, gpointer data)
{
  GHashTable *reachable = data;
  sqlite3_value *value = NULL;

  if (strcmp (table, "batch") != 0)
    return;
  if (sqlite3changeset_old (row, 0, &value) != SQLITE_OK)
    sqlite3changeset_new (row, 0, &value);
  if (value != NULL)
    {
      gint64 id = sqlite3_value_int64 (value);
      g_hash_table_add (reachable, g_memdup2 (&id, sizeof id));
    }
}

/* Batches that no reader sees. */
static LasnaStatement *
find_hidden (LasnaStore *store, GError **error)
{
  return lasna_statement_new (lasna_store_get_connection (store),
                              "SELECT id, coalesce (CAST (updated_at AS INTEGER), 0) FROM batch "
                              "WHERE undone != 0 OR state != 'batch.complete'",
                              FALSE,
                              error);
}

static gboolean
is_written (gint64 batch, gint64 last_sign)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  switch (lasna_batch_lock_look (batch))
    {
    case LASNA_BATCH_HELD:
      return TRUE;
    case LASNA_BATCH_LET_GO:
      return FALSE;
    case LASNA_BATCH_UNKNOWN:
    default:
      return ABS (now - last_sign) <= SECONDS_OF_SILENCE;
    }
}

static GArray *
list_abandoned (LasnaStore *store, GError **error)
{
  g_autoptr (LasnaStatement) hidden = find_hidden (store, error);
  g_autoptr (GHashTable) reachable =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  LasnaStep step;

  if (hidden == NULL || !lasna_log_scan (store, find_batch_cb, reachable, error))
    return NULL;
  while ((step = lasna_statement_step (hidden, error)) == LASNA_STEP_ROW)
    {
      gint64 id = lasna_statement_get_integer (hidden, 1);

      if (!g_hash_table_contains (reachable, &id) &&
          !is_written (id, lasna_statement_get_integer (hidden, 2)))
        g_array_append_val (ids, id);
    }
  return step == LASNA_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* The last of the next few voices of a batch; 0 where there are no more. Voices of one import stand
 * together, and there is no index by batch, so the search goes on where it was.
 */
static gboolean
find_piece (LasnaStore *store, gint64 batch, gint64 after, gint64 *last, GError **error)
{
  LasnaStatement *statement =
      lasna_store_prepare (store,
                           "SELECT coalesce (max (id), 0) FROM (SELECT id FROM feedback "
                           "WHERE id > ?2 AND batch = ?1 ORDER BY id LIMIT ?3)",
                           error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, batch);
  lasna_statement_bind_integer (statement, 2, after);
  lasna_statement_bind_integer (statement, 3, VOICES_AT_ONCE);
  step = lasna_statement_step (statement, error);
  if (step == LASNA_STEP_ROW)
    *last = lasna_statement_get_integer (statement, 1);
  lasna_statement_reset (statement);
  return step == LASNA_STEP_ROW;
}

static gboolean
remove_voices (LasnaStore *store, gint64 batch, GError **error)
{
  gint64 after = G_MININT64;
  gint64 last = 0;

  while (find_piece (store, batch, after, &last, error))
    {
      g_autofree char *voices = NULL;

      if (last == 0)
        return TRUE;
      voices = g_strdup_printf ("batch = %" G_GINT64_FORMAT " AND id > %" G_GINT64_FORMAT
                                " AND id <= %" G_GINT64_FORMAT,
                                batch,
                                after,
                                last);
      if (!_lasna_purge (lasna_store_get_connection (store), "feedback", voices, error) ||
          !lasna_store_give_way (store, error))
        return FALSE;
      after = last;
    }
  return FALSE;
}

static gboolean
remove_batch (LasnaStore *store, gint64 batch, GError **error)
{
  LasnaStatement *statement = NULL;

  if (!remove_voices (store, batch, error))
    return FALSE;
  /* Should a voice have come meanwhile, it stays hidden without its batch. */
  statement = lasna_store_prepare (store, "DELETE FROM batch WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, batch);
  if (!lasna_statement_run (statement, error) || !lasna_log_call_reload (store, error))
    return FALSE;
  lasna_batch_lock_forget (batch);
  return TRUE;
}

static gboolean
remove_batches (LasnaStore *store, GError **error)
{
  g_autoptr (GArray) ids = list_abandoned (store, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!remove_batch (store, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids->len == 0 ||
         lasna_store_execute (store, "UPDATE feedback_stamp SET stamp = stamp + 1", error);
}

static gboolean
sweep_attachments (LasnaStore *store, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LasnaAttachmentPlace));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (kind);

      for (guint i = 0; i < klass->n_properties; i++)
        if (klass->properties[i].type == LASNA_PROPERTY_ATTACHMENT)
          {
            LasnaAttachmentPlace place = { klass->table,
                                           _lasna_property_dup_column (&klass->properties[i]) };

            g_ptr_array_add (names, (gpointer) place.column);
            g_array_append_val (places, place);
          }
    }
  return lasna_attachment_sweep (store, (gpointer) places->data, places->len, error);
}

/* A look that writes nothing: mostly there is nothing to do. */
static gboolean
is_due (LasnaStore *store, gboolean *due, GError **error)
{
  LasnaStatement *statement =
      lasna_store_prepare (store,
                           "SELECT EXISTS (SELECT 1 FROM batch WHERE state != 'batch.complete' OR "
                           "undone != 0) OR EXISTS (SELECT 1 FROM attachment)",
                           error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  step = lasna_statement_step (statement, error);
  if (step == LASNA_STEP_ROW)
    *due = lasna_statement_get_integer (statement, 1) != 0;
  lasna_statement_reset (statement);
  return step == LASNA_STEP_ROW;
}

/**
 * lasna_sweep_run:
 * @store: a connection for bulk work; see lasna_store_open_side()
 *
 * Returns: whether there is nothing to clear away any more; stopped half-way, the rest waits
 */
gboolean
lasna_sweep_run (LasnaStore *store, GCancellable *cancellable, GError **error)
{
  gboolean due = FALSE;
  gboolean swept;

  if (!is_due (store, &due, error) || !due)
    return !due;
  lasna_store_set_cancellable (store, cancellable);
  swept = lasna_store_begin (store, error) && remove_batches (store, error) &&
          sweep_attachments (store, error) && lasna_store_commit (store, error);
  lasna_store_set_cancellable (store, NULL);
  if (!swept)
    lasna_store_roll_back (store);
  return swept;
}

static void
sweep_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (lasna_sweep_run (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * lasna_sweep_async:
 *
 * Clears away in a thread; for the moment after opening. To be cancelled when the workbook closes.
 */
void
lasna_sweep_async (LasnaWorkbook *workbook,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer data)
{
  /* Without a source: a thread must not be the last to hold the workbook. */
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  GError *error = NULL;
  LasnaStore *store;

  g_task_set_source_tag (task, lasna_sweep_async);
  if (lasna_store_is_read_only (lasna_workbook_get_store (workbook)))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  store = lasna_store_open_side (lasna_workbook_get_store (workbook), LASNA_STORE_BULK, &error);
  if (store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, store, g_object_unref);
  g_task_run_in_thread (task, sweep_thread);
}
