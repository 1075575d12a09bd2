/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every verb: what it does, how it fails, what it says to wrong use; the program as scripts see it.
 */
#include "config.h"

#include "lasna-template.h"
#include "lasna-test.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#define BOOK "lodge.lasna"

typedef struct
{
  LasnaTestFolder *folder;
  char *book;
} Fixture;

/* Runs lasna in the folder, in a language. */
static LasnaTestRun *
run_words (Fixture *fixture, const char *language, const char *words)
{
  g_autofree char *line =
      g_strdup_printf ("env -u DISPLAY -u WAYLAND_DISPLAY LANGUAGE=%s LC_ALL=C.UTF-8 %s %s",
                       language,
                       lasna_test_get_program (),
                       words);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_shell_parse_argv (line, NULL, &argv, &error));
  return lasna_test_runv (lasna_test_folder_get_path (fixture->folder), (const char *const *) argv);
}

/* A run that must end with @status; failures say one line and nothing else on standard error. */
static LasnaTestRun *
run (Fixture *fixture, int status, const char *words)
{
  LasnaTestRun *made = run_words (fixture, "en", words);

  if (made->status != status)
    g_error ("lasna %s ended with %d: %s", words, made->status, made->error);
  if (status == 0)
    g_assert_cmpstr (made->error, ==, "");
  else
    {
      g_assert_true (g_str_has_prefix (made->error, "lasna: "));
      g_assert_true (strchr (made->error, '\n') == made->error + strlen (made->error) - 1);
    }
  return made;
}

static void
expect (Fixture *fixture, int status, const char *words)
{
  g_autoptr (LasnaTestRun) made = run (fixture, status, words);

  g_assert_nonnull (made);
}

static JsonObject *
ask (Fixture *fixture, const char *words)
{
  g_autoptr (LasnaTestRun) made = run (fixture, 0, words);
  g_autoptr (JsonNode) root = lasna_test_parse_json (made->words);

  return json_node_dup_object (root);
}

static int
compare_lines_cb (gconstpointer one, gconstpointer other)
{
  return strcmp (*(char *const *) one, *(char *const *) other);
}

/* What is in the folder: names, contents and times. */
static char *
dup_state (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (lasna_test_folder_get_path (fixture->folder), 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, name);
      g_autofree char *digest = lasna_test_dup_digest (path);
      GStatBuf status;

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %s %ld.%09ld",
                                        name,
                                        digest,
                                        (long) status.st_mtim.tv_sec,
                                        status.st_mtim.tv_nsec));
    }
  g_ptr_array_sort (lines, compare_lines_cb);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = lasna_test_folder_new ();
  fixture->book = lasna_test_folder_dup_path (fixture->folder, BOOK);
}

static void
set_up_sample (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  expect (fixture, 0, "new " BOOK " --sample --language en");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->book);
  lasna_test_folder_free (fixture->folder);
}

static void
test_help (Fixture *fixture, gconstpointer data)
{
  static const char *const verbs[] = { "new",     "info",   "import", "export", "stats", "chart",
                                       "summary", "person", "retain", "check",  "undo",  "redo" };
  g_autoptr (LasnaTestRun) version = run (fixture, 0, "--version");
  g_autoptr (LasnaTestRun) help = run (fixture, 0, "--help");

  g_assert_cmpstr (version->words, ==, "lasna " LASNA_VERSION "\n");
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *words = g_strconcat (verbs[i], " --help", NULL);
      g_autoptr (LasnaTestRun) own = run (fixture, 0, words);
      g_autofree char *bare = g_strconcat (verbs[i], NULL);
      g_autofree char *odd = g_strconcat (verbs[i], " " BOOK " --moon", NULL);

      g_assert_nonnull (strstr (help->words, verbs[i]));
      g_assert_nonnull (strstr (own->words, "FILE"));
      expect (fixture, 2, bare);
      expect (fixture, 2, odd);
    }
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) info = NULL;
  JsonObject *kinds;

  expect (fixture, 0, "new " BOOK " --template journey.travel --language fi");
  info = ask (fixture, "info " BOOK " --json");
  kinds = json_object_get_object_member (info, "kinds");
  g_assert_cmpstr (json_object_get_string_member (info, "name"), ==, "lodge");
  g_assert_cmpstr (json_object_get_string_member (info, "language"), ==, "fi");
  g_assert_cmpint (json_object_get_int_member (info, "version"), >=, 1);
  g_assert_cmpint (json_object_get_int_member (info, "size"), >, 0);
  g_assert_cmpint (json_object_get_int_member (kinds, "stage"), ==, 6);
  g_assert_cmpint (json_object_get_int_member (kinds, "touchpoint"), ==, 23);
  g_assert_cmpint (json_object_get_int_member (kinds, "feedback"), ==, 0);
}

