/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Order by fractional positions: moving one record changes one row, until the gap is used up.
 */
#include "config.h"

#include "lasna-order.h"

#include "lasna-kinds.h"
#include "lasna-record-private.h"
#include "lasna-workbook-private.h"

#include <glib/gi18n-lib.h>

/* Below this two doubles of everyday size have too little between them. */
#define LEAST_GAP 1e-6

/* The reference that makes a record a part of another; siblings share its value. */
static const LasnaProperty *
find_owner (LasnaRecord *self)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_properties; i++)
    if (klass->properties[i].flags & LASNA_OWNER &&
        lasna_record_is_set (self, klass->properties[i].name))
      return &klass->properties[i];
  return NULL;
}

/* Places a new record after its siblings, unless it was told where to stand. The file is asked
 * rather than the list, which does not show what the change under way has added.
 */
gboolean
_lasna_record_place_last (LasnaRecord *self, GError **error)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (self);
  const LasnaProperty *owner = find_owner (self);
  g_autofree char *sql = NULL;
  LasnaStatement *statement;
  g_auto (GValue) position = G_VALUE_INIT;

  if (lasna_kinds_find_property (klass, "position") == NULL ||
      lasna_record_get_number (self, "position") != 0)
    return TRUE;
  if (owner != NULL)
    {
      g_autofree char *column = _lasna_property_dup_column (owner);
      sql = g_strdup_printf (
          "SELECT coalesce (max (position), 0) + 1 FROM %s WHERE %s = ?1", klass->table, column);
    }
  else
    sql = g_strdup_printf ("SELECT coalesce (max (position), 0) + 1 FROM %s", klass->table);

  statement =
      lasna_store_prepare (lasna_workbook_get_store (lasna_record_get_workbook (self)), sql, error);
  if (statement == NULL)
    return FALSE;
  if (owner != NULL)
    lasna_statement_bind_integer (statement, 1, lasna_record_get_reference_id (self, owner->name));
  if (lasna_statement_step (statement, error) != LASNA_STEP_ROW)
    return FALSE;
  g_value_init (&position, G_TYPE_DOUBLE);
  g_value_set_double (&position, lasna_statement_get_number (statement, 1));
  lasna_statement_reset (statement);
  return _lasna_record_set_first (self, "position", &position, error);
}

static GListModel *
get_siblings (LasnaRecord *self)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (self);
  const LasnaProperty *owner = find_owner (self);
  const char *table = lasna_record_get_table (self);

  if (owner == NULL)
    return lasna_workbook_get_records (workbook, table);
  return G_LIST_MODEL (_lasna_workbook_get_children (
      workbook, table, owner->name, lasna_record_get_reference_id (self, owner->name)));
}

/* The siblings without @self, in order. */
static GPtrArray *
collect_others (LasnaRecord *self)
{
  GListModel *siblings = get_siblings (self);
  GPtrArray *others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (LasnaRecord) sibling = g_list_model_get_item (siblings, i);

      if (sibling != self)
        g_ptr_array_add (others, g_steal_pointer (&sibling));
    }
  return others;
}

static double
get_position (GPtrArray *records, guint index)
{
  return lasna_record_get_number (records->pdata[index], "position");
}

static double
find_room (GPtrArray *others, guint index)
{
  if (others->len == 0)
    return 1;
  if (index == 0)
    return get_position (others, 0) - 1;
  if (index == others->len)
    return get_position (others, index - 1) + 1;
  return (get_position (others, index - 1) + get_position (others, index)) / 2;
}

static gboolean
is_cramped (GPtrArray *others, guint index)
{
  return index > 0 && index < others->len &&
         get_position (others, index) - get_position (others, index - 1) < LEAST_GAP;
}

/**
 * lasna_record_move:
 * @before: (nullable): the sibling to stand before; NULL for the last place
 */
void
lasna_record_move (LasnaRecord *self, LasnaRecord *before)
{
  g_autofree char *kind = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (LasnaChange) change = NULL;
  LasnaWorkbook *workbook = lasna_record_get_workbook (self);
  guint index;

  g_return_if_fail (LASNA_IS_RECORD (self) && before != self);

  kind = lasna_record_class_dup_noun (LASNA_RECORD_GET_CLASS (self));
  /* Translators: the name of a change in the undo list; %s is a kind, such as touchpoint */
  label = g_strdup_printf (_ ("Move %s"), kind);
  others = collect_others (self);
  if (before == NULL || !g_ptr_array_find (others, before, &index))
    index = others->len;

  change = lasna_workbook_begin (workbook, label);
  if (is_cramped (others, index))
    for (guint i = 0; i < others->len; i++)
      g_object_set (others->pdata[i], "position", (double) i + 1, NULL);
  g_object_set (self, "position", find_room (others, index), NULL);
  _lasna_change_end (change);
}
