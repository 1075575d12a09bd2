/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every kind of record, property by property: adding, setting, undo and redo, deleting, what lists
 * tell and what another program sees in the file.
 */
#include "config.h"

#include "lasna-error.h"
#include "lasna-kinds.h"
#include "lasna-test-book.h"

#include <string.h>

/* What a kind needs besides its required properties so that its rules are content, and texts that
 * have a form.
 */
static const struct
{
  const char *table;
  const char *property;
  const char *value;
  const char *other_value; /* NULL: any text */
} given[] = {
  { "complaint", "close-reason", "The customer has moved away.", NULL },
  { "emotion", "label", "wistful", NULL },
  { "feedback", "giver", "a guest", NULL },
  { "practice_log", "week", "2026-W47", "2026-W48" },
};

typedef struct
{
  LasnaTestBook *book;
  LasnaWorkbook *reader; /* the same file, open a second time */
  GHashTable *records;   /* "table/0" and "table/1" to LasnaRecord, owned */
  guint emissions;
} Fixture;

static LasnaRecord *get_record (Fixture *fixture, const char *table, guint index);

static const char *
find_given (const char *table, const char *property, gboolean other)
{
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (g_str_equal (given[i].table, table) && g_str_equal (given[i].property, property))
      return other ? given[i].other_value : given[i].value;
  return NULL;
}

/* A text that fits the property; two indices give two texts. */
static char *
make_text (LasnaRecordClass *klass, const LasnaProperty *property, guint index)
{
  const char *text = find_given (klass->table, property->name, index > 0);
  const LasnaTermSet *set;

  if (text != NULL)
    return g_strdup (text);
  switch (property->type)
    {
    case LASNA_PROPERTY_TERM:
    case LASNA_PROPERTY_TERMS:
      set = lasna_catalogue_get_set (lasna_catalogue_get_default (), property->target);
      g_assert_cmpuint (set->n_terms, >, 1);
      return g_strdup (set->terms[index].id);
    case LASNA_PROPERTY_DATE:
      return g_strdup_printf ("2026-11-%02u", 10 + index);
    case LASNA_PROPERTY_TIME:
      return g_strdup_printf ("2026-11-%02uT08:30", 10 + index);
    case LASNA_PROPERTY_TEXT:
    case LASNA_PROPERTY_REFERENCE:
    case LASNA_PROPERTY_ATTACHMENT:
    case LASNA_PROPERTY_INTEGER:
    case LASNA_PROPERTY_NUMBER:
    case LASNA_PROPERTY_FLAG:
    default:
      return g_strdup_printf ("Words of %s %u", property->name, index);
    }
}

static gboolean
is_needed (LasnaRecordClass *klass, const LasnaProperty *property, gboolean has_owner)
{
  return (property->flags & LASNA_REQUIRED && property->initial == NULL) ||
         (property->flags & LASNA_OWNER && !has_owner) ||
         find_given (klass->table, property->name, FALSE) != NULL;
}

/* The needed texts and references, as a list for lasna_workbook_add(). */
static guint
collect_needed (Fixture *fixture,
                LasnaRecordClass *klass,
                const char *names[8],
                gpointer values[8],
                GPtrArray *texts)
{
  gboolean has_owner = FALSE;
  guint n = 0;

  for (guint i = 0; i < klass->n_properties; i++)
    {
      const LasnaProperty *property = &klass->properties[i];

      if (!is_needed (klass, property, has_owner) || property->type == LASNA_PROPERTY_INTEGER ||
          property->type == LASNA_PROPERTY_NUMBER)
        continue;
      g_assert_cmpuint (n, <, 7);
      names[n] = property->name;
      if (property->type == LASNA_PROPERTY_REFERENCE)
        values[n] = get_record (fixture, property->target, 0);
      else
        g_ptr_array_add (texts, values[n] = make_text (klass, property, 0));
      has_owner |= (property->flags & LASNA_OWNER) != 0;
      n++;
    }
  return n;
}

