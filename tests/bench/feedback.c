/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A million voices: how long it takes to bring them in, open them, filter, brush, search and edit
 * them, and how much memory they need; beside the same with the tools people would use instead.
 * LASNA_BENCH_ROWS asks for another number of rows.
 */
#include "config.h"

#include "lasna-bench.h"
#include "lasna-bench-others.h"

#include "lasna-bins.h"
#include "lasna-crossfilter.h"
#include "lasna-feedback.h"
#include "lasna-import.h"
#include "lasna-rows-cache.h"
#include "lasna-test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How often a quick thing is done, and a slow one. */
#define MANY 200
#define FEW 15

/* Eight charts: by day and, summed from that, by month; stage, touchpoint, channel, segment, score
 * and emotion.
 */
static const LasnaDimension charts[] = {
  LASNA_DIMENSION_PERIOD,  LASNA_DIMENSION_STAGE,   LASNA_DIMENSION_TOUCHPOINT,
  LASNA_DIMENSION_CHANNEL, LASNA_DIMENSION_SEGMENT, LASNA_DIMENSION_SCORE,
  LASNA_DIMENSION_EMOTION,
};

typedef struct
{
  LasnaWorkbook *workbook;
  LasnaStore *store;
  LasnaColumns *columns;
  LasnaCrossfilter *crossfilter;
  gint32 first;
  gint32 last;
} Bench;

static void
must (gboolean done, GError *error)
{
  if (done)
    return;
  fprintf (stderr, "feedback: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static void
import (Bench *bench, const char *csv)
{
  g_autoptr (GFile) file = g_file_new_for_path (csv);
  g_autoptr (LasnaImportOptions) options = lasna_import_options_new ();
  g_autoptr (LasnaImport) job = NULL;
  g_autoptr (GError) error = NULL;
  LasnaImportPlan *plan = lasna_import_plan_new (file, options, NULL, &error);

  must (plan != NULL, error);
  job = lasna_import_new (bench->workbook, plan, NULL, FALSE);
  must (lasna_import_run (job, NULL, &error), error);
}

static void
set (Bench *bench, const LasnaFilter *filter)
{
  g_autoptr (GError) error = NULL;

  must (lasna_crossfilter_set_filter (bench->crossfilter, filter, bench->store, &error), error);
}

static void
add (LasnaFilter *filter, const char *where)
{
  g_autoptr (GError) error = NULL;

  must (lasna_filter_add_where (filter, where, &error), error);
}

/* A window of half a year, three of six stages, and no delighted ones. */
static LasnaFilter *
make_filter (const Bench *bench)
{
  LasnaFilter *filter = lasna_filter_new ();

  add (filter, "stage=Stage 1");
  add (filter, "stage=Stage 2");
  add (filter, "stage=Stage 4");
  add (filter, "nps=0..8");
  lasna_filter_set_days (filter, bench->first + 400, bench->first + 583);
  return filter;
}

static void
start_charts (Bench *bench)
{
  bench->crossfilter = lasna_crossfilter_new (bench->columns);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      guint n;
      g_autofree LasnaTotals *bins =
          lasna_bins_new (lasna_crossfilter_get_selection (bench->crossfilter),
                          lasna_dimension_get_raw (charts[i]),
                          LASNA_OWN (charts[i]),
                          LASNA_TOTALS_ANSWERS,
                          &n);
    }
}

static void
measure_brush (Bench *bench, guint days, const char *name, double *times)
{
  g_autoptr (LasnaFilter) filter = make_filter (bench);
  gint32 span = bench->last - bench->first - 200;

  set (bench, filter);
  for (guint i = 0; i < MANY; i++)
    {
      gint32 first = bench->first + (gint32) ((i + 1) * days % (guint) MAX (span, 1));
      double start;

      lasna_filter_set_days (filter, first, first + 183);
      start = lasna_bench_now ();
      set (bench, filter);
      times[i] = lasna_bench_now () - start;
    }
  lasna_bench_take (name, times, MANY);
}

static void
measure_filters (Bench *bench)
{
  g_autoptr (LasnaFilter) filter = make_filter (bench);
  g_autoptr (LasnaFilter) all = lasna_filter_new ();
  g_autoptr (LasnaFilter) one = lasna_filter_new ();
  g_autoptr (LasnaFilter) most = lasna_filter_new ();
  double toggle[FEW];
  double clear[FEW];
  double first[FEW];
  double saved[FEW];

  add (one, "stage=Stage 3");
  add (most, "nps=3..10");
  for (guint i = 0; i < FEW; i++)
    {
      double start;

      set (bench, filter);
      lasna_filter_toggle_value (filter, LASNA_DIMENSION_STAGE, "Stage 5");
      start = lasna_bench_now ();
      set (bench, filter);
      toggle[i] = lasna_bench_now () - start;
      start = lasna_bench_now ();
      set (bench, all);
      clear[i] = lasna_bench_now () - start;
      start = lasna_bench_now ();
      set (bench, one);
      first[i] = lasna_bench_now () - start;
      start = lasna_bench_now ();
      set (bench, most);
      saved[i] = lasna_bench_now () - start;
    }
  lasna_bench_take ("toggle", toggle, FEW);
  lasna_bench_take ("clear", clear, FEW);
  lasna_bench_take ("first-bar", first, FEW);
  lasna_bench_take ("other-view", saved, FEW);
}

static void
measure_search (Bench *bench)
{
  static const char *const needles[] = { "zzqqxx", "refund", "the", "kavimme", "järjestel" };
  double times[G_N_ELEMENTS (needles) * FEW];
  double start = lasna_bench_now ();
  guint n = 0;

  must (lasna_columns_get_buffer (bench->columns, bench->store, NULL) != NULL, NULL);
  start = lasna_bench_now () - start;
  lasna_bench_take ("search-load", &start, 1);
  for (guint i = 0; i < G_N_ELEMENTS (needles); i++)
    for (guint j = 0; j < FEW; j++)
      {
        g_autoptr (LasnaFilter) filter = make_filter (bench);

        set (bench, filter);
        lasna_filter_add_value (filter, LASNA_DIMENSION_TEXT, needles[i]);
        start = lasna_bench_now ();
        set (bench, filter);
        times[n++] = lasna_bench_now () - start;
      }
  lasna_bench_take ("search", times, n);
}

static void
edit_cb (LasnaFeedback *feedback, Bench *bench)
{
  must (lasna_crossfilter_set_columns (
            bench->crossfilter, lasna_feedback_get_columns (feedback), bench->store, NULL),
        NULL);
}

/* Edits as a person makes them: on the disk, and in every chart. */
static void
measure_edits (Bench *bench)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (bench->workbook);
  g_autoptr (LasnaFilter) filter = make_filter (bench);
  g_autofree gint64 *ids = g_memdup2 (bench->columns->ids, MANY * sizeof *ids);
  double times[MANY];
  gulong handler;

  must (lasna_feedback_load (feedback, NULL), NULL);
  edit_cb (feedback, bench);
  set (bench, filter);
  handler = g_signal_connect (feedback, "changed", G_CALLBACK (edit_cb), bench);
  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr (LasnaRecord) voice = lasna_workbook_find (bench->workbook, "feedback", ids[i]);
      double start = lasna_bench_now ();

      g_object_set (voice, "task", (gint64) (i % 4), "excluded", FALSE, NULL);
      times[i] = lasna_bench_now () - start;
    }
  lasna_bench_take ("edit", times, MANY);
  g_signal_handler_disconnect (feedback, handler);
}

