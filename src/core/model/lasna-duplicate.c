/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying a record with its parts.
 */
#include "config.h"

#include "lasna-duplicate.h"

#include "lasna-kinds.h"
#include "lasna-translation.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What describes a place and goes along. What happened there - checks, encounters, voices, values
 * of measures - stays where it happened.
 */
static const struct
{
  const char *table;
  const char *part;
  const char *property;
} parts[] = {
  { "journey", "chain_link", "journey" },
  { "journey", "stage", "journey" },
  { "stage", "touchpoint", "stage" },
  { "stage", "emotion_target", "stage" },
  { "stage", "hidden_stretch", "stage" },
  { "stage", "problem_plan", "stage" },
  { "touchpoint", "touchpoint_channel", "touchpoint" },
  { "touchpoint", "backstage_step", "touchpoint" },
  { "touchpoint", "emotion_target", "touchpoint" },
};

typedef struct
{
  LasnaWorkbook *workbook;
  GHashTable *copies; /* original to copy, borrowed: the lists of all keep both */
  gboolean has_origin;
} Copier;

static LasnaRecord *
copy_row (Copier *copier, LasnaRecord *original)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (original);
  g_autofree const char **names = g_new (const char *, klass->n_properties);
  g_autofree GValue *values = g_new0 (GValue, klass->n_properties);
  LasnaRecord *copy;

  for (guint i = 0; i < klass->n_properties; i++)
    {
      names[i] = klass->properties[i].name;
      g_object_get_property (G_OBJECT (original), names[i], &values[i]);
      if (strcmp (names[i], "origin") == 0)
        g_value_set_object (&values[i], copier->has_origin ? original : NULL);
    }
  copy = lasna_workbook_addv (
      copier->workbook, G_OBJECT_TYPE (original), klass->n_properties, names, values);
  for (guint i = 0; i < klass->n_properties; i++)
    g_value_unset (&values[i]);
  /* The change keeps it alive, then the list of all. */
  if (copy != NULL)
    g_hash_table_insert (copier->copies, original, copy);
  return copy;
}

static LasnaRecord *
copy_tree (Copier *copier, LasnaRecord *original)
{
  LasnaRecord *copy = copy_row (copier, original);

  for (guint i = 0; copy != NULL && i < G_N_ELEMENTS (parts); i++)
    {
      GListModel *children;

      if (strcmp (parts[i].table, lasna_record_get_table (original)) != 0)
        continue;
      children = lasna_record_get_children (original, parts[i].part, parts[i].property);
      for (guint n = 0; n < g_list_model_get_n_items (children); n++)
        {
          g_autoptr (LasnaRecord) child = g_list_model_get_item (children, n);

          if (copy_tree (copier, child) == NULL)
            return NULL;
        }
    }
  return copy;
}

/* What refers to an original that was copied too refers to its copy. */
static void
redirect (Copier *copier, LasnaRecord *copy)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (copy);

  for (guint i = 0; i < klass->n_properties; i++)
    {
      const LasnaProperty *property = &klass->properties[i];
      LasnaRecord *target;

      if (property->type != LASNA_PROPERTY_REFERENCE || strcmp (property->name, "origin") == 0 ||
          strcmp (property->target, "feedback") == 0)
        continue;
      target = lasna_record_get_reference (copy, property->name);
      if (target != NULL && g_hash_table_contains (copier->copies, target))
        g_object_set (copy, property->name, g_hash_table_lookup (copier->copies, target), NULL);
    }
}

static void
copy_translation (Copier *copier, LasnaRecord *translation, LasnaRecord *copy)
{
  lasna_workbook_add (copier->workbook,
                      LASNA_TYPE_TRANSLATION,
                      "table-name",
                      lasna_record_get_text (translation, "table-name"),
                      "record",
                      lasna_record_get_id (copy),
                      "property",
                      lasna_record_get_text (translation, "property"),
                      "language",
                      lasna_record_get_text (translation, "language"),
                      "text",
                      lasna_record_get_text (translation, "text"),
                      NULL);
}

