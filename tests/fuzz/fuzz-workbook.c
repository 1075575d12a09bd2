/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens workbooks that were damaged by chance or by malice: a sentence, or a workbook in which
 * everything can be read and changed; no crash. Rounds and, to repeat one, the number of the first
 * are the arguments.
 */
#include "config.h"

#include "lasna-damage.h"
#include "lasna-test-book.h"
#include "lasna-test-random.h"

#include "lasna-check.h"
#include "lasna-copy.h"
#include "lasna-error.h"
#include "lasna-kinds.h"
#include "lasna-sweep.h"

#include <glib/gstdio.h>
#include <string.h>

#define SEED_CHANGES 60

/* SQLite forgets a few bytes of its own over damaged files; ours are looked for all the same. */
const char *__lsan_default_suppressions (void);
const char *
__lsan_default_suppressions (void)
{
  return "leak:libsqlite3";
}

typedef struct
{
  const char *template;
  const char *path;
  GRand *chance;
} Damage;

static gint32
draw (Damage *damage, gint32 below)
{
  return g_rand_int_range (damage->chance, 0, MAX (below, 1));
}

static void
rewrite (Damage *damage, void (*change) (Damage *damage, GByteArray *bytes))
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (damage->template, &text, &length, NULL));
  g_byte_array_append (bytes, (guint8 *) text, (guint) length);
  change (damage, bytes);
  lasna_damage_write (damage->path, bytes);
}

static void
flip_bits (Damage *damage, GByteArray *bytes)
{
  for (int n = draw (damage, 30); n >= 0; n--)
    bytes->data[draw (damage, (gint32) bytes->len)] ^= (guint8) (1 << draw (damage, 8));
}

/* Page headers and cell pointers say where things are. */
static void
flip_headers (Damage *damage, GByteArray *bytes)
{
  for (int n = draw (damage, 10); n >= 0; n--)
    {
      guint page = (guint) draw (damage, (gint32) (bytes->len / 4096));

      bytes->data[page * 4096 + (guint) draw (damage, 120)] = (guint8) draw (damage, 256);
    }
}

static void
shorten (Damage *damage, GByteArray *bytes)
{
  g_byte_array_set_size (bytes, (guint) draw (damage, (gint32) bytes->len) + 1);
}

static void
swap_pages (Damage *damage, GByteArray *bytes)
{
  gint32 pages = (gint32) (bytes->len / 4096);

  for (int n = draw (damage, 3); n >= 0; n--)
    {
      guint from = (guint) draw (damage, pages);
      guint to = (guint) draw (damage, pages);

      memmove (bytes->data + to * 4096, bytes->data + from * 4096, 4096);
    }
}

static void
blot (Damage *damage, GByteArray *bytes)
{
  guint from = (guint) draw (damage, (gint32) bytes->len);
  guint length = MIN ((guint) draw (damage, 5000), bytes->len - from);

  memset (bytes->data + from, draw (damage, 256), length);
}

static void
bits (Damage *damage)
{
  rewrite (damage, flip_bits);
}

static void
headers (Damage *damage)
{
  rewrite (damage, flip_headers);
}

static void
truncation (Damage *damage)
{
  rewrite (damage, shorten);
}

static void
pages (Damage *damage)
{
  rewrite (damage, swap_pages);
}

static void
blots (Damage *damage)
{
  rewrite (damage, blot);
}

static void
run_sql (Damage *damage, const char *sql)
{
  g_autofree char *text = NULL;
  sqlite3 *connection = NULL;

  if (!g_file_test (damage->path, G_FILE_TEST_EXISTS))
    lasna_test_copy_tree (damage->template, damage->path);
  g_assert_cmpint (sqlite3_open (damage->path, &connection), ==, SQLITE_OK);
  sqlite3_exec (connection, sql, NULL, NULL, NULL);
  sqlite3_close (connection);
}

