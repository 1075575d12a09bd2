/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every verb: what it does, how it fails, what it says to wrong use; the program as scripts see it.
 */
#include "config.h"

#include "cli-fixture.h"
#include "lasna-template.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

static void
test_help (CliFixture *fixture, gconstpointer data)
{
  static const char *const verbs[] = { "new",     "info",   "import", "export", "stats", "chart",
                                       "summary", "person", "retain", "check",  "undo",  "redo" };
  g_autoptr (LasnaTestRun) version = cli_run (fixture, 0, "--version");
  g_autoptr (LasnaTestRun) help = cli_run (fixture, 0, "--help");

  g_assert_cmpstr (version->words, ==, "lasna " LASNA_VERSION "\n");
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *words = g_strconcat (verbs[i], " --help", NULL);
      g_autoptr (LasnaTestRun) own = cli_run (fixture, 0, words);
      g_autofree char *bare = g_strconcat (verbs[i], NULL);
      g_autofree char *odd = g_strconcat (verbs[i], " " BOOK " --moon", NULL);

      g_assert_nonnull (strstr (help->words, verbs[i]));
      g_assert_nonnull (strstr (own->words, "FILE"));
      cli_expect (fixture, 2, bare);
      cli_expect (fixture, 2, odd);
    }
}

static void
test_new (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) info = NULL;
  JsonObject *kinds;

  cli_expect (fixture, 0, "new " BOOK " --template journey.travel --language fi");
  info = cli_ask (fixture, "info " BOOK " --json");
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
test_new_refused (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *mine = lasna_test_folder_write (fixture->folder, BOOK, "mine");
  g_autofree char *before = cli_dup_state (fixture);
  g_autofree char *after = NULL;

  cli_expect (fixture, 1, "new " BOOK);
  cli_expect (fixture, 1, "new nowhere/" BOOK);
  cli_expect (fixture, 1, "new . --force");
  cli_expect (fixture, 2, "new " BOOK " --force --template journey.moon");
  cli_expect (fixture, 2, "new " BOOK " --force --language de");
  cli_expect (fixture, 2, "new " BOOK " --force --sample --template journey.travel");
  cli_expect (fixture, 2, "new " BOOK " other.lasna");
  after = cli_dup_state (fixture);
  g_assert_cmpstr (after, ==, before);

  cli_expect (fixture, 0, "new " BOOK " --force");
  cli_expect (fixture, 0, "check " BOOK);
}

