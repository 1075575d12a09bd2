/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One user-visible step: a transaction over rows and objects.
 */
#define G_LOG_DOMAIN "lasna-model"

#include "config.h"

#include "lasna-error.h"
#include "lasna-order.h"
#include "lasna-record-private.h"
#include "lasna-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <gobject/gvaluecollector.h>

struct _LasnaChange
{
  LasnaWorkbook *workbook; /* owned */
  LasnaChange *outer;      /* borrowed: a change inside a change is part of it */
  char *label;
  char *merge_key;
  GError *error;       /* the first thing that went wrong; commit reports it */
  GHashTable *touched; /* records set, made or deleted, owned */
  gboolean recording;
  gboolean finished;
};

static LasnaChange *
change_new (LasnaWorkbook *workbook, const char *label, const char *merge_key)
{
  LasnaChange *self = g_new0 (LasnaChange, 1);

  self->workbook = g_object_ref (workbook);
  self->outer = _lasna_workbook_get_change (workbook);
  if (self->outer != NULL)
    return self;

  self->label = g_strdup (label);
  self->merge_key = g_strdup (merge_key);
  self->touched = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  /* Also a change that could not begin gathers what is tried in it, so that nothing is saved of a
   * step that is not whole.
   */
  _lasna_workbook_set_change (workbook, self);
  _lasna_workbook_announce (workbook);
  self->recording = lasna_log_begin (_lasna_workbook_get_log (workbook), &self->error);
  return self;
}

/**
 * lasna_workbook_begin:
 * @label: what the step is called in the undo list
 *
 * Until the commit nobody else can write, and no signal is emitted. A change begun inside another
 * is part of it. What keeps a change from beginning is reported by its commit.
 *
 * Returns: (transfer full): the change
 */
LasnaChange *
lasna_workbook_begin (LasnaWorkbook *self, const char *label)
{
  g_return_val_if_fail (LASNA_IS_WORKBOOK (self), NULL);
  return change_new (self, label, NULL);
}

LasnaChange *
_lasna_workbook_begin_typing (LasnaWorkbook *self, const char *label, const char *key)
{
  gint64 typing = _lasna_workbook_get_typing (self);
  g_autofree char *merge_key =
      typing != 0 ? g_strdup_printf ("%s/%" G_GINT64_FORMAT, key, typing) : NULL;

  return change_new (self, label, merge_key);
}

static LasnaChange *
outermost (LasnaChange *self)
{
  while (self->outer != NULL)
    self = self->outer;
  return self;
}

gboolean
lasna_change_is_failed (LasnaChange *self)
{
  return outermost (self)->error != NULL;
}

/**
 * lasna_change_fail:
 * @error: (transfer full): what went wrong
 *
 * Makes the commit fail with @error, unless something went wrong before.
 */
void
lasna_change_fail (LasnaChange *self, GError *error)
{
  LasnaChange *outer = outermost (self);

  g_return_if_fail (error != NULL);
  if (outer->error == NULL)
    outer->error = error;
  else
    g_error_free (error);
}

void
_lasna_workbook_touch (LasnaWorkbook *self, LasnaRecord *record)
{
  LasnaChange *change = _lasna_workbook_get_change (self);

  g_return_if_fail (change != NULL);
  if (!g_hash_table_contains (change->touched, record))
    g_hash_table_add (change->touched, g_object_ref (record));
}

/* Whether the person must change something before it can be saved. Otherwise it is the file that
 * could not take it just now: then what was typed stays where it was typed.
 */
gboolean
_lasna_change_is_refused (LasnaChange *self)
{
  GError *error = outermost (self)->error;

  return error == NULL || g_error_matches (error, LASNA_ERROR, LASNA_ERROR_RULE);
}

/* Back to what the file says. Nobody was told of what was tried; but lists may have been made
 * meanwhile, and widgets bound to a record may show what was refused.
 */
static void
restore_objects (LasnaChange *self)
{
  g_autoptr (GHashTable) masks = _lasna_workbook_new_masks ();
  GHashTableIter iterator;
  gpointer record;

  g_hash_table_iter_init (&iterator, self->touched);
  while (g_hash_table_iter_next (&iterator, &record, NULL))
    {
      guint64 *mask = g_new (guint64, 1);

      *mask = _lasna_record_take_marks (record);
      _lasna_workbook_reread (self->workbook, record, mask);
      if (!_lasna_change_is_refused (self))
        *mask = 0;
      g_hash_table_insert (masks, g_object_ref (record), mask);
    }
  _lasna_workbook_publish (self->workbook, masks);
}

static void
finish (LasnaChange *self)
{
  self->finished = TRUE;
  _lasna_workbook_set_change (self->workbook, NULL);
}

static void
roll_back (LasnaChange *self)
{
  if (self->recording)
    lasna_log_roll_back (_lasna_workbook_get_log (self->workbook));
  finish (self);
  restore_objects (self);
}

static gboolean
check_rules (LasnaChange *self, GError **error)
{
  GHashTableIter iterator;
  gpointer record;

  g_hash_table_iter_init (&iterator, self->touched);
  while (g_hash_table_iter_next (&iterator, &record, NULL))
    if (!_lasna_record_check (record, error))
      return FALSE;
  return TRUE;
}

/**
 * lasna_change_commit:
 *
 * Asks the rules of every record that was touched, saves, and tells everybody.
 *
 * Returns: whether the step is on the disk; where not, everything is as it was before it
 */
