/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recognising a file, step by step: encoding, delimiter, dialect, columns, then whole columns.
 */
#include "config.h"

#include "lasna-import-plan.h"

#include "lasna-csv-reader.h"
#include "lasna-error.h"
#include "lasna-import-columns.h"
#include "lasna-import-examine.h"
#include "lasna-source-file.h"
#include "lasna-term.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
undecided_free (gpointer data)
{
  LasnaUndecided *undecided = data;

  g_free (undecided->key);
  g_free (undecided->column);
  g_strfreev (undecided->choices);
  g_free (undecided);
}

void
lasna_import_plan_free (LasnaImportPlan *self)
{
  g_clear_object (&self->file);
  g_free (self->encoding);
  g_free (self->day);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_ptr_array_unref (self->undecided);
  g_array_unref (self->skipped);
  g_hash_table_unref (self->answers_by_text);
  g_free (self);
}

/**
 * lasna_import_ask:
 * @column: (nullable): what the question is about
 * @choices: (transfer full): the answers that --set takes
 */
void
lasna_import_ask (LasnaImportPlan *plan, const char *key, const char *column, GStrv choices)
{
  LasnaUndecided *undecided = g_new0 (LasnaUndecided, 1);

  undecided->key = g_strdup (key);
  undecided->column = g_strdup (column);
  undecided->choices = choices;
  g_ptr_array_add (plan->undecided, undecided);
}

/**
 * lasna_import_plan_open:
 *
 * Returns: (transfer full) (nullable): a reader at the first row of the file
 */
LasnaRowSource *
lasna_import_plan_open (const LasnaImportPlan *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = lasna_source_file_open (self->file, cancellable, error);
  LasnaCsvReader *reader;

  if (stream == NULL)
    return NULL;
  if (self->kind != NULL)
    return self->kind->open (self->file, cancellable, error);
  reader = lasna_csv_reader_new (G_INPUT_STREAM (stream), self->encoding, self->delimiter, error);
  return reader != NULL ? lasna_csv_reader_to_source (reader) : NULL;
}

static gboolean
find_encoding (LasnaImportPlan *self,
               const LasnaImportOptions *options,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GFileInputStream) stream = lasna_source_file_open (self->file, cancellable, error);
  const char *said = lasna_import_options_get (options, "encoding");
  LasnaEncodingScan scan;

  if (stream == NULL || !lasna_encoding_scan (G_INPUT_STREAM (stream), &scan, cancellable, error))
    return FALSE;
  if (scan.size == 0)
    {
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_PARSE,
                           _ ("The file is empty. Nothing was imported; export it once more."));
      return FALSE;
    }
  self->encoding = g_ascii_strdown (said != NULL ? said : scan.encoding, -1);
  self->undefined_bytes = said == NULL ? scan.undefined : 0;
  if (!lasna_source_kind_find (self->file, &self->kind, cancellable, error))
    return FALSE;
  if (self->kind != NULL)
    {
      g_free (self->encoding);
      self->encoding = g_strdup ("utf-8");
      self->undefined_bytes = 0;
    }
  self->size = scan.size;
  self->hash = scan.hash;
  return TRUE;
}

static void
find_delimiter (LasnaImportPlan *self, const LasnaImportOptions *options, GBytes *text)
{
  const char *said = lasna_import_options_get (options, "delimiter");
  g_autoptr (GPtrArray) choices = NULL;

  self->delimiter = said != NULL ? lasna_import_options_read_delimiter (said)
                                 : lasna_sample_guess_delimiter (text, &choices);
  if (choices != NULL)
    {
      g_ptr_array_add (choices, NULL);
      lasna_import_ask (self, "delimiter", NULL, g_strdupv ((GStrv) choices->pdata));
    }
}

static LasnaSample *
read_text (LasnaImportPlan *self,
           const LasnaImportOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GFileInputStream) stream = lasna_source_file_open (self->file, cancellable, error);
  g_autoptr (GBytes) text = NULL;

  if (stream == NULL)
    return NULL;
  text = lasna_sample_read_text (G_INPUT_STREAM (stream), self->encoding, cancellable, error);
  if (text == NULL)
    return NULL;
  find_delimiter (self, options, text);
  return lasna_sample_new (text, self->delimiter);
}

static LasnaSample *
read_source (LasnaImportPlan *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (LasnaRowSource) source = lasna_import_plan_open (self, cancellable, error);

  self->delimiter = ',';
  return source != NULL ? lasna_sample_new_from_rows (source, cancellable, error) : NULL;
}

