/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The open workbook.
 */
#define G_LOG_DOMAIN "lasna-model"

#include "config.h"

#include "lasna-error.h"
#include "lasna-daily-backup.h"
#include "lasna-kinds.h"
#include "lasna-record-private.h"
#include "lasna-word-index.h"
#include "lasna-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One kind of record in this workbook. */
typedef struct
{
  GType type;
  GHashTable *records;  /* id to LasnaRecord, borrowed: records forget themselves */
  LasnaRecordList *all; /* keeps them alive; NULL until asked for */
  GHashTable *children; /* "property/id" to LasnaRecordList */
} Kind;

struct _LasnaWorkbook
{
  GObject parent_instance;

  /* Owned */
  LasnaStore *store;
  LasnaClock *clock;
  LasnaLog *log;
  LasnaHousekeeping *housekeeping;
  GHashTable *kinds; /* table to Kind */
  char *undo_label;
  char *redo_label;
  char *backups; /* the folder of the daily backups; NULL: none are made */

  /* Borrowed */
  LasnaChange *change; /* under way */

  LasnaStoreFlags flags;
  gint64 serial; /* of the log, while the file is let go */
  gboolean labels_known;
  gboolean troubled; /* the person knows that something could not be read */
  gboolean stale;    /* something could not be read just now: the next poll loads anew */
  gint64 typing;     /* a mark of this stretch of typing, or 0 */
  guint walking;     /* listeners are being told */
};

enum
{
  PROP_UNDO_LABEL = 1,
  PROP_REDO_LABEL,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REFUSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LasnaWorkbook, lasna_workbook, G_TYPE_OBJECT)

/* Voices come by the million, so only those that somebody holds are objects. */
static gboolean
is_countless (const char *table)
{
  return strcmp (table, "feedback") == 0;
}

static void
kind_free (Kind *kind)
{
  GHashTableIter iterator;
  gpointer record;

  g_hash_table_iter_init (&iterator, kind->records);
  while (g_hash_table_iter_next (&iterator, NULL, &record))
    _lasna_record_detach (record);
  g_hash_table_unref (kind->records);
  g_hash_table_unref (kind->children);
  g_clear_object (&kind->all);
  g_free (kind);
}

static Kind *
get_kind (LasnaWorkbook *self, const char *table)
{
  Kind *kind = g_hash_table_lookup (self->kinds, table);

  if (kind == NULL)
    g_error ("There is no kind of record called %s", table);
  return kind;
}

/* A detail of a voice is told as a change of the voice. */
static const char *
find_table (const char *table)
{
  return g_str_has_prefix (table, "feedback_") ? "feedback" : table;
}

static void
lasna_workbook_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  LasnaWorkbook *self = LASNA_WORKBOOK (object);

  switch (id)
    {
    case PROP_UNDO_LABEL:
      g_value_set_string (value, lasna_workbook_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, lasna_workbook_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
lasna_workbook_dispose (GObject *object)
{
  lasna_workbook_close (LASNA_WORKBOOK (object), NULL);
  G_OBJECT_CLASS (lasna_workbook_parent_class)->dispose (object);
}

static void
lasna_workbook_finalize (GObject *object)
{
  LasnaWorkbook *self = LASNA_WORKBOOK (object);

  g_clear_pointer (&self->clock, lasna_clock_unref);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->backups);
  G_OBJECT_CLASS (lasna_workbook_parent_class)->finalize (object);
}

static void
lasna_workbook_class_init (LasnaWorkbookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lasna_workbook_get_property;
  object_class->dispose = lasna_workbook_dispose;
  object_class->finalize = lasna_workbook_finalize;

  /**
   * LasnaWorkbook:undo-label:
   *
   * What undo would take back; NULL where there is nothing.
   */
  properties[PROP_UNDO_LABEL] = g_param_spec_string (
      "undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] = g_param_spec_string (
      "redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LasnaWorkbook::changed:
   * @label: (nullable): what the step is called
   * @touches: (element-type LasnaTouch) (nullable): the rows it named; NULL after a reload
   * @cause: a LasnaCause
   *
   * Something has come true: objects and lists show it already.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          LASNA_TYPE_WORKBOOK,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          3,
                                          G_TYPE_STRING,
                                          G_TYPE_ARRAY,
                                          G_TYPE_INT);
  /**
   * LasnaWorkbook::refused:
   * @error: a sentence for the person
   *
   * A single edit was not saved. A rule of the model refused it (LASNA_ERROR_RULE): listeners to
   * the property are told, so that they show the old value. Or the file could not be written just
   * now: nobody is told, so that what was typed stays and can be tried again.
   */
  signals[SIGNAL_REFUSED] = g_signal_new ("refused",
                                          LASNA_TYPE_WORKBOOK,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_ERROR);
}

static void
lasna_workbook_init (LasnaWorkbook *self)
{
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) kind_free);
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    {
      Kind *kind = g_new0 (Kind, 1);

      kind->type = lasna_kinds_get_type (i);
      kind->records = g_hash_table_new (g_int64_hash, g_int64_equal);
      kind->children = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_hash_table_insert (self->kinds, (gpointer) lasna_kinds_get_class (i)->table, kind);
    }
}