static void
copy_translations (Copier *copier)
{
  GListModel *all = lasna_workbook_get_records (copier->workbook, "translation");
  guint n = g_list_model_get_n_items (all);

  /* The list does not grow before the commit. */
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LasnaRecord) translation = g_list_model_get_item (all, i);
      const char *table = lasna_record_get_text (translation, "table-name");
      g_autoptr (LasnaRecord) original = NULL;

      if (lasna_kinds_lookup (table) != G_TYPE_INVALID)
        original = lasna_workbook_find (
            copier->workbook, table, lasna_record_get_integer (translation, "record"));
      if (original != NULL && g_hash_table_contains (copier->copies, original))
        copy_translation (copier, translation, g_hash_table_lookup (copier->copies, original));
    }
}

/* Inside a change. */
static LasnaRecord *
copy_whole (LasnaRecord *original, gboolean has_origin)
{
  g_autoptr (GHashTable) copies = g_hash_table_new (NULL, NULL);
  Copier copier = { lasna_record_get_workbook (original), copies, has_origin };
  GHashTableIter iterator;
  LasnaRecord *copy;
  gpointer each;

  copy = copy_tree (&copier, original);
  if (copy == NULL)
    return NULL;
  g_hash_table_iter_init (&iterator, copies);
  while (g_hash_table_iter_next (&iterator, NULL, &each))
    redirect (&copier, each);
  copy_translations (&copier);
  return copy;
}

static LasnaChange *
begin (LasnaRecord *original)
{
  g_autofree char *label =
      /* Translators: the name of a change in the undo list; %s is a title */
      g_strdup_printf (_ ("Copy ‘%s’"), lasna_record_get_text (original, "title"));

  return lasna_workbook_begin (lasna_record_get_workbook (original), label);
}

/* The sibling that stands after @original, or NULL; borrowed. */
static LasnaRecord *
find_next (LasnaRecord *original, const char *owner)
{
  GListModel *siblings = lasna_record_get_children (
      lasna_record_get_reference (original, owner), lasna_record_get_table (original), owner);
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (LasnaRecord) sibling = g_list_model_get_item (siblings, i);

      if (found)
        return sibling;
      found = sibling == original;
    }
  return NULL;
}

static LasnaRecord *
duplicate_part (LasnaRecord *original, const char *owner, GError **error)
{
  g_autoptr (LasnaChange) change = begin (original);
  LasnaRecord *copy = lasna_change_is_failed (change) ? NULL : copy_whole (original, FALSE);

  if (copy != NULL)
    lasna_record_move (copy, find_next (original, owner));
  return lasna_change_commit (change, error) ? copy : NULL;
}

/**
 * lasna_duplicate_journey:
 * @title: (nullable): the same by default
 *
 * A future version of a journey, as a draft: its stages and touchpoints keep their origin, so that
 * the differences can be told. One change.
 *
 * Returns: (transfer none) (nullable): the copy
 */
LasnaJourney *
lasna_duplicate_journey (LasnaJourney *journey, const char *title, GError **error)
{
  LasnaRecord *original = LASNA_RECORD (journey);
  g_autoptr (LasnaChange) change = begin (original);
  LasnaRecord *copy = lasna_change_is_failed (change) ? NULL : copy_whole (original, TRUE);

  if (copy != NULL)
    {
      g_object_set (copy, "state", "journey.draft", "reviewed-at", NULL, "next-review", NULL, NULL);
      if (title != NULL)
        g_object_set (copy, "title", title, NULL);
      lasna_record_move (copy, NULL);
    }
  return lasna_change_commit (change, error) ? LASNA_JOURNEY (copy) : NULL;
}

/**
 * lasna_duplicate_stage:
 *
 * Returns: (transfer none) (nullable): a copy that stands after the stage, made in one change
 */
LasnaStage *
lasna_duplicate_stage (LasnaStage *stage, GError **error)
{
  LasnaRecord *copy = duplicate_part (LASNA_RECORD (stage), "journey", error);

  return copy != NULL ? LASNA_STAGE (copy) : NULL;
}

/**
 * lasna_duplicate_touchpoint:
 *
 * Returns: (transfer none) (nullable): a copy that stands after the touchpoint, made in one change
 */
LasnaTouchpoint *
lasna_duplicate_touchpoint (LasnaTouchpoint *touchpoint, GError **error)
{
  LasnaRecord *copy = duplicate_part (LASNA_RECORD (touchpoint), "stage", error);

  return copy != NULL ? LASNA_TOUCHPOINT (copy) : NULL;
}