static void
schema (Damage *damage)
{
  static const char *const schemas[] = {
    "CREATE TRIGGER t AFTER UPDATE ON journey BEGIN DELETE FROM stage; END",
    "CREATE TRIGGER t BEFORE INSERT ON change_log BEGIN SELECT RAISE (ABORT, 'no'); END",
    "DROP VIEW voice; CREATE VIEW voice AS WITH RECURSIVE n AS (SELECT 1 UNION ALL SELECT * FROM n) "
    "SELECT * FROM n",
    "DROP VIEW voice; CREATE VIEW voice AS SELECT load_extension ('x'), * FROM feedback",
    "CREATE VIEW sqlitestat AS SELECT 1",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2 WHERE type = 'table'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE stage (x' WHERE name "
    "= 'stage'",
    "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_stat1', "
    "'stage', 0, 'CREATE TRIGGER sqlite_stat1 AFTER UPDATE ON stage BEGIN DELETE FROM journey; END')",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = rootpage + 1 WHERE name LIKE "
    "'s%'",
    "DROP TABLE change_event",
    "ALTER TABLE stage RENAME COLUMN title TO name",
    "CREATE TABLE more (a)",
    "DELETE FROM workbook",
    "INSERT INTO workbook SELECT id + 1, created_at, updated_at, name, owner_name, business_kind, "
    "'language.xx', -5, 400, 1, 99, NULL, 0 FROM workbook",
    "PRAGMA encoding = 'UTF-16'",
    "PRAGMA user_version = -7",
    "PRAGMA journal_mode = WAL",
    "ANALYZE",
  };

  run_sql (damage, schemas[draw (damage, G_N_ELEMENTS (schemas))]);
}

/* Values that no column of ours should hold. */
static char *
make_value (Damage *damage)
{
  static const char *const values[] = {
    "NULL",
    "-9223372036854775808",
    "9223372036854775807",
    "9e999",
    "-9e999",
    "0.5",
    "''",
    "'x'",
    "CAST (x'ff00fe80c328' AS TEXT)",
    "CAST (x'c3' AS TEXT)",
    "x'00ff00ff'",
    "zeroblob (3000)",
    "replace (hex (zeroblob (60000)), '0', 'ää')",
    "'9999-99-99'",
    "'2026-02-30T25:61'",
    "'visibility.nowhere'",
    "' a  b '",
    "'%s%n%d'",
    "char (0, 65, 0)",
    "id",
    "(SELECT min (id) FROM stage)",
    "(SELECT max (id) FROM touchpoint)",
    "-1",
    "0",
  };

  return g_strdup (values[draw (damage, G_N_ELEMENTS (values))]);
}

/* Puts wrong values where the schema forbids them, by forging the schema meanwhile. */
static void
wrong_values (Damage *damage)
{
  g_autoptr (GString) sql = g_string_new (
      "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
      "CREATE TEMP TABLE kept AS SELECT name, sql FROM sqlite_schema;"
      "PRAGMA writable_schema = ON;"
      "UPDATE sqlite_schema SET sql = replace (replace (replace (sql, ' STRICT', ''), ' TEXT', ''), "
      "'NOT NULL', '') WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%';"
      "PRAGMA writable_schema = RESET;");

  for (int n = draw (damage, 12); n >= 0; n--)
    {
      LasnaRecordClass *klass =
          lasna_kinds_get_class ((guint) draw (damage, (gint32) lasna_kinds_get_n ()));
      const LasnaProperty *property =
          &klass->properties[draw (damage, (gint32) klass->n_properties)];
      g_autofree char *column = g_strdelimit (g_strdup (property->name), "-", '_');
      g_autofree char *value = make_value (damage);

      g_string_append_printf (sql,
                              "UPDATE %s SET %s = %s%s;",
                              klass->table,
                              column,
                              value,
                              draw (damage, 2) ? " WHERE id % 2 = 0" : "");
    }
  g_string_append (
      sql,
      "PRAGMA writable_schema = ON;"
      "UPDATE sqlite_schema SET sql = (SELECT kept.sql FROM temp.kept WHERE kept.name = "
      "sqlite_schema.name);"
      "PRAGMA writable_schema = RESET;");
  run_sql (damage, sql->str);
}

static void
bend_changeset (sqlite3_context *context, int n, sqlite3_value **values)
{
  Damage *damage = sqlite3_user_data (context);
  int length = sqlite3_value_bytes (values[0]);
  guint8 *bytes = g_memdup2 (sqlite3_value_blob (values[0]), (gsize) length);

  if (length > 0)
    for (int i = draw (damage, 5); i >= 0; i--)
      bytes[draw (damage, length)] = (guint8) draw (damage, 256);
  sqlite3_result_blob (context, bytes, draw (damage, 4) ? length : draw (damage, length), g_free);
}

/* The log of changes is bytes that SQLite's session extension will read. */
static void
log_bytes (Damage *damage)
{
  static const char *const sentences[] = {
    "UPDATE change_log SET changeset = bend (changeset)",
    "UPDATE change_log SET changeset = CAST ('no changeset begins like this one, and none ends like it' AS BLOB)",
    "UPDATE change_log SET changeset = x''",
    "UPDATE change_log SET changeset = replace (changeset, 'stage', 'voice')",
    "UPDATE change_log SET undone = (seq * 7) % 3",
    "UPDATE change_log SET label = CAST (x'fffe' AS TEXT)",
    "UPDATE change_event SET seq = seq + 1, kind = 'odd'",
    "UPDATE change_event SET serial = 9223372036854775807 - serial",
    "DELETE FROM change_log WHERE seq % 2",
    "DELETE FROM stage",
  };
  sqlite3 *connection = NULL;

  lasna_test_copy_tree (damage->template, damage->path);
  g_assert_cmpint (sqlite3_open (damage->path, &connection), ==, SQLITE_OK);
  sqlite3_create_function (connection, "bend", 1, SQLITE_UTF8, damage, bend_changeset, NULL, NULL);
  sqlite3_exec (connection, sentences[draw (damage, G_N_ELEMENTS (sentences))], NULL, NULL, NULL);
  sqlite3_close (connection);
}

/* Another program left something beside the file. */
static void
beside (Damage *damage)
{
  static const char *const suffixes[] = { "-wal", "-journal", "-shm" };
  g_autofree char *path =
      g_strconcat (damage->path, suffixes[draw (damage, G_N_ELEMENTS (suffixes))], NULL);
  gsize length = (gsize) draw (damage, 9000);
  g_autofree guint8 *bytes = g_malloc0 (length + 1);
  static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8) draw (damage, 256);
  if (length > sizeof magic && draw (damage, 2))
    memcpy (bytes, magic, sizeof magic);
  lasna_test_copy_tree (damage->template, damage->path);
  if (draw (damage, 2))
    run_sql (damage, "PRAGMA journal_mode = WAL");
  g_assert_true (g_file_set_contents (path, (char *) bytes, (gssize) length, NULL));
}