/* The live object of a row, made where there is none. */
LasnaRecord *
_lasna_workbook_adopt (LasnaWorkbook *self, GType type, gint64 id)
{
  Kind *kind = get_kind (self, ((LasnaRecordClass *) g_type_class_peek (type))->table);
  LasnaRecord *record = g_hash_table_lookup (kind->records, &id);

  if (record != NULL)
    return g_object_ref (record);

  gint64 *key = g_memdup2 (&id, sizeof id);
  record = _lasna_record_new (self, type, id);
  g_object_set_data_full (G_OBJECT (record), "lasna-key", key, g_free);
  g_hash_table_insert (kind->records, key, record);
  return record;
}

void
_lasna_workbook_forget (LasnaWorkbook *self, LasnaRecord *record)
{
  gint64 id = lasna_record_get_id (record);

  g_hash_table_remove (get_kind (self, lasna_record_get_table (record))->records, &id);
}

/* Reads every row of a kind; rows that are new become objects, those known are brought up to date.
 * What differs is noted in @masks (LasnaRecord to mask, owned), which may be NULL.
 */
static gboolean
read_all (LasnaWorkbook *self, Kind *kind, GPtrArray *records, GHashTable *masks, GError **error)
{
  LasnaRecordClass *klass = g_type_class_peek (kind->type);
  g_autoptr (LasnaStatement) statement =
      lasna_statement_new (lasna_store_get_connection (self->store),
                           _lasna_record_class_get_select_all (klass),
                           FALSE,
                           error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      LasnaRecord *record =
          _lasna_workbook_adopt (self, kind->type, lasna_statement_get_integer (statement, 1));
      guint64 *mask = g_new (guint64, 1);

      *mask = _lasna_record_load (record, statement);
      if (masks != NULL)
        g_hash_table_replace (masks, g_object_ref (record), mask);
      else
        g_free (mask);
      g_ptr_array_add (records, record);
    }
  return step == LASNA_STEP_DONE;
}

/* What could not be read is read again by the next poll, unless it is damaged. Of a file that is
 * locked for a moment nobody need know; of other troubles the person is told once.
 */
static void
note_trouble (LasnaWorkbook *self, const GError *error)
{
  self->stale |= !g_error_matches (error, LASNA_ERROR, LASNA_ERROR_DAMAGED);
  if (self->troubled || g_error_matches (error, LASNA_ERROR, LASNA_ERROR_BUSY))
    return;
  self->troubled = TRUE;
  _lasna_workbook_complain (self, error);
}

static void
load_kind (LasnaWorkbook *self, Kind *kind)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  kind->all = _lasna_record_list_new (NULL, 0);
  if (!read_all (self, kind, records, NULL, &error))
    note_trouble (self, error);
  for (guint i = 0; i < records->len; i++)
    _lasna_record_list_add_first (kind->all, records->pdata[i]);
}

