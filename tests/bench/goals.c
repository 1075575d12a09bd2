/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes voices, lets the parts of the bench measure, and prints every goal in one table: what was
 * measured, what it may be, and what it was measured against in the same run. With the names of
 * parts only those measure. LASNA_BENCH_ROWS asks for another number of voices.
 */
#include "config.h"

#include "lasna-bench.h"

#include "lasna-test.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  double middle;
  double high; /* 95 of 100 are not above it */
  double most;
} Figure;

/* Each is told the folder of the bench, where they find and leave files. */
static const struct
{
  const char *program;
  const char *arguments[3];
} parts[] = {
  { "import", { NULL } },
  { "others", { NULL } },
  { "start-up", { NULL } },
  { "window", { "thousand", NULL } },
  { "window", { "million", NULL } },
  { "engine", { NULL } },
};

typedef enum
{
  MIDDLE,
  HIGH,
  MOST,
} Which;

typedef enum
{
  ALONE,   /* the bar is for the figure itself */
  AT_MOST, /* so many times the other figure */
  LESS,    /* at least so many times less than the other figure */
  MORE,    /* at most so much more than the other figure */
} Beside;

static const struct
{
  const char *goal;
  const char *what;
  const char *figure;
  const char *unit;
  Which which;
  Beside beside;
  double bar;
  const char *other;
  const char *other_name;
} goals[] = {
  { "1", "brush by 1 day, p95", "brush-1", "ms", HIGH, ALONE, 0.5, NULL, NULL },
  { "1", "brush by 7 days, p95", "brush-7", "ms", HIGH, ALONE, 0.5, NULL, NULL },
  { "1", "brush by 30 days, p95", "brush-30", "ms", HIGH, ALONE, 0.5, NULL, NULL },
  { "1", "brush jumps, p95", "jump", "ms", HIGH, ALONE, 5, NULL, NULL },
  { "1",
    "brush by 7 days",
    "brush-7",
    "ms",
    MIDDLE,
    LESS,
    10,
    "crossfilter2-brush-7",
    "crossfilter2" },
  { "1", "brush by 7 days", "brush-7", "ms", MIDDLE, LESS, 50, "duckdb-brush-7", "DuckDB" },
  { "2", "a bar more, all charts", "toggle", "ms", MIDDLE, ALONE, 5, NULL, NULL },
  { "2", "all filters away", "clear", "ms", MIDDLE, ALONE, 5, NULL, NULL },
  { "2", "a first bar of all", "first-bar", "ms", MIDDLE, ALONE, 5, NULL, NULL },
  { "2", "another view with most voices", "other-view", "ms", MIDDLE, ALONE, 5, NULL, NULL },
  { "2", "a bar more", "toggle", "ms", MIDDLE, LESS, 15, "crossfilter2-toggle", "crossfilter2" },
  { "2",
    "all filters away",
    "clear",
    "ms",
    MIDDLE,
    LESS,
    50,
    "crossfilter2-clear",
    "crossfilter2" },
  { "2", "a bar more", "toggle", "ms", MIDDLE, LESS, 6, "duckdb-toggle", "DuckDB" },
  { "3",
    "a stage chosen to painted frame, p95",
    "million-frame-stage",
    "ms",
    HIGH,
    ALONE,
    16.7,
    NULL,
    NULL },
  { "3",
    "a period chosen to painted frame, p95",
    "million-frame-period",
    "ms",
    HIGH,
    ALONE,
    16.7,
    NULL,
    NULL },
  { "3",
    "a stage chosen to painted frame",
    "million-frame-stage",
    "ms",
    MIDDLE,
    AT_MOST,
    1.5,
    "million-frame-paint",
    "only painting" },
  { "4",
    "file read, cells checked, nothing written",
    "parse",
    "ms",
    MIDDLE,
    ALONE,
    600,
    NULL,
    NULL },
  { "4", "file read, cells checked", "parse", "ms", MIDDLE, AT_MOST, 20, "wc", "wc -l" },
  { "4", "file read, cells checked", "parse", "ms", MIDDLE, AT_MOST, 3, "polars-read", "polars" },
  { "5",
    "all but words durable",
    "import-plain",
    "ms",
    MIDDLE,
    AT_MOST,
    1.6,
    "floor-plain",
    "raw insert of these" },
  { "5", "an edit meanwhile, p95", "edit-meanwhile", "ms", HIGH, ALONE, 30, NULL, NULL },
  { "5", "longest the window is late meanwhile", "late", "ms", MOST, ALONE, 33, NULL, NULL },
  { "6",
    "import with index of words",
    "import",
    "ms",
    MIDDLE,
    AT_MOST,
    2.5,
    "floor",
    "raw insert" },
  { "6",
    "import with index of words",
    "import",
    "ms",
    MIDDLE,
    LESS,
    1,
    "sqlite3-import",
    "sqlite3 .import, FTS5" },
  { "7", "open with column cache, charts counted", "open", "ms", MIDDLE, ALONE, 30, NULL, NULL },
  { "7", "the same, file not in memory", "open-cold", "ms", MIDDLE, ALONE, 150, NULL, NULL },
  { "7", "open without column cache", "rebuild", "ms", MIDDLE, ALONE, 500, NULL, NULL },
  { "7", "open with column cache", "open", "ms", MIDDLE, LESS, 4, "duckdb-open", "DuckDB" },
  { "8",
    "first frame of all voices",
    "start-million",
    "ms",
    MIDDLE,
    AT_MOST,
    2,
    "start-smallest",
    "smallest window" },
  { "8",
    "first frame of all voices",
    "start-million",
    "ms",
    MIDDLE,
    AT_MOST,
    1.2,
    "start-bare",
    "the same widgets, bare" },
  { "8",
    "first frame of all voices",
    "start-million",
    "ms",
    MIDDLE,
    AT_MOST,
    1.1,
    "start-thousand",
    "1,000 voices" },
  { "9", "search inside words, all charts, p95", "search", "ms", HIGH, ALONE, 25, NULL, NULL },
  { "9", "search inside words", "search", "ms", MIDDLE, LESS, 8, "sqlite3-like", "SQLite LIKE" },
  { "9", "search inside words", "search", "ms", MIDDLE, LESS, 2, "duckdb-like", "DuckDB" },
  { "9", "first 50 by whole words, p95", "words-50", "ms", HIGH, ALONE, 2, NULL, NULL },
  { "9", "best 50, or the newest, p95", "ranked-50", "ms", HIGH, ALONE, 50, NULL, NULL },
  { "10", "a voice in memory without words", "bytes", "bytes", MIDDLE, ALONE, 40, NULL, NULL },
  { "10", "a voice in memory with words", "bytes-all", "bytes", MIDDLE, ALONE, 110, NULL, NULL },
  { "10",
    "a voice in memory with charts",
    "bytes-charts",
    "bytes",
    MIDDLE,
    LESS,
    8,
    "crossfilter2-bytes",
    "crossfilter2" },
  { "10",
    "window on all voices, charts and list",
    "million-memory",
    "MB",
    MIDDLE,
    MORE,
    120,
    "smallest-memory",
    "smallest window" },
  { "11",
    "first frame of the list",
    "million-first",
    "ms",
    MIDDLE,
    AT_MOST,
    1.15,
    "thousand-first",
    "1,000 voices" },
  { "11",
    "scrolled frame",
    "million-scroll",
    "ms",
    MIDDLE,
    AT_MOST,
    1.15,
    "thousand-scroll",
    "1,000 voices" },
  { "11", "scrolled frame", "million-scroll", "ms", MIDDLE, ALONE, 8, NULL, NULL },
  { "11", "frame after a jump", "million-jump", "ms", MIDDLE, ALONE, 20, NULL, NULL },
  { "12", "edit on the disk and in all charts, p95", "edit", "ms", HIGH, ALONE, 2, NULL, NULL },
  { "12",
    "a name of 10,000 voices assigned, the same",
    "recode",
    "ms",
    MIDDLE,
    ALONE,
    20,
    NULL,
    NULL },
  { "13", "bins unlike a plain count, 60 filters", "differences", "", MOST, ALONE, 0, NULL, NULL },
};