/* The list that says so is NULL for voices, which have none. */
static LasnaRecord *
add_record (Fixture *fixture, GType type, LasnaRecordClass *klass)
{
  LasnaWorkbook *workbook = fixture->book->workbook;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const char *n[8] = { NULL };
  gpointer v[8] = { NULL };
  g_autoptr (LasnaChange) change = NULL;
  g_autoptr (LasnaRecord) record = NULL;

  collect_needed (fixture, klass, n, v, texts);
  change = lasna_workbook_begin (workbook, "Add");
#define REST                                                                                       \
  n[0], v[0], n[1], v[1], n[2], v[2], n[3], v[3], n[4], v[4], n[5], v[5], n[6], v[6], NULL
  /* The two kinds with required numbers. */
  if (g_str_equal (klass->table, "measure_value"))
    record = lasna_workbook_add (workbook, type, "value", 0.25, REST);
  else if (g_str_equal (klass->table, "translation"))
    record = lasna_workbook_add (workbook, type, "record", G_GINT64_CONSTANT (7), REST);
  else
    record = lasna_workbook_add (workbook, type, REST);
#undef REST
  if (record != NULL)
    g_object_ref (record);
  lasna_test_assert_accepted (change);
  g_assert_nonnull (record);
  return g_steal_pointer (&record);
}

/* The workbook has one row of settings, made with the file. */
static LasnaRecord *
make_record (Fixture *fixture, const char *table)
{
  GType type = lasna_kinds_lookup (table);
  LasnaRecordClass *klass = g_type_class_peek_static (type);

  if (g_str_equal (table, "workbook"))
    return g_object_ref (LASNA_RECORD (lasna_workbook_get_settings (fixture->book->workbook)));
  return add_record (fixture, type, klass);
}

static LasnaRecord *
get_record (Fixture *fixture, const char *table, guint index)
{
  g_autofree char *key = g_strdup_printf ("%s/%u", table, index);
  LasnaRecord *record = g_hash_table_lookup (fixture->records, key);

  if (record != NULL)
    return record;
  record = make_record (fixture, table);
  g_hash_table_insert (fixture->records, g_steal_pointer (&key), record);
  return record;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  fixture->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  fixture->reader = lasna_workbook_open (fixture->book->path, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (
      lasna_store_execute (lasna_workbook_get_store (fixture->book->workbook),
                           "INSERT INTO attachment (id, sha256, type, bytes) VALUES "
                           "(1, 'a', 'text/plain', x'00'), (2, 'b', 'text/plain', x'01')",
                           &error));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_hash_table_unref (fixture->records);
  lasna_workbook_close (fixture->reader, NULL);
  g_assert_finalize_object (fixture->reader);
  lasna_test_book_free (fixture->book);
}

static char *
dup_value (LasnaRecord *record, const LasnaProperty *property)
{
  switch (property->type)
    {
    case LASNA_PROPERTY_REFERENCE:
      return g_strdup_printf ("%" G_GINT64_FORMAT,
                              lasna_record_get_reference_id (record, property->name));
    case LASNA_PROPERTY_ATTACHMENT:
    case LASNA_PROPERTY_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT,
                              lasna_record_get_integer (record, property->name));
    case LASNA_PROPERTY_NUMBER:
      return g_strdup_printf ("%.17g", lasna_record_get_number (record, property->name));
    case LASNA_PROPERTY_FLAG:
      return g_strdup (lasna_record_get_flag (record, property->name) ? "yes" : "no");
    case LASNA_PROPERTY_TEXT:
    case LASNA_PROPERTY_TERM:
    case LASNA_PROPERTY_TERMS:
    case LASNA_PROPERTY_DATE:
    case LASNA_PROPERTY_TIME:
    default:
      return g_strdup (lasna_record_get_text (record, property->name));
    }
}

