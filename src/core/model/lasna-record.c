/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The base class of records.
 */
#define G_LOG_DOMAIN "lasna-model"

#include "config.h"

#include "lasna-record-private.h"

#include "lasna-error.h"
#include "lasna-kinds.h"
#include "lasna-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  LasnaWorkbook *workbook; /* borrowed; NULL once the workbook is closed */
  gint64 id;
  gboolean deleted;
  guint64 marks; /* properties set in the change under way */
  LasnaValue *values;
} LasnaRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LasnaRecord, lasna_record, G_TYPE_OBJECT)

#define PRIVATE(self) ((LasnaRecordPrivate *) lasna_record_get_instance_private (self))

static int
find_index (LasnaRecordClass *klass, const char *name)
{
  for (guint i = 0; i < klass->n_properties; i++)
    if (strcmp (klass->properties[i].name, name) == 0)
      return (int) i;
  g_error ("There is no property %s.%s", klass->table, name);
}

static const LasnaValue *
get_value (LasnaRecord *self, const char *name, const LasnaProperty **property)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);
  int index = find_index (klass, name);

  *property = &klass->properties[index];
  return &PRIVATE (self)->values[index];
}

static GParamSpec *
find_spec (LasnaRecord *self, guint index)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);

  return g_object_class_find_property (G_OBJECT_CLASS (klass), klass->properties[index].name);
}

static void
lasna_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  LasnaRecord *self = LASNA_RECORD (object);
  const LasnaProperty *property = &LASNA_RECORD_GET_CLASS (self)->properties[id - 1];
  const LasnaValue *own = &PRIVATE (self)->values[id - 1];

  if (_lasna_property_is_text (property))
    g_value_set_string (value, own->text);
  else if (property->type == LASNA_PROPERTY_REFERENCE)
    g_value_set_object (value, lasna_record_get_reference (self, property->name));
  else if (property->type == LASNA_PROPERTY_NUMBER)
    g_value_set_double (value, own->number);
  else if (property->type == LASNA_PROPERTY_FLAG)
    g_value_set_boolean (value, own->integer != 0);
  else
    g_value_set_int64 (value, own->integer);
}

static gboolean
write_value (LasnaRecord *self, guint index, const LasnaValue *value, GError **error)
{
  LasnaRecordPrivate *priv = PRIVATE (self);
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);
  LasnaStatement *statement =
      lasna_store_prepare (lasna_workbook_get_store (priv->workbook), klass->updates[index], error);
  g_autofree char *stamp = NULL;

  if (statement == NULL)
    return FALSE;
  stamp = lasna_clock_dup_stamp (lasna_workbook_get_clock (priv->workbook));
  _lasna_value_bind (&klass->properties[index], value, statement, 1);
  lasna_statement_bind_text (statement, 2, stamp);
  lasna_statement_bind_integer (statement, 3, priv->id);
  return lasna_statement_run (statement, error);
}

/* Row first, then object; takes over @value where it succeeds. */
static gboolean
change_value (LasnaRecord *self, guint index, LasnaValue *value, GError **error)
{
  LasnaRecordPrivate *priv = PRIVATE (self);
  const LasnaProperty *property = &LASNA_RECORD_GET_CLASS (self)->properties[index];

  if (!_lasna_property_check (property, value, _lasna_workbook_knows_term, priv->workbook, error) ||
      !write_value (self, index, value, error))
    return FALSE;
  _lasna_value_clear (property, &priv->values[index]);
  priv->values[index] = *value;
  _lasna_value_unset (property, value);
  priv->marks |= G_GUINT64_CONSTANT (1) << index;
  _lasna_workbook_touch (priv->workbook, self);
  return TRUE;
}

static char *
make_label (const LasnaProperty *property)
{
  /* Translators: the name of a change in the undo list; %s is a field, such as Title */
  return g_strdup_printf (_ ("Change ‘%s’"), _ (property->label));
}

