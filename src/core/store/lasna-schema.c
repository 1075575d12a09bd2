/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Migrations and the comparison that makes a file trustworthy.
 */
#include "config.h"

#include "lasna-schema.h"

#include "lasna-connection.h"
#include "lasna-error.h"
#include "lasna-schema-resource.h"
#include "lasna-statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LasnaSchema
{
  GPtrArray *migrations; /* SQL text; the first makes version 1 */
  char **descriptions;   /* by version; NULL until asked for, by whatever thread is first */
};

static int
compare_names (gconstpointer one, gconstpointer two)
{
  return strcmp (*(const char *const *) one, *(const char *const *) two);
}

/**
 * lasna_schema_new:
 * @resource_folder: where 0001-*.sql and its successors lie; must exist
 *
 * Returns: (transfer full): the schema made by them in the order of their names
 */
LasnaSchema *
lasna_schema_new (const char *resource_folder)
{
  LasnaSchema *self = g_new0 (LasnaSchema, 1);
  g_auto (GStrv) names =
      g_resources_enumerate_children (resource_folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  self->migrations = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_path ("/", resource_folder, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert (bytes != NULL);
      g_ptr_array_add (self->migrations,
                       g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
  self->descriptions = g_new0 (char *, self->migrations->len + 1);
  return self;
}

void
lasna_schema_free (LasnaSchema *self)
{
  for (guint i = 0; i <= self->migrations->len; i++)
    g_free (self->descriptions[i]);
  g_free (self->descriptions);
  g_ptr_array_unref (self->migrations);
  g_free (self);
}

static gpointer
make_default (gpointer data G_GNUC_UNUSED)
{
  /* Naming the resource also keeps the linker from leaving it out. */
  g_resources_register (lasna_schema_get_resource ());
  return lasna_schema_new ("/fi/lasna/schema");
}

/**
 * lasna_schema_get_default:
 *
 * Returns: (transfer none): the schema of this program
 */
const LasnaSchema *
lasna_schema_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_default, NULL);
}

int
lasna_schema_get_version (const LasnaSchema *self)
{
  return self->migrations->len;
}

/* Two programs may open an older file at once; the second finds the work done. */
static gboolean
is_done (sqlite3 *connection, int version)
{
  gint64 present = 0;

  return lasna_connection_read (connection, "PRAGMA user_version", &present, NULL) &&
         present >= version;
}

/* One migration is one transaction, its number included. The log of changes cannot be replayed
 * over another schema, so it is cleared.
 */
static gboolean
migrate_once (const LasnaSchema *self, sqlite3 *connection, int version, GError **error)
{
  g_autofree char *number = g_strdup_printf ("PRAGMA user_version = %d", version);

  if (!lasna_connection_execute (connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if ((is_done (connection, version) ||
       ((version == 1 || lasna_connection_execute (connection, "DELETE FROM change_log", error)) &&
        lasna_connection_execute (connection, self->migrations->pdata[version - 1], error) &&
        lasna_connection_execute (connection, number, error))) &&
      lasna_connection_execute (connection, "COMMIT", error))
    return TRUE;
  sqlite3_exec (connection, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/**
 * lasna_schema_migrate:
 * @from: the version the file has; 0 for a new one
 *
 * Returns: whether the file has our version now; where not, it has one of those between, whole
 */
gboolean
lasna_schema_migrate (const LasnaSchema *self, sqlite3 *connection, int from, GError **error)
{
  for (int version = from + 1; version <= lasna_schema_get_version (self); version++)
    if (!migrate_once (self, connection, version, error))
      return FALSE;
  return TRUE;
}

/* All that stands in the schema, as one text. Each piece is preceded by its length, so that none
 * can pass for two. The statistics that other tools may have gathered harm nobody.
 */
static char *
describe (sqlite3 *connection, GError **error)
{
  g_autoptr (LasnaStatement) statement =
      lasna_statement_new (connection,
                           "SELECT type, name, tbl_name, coalesce (sql, '') FROM sqlite_schema "
                           "WHERE NOT (type = 'table' AND name = 'sqlite_stat1' AND "
                           "sql = 'CREATE TABLE sqlite_stat1(tbl,idx,stat)') ORDER BY type, name",
                           FALSE,
                           error);
  g_autoptr (GString) text = g_string_new (NULL);
  LasnaStep step;

  if (statement == NULL)
    return NULL;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    for (int column = 1; column <= 4; column++)
      {
        const char *piece = lasna_statement_get_text (statement, column);

        if (piece == NULL)
          piece = "";
        g_string_append_printf (text, "%zu:%s\n", strlen (piece), piece);
      }
  return step == LASNA_STEP_DONE ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* The description of an empty workbook of @version. */
static char *
describe_version (const LasnaSchema *self, int version, GError **error)
{
  sqlite3 *memory = NULL;
  char *text = NULL;
  int code =
      sqlite3_open_v2 (":memory:", &memory, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  gboolean made = code == SQLITE_OK;

  if (!made)
    lasna_statement_set_error (error, memory, code);
  for (int i = 1; made && i <= version; i++)
    made = migrate_once (self, memory, i, error);
  if (made)
    text = describe (memory, error);
  sqlite3_close_v2 (memory);
  return text;
}

/* Made once, since it takes longer than all else there is to opening a file. */
static const char *
get_description (const LasnaSchema *self, int version, GError **error)
{
  char **place = &self->descriptions[version];

  if (g_atomic_pointer_get (place) == NULL)
    {
      char *text = describe_version (self, version, error);

      if (!g_atomic_pointer_compare_and_exchange (place, NULL, text))
        g_free (text);
    }
  return g_atomic_pointer_get (place);
}

/**
 * lasna_schema_recognise:
 * @version: at most that of the schema
 *
 * A table, view, trigger or index that we did not make would be run or believed by SQLite, so one
 * is enough to refuse the file.
 *
 * Returns: whether the file has the schema of @version and nothing else
 */
gboolean
lasna_schema_recognise (const LasnaSchema *self, sqlite3 *connection, int version, GError **error)
{
  const char *ours = get_description (self, version, error);
  g_autofree char *theirs = NULL;

  if (ours == NULL)
    return FALSE;
  theirs = describe (connection, error);
  if (theirs == NULL)
    return FALSE;
  if (strcmp (ours, theirs) != 0)
    {
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_DAMAGED,
                           _ ("Another program has changed the structure of this workbook. It was "
                              "left as it is; restore a backup from the start page."));
      return FALSE;
    }
  return TRUE;
}
