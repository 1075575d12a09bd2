/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stages are sections, touchpoints are tasks, the height of the path is the score. Each line that
 * mermaid reads is followed by the record as JSON; records are numbered, and refer to each other by
 * number.
 */
#include "config.h"

#include "lasna-journey-mermaid.h"

#include "lasna-heights.h"
#include "lasna-kinds.h"
#include "lasna-record-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  LasnaWorkbook *workbook;
  LasnaJourneyFigures *figures;
  gboolean names;
  GString *text;
  GHashTable *numbers;   /* LasnaRecord to its number */
  GHashTable *written;   /* records that have their line */
  GPtrArray *neighbours; /* that need a line, borrowed */
  char *persona;
  GError *error;
} Writer;

typedef void (*Visit) (Writer *self, LasnaRecord *child);

/* What is not part of the journey itself but is needed to understand it. */
static gboolean
is_neighbour (const char *table)
{
  static const char *const tables[] = { "service", "segment", "chain_link", "person", NULL };

  return g_strv_contains (tables, table);
}

/* Versions of other times, and what may name somebody, stay. */
static gboolean
is_part (Writer *self, LasnaRecordClass *klass)
{
  return strcmp (klass->table, "snapshot") != 0 &&
         (self->names || strcmp (klass->table, "person") != 0);
}

/* Whatever lives and dies with @owner. */
static void
visit_parts (Writer *self, LasnaRecord *owner, Visit visit)
{
  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (kind);

      for (guint i = 0; is_part (self, klass) && i < klass->n_properties; i++)
        {
          const LasnaProperty *property = &klass->properties[i];
          GListModel *parts;

          if (!(property->flags & LASNA_OWNER) || strcmp (klass->table, "feedback") == 0 ||
              strcmp (property->target, lasna_record_get_table (owner)) != 0)
            continue;
          parts = lasna_record_get_children (owner, klass->table, property->name);
          for (guint n = 0; n < g_list_model_get_n_items (parts); n++)
            {
              g_autoptr (LasnaRecord) part = g_list_model_get_item (parts, n);

              visit (self, part);
            }
        }
    }
}

static void
number (Writer *self, LasnaRecord *record)
{
  guint next = g_hash_table_size (self->numbers) + 1;

  if (g_hash_table_contains (self->numbers, record))
    return;
  g_hash_table_insert (self->numbers, record, GUINT_TO_POINTER (next));
  visit_parts (self, record, number);
}

static JsonObject *
read_row (Writer *self, LasnaRecord *record)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (record);
  g_autofree char *columns = lasna_record_json_dup_columns (klass);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", columns, klass->table);
  LasnaStatement *statement = lasna_store_prepare (
      lasna_workbook_get_store (self->workbook), sql, self->error == NULL ? &self->error : NULL);
  JsonObject *object = json_object_new ();

  if (statement == NULL)
    return object;
  lasna_statement_bind_integer (statement, 1, lasna_record_get_id (record));
  if (lasna_statement_step (statement, self->error == NULL ? &self->error : NULL) == LASNA_STEP_ROW)
    lasna_record_json_read_row (klass, statement, 1, object);
  lasna_statement_reset (statement);
  return object;
}

/* A record of the file is meant by its number, others by their id. */
static void
put_reference (Writer *self, LasnaRecord *record, const LasnaProperty *property, JsonObject *object)
{
  LasnaRecord *target = strcmp (property->target, "feedback") != 0
                            ? lasna_record_get_reference (record, property->name)
                            : NULL;

  if (target == NULL)
    return;
  if (!g_hash_table_contains (self->numbers, target) && is_neighbour (property->target))
    {
      if (!is_part (self, LASNA_RECORD_GET_CLASS (target)))
        {
          json_object_remove_member (object, property->name);
          return;
        }
      g_hash_table_insert (
          self->numbers, target, GUINT_TO_POINTER (g_hash_table_size (self->numbers) + 1));
      g_ptr_array_add (self->neighbours, target);
    }
  if (g_hash_table_contains (self->numbers, target))
    json_object_set_int_member (
        object, property->name, GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, target)));
}