static LasnaRecordList *
get_all (LasnaWorkbook *self, Kind *kind)
{
  if (kind->all == NULL)
    load_kind (self, kind);
  return kind->all;
}

/* Loads a kind, so that its records stay alive. */
void
_lasna_workbook_keep (LasnaWorkbook *self, const char *table)
{
  if (!is_countless (table))
    get_all (self, get_kind (self, table));
}

/* Reads the row of a record again, and notes in @mask what is different. Where there is no row any
 * more, the record is deleted; where the file cannot be read, the record stays as it is.
 */
void
_lasna_workbook_reread (LasnaWorkbook *self, LasnaRecord *record, guint64 *mask)
{
  g_autoptr (GError) error = NULL;
  LasnaStatement *statement = lasna_store_prepare (
      self->store, _lasna_record_class_get_select (LASNA_RECORD_GET_CLASS (record)), &error);
  LasnaStep step = LASNA_STEP_ERROR;

  if (statement != NULL)
    {
      lasna_statement_bind_integer (statement, 1, lasna_record_get_id (record));
      step = lasna_statement_step (statement, &error);
      if (step == LASNA_STEP_ROW)
        *mask |= _lasna_record_load (record, statement);
      lasna_statement_reset (statement);
    }
  if (step == LASNA_STEP_ERROR)
    note_trouble (self, error);
  else
    _lasna_record_set_deleted (record, step == LASNA_STEP_DONE);
}

static LasnaRecord *
find_countless (LasnaWorkbook *self, Kind *kind, gint64 id)
{
  LasnaRecord *known = g_hash_table_lookup (kind->records, &id);
  g_autoptr (LasnaRecord) record = NULL;
  guint64 mask = 0;

  if (known != NULL)
    return g_object_ref (known);
  record = _lasna_workbook_adopt (self, kind->type, id);
  _lasna_record_set_deleted (record, TRUE);
  _lasna_workbook_reread (self, record, &mask);
  return lasna_record_is_deleted (record) ? NULL : g_steal_pointer (&record);
}

LasnaRecord *
_lasna_workbook_peek (LasnaWorkbook *self, const char *table, gint64 id)
{
  Kind *kind = get_kind (self, table);
  LasnaRecord *record;

  if (!is_countless (table))
    get_all (self, kind);
  record = g_hash_table_lookup (kind->records, &id);
  return record != NULL && !lasna_record_is_deleted (record) ? record : NULL;
}

/**
 * lasna_workbook_find:
 *
 * Returns: (transfer full) (nullable): the record of @table with that id
 */
gpointer
lasna_workbook_find (LasnaWorkbook *self, const char *table, gint64 id)
{
  LasnaRecord *record;

  g_return_val_if_fail (LASNA_IS_WORKBOOK (self), NULL);
  if (is_countless (table))
    return find_countless (self, get_kind (self, table), id);
  record = _lasna_workbook_peek (self, table, id);
  return record != NULL ? g_object_ref (record) : NULL;
}

/**
 * lasna_workbook_get_records:
 * @table: any but feedback
 *
 * Returns: (transfer none): all records of a kind in order
 */
GListModel *
lasna_workbook_get_records (LasnaWorkbook *self, const char *table)
{
  g_return_val_if_fail (LASNA_IS_WORKBOOK (self), NULL);
  g_return_val_if_fail (!is_countless (table), NULL);
  return G_LIST_MODEL (get_all (self, get_kind (self, table)));
}

LasnaRecordList *
_lasna_workbook_get_children (LasnaWorkbook *self,
                              const char *table,
                              const char *property,
                              gint64 parent)
{
  Kind *kind = get_kind (self, table);
  g_autofree char *key = g_strdup_printf ("%s/%" G_GINT64_FORMAT, property, parent);
  LasnaRecordList *list = g_hash_table_lookup (kind->children, key);
  GListModel *all;

  if (list != NULL)
    return list;
  all = G_LIST_MODEL (get_all (self, kind));
  list = _lasna_record_list_new (property, parent);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (all, i);
      _lasna_record_list_add_first (list, record);
    }
  g_hash_table_insert (kind->children, g_steal_pointer (&key), list);
  return list;
}

