/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures of voices that were imported: by time, by group, by question, and of them all.
 */
#include "config.h"

#include "lasna-bins.h"
#include "lasna-distribution.h"
#include "lasna-drivers.h"
#include "lasna-error.h"
#include "lasna-groups.h"
#include "lasna-question-figures.h"
#include "lasna-rolling.h"
#include "lasna-stats.h"
#include "lasna-test-voices.h"

#include <math.h>
#include <string.h>

typedef struct
{
  LasnaTestBook *book;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->book = lasna_test_book_new (LASNA_LANGUAGE_EN);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lasna_test_book_free (fixture->book);
}

/* Lines of a table; %u is the number of the line. */
static void
append_lines (GString *csv, guint n, const char *line)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (csv, "%s,%u\n", line, i);
}

static void
test_series (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaSelection) selection = NULL;
  g_autoptr (LasnaSeries) months = NULL;
  g_autoptr (LasnaSeries) weeks = NULL;
  g_autoptr (LasnaSeries) few = NULL;
  g_autoptr (LasnaSelection) none = NULL;
  LasnaTotals all;
  guint n = 0;

  lasna_test_import (fixture->book->workbook,
                     "date,nps\n2025-11-30,10\n2025-12-01,3\n2026-02-28,9\n2026-03-01,0\n"
                     "2026-03-31,8\n",
                     NULL);
  selection = lasna_test_select (fixture->book, NULL);
  all = lasna_stats_sum (selection);
  months = lasna_series_new (selection, LASNA_PERIOD_MONTH, LASNA_N_DIMENSIONS);
  g_assert_cmpuint (months->n, ==, 5);
  for (guint i = 0; i < months->n; i++)
    {
      n += months->points[i].totals.n;
      g_assert_true (i == 0 || months->points[i].first == months->points[i - 1].last + 1);
    }
  g_assert_cmpuint (n, ==, all.n);
  g_assert_cmpuint (months->points[2].totals.n, ==, 0);
  g_assert_true (isnan (lasna_series_get_measure (months, 2, LASNA_MEASURE_NPS).value));
  g_assert_cmpuint (months->points[4].totals.n, ==, 2);

  /* 30 November 2025 is a Sunday, and so the end of its week. */
  weeks = lasna_series_new (selection, LASNA_PERIOD_WEEK, LASNA_N_DIMENSIONS);
  g_assert_cmpint (weeks->points[0].last - weeks->points[0].first, ==, 6);
  g_assert_cmpuint (weeks->points[0].totals.n, ==, 1);
  g_assert_cmpuint (weeks->points[1].totals.n, ==, 1);

  none = lasna_test_select (fixture->book, "nps=5", NULL);
  few = lasna_series_new (none, LASNA_PERIOD_DAY, LASNA_N_DIMENSIONS);
  g_assert_cmpuint (few->n, ==, 0);
}

/* A mistyped year makes longer periods, not a million points; and filters keep out. */
static void
test_span (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaSelection) selection = NULL;
  g_autoptr (LasnaSelection) narrow = NULL;
  g_autoptr (LasnaSeries) series = NULL;
  g_autoptr (LasnaSeries) brief = NULL;
  g_autoptr (LasnaSeries) whole = NULL;

  lasna_test_import (fixture->book->workbook,
                     "date,nps\n1926-03-01,10\n2026-03-01,10\n2026-03-02,3\n2026-03-02,9\n",
                     NULL);
  selection = lasna_test_select (fixture->book, NULL);
  series = lasna_series_new (selection, LASNA_PERIOD_DAY, LASNA_N_DIMENSIONS);
  g_assert_cmpint (series->period, ==, LASNA_PERIOD_MONTH);
  g_assert_cmpuint (series->n, ==, 1201);
  g_assert_cmpuint (series->points[1200].totals.n, ==, 3);

  narrow = lasna_test_select (fixture->book, "date=2026-03-02", NULL);
  brief = lasna_series_new (narrow, LASNA_PERIOD_DAY, LASNA_N_DIMENSIONS);
  g_assert_cmpuint (brief->n, ==, 1);
  g_assert_cmpuint (brief->points[0].totals.n, ==, 2);
  g_assert_cmpint (lasna_period_suggest (narrow, LASNA_N_DIMENSIONS), ==, LASNA_PERIOD_DAY);
  whole = lasna_series_new (narrow, LASNA_PERIOD_YEAR, LASNA_DIMENSION_PERIOD);
  g_assert_cmpuint (whole->n, ==, 101);
}