/* Takes over @value. Outside a change this is a change of its own. What it refuses goes to @error;
 * where that is NULL it reaches the workbook's listeners, and a notification brings bound widgets
 * back to the old value.
 */
static gboolean
set_value (LasnaRecord *self, guint index, LasnaValue *value, GError **error)
{
  LasnaRecordPrivate *priv = PRIVATE (self);
  const LasnaProperty *property = &LASNA_RECORD_GET_CLASS (self)->properties[index];
  gboolean taken = TRUE;

  if (priv->workbook != NULL && !priv->deleted &&
      !_lasna_value_equals (property, value, &priv->values[index]))
    {
      g_autoptr (GError) trouble = NULL;
      g_autofree char *label = make_label (property);
      g_autofree char *key = g_strdup_printf (
          "%s/%" G_GINT64_FORMAT "/%s", lasna_record_get_table (self), priv->id, property->name);
      g_autoptr (LasnaChange) change = _lasna_workbook_begin_typing (priv->workbook, label, key);

      if (!lasna_change_is_failed (change) && !change_value (self, index, value, &trouble))
        lasna_change_fail (change, g_steal_pointer (&trouble));
      taken = error != NULL ? lasna_change_commit (change, error) : _lasna_change_end (change);
      if (!taken && _lasna_change_is_refused (change))
        g_object_notify_by_pspec (G_OBJECT (self), find_spec (self, index));
    }
  _lasna_value_clear (property, value);
  return taken;
}

static void
lasna_record_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  LasnaRecord *self = LASNA_RECORD (object);
  LasnaValue own;

  _lasna_value_from_gvalue (&LASNA_RECORD_GET_CLASS (self)->properties[id - 1], &own, value);
  set_value (self, id - 1, &own, NULL);
}

static void
lasna_record_dispose (GObject *object)
{
  LasnaRecord *self = LASNA_RECORD (object);
  LasnaRecordPrivate *priv = PRIVATE (self);

  if (priv->workbook != NULL)
    _lasna_workbook_forget (priv->workbook, self);
  priv->workbook = NULL;
  G_OBJECT_CLASS (lasna_record_parent_class)->dispose (object);
}

static void
lasna_record_finalize (GObject *object)
{
  LasnaRecord *self = LASNA_RECORD (object);
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_properties; i++)
    _lasna_value_clear (&klass->properties[i], &PRIVATE (self)->values[i]);
  g_free (PRIVATE (self)->values);
  G_OBJECT_CLASS (lasna_record_parent_class)->finalize (object);
}

static void
lasna_record_constructed (GObject *object)
{
  LasnaRecord *self = LASNA_RECORD (object);
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);

  G_OBJECT_CLASS (lasna_record_parent_class)->constructed (object);
  PRIVATE (self)->values = g_new (LasnaValue, klass->n_properties);
  for (guint i = 0; i < klass->n_properties; i++)
    _lasna_value_unset (&klass->properties[i], &PRIVATE (self)->values[i]);
}

static void
lasna_record_class_init (LasnaRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = lasna_record_constructed;
  object_class->dispose = lasna_record_dispose;
  object_class->finalize = lasna_record_finalize;
}

static void
lasna_record_init (LasnaRecord *self)
{
}

static void
make_sql (LasnaRecordClass *klass)
{
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) marks = g_string_new ("?1");
  gboolean is_ordered = FALSE;

  klass->updates = g_new0 (char *, klass->n_properties + 1);
  for (guint i = 0; i < klass->n_properties; i++)
    {
      g_autofree char *column = _lasna_property_dup_column (&klass->properties[i]);

      g_string_append_printf (columns, ", %s", column);
      g_string_append_printf (marks, ", ?%u", i + 3);
      klass->updates[i] = g_strdup_printf (
          "UPDATE %s SET %s = ?1, updated_at = ?2 WHERE id = ?3", klass->table, column);
      is_ordered |= strcmp (column, "position") == 0;
    }
  klass->select = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", columns->str, klass->table);
  klass->select_all = g_strdup_printf ("SELECT %s FROM %s ORDER BY %s",
                                       columns->str,
                                       klass->table,
                                       is_ordered ? "position, id" : "id");
  klass->insert =
      g_strdup_printf ("INSERT INTO %s (id%s, created_at, updated_at) VALUES (%s, ?2, ?2)",
                       klass->table,
                       columns->str + strlen ("id"),
                       marks->str);
}