/* Until all charts are counted: from the rows, then from the column cache. */
static void
measure_opening (Bench *bench, gboolean from_rows)
{
  double times[5];
  guint n = from_rows ? 3 : G_N_ELEMENTS (times);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LasnaStore) side =
          lasna_store_open_side (bench->store, LASNA_STORE_READ_ONLY, NULL);
      double start = lasna_bench_now ();

      g_clear_pointer (&bench->crossfilter, lasna_crossfilter_free);
      g_clear_pointer (&bench->columns, lasna_columns_unref);
      bench->columns =
          from_rows ? lasna_columns_load (side, NULL, NULL) : lasna_columns_open (side, NULL, NULL);
      must (bench->columns != NULL && bench->columns->is_cached != from_rows, NULL);
      start_charts (bench);
      times[i] = lasna_bench_now () - start;
      lasna_store_close (side, NULL);
    }
  lasna_bench_take (from_rows ? "rebuild" : "open", times, n);
}

static void
keep_columns (Bench *bench)
{
  double start = lasna_bench_now ();
  g_autoptr (GError) error = NULL;

  must (lasna_rows_cache_write (
            bench->columns->rows, bench->columns->stamp, bench->store, NULL, &error),
        error);
  start = lasna_bench_now () - start;
  lasna_bench_take ("keep", &start, 1);
}

int
main (int argc, char *argv[])
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autofree char *path = lasna_test_folder_dup_path (folder, "bench.lasna");
  g_autofree char *csv = lasna_test_folder_dup_path (folder, "voices.csv");
  const char *asked = g_getenv ("LASNA_BENCH_ROWS");
  guint rows = asked != NULL ? (guint) strtoul (asked, NULL, 10) : 1000000;
  Bench bench = { 0 };
  double times[MANY];
  double start;
  gsize bytes;
  gsize words;

  must (argc == 4, NULL);
  lasna_bench_others_make_voices (argv[1], rows, csv);
  bench.workbook = lasna_workbook_create (path, LASNA_LANGUAGE_EN, NULL, NULL);
  bench.store = lasna_workbook_get_store (bench.workbook);
  start = lasna_bench_now ();
  import (&bench, csv);
  start = lasna_bench_now () - start;
  lasna_bench_take ("import", &start, 1);
  measure_opening (&bench, TRUE);
  keep_columns (&bench);
  measure_opening (&bench, FALSE);
  bench.first = lasna_columns_get_day (bench.columns, 0);
  bench.last = lasna_columns_get_day (bench.columns, bench.columns->n - 1);
  measure_brush (&bench, 1, "brush-1", times);
  measure_brush (&bench, 7, "brush-7", times);
  measure_brush (&bench, 30, "brush-30", times);
  measure_brush (&bench, 377, "jump", times);
  measure_filters (&bench);
  measure_search (&bench);
  bytes = lasna_columns_get_bytes (bench.columns, &words);
  lasna_bench_note ("bytes", (double) bytes / rows);
  lasna_bench_note ("bytes-words", (double) words / rows);
  lasna_bench_note ("bytes-charts",
                    (double) lasna_crossfilter_get_bytes (bench.crossfilter) / rows);
  lasna_bench_note ("bytes-all", (double) (bytes + words) / rows);
  lasna_bench_note ("bytes-charts-all",
                    (double) (bytes + lasna_crossfilter_get_bytes (bench.crossfilter)) / rows);
  measure_edits (&bench);
  lasna_crossfilter_free (bench.crossfilter);
  lasna_columns_unref (bench.columns);
  lasna_bench_others_run (argv[2], argv[3], csv);
  lasna_bench_print (rows);
  lasna_workbook_close (bench.workbook, NULL);
  g_object_unref (bench.workbook);
  return 0;
}
