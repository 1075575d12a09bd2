/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long it takes to open, filter, brush, search and edit many voices, how much memory they need,
 * and whether the charts count right. engine FOLDER
 */
#include "config.h"

#include "lasna-bench.h"

#include "lasna-bins.h"
#include "lasna-catalogue.h"
#include "lasna-crossfilter.h"
#include "lasna-feedback.h"
#include "lasna-full-text.h"
#include "lasna-rows-cache.h"
#include "lasna-voice-deeds.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MANY LASNA_BENCH_MANY
#define FEW LASNA_BENCH_FEW
#define STATES 60
#define RECODED 10000

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
set (Bench *bench, const LasnaFilter *filter)
{
  g_autoptr (GError) error = NULL;

  lasna_bench_must (lasna_crossfilter_set_filter (bench->crossfilter, filter, bench->store, &error),
                    error);
}

static void
add (LasnaFilter *filter, const char *where)
{
  g_autoptr (GError) error = NULL;

  lasna_bench_must (lasna_filter_add_where (filter, where, &error), error);
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
  lasna_bench_report (name, times, MANY);
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
  lasna_bench_report ("toggle", toggle, FEW);
  lasna_bench_report ("clear", clear, FEW);
  lasna_bench_report ("first-bar", first, FEW);
  lasna_bench_report ("other-view", saved, FEW);
}

static void
measure_search (Bench *bench)
{
  static const char *const needles[] = { "zzqqxx", "refund", "the", "kavimme", "järjestel" };
  double times[G_N_ELEMENTS (needles) * FEW];
  double start = lasna_bench_now ();
  guint n = 0;

  lasna_bench_must (lasna_columns_get_buffer (bench->columns, bench->store, NULL) != NULL, NULL);
  lasna_bench_report_value ("search-load", lasna_bench_now () - start);
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
  lasna_bench_report ("search", times, n);
}

static void
edit_cb (LasnaFeedback *feedback, Bench *bench)
{
  lasna_bench_must (
      lasna_crossfilter_set_columns (
          bench->crossfilter, lasna_feedback_get_columns (feedback), bench->store, NULL),
      NULL);
}

/* What the file of the workbook left in the system's memory goes. */
static void
forget_file (Bench *bench)
{
  int file = open (lasna_store_get_path (bench->store), O_RDONLY | O_CLOEXEC);

  lasna_bench_must (file >= 0 && posix_fadvise (file, 0, 0, POSIX_FADV_DONTNEED) == 0, NULL);
  close (file);
}

typedef enum
{
  FROM_ROWS,
  FROM_CACHE,
  FROM_DISK,
} From;

/* Until all charts are counted. */
static void
measure_opening (Bench *bench, From from, const char *name)
{
  double times[5];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (LasnaStore) side = NULL;
      double start;

      if (from == FROM_DISK)
        forget_file (bench);
      g_clear_pointer (&bench->crossfilter, lasna_crossfilter_free);
      g_clear_pointer (&bench->columns, lasna_columns_unref);
      start = lasna_bench_now ();
      side = lasna_store_open_side (bench->store, LASNA_STORE_READ_ONLY, NULL);
      bench->columns = from == FROM_ROWS ? lasna_columns_load (side, NULL, NULL)
                                         : lasna_columns_open (side, NULL, NULL);
      lasna_bench_must (bench->columns != NULL && bench->columns->is_cached == (from != FROM_ROWS),
                        NULL);
      start_charts (bench);
      times[i] = lasna_bench_now () - start;
      lasna_store_close (side, NULL);
    }
  lasna_bench_report (name, times, G_N_ELEMENTS (times));
}

static void
keep_columns (Bench *bench)
{
  double start = lasna_bench_now ();
  g_autoptr (GError) error = NULL;

  lasna_bench_must (lasna_rows_cache_write (
                        bench->columns->rows, bench->columns->stamp, bench->store, NULL, &error),
                    error);
  lasna_bench_report_value ("keep", lasna_bench_now () - start);
}