/**
 * lasna_record_class_bind:
 * @properties: static
 *
 * Makes a subclass the record of @table: its GObject properties and its SQL.
 */
void
lasna_record_class_bind (LasnaRecordClass *klass,
                         const char *table,
                         const char *label,
                         const LasnaProperty *properties,
                         guint n_properties)
{
  g_assert (n_properties <= 64);
  klass->table = table;
  klass->label = label;
  klass->properties = properties;
  klass->n_properties = n_properties;

  /* GObject does not let a class inherit these, since their ids are its own. */
  G_OBJECT_CLASS (klass)->get_property = lasna_record_get_property;
  G_OBJECT_CLASS (klass)->set_property = lasna_record_set_property;
  for (guint i = 0; i < n_properties; i++)
    g_object_class_install_property (
        G_OBJECT_CLASS (klass), i + 1, _lasna_property_make_spec (&properties[i]));
  make_sql (klass);
}

/**
 * lasna_record_class_dup_noun:
 *
 * Returns: (transfer full): what one of these is called in the middle of a sentence. An
 * abbreviation keeps its capitals.
 */
char *
lasna_record_class_dup_noun (LasnaRecordClass *klass)
{
  const char *label = _ (klass->label);
  const char *rest = g_utf8_next_char (label);
  g_autofree char *first = NULL;

  if (*label == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (label);
  first = g_utf8_strdown (label, rest - label);
  return g_strconcat (first, rest, NULL);
}

const char *
_lasna_record_class_get_select (LasnaRecordClass *klass)
{
  return klass->select;
}

const char *
_lasna_record_class_get_select_all (LasnaRecordClass *klass)
{
  return klass->select_all;
}

LasnaRecord *
_lasna_record_new (LasnaWorkbook *workbook, GType type, gint64 id)
{
  LasnaRecord *self = g_object_new (type, NULL);

  PRIVATE (self)->workbook = workbook;
  PRIVATE (self)->id = id;
  return self;
}

void
_lasna_record_detach (LasnaRecord *self)
{
  PRIVATE (self)->workbook = NULL;
}

void
_lasna_record_set_deleted (LasnaRecord *self, gboolean deleted)
{
  PRIVATE (self)->deleted = deleted;
}

/* Takes the row that @statement stands on; returns what is different now. */
guint64
_lasna_record_load (LasnaRecord *self, LasnaStatement *statement)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);
  guint64 mask = 0;

  for (guint i = 0; i < klass->n_properties; i++)
    {
      LasnaValue *own = &PRIVATE (self)->values[i];
      LasnaValue value;

      _lasna_value_from_column (&klass->properties[i], &value, statement, i + 2);
      if (!_lasna_value_equals (&klass->properties[i], own, &value))
        mask |= G_GUINT64_CONSTANT (1) << i;
      _lasna_value_clear (&klass->properties[i], own);
      *own = value;
    }
  return mask;
}

void
_lasna_record_notify (LasnaRecord *self, guint64 mask)
{
  g_object_ref (self);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < LASNA_RECORD_GET_CLASS (self)->n_properties; i++)
    if (mask & G_GUINT64_CONSTANT (1) << i)
      g_object_notify_by_pspec (G_OBJECT (self), find_spec (self, i));
  g_object_thaw_notify (G_OBJECT (self));
  g_object_unref (self);
}

/* Whether the property was set in the change under way. */
gboolean
_lasna_record_is_marked (LasnaRecord *self, const char *property)
{
  return (PRIVATE (self)->marks & G_GUINT64_CONSTANT (1)
                                      << find_index (LASNA_RECORD_GET_CLASS (self), property)) != 0;
}