/* Verbs that read leave no trace, in good and in bad. */
static void
test_reading (CliFixture *fixture, gconstpointer data)
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
  g_autofree char *before = cli_dup_state (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (LasnaTestRun) made = cli_run_words (fixture, "en", lines[i]);
      g_autofree char *after = cli_dup_state (fixture);

      g_assert_cmpint (made->status, <=, 2);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_missing (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *text = lasna_test_folder_write (fixture->folder, "text.lasna", "words");
  g_autofree char *before = cli_dup_state (fixture);
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

        cli_expect (fixture, 1, words);
      }
  after = cli_dup_state (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_info (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) info = cli_ask (fixture, "info " BOOK " --json");
  JsonObject *kinds = json_object_get_object_member (info, "kinds");
  g_autoptr (LasnaTestRun) made = cli_run (fixture, 0, "info " BOOK);

  g_assert_cmpint (json_object_get_int_member (kinds, "feedback"), >, 380);
  g_assert_cmpint (json_object_get_int_member (kinds, "stage"), ==, 6);
  g_assert_nonnull (strstr (made->words, "Pyyrinne Lodge"));
  g_assert_nonnull (strstr (made->words, "Touchpoint: 27"));
}

static void
test_stats (CliFixture *fixture, gconstpointer data)
{
  static const char *const measures[] = { "nps", "csat", "ces", "climate", "net_emotion" };
  g_autoptr (JsonObject) all = cli_ask (fixture, "stats " BOOK " --json");
  g_autoptr (JsonObject) none =
      cli_ask (fixture, "stats " BOOK " --json --from 2020-01-01 --to 2020-12-31");
  g_autoptr (JsonObject) journey =
      cli_ask (fixture, "stats " BOOK " --json --journey 'a week in the wilds'");
  g_autoptr (JsonObject) low = cli_ask (fixture, "stats " BOOK " --json --where nps=0..6");
  g_autoptr (LasnaTestRun) text = cli_run (fixture, 0, "stats " BOOK);
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
test_stats_refused (CliFixture *fixture, gconstpointer data)
{
  cli_expect (fixture, 1, "stats " BOOK " --journey 'To the moon'");
  cli_expect (fixture, 2, "stats " BOOK " --from yesterday");
  cli_expect (fixture, 2, "stats " BOOK " --where moon=full");
  cli_expect (fixture, 2, "stats " BOOK " --where nonsense");
  cli_expect (fixture, 2, "stats " BOOK " --by moon");
  cli_expect (fixture, 2, "stats " BOOK " --by emotion");
  cli_expect (fixture, 2, "stats " BOOK " --compare nonsense");
  cli_expect (fixture, 2, "stats " BOOK " --from 2025-01-01 --compare 2025-01-01..2025-12-31");
}

static JsonObject *
get_measure (JsonObject *object, const char *name)
{
  return json_object_get_object_member (json_object_get_object_member (object, "measures"), name);
}

/* Period by period, group by group and side by side; sums agree with the whole. */
static void
test_stats_parts (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) line = cli_ask (fixture, "stats " BOOK " --json --by quarter");
  g_autoptr (JsonObject) split = cli_ask (fixture, "stats " BOOK " --json --by segment");
  g_autoptr (JsonObject) sides =
      cli_ask (fixture, "stats " BOOK " --json --from 2026-01-01 --compare 2025-01-01..2025-12-31");
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
write_answers (CliFixture *fixture)
{
  return lasna_test_folder_write (fixture->folder,
                                  "answers.csv",
                                  "Recommend;Comment;When;Where\n"
                                  "9;Warm welcome;13.2.2026;During the trip\n"
                                  "10;Quiet;14.2.2026;During the trip\n"
                                  "3;Too far;15.2.2026;Moon base\n");
}

static void
test_import (CliFixture *fixture, gconstpointer data)
{
  static const char answers[] = "import " BOOK " answers.csv --map nps=Recommend --map date=When "
                                "--map comment=Comment --map stage=Where";
  g_autofree char *csv = write_answers (fixture);
  g_autofree char *before = cli_dup_state (fixture);
  g_autofree char *dry = g_strconcat (answers, " --dry-run --json", NULL);
  g_autofree char *wet = g_strconcat (answers, " --json", NULL);
  g_autoptr (JsonObject) plan = cli_ask (fixture, dry);
  g_autofree char *after = cli_dup_state (fixture);
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

  done = cli_ask (fixture, wet);
  unassigned = json_array_get_object_element (json_object_get_array_member (done, "unassigned"), 0);
  g_assert_cmpint (json_object_get_int_member (done, "voices"), ==, 3);
  g_assert_nonnull (json_object_get_string_member (done, "batch"));
  g_assert_cmpstr (json_object_get_string_member (unassigned, "text"), ==, "Moon base");
  g_assert_cmpint (json_object_get_int_member (unassigned, "voices"), ==, 1);
  stats = cli_ask (fixture, "stats " BOOK " --json --where 'stage=Moon base'");
  g_assert_cmpint (json_object_get_int_member (stats, "n"), ==, 1);

  /* The same rows are not counted twice. */
  again = cli_ask (fixture, wet);
  g_assert_cmpint (json_object_get_int_member (again, "voices"), ==, 0);

  undo = cli_run (fixture, 0, "undo " BOOK);
  g_assert_nonnull (strstr (undo->words, "answers.csv"));
  undone = cli_ask (fixture, "stats " BOOK " --json --where 'stage=Moon base'");
  g_assert_cmpint (json_object_get_int_member (undone, "n"), ==, 0);
  cli_expect (fixture, 0, "redo " BOOK);
  cli_expect (fixture, 0, "check " BOOK);
}

static void
test_import_created (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *csv = write_answers (fixture);
  g_autoptr (JsonObject) info = NULL;

  cli_expect (fixture,
              0,
              "import " BOOK " answers.csv --map nps=Recommend --map date=When --map stage=Where "
              "--create --journey 'A week in the wilds'");
  info = cli_ask (fixture, "info " BOOK " --json");
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (info, "kinds"), "stage"), ==, 7);
}

