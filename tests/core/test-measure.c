/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures and intervals against values that were computed by other means.
 */
#include "config.h"

#include "lasna-interval.h"
#include "lasna-measures.h"
#include "lasna-words.h"

#include <math.h>

static void
test_nps (void)
{
  static const struct
  {
    int detractors, passives, promoters;
    double value, low, high;
  } cases[] = {
    { 1, 2, 3, 33.3333, -26.7433, 71.1877 },    { 0, 0, 10, 100, 47.5036, 100 },
    { 10, 0, 0, -100, -100, -47.5036 },         { 15, 9, 12, -8.3333, -34.4126, 19.0279 },
    { 3, 3, 4, 10, -36.0639, 51.4486 },         { 2, 1, 5, 37.5, -22.1114, 76.6569 },
    { 21, 59, 185, 61.8868, 53.6241, 68.7640 }, { 1194, 3953, 8465, 53.4161, 52.3101, 54.4985 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LasnaMeasureResult nps =
          lasna_measure_nps (cases[i].detractors, cases[i].passives, cases[i].promoters);

      g_assert_cmpint (nps.n, ==, cases[i].detractors + cases[i].passives + cases[i].promoters);
      g_assert_cmpfloat_with_epsilon (nps.value, cases[i].value, 5e-5);
      g_assert_cmpfloat_with_epsilon (nps.low, cases[i].low, 5e-5);
      g_assert_cmpfloat_with_epsilon (nps.high, cases[i].high, 5e-5);
      g_assert_cmpstr (nps.counts[2].id, ==, "promoters");
      g_assert_cmpint (nps.counts[2].count, ==, cases[i].promoters);
    }
}

/* 6.5 and 8.5 belong somewhere, and 0 is an answer. */
static void
test_nps_class (void)
{
  static const struct
  {
    double score;
    int class;
  } cases[] = { { 0, -1 },  { 6, -1 },   { 6.5, -1 }, { 7, 0 },
                { 8.5, 0 }, { 8.99, 0 }, { 9, 1 },    { 10, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (lasna_measure_nps_class (cases[i].score), ==, cases[i].class);
}

/* Published examples of other people: a package for R, and answers of visitors of a region. */
static void
test_nps_counts (void)
{
  LasnaMeasureResult three = lasna_measure_nps (1, 2, 3);
  LasnaMeasureResult many = lasna_measure_nps (82, 495, 133);
  LasnaMeasureResult low = lasna_measure_nps (89, 30, 6);
  double n = (double) three.n;
  double net = three.value / 100;

  /* nps (0, 7, 7, 9, 9, 9): 1/3, variance 5/9, standard error 0.304. */
  g_assert_cmpfloat_with_epsilon (net, 1.0 / 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (sqrt ((4 / n - net * net) / n), 0.304, 5e-4);
  g_assert_cmpint (many.n, ==, 710);
  g_assert_cmpfloat_with_epsilon (many.value, 7.1831, 5e-5);
  g_assert_cmpfloat_with_epsilon (many.low, 3.14238494, 1e-7);
  g_assert_cmpfloat_with_epsilon (many.high, 11.16336541, 1e-7);
  g_assert_cmpfloat_with_epsilon (low.value, -66.4, 1e-12);
}

/* Rounding the shares first would give 16. */
static void
test_rounding (void)
{
  LasnaMeasureResult nps = lasna_measure_nps (1, 3, 2);
  LasnaMeasureResult even = lasna_measure_nps (500, 1, 499);
  g_autofree char *shown = lasna_words_number (LASNA_LANGUAGE_EN, nps.value, 0);
  g_autofree char *zero = lasna_words_number (LASNA_LANGUAGE_EN, even.value, 0);

  g_assert_cmpfloat_with_epsilon (nps.value, 16.6667, 5e-5);
  g_assert_cmpstr (shown, ==, "17");
  g_assert_cmpfloat (even.value, <, 0);
  g_assert_cmpstr (zero, ==, "0");
}

static void
test_wilson (void)
{
  static const struct
  {
    int hits, n;
    double low, high;
  } cases[] = { { 0, 5, 0, 0.434482 },          { 5, 5, 0.565518, 1 },
                { 3, 5, 0.230724, 0.882379 },   { 8, 10, 0.490162, 0.943318 },
                { 45, 50, 0.786398, 0.956524 }, { 84, 85, 0.936328, 0.997920 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double low;
      double high;

      lasna_interval_wilson (cases[i].hits, cases[i].n, &low, &high);
      g_assert_cmpfloat_with_epsilon (low, cases[i].low, 1e-6);
      g_assert_cmpfloat_with_epsilon (high, cases[i].high, 1e-6);
    }
}

static void
test_student (void)
{
  /* Printed tables of Student's distribution. */
  static const struct
  {
    double probability, freedom, t;
  } cases[] = { { 0.975, 1, 12.7062047364 }, { 0.975, 2, 4.3026527297 },
                { 0.975, 4, 2.7764451052 },  { 0.975, 9, 2.2621571628 },
                { 0.975, 29, 2.0452296421 }, { 0.975, 100, 1.9839715185 },
                { 0.95, 5, 2.0150483733 },   { 0.995, 10, 3.1692726726 },
                { 0.975, 1e6, 1.9599663568 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double t = lasna_student_quantile (cases[i].probability, cases[i].freedom);

      g_assert_cmpfloat_with_epsilon (t, cases[i].t, 1e-8);
      g_assert_cmpfloat_with_epsilon (
          lasna_student_probability (-t, cases[i].freedom), 1 - cases[i].probability, 1e-10);
    }
  g_assert_cmpfloat_with_epsilon (lasna_normal_probability (LASNA_Z95), 0.975, 1e-12);
}

static void
test_csat (void)
{
  LasnaMeasureResult csat = lasna_measure_csat (8, 2);

  g_assert_cmpint (csat.n, ==, 10);
  g_assert_cmpfloat_with_epsilon (csat.value, 80, 1e-12);
  g_assert_cmpfloat_with_epsilon (csat.low, 49.0162, 1e-4);
  g_assert_cmpfloat_with_epsilon (csat.high, 94.3318, 1e-4);
}

static void
test_ces (void)
{
  static const int answers[] = { 7, 6, 5, 3, 7, 6, 2, 5 };
  LasnaSums sums = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    lasna_sums_add (&sums, answers[i]);

  LasnaMeasureResult ces = lasna_measure_ces (&sums, 6);

  g_assert_cmpfloat_with_epsilon (ces.value, 5.125, 1e-12);
  /* s = 1.807722, t(7) = 2.364624: half = 1.511303; the upper end is 6.636303. */
  g_assert_cmpfloat_with_epsilon (ces.low, 3.613697, 1e-5);
  g_assert_cmpfloat_with_epsilon (ces.high, 6.636303, 1e-5);
  g_assert_cmpfloat_with_epsilon (ces.shares[0].value, 75, 1e-12);
}

static void
test_climate (void)
{
  LasnaSums sums = { 0 };

  /* Happy 3; irritated 2; happy 1 and hurried 1; no feeling. */
  lasna_sums_add (&sums, lasna_measure_feeling (2 * 3, 1));
  lasna_sums_add (&sums, lasna_measure_feeling (-2 * 2, 1));
  lasna_sums_add (&sums, lasna_measure_feeling (2 * 1 - 1 * 1, 2));
  lasna_sums_add (&sums, lasna_measure_feeling (0, 0));

  LasnaMeasureResult climate = lasna_measure_climate (&sums, 2, 1);

  g_assert_cmpint (climate.n, ==, 4);
  g_assert_cmpfloat_with_epsilon (climate.value, (1 - 4.0 / 6 + 0.5 / 6 + 0) / 4, 1e-12);
  g_assert_cmpfloat_with_epsilon (climate.shares[0].value, 50, 1e-12);
  g_assert_cmpfloat_with_epsilon (climate.shares[1].value, 25, 1e-12);
  g_assert_cmpfloat (climate.low, <, climate.value);
  g_assert_cmpfloat (climate.high, <=, 1);
}

static void
test_net_emotion (void)
{
  LasnaMeasureResult net = lasna_measure_net_emotion (10, 6, 5, 2);
  LasnaMeasureResult nps = lasna_measure_nps (3, 3, 4);
  LasnaMeasureResult all = lasna_measure_net_emotion (10, 10, 0, 0);

  /* Four are only good, three only bad: the spread of NPS with those counts. */
  g_assert_cmpfloat_with_epsilon (net.value, 10, 1e-12);
  g_assert_cmpfloat_with_epsilon (net.low, nps.low, 1e-12);
  g_assert_cmpfloat_with_epsilon (net.high, nps.high, 1e-12);
  g_assert_cmpfloat_with_epsilon (net.shares[0].value, 60, 1e-12);

  /* All alike is no proof that all are. */
  g_assert_cmpfloat_with_epsilon (all.value, 100, 1e-12);
  g_assert_cmpfloat_with_epsilon (all.low, 47.5036, 5e-5);
  g_assert_cmpfloat (all.high, ==, 100);
}

/* No data is no figure, and one answer has a value but shows no spread. */
static void
test_nothing (void)
{
  LasnaSums none = { 0 };
  LasnaSums one = { 0 };
  LasnaMeasureResult results[] = {
    lasna_measure_nps (0, 0, 0),
    lasna_measure_csat (0, 0),
    lasna_measure_ces (&none, 0),
    lasna_measure_climate (&none, 0, 0),
    lasna_measure_net_emotion (0, 0, 0, 0),
  };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_assert_cmpint (results[i].n, ==, 0);
      g_assert_true (isnan (results[i].value));
      g_assert_true (isnan (results[i].low));
      g_assert_true (isnan (results[i].high));
      for (guint j = 0; j < results[i].n_shares; j++)
        g_assert_true (isnan (results[i].shares[j].value));
      g_assert_nonnull (lasna_measure_get_info (results[i].kind)->definition);
    }

  lasna_sums_add (&one, 6);
  LasnaMeasureResult ces = lasna_measure_ces (&one, 1);
  g_assert_cmpfloat (ces.value, ==, 6);
  g_assert_true (isnan (ces.low));
}

/* A large offset must not eat the spread. */
static void
test_sums (void)
{
  LasnaSums sums = { 0 };

  for (int i = 0; i < 4; i++)
    lasna_sums_add (&sums, 1e9 + i);
  g_assert_cmpfloat_with_epsilon (lasna_sums_get_mean (&sums), 1e9 + 1.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (lasna_sums_get_deviation (&sums), 1.2909944, 1e-6);
}

static void
test_merge (void)
{
  LasnaSums all = { 0 };
  LasnaSums one = { 0 };
  LasnaSums other = { 0 };
  LasnaSums none = { 0 };

  for (int i = 0; i < 7; i++)
    {
      double value = 1e6 + i * i;

      lasna_sums_add (&all, value);
      lasna_sums_add (i < 3 ? &one : &other, value);
    }
  lasna_sums_merge (&none, &one);
  lasna_sums_merge (&none, &other);
  lasna_sums_merge (&none, &(LasnaSums){ 0 });
  g_assert_cmpint (none.n, ==, 7);
  g_assert_cmpfloat_with_epsilon (lasna_sums_get_mean (&none), lasna_sums_get_mean (&all), 1e-9);
  g_assert_cmpfloat_with_epsilon (
      lasna_sums_get_deviation (&none), lasna_sums_get_deviation (&all), 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/nps", test_nps);
  g_test_add_func ("/measure/nps/class", test_nps_class);
  g_test_add_func ("/measure/nps/counts", test_nps_counts);
  g_test_add_func ("/measure/rounding", test_rounding);
  g_test_add_func ("/measure/wilson", test_wilson);
  g_test_add_func ("/measure/student", test_student);
  g_test_add_func ("/measure/csat", test_csat);
  g_test_add_func ("/measure/ces", test_ces);
  g_test_add_func ("/measure/climate", test_climate);
  g_test_add_func ("/measure/net-emotion", test_net_emotion);
  g_test_add_func ("/measure/nothing", test_nothing);
  g_test_add_func ("/measure/sums", test_sums);
  g_test_add_func ("/measure/sums/merge", test_merge);
  return g_test_run ();
}