static gboolean
is_value (const char *cell)
{
  return lasna_number_examine (cell, NULL) != 0 || lasna_date_is_day (cell);
}

/* A first row that names no field, and has numbers or days where the rows after it have them too,
 * may be data.
 */
static gboolean
may_lack_headers (const LasnaSample *sample)
{
  gboolean looks_alike = FALSE;

  if (sample->rows->len < 2)
    return FALSE;
  for (guint i = 0; i < sample->width; i++)
    {
      const char *cell = lasna_sample_get (sample, 0, i);

      if (lasna_field_from_header (cell) != LASNA_FIELD_NONE)
        return FALSE;
      looks_alike |= is_value (cell) && is_value (lasna_sample_get (sample, 1, i));
    }
  return looks_alike;
}

static void
find_dialect (LasnaImportPlan *self, const LasnaImportOptions *options, const LasnaSample *sample)
{
  const char *said = lasna_import_options_get (options, "dialect");
  const char *rows = lasna_import_options_get (options, "header-rows");

  self->dialect = lasna_dialect_guess (sample, &self->header_rows);
  if (said != NULL)
    {
      self->dialect = lasna_dialect_from_id (said);
      self->header_rows = MAX (1, self->dialect->recognise (sample));
    }
  if (rows != NULL)
    self->header_rows = *rows - '0';
  else if (self->dialect == &lasna_dialect_generic && may_lack_headers (sample))
    {
      const char *choices[] = { "0", "1", NULL };

      lasna_import_ask (self, "header-rows", NULL, g_strdupv ((GStrv) choices));
    }
}

static void
set_no_match (GError **error)
{
  g_set_error_literal (error,
                       LASNA_ERROR,
                       LASNA_ERROR_USAGE,
                       _ ("A file with one answer a row needs both a column of questions and a "
                          "column of answers. Nothing was imported; name both."));
}

