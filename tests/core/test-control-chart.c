/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Control charts against values that were computed by other means.
 */
#include "config.h"

#include "lasna-control-chart.h"

#include <math.h>
#include <string.h>

static const double d[] = { 18, 22, 15, 30, 9 };
static const double n[] = { 25, 30, 22, 38, 20 };

static void
test_xmr (void)
{
  static const double x[] = { 42, 38, 45, 50, 47, 40, 36, 44, 71, 46 };
  g_autoptr (LasnaControlChart) chart = lasna_control_chart_new_xmr (x, G_N_ELEMENTS (x));

  g_assert_cmpfloat_with_epsilon (chart->centre, 45.9, 1e-9);
  g_assert_cmpfloat_with_epsilon (chart->range, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (chart->range_limit, 32.67, 1e-9);
  g_assert_cmpuint (chart->n, ==, 10);
  for (guint i = 0; i < chart->n; i++)
    {
      g_assert_cmpfloat_with_epsilon (chart->points[i].low, 19.3043, 5e-5);
      g_assert_cmpfloat_with_epsilon (chart->points[i].high, 72.4957, 5e-5);
    }
  g_assert_cmpuint (chart->n_outside, ==, 0);
}

static void
test_p (void)
{
  static const double limits[][2] = {
    { .4204, .9722 }, { .4444, .9482 }, { .4022, .9904 }, { .4725, .9201 }, { .3878, 1 }
  };
  g_autoptr (LasnaControlChart) chart = lasna_control_chart_new_p (d, n, 5, FALSE);

  g_assert_cmpfloat_with_epsilon (chart->centre, 0.696296, 5e-7);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat_with_epsilon (chart->points[i].low, limits[i][0], 5e-5);
      g_assert_cmpfloat_with_epsilon (chart->points[i].high, limits[i][1], 5e-5);
    }
}

/* z of each point and their mean range, worked out step by step. */
static void
test_p_prime (void)
{
  g_autoptr (LasnaControlChart) plain = lasna_control_chart_new_p (d, n, 5, FALSE);
  g_autoptr (LasnaControlChart) prime = lasna_control_chart_new_p (d, n, 5, TRUE);
  double sum = 0;
  double last = NAN;

  for (guint i = 0; i < 5; i++)
    {
      double z = (d[i] / n[i] - plain->centre) / sqrt (plain->centre * (1 - plain->centre) / n[i]);

      sum += i > 0 ? fabs (z - last) : 0;
      last = z;
    }
  g_assert_cmpfloat_with_epsilon (prime->range, sum / 4 / 1.128, 1e-12);
  g_assert_cmpfloat_with_epsilon (prime->centre - prime->points[0].low,
                                  (plain->centre - plain->points[0].low) * prime->range,
                                  1e-12);
}

static void
test_i_prime (void)
{
  static const double limits[][2] = {
    { .3460, 1.0466 }, { .3765, 1.0161 }, { .3228, 1.0697 }, { .4121, .9804 }, { .3046, 1.0880 }
  };
  double shares[5];
  g_autoptr (LasnaControlChart) chart = NULL;

  for (guint i = 0; i < 5; i++)
    shares[i] = d[i] / n[i];
  chart = lasna_control_chart_new_i_prime (shares, n, 5);
  g_assert_cmpfloat_with_epsilon (chart->centre, .696296, 5e-7);
  g_assert_cmpfloat_with_epsilon (chart->range, .583877, 5e-7);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat_with_epsilon (chart->points[i].low, limits[i][0], 6e-5);
      g_assert_cmpfloat_with_epsilon (chart->points[i].high, limits[i][1], 6e-5);
    }
}

/* How long a run may be and how few crossings there may be. */
static void
test_runs (void)
{
  static const guint cases[][3] = { { 10, 6, 2 }, { 12, 7, 3 },  { 20, 7, 6 },
                                    { 24, 8, 8 }, { 30, 8, 10 }, { 52, 9, 20 } };
  double values[64];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LasnaRuns runs;

      for (guint j = 0; j < cases[i][0]; j++)
        values[j] = j % 2 == 0 ? 1 : -1;
      runs = lasna_runs_count (values, cases[i][0], 0);
      g_assert_cmpuint (runs.n_useful, ==, cases[i][0]);
      g_assert_cmpuint (runs.longest_max, ==, cases[i][1]);
      g_assert_cmpuint (runs.crossings_min, ==, cases[i][2]);
      g_assert_cmpuint (runs.longest, ==, 1);
      g_assert_cmpuint (runs.crossings, ==, cases[i][0] - 1);
      g_assert_false (runs.is_signal);
    }
}

static void
test_signals (void)
{
  /* Seven above, then seven below: too long a run, and only one crossing. */
  static const double shift[] = { 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1, -1 };
  static const double gaps[] = { 1, 0, NAN, 1, -1, 0, 1 };
  LasnaRuns runs = lasna_runs_count (shift, G_N_ELEMENTS (shift), 0);

  g_assert_cmpuint (runs.longest, ==, 8);
  g_assert_cmpuint (runs.longest_max, ==, 7);
  g_assert_cmpuint (runs.crossings, ==, 1);
  g_assert_true (runs.is_signal);

  runs = lasna_runs_count (gaps, G_N_ELEMENTS (gaps), 0);
  g_assert_cmpuint (runs.n_useful, ==, 4);
  g_assert_cmpuint (runs.longest, ==, 2);
  g_assert_cmpuint (runs.crossings, ==, 2);
  runs = lasna_runs_count (gaps, 0, 0);
  g_assert_false (runs.is_signal);
}

