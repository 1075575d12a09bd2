/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices as tables: what is written is read again, no formula gets out, and no name where names are
 * left out.
 */
#include "config.h"

#include "lasna-csv-reader.h"
#include "lasna-error.h"
#include "lasna-export-columns.h"
#include "lasna-feedback.h"
#include "lasna-import.h"
#include "lasna-person.h"
#include "lasna-selection.h"
#include "lasna-test-book.h"
#include "lasna-test-sample.h"
#include "lasna-voice-export.h"

#include <math.h>
#include <string.h>

typedef struct
{
  LasnaTestFolder *folder;
  LasnaWorkbook *workbook;
} Book;

static void
set_up (Book *book, gconstpointer data)
{
  book->folder = lasna_test_folder_new ();
  book->workbook =
      lasna_test_make (book->folder, "a.lasna", LASNA_MAKING_SAMPLE, LASNA_LANGUAGE_FI);
}

static void
tear_down (Book *book, gconstpointer data)
{
  lasna_test_close (book->workbook);
  lasna_test_folder_free (book->folder);
}

static LasnaVoiceExport *
new_export_with (LasnaWorkbook *workbook, const LasnaVoiceExportOptions *options)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (workbook);
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaSelection) selection = lasna_feedback_select (feedback, filter, &error);
  LasnaVoiceExport *export;

  g_assert_no_error (error);
  export = lasna_voice_export_new (workbook, selection, options, &error);
  g_assert_no_error (error);
  return export;
}

static LasnaVoiceExport *
new_export (LasnaWorkbook *workbook,
            LasnaExportFormat format,
            LasnaLanguage language,
            gboolean names)
{
  const LasnaVoiceExportOptions options = { format, language, names, 0 };

  return new_export_with (workbook, &options);
}

static guint
write_table (LasnaWorkbook *workbook,
             const char *path,
             LasnaExportFormat format,
             LasnaLanguage language,
             gboolean names)
{
  g_autoptr (LasnaVoiceExport) export = new_export (workbook, format, language, names);
  g_autoptr (GError) error = NULL;

  lasna_voice_export_run (export, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lasna_voice_export_get_n_shortened (export), ==, 0);
  return lasna_voice_export_get_n_voices (export);
}

static guint64
import (LasnaWorkbook *workbook, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LasnaImportOptions) options = lasna_import_options_new ();
  g_autoptr (GError) error = NULL;
  LasnaImportPlan *plan = lasna_import_plan_new (file, options, NULL, &error);
  g_autoptr (LasnaImport) import = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (plan->dialect->id, ==, "lasna");
  import = lasna_import_new (workbook, plan, NULL, TRUE);
  lasna_import_run (import, NULL, &error);
  g_assert_no_error (error);
  return plan->voices;
}

static GPtrArray *
read_table (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (LasnaCsvReader) reader =
      lasna_csv_reader_new (G_INPUT_STREAM (stream), "utf-8", ',', NULL);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const LasnaRow *row;

  while (lasna_csv_reader_next (reader, &row, NULL, NULL) && row != NULL)
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      for (guint i = 0; i < row->n_cells; i++)
        g_strv_builder_add (cells, row->cells[i]);
      g_ptr_array_add (rows, g_strv_builder_end (cells));
    }
  return rows;
}

/* What a workbook that knows none of the people and journeys cannot take from a table. */
static gboolean
is_own (const char *header)
{
  const LasnaExportColumn *column = lasna_export_columns_find (header);

  return column != NULL && column->kind != LASNA_EXPORT_ANSWERS &&
         column->reads.field == LASNA_FIELD_NONE && column->reads.property == NULL;
}

static void
assert_same (const char *one, const char *other)
{
  g_autoptr (GPtrArray) first = read_table (one);
  g_autoptr (GPtrArray) second = read_table (other);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint row = 0; row < first->len; row++)
    {
      char **headers = first->pdata[0];
      char **a = first->pdata[row];
      char **b = second->pdata[row];

      g_assert_cmpuint (g_strv_length (a), ==, g_strv_length (b));
      for (guint i = 0; a[i] != NULL; i++)
        if (row == 0 || !is_own (headers[i]))
          g_assert_cmpstr (a[i], ==, b[i]);
    }
}