/* What a killed import left goes with the next one. */
static void
test_import_sweeps (CliFixture *fixture, gconstpointer data)
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

  cli_expect (fixture, 0, "import " BOOK " a.csv");
  info = cli_ask (fixture, "info " BOOK " --json");
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (info, "kinds"), "batch"), ==, 2);
}

static void
test_import_refused (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *open = lasna_test_folder_write (
      fixture->folder, "open.csv", "date,nps\n01/02/2026,9\n03/04/2026,8\n");
  g_autofree char *dayless =
      lasna_test_folder_write (fixture->folder, "dayless.csv", "nps,comment\n9,Good\n");
  g_autofree char *grid =
      lasna_test_folder_write (fixture->folder, "grid.csv", "lane,Explore,Buy\nfeeling,3,4\n");
  g_autofree char *journey =
      lasna_test_folder_write (fixture->folder, "journey.json", "{\"format\": \"lasna\"}");
  g_autofree char *pipe = lasna_test_folder_dup_path (fixture->folder, "pipe.csv");
  g_autofree char *before = cli_dup_state (fixture);
  g_autofree char *after = NULL;
  g_autoptr (LasnaTestRun) dry = NULL;
  g_autoptr (JsonObject) plan = cli_ask (fixture, "import " BOOK " open.csv --dry-run --json");
  JsonArray *undecided = json_object_get_array_member (plan, "undecided");
  JsonObject *first = json_array_get_object_element (undecided, 0);

  g_assert_cmpstr (json_object_get_string_member (first, "key"), ==, "date-order");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (json_object_has_member (first, "column"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (first, "choices")), ==, 2);
  cli_expect (fixture, 1, "import " BOOK " open.csv");
  cli_expect (fixture, 1, "import " BOOK " none.csv");
  cli_expect (fixture, 1, "import " BOOK " .");
  cli_expect (fixture, 1, "import " BOOK " pipe.csv");
  cli_expect (fixture, 1, "import " BOOK " open.csv --journey 'To the moon' --set date-order=dmy");
  cli_expect (fixture, 2, "import " BOOK " open.csv --map moon=date");
  cli_expect (fixture, 2, "import " BOOK " open.csv --set moon=full");
  cli_expect (fixture, 1, "import " BOOK " open.csv --as journey");
  cli_expect (fixture, 1, "import " BOOK " grid.csv");
  cli_expect (fixture, 1, "import " BOOK " journey.json");
  cli_expect (fixture, 2, "import " BOOK);
  g_assert_cmpint (g_unlink (pipe), ==, 0);
  after = cli_dup_state (fixture);
  g_assert_cmpstr (after, ==, before);
  cli_expect (fixture, 0, "import " BOOK " open.csv --set date-order=dmy");
  dry = cli_run (fixture, 0, "import " BOOK " dayless.csv --dry-run");
  g_assert_nonnull (strstr (dry->words, "The file tells no dates"));
  cli_expect (fixture, 2, "import " BOOK " dayless.csv --dry-run --skipped=./dayless.csv");
  cli_expect (fixture, 2, "import " BOOK " dayless.csv --set date=2026-13-01");
  cli_expect (fixture, 0, "import " BOOK " dayless.csv --set date=2026-05-05");
}

/* Where the day stands still, too, what comes after an import and its undo has ids of its own. */
static void
test_import_again (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = lasna_test_folder_write (
      fixture->folder, "again.csv", "date,nps,channel\n2026-01-01,9,Moon post\n");

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (JsonObject) answer = cli_ask (fixture, "import " BOOK " again.csv --json");

      g_assert_cmpint (json_object_get_int_member (answer, "voices"), ==, 1);
      cli_expect (fixture, 0, "undo " BOOK);
    }
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *other =
          g_strdup_printf ("date,nps,channel\n2026-01-01,%u,Moon post %u\n", i, i);
      g_autofree char *file = lasna_test_folder_write (fixture->folder, "other.csv", other);

      cli_expect (fixture, 0, "import " BOOK " other.csv");
    }
  cli_expect (fixture, 0, "check " BOOK);
}