static void
test_new_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mine = lasna_test_folder_write (fixture->folder, BOOK, "mine");
  g_autofree char *before = dup_state (fixture);
  g_autofree char *after = NULL;

  expect (fixture, 1, "new " BOOK);
  expect (fixture, 1, "new nowhere/" BOOK);
  expect (fixture, 1, "new . --force");
  expect (fixture, 2, "new " BOOK " --force --template journey.moon");
  expect (fixture, 2, "new " BOOK " --force --language de");
  expect (fixture, 2, "new " BOOK " --force --sample --template journey.travel");
  expect (fixture, 2, "new " BOOK " other.lasna");
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);

  expect (fixture, 0, "new " BOOK " --force");
  expect (fixture, 0, "check " BOOK);
}

/* Verbs that read leave no trace, in good and in bad. */
static void
test_reading (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "info " BOOK,
    "info " BOOK " --json",
    "stats " BOOK,
    "stats " BOOK " --json --journey 'A week in the wilds' --from 2025-01-01 --where language=fi",
    "check " BOOK,
    "check " BOOK " --json",
    "import " BOOK " ../none.csv --dry-run",
    "summary " BOOK " -o /nowhere/page.pdf",
    "summary " BOOK " -o page.txt",
    "undo " BOOK,
    "redo " BOOK,
  };
  g_autofree char *before = dup_state (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (LasnaTestRun) made = run_words (fixture, "en", lines[i]);
      g_autofree char *after = dup_state (fixture);

      g_assert_cmpint (made->status, <=, 2);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = lasna_test_folder_write (fixture->folder, "text.lasna", "words");
  g_autofree char *before = dup_state (fixture);
  g_autofree char *after = NULL;
  static const char *const lines[] = { "info %s",
                                       "stats %s",
                                       "check %s",
                                       "undo %s",
                                       "redo %s",
                                       "summary %s -o page.pdf",
                                       "chart %s feelings -o c.svg",
                                       "import %s a.csv" };
  static const char *const files[] = { "none.lasna", "text.lasna", "." };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    for (guint f = 0; f < G_N_ELEMENTS (files); f++)
      {
        g_auto (GStrv) parts = g_strsplit (lines[i], "%s", 2);
        g_autofree char *words = g_strjoin (files[f], parts[0], parts[1], NULL);

        expect (fixture, 1, words);
      }
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_info (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) info = ask (fixture, "info " BOOK " --json");
  JsonObject *kinds = json_object_get_object_member (info, "kinds");
  g_autoptr (LasnaTestRun) made = run (fixture, 0, "info " BOOK);

  g_assert_cmpint (json_object_get_int_member (kinds, "feedback"), >, 380);
  g_assert_cmpint (json_object_get_int_member (kinds, "stage"), ==, 6);
  g_assert_nonnull (strstr (made->words, "Pyyrinne Lodge"));
  g_assert_nonnull (strstr (made->words, "Touchpoint: 27"));
}

static void
test_stats (Fixture *fixture, gconstpointer data)
{
  static const char *const measures[] = { "nps", "csat", "ces", "climate", "net_emotion" };
  g_autoptr (JsonObject) all = ask (fixture, "stats " BOOK " --json");
  g_autoptr (JsonObject) none =
      ask (fixture, "stats " BOOK " --json --from 2020-01-01 --to 2020-12-31");
  g_autoptr (JsonObject) journey =
      ask (fixture, "stats " BOOK " --json --journey 'a week in the wilds'");
  g_autoptr (JsonObject) low = ask (fixture, "stats " BOOK " --json --where nps=0..6");
  g_autoptr (LasnaTestRun) text = run (fixture, 0, "stats " BOOK);
  gint64 n = json_object_get_int_member (all, "n");

  g_assert_cmpint (n, >, 380);
  g_assert_cmpint (json_object_get_int_member (none, "n"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (journey, "n"), <, n);
  g_assert_cmpint (json_object_get_int_member (low, "n"), <, 50);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      JsonObject *measure = json_object_get_object_member (
          json_object_get_object_member (all, "measures"), measures[i]);
      JsonObject *empty = json_object_get_object_member (
          json_object_get_object_member (none, "measures"), measures[i]);
      double value = json_object_get_double_member (measure, "value");

      g_assert_cmpint (json_object_get_int_member (measure, "n"), >, 5);
      g_assert_cmpfloat (json_object_get_double_member (measure, "low"), <, value);
      g_assert_cmpfloat (json_object_get_double_member (measure, "high"), >, value);
      g_assert_nonnull (json_object_get_object_member (measure, "counts"));
      g_assert_nonnull (json_object_get_string_member (measure, "definition"));
      g_assert_true (json_object_get_null_member (empty, "value"));
      g_assert_cmpint (json_object_get_int_member (empty, "n"), ==, 0);
    }
  g_assert_nonnull (strstr (text->words, "n = "));
}