/**
 * lasna_record_get_children:
 * @table: any but feedback
 * @property: the reference in @table to records of this kind
 *
 * Returns: (transfer none): the records of @table that refer to this one, in order
 */
GListModel *
lasna_record_get_children (LasnaRecord *self, const char *table, const char *property)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (self);

  g_return_val_if_fail (workbook != NULL && !is_countless (table), NULL);
  return G_LIST_MODEL (
      _lasna_workbook_get_children (workbook, table, property, lasna_record_get_id (self)));
}

LasnaChange *
_lasna_workbook_get_change (LasnaWorkbook *self)
{
  return self->change;
}

void
_lasna_workbook_set_change (LasnaWorkbook *self, LasnaChange *change)
{
  self->change = change;
}

/* A change, an undo or a redo is about to begin: the last look at the file as it was. */
void
_lasna_workbook_announce (LasnaWorkbook *self)
{
  _lasna_housekeeping_before_change (self->housekeeping);
}

LasnaLog *
_lasna_workbook_get_log (LasnaWorkbook *self)
{
  return self->log;
}

/* A mark of the stretch of typing under way, which no other has; 0 where nobody types. */
gint64
_lasna_workbook_get_typing (LasnaWorkbook *self)
{
  return self->typing;
}

void
_lasna_workbook_complain (LasnaWorkbook *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
}

/* The stamp tells the column cache that it is old; it is not recorded, so it only grows. */
static gboolean
before_commit_cb (const LasnaLogStep *step, gpointer data, GError **error)
{
  LasnaWorkbook *self = data;

  for (guint i = 0; i < step->n_rows; i++)
    {
      const char *table = find_table (step->rows[i].table);

      if (strcmp (table, "feedback") == 0 || strcmp (table, "batch") == 0 ||
          strcmp (table, "label") == 0 || strcmp (table, "question") == 0)
        return _lasna_word_index_follow (self->store, step, error) &&
               lasna_store_execute (
                   self->store, "UPDATE feedback_stamp SET stamp = stamp + 1", error);
    }
  return TRUE;
}

static void
forget_labels (LasnaWorkbook *self)
{
  self->labels_known = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

/* Listeners may ask for lists that did not exist before, so those that did are gathered first. */
static void
update_lists (Kind *kind, GPtrArray *records)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iterator;
  gpointer list;

  if (kind->all != NULL)
    g_ptr_array_add (lists, g_object_ref (kind->all));
  g_hash_table_iter_init (&iterator, kind->children);
  while (g_hash_table_iter_next (&iterator, NULL, &list))
    g_ptr_array_add (lists, g_object_ref (list));
  for (guint i = 0; i < lists->len; i++)
    _lasna_record_list_update (lists->pdata[i], records);
}

GHashTable *
_lasna_workbook_new_masks (void)
{
  return g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
}

/* Lists first, then notifications, when all objects are true already: whoever is told of one thing
 * sees the others. @masks goes from LasnaRecord to what is different.
 */
void
_lasna_workbook_publish (LasnaWorkbook *self, GHashTable *masks)
{
  GHashTableIter iterator;
  g_autoptr (GHashTable) by_kind =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  gpointer key;
  gpointer value;

  self->walking++;
  g_hash_table_iter_init (&iterator, masks);
  while (g_hash_table_iter_next (&iterator, &key, NULL))
    {
      Kind *kind = get_kind (self, lasna_record_get_table (key));
      GPtrArray *records = g_hash_table_lookup (by_kind, kind);

      if (records == NULL)
        {
          records = g_ptr_array_new ();
          g_hash_table_insert (by_kind, kind, records);
        }
      g_ptr_array_add (records, key);
    }
  g_hash_table_iter_init (&iterator, by_kind);
  while (g_hash_table_iter_next (&iterator, &key, &value))
    update_lists (key, value);
  g_hash_table_iter_init (&iterator, masks);
  while (g_hash_table_iter_next (&iterator, &key, &value))
    _lasna_record_notify (key, *(guint64 *) value);
  self->walking--;
}