/* A journey and a workbook tell what they would be, too, and leave the file as it is. */
static void
test_import_tried (CliFixture *fixture, gconstpointer data)
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
      g_autofree char *before = cli_dup_state (fixture);
      g_autofree char *after = NULL;
      g_autoptr (JsonObject) made = NULL;

      g_assert_nonnull (path);
      if (sources[i].status == 0)
        made = cli_ask (fixture, words);
      else
        cli_expect (fixture, sources[i].status, words);
      if (made != NULL)
        g_assert_cmpint (json_object_get_int_member (made, "stages"), ==, sources[i].n_stages);
      if (sources[i].n_touchpoints > 0)
        g_assert_cmpint (
            json_object_get_int_member (made, "touchpoints"), ==, sources[i].n_touchpoints);
      after = cli_dup_state (fixture);
      g_assert_cmpstr (after, ==, before);
    }
}

/* What cannot be opened is said in the words of the person who asks. */
static void
test_import_nothing (CliFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "import " BOOK " none.csv",
    "import " BOOK " none.json --as workbook",
    "import " BOOK " none.mmd --as journey",
    "import " BOOK " . --as workbook",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (LasnaTestRun) english = cli_run_words (fixture, "en", lines[i]);
      g_autoptr (LasnaTestRun) finnish = cli_run_words (fixture, "fi", lines[i]);

      g_assert_cmpint (english->status, ==, 1);
      g_assert_nonnull (strstr (english->error, "Nothing was imported"));
      g_assert_cmpstr (finnish->error, !=, english->error);
    }
}

static void
test_summary (CliFixture *fixture, gconstpointer data)
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

      cli_expect (fixture, 0, pages[i].words);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpuint (length, >, 5000);
      g_assert_cmpint (strncmp (content, pages[i].beginning, strlen (pages[i].beginning)), ==, 0);
    }
  after = lasna_test_dup_digest (fixture->book);
  g_assert_cmpstr (after, ==, digest);
}

static void
test_summary_refused (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *before = cli_dup_state (fixture);
  g_autofree char *after = NULL;

  cli_expect (fixture, 2, "summary " BOOK);
  cli_expect (fixture, 2, "summary " BOOK " -o page.txt");
  cli_expect (fixture, 2, "summary " BOOK " -o page.pdf --orientation portrait");
  cli_expect (fixture, 2, "summary " BOOK " -o page.pdf --orientation upside-down");
  cli_expect (fixture, 2, "summary " BOOK " -o page.pdf --language de");
  cli_expect (fixture, 1, "summary " BOOK " -o page.pdf --journey 'To the moon'");
  cli_expect (fixture, 1, "summary " BOOK " -o nowhere/page.pdf");
  after = cli_dup_state (fixture);
  g_assert_cmpstr (after, ==, before);

  cli_expect (fixture, 0, "new empty.lasna");
  cli_expect (fixture, 1, "summary empty.lasna -o page.pdf");
}

/* Two journeys of one name: the id tells them apart, and by default the one in use is meant. */
static void
test_journeys (CliFixture *fixture, gconstpointer data)
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
  cli_expect (fixture, 1, "summary " BOOK " -o page.svg --journey 'Online course by a coach'");
  cli_expect (fixture, 1, "stats " BOOK " --journey 'Valmentajan verkkokurssi'");
  words = g_strconcat ("stats " BOOK " --journey ", id, NULL);
  cli_expect (fixture, 0, words);

  page = lasna_test_folder_dup_path (fixture->folder, "page.svg");
  cli_expect (fixture, 0, "summary " BOOK " -o page.svg");
  by_default = lasna_test_dup_digest (page);
  g_free (words);
  words = g_strconcat ("summary " BOOK " -o page.svg --journey ", id, NULL);
  cli_expect (fixture, 0, words);
  by_id = lasna_test_dup_digest (page);
  g_assert_cmpstr (by_default, ==, by_id);
}