static void
test_stats_refused (Fixture *fixture, gconstpointer data)
{
  expect (fixture, 1, "stats " BOOK " --journey 'To the moon'");
  expect (fixture, 2, "stats " BOOK " --from yesterday");
  expect (fixture, 2, "stats " BOOK " --where moon=full");
  expect (fixture, 2, "stats " BOOK " --where nonsense");
  expect (fixture, 2, "stats " BOOK " --by moon");
  expect (fixture, 2, "stats " BOOK " --by emotion");
  expect (fixture, 2, "stats " BOOK " --compare nonsense");
  expect (fixture, 2, "stats " BOOK " --from 2025-01-01 --compare 2025-01-01..2025-12-31");
}

static JsonObject *
get_measure (JsonObject *object, const char *name)
{
  return json_object_get_object_member (json_object_get_object_member (object, "measures"), name);
}

/* Period by period, group by group and side by side; sums agree with the whole. */
static void
test_stats_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) line = ask (fixture, "stats " BOOK " --json --by quarter");
  g_autoptr (JsonObject) split = ask (fixture, "stats " BOOK " --json --by segment");
  g_autoptr (JsonObject) sides =
      ask (fixture, "stats " BOOK " --json --from 2026-01-01 --compare 2025-01-01..2025-12-31");
  JsonObject *series = json_object_get_object_member (line, "series");
  JsonArray *points = json_object_get_array_member (get_measure (series, "climate"), "points");
  JsonArray *values =
      json_object_get_array_member (json_object_get_object_member (split, "groups"), "values");
  JsonObject *comparison = json_object_get_object_member (sides, "comparison");
  JsonObject *climate = json_object_get_object_member (
      json_object_get_object_member (comparison, "differences"), "climate");
  gint64 n = 0;

  g_assert_cmpstr (json_object_get_string_member (series, "by"), ==, "quarter");
  for (guint i = 0; i < json_array_get_length (points); i++)
    n += json_object_get_int_member (json_array_get_object_element (points, i), "n");
  g_assert_cmpint (n, ==, json_object_get_int_member (get_measure (line, "climate"), "n"));
  n = 0;
  for (guint i = 0; i < json_array_get_length (values); i++)
    n += json_object_get_int_member (json_array_get_object_element (values, i), "n");
  g_assert_cmpint (n, ==, json_object_get_int_member (split, "n"));
  g_assert_nonnull (json_object_get_string_member (climate, "verdict"));
  g_assert_cmpfloat (json_object_get_double_member (climate, "low"),
                     <,
                     json_object_get_double_member (climate, "high"));
  g_assert_nonnull (json_object_get_object_member (line, "task"));
  g_assert_nonnull (json_object_get_object_member (line, "index"));
  g_assert_nonnull (json_object_get_array_member (line, "questions"));
  g_assert_nonnull (json_object_get_object_member (line, "drivers"));
  g_assert_nonnull (strstr (json_object_get_string_member (line, "note"), "trademarks"));
}

/* Answers as the survey tool of somebody might have them. */
static char *
write_answers (Fixture *fixture)
{
  return lasna_test_folder_write (fixture->folder,
                                  "answers.csv",
                                  "Recommend;Comment;When;Where\n"
                                  "9;Warm welcome;13.2.2026;During the trip\n"
                                  "10;Quiet;14.2.2026;During the trip\n"
                                  "3;Too far;15.2.2026;Moon base\n");
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  static const char answers[] = "import " BOOK " answers.csv --map nps=Recommend --map date=When "
                                "--map comment=Comment --map stage=Where";
  g_autofree char *csv = write_answers (fixture);
  g_autofree char *before = dup_state (fixture);
  g_autofree char *dry = g_strconcat (answers, " --dry-run --json", NULL);
  g_autofree char *wet = g_strconcat (answers, " --json", NULL);
  g_autoptr (JsonObject) plan = ask (fixture, dry);
  g_autofree char *after = dup_state (fixture);
  g_autoptr (JsonObject) done = NULL;
  g_autoptr (JsonObject) stats = NULL;
  g_autoptr (JsonObject) again = NULL;
  g_autoptr (JsonObject) undone = NULL;
  g_autoptr (LasnaTestRun) undo = NULL;
  JsonObject *unassigned;

  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (json_object_get_int_member (plan, "rows"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (plan, "voices"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (plan, "header_rows"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (plan, "delimiter"), ==, ";");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (plan, "columns")), ==, 4);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (plan, "undecided")), ==, 0);
  g_assert_nonnull (json_object_get_array_member (plan, "skipped"));
  g_assert_nonnull (json_object_get_string_member (plan, "dialect"));
  g_assert_nonnull (json_object_get_string_member (plan, "encoding"));

  done = ask (fixture, wet);
  unassigned = json_array_get_object_element (json_object_get_array_member (done, "unassigned"), 0);
  g_assert_cmpint (json_object_get_int_member (done, "voices"), ==, 3);
  g_assert_nonnull (json_object_get_string_member (done, "batch"));
  g_assert_cmpstr (json_object_get_string_member (unassigned, "text"), ==, "Moon base");
  g_assert_cmpint (json_object_get_int_member (unassigned, "voices"), ==, 1);
  stats = ask (fixture, "stats " BOOK " --json --where 'stage=Moon base'");
  g_assert_cmpint (json_object_get_int_member (stats, "n"), ==, 1);

  /* The same rows are not counted twice. */
  again = ask (fixture, wet);
  g_assert_cmpint (json_object_get_int_member (again, "voices"), ==, 0);

  undo = run (fixture, 0, "undo " BOOK);
  g_assert_nonnull (strstr (undo->words, "answers.csv"));
  undone = ask (fixture, "stats " BOOK " --json --where 'stage=Moon base'");
  g_assert_cmpint (json_object_get_int_member (undone, "n"), ==, 0);
  expect (fixture, 0, "redo " BOOK);
  expect (fixture, 0, "check " BOOK);
}