/* Every sample, as every kind of table: again it adds nothing, elsewhere it gives the same. */
static void
test_round_trip (gconstpointer data)
{
  static const char *const names[] = { "a.csv", "excel.csv", "a.xlsx" };
  LasnaLanguage language = GPOINTER_TO_UINT (data);
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  LasnaWorkbook *sample = lasna_test_make (folder, "a.lasna", LASNA_MAKING_SAMPLE, language);
  g_autofree char *plain = lasna_test_folder_dup_path (folder, "a.csv");

  for (LasnaExportFormat format = 0; format < G_N_ELEMENTS (names); format++)
    {
      g_autofree char *path = lasna_test_folder_dup_path (folder, names[format]);
      g_autofree char *again = lasna_test_folder_dup_path (folder, "again.csv");
      g_autofree char *name = g_strdup_printf ("%u.lasna", format);
      LasnaWorkbook *empty = lasna_test_make (folder, name, 0, language);
      guint n = write_table (sample, path, format, language, TRUE);

      g_assert_cmpuint (n, >, 300);
      g_assert_cmpuint (import (sample, path), ==, 0);
      g_assert_cmpuint (import (empty, path), ==, n);
      g_assert_cmpuint (import (empty, path), ==, 0);
      g_assert_cmpuint (write_table (empty, again, LASNA_EXPORT_CSV, language, TRUE), ==, n);
      assert_same (plain, again);

      /* What went there and comes back is known here. */
      g_assert_cmpuint (import (sample, again), ==, 0);
      lasna_test_close (empty);
    }
  lasna_test_close (sample);
}

/* A table in one language is read in a workbook of another. */
static void
test_languages (Book *book, gconstpointer data)
{
  g_autofree char *path = lasna_test_folder_dup_path (book->folder, "sv.csv");
  LasnaWorkbook *empty = lasna_test_make (book->folder, "b.lasna", 0, LASNA_LANGUAGE_EN);
  guint n = write_table (book->workbook, path, LASNA_EXPORT_CSV, LASNA_LANGUAGE_SV, TRUE);

  g_assert_cmpuint (import (book->workbook, path), ==, 0);
  g_assert_cmpuint (import (empty, path), ==, n);
  lasna_test_close (empty);
}

/* Headers are told apart in each language. */
static void
test_headers (void)
{
  const LasnaExportColumn *columns;
  guint n;

  columns = lasna_export_columns_get (&n);
  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    for (guint i = 0; i < n; i++)
      if (columns[i].header != NULL)
        {
          const char *header = lasna_words (language, columns[i].header);

          g_test_message ("%s", header);
          g_assert_true (lasna_export_columns_find (header) == &columns[i]);
          g_assert_true (columns[i].reads.property == NULL ||
                         lasna_export_columns_find_property (columns[i].reads.property) != NULL);
        }
}