static const Figure *
find (GHashTable *figures, const char *name)
{
  return name != NULL ? g_hash_table_lookup (figures, name) : NULL;
}

static double
pick (const Figure *figure, Which which)
{
  return which == HIGH ? figure->high : which == MOST ? figure->most : figure->middle;
}

static void
print_goal (GHashTable *figures, guint i)
{
  static const char *const relations[] = { "at most", "at most", "at least", "at most" };
  const Figure *figure = find (figures, goals[i].figure);
  const Figure *other = find (figures, goals[i].other);
  double value;
  double judged;
  g_autofree char *bar = NULL;
  g_autofree char *against = NULL;

  if (figure == NULL || (goals[i].other != NULL && other == NULL))
    {
      printf ("%4s  %-42s %12s\n",
              goals[i].goal,
              goals[i].what,
              figure == NULL ? "not measured" : "nothing to measure against");
      return;
    }
  value = pick (figure, goals[i].which);
  judged = goals[i].beside == ALONE     ? value
           : goals[i].beside == MORE    ? value - other->middle
           : goals[i].beside == AT_MOST ? value / other->middle
                                        : other->middle / value;
  bar = g_strdup_printf ("%s %g %s",
                         relations[goals[i].beside],
                         goals[i].bar,
                         goals[i].beside == ALONE  ? goals[i].unit
                         : goals[i].beside == MORE ? "more"
                         : goals[i].beside == LESS ? "times less"
                                                   : "times");
  against = other != NULL ? g_strdup_printf ("%s: %.4g, %s %.3g",
                                             goals[i].other_name,
                                             other->middle,
                                             goals[i].beside == MORE ? "+" : "x",
                                             judged)
                          : g_strdup ("");
  printf ("%4s  %-42s %8.4g %-5s  %-22s  %-36s  %s\n",
          goals[i].goal,
          goals[i].what,
          value,
          goals[i].unit,
          bar,
          against,
          (goals[i].beside == LESS ? judged >= goals[i].bar : judged <= goals[i].bar) ? "met"
                                                                                      : "MISSED");
}

