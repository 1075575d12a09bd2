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
    { "/cli/failing/options", test_options },
    { "/cli/failing/sources", test_sources },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, CliFixture, NULL, cli_set_up_sample, tests[i].test, cli_tear_down);
  return g_test_run ();
}