static void
test_period_names (void)
{
  static const struct
  {
    LasnaPeriod period;
    int day, month, year;
    const char *english, *finnish;
  } cases[] = {
    { LASNA_PERIOD_DAY, 21, 11, 2026, "21 Nov 2026", "21.11.2026" },
    { LASNA_PERIOD_MONTH, 21, 11, 2026, "Nov 2026", "11/2026" },
    { LASNA_PERIOD_YEAR, 21, 11, 2026, "2026", "2026" },
    { LASNA_PERIOD_WEEK, 1, 1, 2027, "week 53/2026", NULL },
    { LASNA_PERIOD_WEEK, 31, 12, 2024, "week 1/2025", NULL },
    { LASNA_PERIOD_QUARTER, 21, 11, 2026, "Q4/2026", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date;
      g_autofree char *english = NULL;
      g_autofree char *finnish = NULL;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, cases[i].day, cases[i].month, cases[i].year);
      english = lasna_period_dup_name (
          cases[i].period, (gint32) g_date_get_julian (&date), LASNA_LANGUAGE_EN);
      finnish = lasna_period_dup_name (
          cases[i].period, (gint32) g_date_get_julian (&date), LASNA_LANGUAGE_FI);
      g_assert_cmpstr (english, ==, cases[i].english);
      if (cases[i].finnish != NULL)
        g_assert_cmpstr (finnish, ==, cases[i].finnish);
    }
}

/* Ten glad ones and a single unhappy one: together +82, while the mean of both months is 0. */
static void
test_rolling (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) csv = g_string_new ("date,nps,id\n");
  g_autoptr (LasnaSelection) selection = NULL;
  g_autoptr (LasnaSeries) series = NULL;
  g_autofree LasnaRollingPoint *points = NULL;
  g_autofree char *definition = lasna_rolling_dup_definition (
      LASNA_PERIOD_MONTH, lasna_rolling_get_window (LASNA_PERIOD_MONTH), LASNA_LANGUAGE_EN);

  append_lines (csv, 10, "2026-01-10,10");
  g_string_append (csv, "2026-02-10,0,x\n2026-05-01,9,y\n");
  lasna_test_import (fixture->book->workbook, csv->str, NULL);
  selection = lasna_test_select (fixture->book, NULL);
  series = lasna_series_new (selection, LASNA_PERIOD_MONTH, LASNA_N_DIMENSIONS);
  points = lasna_rolling_new (series, LASNA_MEASURE_NPS, 3);
  g_assert_cmpuint (series->n, ==, 5);
  g_assert_cmpfloat_with_epsilon (points[1].result.value, 900.0 / 11, 1e-9);
  g_assert_false (points[1].is_complete);
  g_assert_cmpfloat_with_epsilon (points[2].result.value, 900.0 / 11, 1e-9);
  g_assert_true (points[2].is_complete);
  g_assert_cmpint (points[3].result.n, ==, 1);
  g_assert_cmpfloat (points[4].result.value, ==, 100);
  g_assert_cmpstr (definition, ==, "Counted from all answers of the last 3 months together.");
}

static const char grouped[] = "date,nps,segment,channel,id\n"
                              "2026-01-01,10,Families,Web,1\n2026-01-01,9,Families,Web,2\n"
                              "2026-01-01,10,Families,Phone,3\n2026-01-01,9,Families,Phone,4\n"
                              "2026-01-01,8,Families,Phone,5\n2026-01-01,0,Couples,Phone,6\n"
                              "2026-01-01,1,Couples,Phone,7\n2026-01-01,2,Couples,Phone,8\n"
                              "2026-01-01,9,Couples,Web,9\n2026-01-01,3,Couples,Web,10\n"
                              "2026-01-01,4,Groups,Web,11\n2026-01-01,5,,Web,12\n";