/* Another valid value than the one that is there. */
static void
set_other (Fixture *fixture, LasnaRecord *record, const LasnaProperty *property)
{
  LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (record);
  g_autofree char *text = NULL;
  double number;

  switch (property->type)
    {
    case LASNA_PROPERTY_REFERENCE:
      g_object_set (record, property->name, get_record (fixture, property->target, 1), NULL);
      break;
    case LASNA_PROPERTY_ATTACHMENT:
      g_object_set (record, property->name, G_GINT64_CONSTANT (2), NULL);
      break;
    case LASNA_PROPERTY_INTEGER:
      number = property->minimum < -1e15 ? -1e15 : property->minimum;
      if (lasna_record_get_integer (record, property->name) == (gint64) number)
        number++;
      g_object_set (record, property->name, (gint64) number, NULL);
      break;
    case LASNA_PROPERTY_NUMBER:
      g_object_set (record, property->name, 17.5, NULL);
      break;
    case LASNA_PROPERTY_FLAG:
      g_object_set (record, property->name, !lasna_record_get_flag (record, property->name), NULL);
      break;
    case LASNA_PROPERTY_TEXT:
    case LASNA_PROPERTY_TERM:
    case LASNA_PROPERTY_TERMS:
    case LASNA_PROPERTY_DATE:
    case LASNA_PROPERTY_TIME:
    default:
      text = make_text (klass, property, 1);
      if (g_strcmp0 (text, lasna_record_get_text (record, property->name)) == 0)
        {
          g_free (text);
          text = make_text (klass, property, 0);
        }
      g_object_set (record, property->name, text, NULL);
      break;
    }
}

/* The value as another program reads it from the file. */
static void
assert_in_file (Fixture *fixture,
                LasnaRecord *record,
                const LasnaProperty *property,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaRecord) seen = NULL;
  g_autofree char *value = NULL;

  g_assert_true (lasna_workbook_poll (fixture->reader, &error));
  g_assert_no_error (error);
  seen = lasna_workbook_find (
      fixture->reader, lasna_record_get_table (record), lasna_record_get_id (record));
  g_assert_nonnull (seen);
  value = dup_value (seen, property);
  g_assert_cmpstr (value, ==, expected);
}

static void
assert_value (LasnaRecord *record, const LasnaProperty *property, const char *expected)
{
  g_autofree char *value = dup_value (record, property);

  g_assert_cmpstr (value, ==, expected);
}

static void
refused_cb (LasnaWorkbook *workbook, GError *error, gpointer property)
{
  g_error ("%s: %s", (const char *) property, error->message);
}

static void
check_property (Fixture *fixture, LasnaRecord *record, const LasnaProperty *property)
{
  LasnaWorkbook *workbook = fixture->book->workbook;
  g_autofree char *old = dup_value (record, property);
  g_autofree char *new = NULL;
  gulong handler;

  /* What the value refers to is not part of the step. */
  if (property->type == LASNA_PROPERTY_REFERENCE)
    get_record (fixture, property->target, 1);
  fixture->emissions = 0;
  handler =
      g_signal_connect (workbook, "refused", G_CALLBACK (refused_cb), (gpointer) property->name);
  set_other (fixture, record, property);
  g_signal_handler_disconnect (workbook, handler);
  new = dup_value (record, property);
  if (g_strcmp0 (new, old) == 0)
    g_error ("%s.%s was not set", lasna_record_get_table (record), property->name);
  assert_in_file (fixture, record, property, new);

  g_assert_true (lasna_workbook_undo (workbook, NULL, NULL));
  assert_value (record, property, old);
  assert_in_file (fixture, record, property, old);
  g_assert_true (lasna_workbook_redo (workbook, NULL, NULL));
  assert_value (record, property, new);
  g_assert_true (lasna_workbook_undo (workbook, NULL, NULL));
  assert_value (record, property, old);

  /* A value moves nothing in the list, unless it is the place. */
  if (strcmp (property->name, "position") != 0)
    g_assert_cmpuint (fixture->emissions, ==, 0);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Fixture *fixture = data;

  fixture->emissions++;
}

