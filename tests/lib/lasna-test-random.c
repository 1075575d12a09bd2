/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random changes of every kind.
 */
#include "config.h"

#include "lasna-test-random.h"

#include "lasna-kinds.h"

#include <string.h>

#define TRIES 40

static const char *const words[] = {
  "sauna",    "Äänekoski",
  "one\ntwo", "“quoted” & <marked>",
  "x",        "a long stay in the fells, told at length and in no hurry at all",
  "0",        "Läsnä",
  "'; --",
};

/* Texts that the rules of a kind ask for. */
static const struct
{
  const char *table;
  const char *property;
  const char *value;
} asked[] = {
  { "emotion", "label", "wistful" },
  { "practice_log", "week", "2026-W47" },
};

static const char *
find_asked (LasnaRecordClass *klass, const LasnaProperty *property)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (strcmp (asked[i].table, klass->table) == 0 &&
        strcmp (asked[i].property, property->name) == 0)
      return asked[i].value;
  return NULL;
}

static const char *
pick_term (LasnaWorkbook *workbook, const LasnaProperty *property, GRand *chance)
{
  const LasnaTermSet *set =
      lasna_catalogue_get_set (lasna_workbook_get_catalogue (workbook), property->target);

  if (set == NULL || set->n_terms == 0)
    return NULL;
  return set->terms[g_rand_int_range (chance, 0, (gint32) set->n_terms)].id;
}

static LasnaRecord *
pick_record (LasnaWorkbook *workbook, const char *table, GRand *chance)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM %s ORDER BY (id * %u) %% 1009, id LIMIT 1",
                       table,
                       1 + g_rand_int (chance) % 1000);
  g_autoptr (LasnaStatement) statement = lasna_statement_new (
      lasna_store_get_connection (lasna_workbook_get_store (workbook)), sql, FALSE, NULL);

  if (lasna_statement_step (statement, NULL) != LASNA_STEP_ROW)
    return NULL;
  return lasna_workbook_find (workbook, table, lasna_statement_get_integer (statement, 1));
}

static gint64
pick_integer (const LasnaProperty *property, GRand *chance)
{
  double low = MAX (property->minimum, -1000);
  double high = MIN (property->maximum, 1000);

  return (gint64) g_rand_double_range (chance, low, high + 0.999);
}

/* A value that the property takes, now and then none, and now and then one that it refuses. */
static void
set_random (LasnaRecord *record, const LasnaProperty *property, GRand *chance)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (record);
  gboolean empty = g_rand_int_range (chance, 0, 8) == 0;
  g_autoptr (LasnaRecord) target = NULL;
  g_autofree char *text = NULL;

  switch (property->type)
    {
    case LASNA_PROPERTY_TEXT:
      g_object_set (record,
                    property->name,
                    empty ? NULL : words[g_rand_int_range (chance, 0, G_N_ELEMENTS (words))],
                    NULL);
      break;
    case LASNA_PROPERTY_TERM:
    case LASNA_PROPERTY_TERMS:
      g_object_set (
          record, property->name, empty ? NULL : pick_term (workbook, property, chance), NULL);
      break;
    case LASNA_PROPERTY_REFERENCE:
      target = empty ? NULL : pick_record (workbook, property->target, chance);
      g_object_set (record, property->name, target, NULL);
      break;
    case LASNA_PROPERTY_INTEGER:
      g_object_set (
          record, property->name, empty ? LASNA_UNSET : pick_integer (property, chance), NULL);
      break;
    case LASNA_PROPERTY_NUMBER:
      g_object_set (record, property->name, g_rand_double_range (chance, 0, 100), NULL);
      break;
    case LASNA_PROPERTY_FLAG:
      g_object_set (record, property->name, g_rand_boolean (chance), NULL);
      break;
    case LASNA_PROPERTY_DATE:
    case LASNA_PROPERTY_TIME:
      text = g_strdup_printf ("2026-%02d-%02d",
                              g_rand_int_range (chance, 1, 13),
                              g_rand_int_range (chance, 1, empty ? 32 : 29));
      g_object_set (record, property->name, text, NULL);
      break;
    case LASNA_PROPERTY_ATTACHMENT:
    default:
      break;
    }
}