/* The order of lines is the order of records, and titles stand in the lines of mermaid. */
static void
tidy (Writer *self, LasnaRecord *record, JsonObject *object)
{
  static const char *const shown[] = { "journey", "stage", "touchpoint", NULL };
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_properties; i++)
    {
      const LasnaProperty *property = &klass->properties[i];

      if (property->type == LASNA_PROPERTY_REFERENCE)
        put_reference (self, record, property, object);
      else if (property->type == LASNA_PROPERTY_ATTACHMENT ||
               (!self->names && property->flags & (LASNA_PERSONAL | LASNA_PRIVATE)) ||
               strcmp (property->name, "position") == 0)
        json_object_remove_member (object, property->name);
    }
  if (g_strv_contains (shown, klass->table))
    json_object_remove_member (object, "title");
}

/* No mark of mermaid's may stand in it. */
static void
put_line (Writer *self, JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *safe = NULL;

  json_node_set_object (node, object);
  text = json_to_string (node, FALSE);
  parts = g_strsplit (text, "%", -1);
  safe = g_strjoinv ("\\u0025", parts);
  g_string_append_printf (self->text, "    %s%s\n", LASNA_MERMAID_MARK, safe);
}

static void
write_record (Writer *self, LasnaRecord *record, int score)
{
  g_autoptr (JsonObject) object = read_row (self, record);
  g_autoptr (JsonObject) line = json_object_new ();
  g_autoptr (GList) members = NULL;

  g_hash_table_add (self->written, record);
  tidy (self, record, object);
  json_object_set_string_member (line, "table", lasna_record_get_table (record));
  json_object_set_int_member (
      line, "number", GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, record)));
  if (score != 0)
    json_object_set_int_member (line, "score", score);
  members = json_object_get_members (object);
  for (GList *at = members; at != NULL; at = at->next)
    json_object_set_member (line, at->data, json_object_dup_member (object, at->data));
  put_line (self, line);
}

static void
write_hidden (Writer *self, LasnaRecord *record)
{
  write_record (self, record, 0);
}

static void
write_rest (Writer *self, LasnaRecord *record)
{
  if (!g_hash_table_contains (self->written, record))
    write_hidden (self, record);
  visit_parts (self, record, write_rest);
}

static double
get_felt (Writer *self, gint64 stage)
{
  for (guint i = 0; self->figures != NULL && i < self->figures->stages->len; i++)
    {
      const LasnaStageFigures *figures = self->figures->stages->pdata[i];

      if (figures->id == stage)
        return lasna_totals_get_measure (&figures->totals, LASNA_MEASURE_CLIMATE).value;
    }
  return NAN;
}

static double
get_own_height (LasnaRecord *place)
{
  double believed = lasna_heights_get_believed (place);

  return isnan (believed) ? lasna_heights_get_wanted (place) : believed;
}

/* Believed, else wanted, else felt; where a touchpoint has none of its own, the stage's. */
static int
get_score (Writer *self, LasnaRecord *stage, LasnaRecord *touchpoint)
{
  double height = get_own_height (touchpoint);

  if (isnan (height))
    height = get_own_height (stage);
  if (isnan (height))
    height = get_felt (self, lasna_record_get_id (stage));
  return isnan (height) ? 3 : (int) CLAMP (round (3 + 2 * height), 1, 5);
}

static void
put_actors (Writer *self, LasnaRecord *touchpoint)
{
  GListModel *steps = lasna_record_get_children (touchpoint, "backstage_step", "touchpoint");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *persona = lasna_mermaid_encode (self->persona, TRUE);

  g_string_append (self->text, persona);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (LasnaRecord) step = g_list_model_get_item (steps, i);
      const char *actor = lasna_record_get_text (step, "actor");
      g_autofree char *encoded = NULL;

      if (actor == NULL || *actor == '\0' || !g_hash_table_add (seen, (gpointer) actor) ||
          g_strcmp0 (lasna_record_get_text (step, "role"), "backstage.frontstage") != 0)
        continue;
      encoded = lasna_mermaid_encode (actor, TRUE);
      g_string_append_printf (self->text, ", %s", encoded);
    }
}