static void
print_table (GHashTable *figures, const char *rows)
{
  printf ("\n%s voices; %s\n\n",
          rows,
          g_getenv ("LASNA_BENCH_CPU") != NULL ? "time of the processor" : "time that passes");
  printf ("%4s  %-42s %8s %-5s  %-22s  %-36s  %s\n",
          "goal",
          "what",
          "measured",
          "",
          "may be",
          "against, in this run",
          "met");
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    print_goal (figures, i);
}

/* Lines of "name middle high most", of which the last two may be missing. */
static void
take_lines (GHashTable *figures, const char *output)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      guint n = g_strv_length (words);
      Figure *figure;

      if ((n != 2 && n != 4) || !g_ascii_isdigit (*words[1]))
        continue;
      figure = g_new (Figure, 1);
      figure->middle = g_ascii_strtod (words[1], NULL);
      figure->high = n == 4 ? g_ascii_strtod (words[2], NULL) : figure->middle;
      figure->most = n == 4 ? g_ascii_strtod (words[3], NULL) : figure->middle;
      printf (
          "  %-24s %12.3f %12.3f %12.3f\n", words[0], figure->middle, figure->high, figure->most);
      g_hash_table_replace (figures, g_strdup (words[0]), figure);
    }
  fflush (stdout);
}

static gboolean
is_asked_for (const char *part, int argc, char *argv[])
{
  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], part) == 0)
      return TRUE;
  return argc == 1;
}

static void
run_part (GHashTable *figures, guint i, const char *programs, const char *folder)
{
  g_autofree char *program = g_build_filename (programs, parts[i].program, NULL);
  const char *argv[5] = { program, folder, parts[i].arguments[0], parts[i].arguments[1], NULL };
  g_autofree char *output = NULL;

  printf ("%s\n", parts[i].program);
  fflush (stdout);
  if (!lasna_bench_run (argv, NULL, NULL, &output))
    printf ("  failed: left out\n");
  if (output != NULL)
    take_lines (figures, output);
}

int
main (int argc, char *argv[])
{
  g_autoptr (LasnaTestFolder) test = lasna_test_folder_new ();
  const char *folder = lasna_test_folder_get_path (test);
  const char *rows = g_getenv ("LASNA_BENCH_ROWS");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *programs = g_path_get_dirname (self);
  g_autoptr (GHashTable) figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  rows = rows != NULL ? rows : "1000000";
  printf ("  %-24s %12s %12s %12s\n", "", "median", "p95", "longest");
  lasna_bench_must (lasna_bench_make_voices (programs, rows, folder, "million.csv") &&
                        lasna_bench_make_voices (programs, "1000", folder, "thousand.csv"),
                    NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (i == 0 || is_asked_for (parts[i].program, argc, argv))
      run_part (figures, i, programs, folder);
  print_table (figures, rows);
  return 0;
}
