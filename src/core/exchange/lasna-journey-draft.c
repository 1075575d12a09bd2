/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers become ids when the records are made, all in one change.
 */
#include "config.h"

#include "lasna-journey-draft.h"

#include "lasna-error.h"
#include "lasna-kinds.h"
#include "lasna-record-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LasnaRecordClass *klass;
  JsonObject *object;
  gint64 number;
  gint64 id;
  gboolean is_there; /* the workbook has it already */
  LasnaJsonPlace place;
} Item;

struct _LasnaJourneyDraft
{
  LasnaWorkbook *workbook;
  GPtrArray *items;
  GHashTable *by_number; /* to Item, borrowed */
  gint64 last;           /* number */
  gint64 last_id;        /* ids count up, since what has no position stands in their order */
};

/* What stands around journeys is known again by its name. */
static const struct
{
  const char *table;
  const char *name;
} neighbours[] = {
  { "service", "name" },
  { "segment", "name" },
  { "person", "display-name" },
  { "chain_link", "name" },
};

static void
item_free (gpointer data)
{
  Item *item = data;

  json_object_unref (item->object);
  g_free (item);
}

LasnaJourneyDraft *
lasna_journey_draft_new (LasnaWorkbook *workbook)
{
  LasnaJourneyDraft *self = g_new0 (LasnaJourneyDraft, 1);

  self->workbook = g_object_ref (workbook);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->by_number = g_hash_table_new (g_int64_hash, g_int64_equal);
  /* Above all numbers that a file may give. */
  self->last = G_MAXINT32;
  return self;
}

void
lasna_journey_draft_free (LasnaJourneyDraft *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_number);
  g_ptr_array_unref (self->items);
  g_object_unref (self->workbook);
  g_free (self);
}

/**
 * lasna_journey_draft_next:
 *
 * Returns: a number for a record that the file gives none
 */
gint64
lasna_journey_draft_next (LasnaJourneyDraft *self)
{
  return ++self->last;
}

/**
 * lasna_journey_draft_take:
 * @table: that of a kind
 * @object: (transfer full): its properties; references are numbers of the draft, or ids as text
 */
void
lasna_journey_draft_take (LasnaJourneyDraft *self,
                          const char *table,
                          gint64 number,
                          JsonObject *object,
                          const LasnaJsonPlace *place)
{
  Item *item = g_new0 (Item, 1);

  item->klass = g_type_class_peek (lasna_kinds_lookup (table));
  item->object = object;
  item->number = number;
  item->place = *place;
  g_ptr_array_add (self->items, item);
  if (!g_hash_table_contains (self->by_number, &number))
    g_hash_table_insert (self->by_number, &item->number, item);
}

/**
 * lasna_journey_draft_rename:
 *
 * Gives the record that was taken as @number the number that others mean it by.
 *
 * Returns: whether that was free
 */
gboolean
lasna_journey_draft_rename (LasnaJourneyDraft *self, gint64 number, gint64 to)
{
  Item *item = g_hash_table_lookup (self->by_number, &number);

  g_return_val_if_fail (item != NULL, FALSE);
  if (g_hash_table_contains (self->by_number, &to))
    return FALSE;
  g_hash_table_remove (self->by_number, &number);
  item->number = to;
  g_hash_table_insert (self->by_number, &item->number, item);
  return TRUE;
}

static const char *
get_string (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

/* Links of a journey of its own are part of it; those of a service may be there already. */
static gint64
find_neighbour (LasnaJourneyDraft *self, Item *item, const char *name)
{
  GListModel *records = lasna_workbook_get_records (self->workbook, item->klass->table);
  gboolean is_link = strcmp (item->klass->table, "chain_link") == 0;

  if (is_link && !json_object_has_member (item->object, "service"))
    return 0;
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (records, i);

      if (g_strcmp0 (lasna_record_get_text (record, name), get_string (item->object, name)) != 0)
        continue;
      if (!is_link || (lasna_record_is_set (record, "service") &&
                       g_strcmp0 (lasna_record_get_text (record, "role"),
                                  get_string (item->object, "role")) == 0))
        return lasna_record_get_id (record);
    }
  return 0;
}

static void
choose_id (LasnaJourneyDraft *self, Item *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    if (strcmp (neighbours[i].table, item->klass->table) == 0)
      item->id = find_neighbour (self, item, neighbours[i].name);
  item->is_there = item->id != 0;
  if (item->id == 0)
    item->id = ++self->last_id;
}

static gboolean
is_in_workbook (LasnaJourneyDraft *self, const char *table, gint64 id)
{
  g_autoptr (LasnaRecord) record = lasna_workbook_find (self->workbook, table, id);

  return record != NULL;
}

/* A journey of no service is of the first one, made where there is none. */
static void
choose_service (LasnaJourneyDraft *self)
{
  GListModel *services = lasna_workbook_get_records (self->workbook, "service");
  g_autoptr (LasnaRecord) first = g_list_model_get_item (services, 0);
  Item *journey = self->items->pdata[0];

  if (json_object_has_member (journey->object, "service"))
    return;
  if (first != NULL)
    lasna_json_set_id (journey->object, "service", lasna_record_get_id (first));
  else
    {
      JsonObject *service = json_object_new ();
      gint64 number = lasna_journey_draft_next (self);
      LasnaRecord *settings = LASNA_RECORD (lasna_workbook_get_settings (self->workbook));

      json_object_set_string_member (service, "name", lasna_record_get_text (settings, "name"));
      json_object_set_int_member (journey->object, "service", number);
      lasna_journey_draft_take (self, "service", number, service, &journey->place);
    }
}