static void
test_import_created (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = write_answers (fixture);
  g_autoptr (JsonObject) info = NULL;

  expect (fixture,
          0,
          "import " BOOK " answers.csv --map nps=Recommend --map date=When --map stage=Where "
          "--create --journey 'A week in the wilds'");
  info = ask (fixture, "info " BOOK " --json");
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (info, "kinds"), "stage"), ==, 7);
}

/* What a killed import left goes with the next one. */
static void
test_import_sweeps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *source =
      lasna_test_folder_write (fixture->folder, "a.csv", "date,nps\n2026-02-01,9\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaWorkbook) workbook = lasna_workbook_open (fixture->book, 0, NULL, &error);
  g_autoptr (JsonObject) info = NULL;

  g_assert_no_error (error);
  lasna_store_execute (lasna_workbook_get_store (workbook),
                       "INSERT INTO batch (id, name, state, undone, updated_at) VALUES "
                       "(5, 'broken off', 'batch.importing', 1, '1000')",
                       &error);
  g_assert_no_error (error);
  lasna_workbook_close (workbook, &error);
  g_assert_no_error (error);

  expect (fixture, 0, "import " BOOK " a.csv");
  info = ask (fixture, "info " BOOK " --json");
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (info, "kinds"), "batch"), ==, 2);
}

static void
test_import_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *open = lasna_test_folder_write (
      fixture->folder, "open.csv", "date,nps\n01/02/2026,9\n03/04/2026,8\n");
  g_autofree char *grid =
      lasna_test_folder_write (fixture->folder, "grid.csv", "lane,Explore,Buy\nfeeling,3,4\n");
  g_autofree char *journey =
      lasna_test_folder_write (fixture->folder, "journey.json", "{\"format\": \"lasna\"}");
  g_autofree char *pipe = lasna_test_folder_dup_path (fixture->folder, "pipe.csv");
  g_autofree char *before = dup_state (fixture);
  g_autofree char *after = NULL;
  g_autoptr (JsonObject) plan = ask (fixture, "import " BOOK " open.csv --dry-run --json");
  JsonArray *undecided = json_object_get_array_member (plan, "undecided");
  JsonObject *first = json_array_get_object_element (undecided, 0);

  g_assert_cmpstr (json_object_get_string_member (first, "key"), ==, "date-order");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (json_object_has_member (first, "column"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (first, "choices")), ==, 2);
  expect (fixture, 1, "import " BOOK " open.csv");
  expect (fixture, 1, "import " BOOK " none.csv");
  expect (fixture, 1, "import " BOOK " .");
  expect (fixture, 1, "import " BOOK " pipe.csv");
  expect (fixture, 1, "import " BOOK " open.csv --journey 'To the moon' --set date-order=dmy");
  expect (fixture, 2, "import " BOOK " open.csv --map moon=date");
  expect (fixture, 2, "import " BOOK " open.csv --set moon=full");
  expect (fixture, 1, "import " BOOK " open.csv --as journey");
  expect (fixture, 1, "import " BOOK " grid.csv");
  expect (fixture, 1, "import " BOOK " journey.json");
  expect (fixture, 2, "import " BOOK);
  g_assert_cmpint (g_unlink (pipe), ==, 0);
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);
  expect (fixture, 0, "import " BOOK " open.csv --set date-order=dmy");
}