guint64
_lasna_record_take_marks (LasnaRecord *self)
{
  guint64 marks = PRIVATE (self)->marks;

  PRIVATE (self)->marks = 0;
  return marks;
}

void
_lasna_record_set_initial (LasnaRecord *self)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_properties; i++)
    _lasna_value_from_initial (&klass->properties[i], &PRIVATE (self)->values[i]);
}

/* Sets a value of a record that is not in the file yet. */
gboolean
_lasna_record_set_first (LasnaRecord *self, const char *name, const GValue *value, GError **error)
{
  LasnaRecordPrivate *priv = PRIVATE (self);
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);
  int index = find_index (klass, name);
  const LasnaProperty *property = &klass->properties[index];

  _lasna_value_clear (property, &priv->values[index]);
  _lasna_value_from_gvalue (property, &priv->values[index], value);
  priv->marks |= G_GUINT64_CONSTANT (1) << index;
  return _lasna_property_check (
      property, &priv->values[index], _lasna_workbook_knows_term, priv->workbook, error);
}

static gboolean
check_required (LasnaRecord *self, GError **error)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_properties; i++)
    if (klass->properties[i].flags & LASNA_REQUIRED &&
        !_lasna_property_check (&klass->properties[i],
                                &PRIVATE (self)->values[i],
                                _lasna_workbook_knows_term,
                                PRIVATE (self)->workbook,
                                error))
      return FALSE;
  return TRUE;
}

gboolean
_lasna_record_insert (LasnaRecord *self, GError **error)
{
  LasnaRecordPrivate *priv = PRIVATE (self);
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);
  LasnaStatement *statement = NULL;
  g_autofree char *stamp = lasna_clock_dup_stamp (lasna_workbook_get_clock (priv->workbook));

  if (!check_required (self, error))
    return FALSE;
  statement = lasna_store_prepare (lasna_workbook_get_store (priv->workbook), klass->insert, error);
  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, priv->id);
  lasna_statement_bind_text (statement, 2, stamp);
  for (guint i = 0; i < klass->n_properties; i++)
    _lasna_value_bind (&klass->properties[i], &priv->values[i], statement, i + 3);
  return lasna_statement_run (statement, error);
}

gboolean
_lasna_record_check (LasnaRecord *self, GError **error)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);

  return PRIVATE (self)->deleted || klass->check == NULL || klass->check (self, error);
}

void
_lasna_record_set_reference_id (LasnaRecord *self, const char *name, gint64 id)
{
  LasnaValue value = { .integer = id };

  set_value (self, find_index (LASNA_RECORD_GET_CLASS (self), name), &value, NULL);
}

/**
 * lasna_record_write:
 * @value: of the type that the property has
 *
 * Sets a property like g_object_set_property(), but what is refused is told to the caller alone,
 * who can say it where it was typed.
 *
 * Returns: whether the value was taken
 */