/* No points, one point and equal points are charts without claims. */
static void
test_nothing (void)
{
  static const double same[] = { 3, 3, 3, 3, 3, 3, 3, 3 };
  static const double none[] = { NAN, NAN };
  static const double zero[] = { 0, 0 };
  g_autoptr (LasnaControlChart) empty = lasna_control_chart_new_xmr (none, 2);
  g_autoptr (LasnaControlChart) one = lasna_control_chart_new_xmr (same, 1);
  g_autoptr (LasnaControlChart) flat = lasna_control_chart_new_xmr (same, 8);
  g_autoptr (LasnaControlChart) nobody = lasna_control_chart_new_p (zero, zero, 2, TRUE);
  g_autoptr (LasnaControlChart) all = lasna_control_chart_new_p (same, same, 8, TRUE);

  g_assert_cmpuint (empty->n, ==, 0);
  g_assert_true (isnan (empty->centre));
  g_assert_cmpuint (one->n, ==, 1);
  g_assert_true (isnan (one->points[0].low));
  g_assert_cmpuint (flat->n_outside, ==, 0);
  g_assert_false (flat->runs.is_signal);
  g_assert_cmpuint (nobody->n, ==, 0);
  g_assert_cmpuint (all->n_outside, ==, 0);
}

/* A series of months of which the last one has another level. */
static LasnaSeries *
make_series (guint n_months, guint last_promoters, guint size)
{
  LasnaSeries *series = g_new0 (LasnaSeries, 1);

  series->period = LASNA_PERIOD_MONTH;
  series->n = n_months;
  series->points = g_new0 (LasnaSeriesPoint, n_months);
  for (guint i = 0; i < n_months; i++)
    {
      LasnaTotals *totals = &series->points[i].totals;
      guint promoters = i + 1 == n_months ? last_promoters : 40 + i % 3;

      totals->n = size;
      totals->nps[2] = promoters;
      totals->nps[0] = size - promoters;
      totals->satisfied = promoters;
      totals->dissatisfied = size - promoters;
    }
  return series;
}

static void
test_series (void)
{
  g_autoptr (LasnaSeries) calm = make_series (12, 41, 80);
  g_autoptr (LasnaSeries) fall = make_series (12, 5, 80);
  g_autoptr (LasnaSeries) brief = make_series (5, 5, 80);
  g_autoptr (LasnaControlChart) usual = lasna_control_chart_new_series (calm, LASNA_MEASURE_NPS);
  g_autoptr (LasnaControlChart) nps = lasna_control_chart_new_series (fall, LASNA_MEASURE_NPS);
  g_autoptr (LasnaControlChart) csat = lasna_control_chart_new_series (fall, LASNA_MEASURE_CSAT);
  g_autoptr (LasnaControlChart) start = lasna_control_chart_new_series (brief, LASNA_MEASURE_NPS);
  g_autofree char *sentence = lasna_control_chart_dup_sentence (nps, LASNA_LANGUAGE_EN);
  g_autofree char *calm_sentence = lasna_control_chart_dup_sentence (usual, LASNA_LANGUAGE_EN);
  g_autofree char *early = lasna_control_chart_dup_sentence (start, LASNA_LANGUAGE_EN);

  g_assert_cmpint (nps->kind, ==, LASNA_CONTROL_I_PRIME);
  g_assert_cmpuint (usual->n_outside, ==, 0);
  g_assert_true (g_str_has_prefix (calm_sentence, "The usual up and down"));
  g_assert_cmpuint (nps->n_outside, ==, 1);
  g_assert_true (nps->points[11].is_outside);
  g_assert_true (g_str_has_prefix (sentence, "1 period lies outside"));
  g_assert_cmpfloat (csat->points[11].value, ==, 6.25);
  g_assert_cmpuint (csat->n_outside, >, 0);
  g_assert_true (isnan (start->points[0].low));
  g_assert_cmpuint (start->n_outside, ==, 0);
  g_assert_true (g_str_has_prefix (early, "There are 5 periods"));
}

/* Periods with fewer than five answers are no points of the chart. */
static void
test_small (void)
{
  g_autoptr (LasnaSeries) series = make_series (9, 41, 80);
  g_autoptr (LasnaControlChart) chart = NULL;

  series->points[3].totals = (LasnaTotals){ .n = 4, .nps = { 4, 0, 0 } };
  series->points[4].totals = (LasnaTotals){ 0 };
  chart = lasna_control_chart_new_series (series, LASNA_MEASURE_NPS);
  g_assert_cmpuint (chart->n, ==, 7);
  g_assert_cmpuint (chart->points[3].place, ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/control-chart/xmr", test_xmr);
  g_test_add_func ("/control-chart/p", test_p);
  g_test_add_func ("/control-chart/p-prime", test_p_prime);
  g_test_add_func ("/control-chart/i-prime", test_i_prime);
  g_test_add_func ("/control-chart/runs", test_runs);
  g_test_add_func ("/control-chart/signals", test_signals);
  g_test_add_func ("/control-chart/nothing", test_nothing);
  g_test_add_func ("/control-chart/series", test_series);
  g_test_add_func ("/control-chart/small", test_small);
  return g_test_run ();
}