static void
test_check (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) sound = cli_ask (fixture, "check " BOOK " --json");
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

  g_autoptr (LasnaTestRun) made = cli_run (fixture, 1, "check " BOOK " --json");
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
test_check_damaged (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->book, &content, &length, NULL));
  memset (content + 8192, 7, 4096);
  g_assert_true (g_file_set_contents (fixture->book, content, (gssize) length, NULL));

  g_autoptr (LasnaTestRun) made = cli_run (fixture, 1, "check " BOOK " --json");
  g_autoptr (JsonNode) root = lasna_test_parse_json (made->words);
  JsonArray *findings = json_object_get_array_member (json_node_get_object (root), "findings");

  g_assert_cmpuint (json_array_get_length (findings), >, 0);
}

static void
test_undo (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaTestRun) undo = NULL;
  g_autoptr (LasnaTestRun) redo = NULL;
  g_autoptr (JsonObject) info = NULL;
  JsonObject *kinds;

  cli_expect (fixture, 0, "new " BOOK " --template journey.care --language sv");
  cli_expect (fixture, 1, "redo " BOOK);
  undo = cli_run (fixture, 0, "undo " BOOK);
  g_assert_nonnull (strstr (undo->words, "Vårdkedjan"));
  cli_expect (fixture, 1, "undo " BOOK);
  info = cli_ask (fixture, "info " BOOK " --json");
  kinds = json_object_get_object_member (info, "kinds");
  g_assert_cmpint (json_object_get_int_member (kinds, "journey"), ==, 0);
  redo = cli_run (fixture, 0, "redo " BOOK);
  g_assert_nonnull (strstr (redo->words, "Vårdkedjan"));
  cli_expect (fixture, 0, "check " BOOK);
}

/* One machine with one locale, three languages. */
static void
test_languages (CliFixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { "en", "fi", "sv" };
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (LasnaTestRun) made = cli_run_words (fixture, languages[i], "info none.lasna");
      g_autoptr (LasnaTestRun) help = cli_run_words (fixture, languages[i], "--help");

      g_assert_cmpint (made->status, ==, 1);
      g_hash_table_add (said, g_strdup (made->error));
      g_assert_true (g_utf8_validate (help->words, -1, NULL));
    }
  g_assert_cmpuint (g_hash_table_size (said), ==, 3);
}

/* Without a display a window is a failure like others: one line. */
static void
test_no_display (CliFixture *fixture, gconstpointer data)
{
  cli_expect (fixture, 1, "");
  cli_expect (fixture, 1, BOOK);
}

/* A verb that is mistyped is no file to open. */
static void
test_mistyped (CliFixture *fixture, gconstpointer data)
{
  cli_expect (fixture, 2, "sumary " BOOK);
  cli_expect (fixture, 2, BOOK " " BOOK);
}

/* Tables of all kinds, whole and in part; what comes back adds nothing. */
static void
test_export (CliFixture *fixture, gconstpointer data)
{
  static const char *const tables[] = {
    "a.csv", "a.csv --excel", "a.csv --no-names", "a.xlsx", "a.xlsx --language sv --no-names"
  };
  g_autofree char *before = lasna_test_dup_digest (fixture->book);
  g_autoptr (JsonObject) all = cli_ask (fixture, "export " BOOK " --what feedback --json -o a.csv");
  g_autoptr (JsonObject) some =
      cli_ask (fixture, "export " BOOK " --where nps=0..6 --from 2025-01-01 --json -o b.csv");
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

      cli_expect (fixture, 0, words);
      answer = cli_ask (fixture, back);
      g_assert_cmpint (json_object_get_int_member (answer, "voices"), ==, 0);
    }
}

static void
test_export_refused (CliFixture *fixture, gconstpointer data)
{
  cli_expect (fixture, 2, "export " BOOK);
  cli_expect (fixture, 2, "export " BOOK " -o a.txt");
  cli_expect (fixture, 2, "export " BOOK " --excel -o a.xlsx");
  cli_expect (fixture, 2, "export " BOOK " --what moon -o a.csv");
  cli_expect (fixture, 2, "export " BOOK " --where moon=1 -o a.csv");
  cli_expect (fixture, 1, "export " BOOK " --journey Moon -o a.csv");
  cli_expect (fixture, 1, "export " BOOK " -o no/such/a.csv");
  cli_expect (fixture, 1, "export none.lasna -o a.csv");
}