static void
test_questions (void)
{
  const LasnaDialectQuestion questions[] = {
    { (char *) "Would you (really) recommend us?", 0, 10, NAN, FALSE },
    { (char *) "How was it: good?", 1, 5, 4, FALSE },
    { (char *) "Did you wait", 1, 5, 4, TRUE },
    { (char *) "Balance", -2, 2, NAN, FALSE },
    { (char *) "Unknown (1-5)", 0, 0, NAN, FALSE },
    { (char *) "Half", 0.5, 4.125, NAN, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
      {
        g_autofree char *header =
            lasna_export_dup_question_header (language, &questions[i], "method.csat");
        LasnaDialectQuestion read = { 0 };
        g_autofree char *text = NULL;

        g_test_message ("%s", header);
        g_assert_true (lasna_export_read_question (header, &read));
        text = read.text;
        g_assert_cmpstr (read.text, ==, questions[i].text);
        g_assert_cmpfloat (read.scale_min, ==, questions[i].scale_min);
        g_assert_cmpfloat (read.scale_max, ==, questions[i].scale_max);
        g_assert_true (read.is_reversed == questions[i].is_reversed);
        g_assert_true (isnan (questions[i].satisfied_from)
                           ? isnan (read.satisfied_from)
                           : read.satisfied_from == questions[i].satisfied_from);
        g_assert_cmpint (lasna_export_find_question (header)->field, ==, LASNA_FIELD_CSAT);
      }
}

static void
test_marks (void)
{
  static const char *const texts[] = { "=1+1", "+358", "-",    "@x",  "\t=1", "\r", "'=1",
                                       "''-",  "'",    "it's", "n/a", "'n/a", "",   "ä=1" };
  static const gboolean marked[] = { TRUE, TRUE,  TRUE,  TRUE, TRUE, TRUE,  TRUE,
                                     TRUE, FALSE, FALSE, TRUE, TRUE, FALSE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *written =
          g_strconcat (lasna_export_needs_mark (texts[i]) ? "'" : "", texts[i], NULL);

      g_assert_true (lasna_export_needs_mark (texts[i]) == marked[i]);
      g_assert_cmpstr (lasna_export_skip_mark (written), ==, texts[i]);
    }
}

static LasnaRecord *
first_voice (Book *book)
{
  return lasna_workbook_find (
      book->workbook,
      "feedback",
      lasna_test_ask (book->workbook, "SELECT id FROM voice WHERE verbatim IS NOT NULL LIMIT 1"));
}

#define set(book, voice, ...)                                                                      \
  do                                                                                               \
    {                                                                                              \
      g_autoptr (LasnaChange) change_ = lasna_workbook_begin ((book)->workbook, "Set");            \
      g_autoptr (GError) error_ = NULL;                                                            \
      g_object_set (voice, __VA_ARGS__);                                                           \
      lasna_change_commit (change_, &error_);                                                      \
      g_assert_no_error (error_);                                                                  \
    }                                                                                              \
  while (0)

/* No cell of a table is a formula, whatever people have written. */
static void
test_formulas (Book *book, gconstpointer data)
{
  g_autoptr (LasnaRecord) voice = first_voice (book);
  g_autofree char *path = lasna_test_folder_dup_path (book->folder, "a.csv");
  g_autofree char *again = lasna_test_folder_dup_path (book->folder, "again.csv");
  LasnaWorkbook *empty = lasna_test_make (book->folder, "b.lasna", 0, LASNA_LANGUAGE_FI);
  g_autoptr (GPtrArray) rows = NULL;

  set (book,
       voice,
       "verbatim",
       "=cmd|' /C calc'!A0\n\"two\"; lines",
       "tags",
       "@tag",
       "between-lines",
       "-no",
       NULL);
  write_table (book->workbook, path, LASNA_EXPORT_CSV, LASNA_LANGUAGE_FI, TRUE);
  rows = read_table (path);
  for (guint row = 0; row < rows->len; row++)
    for (char **cell = rows->pdata[row]; *cell != NULL; cell++)
      g_assert_true (**cell == '\0' || strchr ("=+-@\t\r", **cell) == NULL);
  import (empty, path);
  write_table (empty, again, LASNA_EXPORT_CSV, LASNA_LANGUAGE_FI, TRUE);
  assert_same (path, again);
  lasna_test_close (empty);
}

static void
fill_property (LasnaRecord *voice, const LasnaProperty *property)
{
  const LasnaTermSet *set;

  switch (property->type)
    {
    case LASNA_PROPERTY_TEXT:
      g_object_set (voice, property->name, "Some text", NULL);
      break;
    case LASNA_PROPERTY_TERM:
      set = lasna_catalogue_get_set (lasna_catalogue_get_default (), property->target);
      g_object_set (voice, property->name, set->terms[set->n_terms - 1].id, NULL);
      break;
    case LASNA_PROPERTY_FLAG:
      g_object_set (voice, property->name, TRUE, NULL);
      break;
    case LASNA_PROPERTY_DATE:
      g_object_set (voice, property->name, "2026-03-01", NULL);
      break;
    case LASNA_PROPERTY_TIME:
      g_object_set (voice, property->name, "2026-03-01T12:30", NULL);
      break;
    case LASNA_PROPERTY_TERMS:
    case LASNA_PROPERTY_REFERENCE:
    case LASNA_PROPERTY_ATTACHMENT:
    case LASNA_PROPERTY_INTEGER:
    case LASNA_PROPERTY_NUMBER:
    default:
      break;
    }
}

/* A voice of which everything is known that a table tells. */
static void
test_full (Book *book, gconstpointer data)
{
  g_autoptr (LasnaRecord) voice = first_voice (book);
  g_autoptr (LasnaChange) change = lasna_workbook_begin (book->workbook, "Fill");
  g_autofree char *path = lasna_test_folder_dup_path (book->folder, "a.xlsx");
  g_autofree char *plain = lasna_test_folder_dup_path (book->folder, "a.csv");
  g_autofree char *again = lasna_test_folder_dup_path (book->folder, "again.csv");
  LasnaWorkbook *empty = lasna_test_make (book->folder, "b.lasna", 0, LASNA_LANGUAGE_SV);
  const LasnaExportColumn *columns;
  g_autoptr (GError) error = NULL;
  guint n;

  columns = lasna_export_columns_get (&n);
  for (guint i = 0; i < n; i++)
    {
      const LasnaProperty *property =
          lasna_export_columns_find_property (columns[i].reads.property);

      if (property != NULL)
        fill_property (voice, property);
    }
  lasna_change_commit (change, &error);
  g_assert_no_error (error);
  write_table (book->workbook, plain, LASNA_EXPORT_CSV, LASNA_LANGUAGE_SV, TRUE);
  write_table (book->workbook, path, LASNA_EXPORT_XLSX, LASNA_LANGUAGE_SV, TRUE);
  import (empty, path);
  write_table (empty, again, LASNA_EXPORT_CSV, LASNA_LANGUAGE_SV, TRUE);
  assert_same (plain, again);
  lasna_test_close (empty);
}

/* Without names none is in any byte, in texts neither, and the table still adds nothing. */
static void
test_no_names (Book *book, gconstpointer data)
{
  g_autoptr (LasnaRecord) voice = first_voice (book);
  g_autofree char *path = lasna_test_folder_dup_path (book->folder, "a.csv");
  LasnaRecord *person = lasna_workbook_add (
      book->workbook, LASNA_TYPE_PERSON, "display-name", "Hilkka Näppärä", NULL);
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;

  set (book,
       voice,
       "person",
       person,
       "follow-up-owner",
       person,
       "source-response-id",
       "R_hilkka",
       "verbatim",
       "Terveisin Hilkka Näppärä. Sanoin Näppärälle.",
       NULL);
  write_table (book->workbook, path, LASNA_EXPORT_CSV, LASNA_LANGUAGE_FI, TRUE);
  with = lasna_test_dup_text (path);
  g_assert_nonnull (strstr (with, "Hilkka Näppärä"));
  g_assert_nonnull (strstr (with, "R_hilkka"));
  write_table (book->workbook, path, LASNA_EXPORT_CSV, LASNA_LANGUAGE_FI, FALSE);
  without = lasna_test_dup_text (path);
  g_assert_null (strcasestr (without, "hilkka"));
  g_assert_null (strstr (without, "Näppärä"));
  g_assert_cmpuint (import (book->workbook, path), ==, 0);
}

/* Nothing is left behind, and what was there stays, where a table is not finished. */
static void
test_cancel (Book *book, gconstpointer data)
{
  g_autoptr (LasnaVoiceExport) export =
      new_export (book->workbook, LASNA_EXPORT_CSV, LASNA_LANGUAGE_EN, TRUE);
  g_autofree char *path = lasna_test_folder_write (book->folder, "a.csv", "mine");
  g_autofree char *nowhere = lasna_test_folder_dup_path (book->folder, "no/such/a.csv");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  g_cancellable_cancel (cancellable);
  g_assert_false (lasna_voice_export_run (export, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  text = lasna_test_dup_text (path);
  g_assert_cmpstr (text, ==, "mine");
  dir = g_dir_open (lasna_test_folder_get_path (book->folder), 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    n += strstr (name, "a.csv") != NULL;
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (lasna_voice_export_run (export, nowhere, NULL, &error));
  g_assert_nonnull (error);
}

/* More voices than a sheet holds are refused in a sentence; as many as it holds are written. */
static void
test_sheet (Book *book, gconstpointer data)
{
  g_autofree char *path = lasna_test_folder_dup_path (book->folder, "a.xlsx");
  LasnaVoiceExportOptions options = { LASNA_EXPORT_XLSX, LASNA_LANGUAGE_EN, TRUE, 1 };
  g_autoptr (LasnaVoiceExport) many = new_export_with (book->workbook, &options);
  g_autoptr (LasnaVoiceExport) all = NULL;
  g_autoptr (GError) error = NULL;

  options.sheet_rows = lasna_voice_export_get_n_voices (many);
  all = new_export_with (book->workbook, &options);
  g_assert_cmpuint (options.sheet_rows, >, 1);
  g_assert_false (lasna_voice_export_run (many, path, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_true (lasna_voice_export_run (all, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  static const char *const codes[] = { "en", "fi", "sv" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strconcat ("/voice-export/round-trip/", codes[i], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_round_trip);
    }
  g_test_add_func ("/voice-export/headers", test_headers);
  g_test_add_func ("/voice-export/questions", test_questions);
  g_test_add_func ("/voice-export/marks", test_marks);
  g_test_add ("/voice-export/languages", Book, NULL, set_up, test_languages, tear_down);
  g_test_add ("/voice-export/formulas", Book, NULL, set_up, test_formulas, tear_down);
  g_test_add ("/voice-export/full", Book, NULL, set_up, test_full, tear_down);
  g_test_add ("/voice-export/no-names", Book, NULL, set_up, test_no_names, tear_down);
  g_test_add ("/voice-export/cancel", Book, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/voice-export/sheet", Book, NULL, set_up, test_sheet, tear_down);
  return g_test_run ();
}
