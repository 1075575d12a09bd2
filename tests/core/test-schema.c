/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema: the rules of the session extension, and that it says what the property tables say.
 */
#include "config.h"

#include "lasna-test-book.h"

#include "lasna-kinds.h"

#include <string.h>

static const char *const details[] = { "feedback_score", "feedback_emotion" };

static LasnaStatement *
query (LasnaTestBook *book, const char *sql)
{
  g_autoptr (GError) error = NULL;
  LasnaStatement *statement = lasna_statement_new (
      lasna_store_get_connection (lasna_workbook_get_store (book->workbook)), sql, FALSE, &error);

  g_assert_no_error (error);
  return statement;
}

static gint64
count (LasnaTestBook *book, const char *sql)
{
  g_autoptr (LasnaStatement) statement = query (book, sql);

  g_assert_cmpint (lasna_statement_step (statement, NULL), ==, LASNA_STEP_ROW);
  return lasna_statement_get_integer (statement, 1);
}

static gboolean
has_key (LasnaTestBook *book, const char *table)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM pragma_table_info ('%s') WHERE pk > 0 AND \"notnull\" = 1", table);
  g_autofree char *loose = g_strdup_printf (
      "SELECT count (*) FROM pragma_table_info ('%s') WHERE pk > 0 AND \"notnull\" = 0", table);

  return count (book, sql) > 0 && count (book, loose) == 0;
}

/* 1: a key of its own that is never empty; STRICT keeps types. */
static void
test_keys (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaStatement) tables =
      query (book,
             "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND "
             "schema = 'main' AND name NOT LIKE 'sqlite%'");
  guint n = 0;

  while (lasna_statement_step (tables, NULL) == LASNA_STEP_ROW)
    {
      g_assert_true (has_key (book, lasna_statement_get_text (tables, 1)));
      g_assert_cmpint (lasna_statement_get_integer (tables, 2), ==, 1);
      n++;
    }
  g_assert_cmpuint (n, >, lasna_kinds_get_n ());
}

static int
find_place (char **tables, const char *table)
{
  for (int i = 0; tables[i] != NULL; i++)
    if (strcmp (tables[i], table) == 0)
      return i;
  return -1;
}

/* 2: an explicit list with every recorded table in it, children before parents. Two kinds that
 * refer to each other cannot both come first; neither is part of the other.
 */
static void
test_order (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_auto (GStrv) tables = lasna_workbook_list_recorded_tables ();

  g_assert_cmpuint (g_strv_length (tables), ==, lasna_kinds_get_n () + G_N_ELEMENTS (details));
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    g_assert_cmpint (find_place (tables, details[i]), <, find_place (tables, "feedback"));
  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (kind);

      g_assert_cmpint (find_place (tables, klass->table), >=, 0);
      for (guint i = 0; i < klass->n_properties; i++)
        if (klass->properties[i].flags & (LASNA_OWNER | LASNA_REQUIRED) &&
            klass->properties[i].type == LASNA_PROPERTY_REFERENCE)
          g_assert_cmpint (find_place (tables, klass->table),
                           <,
                           find_place (tables, klass->properties[i].target));
    }
}

/* 3, 4, 5: no triggers, no generated columns, no unique order; and no BLOBs in what is recorded. */
static void
test_plain (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_auto (GStrv) tables = lasna_workbook_list_recorded_tables ();

  g_assert_cmpint (
      count (book, "SELECT count (*) FROM sqlite_schema WHERE type = 'trigger'"), ==, 0);
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *hidden = g_strdup_printf (
          "SELECT count (*) FROM pragma_table_xinfo ('%s') WHERE hidden != 0", tables[i]);
      g_autofree char *blobs = g_strdup_printf (
          "SELECT count (*) FROM pragma_table_info ('%s') WHERE type = 'BLOB'", tables[i]);
      g_autofree char *unique = g_strdup_printf (
          "SELECT count (*) FROM pragma_index_list ('%s') WHERE \"unique\" = 1 AND origin != 'pk'",
          tables[i]);

      g_assert_cmpint (count (book, hidden), ==, 0);
      g_assert_cmpint (count (book, blobs), ==, 0);
      g_assert_cmpint (count (book, unique), ==, 0);
    }
}

static const char *
find_type (const LasnaProperty *property)
{
  switch (property->type)
    {
    case LASNA_PROPERTY_REFERENCE:
    case LASNA_PROPERTY_ATTACHMENT:
    case LASNA_PROPERTY_INTEGER:
    case LASNA_PROPERTY_FLAG:
      return "INTEGER";
    case LASNA_PROPERTY_NUMBER:
      return "REAL";
    case LASNA_PROPERTY_TEXT:
    case LASNA_PROPERTY_TERM:
    case LASNA_PROPERTY_TERMS:
    case LASNA_PROPERTY_DATE:
    case LASNA_PROPERTY_TIME:
    default:
      return "TEXT";
    }
}