/* The same figures with and without the split, and a group stays when the filter names another. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaSelection) all = NULL;
  g_autoptr (LasnaSelection) one = NULL;
  g_autoptr (LasnaGroups) segments = NULL;
  g_autoptr (LasnaGroups) still = NULL;
  g_autofree guint *ranked = NULL;
  LasnaTotals sum = { 0 };
  LasnaTotals whole;

  lasna_test_import (fixture->book->workbook, grouped, NULL);
  all = lasna_test_select (fixture->book, NULL);
  whole = lasna_stats_sum (all);
  segments = lasna_groups_new (all, LASNA_DIMENSION_SEGMENT);
  g_assert_cmpuint (segments->n, ==, 4);
  g_assert_cmpstr (lasna_groups_get_name (segments, 0, LASNA_LANGUAGE_EN), ==, "Not known");
  for (guint i = 0; i < segments->n; i++)
    lasna_totals_merge (&sum, &segments->groups[i].totals);
  g_assert_cmpuint (sum.n, ==, whole.n);
  g_assert_cmpmem (sum.nps, sizeof sum.nps, whole.nps, sizeof whole.nps);

  /* The lowest first; those with few answers last. */
  ranked = lasna_groups_rank (segments, LASNA_MEASURE_NPS);
  g_assert_cmpstr (lasna_groups_get_name (segments, ranked[0], LASNA_LANGUAGE_EN), ==, "Couples");
  g_assert_cmpstr (lasna_groups_get_name (segments, ranked[1], LASNA_LANGUAGE_EN), ==, "Families");

  one = lasna_test_select (fixture->book, "segment=Families", "channel=Web", NULL);
  still = lasna_groups_new (one, LASNA_DIMENSION_SEGMENT);
  g_assert_cmpuint (still->n, ==, 4);
  g_assert_cmpuint (one->n, ==, 2);
}

static void
test_distribution (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaSelection) selection = NULL;
  g_autoptr (LasnaGroups) segments = NULL;
  g_autoptr (LasnaDistribution) all = NULL;
  g_autoptr (LasnaDistribution) asked = NULL;
  g_autoptr (LasnaDistribution) couples = NULL;
  g_autoptr (LasnaDistribution) none = NULL;
  LasnaDistributionScope scope = LASNA_DISTRIBUTION_ALL;

  lasna_test_import (fixture->book->workbook, grouped, NULL);
  selection = lasna_test_select (fixture->book, NULL);
  all = lasna_distribution_new_measure (selection, LASNA_MEASURE_NPS, LASNA_DISTRIBUTION_ALL);
  g_assert_cmpuint (all->n, ==, 12);
  g_assert_cmpuint (all->n_bars, ==, 11);
  for (guint i = 0; i < all->n_bars; i++)
    g_assert_cmpfloat (all->bars[i].value, ==, i);
  g_assert_cmpuint (all->bars[9].n, ==, 3);
  g_assert_cmpuint (all->bars[6].n, ==, 0);
  g_assert_cmpfloat_with_epsilon (all->mean, 70.0 / 12, 1e-9);
  g_assert_cmpfloat (all->median, ==, 6.5);

  asked = lasna_distribution_new_question (selection, 0, LASNA_DISTRIBUTION_ALL);
  g_assert_cmpuint (asked->n, ==, 12);
  g_assert_cmpuint (asked->n_bars, ==, 11);

  segments = lasna_groups_new (selection, LASNA_DIMENSION_SEGMENT);
  scope.dimension = LASNA_DIMENSION_SEGMENT;
  for (guint i = 0; i < segments->n; i++)
    if (strcmp (lasna_groups_get_name (segments, i, LASNA_LANGUAGE_EN), "Couples") == 0)
      scope.code = segments->groups[i].code;
  couples = lasna_distribution_new_measure (selection, LASNA_MEASURE_NPS, scope);
  g_assert_cmpuint (couples->n, ==, 5);
  g_assert_cmpfloat (couples->median, ==, 2);

  none = lasna_distribution_new_measure (selection, LASNA_MEASURE_CLIMATE, LASNA_DISTRIBUTION_ALL);
  g_assert_cmpuint (none->n, ==, 0);
  g_assert_true (isnan (none->mean));
  g_assert_true (isnan (none->median));
}

