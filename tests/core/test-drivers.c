/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shares of R² against values that were computed by other means, and what keeps drivers honest.
 */
#include "config.h"

#include "lasna-shapley.h"

#include <math.h>

static const double x[][3] = { { 5, 4, 3 }, { 4, 4, 2 }, { 3, 2, 5 }, { 2, 3, 1 },
                               { 5, 5, 4 }, { 1, 2, 2 }, { 4, 3, 5 }, { 3, 3, 3 },
                               { 2, 1, 4 }, { 5, 4, 5 }, { 1, 1, 1 }, { 4, 5, 2 } };
static const double y[] = { 9, 8, 6, 4, 10, 3, 8, 6, 3, 10, 1, 8 };

/* The rows, with further columns that @add_cb makes from them. */
static LasnaMoments
gather (guint n_columns, double (*add_cb) (guint row, guint column))
{
  LasnaMoments moments = { .n_columns = n_columns };

  for (guint i = 0; i < G_N_ELEMENTS (y); i++)
    {
      double row[LASNA_SHAPLEY_MAX + 1];

      for (guint j = 0; j < n_columns; j++)
        row[j] = j < 3 ? x[i][j] : add_cb (i, j);
      row[n_columns] = y[i];
      lasna_moments_add (&moments, row, 1);
    }
  return moments;
}

static void
test_golden (void)
{
  static const double shares[] = { 0.481144, 0.379983, 0.127666 };
  static const double correlations[] = { 0.981296, 0.873161, 0.517654 };
  LasnaMoments moments = gather (3, NULL);
  LasnaShapley shapley = lasna_shapley_of (&moments);
  double sum = 0;

  g_assert_cmpfloat_with_epsilon (shapley.r2, 0.988793, 5e-7);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat_with_epsilon (shapley.shares[i], shares[i], 1e-6);
      g_assert_cmpfloat_with_epsilon (shapley.correlations[i], correlations[i], 5e-7);
      sum += shapley.shares[i];
    }
  g_assert_cmpfloat_with_epsilon (sum, shapley.r2, 1e-12);
}

/* Rows that stand for several are as good as several. */
static void
test_times (void)
{
  LasnaMoments once = { .n_columns = 3 };
  LasnaMoments together = { .n_columns = 3 };

  for (guint i = 0; i < G_N_ELEMENTS (y); i++)
    {
      const double row[] = { x[i][0], x[i][1], x[i][2], y[i] };

      for (guint j = 0; j <= i % 3; j++)
        lasna_moments_add (&once, row, 1);
      lasna_moments_add (&together, row, 1 + i % 3);
    }
  g_assert_cmpint (once.n, ==, together.n);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (
        lasna_shapley_of (&once).shares[i], lasna_shapley_of (&together).shares[i], 1e-12);
}

/* A large offset of a column changes nothing. */
static void
test_offset (void)
{
  LasnaMoments moments = { .n_columns = 3 };
  LasnaShapley shapley;

  for (guint i = 0; i < G_N_ELEMENTS (y); i++)
    {
      const double row[] = { x[i][0] + 1e7, 100 * x[i][1], x[i][2], -y[i] };

      lasna_moments_add (&moments, row, 1);
    }
  shapley = lasna_shapley_of (&moments);
  g_assert_cmpfloat_with_epsilon (shapley.r2, 0.988793, 1e-6);
  g_assert_cmpfloat_with_epsilon (shapley.shares[0], 0.481144, 1e-5);
  g_assert_cmpfloat_with_epsilon (shapley.correlations[1], -0.873161, 1e-6);
}

static double
echo_cb (guint row, guint column)
{
  return column == 3 ? x[row][0] + 2 * x[row][1] - x[row][2] : column == 4 ? 7 : x[row][1];
}

/* What follows from the others is found, and what never changes. */
static void
test_echoes (void)
{
  LasnaMoments moments = gather (6, echo_cb);

  g_assert_cmpuint (lasna_moments_find_echoes (&moments), ==, 1u << 3 | 1u << 5);
  g_assert_true (lasna_moments_is_constant (&moments, 4));
  g_assert_false (lasna_moments_is_constant (&moments, 3));
  g_assert_true (isnan (lasna_shapley_of (&moments).r2));
}

static double
noise_cb (guint row, guint column)
{
  return (double) ((row * 7 + column * 5 + row * row * column) % 11);
}

/* Ten columns, and still shares that add up. */
static void
test_ten (void)
{
  LasnaMoments moments = gather (10, noise_cb);
  LasnaShapley shapley = lasna_shapley_of (&moments);
  double sum = 0;

  g_assert_cmpuint (lasna_moments_find_echoes (&moments), ==, 0);
  for (guint i = 0; i < 10; i++)
    {
      g_assert_cmpfloat (shapley.shares[i], >=, -1e-9);
      sum += shapley.shares[i];
    }
  g_assert_cmpfloat_with_epsilon (sum, shapley.r2, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drivers/golden", test_golden);
  g_test_add_func ("/drivers/offset", test_offset);
  g_test_add_func ("/drivers/times", test_times);
  g_test_add_func ("/drivers/echoes", test_echoes);
  g_test_add_func ("/drivers/ten", test_ten);
  return g_test_run ();
}
