/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of a workbook. What is left out of a copy for others is deleted in the copy, and the copy
 * is then written anew, so that no byte of it is left in unused pages.
 */
#include "config.h"

#include "lasna-copy.h"

#include "lasna-backup.h"
#include "lasna-connection.h"
#include "lasna-file.h"
#include "lasna-kinds.h"
#include "lasna-names.h"
#include "lasna-property-private.h"
#include "lasna-purge.h"
#include "lasna-word-index.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define HIDDEN_BATCHES "SELECT id FROM batch WHERE state != 'batch.complete' OR undone != 0"

typedef gboolean (*Visit) (sqlite3 *connection,
                           LasnaRecordClass *klass,
                           const LasnaProperty *property,
                           gpointer data,
                           GError **error);

static gboolean
visit (sqlite3 *connection, Visit func, gpointer data, GError **error)
{
  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (kind);

      for (guint i = 0; i < klass->n_properties; i++)
        if (!func (connection, klass, &klass->properties[i], data, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
rename_person (sqlite3 *connection, gint64 id, const char *name, GError **error)
{
  g_autoptr (LasnaStatement) statement = lasna_statement_new (
      connection, "UPDATE person SET display_name = ?2 WHERE id = ?1", FALSE, error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, id);
  lasna_statement_bind_text (statement, 2, name);
  return lasna_statement_run (statement, error);
}

static gboolean
rename_persons (sqlite3 *connection, GError **error)
{
  g_autoptr (LasnaStatement) persons = _lasna_names_list_persons (connection, error);
  LasnaStep step;

  if (persons == NULL)
    return FALSE;
  while ((step = lasna_statement_step (persons, error)) == LASNA_STEP_ROW)
    {
      g_autofree char *role = _lasna_names_dup_role (connection, persons);

      if (!rename_person (connection, lasna_statement_get_integer (persons, 1), role, error))
        return FALSE;
    }
  return step == LASNA_STEP_DONE;
}

static gboolean
is_name (LasnaRecordClass *klass, const LasnaProperty *property)
{
  return strcmp (klass->table, "person") == 0 && strcmp (property->name, "display-name") == 0;
}

/* Other places that hold names are emptied; what is nothing without what is private is gone. */
static gboolean
empty_cb (sqlite3 *connection,
          LasnaRecordClass *klass,
          const LasnaProperty *property,
          gpointer data G_GNUC_UNUSED,
          GError **error)
{
  g_autofree char *column = _lasna_property_dup_column (property);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = NULL", klass->table, column);

  if (!(property->flags & (LASNA_PERSONAL | LASNA_PRIVATE)) || is_name (klass, property))
    return TRUE;
  if (property->flags & LASNA_REQUIRED)
    return _lasna_purge (connection, klass->table, "TRUE", error);
  return lasna_connection_execute (connection, sql, error);
}

static gboolean
replace_text (sqlite3 *connection, const char *sql, gint64 id, const char *text, GError **error)
{
  g_autoptr (LasnaStatement) statement = lasna_statement_new (connection, sql, FALSE, error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_text (statement, 1, text);
  lasna_statement_bind_integer (statement, 2, id);
  return lasna_statement_run (statement, error);
}

static gboolean
replace_cb (sqlite3 *connection,
            LasnaRecordClass *klass,
            const LasnaProperty *property,
            gpointer data,
            GError **error)
{
  g_autofree char *column = _lasna_property_dup_column (property);
  g_autofree char *select =
      g_strdup_printf ("SELECT id, %s FROM %s WHERE %s IS NOT NULL", column, klass->table, column);
  g_autofree char *update =
      g_strdup_printf ("UPDATE %s SET %s = ?1 WHERE id = ?2", klass->table, column);
  g_autoptr (LasnaStatement) statement = NULL;
  LasnaStep step;

  if (property->type != LASNA_PROPERTY_TEXT || is_name (klass, property))
    return TRUE;
  statement = lasna_statement_new (connection, select, FALSE, error);
  if (statement == NULL)
    return FALSE;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      g_autofree char *text = _lasna_names_replace (data, lasna_statement_get_text (statement, 2));

      if (text != NULL &&
          !replace_text (
              connection, update, lasna_statement_get_integer (statement, 1), text, error))
        return FALSE;
    }
  return step == LASNA_STEP_DONE;
}

/* Files that nothing in the copy refers to. */
static gboolean
drop_attachments_cb (sqlite3 *connection,
                     LasnaRecordClass *klass,
                     const LasnaProperty *property,
                     gpointer data,
                     GError **error G_GNUC_UNUSED)
{
  g_autofree char *column = _lasna_property_dup_column (property);

  if (property->type == LASNA_PROPERTY_ATTACHMENT)
    g_string_append_printf (data,
                            " AND id NOT IN (SELECT %s FROM %s WHERE %s IS NOT NULL)",
                            column,
                            klass->table,
                            column);
  return TRUE;
}

static gboolean
drop_hidden (sqlite3 *connection, GError **error)
{
  g_autoptr (GString) attachments = g_string_new ("DELETE FROM attachment WHERE TRUE");

  return _lasna_purge (connection,
                       "feedback",
                       "batch IN (" HIDDEN_BATCHES ") OR (batch IS NOT NULL AND batch NOT IN "
                       "(SELECT id FROM batch))",
                       error) &&
         lasna_connection_execute (connection,
                                   "DELETE FROM batch WHERE id IN (" HIDDEN_BATCHES ");"
                                   "DELETE FROM change_log; DELETE FROM change_event;"
                                   "DELETE FROM feedback_cache;"
                                   "UPDATE feedback_stamp SET stamp = stamp + 1",
                                   error) &&
         visit (connection, drop_attachments_cb, attachments, error) &&
         lasna_connection_execute (connection, attachments->str, error);
}

static gboolean
drop_names (sqlite3 *connection, GError **error)
{
  g_autoptr (LasnaNames) names = _lasna_names_new ();

  return _lasna_names_gather (names, connection, error) && rename_persons (connection, error) &&
         visit (connection, empty_cb, NULL, error) && visit (connection, replace_cb, names, error);
}

/* Makes the copy at @path one for others. It is nobody's file yet, so it needs no journal. */
static gboolean
strip (const char *path, GError **error)
{
  sqlite3 *connection = lasna_connection_open (path, LASNA_CONNECTION_WRITE, error);
  gboolean stripped = FALSE;

  if (connection == NULL)
    return FALSE;
  sqlite3_db_config (connection, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  stripped =
      lasna_connection_execute (
          connection, "PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON; BEGIN", error) &&
      drop_hidden (connection, error) && drop_names (connection, error) &&
      lasna_word_index_rebuild (connection, error) &&
      lasna_connection_execute (connection, "COMMIT; VACUUM", error);
  sqlite3_close_v2 (connection);
  return stripped;
}

/**
 * lasna_copy_run:
 * @store: in the thread that uses it
 * @replace: whether a file at @path makes way
 *
 * Returns: whether the copy is at @path now; where not, what was there is as it was
 */
gboolean
lasna_copy_run (
    LasnaStore *store, const char *path, LasnaCopyKind kind, gboolean replace, GError **error)
{
  g_autofree char *temporary = NULL;

  if (lasna_file_is_same (path, lasna_store_get_file (store)))
    {
      lasna_file_set_error (error, EEXIST);
      return FALSE;
    }
  if (kind == LASNA_COPY_WHOLE)
    return lasna_backup_write (lasna_store_get_connection (store), path, replace, error);

  temporary = lasna_file_make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  if (lasna_backup_write (lasna_store_get_connection (store), temporary, TRUE, error) &&
      strip (temporary, error) && lasna_file_put (temporary, path, replace, error))
    return TRUE;
  lasna_file_remove_with_journals (temporary);
  return FALSE;
}

typedef struct
{
  LasnaStore *store;
  char *path;
  LasnaCopyKind kind;
  gboolean replace;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->store);
  g_free (job->path);
  g_free (job);
}

static void
copy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  gboolean copied;

  lasna_store_set_cancellable (job->store, cancellable);
  copied = lasna_copy_run (job->store, job->path, job->kind, job->replace, &error);
  lasna_store_set_cancellable (job->store, NULL);
  if (copied)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * lasna_copy_async:
 *
 * Copies in a thread, as of one moment; edits go on meanwhile.
 */
void
lasna_copy_async (LasnaWorkbook *workbook,
                  const char *path,
                  LasnaCopyKind kind,
                  gboolean replace,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  /* Without a source: a thread must not be the last to hold the workbook. */
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  GError *error = NULL;
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, lasna_copy_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  job->path = g_strdup (path);
  job->kind = kind;
  job->replace = replace;
  job->store =
      lasna_store_open_side (lasna_workbook_get_store (workbook), LASNA_STORE_READ_ONLY, &error);
  if (job->store == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, copy_thread);
}

gboolean
lasna_copy_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
