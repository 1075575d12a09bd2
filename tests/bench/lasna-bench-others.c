/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * sqlite3's shell, and crossfilter2 and DuckDB under node. What is not there is left out with a
 * word.
 */
#include "config.h"

#include "lasna-bench-others.h"

#include "lasna-bench.h"

#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* To types and checks, categories to numbers, an index of the words: what a workbook has too. */
static const char shell_script[] =
    "PRAGMA journal_mode = WAL;\n"
    "PRAGMA synchronous = NORMAL;\n"
    ".import --csv \"%s\" raw\n"
    "CREATE TABLE name (id INTEGER PRIMARY KEY, kind TEXT, text TEXT);\n"
    "INSERT INTO name (kind, text) SELECT DISTINCT 's', stage FROM raw UNION SELECT DISTINCT 't', "
    "touchpoint FROM raw UNION SELECT DISTINCT 'c', channel FROM raw UNION SELECT DISTINCT 'g', "
    "segment FROM raw;\n"
    "CREATE INDEX by_text ON name (text);\n"
    "CREATE TABLE voice (id INTEGER PRIMARY KEY, source TEXT, received TEXT NOT NULL, stage INT, "
    "touchpoint INT, channel INT, segment INT, language TEXT, nps INT CHECK (nps BETWEEN 0 AND 10), "
    "task INT, feelings TEXT, comment TEXT);\n"
    "INSERT INTO voice (source, received, stage, touchpoint, channel, segment, language, nps, task, "
    "feelings, comment) SELECT id, date, (SELECT name.id FROM name WHERE text = stage), "
    "(SELECT name.id FROM name WHERE text = touchpoint), (SELECT name.id FROM name WHERE text = "
    "channel), (SELECT name.id FROM name WHERE text = segment), language, nps, nullif (task, ''), "
    "feelings, nullif (comment, '') FROM raw;\n"
    "DROP TABLE raw;\n"
    "CREATE VIRTUAL TABLE words USING fts5 (comment, content = 'voice', content_rowid = 'id');\n"
    "INSERT INTO words (words) VALUES ('rebuild');\n";

static gboolean
run (const char *const *argv, const char *input, const char *folder, char **output)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                 G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;

  if (folder != NULL)
    g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, argv, NULL);
  return process != NULL &&
         g_subprocess_communicate_utf8 (process, input, NULL, output, NULL, NULL) &&
         g_subprocess_get_successful (process);
}

/**
 * lasna_bench_others_make_voices:
 * @program: make-voices
 */
void
lasna_bench_others_make_voices (const char *program, guint rows, const char *csv)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *n = g_strdup_printf ("%u", rows);
  g_autoptr (GSubprocess) process = NULL;

  g_subprocess_launcher_set_stdout_file_path (launcher, csv);
  process = g_subprocess_launcher_spawn (launcher, NULL, program, n, NULL);
  if (process == NULL || !g_subprocess_wait_check (process, NULL, NULL))
    exit (1);
}

static void
run_shell (const char *csv)
{
  g_autofree char *program = g_find_program_in_path ("sqlite3");
  g_autofree char *path = g_strconcat (csv, ".db", NULL);
  g_autoptr (GString) script = g_string_new (shell_script);
  const char *const argv[] = { program, path, NULL };
  const char *const like[] = {
    program, path, "SELECT count(*) FROM voice WHERE comment LIKE '%refund%';", NULL
  };
  double start = lasna_bench_now ();

  if (program == NULL)
    {
      printf ("sqlite3 is not installed: left out\n");
      return;
    }
  g_string_replace (script, "%s", csv, 0);
  if (!run (argv, script->str, NULL, NULL))
    printf ("sqlite3 failed: left out\n");
  else
    {
      lasna_bench_note ("sqlite3-import", lasna_bench_now () - start);
      run (like, NULL, NULL, NULL);
      start = lasna_bench_now ();
      run (like, NULL, NULL, NULL);
      lasna_bench_note ("sqlite3-like", lasna_bench_now () - start);
    }
  remove (path);
}

/* Lines of "name value". */
static void
take_lines (const char *output)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *space = strchr (lines[i], ' ');

      if (space == NULL)
        continue;
      *space = '\0';
      lasna_bench_note (g_intern_string (lines[i]), g_ascii_strtod (space + 1, NULL));
    }
}

static void
run_node (const char *script, const char *relative, const char *csv)
{
  g_autofree char *folder = g_canonicalize_filename (relative, NULL);
  const char *const install[] = { "npm",
                                  "install",
                                  "--no-save",
                                  "--no-audit",
                                  "--no-fund",
                                  "--prefix",
                                  folder,
                                  "crossfilter2@1.5.4",
                                  "@duckdb/node-api@1.5.6-r.1",
                                  NULL };
  g_autofree char *copy = g_build_filename (folder, "others.mjs", NULL);
  const char *const argv[] = { "node", "--max-old-space-size=6000", copy, csv, NULL };
  g_autofree char *text = NULL;
  g_autofree char *output = NULL;

  g_mkdir_with_parents (folder, 0755);
  if (!g_file_get_contents (script, &text, NULL, NULL) ||
      !g_file_set_contents (copy, text, -1, NULL) || !run (install, NULL, folder, NULL))
    printf ("npm is out of reach: crossfilter2 and DuckDB are left out\n");
  else if (!run (argv, NULL, folder, &output))
    printf ("node failed: crossfilter2 and DuckDB are left out\n");
  else
    take_lines (output);
}

/**
 * lasna_bench_others_run:
 * @script: what node runs
 * @folder: where npm may install
 */
void
lasna_bench_others_run (const char *script, const char *folder, const char *csv)
{
  run_shell (csv);
  run_node (script, folder, csv);
}