static void
walk_list (GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LasnaRecord) record = g_list_model_get_item (list, i);
      LasnaRecordClass *klass = LASNA_RECORD_GET_CLASS (record);

      for (guint n = 0; n < klass->n_properties; n++)
        {
          g_auto (GValue) value = G_VALUE_INIT;

          g_object_get_property (G_OBJECT (record), klass->properties[n].name, &value);
          if (G_VALUE_HOLDS_STRING (&value) && g_value_get_string (&value) != NULL)
            g_assert_true (g_utf8_validate (g_value_get_string (&value), -1, NULL));
          if (klass->properties[n].type == LASNA_PROPERTY_TEXT)
            g_free (
                lasna_record_dup_text_in (record, klass->properties[n].name, LASNA_LANGUAGE_SV));
        }
    }
}

/* Everything that a person might do to it. */
static void
use (Damage *damage, LasnaWorkbook *workbook)
{
  g_autofree char *copy = g_strconcat (damage->path, ".copy", NULL);
  g_autoptr (GPtrArray) findings = NULL;

  lasna_workbook_get_language (workbook);
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    if (strcmp (lasna_kinds_get_class (i)->table, "feedback") != 0)
      walk_list (lasna_workbook_get_records (workbook, lasna_kinds_get_class (i)->table));
  for (int i = 0; i < 6; i++)
    lasna_test_random_change (workbook, damage->chance);
  for (int i = 0; i < 12; i++)
    lasna_workbook_undo (workbook, NULL, NULL);
  for (int i = 0; i < 5; i++)
    lasna_workbook_redo (workbook, NULL, NULL);
  lasna_workbook_get_undo_label (workbook);
  lasna_workbook_poll (workbook, NULL);
  findings = lasna_check_workbook (workbook, NULL);
  if (draw (damage, 4) != 0)
    return;
  lasna_sweep_run (lasna_workbook_get_store (workbook), NULL, NULL);
  lasna_copy_run (lasna_workbook_get_store (workbook), copy, LASNA_COPY_FOR_OTHERS, FALSE, NULL);
  g_unlink (copy);
}

static void
try_to_open (Damage *damage, LasnaStoreFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaClock) clock = lasna_clock_new_at ("2031-01-01");
  g_autoptr (LasnaWorkbook) workbook = lasna_workbook_open (damage->path, flags, clock, &error);

  if (workbook == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == LASNA_ERROR);
      g_assert_cmpuint (strlen (error->message), >, 20);
      return;
    }
  use (damage, workbook);
  lasna_workbook_close (workbook, NULL);
}

static void
make_template (const char *path)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_FI);
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);

  lasna_test_random_fill (book->workbook, chance);
  for (int i = 0; i < SEED_CHANGES; i++)
    lasna_test_random_change (book->workbook, chance);
  for (int i = 0; i < 3; i++)
    lasna_workbook_undo (book->workbook, NULL, NULL);
  lasna_workbook_close (book->workbook, NULL);
  lasna_test_copy_tree (book->path, path);
}

static void
open_damaged (GRand *chance, guint round, gpointer folder)
{
  static void (*const damages[]) (Damage * damage) = {
    bits, headers, truncation, pages, blots, schema, wrong_values, wrong_values, log_bytes, beside,
  };
  g_autofree char *template = lasna_test_folder_dup_path (folder, "template");
  g_autofree char *place = lasna_test_folder_dup_path (folder, "place");
  g_autofree char *path = g_build_filename (place, "book.lasna", NULL);
  Damage damage = { template, path, chance };

  g_assert_cmpint (g_mkdir (place, 0700), ==, 0);
  damages[round % G_N_ELEMENTS (damages)](&damage);
  try_to_open (&damage, LASNA_STORE_READ_ONLY);
  try_to_open (&damage, 0);
  lasna_test_remove_tree (place);
}

int
main (int argc, char *argv[])
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autofree char *template = lasna_test_folder_dup_path (folder, "template");

  make_template (template);
  return lasna_damage_run (argc, argv, open_damaged, folder);
}
