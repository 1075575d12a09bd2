/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows as JSON and back.
 */
#include "config.h"

#include "lasna-record-json.h"

#include "lasna-error.h"
#include "lasna-property-private.h"
#include "lasna-record-private.h"
#include "lasna-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Whole numbers beyond this are not safe in the JSON of others. */
#define SAFE_INTEGER 9007199254740992.0

void
lasna_json_set_id (JsonObject *object, const char *name, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  json_object_set_string_member (object, name, text);
}

/* JSON has no words for what is not finite; such a number is left out. */
void
lasna_json_set_number (JsonObject *object, const char *name, double number)
{
  if (!isfinite (number))
    return;
  if (floor (number) == number && fabs (number) < SAFE_INTEGER)
    json_object_set_int_member (object, name, (gint64) number);
  else
    json_object_set_double_member (object, name, number);
}

static gboolean
is_text_node (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_number_node (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && (json_node_get_value_type (node) == G_TYPE_INT64 ||
                                          json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

static gboolean
read_id (JsonNode *node, gint64 *id)
{
  return is_text_node (node) &&
         g_ascii_string_to_signed (
             json_node_get_string (node), 10, G_MININT64, G_MAXINT64, id, NULL);
}

/**
 * lasna_json_get_id:
 *
 * Returns: whether the member is there and an id as text
 */
gboolean
lasna_json_get_id (JsonObject *object, const char *name, gint64 *id)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && read_id (node, id) && *id > 0;
}

/* Whole numbers that may be as large as an id is. */
static gboolean
is_wide (const LasnaProperty *property)
{
  return property->type == LASNA_PROPERTY_REFERENCE ||
         property->type == LASNA_PROPERTY_ATTACHMENT ||
         (property->type == LASNA_PROPERTY_INTEGER &&
          (property->maximum > SAFE_INTEGER || property->minimum < -SAFE_INTEGER));
}

/* What a new record would have anyway is said where this one has nothing. */
static void
add_member (JsonObject *object, const LasnaProperty *property, const LasnaValue *value)
{
  if (property->type == LASNA_PROPERTY_FLAG)
    {
      if (value->integer != 0)
        json_object_set_boolean_member (object, property->name, TRUE);
    }
  else if (!_lasna_value_is_set (property, value))
    {
      if (property->initial != NULL)
        json_object_set_null_member (object, property->name);
    }
  else if (_lasna_property_is_text (property))
    json_object_set_string_member (object, property->name, value->text);
  else if (property->type == LASNA_PROPERTY_NUMBER)
    lasna_json_set_number (object, property->name, value->number);
  else if (is_wide (property))
    lasna_json_set_id (object, property->name, value->integer);
  else
    json_object_set_int_member (object, property->name, value->integer);
}

/**
 * lasna_record_json_dup_columns:
 *
 * Returns: (transfer full): the columns of the properties, in their order, for a SELECT
 */
char *
lasna_record_json_dup_columns (LasnaRecordClass *klass)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < klass->n_properties; i++)
    {
      g_autofree char *column = _lasna_property_dup_column (&klass->properties[i]);

      g_string_append_printf (columns, "%s%s", i > 0 ? ", " : "", column);
    }
  return g_string_free (g_steal_pointer (&columns), FALSE);
}

/**
 * lasna_record_json_read_row:
 * @column: of the first property
 *
 * Adds what the row has to @object.
 */
void
lasna_record_json_read_row (LasnaRecordClass *klass,
                            LasnaStatement *statement,
                            int column,
                            JsonObject *object)
{
  for (guint i = 0; i < klass->n_properties; i++)
    {
      const LasnaProperty *property = &klass->properties[i];
      LasnaValue value;

      _lasna_value_from_column (property, &value, statement, column + (int) i);
      add_member (object, property, &value);
      _lasna_value_clear (property, &value);
    }
}

static gboolean
read_whole (JsonNode *node, gint64 *integer)
{
  double number = json_node_get_double (node);

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *integer = json_node_get_int (node);
      return TRUE;
    }
  if (!isfinite (number) || floor (number) != number || fabs (number) >= SAFE_INTEGER)
    return FALSE;
  *integer = (gint64) number;
  return TRUE;
}

/* Returns: whether @node has the shape that the property asks for. */
static gboolean
read_node (const LasnaProperty *property, JsonNode *node, LasnaValue *value)
{
  _lasna_value_unset (property, value);
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (_lasna_property_is_text (property))
    {
      if (!is_text_node (node))
        return FALSE;
      value->text = g_strdup (json_node_get_string (node));
      return TRUE;
    }
  if (is_wide (property))
    return read_id (node, &value->integer);
  if (property->type == LASNA_PROPERTY_FLAG)
    {
      value->integer = json_node_get_boolean (node);
      return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
    }
  if (!is_number_node (node))
    return FALSE;
  if (property->type == LASNA_PROPERTY_INTEGER)
    return read_whole (node, &value->integer);
  value->number = json_node_get_double (node);
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    value->number = (double) json_node_get_int (node);
  return TRUE;
}