/* What a kind cannot do without, set while it is made. */
static LasnaRecord *
add_random (LasnaWorkbook *workbook, GType type, GRand *chance)
{
  LasnaRecordClass *klass = g_type_class_peek (type);
  const char *names[8];
  GValue values[8] = { G_VALUE_INIT };
  LasnaRecord *record;
  guint n = 0;

  for (guint i = 0; i < klass->n_properties && n < G_N_ELEMENTS (names); i++)
    {
      const LasnaProperty *property = &klass->properties[i];
      const char *text = find_asked (klass, property);

      if (!(property->flags & (LASNA_REQUIRED | LASNA_OWNER)) && text == NULL)
        continue;
      names[n] = property->name;
      if (property->type == LASNA_PROPERTY_REFERENCE)
        {
          g_value_init (&values[n], LASNA_TYPE_RECORD);
          g_value_take_object (&values[n], pick_record (workbook, property->target, chance));
        }
      else if (property->type == LASNA_PROPERTY_NUMBER)
        {
          g_value_init (&values[n], G_TYPE_DOUBLE);
          g_value_set_double (&values[n], 1);
        }
      else if (property->type == LASNA_PROPERTY_INTEGER)
        {
          g_value_init (&values[n], G_TYPE_INT64);
          g_value_set_int64 (&values[n], pick_integer (property, chance));
        }
      else
        {
          g_value_init (&values[n], G_TYPE_STRING);
          if (text == NULL && property->type == LASNA_PROPERTY_TERM)
            text = pick_term (workbook, property, chance);
          else if (text == NULL)
            text = property->type == LASNA_PROPERTY_TEXT ? "new" : "2026-11-21";
          g_value_set_string (&values[n], text);
        }
      n++;
    }
  record = lasna_workbook_addv (workbook, type, n, names, values);
  while (n > 0)
    g_value_unset (&values[--n]);
  return record;
}

static GType
pick_type (GRand *chance)
{
  /* There is one workbook in a workbook. */
  return lasna_kinds_get_type ((guint) g_rand_int_range (chance, 1, (gint32) lasna_kinds_get_n ()));
}

static void
do_something (LasnaWorkbook *workbook, GRand *chance)
{
  GType type = pick_type (chance);
  LasnaRecordClass *klass = g_type_class_peek (type);
  g_autoptr (LasnaRecord) record = pick_record (workbook, klass->table, chance);
  g_autoptr (LasnaRecord) sibling = NULL;
  int deed = g_rand_int_range (chance, 0, 10);

  if (record == NULL || deed < 3)
    {
      add_random (workbook, type, chance);
      return;
    }
  if (deed == 3)
    {
      /* What hangs on these is most of the workbook, and voices outlive their import. */
      if (strcmp (klass->table, "service") != 0 && strcmp (klass->table, "batch") != 0)
        lasna_record_delete (record);
      return;
    }
  if (deed == 4 && lasna_kinds_find_property (klass, "position") != NULL)
    {
      sibling = pick_record (workbook, klass->table, chance);
      lasna_record_move (record, sibling != record ? sibling : NULL);
      return;
    }
  set_random (record,
              &klass->properties[g_rand_int_range (chance, 0, (gint32) klass->n_properties)],
              chance);
}

/* Makes a record and gives it random values until the rules of its kind let it pass. */
static gboolean
add_lawful (LasnaWorkbook *workbook, GType type, GRand *chance)
{
  LasnaRecordClass *klass = g_type_class_peek (type);

  for (guint try = 0; try < TRIES; try++)
    {
      g_autoptr (LasnaChange) change = lasna_workbook_begin (workbook, "Fill");
      LasnaRecord *record = add_random (workbook, type, chance);

      for (guint i = 0; record != NULL && try > 0 && i < klass->n_properties; i++)
        if (g_rand_boolean (chance))
          set_random (record, &klass->properties[i], chance);
      if (lasna_change_commit (change, NULL))
        return TRUE;
    }
  return FALSE;
}

/**
 * lasna_test_random_fill:
 *
 * Makes two records of every kind, once more for those that need others first.
 */
void
lasna_test_random_fill (LasnaWorkbook *workbook, GRand *chance)
{
  for (guint round = 0; round < 2; round++)
    for (guint i = 1; i < lasna_kinds_get_n (); i++)
      {
        gboolean made = add_lawful (workbook, lasna_kinds_get_type (i), chance);

        if (round == 1 && !made)
          g_test_message ("no new %s", lasna_kinds_get_class (i)->table);
      }
}

/**
 * lasna_test_random_change:
 *
 * One to four random deeds in one change, some of them nested, some given up.
 *
 * Returns: whether it was committed
 */
gboolean
lasna_test_random_change (LasnaWorkbook *workbook, GRand *chance)
{
  g_autoptr (LasnaChange) change = lasna_workbook_begin (workbook, "Random");
  int deeds = g_rand_int_range (chance, 1, 5);

  for (int i = 0; i < deeds; i++)
    {
      g_autoptr (LasnaChange) inner = lasna_workbook_begin (workbook, "Inner");

      do_something (workbook, chance);
      if (g_rand_int_range (chance, 0, 40) != 0)
        lasna_change_commit (inner, NULL);
    }
  if (g_rand_int_range (chance, 0, 10) == 0)
    return FALSE;
  return lasna_change_commit (change, NULL);
}

