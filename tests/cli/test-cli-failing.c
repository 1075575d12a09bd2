/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What verbs may not read, write or do: they say so in one line and leave everything as it was.
 */
#include "config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Runs that must fail and leave the folder as it is. */
static void
expect_untouched (CliFixture *fixture, int status, const char *const *words, guint n)
{
  g_autofree char *before = cli_dup_state (fixture);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *after = NULL;

      cli_expect (fixture, status, words[i]);
      after = cli_dup_state (fixture);
      g_assert_cmpstr (after, ==, before);
    }
}

/* An option that would change nothing was meant otherwise. */
static void
test_options (CliFixture *fixture, gconstpointer data)
{
  static const char *const words[] = {
    "export " BOOK " --where nps=9 -o a.mmd",
    "export " BOOK " --from 2026-01-01 -o a.json",
    "export " BOOK " --excel -o a.json",
    "export " BOOK " --json -o a.html",
    "export " BOOK " --journey Moon -o a.json",
    "export " BOOK " --language fi -o a.json",
    "import " BOOK " a.json --map nps=Recommend",
    "import " BOOK " a.json --journey Moon",
    "import " BOOK " a.mmd --create",
    "import " BOOK " a.mmd --set date-order=dmy",
  };
  g_autofree char *book =
      lasna_test_folder_write (fixture->folder, "a.json", "{\"format\": \"lasna\"}");
  g_autofree char *journey = lasna_test_folder_write (
      fixture->folder, "a.mmd", "journey\n  section One\n    Two: 3: Me\n");

  expect_untouched (fixture, 2, words, G_N_ELEMENTS (words));
}

/* What cannot be meant is said before anything is read or written. */
static void
test_misuse (CliFixture *fixture, gconstpointer data)
{
  static const char *const words[] = {
    "stats " BOOK " --from 2026-02-01 --to 2026-01-01",
    "chart " BOOK " C1 --from 2026-02-01 --to 2026-01-01 -o c.png",
    "stats " BOOK " --where stage=",
    "stats " BOOK " --where score=9..0",
    "stats " BOOK " --compare 2026-02-01..2026-01-01",
    "export " BOOK " --what workbook -o a.csv",
    "retain " BOOK " --names -1",
    "retain " BOOK " --words 1201",
  };

  expect_untouched (fixture, 2, words, G_N_ELEMENTS (words));
}

/* Where nothing can be written nothing is begun, least of all an import. */
static void
test_outputs (CliFixture *fixture, gconstpointer data)
{
  static const char *const folders[] = {
    "chart " BOOK " C1 -o a.png",
    "chart " BOOK " C1 -o a.csv",
    "summary " BOOK " -o a.pdf",
    "export " BOOK " -o a.csv",
    "export " BOOK " -o a.xlsx",
    "export " BOOK " -o a.json",
    "export " BOOK " -o a.mmd",
    "import " BOOK " v.csv --skipped a.csv",
    "export b.json -o b.json",
    "export b.csv -o ./b.csv",
    "summary b.pdf -o b.pdf",
    "chart b.png C1 -o b.png",
    "import b.csv v.csv --skipped b.csv",
  };
  static const char *const nowhere[] = {
    "chart " BOOK " C1 -o no/a.png",     "chart " BOOK " C1 -o no/a.csv",
    "summary " BOOK " -o no/a.pdf",      "export " BOOK " -o no/a.csv",
    "export " BOOK " -o no/a.xlsx",      "export " BOOK " -o no/a.json",
    "export " BOOK " -o no/a.mmd",       "import " BOOK " v.csv --skipped no/a.csv",
    "export " BOOK " -o " BOOK "/a.csv", "new no/a.lasna",
  };
  static const char *const taken[] = { "a.png", "a.csv", "a.pdf", "a.xlsx", "a.json", "a.mmd" };
  static const char *const others[] = { "b.json", "b.csv", "b.pdf", "b.png" };
  g_autofree char *voices =
      lasna_test_folder_write (fixture->folder, "v.csv", "date,nps\n2026-01-01,9\nmoon,8\n");
  g_autofree char *book = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->book, &book, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, taken[i]);

      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, others[i]);

      g_assert_true (g_file_set_contents (path, book, (gssize) length, NULL));
    }
  expect_untouched (fixture, 2, folders, G_N_ELEMENTS (folders));
  expect_untouched (fixture, 1, nowhere, G_N_ELEMENTS (nowhere));
}

/* A disk that has room for a few blocks only. */
static void
test_no_room (CliFixture *fixture, gconstpointer data)
{
  static const char *const words[] = {
    "export " BOOK " -o a.csv",
    "export " BOOK " -o a.xlsx",
    "export " BOOK " -o a.json",
    "export " BOOK " -o a.mmd",
    "export " BOOK " -o a.html",
    "export " BOOK " --no-names -o a.json",
    "export " BOOK " --no-names -o a.mmd",
    "chart " BOOK " C1 -o a.png",
    "chart " BOOK " C1 -o a.svg",
    "summary " BOOK " -o a.pdf",
    "new other.lasna --sample",
  };
  g_autofree char *before = cli_dup_state (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *line = g_strdup_printf (
          "trap '' XFSZ; ulimit -f 4; exec %s %s", lasna_test_get_program (), words[i]);
      const char *const argv[] = { "sh", "-c", line, NULL };
      g_autoptr (LasnaTestRun) made =
          lasna_test_runv (lasna_test_folder_get_path (fixture->folder), argv);
      g_autofree char *after = cli_dup_state (fixture);

      g_assert_cmpint (made->status, ==, 1);
      g_assert_true (g_str_has_prefix (made->error, "lasna: "));
      g_assert_true (strchr (made->error, '\n') == made->error + strlen (made->error) - 1);
      g_assert_cmpstr (after, ==, before);
    }
}

/* A folder, a pipe and nothing at all are no files to read. */
static void
test_sources (CliFixture *fixture, gconstpointer data)
{
  static const char *const words[] = {
    "import " BOOK " none.csv",
    "import " BOOK " none.mmd --as journey",
    "import " BOOK " none.json --as workbook",
    "import " BOOK " pipe.csv",
    "import " BOOK " pipe.mmd --as journey",
    "import " BOOK " pipe.json --as workbook",
    "import " BOOK " folder.csv",
    "import " BOOK " folder.mmd --as journey",
    "import " BOOK " folder.json --as workbook",
  };
  static const char *const names[] = { "pipe.csv", "pipe.mmd", "pipe.json" };
  static const char *const folders[] = { "folder.csv", "folder.mmd", "folder.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *pipe = lasna_test_folder_dup_path (fixture->folder, names[i]);
      g_autofree char *folder = lasna_test_folder_dup_path (fixture->folder, folders[i]);

      g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (LasnaTestRun) made = cli_run (fixture, 1, words[i]);

      /* A sentence of ours, in which GLib's has no part. */
      g_assert_nonnull (strstr (made->error, "could not be read as a file"));
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (CliFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/cli/failing/options", test_options }, { "/cli/failing/misuse", test_misuse },
    { "/cli/failing/outputs", test_outputs }, { "/cli/failing/no-room", test_no_room },
    { "/cli/failing/sources", test_sources },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, CliFixture, NULL, cli_set_up_sample, tests[i].test, cli_tear_down);
  return g_test_run ();
}
