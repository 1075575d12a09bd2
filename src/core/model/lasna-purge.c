/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removing rows for good.
 */
#include "config.h"

#include "lasna-purge.h"

#include "lasna-connection.h"
#include "lasna-kinds.h"
#include "lasna-property-private.h"
#include "lasna-word-index.h"

#include <string.h>

/* What refers to the rows lets go of them, or goes first where it needs them. */
static gboolean
release (sqlite3 *connection,
         LasnaRecordClass *klass,
         const LasnaProperty *property,
         const char *rows,
         GError **error)
{
  g_autofree char *column = _lasna_property_dup_column (property);
  g_autofree char *condition = g_strdup_printf ("%s IN (%s)", column, rows);
  g_autofree char *sql = NULL;

  if (property->flags & (LASNA_OWNER | LASNA_REQUIRED))
    return _lasna_purge (connection, klass->table, condition, error);
  sql = g_strdup_printf ("UPDATE %s SET %s = NULL WHERE %s", klass->table, column, condition);
  return lasna_connection_execute (connection, sql, error);
}

/* A voice has answers and feelings in tables that are no kind. */
static gboolean
purge_details (sqlite3 *connection, const char *table, const char *rows, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM feedback_score WHERE feedback IN (%s);"
                                          "DELETE FROM feedback_emotion WHERE feedback IN (%s)",
                                          rows,
                                          rows);

  return strcmp (table, "feedback") != 0 || (lasna_word_index_forget (connection, rows, error) &&
                                             lasna_connection_execute (connection, sql, error));
}

/* @condition: SQL, of our own making, that says which rows of @table go */
gboolean
_lasna_purge (sqlite3 *connection, const char *table, const char *condition, GError **error)
{
  g_autofree char *rows = g_strdup_printf ("SELECT id FROM %s WHERE %s", table, condition);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id IN (%s)", table, rows);

  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (kind);

      for (guint i = 0; i < klass->n_properties; i++)
        if (klass->properties[i].type == LASNA_PROPERTY_REFERENCE &&
            strcmp (klass->properties[i].target, table) == 0 &&
            !release (connection, klass, &klass->properties[i], rows, error))
          return FALSE;
    }
  return purge_details (connection, table, rows, error) &&
         lasna_connection_execute (connection, sql, error);
}