static char *
make_voices (guint n)
{
  static const char *const feelings[] = {
    "", "Happy 1", "Happy 3; Hurried 2", "No feeling", "Irritated 3; Safe 1", "Own word"
  };
  GString *csv = g_string_new ("date,nps,csat,ces,task,feelings,segment,id\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (csv,
                            "2026-%02d-%02d,%d,%d,%d,%d,%s,Segment %d,%u\n",
                            g_test_rand_int_range (1, 4),
                            g_test_rand_int_range (1, 29),
                            g_test_rand_int_range (0, 11),
                            g_test_rand_int_range (1, 6),
                            g_test_rand_int_range (1, 8),
                            g_test_rand_int_range (0, 4),
                            feelings[g_test_rand_int_range (0, G_N_ELEMENTS (feelings))],
                            g_test_rand_int_range (0, 5),
                            i);
  return g_string_free (csv, FALSE);
}

/* Counted together or one after the other, voices add up to the same. */
static void
test_bins (Fixture *fixture, gconstpointer data)
{
  static const guint raws[] = { LASNA_RAW_DAY, LASNA_DIMENSION_TASK, LASNA_DIMENSION_SEGMENT };
  g_autofree char *csv = make_voices (800);
  g_autoptr (LasnaSelection) selection = NULL;

  lasna_test_import (fixture->book->workbook, csv, NULL);
  selection =
      lasna_test_select (fixture->book, "nps=2..9", "segment=Segment 1", "segment=Segment 2", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (raws); i++)
    {
      guint32 own = i == 2 ? LASNA_OWN (LASNA_DIMENSION_SEGMENT) : 0;
      guint n;
      g_autofree LasnaTotals *bins = lasna_bins_new (selection, raws[i], own, LASNA_TOTALS_ALL, &n);
      g_autofree LasnaTotals *naive = g_new0 (LasnaTotals, n);

      for (guint row = 0; row < selection->columns->n; row++)
        if (lasna_selection_has_but (selection, row, own))
          lasna_totals_add (&naive[lasna_columns_get_raw (selection->columns, raws[i], row)],
                            selection->columns,
                            row);
      for (guint bin = 0; bin < n; bin++)
        lasna_test_assert_same_totals (&bins[bin], &naive[bin]);
    }
}

/* An answer far outside the scale is no bar, and makes none. */
static void
test_far_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaSelection) selection = NULL;
  g_autoptr (LasnaDistribution) asked = NULL;
  g_autofree LasnaQuestionFigure *figures = NULL;

  lasna_test_import (
      fixture->book->workbook, "date,csat (1-5),id\n2026-01-01,2,1\n2026-01-02,5,2\n", NULL);
  g_assert_true (lasna_store_execute (lasna_workbook_get_store (fixture->book->workbook),
                                      "UPDATE feedback_score SET raw = 1e300 WHERE raw = 5",
                                      NULL));
  selection = lasna_test_select (fixture->book, NULL);
  asked = lasna_distribution_new_question (selection, 0, LASNA_DISTRIBUTION_ALL);
  figures = lasna_question_figures_new (selection);
  g_assert_cmpuint (asked->n, ==, 1);
  g_assert_cmpuint (asked->n_bars, ==, 5);
  g_assert_cmpint (figures[0].n, ==, 1);
}

