/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All texts of all kinds are read; what the property tables do not name is looked into one by one:
 * files, the log of changes, backups.
 */
#include "config.h"

#include "lasna-person-search.h"

#include "lasna-backup.h"
#include "lasna-daily-backup.h"
#include "lasna-kinds.h"
#include "lasna-log.h"
#include "lasna-property-private.h"
#include "lasna-side-task.h"

#include <string.h>

static void
find_free (gpointer data)
{
  g_free (((LasnaPersonFind *) data)->excerpt);
  g_free (data);
}

void
lasna_person_report_free (LasnaPersonReport *self)
{
  g_ptr_array_unref (self->finds);
  g_ptr_array_unref (self->backups);
  g_free (self);
}

/**
 * lasna_person_report_is_empty:
 *
 * Returns: whether nothing anywhere mentions the person
 */
gboolean
lasna_person_report_is_empty (const LasnaPersonReport *self)
{
  return self->n_finds == 0 && self->n_changes == 0 && self->n_attachments == 0 &&
         self->backups->len == 0;
}

/* Voices of imports that nobody sees are no voices, but they are in the file. */
static char *
make_select (LasnaRecordClass *klass, const char *column)
{
  if (strcmp (klass->table, "feedback") == 0)
    return g_strdup_printf ("SELECT id, %s, id NOT IN (SELECT id FROM voice) FROM feedback "
                            "WHERE mentions (%s)",
                            column,
                            column);
  return g_strdup_printf (
      "SELECT id, %s, 0 FROM %s WHERE mentions (%s)", column, klass->table, column);
}

static gboolean
search_property (LasnaPersonReport *report,
                 sqlite3 *connection,
                 const LasnaPersonQuery *query,
                 LasnaRecordClass *klass,
                 const LasnaProperty *property,
                 GError **error)
{
  g_autofree char *column = _lasna_property_dup_column (property);
  g_autofree char *sql = make_select (klass, column);
  g_autoptr (LasnaStatement) statement = lasna_statement_new (connection, sql, FALSE, error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      LasnaPersonFind *find;

      if (report->n_finds++ >= LASNA_PERSON_FINDS_MAX)
        continue;
      find = g_new0 (LasnaPersonFind, 1);
      find->kind = klass->label;
      find->property = property->label;
      find->table = klass->table;
      find->id = lasna_statement_get_integer (statement, 1);
      find->is_hidden = lasna_statement_get_integer (statement, 3) != 0;
      find->excerpt =
          lasna_person_query_dup_excerpt (query, lasna_statement_get_text (statement, 2));
      g_ptr_array_add (report->finds, find);
    }
  return step == LASNA_STEP_DONE;
}