/* Brings the object of one row up to date, if there is or should be one. */
static void
take_row (LasnaWorkbook *self, const LasnaLogRow *row, GHashTable *masks)
{
  const char *table = find_table (row->table);
  Kind *kind = g_hash_table_lookup (self->kinds, table);
  g_autoptr (LasnaRecord) record = NULL;
  guint64 *mask;

  /* What is no object yet needs no news, and a changeset may name tables that we do not know. */
  if (kind == NULL || (kind->all == NULL && !g_hash_table_contains (kind->records, &row->key)))
    return;
  record = _lasna_workbook_adopt (self, kind->type, row->key);
  mask = g_hash_table_lookup (masks, record);
  if (mask != NULL)
    return;
  mask = g_new0 (guint64, 1);
  *mask = _lasna_record_take_marks (record);
  _lasna_workbook_reread (self, record, mask);
  if (table != row->table)
    *mask |= 1; /* a detail: whoever shows the voice looks again */
  g_hash_table_insert (masks, g_steal_pointer (&record), mask);
}

static void
reload_kind (LasnaWorkbook *self, Kind *kind, GHashTable *masks)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GList) known = g_hash_table_get_values (kind->records);
  g_autoptr (GError) error = NULL;

  g_list_foreach (known, (GFunc) (void (*) (void)) g_object_ref, NULL);
  if (kind->all != NULL && !read_all (self, kind, records, masks, &error))
    note_trouble (self, error);
  for (GList *at = known; at != NULL; at = at->next)
    {
      guint64 mask = 0;

      _lasna_workbook_reread (self, at->data, &mask);
      if (!g_hash_table_contains (masks, at->data))
        g_hash_table_insert (masks, g_object_ref (at->data), g_memdup2 (&mask, sizeof mask));
      g_object_unref (at->data);
    }
}

static void
reload (LasnaWorkbook *self)
{
  g_autoptr (GHashTable) masks = _lasna_workbook_new_masks ();
  GHashTableIter iterator;
  gpointer kind;

  self->stale = FALSE;
  g_hash_table_iter_init (&iterator, self->kinds);
  while (g_hash_table_iter_next (&iterator, NULL, &kind))
    reload_kind (self, kind, masks);
  self->troubled &= self->stale;
  _lasna_workbook_publish (self, masks);
}

static LasnaCause
find_cause (LasnaLogCause cause)
{
  static const LasnaCause causes[] = {
    [LASNA_LOG_CHANGE] = LASNA_CAUSE_CHANGE, [LASNA_LOG_UNDO] = LASNA_CAUSE_UNDO,
    [LASNA_LOG_REDO] = LASNA_CAUSE_REDO,     [LASNA_LOG_OTHERS] = LASNA_CAUSE_OTHERS,
    [LASNA_LOG_RELOAD] = LASNA_CAUSE_RELOAD,
  };

  return causes[cause];
}

static void
walk_cb (
    LasnaLogCause cause, const char *label, const LasnaLogRow *rows, guint n_rows, gpointer data)
{
  g_autoptr (LasnaWorkbook) self = g_object_ref (data);
  g_autoptr (GArray) touches = NULL;

  self->walking++;
  if (cause == LASNA_LOG_RELOAD)
    reload (self);
  else
    {
      g_autoptr (GHashTable) masks = _lasna_workbook_new_masks ();

      touches = g_array_sized_new (FALSE, FALSE, sizeof (LasnaTouch), n_rows);
      for (guint i = 0; i < n_rows; i++)
        {
          LasnaTouch touch = { rows[i].operation, rows[i].table, rows[i].key };

          g_array_append_val (touches, touch);
          take_row (self, &rows[i], masks);
        }
      _lasna_workbook_publish (self, masks);
    }
  if (cause != LASNA_LOG_OTHERS && cause != LASNA_LOG_RELOAD)
    _lasna_housekeeping_after_change (self->housekeeping);
  forget_labels (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, label, touches, find_cause (cause));
  self->walking--;
}