/* A rare word, one of every day, and one that most of the file has. */
static const char *const words[] = { "refund", "the", "kavimme", "sauna" };

static void
measure_words (Bench *bench, gboolean ranked)
{
  double times[G_N_ELEMENTS (words) * FEW];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint j = 0; j < FEW; j++)
      {
        double start = lasna_bench_now ();
        gboolean is_ranked;

        if (ranked)
          {
            g_autoptr (LasnaTextQuery) query = lasna_text_query_new (words[i]);
            g_autoptr (GArray) ids =
                lasna_full_text_rank (bench->store, query, 50, &is_ranked, NULL);

            lasna_bench_must (ids != NULL, NULL);
          }
        else
          {
            LasnaStatement *statement = lasna_store_prepare (
                bench->store,
                "SELECT rowid FROM feedback_text WHERE feedback_text MATCH ?1 LIMIT 50",
                NULL);

            lasna_statement_bind_text (statement, 1, words[i]);
            while (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
              ;
            lasna_statement_reset (statement);
          }
        times[n++] = lasna_bench_now () - start;
      }
  lasna_bench_report (ranked ? "ranked-50" : "words-50", times, n);
}

static void
measure_memory (Bench *bench)
{
  gsize with_words;
  double n = bench->columns->n;
  gsize bytes = lasna_columns_get_bytes (bench->columns, &with_words);
  gsize charts_too = bytes + lasna_crossfilter_get_bytes (bench->crossfilter);

  lasna_bench_report_value ("bytes", (double) bytes / n);
  lasna_bench_report_value ("bytes-all", (double) (bytes + with_words) / n);
  lasna_bench_report_value ("bytes-charts", (double) charts_too / n);
}

static LasnaFilter *
make_random_filter (Bench *bench, GRand *random)
{
  static const struct
  {
    const char *name;
    int n;
  } values[] = { { "stage=Stage", 6 },
                 { "touchpoint=Touchpoint", 60 },
                 { "channel=Channel", 20 },
                 { "segment=Segment", 8 } };
  LasnaFilter *filter = lasna_filter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (int j = g_rand_int_range (random, -2, 4); j > 0; j--)
      {
        g_autofree char *where = g_strdup_printf (
            "%s %d", values[i].name, g_rand_int_range (random, 1, values[i].n + 1));

        add (filter, where);
      }
  if (g_rand_boolean (random))
    {
      g_autofree char *where = g_strdup_printf ("nps=%d..10", g_rand_int_range (random, 0, 10));

      add (filter, where);
    }
  if (g_rand_boolean (random))
    {
      gint32 first = g_rand_int_range (random, bench->first, bench->last);

      lasna_filter_set_days (filter, first, g_rand_int_range (random, first, bench->last + 1));
    }
  return filter;
}

/* How many bins of a chart are not what going through all voices gives. */
static guint
count_differences (Bench *bench, const LasnaFilter *filter, LasnaDimension dimension)
{
  guint raw = lasna_dimension_get_raw (dimension);
  guint n;
  g_autofree guint *counts = lasna_bins_count (
      lasna_crossfilter_get_selection (bench->crossfilter), raw, LASNA_OWN (dimension), &n);
  g_autofree guint *plain = g_new0 (guint, n);
  g_autoptr (LasnaFilter) others = lasna_filter_copy (filter);
  g_autoptr (LasnaSelection) selection = NULL;
  guint differences = 0;

  if (dimension == LASNA_DIMENSION_PERIOD)
    lasna_filter_set_days (others, 0, 0);
  lasna_filter_clear_dimension (others, dimension);
  selection = lasna_selection_new (others, bench->columns, bench->store, NULL);
  for (guint row = 0; row < bench->columns->n; row++)
    if (lasna_selection_has (selection, row))
      plain[lasna_columns_get_raw (bench->columns, raw, row)]++;
  for (guint bin = 0; bin < n; bin++)
    differences += plain[bin] != counts[bin];
  return differences;
}