gboolean
lasna_record_write (LasnaRecord *self, const char *name, const GValue *value, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  int index = find_index (LASNA_RECORD_GET_CLASS (self), name);
  LasnaValue own;

  _lasna_value_from_gvalue (&LASNA_RECORD_GET_CLASS (self)->properties[index], &own, value);
  if (set_value (self, index, &own, &trouble))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

gint64
lasna_record_get_id (LasnaRecord *self)
{
  g_return_val_if_fail (LASNA_IS_RECORD (self), 0);
  return PRIVATE (self)->id;
}

/**
 * lasna_record_get_workbook:
 *
 * Returns: (transfer none) (nullable): the workbook; NULL once it is closed
 */
LasnaWorkbook *
lasna_record_get_workbook (LasnaRecord *self)
{
  g_return_val_if_fail (LASNA_IS_RECORD (self), NULL);
  return PRIVATE (self)->workbook;
}

const char *
lasna_record_get_table (LasnaRecord *self)
{
  g_return_val_if_fail (LASNA_IS_RECORD (self), NULL);
  return LASNA_RECORD_GET_CLASS (self)->table;
}

/**
 * lasna_record_is_deleted:
 *
 * Returns: whether the row is gone; while somebody holds the object, undo brings
 *   the same one back to life
 */
gboolean
lasna_record_is_deleted (LasnaRecord *self)
{
  g_return_val_if_fail (LASNA_IS_RECORD (self), TRUE);
  return PRIVATE (self)->deleted;
}

/**
 * lasna_record_get_text:
 * @property: a text, term, terms, date or time
 *
 * Returns: (transfer none) (nullable): its value until the next change; NULL where unset
 */
const char *
lasna_record_get_text (LasnaRecord *self, const char *name)
{
  const LasnaProperty *property;
  const LasnaValue *value = get_value (self, name, &property);

  g_return_val_if_fail (_lasna_property_is_text (property), NULL);
  return value->text;
}

/**
 * lasna_record_get_integer:
 *
 * Returns: the value of an integer property, or LASNA_UNSET
 */
gint64
lasna_record_get_integer (LasnaRecord *self, const char *name)
{
  const LasnaProperty *property;
  const LasnaValue *value = get_value (self, name, &property);

  g_return_val_if_fail (property->type == LASNA_PROPERTY_INTEGER ||
                            property->type == LASNA_PROPERTY_ATTACHMENT,
                        LASNA_UNSET);
  return value->integer;
}

/**
 * lasna_record_get_number:
 *
 * Returns: the value of a number property, or NAN
 */
double
lasna_record_get_number (LasnaRecord *self, const char *name)
{
  const LasnaProperty *property;
  const LasnaValue *value = get_value (self, name, &property);

  g_return_val_if_fail (property->type == LASNA_PROPERTY_NUMBER, NAN);
  return value->number;
}

gboolean
lasna_record_get_flag (LasnaRecord *self, const char *name)
{
  const LasnaProperty *property;
  const LasnaValue *value = get_value (self, name, &property);

  g_return_val_if_fail (property->type == LASNA_PROPERTY_FLAG, FALSE);
  return value->integer != 0;
}

/**
 * lasna_record_get_reference:
 *
 * Returns: (transfer none) (nullable): the record that the property refers to. Not for references
 *   to voices, which live only while somebody holds them: see lasna_workbook_find().
 */
gpointer
lasna_record_get_reference (LasnaRecord *self, const char *name)
{
  const LasnaProperty *property;
  const LasnaValue *value = get_value (self, name, &property);

  g_return_val_if_fail (property->type == LASNA_PROPERTY_REFERENCE, NULL);
  if (value->integer == 0 || PRIVATE (self)->workbook == NULL)
    return NULL;
  return _lasna_workbook_peek (PRIVATE (self)->workbook, property->target, value->integer);
}

/**
 * lasna_record_get_reference_id:
 *
 * Returns: the id of what the property refers to, or 0
 */
gint64
lasna_record_get_reference_id (LasnaRecord *self, const char *name)
{
  const LasnaProperty *property;
  const LasnaValue *value = get_value (self, name, &property);

  g_return_val_if_fail (property->type == LASNA_PROPERTY_REFERENCE, 0);
  return value->integer;
}

gboolean
lasna_record_is_set (LasnaRecord *self, const char *name)
{
  const LasnaProperty *property;
  const LasnaValue *value = get_value (self, name, &property);

  return _lasna_value_is_set (property, value);
}

/* The place of @term in a text of terms, or NULL. */
static const char *
find_term (const char *terms, const char *term)
{
  gsize length = strlen (term);

  for (const char *at = terms; at != NULL; at = strchr (at, ' '))
    {
      at += *at == ' ';
      if (strncmp (at, term, length) == 0 && (at[length] == ' ' || at[length] == '\0'))
        return at;
    }
  return NULL;
}

/**
 * lasna_record_has_term:
 * @property: one of type terms
 */
gboolean
lasna_record_has_term (LasnaRecord *self, const char *name, const char *term)
{
  return find_term (lasna_record_get_text (self, name), term) != NULL;
}