static gboolean
has_log (CliFixture *fixture)
{
  g_autofree char *log = g_strconcat (fixture->book, "-wal", NULL);

  return g_file_test (log, G_FILE_TEST_EXISTS);
}

/* Finding changes nothing; removing asks for a word more, and leaves nothing. */
static void
test_person (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *before = lasna_test_dup_digest (fixture->book);
  g_autoptr (JsonObject) found = cli_ask (fixture, "person " BOOK " Aino --json");
  g_autofree char *after = lasna_test_dup_digest (fixture->book);
  g_autoptr (JsonObject) left = NULL;

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (json_object_get_int_member (found, "mentions"), >, 10);
  cli_expect (fixture, 0, "person " BOOK " Nobody");
  cli_expect (fixture, 2, "person " BOOK " Ai");
  cli_expect (fixture, 2, "person " BOOK " Aino --erase");
  cli_expect (fixture, 2, "person " BOOK " Aino --erase --anonymise --yes");
  cli_expect (fixture, 2, "person " BOOK " Aino --yes");
  left = cli_ask (fixture, "person " BOOK " Aino --anonymise --backups --yes --json");
  g_assert_cmpint (json_object_get_int_member (left, "mentions"), ==, 0);
  g_assert_false (has_log (fixture));
  cli_expect (fixture, 0, "check " BOOK);
}

static void
test_retain (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) dry =
      cli_ask (fixture, "retain " BOOK " --names 1 --words 1 --dry-run --json");
  g_autoptr (JsonObject) none = cli_ask (fixture, "retain " BOOK " --json");
  g_autoptr (JsonObject) told = cli_ask (fixture, "retain " BOOK " --names 12 --words 1 --json");
  g_autoptr (JsonObject) done = cli_ask (fixture, "retain " BOOK " --yes --json");
  g_autoptr (JsonObject) left = cli_ask (fixture, "retain " BOOK " --json");

  g_assert_cmpint (json_object_get_int_member (dry, "words"), >, 0);
  g_assert_true (json_object_get_null_member (none, "names-before"));
  g_assert_cmpstr (json_object_get_string_member (told, "names-before"), ==, "2025-11-21");
  g_assert_false (json_object_get_boolean_member (told, "removed"));
  g_assert_true (json_object_get_boolean_member (done, "removed"));
  g_assert_cmpint (json_object_get_int_member (done, "words"), >, 0);
  g_assert_cmpint (json_object_get_int_member (left, "words"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (left, "names"), ==, 0);
  cli_expect (fixture, 2, "retain " BOOK " --names -5");
  cli_expect (fixture, 0, "check " BOOK);
}

/* An answer that cannot be written was not given. */
static void
test_full (CliFixture *fixture, gconstpointer data)
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
test_chart (CliFixture *fixture, gconstpointer data)
{
  static const char *const beginnings[][2] = {
    { "svg", "<?xml" }, { "png", "\x89PNG" }, { "pdf", "%PDF" }, { "csv", "" }
  };
  g_autoptr (LasnaTestRun) list = cli_run (fixture, 0, "chart " BOOK " --list");
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

      cli_expect (fixture, 0, line);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, beginnings[kind][1]));
    }
  after = lasna_test_dup_digest (fixture->book);
  g_assert_cmpstr (after, ==, digest);
}

/* The table has the figures of the picture, limited as asked; what was not chosen is still there.
 */