static void
check_counts (Bench *bench)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint differences = 0;

  for (guint i = 0; i < STATES; i++)
    {
      g_autoptr (LasnaFilter) filter = make_random_filter (bench, random);

      set (bench, filter);
      for (guint chart = 0; chart < G_N_ELEMENTS (charts); chart++)
        differences += count_differences (bench, filter, charts[chart]);
    }
  lasna_bench_report_value ("differences", differences);
}

/* A name as it came, which thousands of voices bear, now stands for a channel; then ten thousand
 * voices are left out of the figures, each a row of its own.
 */
static void
measure_recode (Bench *bench, const gint64 *ids)
{
  g_autoptr (GError) error = NULL;
  double times[FEW];
  guint n = MIN (bench->columns->n, RECODED);
  const char *code =
      lasna_catalogue_get_set (lasna_catalogue_get_default (), "channel")->terms[0].id;

  for (guint i = 0; i < FEW; i++)
    {
      g_autoptr (GArray) names = lasna_loose_names_list (bench->workbook, "channel");
      const LasnaLooseName *name = &g_array_index (names, LasnaLooseName, 0);
      double start = lasna_bench_now ();

      lasna_bench_must (
          lasna_loose_names_assign (bench->workbook, &name->label, 1, "channel", code, &error),
          error);
      times[i] = lasna_bench_now () - start;
    }
  lasna_bench_report ("recode", times, FEW);
  for (guint i = 0; i < FEW; i++)
    {
      double start = lasna_bench_now ();

      lasna_bench_must (lasna_voices_leave_out (bench->workbook, ids, n, i % 2 == 0, &error),
                        error);
      times[i] = lasna_bench_now () - start;
    }
  lasna_bench_report ("edit-many", times, FEW);
}

/* Edits as a person makes them: on the disk, and in every chart. */
static void
measure_edits (Bench *bench)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (bench->workbook);
  g_autoptr (LasnaFilter) filter = make_filter (bench);
  g_autofree gint64 *ids =
      g_memdup2 (bench->columns->ids, MIN (bench->columns->n, RECODED) * sizeof *ids);
  double times[MANY];
  gulong handler;

  lasna_bench_must (lasna_feedback_load (feedback, NULL), NULL);
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
  lasna_bench_report ("edit", times, MANY);
  measure_recode (bench, ids);
  g_signal_handler_disconnect (feedback, handler);
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };
  double times[MANY];

  lasna_bench_must (argc == 2, NULL);
  path = g_build_filename (argv[1], "million.lasna", NULL);
  bench.workbook = lasna_workbook_open (path, 0, NULL, &error);
  lasna_bench_must (bench.workbook != NULL, error);
  bench.store = lasna_workbook_get_store (bench.workbook);
  measure_opening (&bench, FROM_ROWS, "rebuild");
  keep_columns (&bench);
  measure_opening (&bench, FROM_CACHE, "open");
  measure_opening (&bench, FROM_DISK, "open-cold");
  bench.first = lasna_columns_get_day (bench.columns, 0);
  bench.last = lasna_columns_get_day (bench.columns, bench.columns->n - 1);
  measure_brush (&bench, 1, "brush-1", times);
  measure_brush (&bench, 7, "brush-7", times);
  measure_brush (&bench, 30, "brush-30", times);
  measure_brush (&bench, 377, "jump", times);
  measure_filters (&bench);
  measure_search (&bench);
  measure_words (&bench, FALSE);
  measure_words (&bench, TRUE);
  measure_memory (&bench);
  check_counts (&bench);
  measure_edits (&bench);
  lasna_crossfilter_free (bench.crossfilter);
  lasna_columns_unref (bench.columns);
  lasna_workbook_close (bench.workbook, NULL);
  g_object_unref (bench.workbook);
  return 0;
}
