/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter as JSON: records by id, terms by code, the rest as texts, so that it means the same
 * tomorrow. Days are dates; ids are texts, for they pass 2^53.
 */
#include "config.h"

#include "lasna-day.h"
#include "lasna-error.h"
#include "lasna-filter.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* What the member is called that holds the text of a condition. */
static const char *const text_members[] = {
  [LASNA_CONDITION_TYPED] = "value",
  [LASNA_CONDITION_CODE] = "code",
  [LASNA_CONDITION_LABEL] = "label",
};

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static void
add_end (JsonObject *object, const char *name, LasnaDimension dimension, double end)
{
  if (!isfinite (end))
    return;
  if (dimension == LASNA_DIMENSION_PERIOD)
    {
      g_autofree char *day = lasna_day_dup_text ((gint32) end);

      add_text (object, name, day);
    }
  else
    json_object_set_double_member (object, name, end);
}

static JsonObject *
write_condition (const LasnaCondition *condition)
{
  JsonObject *object = json_object_new ();
  g_autofree char *record = g_strdup_printf ("%" G_GINT64_FORMAT, condition->record);

  add_text (object, "dimension", lasna_dimension_get_id (condition->dimension));
  if (condition->record != 0)
    add_text (object, "record", record);
  switch (condition->kind)
    {
    case LASNA_CONDITION_RECORD:
      break;
    case LASNA_CONDITION_UNKNOWN:
      json_object_set_boolean_member (object, "unknown", TRUE);
      break;
    case LASNA_CONDITION_RANGE:
      json_object_set_boolean_member (object, "range", TRUE);
      add_text (object, "method", condition->method);
      add_end (object, "from", condition->dimension, condition->minimum);
      add_end (object, "to", condition->dimension, condition->maximum);
      break;
    case LASNA_CONDITION_TYPED:
    case LASNA_CONDITION_CODE:
    case LASNA_CONDITION_LABEL:
    default:
      add_text (object, text_members[condition->kind], condition->text);
    }
  return object;
}

static void
add_day (JsonObject *object, const char *name, gint32 day)
{
  g_autofree char *text = day != 0 ? lasna_day_dup_text (day) : NULL;

  add_text (object, name, text);
}

/**
 * lasna_filter_to_json:
 *
 * Returns: (transfer full): the filter as it is saved under a name
 */
char *
lasna_filter_to_json (const LasnaFilter *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *conditions = json_array_new ();
  gint32 first;
  gint32 last;

  add_text (object, "format", "lasna-filter");
  json_object_set_int_member (object, "version", 1);
  lasna_filter_get_days (self, &first, &last);
  add_day (object, "from", first);
  add_day (object, "to", last);
  for (guint i = 0; i < lasna_filter_get_n_conditions (self); i++)
    json_array_add_object_element (conditions,
                                   write_condition (lasna_filter_get_condition (self, i)));
  json_object_set_array_member (object, "conditions", conditions);
  json_node_take_object (root, object);
  return json_to_string (root, FALSE);
}

/* NULL where the member is missing or no text. */
static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
get_flag (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

static gboolean
read_end (JsonObject *object, const char *name, LasnaDimension dimension, double open, double *end)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text = get_text (object, name);
  gint32 day;

  *end = open;
  if (node == NULL)
    return TRUE;
  if (dimension == LASNA_DIMENSION_PERIOD)
    {
      if (text == NULL || !lasna_day_read (text, &day))
        return FALSE;
      *end = day;
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_VALUE (node) || text != NULL)
    return FALSE;
  *end = json_node_get_double (node);
  return TRUE;
}

static gboolean
read_condition (JsonNode *node, LasnaFilter *filter)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *record = object != NULL ? get_text (object, "record") : NULL;
  LasnaCondition condition = { .kind = LASNA_CONDITION_RECORD };

  if (object == NULL ||
      !lasna_dimension_find (get_text (object, "dimension"), &condition.dimension))
    return FALSE;
  if (record != NULL &&
      !g_ascii_string_to_signed (record, 10, G_MININT64, G_MAXINT64, &condition.record, NULL))
    return FALSE;
  if (get_flag (object, "unknown"))
    condition.kind = LASNA_CONDITION_UNKNOWN;
  else if (get_flag (object, "range"))
    {
      condition.kind = LASNA_CONDITION_RANGE;
      condition.method = get_text (object, "method");
      if (!read_end (object, "from", condition.dimension, -INFINITY, &condition.minimum) ||
          !read_end (object, "to", condition.dimension, INFINITY, &condition.maximum))
        return FALSE;
    }
  for (guint kind = 0; kind < G_N_ELEMENTS (text_members); kind++)
    if (text_members[kind] != NULL && get_text (object, text_members[kind]) != NULL)
      {
        condition.kind = kind;
        condition.text = (char *) get_text (object, text_members[kind]);
      }
  if (condition.kind == LASNA_CONDITION_RECORD && condition.record == 0)
    return FALSE;
  lasna_filter_add_condition (filter, &condition);
  return TRUE;
}

static gboolean
read_all (JsonNode *root, LasnaFilter *filter)
{
  JsonObject *object =
      root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *conditions = object != NULL ? json_object_get_member (object, "conditions") : NULL;

  if (object == NULL || g_strcmp0 (get_text (object, "format"), "lasna-filter") != 0 ||
      !lasna_filter_set_period (filter, get_text (object, "from"), get_text (object, "to"), NULL))
    return FALSE;
  if (conditions == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (conditions))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (conditions)); i++)
    if (!read_condition (json_array_get_element (json_node_get_array (conditions), i), filter))
      return FALSE;
  return TRUE;
}

/**
 * lasna_filter_from_json:
 *
 * Returns: (transfer full) (nullable): the filter that was saved; NULL where @json is none that we
 *   understand whole, for a filter that says less would show more than was meant
 */
LasnaFilter *
lasna_filter_from_json (const char *json, GError **error)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  g_autoptr (JsonNode) root = json_from_string (json, NULL);

  if (read_all (root, filter))
    return g_steal_pointer (&filter);
  g_set_error_literal (error,
                       LASNA_ERROR,
                       LASNA_ERROR_PARSE,
                       _ ("This saved view cannot be read, perhaps because a later version of "
                          "Läsnä made it. Nothing was changed; choose the voices anew."));
  return NULL;
}