/* A journey and a workbook tell what they would be, too, and leave the file as it is. */
static void
test_import_tried (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *file;
    const char *text;
    const char *options;
    int status;
    guint n_stages;
    guint n_touchpoints;
  } sources[] = {
    { "stay.mmd",
      "journey\n  title Stay\n  section Arrive\n    Ring the bell: 4: Guest\n",
      "",
      0,
      1,
      1 },
    { "grid.csv", "lane,Explore,Buy\ngoal,See,Have\n", "", 0, 2, 0 },
    { "grid.tsv", "lane\tHall\ngoal\tCome in\n", " --journey 'A week in the wilds'", 0, 7, 0 },
    { "bad.mmd", "journey\n  section Arrive\n    Ring: 4\n  moon\n", "", 1, 0, 0 },
    { "bad.tsv", "lane\tHall\nmoon\tCome in\n", "", 1, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *path =
          lasna_test_folder_write (fixture->folder, sources[i].file, sources[i].text);
      g_autofree char *words = g_strdup_printf (
          "import " BOOK " %s --dry-run --json%s", sources[i].file, sources[i].options);
      g_autofree char *before = dup_state (fixture);
      g_autofree char *after = NULL;
      g_autoptr (JsonObject) made = NULL;

      g_assert_nonnull (path);
      if (sources[i].status == 0)
        made = ask (fixture, words);
      else
        expect (fixture, sources[i].status, words);
      if (made != NULL)
        g_assert_cmpint (json_object_get_int_member (made, "stages"), ==, sources[i].n_stages);
      if (sources[i].n_touchpoints > 0)
        g_assert_cmpint (
            json_object_get_int_member (made, "touchpoints"), ==, sources[i].n_touchpoints);
      after = dup_state (fixture);
      g_assert_cmpstr (after, ==, before);
    }
}

/* What cannot be opened is said in the words of the person who asks. */
static void
test_import_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "import " BOOK " none.csv",
    "import " BOOK " none.json --as workbook",
    "import " BOOK " none.mmd --as journey",
    "import " BOOK " . --as workbook",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (LasnaTestRun) english = run_words (fixture, "en", lines[i]);
      g_autoptr (LasnaTestRun) finnish = run_words (fixture, "fi", lines[i]);

      g_assert_cmpint (english->status, ==, 1);
      g_assert_nonnull (strstr (english->error, "Nothing was imported"));
      g_assert_cmpstr (finnish->error, !=, english->error);
    }
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *file;
    const char *beginning;
  } pages[] = {
    { "summary " BOOK " -o page.pdf", "page.pdf", "%PDF" },
    { "summary " BOOK " -o page.svg --language fi --no-names", "page.svg", "<?xml" },
    { "summary " BOOK " -o page.png --language sv --orientation landscape", "page.png", "\x89PNG" },
  };
  g_autofree char *digest = lasna_test_dup_digest (fixture->book);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, pages[i].file);
      g_autofree char *content = NULL;
      gsize length;

      expect (fixture, 0, pages[i].words);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpuint (length, >, 5000);
      g_assert_cmpint (strncmp (content, pages[i].beginning, strlen (pages[i].beginning)), ==, 0);
    }
  after = lasna_test_dup_digest (fixture->book);
  g_assert_cmpstr (after, ==, digest);
}

static void
test_summary_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dup_state (fixture);
  g_autofree char *after = NULL;

  expect (fixture, 2, "summary " BOOK);
  expect (fixture, 2, "summary " BOOK " -o page.txt");
  expect (fixture, 2, "summary " BOOK " -o page.pdf --orientation portrait");
  expect (fixture, 2, "summary " BOOK " -o page.pdf --orientation upside-down");
  expect (fixture, 2, "summary " BOOK " -o page.pdf --language de");
  expect (fixture, 1, "summary " BOOK " -o page.pdf --journey 'To the moon'");
  expect (fixture, 1, "summary " BOOK " -o nowhere/page.pdf");
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);

  expect (fixture, 0, "new empty.lasna");
  expect (fixture, 1, "summary empty.lasna -o page.pdf");
}

