/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Deleting a record with all that is part of it.
 */
#include "config.h"

#include "lasna-kinds.h"
#include "lasna-record-private.h"
#include "lasna-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Tables that name a record by its id without being a reference to its kind. What is theirs goes
 * with the record or forgets it.
 */
static const struct
{
  const char *table;
  const char *column;
  gboolean delete;
} loose[] = {
  { "label", "record", FALSE },
  { "translation", "record", TRUE },
};

/* What a voice has in tables of its own goes with the voice, and with what gives it its meaning. */
static const struct
{
  const char *table;
  const char *sql;
} details[] = {
  { "feedback", "DELETE FROM feedback_score WHERE feedback = ?1" },
  { "feedback", "DELETE FROM feedback_emotion WHERE feedback = ?1" },
  { "question", "DELETE FROM feedback_score WHERE question = ?1" },
  { "label", "DELETE FROM feedback_emotion WHERE emotion = ?1" },
};

static GArray *
find_rows (
    LasnaWorkbook *workbook, const char *table, const char *column, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1", table, column);
  LasnaStatement *statement = lasna_store_prepare (lasna_workbook_get_store (workbook), sql, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  LasnaStep step;

  if (statement == NULL)
    return NULL;
  lasna_statement_bind_integer (statement, 1, id);
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      gint64 row = lasna_statement_get_integer (statement, 1);
      g_array_append_val (rows, row);
    }
  return step == LASNA_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static gboolean
run (LasnaWorkbook *workbook, const char *sql, gint64 id, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (lasna_workbook_get_store (workbook), sql, error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, id);
  return lasna_statement_run (statement, error);
}

static gboolean remove_record (LasnaRecord *self, GError **error);

/* A part of the record goes with it; so does what makes no sense without it. The rest lets go. */
static gboolean
release (
    LasnaWorkbook *workbook, GType type, const LasnaProperty *property, gint64 id, GError **error)
{
  LasnaRecordClass *klass = g_type_class_peek (type);
  g_autofree char *column = _lasna_property_dup_column (property);
  g_autoptr (GArray) rows = find_rows (workbook, klass->table, column, id, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (LasnaRecord) row =
          lasna_workbook_find (workbook, klass->table, g_array_index (rows, gint64, i));

      if (row == NULL)
        continue;
      if (!(property->flags & (LASNA_OWNER | LASNA_REQUIRED)))
        _lasna_record_set_reference_id (row, property->name, 0);
      else if (!remove_record (row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
release_references (LasnaRecord *self, GError **error)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (self);

  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (kind);

      for (guint i = 0; i < klass->n_properties; i++)
        {
          const LasnaProperty *property = &klass->properties[i];

          if (property->type == LASNA_PROPERTY_REFERENCE &&
              strcmp (property->target, lasna_record_get_table (self)) == 0 &&
              !release (workbook,
                        lasna_kinds_get_type (kind),
                        property,
                        lasna_record_get_id (self),
                        error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
release_loose (LasnaRecord *self, GError **error)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (self);

  for (guint i = 0; i < G_N_ELEMENTS (loose); i++)
    {
      g_autoptr (GArray) rows =
          find_rows (workbook, loose[i].table, loose[i].column, lasna_record_get_id (self), error);

      if (rows == NULL)
        return FALSE;
      for (guint n = 0; n < rows->len; n++)
        {
          g_autoptr (LasnaRecord) row =
              lasna_workbook_find (workbook, loose[i].table, g_array_index (rows, gint64, n));

          if (row != NULL && !loose[i].delete)
            g_object_set (row, loose[i].column, LASNA_UNSET, NULL);
          else if (row != NULL && !remove_record (row, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
remove_details (LasnaRecord *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    if (strcmp (lasna_record_get_table (self), details[i].table) == 0 &&
        !run (lasna_record_get_workbook (self), details[i].sql, lasna_record_get_id (self), error))
      return FALSE;
  return TRUE;
}

static gboolean
remove_record (LasnaRecord *self, GError **error)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (self);
  g_autofree char *sql =
      g_strdup_printf ("DELETE FROM %s WHERE id = ?1", lasna_record_get_table (self));

  if (lasna_record_is_deleted (self))
    return TRUE;

  /* Marked first, so that records that refer to each other do not go round in circles. */
  _lasna_workbook_touch (workbook, self);
  _lasna_record_set_deleted (self, TRUE);
  return release_references (self, error) && release_loose (self, error) &&
         remove_details (self, error) && run (workbook, sql, lasna_record_get_id (self), error);
}

/**
 * lasna_record_delete:
 *
 * Deletes the record and its parts; what refers to it otherwise lets go. One change.
 */
void
lasna_record_delete (LasnaRecord *self)
{
  g_autofree char *kind = NULL;
  g_autofree char *label = NULL;
  g_autoptr (LasnaChange) change = NULL;
  g_autoptr (GError) error = NULL;
  LasnaWorkbook *workbook = lasna_record_get_workbook (self);

  g_return_if_fail (LASNA_IS_RECORD (self));
  if (workbook == NULL || lasna_record_is_deleted (self))
    return;

  kind = lasna_record_class_dup_noun (LASNA_RECORD_GET_CLASS (self));
  /* Translators: the name of a change in the undo list; %s is a kind, such as touchpoint */
  label = g_strdup_printf (_ ("Delete %s"), kind);
  change = lasna_workbook_begin (workbook, label);
  if (!lasna_change_is_failed (change) && !remove_record (self, &error))
    lasna_change_fail (change, g_steal_pointer (&error));
  _lasna_change_end (change);
}
