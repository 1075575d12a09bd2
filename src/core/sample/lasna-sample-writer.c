/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes rows straight into their tables, by the same property tables that the records have. What
 * the sample is made from is a part of the program: a name it does not know is a fault of ours.
 */
#include "config.h"

#include "lasna-sample-writer.h"

#include "lasna-attachment.h"
#include "lasna-kinds.h"
#include "lasna-sample-resource.h"
#include "lasna-word-index.h"

#include <string.h>

/* The hard winter of the story is the latest that lies this many days back, so that another
 * winter has begun since.
 */
#define WINTER_IS_OVER 395

typedef struct
{
  const char *table; /* static */
  gint64 id;
} Place;

struct _LasnaSampleWriter
{
  LasnaWorkbook *workbook; /* owned */
  LasnaStore *store;       /* borrowed from it */
  LasnaLanguage language;
  GDate today;
  int winter; /* days from today to the middle of January in the hard winter */
  char *stamp;
  GHashTable *places;    /* key to Place */
  GHashTable *positions; /* table to the number of its rows */
  GHashTable *inserts;   /* table to SQL */
  GError *error;         /* the first thing that went wrong */

  /* The row under way */
  LasnaRecordClass *klass;
  LasnaStatement *statement; /* NULL: a row that is changed */
  gint64 id;
};

static int
find_winter (const GDate *today)
{
  for (int year = g_date_get_year (today);; year--)
    {
      GDate middle;

      g_date_set_dmy (&middle, 15, G_DATE_JANUARY, (GDateYear) year);
      if (g_date_days_between (&middle, today) >= WINTER_IS_OVER)
        return -g_date_days_between (&middle, today);
    }
}

/**
 * lasna_sample_writer_new:
 *
 * Returns: (transfer full): a writer into @workbook, in a transaction of its own until
 *   lasna_sample_writer_finish()
 */
LasnaSampleWriter *
lasna_sample_writer_new (LasnaWorkbook *workbook, LasnaLanguage language)
{
  LasnaSampleWriter *self = g_new0 (LasnaSampleWriter, 1);
  LasnaClock *clock = lasna_workbook_get_clock (workbook);
  g_autofree char *today = lasna_clock_dup_today (clock);
  guint year = (guint) g_ascii_strtoull (today, NULL, 10);
  guint month = (guint) g_ascii_strtoull (today + strlen ("2000-"), NULL, 10);
  guint day = (guint) g_ascii_strtoull (today + strlen ("2000-01-"), NULL, 10);

  self->workbook = g_object_ref (workbook);
  self->store = lasna_workbook_get_store (workbook);
  self->language = language;
  g_date_set_dmy (&self->today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  self->winter = find_winter (&self->today);
  self->stamp = lasna_clock_dup_stamp (clock);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->inserts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  lasna_store_begin (self->store, &self->error);
  return self;
}

void
lasna_sample_writer_free (LasnaSampleWriter *self)
{
  lasna_store_roll_back (self->store);
  g_object_unref (self->workbook);
  g_free (self->stamp);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->inserts);
  g_clear_error (&self->error);
  g_free (self);
}