static gboolean
is_asked (const LasnaImportPlan *self, const char *key)
{
  for (guint i = 0; i < self->undecided->len; i++)
    if (strcmp (((LasnaUndecided *) self->undecided->pdata[i])->key, key) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a column holds what somebody thought or felt. */
static gboolean
says_something (const LasnaImportPlan *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      LasnaField field = lasna_import_plan_get_column (self, i)->field;

      if (field == LASNA_FIELD_VALUE || lasna_field_get_info (field)->flags & LASNA_FIELD_IS_ANSWER)
        return TRUE;
    }
  return FALSE;
}

/* Of which day voices without a date are, only a person knows; but columns come first. Where nobody
 * can answer, they are of the day of the import, unless only numbers of respondents are known: most
 * likely the columns were not understood then.
 */
static void
decide_day (LasnaImportPlan *self, const LasnaImportOptions *options)
{
  const char *said = lasna_import_options_get (options, "date");
  const char *choices[] = { "today", LASNA_ANY_DAY, NULL };
  char text[LASNA_WHEN_MAX];
  LasnaWhen when;

  if (self->has_dates)
    return;
  if (said != NULL && lasna_date_read (said, LASNA_DATE_YMD, &when))
    {
      lasna_when_write (&when, text);
      self->day = g_strdup (text);
    }
  else if (said == NULL && !is_asked (self, "date") && !is_asked (self, "delimiter") &&
           (lasna_import_options_asks_for_day (options) ||
            (self->dialect != &lasna_dialect_generic && !says_something (self))))
    lasna_import_ask (self, "date", NULL, g_strdupv ((GStrv) choices));
}

/**
 * lasna_import_plan_read_asking:
 *
 * Takes from @options what no export tells: how many were asked, without which there is no response
 * rate. Until the import begins it can be said anew, without another look at the file.
 */
void
lasna_import_plan_read_asking (LasnaImportPlan *self, const LasnaImportOptions *options)
{
  static const char *const keys[LASNA_N_ASKING] = { "asked", "undelivered", "not-meant", "began" };

  for (guint i = 0; i < LASNA_N_ASKING; i++)
    {
      const char *said = lasna_import_options_get (options, keys[i]);

      self->asking[i] = said != NULL ? g_ascii_strtoll (said, NULL, 10) : -1;
    }
}

/**
 * lasna_import_plan_new:
 * @file: a table: text, a spreadsheet, or reviews as JSON
 *
 * Reads the file three times and changes nothing.
 *
 * Returns: (transfer full) (nullable): the plan; it may leave questions to a person
 */
LasnaImportPlan *
lasna_import_plan_new (GFile *file,
                       const LasnaImportOptions *options,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (LasnaImportPlan) self = g_new0 (LasnaImportPlan, 1);
  g_autoptr (LasnaSample) sample = NULL;
  const char *moment = lasna_import_options_get (options, "moment");
  const char *source = lasna_import_options_get (options, "source");
  const char *trials = lasna_import_options_get (options, "trials");

  self->file = g_object_ref (file);
  self->takes_trials = trials != NULL && lasna_import_options_is_yes (trials);
  self->undecided = g_ptr_array_new_with_free_func (undecided_free);
  self->skipped = g_array_new (FALSE, FALSE, sizeof (LasnaSkip));
  self->answers_by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->moment = moment != NULL ? lasna_term_recognise ("feedback-moment", moment) : NULL;
  self->source = source != NULL ? lasna_term_recognise ("evidence-source", source) : NULL;
  lasna_import_plan_read_asking (self, options);

  if (!find_encoding (self, options, cancellable, error))
    return NULL;
  sample = self->kind != NULL ? read_source (self, cancellable, error)
                              : read_text (self, options, cancellable, error);
  if (sample == NULL)
    return NULL;
  find_dialect (self, options, sample);
  if (!lasna_import_columns_assign (self, sample, options, error))
    return NULL;
  if ((lasna_import_plan_find_column (self, LASNA_FIELD_QUESTION) >= 0) !=
      (lasna_import_plan_find_column (self, LASNA_FIELD_VALUE) >= 0))
    {
      set_no_match (error);
      return NULL;
    }
  if (!lasna_import_examine (self, options, cancellable, error))
    return NULL;
  decide_day (self, options);
  return g_steal_pointer (&self);
}

/* The answers as they are given on the command line. */
static char *
join_choices (const LasnaUndecided *undecided)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; undecided->choices[i] != NULL; i++)
    g_string_append_printf (
        text, "%s%s=%s", i > 0 ? ", " : "", undecided->key, undecided->choices[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * lasna_import_plan_is_decided:
 *
 * Returns: whether nothing is left to a person; else @error says what, and how to answer
 */
gboolean
lasna_import_plan_is_decided (const LasnaImportPlan *self, GError **error)
{
  const LasnaUndecided *first;
  g_autofree char *choices = NULL;
  gboolean is_known = self->dialect != &lasna_dialect_generic;

  for (guint i = 0; i < self->columns->len; i++)
    is_known |= lasna_import_plan_get_column (self, i)->field != LASNA_FIELD_NONE;
  if (self->undecided->len == 0 && is_known)
    return TRUE;
  if (!is_known)
    {
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_UNDECIDED,
                           _ ("No column of the file says what it is. Nothing was imported; choose "
                              "what at least one column becomes."));
      return FALSE;
    }
  first = self->undecided->pdata[0];
  choices = join_choices (first);
  if (first->column == NULL)
    {
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_UNDECIDED,
                   /* Translators: the first %s is a setting such as date, the second the answers,
                    * such as date=today. */
                   _ ("The file does not tell its %s. Nothing was imported; choose one of: %s."),
                   first->key,
                   choices);
      return FALSE;
    }
  g_set_error (error,
               LASNA_ERROR,
               LASNA_ERROR_UNDECIDED,
               /* Translators: the first %s is a setting such as date-order, the second the name of
                * a column, the third the answers, such as date-order=dmy. */
               _ ("The file does not tell its %s (%s). Nothing was imported; choose one of: %s."),
               first->key,
               first->column,
               choices);
  return FALSE;
}

/**
 * lasna_import_plan_get_shape:
 *
 * Returns: a number that files of the same tool with the same columns have in common
 */
guint64
lasna_import_plan_get_shape (const LasnaImportPlan *self)
{
  guint64 hash = lasna_fingerprint_add_text (LASNA_FINGERPRINT_START, self->dialect->id);

  for (guint i = 0; i < self->columns->len; i++)
    hash = lasna_fingerprint_add_text (hash, lasna_import_plan_get_column (self, i)->name);
  return lasna_fingerprint_finish (hash);
}

/**
 * lasna_import_plan_find_column:
 *
 * Returns: the first column that becomes @field; -1 for none
 */
int
lasna_import_plan_find_column (const LasnaImportPlan *self, LasnaField field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (lasna_import_plan_get_column (self, i)->field == field)
      return i;
  return -1;
}