static void
put_title (Writer *self, const char *before, LasnaRecord *record)
{
  const char *title = lasna_record_get_text (record, "title");
  g_autofree char *encoded = lasna_mermaid_encode (title != NULL ? title : "…", FALSE);

  g_string_append_printf (self->text, "%s%s", before, encoded);
}

static void
write_stage (Writer *self, LasnaRecord *stage)
{
  GListModel *touchpoints = lasna_record_get_children (stage, "touchpoint", "stage");

  put_title (self, "    section ", stage);
  g_string_append_c (self->text, '\n');
  write_hidden (self, stage);
  for (guint i = 0; i < g_list_model_get_n_items (touchpoints); i++)
    {
      g_autoptr (LasnaRecord) touchpoint = g_list_model_get_item (touchpoints, i);
      int score = get_score (self, stage, touchpoint);

      put_title (self, "      ", touchpoint);
      g_string_append_printf (self->text, ": %d: ", score);
      put_actors (self, touchpoint);
      g_string_append_c (self->text, '\n');
      write_record (self, touchpoint, score);
      visit_parts (self, touchpoint, write_rest);
    }
  visit_parts (self, stage, write_rest);
}

static void
write_translations (Writer *self)
{
  GListModel *all = lasna_workbook_get_records (self->workbook, "translation");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LasnaRecord) translation = g_list_model_get_item (all, i);
      const char *table = lasna_record_get_text (translation, "table-name");
      g_autoptr (LasnaRecord) record = NULL;
      g_autoptr (JsonObject) object = NULL;

      if (table == NULL || strcmp (table, "feedback") == 0 ||
          lasna_kinds_lookup (table) == G_TYPE_INVALID)
        continue;
      record = lasna_workbook_find (
          self->workbook, table, lasna_record_get_integer (translation, "record"));
      if (record == NULL || !g_hash_table_contains (self->numbers, record))
        continue;
      object = read_row (self, translation);
      json_object_set_string_member (object, "table", "translation");
      json_object_set_int_member (
          object, "record", GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, record)));
      put_line (self, object);
    }
}

/* Whose journey it is. */
static char *
dup_persona (LasnaWorkbook *workbook, LasnaRecord *journey)
{
  LasnaRecord *segment = lasna_record_get_reference (journey, "segment");
  LasnaRecord *link = lasna_record_get_reference (journey, "chain-link");
  const char *name = segment != NULL ? lasna_record_get_text (segment, "name")
                     : link != NULL  ? lasna_record_get_text (link, "name")
                                     : NULL;

  if (name == NULL || *name == '\0')
    name = lasna_words (lasna_workbook_get_language (workbook), N_ ("Customer"));
  return g_strdup (name);
}

/**
 * lasna_journey_mermaid_write:
 * @feedback: (nullable): where what was felt comes from
 * @names: whether the names of people go along
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
lasna_journey_mermaid_write (LasnaRecord *journey,
                             LasnaFeedback *feedback,
                             gboolean names,
                             GError **error)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (journey);
  g_autoptr (LasnaJourneyFigures) figures =
      feedback != NULL ? lasna_feedback_get_journey (feedback, journey, NULL, error) : NULL;
  g_autoptr (GString) text = g_string_new ("journey\n");
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);
  g_autofree char *persona = dup_persona (workbook, journey);
  GListModel *stages = lasna_record_get_children (journey, "stage", "journey");
  g_autoptr (GPtrArray) neighbours = g_ptr_array_new ();
  Writer self = { workbook, figures, names, text, numbers, written, neighbours, persona, NULL };

  if (feedback != NULL && figures == NULL)
    return NULL;
  number (&self, journey);
  put_title (&self, "    title ", journey);
  g_string_append_c (text, '\n');
  write_hidden (&self, journey);
  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);

      write_stage (&self, stage);
    }
  visit_parts (&self, journey, write_rest);
  /* A neighbour may bring another. */
  for (guint i = 0; i < neighbours->len; i++)
    write_hidden (&self, neighbours->pdata[i]);
  write_translations (&self);
  if (self.error == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_propagate_error (error, self.error);
  return NULL;
}
