/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workbook as JSON: what went out comes back whole, and what is at fault changes nothing.
 */
#include "config.h"

#include "lasna-error.h"
#include "lasna-test-book.h"
#include "lasna-test-sample.h"
#include "lasna-workbook-json.h"

#include <string.h>

static char *
write_out (LasnaTestFolder *folder, LasnaWorkbook *workbook, const char *name)
{
  g_autofree char *path = lasna_test_folder_dup_path (folder, name);
  g_autoptr (GError) error = NULL;

  lasna_workbook_json_write (workbook, path, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static void
read_in (LasnaWorkbook *workbook, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  lasna_workbook_json_read (workbook, file, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_same (const char *one, const char *two)
{
  g_autofree char *first = lasna_test_dup_text (one);
  g_autofree char *second = lasna_test_dup_text (two);

  g_assert_cmpstr (first, ==, second);
}

static gint64
count (LasnaWorkbook *workbook, const char *table)
{
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM ", table, NULL);

  return lasna_test_ask (workbook, sql);
}

static void
test_sample (gconstpointer data)
{
  LasnaLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autoptr (LasnaWorkbook) sample =
      lasna_test_make (folder, "a.lasna", LASNA_MAKING_SAMPLE, language);
  g_autoptr (LasnaWorkbook) empty = lasna_test_make (folder, "b.lasna", 0, LASNA_LANGUAGE_EN);
  g_autofree char *one = write_out (folder, sample, "a.json");
  g_autofree char *before = write_out (folder, empty, "before.json");
  g_autofree char *two = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  read_in (empty, one);
  two = write_out (folder, empty, "b.json");
  assert_same (one, two);
  g_assert_cmpint (count (empty, "voice"), ==, count (sample, "voice"));
  g_assert_cmpint (count (empty, "answer"), ==, count (sample, "answer"));
  g_assert_cmpint (count (empty, "feeling"), ==, count (sample, "feeling"));
  g_assert_cmpint (count (empty, "attachment"), >, 0);
  g_assert_cmpint (lasna_workbook_get_language (empty), ==, language);

  lasna_workbook_undo (empty, NULL, &error);
  g_assert_no_error (error);
  after = write_out (folder, empty, "after.json");
  assert_same (before, after);
  g_assert_cmpint (count (empty, "voice"), ==, 0);
  lasna_workbook_redo (empty, NULL, &error);
  g_assert_no_error (error);
  g_free (g_steal_pointer (&two));
  two = write_out (folder, empty, "b.json");
  assert_same (one, two);
}

/* Its words are found, and a second time it is refused. */
static void
test_again (void)
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autoptr (LasnaWorkbook) sample =
      lasna_test_make (folder, "a.lasna", LASNA_MAKING_SAMPLE, LASNA_LANGUAGE_EN);
  g_autoptr (LasnaWorkbook) empty = lasna_test_make (folder, "b.lasna", 0, LASNA_LANGUAGE_EN);
  g_autofree char *one = write_out (folder, sample, "a.json");
  g_autofree char *two = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (one);
  g_autoptr (GError) error = NULL;

  read_in (empty, one);
  g_assert_cmpint (count (empty, "feedback_text"), ==, count (sample, "feedback_text"));
  g_assert_true (lasna_store_execute (
      lasna_workbook_get_store (empty),
      "INSERT INTO feedback_text (feedback_text, rank) VALUES ('integrity-check', 0)",
      &error));
  g_assert_no_error (error);
  g_assert_false (lasna_workbook_json_read (empty, file, NULL, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_PARSE);
  g_assert_true (g_str_has_prefix (error->message, "Line "));
  two = write_out (folder, empty, "b.json");
  assert_same (one, two);
}

#define HEAD "{\"format\":\"lasna-workbook\",\"version\":1"

/* A file and the beginning of what is said of it; NULL: it is fine. */
static const struct
{
  const char *text;
  const char *said;
} files[] = {
  { HEAD "}", NULL },
  { "\xef\xbb\xbf \n" HEAD "\n}\n", NULL },
  { HEAD ",\n\"service\":[]}", NULL },
  { HEAD ",\n\"service\":[{\"id\":\"5\",\"name\":\"Boats\"}]}", NULL },
  { HEAD ",\"journey\":[{\"id\":\"6\",\"title\":\"To sea\",\"service\":\"5\"}],\n"
         "\"service\":[{\"id\":\"5\",\"name\":\"Boats\"}]}",
    NULL },
  { "", "This JSON is not a workbook" },
  { "[]", "This JSON is not a workbook" },
  { "{\"version\":1}", "This JSON is not a workbook" },
  { "{\"format\":\"lasna-workbook\",\"version\":99}", "A later version" },
  { "{\"format\":\"lasna-workbook\"}", "Line 1, column 27: " },
  { "{\"format\":\"lasna-workbook\",\"version\":0}", "Line 1, column " },
  { HEAD, "Line 1, column " },
  { HEAD ",", "Line 1, column " },
  { HEAD "} x", "Line 1, column 41: " },
  { HEAD ",\n\"boats\":[{\"id\":\"5\"}]}", "Line 2, column 10: A workbook has no" },
  { HEAD ",\n\"service\":[\n{\"id\":5,\"name\":\"Boats\"}]}",
    "Line 3, column 1: An id is missing" },
  { HEAD ",\n\"service\":[\n{\"name\":\"Boats\"}]}", "Line 3, column 1: An id is missing" },
  { HEAD ",\n\"service\":[\n{\"id\":\"5\"}]}", "Line 3, column 1: " },
  { HEAD ",\n\"service\":[\n{\"id\":\"5\",\"name\":7}]}", "Line 3, column 1: “name” holds" },
  { HEAD ",\n\"service\":[\n{\"id\":\"5\",\"name\":\"B\",\"sails\":2}]}",
    "Line 3, column 1: A service" },
  { HEAD ",\n\"service\":[\n{\"id\":\"5\",\"name\":\"B\",\"state\":\"sold\"}]}",
    "Line 3, column 1: " },
  { HEAD ",\n\"service\":[\n{\"id\":\"5\",\"name\":\"B\"},\n{\"id\":\"5\",\"name\":\"B\"}]}",
    "Line 4, column 1: This id is" },
  { HEAD ",\n\"service\":[\n{\"id\":\"5\",\"name\":\"B\"},]}", "Line 3, column 23: " },
  { HEAD ",\n\"service\":[\n{\"id\":\"5\",\"name\":\"B}\n]}", "Line 3, column " },
  { HEAD ",\n\"service\":[\n{\"id\":\"5\",\n\"name\" \"B\"}]}", "Line 4, column " },
  { HEAD ",\n\"service\":[\n{\"id\":\"5\",\"name\":\"\xff\"}]}", "Line 3, column " },
  { HEAD ",\"journey\":[\n{\"id\":\"6\",\"title\":\"To sea\",\"service\":\"5\"}]}",
    "Line 2, column 1: There is no service 5" },
  { HEAD ",\"feedback\":[\n{\"id\":\"6\",\"received-at\":\"2026-01-02\",\"scores\":3}]}",
    "Line 2, column 1: The scores" },
  { HEAD ",\"feedback\":[\n{\"id\":\"6\",\"received-at\":\"2026-01-02\"},\n"
         "{\"id\":\"6\",\"received-at\":\"2026-01-02\"}]}",
    "Line 3, column 1: This id" },
  { HEAD ",\"feedback\":[\n{\"id\":\"6\",\"received-at\":\"2026-01-02\",\"scores\":"
         "[{\"question\":\"8\",\"raw\":1e999}]}]}",
    "Line 2, column 1: The scores" },
  { HEAD ",\"batch\":[\n{\"id\":\"6\",\"name\":\"x\",\"state\":\"batch.importing\"}]}",
    "Line 2, column 1: This import" },
  { HEAD ",\"service\":[\n[[[[[[[[[[[[", "Line 2, column 1: " },
  { HEAD ",\"service\":[\n{\"a\":[[[[[[[[[[[[", "Line 2, column " },
};

static void
test_places (void)
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.lasna", i);
      g_autoptr (LasnaWorkbook) workbook = lasna_test_make (folder, name, 0, LASNA_LANGUAGE_EN);
      g_autofree char *before = write_out (folder, workbook, "before.json");
      g_autofree char *path = lasna_test_folder_write (folder, "given.json", files[i].text);
      g_autofree char *after = NULL;
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      gboolean read = lasna_workbook_json_read (workbook, file, NULL, NULL, &error);

      if (files[i].said == NULL)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_false (read);
      g_test_message ("%s", error->message);
      g_assert_cmpstr (error->message, !=, files[i].said);
      g_assert_true (g_str_has_prefix (error->message, files[i].said));
      after = write_out (folder, workbook, "after.json");
      assert_same (before, after);
    }
}

/* A rule of a kind refuses what hides behind voices that were written already. */
static void
test_late (void)
{
  static const char text[] =
      HEAD ",\"batch\":[{\"id\":\"100\",\"name\":\"x\",\"state\":\"batch.complete\"}],\n"
           "\"feedback\":[{\"id\":\"101\",\"received-at\":\"2026-01-02\",\"batch\":\"100\","
           "\"verbatim\":\"Fine\"}],\n"
           "\"emotion_target\":[\n{\"id\":\"6\",\"emotion\":\"emotion.irritated\"}]}";
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autoptr (LasnaWorkbook) workbook = lasna_test_make (folder, "a.lasna", 0, LASNA_LANGUAGE_EN);
  g_autofree char *path = lasna_test_folder_write (folder, "given.json", text);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (lasna_workbook_json_read (workbook, file, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "Line 4, column 1: "));
  g_assert_cmpint (count (workbook, "feedback"), ==, 0);
  g_assert_cmpint (count (workbook, "batch"), ==, 0);
  g_assert_cmpint (count (workbook, "change_log"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/json/sample/en", GINT_TO_POINTER (LASNA_LANGUAGE_EN), test_sample);
  g_test_add_data_func ("/json/sample/fi", GINT_TO_POINTER (LASNA_LANGUAGE_FI), test_sample);
  g_test_add_data_func ("/json/sample/sv", GINT_TO_POINTER (LASNA_LANGUAGE_SV), test_sample);
  g_test_add_func ("/json/again", test_again);
  g_test_add_func ("/json/places", test_places);
  g_test_add_func ("/json/late", test_late);
  return g_test_run ();
}