static void
test_chart_table (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, "c.csv");
  g_autofree char *all = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *none = NULL;

  cli_expect (fixture, 0, "chart " BOOK " C20 -o c.csv");
  g_assert_true (g_file_get_contents (path, &all, NULL, NULL));
  g_assert_true (
      g_str_has_prefix (all, "Segment,Voices,Mean feeling,From,To,With a feeling\r\nSki groups,"));
  cli_expect (fixture, 0, "chart " BOOK " segments --where 'segment=Families' -o c.csv");
  g_assert_true (g_file_get_contents (path, &chosen, NULL, NULL));
  g_assert_cmpstr (chosen, ==, all);
  cli_expect (fixture, 0, "chart " BOOK " segments --to 1990-01-01 -o c.csv");
  g_assert_true (g_file_get_contents (path, &none, NULL, NULL));
  g_assert_cmpstr (none, ==, "Segment,Voices,Mean feeling,From,To,With a feeling\r\n");
}

static void
test_chart_refused (CliFixture *fixture, gconstpointer data)
{
  cli_expect (fixture, 2, "chart " BOOK);
  cli_expect (fixture, 2, "chart " BOOK " C99 -o c.svg");
  cli_expect (fixture, 2, "chart " BOOK " feelings");
  cli_expect (fixture, 2, "chart " BOOK " feelings -o c.txt");
  cli_expect (fixture, 2, "chart " BOOK " feelings -o c.svg --where mood=good");
  cli_expect (fixture, 2, "chart " BOOK " trend -o c.svg --measure mood");
  cli_expect (fixture, 2, "chart " BOOK " feelings segments more -o c.svg");
  cli_expect (fixture, 1, "chart " BOOK " feelings -o c.svg --journey 'To the moon'");
  cli_expect (fixture, 1, "chart " BOOK " feelings -o nowhere/c.svg");
  cli_expect (fixture, 0, "new empty.lasna");
  cli_expect (fixture, 0, "chart empty.lasna segments -o c.svg");
  cli_expect (fixture, 0, "chart empty.lasna --list");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*set_up) (CliFixture *fixture, gconstpointer data);
    void (*test) (CliFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/cli/help", cli_set_up, test_help },
    { "/cli/new", cli_set_up, test_new },
    { "/cli/new/refused", cli_set_up, test_new_refused },
    { "/cli/reading", cli_set_up_sample, test_reading },
    { "/cli/missing", cli_set_up, test_missing },
    { "/cli/info", cli_set_up_sample, test_info },
    { "/cli/stats", cli_set_up_sample, test_stats },
    { "/cli/stats/parts", cli_set_up_sample, test_stats_parts },
    { "/cli/stats/refused", cli_set_up_sample, test_stats_refused },
    { "/cli/import", cli_set_up_sample, test_import },
    { "/cli/import/created", cli_set_up_sample, test_import_created },
    { "/cli/import/sweeps", cli_set_up_sample, test_import_sweeps },
    { "/cli/import/refused", cli_set_up_sample, test_import_refused },
    { "/cli/import/again", cli_set_up_sample, test_import_again },
    { "/cli/import/tried", cli_set_up_sample, test_import_tried },
    { "/cli/import/nothing", cli_set_up_sample, test_import_nothing },
    { "/cli/chart", cli_set_up_sample, test_chart },
    { "/cli/chart/table", cli_set_up_sample, test_chart_table },
    { "/cli/chart/refused", cli_set_up_sample, test_chart_refused },
    { "/cli/summary", cli_set_up_sample, test_summary },
    { "/cli/summary/refused", cli_set_up_sample, test_summary_refused },
    { "/cli/export", cli_set_up_sample, test_export },
    { "/cli/export/refused", cli_set_up_sample, test_export_refused },
    { "/cli/person", cli_set_up_sample, test_person },
    { "/cli/retain", cli_set_up_sample, test_retain },
    { "/cli/journeys", cli_set_up, test_journeys },
    { "/cli/check", cli_set_up_sample, test_check },
    { "/cli/check/damaged", cli_set_up_sample, test_check_damaged },
    { "/cli/undo", cli_set_up, test_undo },
    { "/cli/languages", cli_set_up, test_languages },
    { "/cli/no-display", cli_set_up, test_no_display },
    { "/cli/mistyped", cli_set_up, test_mistyped },
    { "/cli/full", cli_set_up_sample, test_full },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, CliFixture, NULL, tests[i].set_up, tests[i].test, cli_tear_down);
  return g_test_run ();
}