LasnaAnswer *
lasna_import_plan_get_answer (const LasnaImportPlan *self, guint index)
{
  return self->answers->pdata[index];
}

/**
 * lasna_import_plan_find_answer:
 * @column: of scores, comments or values
 *
 * Returns: (transfer none) (nullable): what the cell of @row in @column answers; NULL where the
 *   row names no known question
 */
LasnaAnswer *
lasna_import_plan_find_answer (const LasnaImportPlan *self, const LasnaRow *row, guint column)
{
  const LasnaColumn *described = lasna_import_plan_get_column (self, column);
  int named;

  if (described->answer >= 0)
    return lasna_import_plan_get_answer (self, described->answer);
  named = lasna_import_plan_find_column (
      self, described->field == LASNA_FIELD_VALUE ? LASNA_FIELD_QUESTION : LASNA_FIELD_MEASURE);
  if (named < 0)
    return NULL;

  g_autofree char *text = g_strstrip (g_strdup (lasna_row_get_cell (row, named)));
  return g_hash_table_lookup (self->answers_by_text, text);
}

/**
 * lasna_import_plan_skip:
 * @column: -1 for the row as a whole
 * @reason: an untranslated sentence that lives as long as the program
 */
void
lasna_import_plan_skip (LasnaImportPlan *self, guint64 row, int column, const char *reason)
{
  LasnaSkip skip = { row, column, reason };

  g_array_append_val (self->skipped, skip);
}

static void
add_columns (const LasnaImportPlan *self, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const LasnaColumn *column = lasna_import_plan_get_column (self, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, column->name);
      json_builder_set_member_name (builder, "field");
      if (column->field != LASNA_FIELD_NONE)
        json_builder_add_string_value (builder, lasna_field_get_info (column->field)->id);
      else
        json_builder_add_null_value (builder);
      json_builder_set_member_name (builder, "personal");
      json_builder_add_boolean_value (builder, column->is_personal);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_undecided (const LasnaImportPlan *self, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "undecided");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->undecided->len; i++)
    {
      const LasnaUndecided *undecided = self->undecided->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "key");
      json_builder_add_string_value (builder, undecided->key);
      json_builder_set_member_name (builder, "column");
      if (undecided->column != NULL)
        json_builder_add_string_value (builder, undecided->column);
      else
        json_builder_add_null_value (builder);
      json_builder_set_member_name (builder, "choices");
      json_builder_begin_array (builder);
      for (guint j = 0; undecided->choices[j] != NULL; j++)
        json_builder_add_string_value (builder, undecided->choices[j]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_skipped (const LasnaImportPlan *self, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "skipped");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->skipped->len; i++)
    {
      const LasnaSkip *skip = &g_array_index (self->skipped, LasnaSkip, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "row");
      json_builder_add_int_value (builder, skip->row);
      json_builder_set_member_name (builder, "column");
      if (skip->column >= 0 && (guint) skip->column < self->columns->len)
        json_builder_add_string_value (builder,
                                       lasna_import_plan_get_column (self, skip->column)->name);
      else
        json_builder_add_null_value (builder);
      json_builder_set_member_name (builder, "reason");
      json_builder_add_string_value (builder, _ (skip->reason));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * lasna_import_plan_to_json:
 *
 * Returns: (transfer full): the plan as `lasna import --dry-run --json` prints it
 */
JsonNode *
lasna_import_plan_to_json (const LasnaImportPlan *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char delimiter[2] = { self->delimiter, '\0' };

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "dialect");
  json_builder_add_string_value (builder, self->dialect->id);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, self->kind != NULL ? self->kind->id : "text");
  json_builder_set_member_name (builder, "encoding");
  json_builder_add_string_value (builder, self->encoding);
  json_builder_set_member_name (builder, "undefined_bytes");
  json_builder_add_int_value (builder, self->undefined_bytes);
  json_builder_set_member_name (builder, "delimiter");
  json_builder_add_string_value (builder, delimiter);
  json_builder_set_member_name (builder, "header_rows");
  json_builder_add_int_value (builder, self->header_rows);
  json_builder_set_member_name (builder, "has_dates");
  json_builder_add_boolean_value (builder, self->has_dates);
  json_builder_set_member_name (builder, "rows");
  json_builder_add_int_value (builder, self->rows);
  json_builder_set_member_name (builder, "voices");
  json_builder_add_int_value (builder, self->voices);
  add_skipped (self, builder);
  add_columns (self, builder);
  add_undecided (self, builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
