/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two figures side by side, and how many answered of those who were asked.
 */
#include "config.h"

#include "lasna-comparison.h"
#include "lasna-interval.h"
#include "lasna-response-rate.h"

#include <math.h>
#include <string.h>

/* Intervals of adjusted counts, computed by other means. */
static void
test_nps (void)
{
  LasnaMeasureResult first = lasna_measure_nps (21, 59, 185);
  LasnaMeasureResult second = lasna_measure_nps (1194, 3953, 8465);
  LasnaMeasureResult small = lasna_measure_nps (2, 1, 5);
  LasnaMeasureResult mixed = lasna_measure_nps (15, 9, 12);
  LasnaComparison clear = lasna_comparison_new (&first, &second);
  LasnaComparison unclear = lasna_comparison_new (&small, &mixed);
  LasnaComparison same = lasna_comparison_new (&first, &first);

  g_assert_cmpfloat_with_epsilon (clear.difference, 61.8868 - 53.4161, 1e-4);
  g_assert_cmpfloat_with_epsilon (clear.low, 0.14107811, 1e-7);
  g_assert_cmpfloat_with_epsilon (clear.high, 15.43831468, 1e-7);
  g_assert_cmpfloat_with_epsilon (clear.probability, 0.04592137, 1e-7);
  g_assert_cmpint (clear.verdict, ==, LASNA_VERDICT_HIGHER);
  g_assert_cmpfloat_with_epsilon (unclear.low, -21.18444456, 1e-7);
  g_assert_cmpfloat_with_epsilon (unclear.probability, 0.22227694, 1e-7);
  g_assert_cmpint (unclear.verdict, ==, LASNA_VERDICT_UNCLEAR);
  g_assert_cmpfloat_with_epsilon (same.difference, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (same.probability, 1, 1e-12);
  clear = lasna_comparison_new (&second, &first);
  g_assert_cmpint (clear.verdict, ==, LASNA_VERDICT_LOWER);
}

/* The examples of Newcombe (1998), method 10. */
static void
test_newcombe (void)
{
  static const struct
  {
    int hits1, n1, hits2, n2;
    double low, high;
  } cases[] = { { 56, 70, 48, 80, 0.0524, 0.3339 }, { 9, 10, 3, 10, 0.1705, 0.8090 },
                { 6, 7, 2, 7, 0.0582, 0.8062 },     { 5, 56, 0, 29, -0.0381, 0.1926 },
                { 0, 10, 0, 20, -0.1611, 0.2775 },  { 10, 10, 0, 10, 0.6075, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double low;
      double high;
      double probability = lasna_interval_newcombe (
          cases[i].hits1, cases[i].n1, cases[i].hits2, cases[i].n2, &low, &high);

      g_assert_cmpfloat_with_epsilon (low, cases[i].low, 5e-5);
      g_assert_cmpfloat_with_epsilon (high, cases[i].high, 5e-5);
      /* The probability never says otherwise than the interval. */
      g_assert_true ((low > 0 || high < 0) == (probability < 0.05));
    }
}

static void
test_csat (void)
{
  LasnaMeasureResult first = lasna_measure_csat (56, 14);
  LasnaMeasureResult second = lasna_measure_csat (48, 32);
  LasnaComparison self = lasna_comparison_new (&first, &second);

  g_assert_cmpfloat_with_epsilon (self.difference, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (self.low, 5.24315, 1e-4);
  g_assert_cmpfloat_with_epsilon (self.probability, 0.00813314, 1e-7);
  g_assert_cmpint (self.verdict, ==, LASNA_VERDICT_HIGHER);
}

static LasnaMeasureResult
ease_of (const int *answers, guint n)
{
  LasnaSums sums = { 0 };

  for (guint i = 0; i < n; i++)
    lasna_sums_add (&sums, answers[i]);
  return lasna_measure_ces (&sums, 0);
}

static void
test_welch (void)
{
  static const int first[] = { 7, 6, 5, 3, 7, 6, 2, 5 };
  static const int second[] = { 4, 3, 2, 5, 1, 3 };
  static const int alike[] = { 4, 4, 4, 4, 4, 4 };
  LasnaMeasureResult one = ease_of (first, G_N_ELEMENTS (first));
  LasnaMeasureResult two = ease_of (second, G_N_ELEMENTS (second));
  LasnaMeasureResult flat = ease_of (alike, G_N_ELEMENTS (alike));
  LasnaComparison self = lasna_comparison_new (&one, &two);

  g_assert_cmpfloat_with_epsilon (self.difference, 2.125, 1e-12);
  g_assert_cmpfloat_with_epsilon (self.high - self.difference, 1.87749838, 1e-6);
  g_assert_cmpfloat_with_epsilon (self.probability, 0.02972138, 1e-7);
  g_assert_cmpint (self.verdict, ==, LASNA_VERDICT_HIGHER);

  /* Without a spread nothing is claimed. */
  self = lasna_comparison_new (&flat, &flat);
  g_assert_true (isnan (self.low));
  g_assert_cmpint (self.verdict, ==, LASNA_VERDICT_UNCLEAR);
}

static void
test_sentence (void)
{
  LasnaMeasureResult many = lasna_measure_nps (0, 10, 90);
  LasnaMeasureResult other = lasna_measure_nps (90, 10, 0);
  LasnaMeasureResult few = lasna_measure_nps (1, 1, 2);
  LasnaMeasureResult none = lasna_measure_nps (0, 0, 0);
  const struct
  {
    const LasnaMeasureResult *first, *second;
    const char *beginning;
  } cases[] = {
    { &many, &other, "“2026” is higher than “2025”: +180 (" },
    { &other, &many, "“2026” is lower than “2025”: −180 (" },
    { &many, &many, "“2026” and “2025” cannot be told apart: 0 (−10 … +10)" },
    { &many, &few, "“2026” and “2025” have too few answers to compare: n = 100 and 4." },
    { &none, &many, "“2026” and “2025” cannot be compared: one has no answers." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LasnaComparison self = lasna_comparison_new (cases[i].first, cases[i].second);
      g_autofree char *sentence =
          lasna_comparison_dup_sentence (&self, "2026", "2025", LASNA_LANGUAGE_EN);

      g_test_message ("%s", sentence);
      g_assert_true (g_str_has_prefix (sentence, cases[i].beginning));
    }
  for (LasnaMeasureKind kind = 0; kind < LASNA_N_MEASURES; kind++)
    g_assert_nonnull (lasna_comparison_get_definition (kind));
}

static void
test_response_rate (void)
{
  LasnaWave wave = {
    .sent = 100, .undeliverable = 10, .ineligible = 5, .started = 50, .completed = 45
  };
  LasnaResponseRate rate = lasna_response_rate_of (&wave);

  g_assert_cmpint (rate.n, ==, 85);
  g_assert_cmpfloat_with_epsilon (rate.value, 100.0 * 45 / 85, 1e-12);
  g_assert_cmpfloat_with_epsilon (rate.completion, 90, 1e-12);
  g_assert_cmpfloat (rate.low, <, rate.value);
  g_assert_cmpfloat (rate.high, >, rate.value);

  /* 84 of 85: the golden interval of Wilson. */
  wave.completed = 84;
  rate = lasna_response_rate_of (&wave);
  g_assert_cmpfloat_with_epsilon (rate.low, 93.6328, 1e-4);
  g_assert_cmpfloat_with_epsilon (rate.high, 99.7920, 1e-4);
  g_assert_true (isnan (rate.completion));

  /* Only who was asked is known; then nobody knows that some were not reached. */
  wave = (LasnaWave){
    .sent = 50, .undeliverable = -1, .ineligible = -1, .started = -1, .completed = 20
  };
  rate = lasna_response_rate_of (&wave);
  g_assert_cmpint (rate.n, ==, 50);
  g_assert_cmpfloat_with_epsilon (rate.value, 40, 1e-12);
  g_assert_true (isnan (rate.completion));

  /* Nobody said how many were asked, or more answered than were. */
  wave.sent = -1;
  g_assert_true (isnan (lasna_response_rate_of (&wave).value));
  wave.sent = 19;
  g_assert_true (isnan (lasna_response_rate_of (&wave).value));
  g_assert_cmpint (lasna_response_rate_of (&wave).n, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/nps", test_nps);
  g_test_add_func ("/comparison/newcombe", test_newcombe);
  g_test_add_func ("/comparison/csat", test_csat);
  g_test_add_func ("/comparison/welch", test_welch);
  g_test_add_func ("/comparison/sentence", test_sentence);
  g_test_add_func ("/response-rate", test_response_rate);
  return g_test_run ();
}