/* What lies outside the scale is no answer: not a detractor, nor a promoter, nor content. */
static void
test_outside (void)
{
  const LasnaColumnsQuestion nps = { .method = LASNA_METHOD_NPS, .scale_min = 0, .scale_max = 10 };
  const LasnaColumnsQuestion csat = {
    .method = LASNA_METHOD_CSAT, .scale_min = 1, .scale_max = 5, .satisfied_from = 4
  };
  const LasnaColumnsQuestion smileys = { .method = LASNA_METHOD_NPS,
                                         .scale_min = 1,
                                         .scale_max = 4 };
  static const double wrong[] = { -99, 11, 99, NAN, INFINITY };
  LasnaTotals totals = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      lasna_totals_add_answer (&totals, &nps, wrong[i]);
      lasna_totals_add_answer (&totals, &csat, wrong[i]);
    }
  /* Four smileys are not the scale of NPS. */
  for (int i = 1; i <= 4; i++)
    lasna_totals_add_answer (&totals, &smileys, i);
  g_assert_cmpint (lasna_totals_get_measure (&totals, LASNA_MEASURE_NPS).n, ==, 0);
  g_assert_cmpint (lasna_totals_get_measure (&totals, LASNA_MEASURE_CSAT).n, ==, 0);

  /* Zero is an answer. */
  lasna_totals_add_answer (&totals, &nps, 0);
  g_assert_cmpuint (totals.nps[0], ==, 1);
}

static void
check_csat (Fixture *fixture, double value, const char *definition)
{
  g_autoptr (LasnaSelection) selection = lasna_test_select (fixture->book, NULL);
  g_autofree LasnaQuestionFigure *figures = lasna_question_figures_new (selection);
  g_autofree char *words = lasna_question_figures_dup_definition (
      selection->columns->questions->pdata[0], LASNA_LANGUAGE_EN);

  g_assert_cmpint (figures[0].n, ==, 5);
  g_assert_cmpfloat_with_epsilon (figures[0].value, value, 1e-9);
  g_assert_cmpstr (words, ==, definition);
}

/* Each question has its own scale, from where people count as satisfied, and direction. */
static void
test_questions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaRecord) question = NULL;

  lasna_test_import (fixture->book->workbook,
                     "date,csat (1-5),id\n2026-01-01,1,1\n2026-01-02,2,2\n2026-01-03,3,3\n"
                     "2026-01-04,4,4\n2026-01-05,2,5\n",
                     NULL);
  question =
      g_list_model_get_item (lasna_workbook_get_records (fixture->book->workbook, "question"), 0);
  check_csat (fixture,
              20,
              "Share of the answers 4–5 on the scale 1 to 5, in per cent. A high answer is the "
              "good one.");
  g_object_set (question, "satisfied-from", 3.0, NULL);
  check_csat (fixture,
              40,
              "Share of the answers 3–5 on the scale 1 to 5, in per cent. A high answer is the "
              "good one.");
  g_object_set (question, "satisfied-from", 1.0, "reversed", TRUE, NULL);
  check_csat (fixture,
              20,
              "Share of the answers 1 on the scale 1 to 5, in per cent. A low answer is the good "
              "one.");
  g_object_set (question, "satisfied-from", 2.0, NULL);
  check_csat (fixture,
              60,
              "Share of the answers 1–2 on the scale 1 to 5, in per cent. A low answer is the good "
              "one.");
}

static LasnaTwoParts
get_parts (Fixture *fixture)
{
  g_autoptr (LasnaSelection) selection = lasna_test_select (fixture->book, NULL);
  LasnaTotals totals = lasna_stats_sum (selection);

  return lasna_two_parts_of (&totals, lasna_workbook_get_settings (fixture->book->workbook));
}

static void
test_two_parts (Fixture *fixture, gconstpointer data)
{
  LasnaSettings *settings = lasna_workbook_get_settings (fixture->book->workbook);
  g_autofree char *saying = lasna_two_parts_dup_index_definition (settings, LASNA_LANGUAGE_EN);
  LasnaTwoParts parts;

  lasna_test_import (
      fixture->book->workbook, "date,task,id\n2026-01-01,3,1\n2026-01-02,0,2\n", NULL);
  parts = get_parts (fixture);
  g_assert_cmpfloat_with_epsilon (parts.task.value, 50, 1e-9);
  g_assert_cmpint (parts.task.n, ==, 2);
  g_assert_true (isnan (parts.feeling.value));
  g_assert_true (isnan (parts.index));

  /* Happy 3 is +1, no feeling 0: the climate is 0.5, which is 75. */
  lasna_test_import (fixture->book->workbook,
                     "date,feelings,id\n2026-01-03,Happy 3,3\n2026-01-04,No feeling,4\n",
                     NULL);
  parts = get_parts (fixture);
  g_assert_cmpfloat_with_epsilon (parts.feeling.value, 75, 1e-9);
  g_assert_cmpfloat_with_epsilon (parts.index, 0.2 * 50 + 0.8 * 75, 1e-9);
  g_assert_cmpfloat (parts.feeling.low, >=, 0);
  g_assert_cmpfloat (parts.feeling.high, <=, 100);
  g_assert_nonnull (strstr (saying, "20 per cent"));
}