static GBytes *
read_file (const char *name)
{
  g_autofree char *path = g_strdup_printf ("/fi/lasna/sample/%s", name);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (
      lasna_sample_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s: %s", path, error->message);
  return bytes;
}

/**
 * lasna_sample_read:
 * @name: a file of data/sample without its suffix
 *
 * Returns: (transfer full): what is in it
 */
JsonObject *
lasna_sample_read (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_file (file);

  if (!json_parser_load_from_data (
          parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s: %s", file, error->message);
  return json_node_dup_object (json_parser_get_root (parser));
}

LasnaWorkbook *
lasna_sample_writer_get_workbook (LasnaSampleWriter *self)
{
  return self->workbook;
}

LasnaClock *
lasna_sample_writer_get_clock (LasnaSampleWriter *self)
{
  return lasna_workbook_get_clock (self->workbook);
}

LasnaLanguage
lasna_sample_writer_get_language (LasnaSampleWriter *self)
{
  return self->language;
}

/**
 * lasna_sample_writer_count_days:
 * @when: "-30" counts from today, "w+20" from the middle of January in the hard winter
 *
 * Returns: days from today, none of them in the future where @when is of the winter
 */
int
lasna_sample_writer_count_days (LasnaSampleWriter *self, const char *when)
{
  if (*when == 'w')
    return MIN (-1, self->winter + (int) g_ascii_strtoll (when + 1, NULL, 10));
  return (int) g_ascii_strtoll (when, NULL, 10);
}

static void
get_date (LasnaSampleWriter *self, int days, GDate *date)
{
  *date = self->today;
  if (days < 0)
    g_date_subtract_days (date, (guint) -days);
  else
    g_date_add_days (date, (guint) days);
}

/**
 * lasna_sample_writer_dup_day:
 *
 * Returns: (transfer full): the day @days from today, as YYYY-MM-DD
 */
char *
lasna_sample_writer_dup_day (LasnaSampleWriter *self, int days)
{
  GDate date;

  get_date (self, days, &date);
  return g_strdup_printf (
      "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

GDateMonth
lasna_sample_writer_get_month (LasnaSampleWriter *self, int days)
{
  GDate date;

  get_date (self, days, &date);
  return g_date_get_month (&date);
}

/* The table's name as the kinds know it, which stays. */
static LasnaRecordClass *
find_class (const char *table)
{
  GType type = lasna_kinds_lookup (table);

  if (type == G_TYPE_INVALID)
    g_error ("The sample has rows of %s, which is no kind of record", table);
  return g_type_class_peek (type);
}

/**
 * lasna_sample_writer_name:
 *
 * Lets other rows refer to a row by @key.
 */
void
lasna_sample_writer_name (LasnaSampleWriter *self, const char *key, const char *table, gint64 id)
{
  Place *place = g_new (Place, 1);

  if (g_hash_table_contains (self->places, key))
    g_error ("The sample has two things called %s", key);
  *place = (Place){ find_class (table)->table, id };
  g_hash_table_insert (self->places, g_strdup (key), place);
}

static const Place *
find_place (LasnaSampleWriter *self, const char *key)
{
  const Place *place = g_hash_table_lookup (self->places, key);

  if (place == NULL)
    g_error ("The sample has nothing called %s", key);
  return place;
}

gboolean
lasna_sample_writer_knows (LasnaSampleWriter *self, const char *key)
{
  return g_hash_table_contains (self->places, key);
}

gint64
lasna_sample_writer_find (LasnaSampleWriter *self, const char *key)
{
  return find_place (self, key)->id;
}

const char *
lasna_sample_writer_get_table (LasnaSampleWriter *self, const char *key)
{
  return find_place (self, key)->table;
}

/**
 * lasna_sample_writer_dup_title:
 *
 * Returns: (transfer full): what people call the row named @key
 */
char *
lasna_sample_writer_dup_title (LasnaSampleWriter *self, const char *key)
{
  static const char *const names[] = { "title", "name", "label" };
  const Place *place = find_place (self, key);
  LasnaRecordClass *klass = find_class (place->table);

  for (guint i = 0; i < G_N_ELEMENTS (names) && self->error == NULL; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", names[i], place->table);
      LasnaStatement *statement;

      if (lasna_kinds_find_property (klass, names[i]) == NULL)
        continue;
      statement = lasna_store_prepare (self->store, sql, &self->error);
      if (statement == NULL)
        break;
      lasna_statement_bind_integer (statement, 1, place->id);
      if (lasna_statement_step (statement, &self->error) != LASNA_STEP_ROW)
        break;
      return g_strdup (lasna_statement_get_text (statement, 1));
    }
  return g_strdup (key);
}

static char *
dup_column (const LasnaProperty *property)
{
  return g_strdelimit (g_strdup (property->name), "-", '_');
}

/* The id is ?1, the time of making ?2, the properties follow. */
static const char *
get_insert (LasnaSampleWriter *self, LasnaRecordClass *klass)
{
  char *sql = g_hash_table_lookup (self->inserts, klass->table);
  g_autoptr (GString) columns = NULL;
  g_autoptr (GString) marks = NULL;

  if (sql != NULL)
    return sql;
  columns = g_string_new ("id, created_at, updated_at");
  marks = g_string_new ("?1, ?2, ?2");
  for (guint i = 0; i < klass->n_properties; i++)
    {
      g_autofree char *column = dup_column (&klass->properties[i]);

      g_string_append_printf (columns, ", %s", column);
      g_string_append_printf (marks, ", ?%u", i + 3);
    }
  sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", klass->table, columns->str, marks->str);
  g_hash_table_insert (self->inserts, (gpointer) klass->table, sql);
  return sql;
}

static void
bind_initial (LasnaSampleWriter *self, const LasnaProperty *property, int parameter)
{
  if (property->type == LASNA_PROPERTY_FLAG)
    lasna_statement_bind_integer (self->statement, parameter, 0);
  else if (property->initial == NULL)
    return;
  else if (property->type == LASNA_PROPERTY_INTEGER)
    lasna_statement_bind_integer (
        self->statement, parameter, g_ascii_strtoll (property->initial, NULL, 10));
  else if (property->type == LASNA_PROPERTY_NUMBER)
    lasna_statement_bind_number (
        self->statement, parameter, g_ascii_strtod (property->initial, NULL));
  else
    lasna_statement_bind_text (self->statement, parameter, property->initial);
}

/**
 * lasna_sample_writer_begin:
 *
 * Begins a row with the values a new record has, after the rows of its table that were written
 * before.
 *
 * Returns: its id
 */
gint64
lasna_sample_writer_begin (LasnaSampleWriter *self, const char *table)
{
  gpointer n;

  self->klass = find_class (table);
  self->id = lasna_clock_new_id (lasna_sample_writer_get_clock (self));
  if (self->error != NULL)
    return self->id;
  self->statement = lasna_store_prepare (self->store, get_insert (self, self->klass), &self->error);
  if (self->statement == NULL)
    return self->id;
  lasna_statement_bind_integer (self->statement, 1, self->id);
  lasna_statement_bind_text (self->statement, 2, self->stamp);
  for (guint i = 0; i < self->klass->n_properties; i++)
    bind_initial (self, &self->klass->properties[i], (int) i + 3);

  n = g_hash_table_lookup (self->positions, self->klass->table);
  n = GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1);
  g_hash_table_insert (self->positions, (gpointer) self->klass->table, n);
  if (lasna_kinds_find_property (self->klass, "position") != NULL)
    lasna_sample_writer_set_number (self, "position", GPOINTER_TO_UINT (n));
  return self->id;
}

/**
 * lasna_sample_writer_begin_change:
 *
 * Begins to change the row called @key.
 */
void
lasna_sample_writer_begin_change (LasnaSampleWriter *self, const char *key)
{
  const Place *place = find_place (self, key);

  self->klass = find_class (place->table);
  self->id = place->id;
  self->statement = NULL;
}

static int
find_index (LasnaSampleWriter *self, const char *name)
{
  for (guint i = 0; i < self->klass->n_properties; i++)
    if (strcmp (self->klass->properties[i].name, name) == 0)
      return (int) i;
  g_error ("The sample sets %s.%s, which there is not", self->klass->table, name);
}

const LasnaProperty *
lasna_sample_writer_find_property (LasnaSampleWriter *self, const char *name)
{
  return &self->klass->properties[find_index (self, name)];
}

/* The statement and parameter for a value: those of the row under way, or an update. */
static LasnaStatement *
get_statement (LasnaSampleWriter *self, const char *name, int *parameter)
{
  int index = find_index (self, name);
  g_autofree char *column = NULL;
  g_autofree char *sql = NULL;
  LasnaStatement *statement;

  *parameter = index + 3;
  if (self->statement != NULL || self->error != NULL)
    return self->statement;
  column = dup_column (&self->klass->properties[index]);
  sql = g_strdup_printf ("UPDATE %s SET %s = ?1 WHERE id = ?2", self->klass->table, column);
  statement = lasna_store_prepare (self->store, sql, &self->error);
  if (statement != NULL)
    lasna_statement_bind_integer (statement, 2, self->id);
  *parameter = 1;
  return statement;
}

static void
run_change (LasnaSampleWriter *self, LasnaStatement *statement)
{
  if (statement != self->statement)
    lasna_statement_run (statement, &self->error);
}

/**
 * lasna_sample_writer_set_text:
 * @text: (nullable): NULL leaves the value as it is
 */
void
lasna_sample_writer_set_text (LasnaSampleWriter *self, const char *property, const char *text)
{
  int parameter;
  LasnaStatement *statement = get_statement (self, property, &parameter);

  if (statement == NULL || text == NULL)
    return;
  lasna_statement_bind_text (statement, parameter, text);
  run_change (self, statement);
}

void
lasna_sample_writer_set_integer (LasnaSampleWriter *self, const char *property, gint64 value)
{
  int parameter;
  LasnaStatement *statement = get_statement (self, property, &parameter);

  if (statement == NULL)
    return;
  lasna_statement_bind_integer (statement, parameter, value);
  run_change (self, statement);
}

void
lasna_sample_writer_set_number (LasnaSampleWriter *self, const char *property, double value)
{
  int parameter;
  LasnaStatement *statement = get_statement (self, property, &parameter);

  if (statement == NULL)
    return;
  lasna_statement_bind_number (statement, parameter, value);
  run_change (self, statement);
}

/**
 * lasna_sample_writer_set_picture:
 * @file: an SVG picture of data/sample
 *
 * Attaches the picture.
 */
void
lasna_sample_writer_set_picture (LasnaSampleWriter *self, const char *property, const char *file)
{
  g_autoptr (GBytes) bytes = read_file (file);
  gint64 id = 0;

  if (self->error == NULL)
    id = lasna_attachment_add (
        self->store, lasna_sample_writer_get_clock (self), bytes, "image/svg+xml", &self->error);
  if (id != 0)
    lasna_sample_writer_set_integer (self, property, id);
}

void
lasna_sample_writer_end (LasnaSampleWriter *self)
{
  if (self->statement != NULL && self->error == NULL)
    lasna_statement_run (self->statement, &self->error);
  self->statement = NULL;
}

/**
 * lasna_sample_writer_execute:
 * @sql: with parameters ?1 and on
 * @...: their values, each a gint64, ended by -1
 */
void
lasna_sample_writer_execute (LasnaSampleWriter *self, const char *sql, ...)
{
  LasnaStatement *statement;
  va_list values;
  gint64 value;

  if (self->error != NULL)
    return;
  statement = lasna_store_prepare (self->store, sql, &self->error);
  if (statement == NULL)
    return;
  va_start (values, sql);
  for (int i = 1; (value = va_arg (values, gint64)) >= 0; i++)
    lasna_statement_bind_integer (statement, i, value);
  va_end (values);
  lasna_statement_run (statement, &self->error);
}

/**
 * lasna_sample_writer_finish:
 *
 * Forgets how the workbook was made: there is nothing to undo in it.
 *
 * Returns: whether everything is in the file
 */
gboolean
lasna_sample_writer_finish (LasnaSampleWriter *self, GError **error)
{
  lasna_sample_writer_execute (self, "DELETE FROM change_log", G_GINT64_CONSTANT (-1));
  lasna_sample_writer_execute (self, "DELETE FROM change_event", G_GINT64_CONSTANT (-1));
  if (self->error == NULL)
    return lasna_word_index_rebuild (lasna_store_get_connection (self->store), error) &&
           lasna_store_commit (self->store, error);
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