/* Two journeys of one name: the id tells them apart, and by default the one in use is meant. */
static void
test_journeys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *words = NULL;
  g_autofree char *page = NULL;
  g_autofree char *by_default = NULL;
  g_autofree char *by_id = NULL;

  {
    g_autoptr (LasnaWorkbook) workbook =
        lasna_workbook_create (fixture->book, LASNA_LANGUAGE_EN, NULL, NULL);

    for (guint i = 0; i < 2; i++)
      {
        LasnaRecord *journey =
            lasna_template_add_journey (workbook, NULL, "journey.course", LASNA_LANGUAGE_EN, NULL);

        g_object_set (journey, "version", i == 0 ? "first" : "second", NULL);
        g_object_set (journey, "state", i == 0 ? "journey.archived" : "journey.in-use", NULL);
        g_free (id);
        id = g_strdup_printf ("%" G_GINT64_FORMAT, lasna_record_get_id (journey));
      }
  }
  expect (fixture, 1, "summary " BOOK " -o page.svg --journey 'Online course by a coach'");
  expect (fixture, 1, "stats " BOOK " --journey 'Valmentajan verkkokurssi'");
  words = g_strconcat ("stats " BOOK " --journey ", id, NULL);
  expect (fixture, 0, words);

  page = lasna_test_folder_dup_path (fixture->folder, "page.svg");
  expect (fixture, 0, "summary " BOOK " -o page.svg");
  by_default = lasna_test_dup_digest (page);
  g_free (words);
  words = g_strconcat ("summary " BOOK " -o page.svg --journey ", id, NULL);
  expect (fixture, 0, words);
  by_id = lasna_test_dup_digest (page);
  g_assert_cmpstr (by_default, ==, by_id);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) sound = ask (fixture, "check " BOOK " --json");
  g_autofree char *content = NULL;
  gsize length;

  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (sound, "findings")), ==, 0);

  /* A term that no list knows, of the same length, so that the file stays whole. */
  g_assert_true (g_file_get_contents (fixture->book, &content, &length, NULL));
  char *at = memmem (content, length, "target.desired", strlen ("target.desired"));
  g_assert_nonnull (at);
  memcpy (at, "target.unknown", strlen ("target.unknown"));
  g_assert_true (g_file_set_contents (fixture->book, content, (gssize) length, NULL));

  g_autoptr (LasnaTestRun) made = run (fixture, 1, "check " BOOK " --json");
  g_autoptr (JsonNode) root = lasna_test_parse_json (made->words);
  JsonArray *findings = json_object_get_array_member (json_node_get_object (root), "findings");
  JsonObject *first = json_array_get_object_element (findings, 0);

  g_assert_cmpuint (json_array_get_length (findings), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (first, "table"), ==, "emotion_target");
  g_assert_nonnull (json_object_get_string_member (first, "id"));
  g_assert_nonnull (strstr (json_object_get_string_member (first, "sentence"), "target.unknown"));
}

/* A file that cannot be opened at all was found, too. */
static void
test_check_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->book, &content, &length, NULL));
  memset (content + 8192, 7, 4096);
  g_assert_true (g_file_set_contents (fixture->book, content, (gssize) length, NULL));

  g_autoptr (LasnaTestRun) made = run (fixture, 1, "check " BOOK " --json");
  g_autoptr (JsonNode) root = lasna_test_parse_json (made->words);
  JsonArray *findings = json_object_get_array_member (json_node_get_object (root), "findings");

  g_assert_cmpuint (json_array_get_length (findings), >, 0);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaTestRun) undo = NULL;
  g_autoptr (LasnaTestRun) redo = NULL;
  g_autoptr (JsonObject) info = NULL;
  JsonObject *kinds;

  expect (fixture, 0, "new " BOOK " --template journey.care --language sv");
  expect (fixture, 1, "redo " BOOK);
  undo = run (fixture, 0, "undo " BOOK);
  g_assert_nonnull (strstr (undo->words, "Vårdkedjan"));
  expect (fixture, 1, "undo " BOOK);
  info = ask (fixture, "info " BOOK " --json");
  kinds = json_object_get_object_member (info, "kinds");
  g_assert_cmpint (json_object_get_int_member (kinds, "journey"), ==, 0);
  redo = run (fixture, 0, "redo " BOOK);
  g_assert_nonnull (strstr (redo->words, "Vårdkedjan"));
  expect (fixture, 0, "check " BOOK);
}

/* One machine with one locale, three languages. */
static void
test_languages (Fixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { "en", "fi", "sv" };
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (LasnaTestRun) made = run_words (fixture, languages[i], "info none.lasna");
      g_autoptr (LasnaTestRun) help = run_words (fixture, languages[i], "--help");

      g_assert_cmpint (made->status, ==, 1);
      g_hash_table_add (said, g_strdup (made->error));
      g_assert_true (g_utf8_validate (help->words, -1, NULL));
    }
  g_assert_cmpuint (g_hash_table_size (said), ==, 3);
}

/* Without a display a window is a failure like others: one line. */
static void
test_no_display (Fixture *fixture, gconstpointer data)
{
  expect (fixture, 1, "");
  expect (fixture, 1, BOOK);
}

/* A verb that is mistyped is no file to open. */
static void
test_mistyped (Fixture *fixture, gconstpointer data)
{
  expect (fixture, 2, "sumary " BOOK);
  expect (fixture, 2, BOOK " " BOOK);
}