/* The whole follows from two parts; a third is never different, a fourth follows from the first. */
static void
test_drivers (Fixture *fixture, gconstpointer data)
{
  static const int wait[] = { 1, 2, 3, 4, 5, 5, 3, 2, 4, 1 };
  static const int ease[] = { 7, 3, 5, 1, 6, 2, 4, 7, 3, 5 };
  g_autoptr (GString) csv = g_string_new ("date,nps,csat,ces,task,id\n");
  g_autoptr (LasnaSelection) all = NULL;
  g_autoptr (LasnaSelection) few = NULL;
  g_autoptr (LasnaDrivers) ready = NULL;
  g_autoptr (LasnaDrivers) climate = NULL;
  g_autoptr (LasnaDrivers) scarce = NULL;
  const LasnaDriver *first;
  const LasnaDriver *last;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (csv,
                            "2026-%02u-01,%d,%d,%d,3,%u\n",
                            i < 25 ? 1 : 2,
                            wait[i % 10] + (ease[i % 10] + wait[i % 10] > 6 ? 5 : 3),
                            wait[i % 10],
                            ease[i % 10],
                            i);
  lasna_test_import (fixture->book->workbook, csv->str, NULL);
  all = lasna_test_select (fixture->book, NULL);
  ready = lasna_drivers_new (all, LASNA_MEASURE_NPS, LASNA_LANGUAGE_EN);
  g_assert_cmpint (ready->state, ==, LASNA_DRIVERS_READY);
  g_assert_cmpuint (ready->n, ==, 30);
  g_assert_false (ready->is_small);
  g_assert_cmpuint (ready->drivers->len, ==, 3);
  first = ready->drivers->pdata[0];
  last = ready->drivers->pdata[2];
  g_assert_cmpstr (first->title, ==, "csat");
  g_assert_cmpint (last->kind, ==, LASNA_DRIVER_TASK);
  g_assert_cmpint (last->state, ==, LASNA_DRIVER_CONSTANT);
  g_assert_true (isnan (last->importance));
  g_assert_cmpfloat_with_epsilon (
      first->importance + ((LasnaDriver *) ready->drivers->pdata[1])->importance, 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (first->performance, 50, 1e-9);
  g_assert_cmpfloat (first->low, <, first->correlation);

  /* Nobody told a feeling; five voices are too few to weigh two parts. */
  climate = lasna_drivers_new (all, LASNA_MEASURE_CLIMATE, LASNA_LANGUAGE_EN);
  g_assert_cmpint (climate->state, ==, LASNA_DRIVERS_NO_OUTCOME);
  few = lasna_test_select (fixture->book, "date=2026-02-01", NULL);
  scarce = lasna_drivers_new (few, LASNA_MEASURE_NPS, LASNA_LANGUAGE_EN);
  g_assert_cmpint (scarce->state, ==, LASNA_DRIVERS_FEW);
  g_assert_true (isnan (scarce->r2));
}

static void
test_drivers_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) csv = g_string_new ("date,nps,csat,ces,task,feelings,id\n");
  g_autoptr (LasnaSelection) all = NULL;
  g_autoptr (LasnaDrivers) drivers = NULL;
  guint states[LASNA_DRIVER_TOO_MANY + 1] = { 0 };

  /* Ease says what contentment says; a third told a feeling; some left out the task. */
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (csv,
                            "2026-01-01,%u,%u,%g,%s,%s,%u\n",
                            (i * 7) % 11,
                            1 + (i * 3) % 5,
                            1 + 1.5 * ((i * 3) % 5),
                            i % 10 == 0  ? ""
                            : i % 3 == 0 ? "1"
                                         : "2",
                            i % 3 == 0 ? "Happy 2" : "",
                            i);
  lasna_test_import (fixture->book->workbook, csv->str, NULL);
  all = lasna_test_select (fixture->book, NULL);
  drivers = lasna_drivers_new_any (all, LASNA_LANGUAGE_EN);
  g_assert_cmpint (drivers->state, ==, LASNA_DRIVERS_READY);
  g_assert_cmpuint (drivers->n, ==, 54);
  g_assert_cmpuint (drivers->n_left_out, ==, 6);
  for (guint i = 0; i < drivers->drivers->len; i++)
    states[((LasnaDriver *) drivers->drivers->pdata[i])->state]++;
  g_assert_cmpuint (states[LASNA_DRIVER_WEIGHED], ==, 2);
  g_assert_cmpuint (states[LASNA_DRIVER_ECHO], ==, 1);
  g_assert_cmpuint (states[LASNA_DRIVER_SELDOM], ==, 1);
}

