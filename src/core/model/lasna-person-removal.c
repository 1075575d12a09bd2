/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is the person's own is removed or loses who it was; everywhere else an ellipsis stands where
 * the name stood.
 */
#include "config.h"

#include "lasna-person-removal.h"

#include "lasna-connection.h"
#include "lasna-file.h"
#include "lasna-kinds.h"
#include "lasna-person-search.h"
#include "lasna-property-private.h"
#include "lasna-purge.h"
#include "lasna-renewal.h"
#include "lasna-side-task.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define PERSONS "SELECT id FROM person WHERE mentions (display_name)"

/* Rows that are the person's own: SQL that finds them, and what in them tells so. */
static const struct
{
  const char *table;
  const char *condition;
  const char *names; /* columns, with their new values */
} own[] = {
  { "feedback",
    "person IN (" PERSONS ") OR is_all (giver) OR is_all (source_response_id)",
    "person = NULL, giver = NULL, source_response_id = NULL" },
  { "encounter", "customer IN (" PERSONS ") OR is_all (who)", "customer = NULL, who = NULL" },
  { "departure", "person IN (" PERSONS ")", "person = NULL" },
  { "story", "is_all (teller)", "teller = NULL" },
};

typedef struct
{
  LasnaPersonQuery *query;
  LasnaPersonRemoval removal;
  gboolean backups;
} Removal;

/* The ids are noted first, for removing some changes what the condition finds. */
static gboolean
remove_own (sqlite3 *connection, guint i, LasnaPersonRemoval removal, GError **error)
{
  g_autofree char *note = g_strdup_printf ("DROP TABLE IF EXISTS temp.own;"
                                           "CREATE TEMP TABLE own AS SELECT id FROM %s WHERE %s",
                                           own[i].table,
                                           own[i].condition);
  g_autofree char *update = g_strdup_printf (
      "UPDATE %s SET %s WHERE id IN (SELECT id FROM temp.own)", own[i].table, own[i].names);

  if (!lasna_connection_execute (connection, note, error))
    return FALSE;
  if (removal == LASNA_PERSON_ERASE)
    return _lasna_purge (connection, own[i].table, "id IN (SELECT id FROM temp.own)", error);
  return lasna_connection_execute (connection, update, error);
}

static gboolean
remove_persons (sqlite3 *connection, GError **error)
{
  return lasna_connection_execute (connection,
                                   "DROP TABLE IF EXISTS temp.own;"
                                   "CREATE TEMP TABLE own AS " PERSONS,
                                   error) &&
         _lasna_purge (connection, "person", "id IN (SELECT id FROM temp.own)", error) &&
         lasna_connection_execute (connection, "DROP TABLE temp.own", error);
}

/* Files cannot be written over in part, so those that mention the person go. */
static gboolean
let_go_of_files (sqlite3 *connection,
                 LasnaRecordClass *klass,
                 const LasnaProperty *property,
                 GError **error)
{
  g_autofree char *column = _lasna_property_dup_column (property);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = NULL WHERE %s IN "
                                          "(SELECT id FROM attachment WHERE mentions (bytes))",
                                          klass->table,
                                          column,
                                          column);

  return lasna_connection_execute (connection, sql, error);
}

static gboolean
hide_texts (sqlite3 *connection,
            LasnaRecordClass *klass,
            const LasnaProperty *property,
            GError **error)
{
  g_autofree char *column = _lasna_property_dup_column (property);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE %s SET %s = hide (%s) WHERE mentions (%s)", klass->table, column, column, column);

  return lasna_connection_execute (connection, sql, error);
}

static gboolean
remove_mentions (sqlite3 *connection, GError **error)
{
  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (kind);

      for (guint i = 0; i < klass->n_properties; i++)
        {
          const LasnaProperty *property = &klass->properties[i];

          if (property->type == LASNA_PROPERTY_TEXT &&
              !hide_texts (connection, klass, property, error))
            return FALSE;
          if (property->type == LASNA_PROPERTY_ATTACHMENT &&
              !let_go_of_files (connection, klass, property, error))
            return FALSE;
        }
    }
  return lasna_connection_execute (
      connection, "DELETE FROM attachment WHERE mentions (bytes)", error);
}

static gboolean
remove_cb (sqlite3 *connection, gpointer data, GError **error)
{
  Removal *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (!remove_own (connection, i, self->removal, error))
      return FALSE;
  return remove_persons (connection, error) && remove_mentions (connection, error);
}

static gboolean
remove_backups (LasnaStore *store,
                LasnaPersonQuery *query,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (LasnaPersonReport) report = lasna_person_search (store, query, cancellable, error);

  if (report == NULL)
    return FALSE;
  for (guint i = 0; i < report->backups->len; i++)
    if (g_unlink (report->backups->pdata[i]) != 0 && errno != ENOENT)
      {
        lasna_file_set_error (error, errno);
        return FALSE;
      }
  return TRUE;
}

/**
 * lasna_person_remove:
 * @store: a connection for bulk work; see lasna_store_open_side()
 * @backups: whether our own backups that mention the person, or cannot be read, are deleted
 *
 * Cannot be undone: the whole undo goes, and the file is written anew.
 *
 * Returns: whether nothing mentions the person any more; where not, @error says what is left
 */
gboolean
lasna_person_remove (LasnaStore *store,
                     LasnaPersonQuery *query,
                     LasnaPersonRemoval removal,
                     gboolean backups,
                     GCancellable *cancellable,
                     GError **error)
{
  Removal self = { query, removal, backups };

  return _lasna_person_query_teach (query, lasna_store_get_connection (store), error) &&
         _lasna_renewal_run (store, remove_cb, &self, cancellable, error) &&
         (!backups || remove_backups (store, query, cancellable, error));
}

static void
removal_free (gpointer data)
{
  lasna_person_query_unref (((Removal *) data)->query);
  g_free (data);
}

/* The result is nothing but that it worked. */
static gpointer
remove_in_thread (LasnaStore *side, gpointer data, GCancellable *cancellable, GError **error)
{
  const Removal *self = data;

  return GINT_TO_POINTER (
      lasna_person_remove (side, self->query, self->removal, self->backups, cancellable, error));
}

/**
 * lasna_person_remove_async:
 *
 * Removes in a thread; afterwards the workbook has to look, with lasna_workbook_poll().
 */
void
lasna_person_remove_async (LasnaWorkbook *workbook,
                           LasnaPersonQuery *query,
                           LasnaPersonRemoval removal,
                           gboolean backups,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  Removal self = { lasna_person_query_ref (query), removal, backups };

  lasna_side_task_run (lasna_workbook_get_store (workbook),
                       LASNA_STORE_BULK,
                       remove_in_thread,
                       g_memdup2 (&self, sizeof self),
                       removal_free,
                       NULL,
                       cancellable,
                       callback,
                       data);
}

gboolean
lasna_person_remove_finish (GAsyncResult *result, GError **error)
{
  return lasna_side_task_finish (result, error) != NULL;
}