/* Flags and positions always have a value, whether or not a person must give one. */
static gboolean
always_has_value (const LasnaProperty *property)
{
  return property->flags & LASNA_REQUIRED || property->type == LASNA_PROPERTY_FLAG ||
         strcmp (property->name, "position") == 0;
}

static void
assert_reference (LasnaTestBook *book, const char *table, const char *column, const char *target)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM pragma_foreign_key_list ('%s') WHERE \"from\" = '%s' "
                       "AND \"table\" = '%s' AND \"to\" = 'id' AND on_delete = 'NO ACTION'",
                       table,
                       column,
                       target);
  g_autofree char *any = g_strdup_printf (
      "SELECT count (*) FROM pragma_foreign_key_list ('%s') WHERE \"from\" = '%s'", table, column);

  /* Voices come by the million: their labels and imports are looked after without a constraint. */
  if (strcmp (table, "feedback") == 0 &&
      (strcmp (target, "label") == 0 || strcmp (target, "batch") == 0))
    g_assert_cmpint (count (book, any), ==, 0);
  else
    g_assert_cmpint (count (book, sql), ==, 1);
}

static void
assert_kind (LasnaTestBook *book, LasnaRecordClass *klass)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT name, type, \"notnull\" FROM pragma_table_info ('%s')", klass->table);
  g_autoptr (LasnaStatement) columns = query (book, sql);
  guint n = 0;

  while (lasna_statement_step (columns, NULL) == LASNA_STEP_ROW)
    {
      g_autofree char *name =
          g_strdelimit (g_strdup (lasna_statement_get_text (columns, 1)), "_", '-');
      const LasnaProperty *property = lasna_kinds_find_property (klass, name);

      if (g_str_equal (name, "id") || g_str_equal (name, "created-at") ||
          g_str_equal (name, "updated-at"))
        continue;
      g_test_message ("%s.%s", klass->table, name);
      g_assert_nonnull (property);
      g_assert_cmpstr (lasna_statement_get_text (columns, 2), ==, find_type (property));
      g_assert_cmpint (lasna_statement_get_integer (columns, 3), ==, always_has_value (property));
      if (property->type == LASNA_PROPERTY_REFERENCE || property->type == LASNA_PROPERTY_ATTACHMENT)
        assert_reference (
            book, klass->table, lasna_statement_get_text (columns, 1), property->target);
      n++;
    }
  g_assert_cmpuint (n, ==, klass->n_properties);
}

static void
test_properties (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);

  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    assert_kind (book, lasna_kinds_get_class (kind));
}

static void
assert_index (LasnaTestBook *book, const char *table, const char *column, const char *second)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count (*) FROM pragma_index_list ('%s') AS list, pragma_index_info (list.name) AS one "
      "LEFT JOIN pragma_index_info (list.name) AS two ON two.seqno = 1 "
      "WHERE one.seqno = 0 AND one.name = '%s' AND ('%s' = '' OR two.name = '%s')",
      table,
      column,
      second,
      second);

  g_test_message ("%s", sql);
  g_assert_cmpint (count (book, sql), >, 0);
}

/* A reference without an index would make every deletion read a whole table. */
static void
test_indexes (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaStatement) keys =
      query (book,
             "SELECT tables.name, keys.\"from\" FROM pragma_table_list AS tables, "
             "pragma_foreign_key_list (tables.name) AS keys");

  while (lasna_statement_step (keys, NULL) == LASNA_STEP_ROW)
    assert_index (book, lasna_statement_get_text (keys, 1), lasna_statement_get_text (keys, 2), "");
  assert_index (book, "label", "record", "");
  assert_index (book, "translation", "record", "");
}

/* A new record looks for the last place among those of its owner. */
static void
test_places (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);

  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (kind);
      guint owners = 0;

      if (lasna_kinds_find_property (klass, "position") == NULL)
        continue;
      for (guint i = 0; i < klass->n_properties; i++)
        if (klass->properties[i].flags & LASNA_OWNER)
          {
            assert_index (book, klass->table, klass->properties[i].name, "position");
            owners++;
          }
      if (owners == 0)
        assert_index (book, klass->table, "position", "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/keys", test_keys);
  g_test_add_func ("/schema/order", test_order);
  g_test_add_func ("/schema/plain", test_plain);
  g_test_add_func ("/schema/properties", test_properties);
  g_test_add_func ("/schema/indexes", test_indexes);
  g_test_add_func ("/schema/places", test_places);
  return g_test_run ();
}