/* An answer that cannot be written was not given. */
/* Tables of all kinds, whole and in part; what comes back adds nothing. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const char *const tables[] = {
    "a.csv", "a.csv --excel", "a.csv --no-names", "a.xlsx", "a.xlsx --language sv --no-names"
  };
  g_autofree char *before = lasna_test_dup_digest (fixture->book);
  g_autoptr (JsonObject) all = ask (fixture, "export " BOOK " --what feedback --json -o a.csv");
  g_autoptr (JsonObject) some =
      ask (fixture, "export " BOOK " --where nps=0..6 --from 2025-01-01 --json -o b.csv");
  g_autofree char *after = lasna_test_dup_digest (fixture->book);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (json_object_get_int_member (all, "voices"), >, 300);
  g_assert_cmpint (json_object_get_int_member (some, "voices"), >, 0);
  g_assert_cmpint (
      json_object_get_int_member (some, "voices"), <, json_object_get_int_member (all, "voices"));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *words = g_strconcat ("export " BOOK " -o ", tables[i], NULL);
      g_autofree char *back = g_strdup_printf ("import " BOOK " %s --json",
                                               strstr (tables[i], ".xlsx") ? "a.xlsx" : "a.csv");
      g_autoptr (JsonObject) answer = NULL;

      expect (fixture, 0, words);
      answer = ask (fixture, back);
      g_assert_cmpint (json_object_get_int_member (answer, "voices"), ==, 0);
    }
}

static void
test_export_refused (Fixture *fixture, gconstpointer data)
{
  expect (fixture, 2, "export " BOOK);
  expect (fixture, 2, "export " BOOK " -o a.txt");
  expect (fixture, 2, "export " BOOK " --excel -o a.xlsx");
  expect (fixture, 2, "export " BOOK " --what moon -o a.csv");
  expect (fixture, 2, "export " BOOK " --where moon=1 -o a.csv");
  expect (fixture, 1, "export " BOOK " --journey Moon -o a.csv");
  expect (fixture, 1, "export " BOOK " -o no/such/a.csv");
  expect (fixture, 1, "export none.lasna -o a.csv");
}

static gboolean
has_log (Fixture *fixture)
{
  g_autofree char *log = g_strconcat (fixture->book, "-wal", NULL);

  return g_file_test (log, G_FILE_TEST_EXISTS);
}

/* Finding changes nothing; removing asks for a word more, and leaves nothing. */
static void
test_person (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = lasna_test_dup_digest (fixture->book);
  g_autoptr (JsonObject) found = ask (fixture, "person " BOOK " Aino --json");
  g_autofree char *after = lasna_test_dup_digest (fixture->book);
  g_autoptr (JsonObject) left = NULL;

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (json_object_get_int_member (found, "mentions"), >, 10);
  expect (fixture, 0, "person " BOOK " Nobody");
  expect (fixture, 2, "person " BOOK " Ai");
  expect (fixture, 2, "person " BOOK " Aino --erase");
  expect (fixture, 2, "person " BOOK " Aino --erase --anonymise --yes");
  expect (fixture, 2, "person " BOOK " Aino --yes");
  left = ask (fixture, "person " BOOK " Aino --anonymise --backups --yes --json");
  g_assert_cmpint (json_object_get_int_member (left, "mentions"), ==, 0);
  g_assert_false (has_log (fixture));
  expect (fixture, 0, "check " BOOK);
}

static void
test_retain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) dry =
      ask (fixture, "retain " BOOK " --names 1 --words 1 --dry-run --json");
  g_autoptr (JsonObject) none = ask (fixture, "retain " BOOK " --json");
  g_autoptr (JsonObject) told = ask (fixture, "retain " BOOK " --names 12 --words 1 --json");
  g_autoptr (JsonObject) done = ask (fixture, "retain " BOOK " --yes --json");
  g_autoptr (JsonObject) left = ask (fixture, "retain " BOOK " --json");

  g_assert_cmpint (json_object_get_int_member (dry, "words"), >, 0);
  g_assert_true (json_object_get_null_member (none, "names-before"));
  g_assert_cmpstr (json_object_get_string_member (told, "names-before"), ==, "2025-11-21");
  g_assert_false (json_object_get_boolean_member (told, "removed"));
  g_assert_true (json_object_get_boolean_member (done, "removed"));
  g_assert_cmpint (json_object_get_int_member (done, "words"), >, 0);
  g_assert_cmpint (json_object_get_int_member (left, "words"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (left, "names"), ==, 0);
  expect (fixture, 2, "retain " BOOK " --names -5");
  expect (fixture, 0, "check " BOOK);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autofree char *line =
      g_strdup_printf ("sh -c '%s info " BOOK " > /dev/full'", lasna_test_get_program ());
  g_auto (GStrv) argv = NULL;
  g_autoptr (LasnaTestRun) made = NULL;

  g_assert_true (g_shell_parse_argv (line, NULL, &argv, NULL));
  made = lasna_test_runv (lasna_test_folder_get_path (fixture->folder), (const char *const *) argv);
  g_assert_cmpint (made->status, ==, 1);
}

/* Every chart the list names can be drawn as every kind of file, and nothing in the workbook moves.
 */
