/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same rows through the tools that people would use instead: wc, sqlite3's shell, and
 * crossfilter2, DuckDB and polars under node. What is not there is left out with a word.
 * others FOLDER
 */
#include "config.h"

#include "lasna-bench.h"

#include <glib/gstdio.h>
#include <stdio.h>
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

static void
run_wc (const char *csv)
{
  const char *const argv[] = { "wc", "-l", csv, NULL };
  double times[LASNA_BENCH_FEW];

  for (guint i = 0; i < LASNA_BENCH_FEW; i++)
    {
      double start = lasna_bench_now ();

      lasna_bench_must (lasna_bench_run (argv, NULL, NULL, NULL), NULL);
      times[i] = lasna_bench_now () - start;
    }
  lasna_bench_report ("wc", times, LASNA_BENCH_FEW);
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
      g_printerr ("sqlite3 is not installed: left out\n");
      return;
    }
  g_string_replace (script, "%s", csv, 0);
  if (!lasna_bench_run (argv, script->str, NULL, NULL))
    g_printerr ("sqlite3 failed: left out\n");
  else
    {
      lasna_bench_report_value ("sqlite3-import", lasna_bench_now () - start);
      lasna_bench_run (like, NULL, NULL, NULL);
      start = lasna_bench_now ();
      lasna_bench_run (like, NULL, NULL, NULL);
      lasna_bench_report_value ("sqlite3-like", lasna_bench_now () - start);
    }
  g_unlink (path);
}

/* Each tool that npm can bring runs by itself, so that one that is out of reach leaves the others.
 */
static void
run_node (const char *tool, const char *packages, const char *csv)
{
  g_autofree char *command = g_strdup_printf (
      "npm install --no-save --no-audit --no-fund --prefix '%s' %s", BENCH_NODE_FOLDER, packages);
  const char *const install[] = { "sh", "-c", command, NULL };
  g_autofree char *script = g_build_filename (BENCH_NODE_FOLDER, "others.mjs", NULL);
  const char *const argv[] = { "node", "--max-old-space-size=6000", script, tool, csv, NULL };
  g_autofree char *text = NULL;
  g_autofree char *output = NULL;

  g_mkdir_with_parents (BENCH_NODE_FOLDER, 0755);
  if (!g_file_get_contents (BENCH_NODE_SCRIPT, &text, NULL, NULL) ||
      !g_file_set_contents (script, text, -1, NULL) ||
      !lasna_bench_run (install, NULL, BENCH_NODE_FOLDER, NULL))
    g_printerr ("npm is out of reach: %s is left out\n", tool);
  else if (!lasna_bench_run (argv, NULL, BENCH_NODE_FOLDER, &output))
    g_printerr ("node failed: %s is left out\n", tool);
  else
    {
      printf ("%s", output);
      fflush (stdout);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *csv = NULL;
  g_autofree char *node = g_find_program_in_path ("node");

  lasna_bench_must (argc == 2, NULL);
  csv = g_build_filename (argv[1], "million.csv", NULL);
  run_wc (csv);
  run_shell (csv);
  if (node == NULL)
    g_printerr ("node is not installed: crossfilter2, DuckDB and polars are left out\n");
  else
    {
      run_node ("crossfilter2", "crossfilter2@1.5.4", csv);
      run_node ("duckdb", "@duckdb/node-api@1.5.6-r.1", csv);
      run_node ("polars", "nodejs-polars@0.26.1 nodejs-polars-linux-x64-gnu@0.26.1", csv);
    }
  return 0;
}