gboolean
lasna_change_commit (LasnaChange *self, GError **error)
{
  g_return_val_if_fail (!self->finished, FALSE);

  if (self->outer != NULL)
    {
      self->finished = TRUE;
      if (outermost (self)->error == NULL)
        return TRUE;
      g_propagate_error (error, g_error_copy (outermost (self)->error));
      return FALSE;
    }
  if (self->error != NULL || !check_rules (self, &self->error))
    {
      roll_back (self);
      g_propagate_error (error, g_error_copy (self->error));
      return FALSE;
    }

  /* The walk that follows the commit may begin changes of its own. */
  finish (self);
  if (lasna_log_commit (
          _lasna_workbook_get_log (self->workbook), self->label, self->merge_key, &self->error))
    return TRUE;
  restore_objects (self);
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/* Commits what a single edit began. What it refuses reaches the workbook's listeners, unless it is
 * part of a change whose own commit will say so.
 */
gboolean
_lasna_change_end (LasnaChange *self)
{
  gboolean outermost_itself = self->outer == NULL;
  g_autoptr (GError) error = NULL;

  if (lasna_change_commit (self, &error))
    return TRUE;
  if (outermost_itself)
    _lasna_workbook_complain (self->workbook, error);
  return FALSE;
}

/**
 * lasna_change_free:
 *
 * A change that was not committed is rolled back, and takes the change around it with it.
 */
void
lasna_change_free (LasnaChange *self)
{
  if (self == NULL)
    return;
  if (!self->finished && self->outer != NULL)
    lasna_change_fail (
        self,
        g_error_new_literal (
            LASNA_ERROR,
            LASNA_ERROR_FAILED,
            _ ("A part of this step could not be done. Nothing was changed; try again.")));
  else if (!self->finished)
    roll_back (self);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_error (&self->error);
  g_free (self->label);
  g_free (self->merge_key);
  g_object_unref (self->workbook);
  g_free (self);
}

/* As many as a mask has bits. */
#define MOST_PROPERTIES 64

/* Values that were collected one after the other. */
typedef struct
{
  guint n;
  const char *names[MOST_PROPERTIES];
  GValue values[MOST_PROPERTIES];
} Pairs;

static void
collect (Pairs *pairs, GType type, const char *first, va_list *arguments)
{
  GObjectClass *klass = g_type_class_peek (type);

  pairs->n = 0;
  for (const char *name = first; name != NULL; name = va_arg (*arguments, const char *))
    {
      GParamSpec *spec = g_object_class_find_property (klass, name);
      GValue *value = &pairs->values[pairs->n];
      char *trouble = NULL;

      g_assert (spec != NULL && pairs->n < G_N_ELEMENTS (pairs->values));
      memset (value, 0, sizeof *value);
      G_VALUE_COLLECT_INIT (value, spec->value_type, *arguments, 0, &trouble);
      if (trouble != NULL)
        g_error ("%s: %s", name, trouble);
      pairs->names[pairs->n++] = name;
    }
}

static gboolean
fill (LasnaRecord *record, guint n, const char *const *names, const GValue *values, GError **error)
{
  _lasna_record_set_initial (record);
  for (guint i = 0; i < n; i++)
    if (!_lasna_record_set_first (record, names[i], &values[i], error))
      return FALSE;
  return _lasna_record_place_last (record, error);
}

/**
 * lasna_workbook_addv:
 *
 * lasna_workbook_add() with the names and values of @n properties.
 *
 * Returns: (transfer none) (nullable): the record; NULL where it was refused
 */
gpointer
lasna_workbook_addv (
    LasnaWorkbook *self, GType type, guint n, const char *const *names, const GValue *values)
{
  LasnaRecordClass *klass = g_type_class_peek (type);
  g_autofree char *kind = lasna_record_class_dup_noun (klass);
  g_autofree char *label =
      /* Translators: the name of a change in the undo list; %s is a kind, such as touchpoint */
      g_strdup_printf (_ ("Add %s"), kind);
  g_autoptr (LasnaChange) change = lasna_workbook_begin (self, label);
  g_autoptr (LasnaRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!lasna_change_is_failed (change))
    {
      _lasna_workbook_keep (self, klass->table);
      record =
          _lasna_workbook_adopt (self, type, lasna_clock_new_id (lasna_workbook_get_clock (self)));
      _lasna_workbook_touch (self, record);
      if (!fill (record, n, names, values, &error) || !_lasna_record_insert (record, &error))
        {
          _lasna_record_set_deleted (record, TRUE);
          lasna_change_fail (change, g_steal_pointer (&error));
        }
    }
  return _lasna_change_end (change) ? record : NULL;
}

/**
 * lasna_workbook_add:
 * @first_property: the name of a property, followed by its value, more pairs, and NULL
 *
 * Adds a record, in a change of its own where none is under way. Lists show it after the commit.
 *
 * Returns: (transfer none) (nullable): the record; NULL where it was refused. A voice lives on
 *   after the change only while somebody holds a reference, so it is added inside one.
 */
gpointer
lasna_workbook_add (LasnaWorkbook *self, GType type, const char *first_property, ...)
{
  Pairs pairs;
  va_list arguments;
  gpointer record;

  va_start (arguments, first_property);
  collect (&pairs, type, first_property, &arguments);
  va_end (arguments);
  record = lasna_workbook_addv (self, type, pairs.n, pairs.names, pairs.values);
  for (guint i = 0; i < pairs.n; i++)
    g_value_unset (&pairs.values[i]);
  return record;
}
