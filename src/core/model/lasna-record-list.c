/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GListModel that follows its records.
 */
#include "config.h"

#include "lasna-record-list.h"

#include "lasna-kinds.h"

#include <gio/gio.h>

/* From here on one signal for a stretch beats one for each record. */
#define MANY 100

struct _LasnaRecordList
{
  GObject parent_instance;

  GSequence *records;   /* of LasnaRecord, owned, by position and id */
  GHashTable *places;   /* LasnaRecord to GSequenceIter */
  const char *property; /* interned; NULL: all records of the kind */
  gint64 parent;

  /* While frozen, what changed is one stretch between an untouched head and an untouched tail. */
  gboolean frozen;
  gboolean changed;
  guint old_length;
  guint head;
  guint tail;
};

static GType
lasna_record_list_get_item_type (GListModel *list)
{
  return LASNA_TYPE_RECORD;
}

static guint
lasna_record_list_get_n_items (GListModel *list)
{
  return g_sequence_get_length (LASNA_RECORD_LIST (list)->records);
}

static gpointer
lasna_record_list_get_item (GListModel *list, guint position)
{
  GSequenceIter *place =
      g_sequence_get_iter_at_pos (LASNA_RECORD_LIST (list)->records, (int) position);

  return g_sequence_iter_is_end (place) ? NULL : g_object_ref (g_sequence_get (place));
}

static void
lasna_record_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = lasna_record_list_get_item_type;
  interface->get_n_items = lasna_record_list_get_n_items;
  interface->get_item = lasna_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LasnaRecordList,
                               lasna_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      lasna_record_list_model_init))

static void
lasna_record_list_finalize (GObject *object)
{
  LasnaRecordList *self = LASNA_RECORD_LIST (object);

  g_hash_table_unref (self->places);
  g_sequence_free (self->records);
  G_OBJECT_CLASS (lasna_record_list_parent_class)->finalize (object);
}

static void
lasna_record_list_class_init (LasnaRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lasna_record_list_finalize;
}

static void
lasna_record_list_init (LasnaRecordList *self)
{
  self->records = g_sequence_new (g_object_unref);
  self->places = g_hash_table_new (NULL, NULL);
}

static gboolean
is_ordered (gpointer record)
{
  return lasna_kinds_find_property (LASNA_RECORD_GET_CLASS (record), "position") != NULL;
}

static int
compare (gconstpointer one, gconstpointer two, gpointer data)
{
  LasnaRecord *first = LASNA_RECORD ((gpointer) one);
  LasnaRecord *second = LASNA_RECORD ((gpointer) two);

  if (is_ordered (first))
    {
      double difference = lasna_record_get_number (first, "position") -
                          lasna_record_get_number (second, "position");
      if (difference < 0 || difference > 0)
        return difference < 0 ? -1 : 1;
    }

  gint64 a = lasna_record_get_id (first);
  gint64 b = lasna_record_get_id (second);
  return a < b ? -1 : a > b;
}

/* Notes that the record at @position of @length was removed or inserted. */
static void
note (LasnaRecordList *self, guint position, guint length, guint removed, guint added)
{
  if (!self->frozen)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
      return;
    }
  self->changed = TRUE;
  self->head = MIN (self->head, position);
  self->tail = MIN (self->tail, length - 1 - position);
}

static void
insert (LasnaRecordList *self, LasnaRecord *record)
{
  GSequenceIter *place =
      g_sequence_insert_sorted (self->records, g_object_ref (record), compare, NULL);

  g_hash_table_insert (self->places, record, place);
  note (self, g_sequence_iter_get_position (place), g_sequence_get_length (self->records), 0, 1);
}

static void
take_out (LasnaRecordList *self, GSequenceIter *place)
{
  guint position = g_sequence_iter_get_position (place);
  guint length = g_sequence_get_length (self->records);
  g_autoptr (LasnaRecord) record = g_object_ref (g_sequence_get (place));

  g_hash_table_remove (self->places, record);
  g_sequence_remove (place);
  note (self, position, length, 1, 0);
}

static gboolean
belongs (LasnaRecordList *self, LasnaRecord *record)
{
  if (lasna_record_is_deleted (record))
    return FALSE;
  return self->property == NULL ||
         lasna_record_get_reference_id (record, self->property) == self->parent;
}

static gboolean
is_in_place (GSequenceIter *place)
{
  GSequenceIter *next = g_sequence_iter_next (place);

  if (!g_sequence_iter_is_begin (place) &&
      compare (g_sequence_get (g_sequence_iter_prev (place)), g_sequence_get (place), NULL) > 0)
    return FALSE;
  return g_sequence_iter_is_end (next) ||
         compare (g_sequence_get (place), g_sequence_get (next), NULL) < 0;
}

/* @property: (nullable): the reference to @parent that makes a record a member */
LasnaRecordList *
_lasna_record_list_new (const char *property, gint64 parent)
{
  LasnaRecordList *self = g_object_new (LASNA_TYPE_RECORD_LIST, NULL);

  self->property = g_intern_string (property);
  self->parent = parent;
  return self;
}

/* Fills a list that nobody listens to yet; records come in order, or nearly so. */
void
_lasna_record_list_add_first (LasnaRecordList *self, LasnaRecord *record)
{
  if (belongs (self, record))
    g_hash_table_insert (
        self->places,
        record,
        g_sequence_insert_sorted (self->records, g_object_ref (record), compare, NULL));
}

/* Between freeze and thaw many updates become one signal: thousands one by one would be slow. */
static void
freeze (LasnaRecordList *self)
{
  self->frozen = TRUE;
  self->changed = FALSE;
  self->old_length = g_sequence_get_length (self->records);
  self->head = self->tail = G_MAXUINT;
}

static void
thaw (LasnaRecordList *self)
{
  guint length = g_sequence_get_length (self->records);

  self->frozen = FALSE;
  if (!self->changed)
    return;
  self->head = MIN (self->head, MIN (length, self->old_length));
  self->tail = MIN (self->tail, MIN (length, self->old_length) - self->head);
  g_list_model_items_changed (G_LIST_MODEL (self),
                              self->head,
                              self->old_length - self->head - self->tail,
                              length - self->head - self->tail);
}

/* Takes out those of @records that do not stand where they belong. Taking one out may bring two
 * others side by side in the wrong order, so this goes on until nothing moves.
 */
static void
take_out_misplaced (LasnaRecordList *self, GPtrArray *records)
{
  gboolean moved;

  do
    {
      moved = FALSE;
      for (guint i = 0; i < records->len; i++)
        {
          GSequenceIter *place = g_hash_table_lookup (self->places, records->pdata[i]);

          if (place == NULL || (belongs (self, records->pdata[i]) && is_in_place (place)))
            continue;
          take_out (self, place);
          moved = TRUE;
        }
    }
  while (moved);
}

/* Brings the list in step with records that were made, changed or deleted. */
void
_lasna_record_list_update (LasnaRecordList *self, GPtrArray *records)
{
  gboolean many = records->len > MANY;

  if (many)
    freeze (self);
  take_out_misplaced (self, records);
  for (guint i = 0; i < records->len; i++)
    if (belongs (self, records->pdata[i]) &&
        !g_hash_table_contains (self->places, records->pdata[i]))
      insert (self, records->pdata[i]);
  if (many)
    thaw (self);
}