static void
test_compare (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaStats) stats = NULL;
  g_autoptr (LasnaSelection) couples = NULL;
  g_autoptr (LasnaSelection) phone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  lasna_test_import (fixture->book->workbook, grouped, NULL);
  couples = lasna_test_select (fixture->book, "segment=Couples", NULL);
  phone = lasna_test_select (fixture->book, "channel=Phone", NULL);
  stats = lasna_stats_new (fixture->book->workbook,
                           lasna_test_select (fixture->book, "segment=Families", NULL),
                           LASNA_LANGUAGE_EN);

  /* Some families phoned, so they are on both sides. */
  g_assert_false (lasna_stats_compare (stats, phone, "Families", "Phone", &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_null (stats->second_name);

  g_assert_true (lasna_stats_compare (stats, couples, "Families", "Couples", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (stats->first.n, ==, 5);
  g_assert_cmpuint (stats->second.n, ==, 5);
  text = lasna_stats_to_text (stats);
  g_assert_nonnull (strstr (text, "“Families” is higher than “Couples”: +140 ("));

  /* Compared with a part of itself, the rest is meant. */
  g_assert_true (lasna_stats_compare (stats, phone, NULL, "Phone", &error));
  g_assert_cmpuint (stats->first.n, ==, 2);
  g_assert_cmpstr (stats->first_name, ==, "All others");
}

static void
test_responses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaStats) stats = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  JsonObject *rate;

  lasna_test_import (fixture->book->workbook,
                     grouped,
                     "asked=50",
                     "undelivered=8",
                     "not-meant=2",
                     "began=20",
                     NULL);
  lasna_test_import (fixture->book->workbook, "date,nps,id\n2026-04-01,3,z\n", NULL);
  stats = lasna_stats_new (
      fixture->book->workbook, lasna_test_select (fixture->book, NULL), LASNA_LANGUAGE_EN);
  g_assert_cmpuint (stats->waves->len, ==, 1);
  node = lasna_stats_to_json (stats);
  rate = json_array_get_object_element (
      json_object_get_array_member (
          json_object_get_object_member (json_node_get_object (node), "responses"), "imports"),
      0);
  g_assert_cmpint (json_object_get_int_member (rate, "n"), ==, 40);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (rate, "value"), 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (rate, "completion"), 60, 1e-9);
  text = lasna_stats_to_text (stats);
  g_assert_nonnull (strstr (text, "export.csv: 30 % ("));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/period-names", test_period_names);
  g_test_add_func ("/figures/outside", test_outside);
  ADD ("/figures/bins", test_bins);
  ADD ("/figures/series", test_series);
  ADD ("/figures/span", test_span);
  ADD ("/figures/rolling", test_rolling);
  ADD ("/figures/groups", test_groups);
  ADD ("/figures/distribution", test_distribution);
  ADD ("/figures/distribution/far-out", test_far_out);
  ADD ("/figures/questions", test_questions);
  ADD ("/figures/two-parts", test_two_parts);
  ADD ("/figures/drivers", test_drivers);
  ADD ("/figures/drivers/left-out", test_drivers_left_out);
  ADD ("/figures/compare", test_compare);
  ADD ("/figures/responses", test_responses);
  return g_test_run ();
}
