/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A goal is a figure, or a ratio of two of the same run, and what it may be at most or at least.
 */
#include "config.h"

#include "lasna-bench.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef struct
{
  const char *name;
  double middle; /* milliseconds */
  double high;   /* 95 of 100 are not above it */
} Figure;

static Figure figures[128];
static guint n_figures;

typedef enum
{
  MIDDLE, /* of the figure */
  HIGH,
  TIMES, /* how many times less than the other figure */
} Kind;

static const struct
{
  const char *goal;
  const char *what;
  const char *figure;
  Kind kind;
  const char *other;
  double bar; /* at most; at least for TIMES */
} goals[] = {
  { "1", "brush moves by 1 day, p95 ms", "brush-1", HIGH, NULL, 0.5 },
  { "1", "brush moves by 7 days, p95 ms", "brush-7", HIGH, NULL, 0.5 },
  { "1", "brush moves by 30 days, p95 ms", "brush-30", HIGH, NULL, 0.5 },
  { "1", "brush jumps, p95 ms", "jump", HIGH, NULL, 5 },
  { "1",
    "brush by 7 days: times faster than crossfilter2",
    "brush-7",
    TIMES,
    "crossfilter2-brush-7",
    10 },
  { "1", "brush by 7 days: times faster than DuckDB", "brush-7", TIMES, "duckdb-brush-7", 50 },
  { "2", "a bar more, all charts, ms", "toggle", MIDDLE, NULL, 5 },
  { "2", "all filters away, ms", "clear", MIDDLE, NULL, 5 },
  { "2", "a first bar of all, ms", "first-bar", MIDDLE, NULL, 5 },
  { "2", "another view with most voices, ms", "other-view", MIDDLE, NULL, 5 },
  { "2", "a bar more: times faster than crossfilter2", "toggle", TIMES, "crossfilter2-toggle", 15 },
  { "2", "all away: times faster than crossfilter2", "clear", TIMES, "crossfilter2-clear", 50 },
  { "2", "a bar more: times faster than DuckDB", "toggle", TIMES, "duckdb-toggle", 6 },
  { "6",
    "import with index of words: times faster than sqlite3",
    "import",
    TIMES,
    "sqlite3-import",
    1 },
  { "7", "open with column cache, charts counted, ms", "open", MIDDLE, NULL, 30 },
  { "7", "open without it, ms", "rebuild", MIDDLE, NULL, 500 },
  { "7", "open: times faster than DuckDB", "open", TIMES, "duckdb-open", 4 },
  { "9", "search inside words, all charts, p95 ms", "search", HIGH, NULL, 25 },
  { "9", "search: times faster than LIKE", "search", TIMES, "sqlite3-like", 8 },
  { "9", "search: times faster than DuckDB", "search", TIMES, "duckdb-like", 2 },
  { "10", "bytes a voice, without words", "bytes", MIDDLE, NULL, 40 },
  { "10", "bytes a voice, with words", "bytes-all", MIDDLE, NULL, 110 },
  { "10",
    "memory: times less than crossfilter2",
    "bytes-charts-all",
    TIMES,
    "crossfilter2-bytes",
    8 },
  { "12", "edit on the disk and in the charts, p95 ms", "edit", HIGH, NULL, 2 },
};

static double
to_ms (struct timeval time)
{
  return (double) time.tv_sec * 1000 + (double) time.tv_usec / 1000;
}

/**
 * lasna_bench_now:
 *
 * Where LASNA_BENCH_CPU is set, what counts is not the time that passes but that of the processor,
 * in us and in the programs we started: for machines that are busy with other things.
 *
 * Returns: milliseconds
 */
double
lasna_bench_now (void)
{
  struct timespec own;
  struct rusage others;

  if (g_getenv ("LASNA_BENCH_CPU") == NULL)
    return (double) g_get_monotonic_time () / 1000;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &own);
  getrusage (RUSAGE_CHILDREN, &others);
  return (double) own.tv_sec * 1000 + (double) own.tv_nsec / 1e6 + to_ms (others.ru_utime) +
         to_ms (others.ru_stime);
}

static int
compare_cb (gconstpointer first, gconstpointer second)
{
  double one = *(const double *) first;
  double other = *(const double *) second;

  return one < other ? -1 : one > other;
}

/**
 * lasna_bench_take:
 * @name: kept, not copied
 * @times: milliseconds; sorted
 */
void
lasna_bench_take (const char *name, double *times, guint n)
{
  g_assert (n > 0 && n_figures < G_N_ELEMENTS (figures));
  qsort (times, n, sizeof *times, compare_cb);
  figures[n_figures++] = (Figure){ name, times[n / 2], times[n * 95 / 100] };
}

void
lasna_bench_note (const char *name, double value)
{
  lasna_bench_take (name, &value, 1);
}

static const Figure *
find (const char *name)
{
  for (guint i = 0; i < n_figures; i++)
    if (g_strcmp0 (figures[i].name, name) == 0)
      return &figures[i];
  return NULL;
}

/**
 * lasna_bench_get:
 *
 * Returns: the median; NAN where it was not measured
 */
double
lasna_bench_get (const char *name)
{
  const Figure *figure = find (name);

  return figure != NULL ? figure->middle : NAN;
}

double
lasna_bench_get_high (const char *name)
{
  const Figure *figure = find (name);

  return figure != NULL ? figure->high : NAN;
}

static void
print_goal (guint i)
{
  double value = goals[i].kind == HIGH ? lasna_bench_get_high (goals[i].figure)
                 : goals[i].kind == TIMES
                     ? lasna_bench_get (goals[i].other) / lasna_bench_get (goals[i].figure)
                     : lasna_bench_get (goals[i].figure);
  gboolean reached = goals[i].kind == TIMES ? value >= goals[i].bar : value <= goals[i].bar;

  if (isnan (value))
    printf ("%4s  %-58s %10s %9s %g\n", goals[i].goal, goals[i].what, "-", "", goals[i].bar);
  else
    printf ("%4s  %-58s %10.3f  %s %6.3g  %s\n",
            goals[i].goal,
            goals[i].what,
            value,
            goals[i].kind == TIMES ? ">=" : "<=",
            goals[i].bar,
            reached ? "pass" : "MISS");
}

/**
 * lasna_bench_print:
 *
 * Prints all figures, then the goals with whether they are reached. A dash stands where a tool to
 * compare with was out of reach.
 */
void
lasna_bench_print (guint rows)
{
  printf ("\n%u rows          median         p95\n", rows);
  for (guint i = 0; i < n_figures; i++)
    printf ("%-24s %12.3f %12.3f\n", figures[i].name, figures[i].middle, figures[i].high);
  printf ("\ngoal\n");
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    print_goal (i);
}