/* Deleting and taking it back leaves the file as it was. */
static void
check_deletion (Fixture *fixture, LasnaRecord *record)
{
  g_autofree char *before = lasna_test_book_dup_dump (fixture->book);
  g_autofree char *after = NULL;
  g_autofree char *between = NULL;

  fixture->emissions = 0;
  lasna_record_delete (record);
  g_assert_true (lasna_record_is_deleted (record));
  if (strcmp (lasna_record_get_table (record), "feedback") != 0)
    g_assert_cmpuint (fixture->emissions, ==, 1);
  between = lasna_test_book_dup_dump (fixture->book);
  g_assert_cmpstr (between, !=, before);
  g_assert_true (lasna_workbook_undo (fixture->book->workbook, NULL, NULL));
  g_assert_false (lasna_record_is_deleted (record));
  after = lasna_test_book_dup_dump (fixture->book);
  g_assert_cmpstr (after, ==, before);
}

static void
test_kind (Fixture *fixture, gconstpointer data)
{
  const char *table = data;
  LasnaWorkbook *workbook = fixture->book->workbook;
  GListModel *list =
      strcmp (table, "feedback") != 0 ? lasna_workbook_get_records (workbook, table) : NULL;
  guint n_before = list != NULL ? g_list_model_get_n_items (list) : 0;
  LasnaRecord *record;
  LasnaRecordClass *klass;

  record = get_record (fixture, table, 0);
  klass = LASNA_RECORD_GET_CLASS (record);
  if (strcmp (table, "workbook") != 0)
    {
      /* Others of the kind may have been made as parents. */
      if (list != NULL)
        g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
      get_record (fixture, table, 1);
      g_assert_cmpuint (fixture->emissions, ==, list != NULL ? 1 : 0);
      if (list != NULL)
        g_assert_cmpuint (g_list_model_get_n_items (list), >=, n_before + 2);
    }
  for (guint i = 0; i < klass->n_properties; i++)
    check_property (fixture, record, &klass->properties[i]);
  if (strcmp (table, "workbook") != 0)
    check_deletion (fixture, record);
  if (list != NULL)
    g_signal_handlers_disconnect_by_data (list, fixture);
}

/* What is made is there after reopening. */
static void
test_reopening (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_known = 0;

  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    get_record (fixture, lasna_kinds_get_class (i)->table, 0);
  before = lasna_test_book_dup_dump (fixture->book);
  lasna_test_book_reopen (fixture->book);
  after = lasna_test_book_dup_dump (fixture->book);
  g_assert_cmpstr (after, ==, before);

  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (i);
      LasnaRecord *old = get_record (fixture, klass->table, 0);
      g_autoptr (LasnaRecord) record =
          lasna_workbook_find (fixture->book->workbook, klass->table, lasna_record_get_id (old));

      g_assert_nonnull (record);
      g_assert_true (record != old);
      for (guint n = 0; n < klass->n_properties; n++)
        {
          g_autofree char *value = dup_value (old, &klass->properties[n]);

          assert_value (record, &klass->properties[n], value);
        }
      n_known++;
    }
  g_assert_cmpuint (n_known, ==, lasna_kinds_get_n ());
}

/* What is required cannot be left out, and what was there stays. */
static void
test_required (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (i);
      LasnaRecord *record = get_record (fixture, klass->table, 0);

      for (guint n = 0; n < klass->n_properties; n++)
        {
          const LasnaProperty *property = &klass->properties[n];
          g_autofree char *old = NULL;

          if (!(property->flags & LASNA_REQUIRED) || property->type == LASNA_PROPERTY_INTEGER ||
              property->type == LASNA_PROPERTY_NUMBER || property->type == LASNA_PROPERTY_FLAG)
            continue;
          old = dup_value (record, property);
          {
            g_autoptr (LasnaChange) change =
                lasna_workbook_begin (fixture->book->workbook, "Empty");

            g_object_set (record, property->name, NULL, NULL);
            lasna_test_assert_refused (change);
          }
          assert_value (record, property, old);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    {
      const char *table = lasna_kinds_get_class (i)->table;
      g_autofree char *path = g_strconcat ("/kinds/", table, NULL);

      g_test_add (path, Fixture, table, set_up, test_kind, tear_down);
    }
  g_test_add ("/kinds/reopening", Fixture, NULL, set_up, test_reopening, tear_down);
  g_test_add ("/kinds/required", Fixture, NULL, set_up, test_required, tear_down);
  return g_test_run ();
}