static gboolean
read_member (const LasnaProperty *property, JsonObject *object, LasnaValue *value)
{
  JsonNode *node = json_object_get_member (object, property->name);

  if (node != NULL)
    return read_node (property, node, value);
  _lasna_value_from_initial (property, value);
  return TRUE;
}

/**
 * lasna_record_json_check:
 *
 * Returns: whether every member that is a property has a value it takes
 */
gboolean
lasna_record_json_check (LasnaRecordClass *klass,
                         JsonObject *object,
                         LasnaRecordJsonTerms known,
                         gpointer data,
                         GError **error)
{
  for (guint i = 0; i < klass->n_properties; i++)
    {
      const LasnaProperty *property = &klass->properties[i];
      LasnaValue value;
      gboolean is_sound = read_member (property, object, &value);

      if (!is_sound)
        g_set_error (
            error,
            LASNA_ERROR,
            LASNA_ERROR_PARSE,
            /* Translators: the name of a field in a file, such as customer-goal */
            _ ("“%s” holds a value of another kind. Nothing was changed; take the file as Läsnä "
               "wrote it."),
            property->name);
      else
        is_sound = _lasna_property_check (property, &value, known, data, error);
      _lasna_value_clear (property, &value);
      if (!is_sound)
        return FALSE;
    }
  return TRUE;
}

/**
 * lasna_record_json_dup_insert:
 *
 * Returns: (transfer full): an INSERT of id, created_at, updated_at and the properties
 */
char *
lasna_record_json_dup_insert (LasnaRecordClass *klass)
{
  g_autofree char *columns = lasna_record_json_dup_columns (klass);
  g_autoptr (GString) marks = g_string_new ("?1, ?2, ?3");

  for (guint i = 0; i < klass->n_properties; i++)
    g_string_append_printf (marks, ", ?%u", i + 4);
  return g_strdup_printf ("INSERT INTO %s (id, created_at, updated_at, %s) VALUES (%s)",
                          klass->table,
                          columns,
                          marks->str);
}

static void
bind_stamp (
    LasnaStatement *statement, int parameter, JsonObject *object, const char *name, const char *now)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    lasna_statement_bind_text (statement, parameter, now);
  else if (is_text_node (node))
    lasna_statement_bind_text (statement, parameter, json_node_get_string (node));
  else
    lasna_statement_bind_null (statement, parameter);
}

/**
 * lasna_record_json_bind:
 * @object: one that was checked
 * @statement: of lasna_record_json_dup_insert()
 * @now: the stamp of what has none of its own
 *
 * Binds the id, the stamps and the values of all properties.
 */
void
lasna_record_json_bind (LasnaRecordClass *klass,
                        gint64 id,
                        JsonObject *object,
                        const char *now,
                        LasnaStatement *statement)
{
  lasna_statement_bind_integer (statement, 1, id);
  bind_stamp (statement, 2, object, "created-at", now);
  bind_stamp (statement, 3, object, "updated-at", now);
  for (guint i = 0; i < klass->n_properties; i++)
    {
      LasnaValue value;

      read_member (&klass->properties[i], object, &value);
      _lasna_value_bind (&klass->properties[i], &value, statement, 4 + (int) i);
      _lasna_value_clear (&klass->properties[i], &value);
    }
}

/**
 * lasna_record_json_add:
 * @id: one that is free
 * @object: one that was checked
 *
 * Adds a record inside a change that is under way. Its rules are asked by the commit; lists show it
 * after that.
 *
 * Returns: (transfer full) (nullable): the record
 */
LasnaRecord *
lasna_record_json_add (
    LasnaWorkbook *workbook, LasnaRecordClass *klass, gint64 id, JsonObject *object, GError **error)
{
  g_autofree char *sql = lasna_record_json_dup_insert (klass);
  g_autofree char *now = lasna_clock_dup_stamp (lasna_workbook_get_clock (workbook));
  LasnaStatement *statement = lasna_store_prepare (lasna_workbook_get_store (workbook), sql, error);
  g_autoptr (LasnaRecord) record = NULL;
  guint64 mask = 0;

  g_return_val_if_fail (_lasna_workbook_get_change (workbook) != NULL, NULL);
  if (statement == NULL)
    return NULL;
  lasna_record_json_bind (klass, id, object, now, statement);
  _lasna_workbook_keep (workbook, klass->table);
  if (!lasna_statement_run (statement, error))
    return NULL;
  record = _lasna_workbook_adopt (workbook, G_TYPE_FROM_CLASS (klass), id);
  _lasna_workbook_reread (workbook, record, &mask);
  _lasna_workbook_touch (workbook, record);
  return g_steal_pointer (&record);
}

/**
 * lasna_record_json_obeys:
 *
 * Returns: whether the rules of its kind hold for a record of the change under way
 */
gboolean
lasna_record_json_obeys (LasnaRecord *record, GError **error)
{
  return _lasna_record_check (record, error);
}

/**
 * lasna_record_json_knows:
 *
 * Returns: whether the workbook, or the catalogue, has that term
 */
gboolean
lasna_record_json_knows (const char *set, const char *term, gpointer workbook)
{
  return _lasna_workbook_knows_term (set, term, workbook);
}