/**
 * lasna_workbook_list_recorded_tables:
 *
 * Returns: (transfer full): every table that undo knows, children before parents
 */
char **
lasna_workbook_list_recorded_tables (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add_many (builder, "feedback_score", "feedback_emotion", NULL);
  for (guint i = lasna_kinds_get_n (); i > 0; i--)
    g_strv_builder_add (builder, lasna_kinds_get_class (i - 1)->table);
  return g_strv_builder_end (builder);
}

/* Every workbook has its one row of settings, and everybody counts on it. */
static gboolean
has_settings (LasnaWorkbook *self, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (self->store, "SELECT id FROM workbook", error);

  if (statement == NULL)
    return FALSE;

  LasnaStep step = lasna_statement_step (statement, error);
  lasna_statement_reset (statement);
  if (step == LASNA_STEP_DONE)
    lasna_statement_set_error (error, NULL, SQLITE_CORRUPT);
  return step == LASNA_STEP_ROW;
}

static void
start_housekeeping (LasnaWorkbook *self)
{
  self->housekeeping = _lasna_housekeeping_new (self->store, self->clock);
  if (self->backups != NULL)
    _lasna_housekeeping_set_backups (self->housekeeping, self->backups);
}

/* Opens the file at @path for a workbook that has none. */
gboolean
_lasna_workbook_take_up (LasnaWorkbook *self, const char *path, GError **error)
{
  g_auto (GStrv) tables = lasna_workbook_list_recorded_tables ();

  self->store = lasna_store_open (path, self->flags, NULL, error);
  if (self->store == NULL)
    return FALSE;
  self->log = lasna_log_new (self->store,
                             self->clock,
                             (const char *const *) tables,
                             before_commit_cb,
                             walk_cb,
                             self,
                             error);
  if (self->log == NULL || !has_settings (self, error))
    return FALSE;
  if (lasna_log_get_serial (self->log) != self->serial)
    self->stale = TRUE;
  start_housekeeping (self);
  return TRUE;
}

/* Closes the file; the records stay as they are. */
gboolean
_lasna_workbook_let_go (LasnaWorkbook *self, GError **error)
{
  gboolean closed = TRUE;

  if (self->log != NULL)
    self->serial = lasna_log_get_serial (self->log);
  g_clear_pointer (&self->log, lasna_log_free);
  g_clear_pointer (&self->housekeeping, _lasna_housekeeping_free);
  if (self->store != NULL)
    closed = lasna_store_close (self->store, error);
  g_clear_object (&self->store);
  return closed;
}

/* Every import and every change moves the clock on, also where it stands. */
static gboolean
stir_clock (LasnaWorkbook *self, GError **error)
{
  LasnaStatement *statement =
      lasna_store_prepare (self->store, "SELECT count (*) FROM batch", error);

  if (statement == NULL || lasna_statement_step (statement, error) != LASNA_STEP_ROW)
    return FALSE;
  lasna_clock_stir (self->clock,
                    lasna_log_get_serial (self->log) + lasna_statement_get_integer (statement, 1));
  lasna_statement_reset (statement);
  return TRUE;
}

/**
 * lasna_workbook_open:
 * @clock: (nullable): a new one by default
 *
 * Returns: (transfer full) (nullable): the workbook at @path
 */
LasnaWorkbook *
lasna_workbook_open (const char *path, LasnaStoreFlags flags, LasnaClock *clock, GError **error)
{
  g_autoptr (LasnaWorkbook) self = g_object_new (LASNA_TYPE_WORKBOOK, NULL);

  self->flags = flags;
  self->clock = clock != NULL ? lasna_clock_ref (clock) : lasna_clock_new ();
  if (!_lasna_workbook_take_up (self, path, error) || (clock == NULL && !stir_clock (self, error)))
    return NULL;
  self->stale = FALSE;
  return g_steal_pointer (&self);
}

/**
 * lasna_workbook_close:
 *
 * Records that somebody still holds keep their values and can no longer be changed.
 *
 * Returns: whether the file closed cleanly; what was committed is safe in any case
 */