static gboolean
search_kinds (LasnaPersonReport *report,
              sqlite3 *connection,
              const LasnaPersonQuery *query,
              GError **error)
{
  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (kind);

      for (guint i = 0; i < klass->n_properties; i++)
        if (klass->properties[i].type == LASNA_PROPERTY_TEXT &&
            !search_property (report, connection, query, klass, &klass->properties[i], error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
count (sqlite3 *connection, const char *sql, guint64 *n, GError **error)
{
  g_autoptr (LasnaStatement) statement = lasna_statement_new (connection, sql, FALSE, error);

  if (statement == NULL || lasna_statement_step (statement, error) != LASNA_STEP_ROW)
    return FALSE;
  *n = (guint64) lasna_statement_get_integer (statement, 1);
  return TRUE;
}

static gboolean
count_own (LasnaPersonReport *report, sqlite3 *connection, GError **error)
{
  return count (connection,
                "SELECT count (*) FROM voice WHERE person IN "
                "(SELECT id FROM person WHERE mentions (display_name)) OR is_all (giver) OR "
                "is_all (source_response_id)",
                &report->n_voices,
                error) &&
         count (connection,
                "SELECT count (*) FROM encounter WHERE customer IN "
                "(SELECT id FROM person WHERE mentions (display_name)) OR is_all (who)",
                &report->n_encounters,
                error) &&
         count (connection,
                "SELECT count (*) FROM attachment WHERE mentions (bytes)",
                &report->n_attachments,
                error);
}

typedef struct
{
  const LasnaPersonQuery *query;
  guint64 n;
} LogSearch;

static void
look_at (LogSearch *search, sqlite3_value *value)
{
  const char *text = value != NULL && sqlite3_value_type (value) == SQLITE_TEXT
                         ? (const char *) sqlite3_value_text (value)
                         : NULL;

  search->n += text != NULL && lasna_person_query_is_mentioned (search->query, text);
}

static void
scan_cb (const char *table, sqlite3_changeset_iter *row, gpointer data)
{
  const char *name;
  int n_columns = 0;
  int operation = 0;

  sqlite3changeset_op (row, &name, &n_columns, &operation, NULL);
  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *gone = NULL;
      sqlite3_value *come = NULL;

      if (operation != SQLITE_INSERT)
        sqlite3changeset_old (row, i, &gone);
      if (operation != SQLITE_DELETE)
        sqlite3changeset_new (row, i, &come);
      look_at (data, gone);
      look_at (data, come);
    }
}

static gboolean
search_log (LasnaPersonReport *report,
            LasnaStore *store,
            const LasnaPersonQuery *query,
            GError **error)
{
  LogSearch search = { query, 0 };
  guint64 labels = 0;

  if (!lasna_log_scan (store, scan_cb, &search, error) ||
      !count (lasna_store_get_connection (store),
              "SELECT count (*) FROM change_log WHERE mentions (label)",
              &labels,
              error))
    return FALSE;
  report->n_changes = search.n + labels;
  return TRUE;
}

static LasnaPersonReport *
search_file (LasnaStore *store, LasnaPersonQuery *query, GError **error)
{
  sqlite3 *connection = lasna_store_get_connection (store);
  g_autoptr (LasnaPersonReport) report = g_new0 (LasnaPersonReport, 1);

  report->finds = g_ptr_array_new_with_free_func (find_free);
  report->backups = g_ptr_array_new_with_free_func (g_free);
  if (!_lasna_person_query_teach (query, connection, error) ||
      !search_kinds (report, connection, query, error) || !count_own (report, connection, error) ||
      !search_log (report, store, query, error))
    return NULL;
  return g_steal_pointer (&report);
}

/* Those of the days, and those that were made beside the file before it was migrated. */
char **
_lasna_person_list_backups (LasnaStore *store)
{
  LasnaStatement *statement = lasna_store_prepare (store, "SELECT id FROM workbook", NULL);
  g_autofree char *beside = g_path_get_dirname (lasna_store_get_file (store));
  g_autofree char *name = g_path_get_basename (lasna_store_get_file (store));
  g_autofree char *prefix = g_strconcat (name, ".version-", NULL);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (beside, 0, NULL);
  const char *entry;

  if (statement != NULL && lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    {
      g_autofree char *folder =
          lasna_daily_backup_dup_folder (lasna_statement_get_integer (statement, 1));
      g_auto (GStrv) days = lasna_backup_list (folder);

      g_strv_builder_addv (paths, (const char **) days);
      lasna_statement_reset (statement);
    }
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (entry, prefix) && g_str_has_suffix (entry, ".bak"))
      {
        g_autofree char *path = g_build_filename (beside, entry, NULL);

        g_strv_builder_add (paths, path);
      }
  return g_strv_builder_end (paths);
}

static gboolean
search_backups (LasnaPersonReport *report,
                LasnaStore *store,
                LasnaPersonQuery *query,
                GCancellable *cancellable,
                GError **error)
{
  g_auto (GStrv) paths = _lasna_person_list_backups (store);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (LasnaStore) backup =
          lasna_store_open (paths[i], LASNA_STORE_READ_ONLY, NULL, NULL);
      g_autoptr (LasnaPersonReport) found = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (backup != NULL)
        found = search_file (backup, query, NULL);
      if (found == NULL || !lasna_person_report_is_empty (found))
        g_ptr_array_add (report->backups, g_strdup (paths[i]));
    }
  return TRUE;
}

/**
 * lasna_person_search:
 * @store: of the thread that calls; nothing in it changes
 *
 * Returns: (transfer full) (nullable): where the person is mentioned; NULL where the workbook could
 *   not be read
 */
LasnaPersonReport *
lasna_person_search (LasnaStore *store,
                     LasnaPersonQuery *query,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (LasnaPersonReport) report = NULL;
  gboolean searched;

  lasna_store_set_cancellable (store, cancellable);
  report = search_file (store, query, error);
  searched = report != NULL && search_backups (report, store, query, cancellable, error);
  lasna_store_set_cancellable (store, NULL);
  return searched ? g_steal_pointer (&report) : NULL;
}

static gpointer
search_cb (LasnaStore *side, gpointer data, GCancellable *cancellable, GError **error)
{
  return lasna_person_search (side, data, cancellable, error);
}

void
lasna_person_search_async (LasnaWorkbook *workbook,
                           LasnaPersonQuery *query,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  lasna_side_task_run (lasna_workbook_get_store (workbook),
                       LASNA_STORE_READ_ONLY,
                       search_cb,
                       lasna_person_query_ref (query),
                       (GDestroyNotify) lasna_person_query_unref,
                       (GDestroyNotify) lasna_person_report_free,
                       cancellable,
                       callback,
                       data);
}

LasnaPersonReport *
lasna_person_search_finish (GAsyncResult *result, GError **error)
{
  return lasna_side_task_finish (result, error);
}
