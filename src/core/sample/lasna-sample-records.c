/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads records: {"in": table, "key": name for others, property: value, ...}. A value is what its
 * property holds; a text may be in three languages, a reference is the key of another record, an
 * attachment the name of a file, a day is counted from today ("-30") or from the hard winter
 * ("w+20").
 */
#include "config.h"

#include "lasna-sample-records.h"

#include "lasna-sample-runs.h"

#include <string.h>

/**
 * lasna_sample_get_text:
 *
 * Returns: (transfer none) (nullable): a text that is the same in all languages or has one for each
 */
const char *
lasna_sample_get_text (LasnaSampleWriter *writer, JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_string_member (
        json_node_get_object (node),
        lasna_language_to_code (lasna_sample_writer_get_language (writer)));
  return json_node_get_string (node);
}

static void
set_day (LasnaSampleWriter *writer, const char *name, const char *when)
{
  g_autofree char *day =
      lasna_sample_writer_dup_day (writer, lasna_sample_writer_count_days (writer, when));
  const char *time = strchr (when, ' ');
  g_autofree char *value = time == NULL ? NULL : g_strconcat (day, "T", time + 1, NULL);

  lasna_sample_writer_set_text (writer, name, value != NULL ? value : day);
}

static void
set_value (LasnaSampleWriter *writer, JsonObject *object, const char *name, JsonNode *node)
{
  switch (lasna_sample_writer_find_property (writer, name)->type)
    {
    case LASNA_PROPERTY_REFERENCE:
      lasna_sample_writer_set_integer (
          writer, name, lasna_sample_writer_find (writer, json_node_get_string (node)));
      break;
    case LASNA_PROPERTY_NUMBER:
      lasna_sample_writer_set_number (writer, name, json_node_get_double (node));
      break;
    case LASNA_PROPERTY_FLAG:
      lasna_sample_writer_set_integer (writer, name, json_node_get_boolean (node));
      break;
    case LASNA_PROPERTY_INTEGER:
      lasna_sample_writer_set_integer (writer, name, json_node_get_int (node));
      break;
    case LASNA_PROPERTY_DATE:
    case LASNA_PROPERTY_TIME:
      set_day (writer, name, json_node_get_string (node));
      break;
    case LASNA_PROPERTY_ATTACHMENT:
      lasna_sample_writer_set_picture (writer, name, json_node_get_string (node));
      break;
    case LASNA_PROPERTY_TEXT:
    case LASNA_PROPERTY_TERM:
    case LASNA_PROPERTY_TERMS:
    default:
      lasna_sample_writer_set_text (writer, name, lasna_sample_get_text (writer, object, name));
      break;
    }
}

/* Words that are about the row and not in it. */
static gboolean
is_about (const char *name)
{
  static const char *const words[] = { "in", "key", "change", "week", NULL };

  return g_strv_contains (words, name);
}

static void
set_values (LasnaSampleWriter *writer, JsonObject *object)
{
  JsonObjectIter iterator;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iterator, object);
  while (json_object_iter_next_ordered (&iterator, &name, &node))
    if (!is_about (name))
      set_value (writer, object, name, node);
}

/* A week is that of the day so many days back, as 2026-W47. */
static void
set_week (LasnaSampleWriter *writer, JsonObject *object)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  g_autofree char *week = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) date = NULL;

  if (!json_object_has_member (object, "week"))
    return;
  day = lasna_sample_writer_dup_day (
      writer,
      lasna_sample_writer_count_days (writer, json_object_get_string_member (object, "week")));
  text = g_strconcat (day, "T12:00:00", NULL);
  zone = g_time_zone_new_utc ();
  date = g_date_time_new_from_iso8601 (text, zone);
  week = g_strdup_printf (
      "%d-W%02d", g_date_time_get_week_numbering_year (date), g_date_time_get_week_of_year (date));
  lasna_sample_writer_set_text (writer, "week", week);
}

/* What a text says in the other languages, for pages that are printed in them. */
static void
add_translations (LasnaSampleWriter *writer, JsonObject *object, const char *table, gint64 id)
{
  JsonObjectIter iterator;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iterator, object);
  while (json_object_iter_next_ordered (&iterator, &name, &node))
    for (guint i = 0; JSON_NODE_HOLDS_OBJECT (node) && i < LASNA_N_LANGUAGES; i++)
      {
        const char *code = lasna_language_to_code (i);
        g_autofree char *language = g_strconcat ("language.", code, NULL);

        if (i == lasna_sample_writer_get_language (writer))
          continue;
        lasna_sample_writer_begin (writer, "translation");
        lasna_sample_writer_set_text (writer, "table-name", table);
        lasna_sample_writer_set_integer (writer, "record", id);
        lasna_sample_writer_set_text (writer, "property", name);
        lasna_sample_writer_set_text (writer, "language", language);
        lasna_sample_writer_set_text (
            writer, "text", json_object_get_string_member (json_node_get_object (node), code));
        lasna_sample_writer_end (writer);
      }
}

static void
add_record (LasnaSampleWriter *writer, JsonObject *object, JsonObject *translated)
{
  const char *change = json_object_get_string_member_with_default (object, "change", NULL);
  const char *table = json_object_get_string_member_with_default (object, "in", NULL);
  const char *key = json_object_get_string_member_with_default (object, "key", NULL);
  gint64 id;

  if (change != NULL)
    {
      lasna_sample_writer_begin_change (writer, change);
      id = lasna_sample_writer_find (writer, change);
      table = lasna_sample_writer_get_table (writer, change);
    }
  else
    id = lasna_sample_writer_begin (writer, table);
  set_values (writer, object);
  set_week (writer, object);
  lasna_sample_writer_end (writer);
  if (key != NULL)
    lasna_sample_writer_name (writer, key, table, id);
  if (json_object_has_member (translated, table))
    add_translations (writer, object, table, id);
}

/**
 * lasna_sample_add_records:
 * @name: a file of data/sample without its suffix
 *
 * Writes the records of a file in their order.
 */
void
lasna_sample_add_records (LasnaSampleWriter *writer, const char *name)
{
  g_autoptr (JsonObject) root = lasna_sample_read (name);
  JsonObject *translated = json_object_get_object_member (root, "translated");
  JsonArray *records = json_object_get_array_member (root, "records");

  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *object = json_array_get_object_element (records, i);

      if (json_object_has_member (object, "answers"))
        lasna_sample_add_run (writer, object);
      else
        add_record (writer, object, translated);
    }
}