static void
add_rows (GString *text, LasnaWorkbook *workbook, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", table);
  g_autoptr (LasnaStatement) statement = lasna_statement_new (
      lasna_store_get_connection (lasna_workbook_get_store (workbook)), sql, FALSE, NULL);

  g_string_append_printf (text, "%s\n", table);
  while (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    {
      for (int i = 1; i <= lasna_statement_get_n_columns (statement); i++)
        g_string_append_printf (text,
                                "%s|",
                                lasna_statement_is_null (statement, i)
                                    ? "(null)"
                                    : lasna_statement_get_text (statement, i));
      g_string_append_c (text, '\n');
    }
}

/**
 * lasna_test_dup_rows:
 *
 * Returns: (transfer full): every row of every recorded table, as text
 */
char *
lasna_test_dup_rows (LasnaWorkbook *workbook)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    add_rows (text, workbook, lasna_kinds_get_class (i)->table);
  add_rows (text, workbook, "feedback_score");
  add_rows (text, workbook, "feedback_emotion");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_value (LasnaRecord *record, const LasnaProperty *property)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (property->type == LASNA_PROPERTY_REFERENCE)
    return g_strdup_printf ("%" G_GINT64_FORMAT,
                            lasna_record_get_reference_id (record, property->name));
  g_object_get_property (G_OBJECT (record), property->name, &value);
  return g_strdup_value_contents (&value);
}

static void
assert_same_record (LasnaRecord *one, LasnaRecord *two)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (one);

  g_assert_cmpint (lasna_record_get_id (one), ==, lasna_record_get_id (two));
  for (guint i = 0; i < klass->n_properties; i++)
    {
      g_autofree char *first = dup_value (one, &klass->properties[i]);
      g_autofree char *second = dup_value (two, &klass->properties[i]);

      g_assert_cmpstr (first, ==, second);
    }
}

static void
assert_same_list (GListModel *one, GListModel *two)
{
  g_assert_cmpuint (g_list_model_get_n_items (one), ==, g_list_model_get_n_items (two));
  for (guint i = 0; i < g_list_model_get_n_items (one); i++)
    {
      g_autoptr (LasnaRecord) first = g_list_model_get_item (one, i);
      g_autoptr (LasnaRecord) second = g_list_model_get_item (two, i);

      assert_same_record (first, second);
    }
}

/* The lists of what refers to a record. */
static void
assert_same_children (LasnaRecord *one, LasnaRecord *two)
{
  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (kind);

      for (guint i = 0; i < klass->n_properties && strcmp (klass->table, "feedback") != 0; i++)
        if (klass->properties[i].type == LASNA_PROPERTY_REFERENCE &&
            strcmp (klass->properties[i].target, lasna_record_get_table (one)) == 0)
          assert_same_list (
              lasna_record_get_children (one, klass->table, klass->properties[i].name),
              lasna_record_get_children (two, klass->table, klass->properties[i].name));
    }
}

/**
 * lasna_test_assert_same_objects:
 *
 * Every list of both has the same records in the same order, with the same values.
 */
void
lasna_test_assert_same_objects (LasnaWorkbook *one, LasnaWorkbook *two)
{
  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      const char *table = lasna_kinds_get_class (kind)->table;
      GListModel *first;
      GListModel *second;

      if (strcmp (table, "feedback") == 0)
        continue;
      first = lasna_workbook_get_records (one, table);
      second = lasna_workbook_get_records (two, table);
      assert_same_list (first, second);
      for (guint i = 0; i < g_list_model_get_n_items (first); i++)
        {
          g_autoptr (LasnaRecord) mine = g_list_model_get_item (first, i);
          g_autoptr (LasnaRecord) theirs = g_list_model_get_item (second, i);

          assert_same_children (mine, theirs);
        }
    }
}

/**
 * lasna_test_assert_true_objects:
 *
 * What is in memory is what somebody sees who opens the file now.
 */
void
lasna_test_assert_true_objects (LasnaWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaWorkbook) fresh =
      lasna_workbook_open (lasna_store_get_path (lasna_workbook_get_store (workbook)),
                           LASNA_STORE_READ_ONLY,
                           NULL,
                           &error);

  g_assert_no_error (error);
  lasna_test_assert_same_objects (workbook, fresh);
}
