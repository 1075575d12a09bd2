/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program as scripts see it.
 */
#include "config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Runs lasna in the folder, in a language. */
LasnaTestRun *
cli_run_words (CliFixture *fixture, const char *language, const char *words)
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
LasnaTestRun *
cli_run (CliFixture *fixture, int status, const char *words)
{
  LasnaTestRun *made = cli_run_words (fixture, "en", words);

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

void
cli_expect (CliFixture *fixture, int status, const char *words)
{
  g_autoptr (LasnaTestRun) made = cli_run (fixture, status, words);

  g_assert_nonnull (made);
}

JsonObject *
cli_ask (CliFixture *fixture, const char *words)
{
  g_autoptr (LasnaTestRun) made = cli_run (fixture, 0, words);
  g_autoptr (JsonNode) root = lasna_test_parse_json (made->words);

  return json_node_dup_object (root);
}

static int
compare_lines_cb (gconstpointer one, gconstpointer other)
{
  return strcmp (*(char *const *) one, *(char *const *) other);
}

/* What is in the folder: names, contents and times. */
char *
cli_dup_state (CliFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (lasna_test_folder_get_path (fixture->folder), 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, name);
      g_autofree char *digest = NULL;
      GStatBuf status;

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      if (S_ISREG (status.st_mode))
        digest = lasna_test_dup_digest (path);
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

void
cli_set_up (CliFixture *fixture, gconstpointer data)
{
  fixture->folder = lasna_test_folder_new ();
  fixture->book = lasna_test_folder_dup_path (fixture->folder, BOOK);
}

void
cli_set_up_sample (CliFixture *fixture, gconstpointer data)
{
  cli_set_up (fixture, data);
  cli_expect (fixture, 0, "new " BOOK " --sample --language en");
}

void
cli_tear_down (CliFixture *fixture, gconstpointer data)
{
  g_free (fixture->book);
  lasna_test_folder_free (fixture->folder);
}