static void
test_chart (Fixture *fixture, gconstpointer data)
{
  static const char *const beginnings[][2] = {
    { "svg", "<?xml" }, { "png", "\x89PNG" }, { "pdf", "%PDF" }, { "csv", "" }
  };
  g_autoptr (LasnaTestRun) list = run (fixture, 0, "chart " BOOK " --list");
  g_auto (GStrv) lines = g_strsplit (list->words, "\n", -1);
  g_autofree char *digest = lasna_test_dup_digest (fixture->book);
  g_autofree char *after = NULL;

  g_assert_cmpuint (g_strv_length (lines), >=, 9);
  for (guint i = 0; lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 2);
      guint kind = i % G_N_ELEMENTS (beginnings);
      g_autofree char *line = g_strdup_printf (
          "chart " BOOK " %s --language fi --no-names -o c.%s", words[0], beginnings[kind][0]);
      g_autofree char *name = g_strconcat ("c.", beginnings[kind][0], NULL);
      g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, name);
      g_autofree char *content = NULL;

      expect (fixture, 0, line);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, beginnings[kind][1]));
    }
  after = lasna_test_dup_digest (fixture->book);
  g_assert_cmpstr (after, ==, digest);
}

/* The table has the figures of the picture, limited as asked; what was not chosen is still there.
 */
static void
test_chart_table (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, "c.csv");
  g_autofree char *all = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *none = NULL;

  expect (fixture, 0, "chart " BOOK " C20 -o c.csv");
  g_assert_true (g_file_get_contents (path, &all, NULL, NULL));
  g_assert_true (g_str_has_prefix (all, "Segment,Voices,Mean feeling,From,To,n\r\nSki groups,"));
  expect (fixture, 0, "chart " BOOK " segments --where 'segment=Families' -o c.csv");
  g_assert_true (g_file_get_contents (path, &chosen, NULL, NULL));
  g_assert_cmpstr (chosen, ==, all);
  expect (fixture, 0, "chart " BOOK " segments --to 1990-01-01 -o c.csv");
  g_assert_true (g_file_get_contents (path, &none, NULL, NULL));
  g_assert_cmpstr (none, ==, "Segment,Voices,Mean feeling,From,To,n\r\n");
}

static void
test_chart_refused (Fixture *fixture, gconstpointer data)
{
  expect (fixture, 2, "chart " BOOK);
  expect (fixture, 2, "chart " BOOK " C99 -o c.svg");
  expect (fixture, 2, "chart " BOOK " feelings");
  expect (fixture, 2, "chart " BOOK " feelings -o c.txt");
  expect (fixture, 2, "chart " BOOK " feelings -o c.svg --where mood=good");
  expect (fixture, 2, "chart " BOOK " trend -o c.svg --measure mood");
  expect (fixture, 2, "chart " BOOK " feelings segments more -o c.svg");
  expect (fixture, 1, "chart " BOOK " feelings -o c.svg --journey 'To the moon'");
  expect (fixture, 1, "chart " BOOK " feelings -o nowhere/c.svg");
  expect (fixture, 0, "new empty.lasna");
  expect (fixture, 0, "chart empty.lasna segments -o c.svg");
  expect (fixture, 0, "chart empty.lasna --list");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*set_up) (Fixture *fixture, gconstpointer data);
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/cli/help", set_up, test_help },
    { "/cli/new", set_up, test_new },
    { "/cli/new/refused", set_up, test_new_refused },
    { "/cli/reading", set_up_sample, test_reading },
    { "/cli/missing", set_up, test_missing },
    { "/cli/info", set_up_sample, test_info },
    { "/cli/stats", set_up_sample, test_stats },
    { "/cli/stats/parts", set_up_sample, test_stats_parts },
    { "/cli/stats/refused", set_up_sample, test_stats_refused },
    { "/cli/import", set_up_sample, test_import },
    { "/cli/import/created", set_up_sample, test_import_created },
    { "/cli/import/sweeps", set_up_sample, test_import_sweeps },
    { "/cli/import/refused", set_up_sample, test_import_refused },
    { "/cli/import/tried", set_up_sample, test_import_tried },
    { "/cli/import/nothing", set_up_sample, test_import_nothing },
    { "/cli/chart", set_up_sample, test_chart },
    { "/cli/chart/table", set_up_sample, test_chart_table },
    { "/cli/chart/refused", set_up_sample, test_chart_refused },
    { "/cli/summary", set_up_sample, test_summary },
    { "/cli/summary/refused", set_up_sample, test_summary_refused },
    { "/cli/export", set_up_sample, test_export },
    { "/cli/export/refused", set_up_sample, test_export_refused },
    { "/cli/person", set_up_sample, test_person },
    { "/cli/retain", set_up_sample, test_retain },
    { "/cli/journeys", set_up, test_journeys },
    { "/cli/check", set_up_sample, test_check },
    { "/cli/check/damaged", set_up_sample, test_check_damaged },
    { "/cli/undo", set_up, test_undo },
    { "/cli/languages", set_up, test_languages },
    { "/cli/no-display", set_up, test_no_display },
    { "/cli/mistyped", set_up, test_mistyped },
    { "/cli/full", set_up_sample, test_full },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, tests[i].set_up, tests[i].test, tear_down);
  return g_test_run ();
}