gboolean
lasna_workbook_close (LasnaWorkbook *self, GError **error)
{
  g_return_val_if_fail (self->change == NULL && self->walking == 0, FALSE);
  g_clear_pointer (&self->kinds, g_hash_table_unref);
  return _lasna_workbook_let_go (self, error);
}

/**
 * lasna_workbook_set_daily_backup:
 *
 * Whether the first change of a day is preceded by a backup; by default it is not.
 */
void
lasna_workbook_set_daily_backup (LasnaWorkbook *self, gboolean daily)
{
  LasnaSettings *settings = lasna_workbook_get_settings (self);

  g_clear_pointer (&self->backups, g_free);
  if (daily && settings != NULL)
    self->backups = lasna_daily_backup_dup_folder (lasna_record_get_id (LASNA_RECORD (settings)));
  _lasna_housekeeping_set_backups (self->housekeeping, self->backups);
}

LasnaStore *
lasna_workbook_get_store (LasnaWorkbook *self)
{
  return self->store;
}

LasnaClock *
lasna_workbook_get_clock (LasnaWorkbook *self)
{
  return self->clock;
}

LasnaCatalogue *
lasna_workbook_get_catalogue (LasnaWorkbook *self)
{
  return lasna_catalogue_get_default ();
}

/**
 * lasna_workbook_get_settings:
 *
 * Returns: (transfer none): the one record of settings
 */
LasnaSettings *
lasna_workbook_get_settings (LasnaWorkbook *self)
{
  GListModel *settings = lasna_workbook_get_records (self, "workbook");
  g_autoptr (LasnaSettings) first = g_list_model_get_item (settings, 0);

  /* The list keeps it alive. */
  return first;
}

/**
 * lasna_workbook_set_typing:
 * @typing: whether edits come from somebody who types
 *
 * While typing, successive changes of one property become one step. To be ended when the person
 * pauses or leaves the field: what is typed after that is a step of its own.
 */
void
lasna_workbook_set_typing (LasnaWorkbook *self, gboolean typing)
{
  if (!typing)
    self->typing = 0;
  else if (self->typing == 0)
    self->typing = lasna_clock_new_id (self->clock);
}

/**
 * lasna_workbook_undo:
 * @label: (out) (optional) (transfer full): the name of the step that was taken back; another
 *     program may have made a newer one since this one last looked
 *
 * Returns: whether the newest step was taken back
 */
gboolean
lasna_workbook_undo (LasnaWorkbook *self, char **label, GError **error)
{
  g_return_val_if_fail (self->change == NULL, FALSE);
  _lasna_workbook_announce (self);
  return lasna_log_undo (self->log, label, error);
}

gboolean
lasna_workbook_redo (LasnaWorkbook *self, char **label, GError **error)
{
  g_return_val_if_fail (self->change == NULL, FALSE);
  _lasna_workbook_announce (self);
  return lasna_log_redo (self->log, label, error);
}

static void
learn_labels (LasnaWorkbook *self)
{
  if (self->labels_known || self->log == NULL)
    return;
  g_free (self->undo_label);
  g_free (self->redo_label);
  self->undo_label = lasna_log_dup_undo_label (self->log);
  self->redo_label = lasna_log_dup_redo_label (self->log);
  self->labels_known = TRUE;
}

const char *
lasna_workbook_get_undo_label (LasnaWorkbook *self)
{
  learn_labels (self);
  return self->undo_label;
}

const char *
lasna_workbook_get_redo_label (LasnaWorkbook *self)
{
  learn_labels (self);
  return self->redo_label;
}

/**
 * lasna_workbook_poll:
 *
 * Takes in what other programs have written since the last look.
 *
 * Returns: FALSE with @error set where the file could not be read
 */
gboolean
lasna_workbook_poll (LasnaWorkbook *self, GError **error)
{
  if (self->change != NULL || self->walking > 0)
    return TRUE;
  if (!lasna_log_poll (self->log, error))
    return FALSE;
  if (self->stale)
    walk_cb (LASNA_LOG_RELOAD, NULL, NULL, 0, self);
  return TRUE;
}