/* A number of another kind of record, or of none, is no reference. */
static void
resolve (LasnaJourneyDraft *self, Item *item, const char *name, const char *table)
{
  JsonNode *node = json_object_get_member (item->object, name);
  const Item *target;
  gint64 number;

  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    {
      number = json_node_get_int (node);
      target = g_hash_table_lookup (self->by_number, &number);
      if (target != NULL && strcmp (target->klass->table, table) == 0)
        {
          lasna_json_set_id (item->object, name, target->id);
          return;
        }
    }
  else if (lasna_json_get_id (item->object, name, &number) && is_in_workbook (self, table, number))
    return;
  json_object_remove_member (item->object, name);
}

static void
resolve_all (LasnaJourneyDraft *self, Item *item)
{
  for (guint i = 0; i < item->klass->n_properties; i++)
    {
      const LasnaProperty *property = &item->klass->properties[i];

      if (property->type == LASNA_PROPERTY_REFERENCE)
        resolve (self, item, property->name, property->target);
      else if (property->type == LASNA_PROPERTY_ATTACHMENT)
        json_object_remove_member (item->object, property->name);
    }
  if (strcmp (item->klass->table, "translation") == 0)
    {
      const char *table = get_string (item->object, "table-name");
      gint64 number = json_object_get_int_member_with_default (item->object, "record", 0);
      const Item *target = g_hash_table_lookup (self->by_number, &number);

      /* What is there already keeps its own. */
      item->is_there = target == NULL || target->is_there;

      if (table != NULL && lasna_kinds_lookup (table) != G_TYPE_INVALID)
        resolve (self, item, "record", table);
    }
}

static double
find_last_position (LasnaJourneyDraft *self, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (position), 0) FROM %s", table);
  LasnaStatement *statement =
      lasna_store_prepare (lasna_workbook_get_store (self->workbook), sql, NULL);
  double last = 0;

  if (statement == NULL)
    return 0;
  if (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    last = lasna_statement_get_number (statement, 1);
  lasna_statement_reset (statement);
  return last;
}

/* The order of the file, after what the workbook has. */
static void
place (LasnaJourneyDraft *self)
{
  g_autoptr (GHashTable) last = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = self->items->pdata[i];
      double *position = g_hash_table_lookup (last, item->klass);

      if (lasna_kinds_find_property (item->klass, "position") == NULL)
        continue;
      if (position == NULL)
        {
          position = g_new (double, 1);
          *position = find_last_position (self, item->klass->table);
          g_hash_table_insert (last, item->klass, position);
        }
      *position += 1;
      lasna_json_set_number (item->object, "position", *position);
    }
}

static gboolean
add_item (LasnaJourneyDraft *self, Item *item, LasnaRecord **record, GError **error)
{
  g_autoptr (GError) trouble = NULL;

  if (lasna_record_json_check (
          item->klass, item->object, lasna_record_json_knows, self->workbook, &trouble))
    *record = lasna_record_json_add (self->workbook, item->klass, item->id, item->object, &trouble);
  if (trouble == NULL)
    return TRUE;
  lasna_json_place_set_error (&item->place, error, trouble->message);
  return FALSE;
}

static gboolean
add_items (LasnaJourneyDraft *self, GPtrArray *records, GError **error)
{
  self->last_id = lasna_clock_new_id_block (lasna_workbook_get_clock (self->workbook));
  choose_service (self);
  for (guint i = 0; i < self->items->len; i++)
    choose_id (self, self->items->pdata[i]);
  for (guint i = 0; i < self->items->len; i++)
    resolve_all (self, self->items->pdata[i]);
  place (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = self->items->pdata[i];
      LasnaRecord *record = NULL;

      if (!item->is_there && !add_item (self, item, &record, error))
        return FALSE;
      g_ptr_array_add (records, record);
    }
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GError) trouble = NULL;

      if (records->pdata[i] == NULL || lasna_record_json_obeys (records->pdata[i], &trouble))
        continue;
      lasna_json_place_set_error (
          &((Item *) self->items->pdata[i])->place, error, trouble->message);
      return FALSE;
    }
  return TRUE;
}

static void
unref_record (gpointer record)
{
  g_clear_object (&record);
}

/**
 * lasna_journey_draft_add:
 * @label: what the step is called in the undo list
 *
 * Makes the journey, which is the first record taken, with everything else, in one change. To be
 * called once.
 *
 * Returns: (transfer none) (nullable): the journey; where NULL, nothing was changed
 */
gpointer
lasna_journey_draft_add (LasnaJourneyDraft *self, const char *label, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (unref_record);
  g_autoptr (LasnaChange) change = lasna_workbook_begin (self->workbook, label);
  GError *trouble = NULL;

  g_return_val_if_fail (self->items->len > 0, NULL);
  if (!lasna_change_is_failed (change) && !add_items (self, records, &trouble))
    lasna_change_fail (change, trouble);
  /* The list of all journeys keeps it alive. */
  return lasna_change_commit (change, error) ? records->pdata[0] : NULL;
}
