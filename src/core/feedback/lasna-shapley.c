/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Regressions on every subset of the columns, by Cholesky's method on correlations (Lindeman,
 * Merenda and Gold 1980; Grömping 2006).
 */
#include "config.h"

#include "lasna-shapley.h"

#include <math.h>

/* A column that keeps less than this of its own spread beside the others says the same as they. */
#define TOLERANCE 1e-6

#define SIZE (LASNA_SHAPLEY_MAX + 1)

/**
 * lasna_moments_add:
 * @row: a value for each column, then the outcome
 * @times: how many rows are so
 */
void
lasna_moments_add (LasnaMoments *self, const double *row, guint times)
{
  double differences[SIZE];

  g_assert (self->n_columns <= LASNA_SHAPLEY_MAX);
  self->n += times;
  for (guint i = 0; i <= self->n_columns; i++)
    {
      differences[i] = row[i] - self->means[i];
      self->means[i] += differences[i] * times / (double) self->n;
    }
  /* Welford: the difference from the mean before, times that from the mean after. */
  for (guint i = 0; i <= self->n_columns; i++)
    for (guint j = 0; j <= i; j++)
      {
        self->products[i][j] += times * differences[i] * (row[j] - self->means[j]);
        self->products[j][i] = self->products[i][j];
      }
}

/**
 * lasna_moments_is_constant:
 * @column: a column, or n_columns for the outcome
 *
 * Returns: whether all rows have the same value, so that nothing can go together with it
 */
gboolean
lasna_moments_is_constant (const LasnaMoments *self, guint column)
{
  double size = MAX (1, fabs (self->means[column]));

  return !(self->products[column][column] > 1e-18 * size * size * (double) self->n);
}

static double
get_correlation (const LasnaMoments *self, guint i, guint j)
{
  return self->products[i][j] / sqrt (self->products[i][i]) / sqrt (self->products[j][j]);
}

/* One more row of Cholesky's triangle: column @next beside those already in it. Returns what is
 * left of its spread, 0 to 1.
 */
static double
extend (const LasnaMoments *moments,
        double triangle[SIZE][SIZE],
        const guint *columns,
        guint n,
        guint next)
{
  double rest = 1;

  for (guint i = 0; i < n; i++)
    {
      double sum = get_correlation (moments, next, columns[i]);

      for (guint j = 0; j < i; j++)
        sum -= triangle[n][j] * triangle[i][j];
      triangle[n][i] = sum / triangle[i][i];
      rest -= triangle[n][i] * triangle[n][i];
    }
  return rest;
}

/**
 * lasna_moments_find_echoes:
 *
 * Returns: a bit for each column that follows from the columns before it; constant ones have none
 */
guint
lasna_moments_find_echoes (const LasnaMoments *self)
{
  double triangle[SIZE][SIZE];
  guint columns[SIZE];
  guint n = 0;
  guint echoes = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      double rest;

      if (lasna_moments_is_constant (self, i))
        continue;
      rest = extend (self, triangle, columns, n, i);
      if (rest < TOLERANCE)
        echoes |= 1u << i;
      else
        {
          triangle[n][n] = sqrt (rest);
          columns[n++] = i;
        }
    }
  return echoes;
}

/* How much of the outcome the columns of @subset explain together. */
static double
explain (const LasnaMoments *moments, guint subset)
{
  double triangle[SIZE][SIZE];
  guint columns[SIZE];
  guint n = 0;

  for (guint i = 0; i < moments->n_columns; i++)
    if (subset & (1u << i))
      {
        double rest = extend (moments, triangle, columns, n, i);

        triangle[n][n] = sqrt (MAX (rest, TOLERANCE));
        columns[n++] = i;
      }
  return CLAMP (1 - extend (moments, triangle, columns, n, moments->n_columns), 0, 1);
}

/**
 * lasna_shapley_of:
 * @moments: without constant columns and echoes
 *
 * Returns: R² and the share of each column in it; NAN where the outcome is constant or a column is
 */
LasnaShapley
lasna_shapley_of (const LasnaMoments *moments)
{
  guint n = moments->n_columns;
  guint full = (1u << n) - 1;
  g_autofree double *explained = g_new (double, full + 1);
  LasnaShapley shapley = { .r2 = NAN };

  for (guint i = 0; i <= n; i++)
    if (lasna_moments_is_constant (moments, i))
      return shapley;
  for (guint subset = 0; subset <= full; subset++)
    explained[subset] = explain (moments, subset);
  shapley.r2 = explained[full];
  for (guint i = 0; i < n; i++)
    {
      shapley.correlations[i] = get_correlation (moments, i, n);
      for (guint subset = 0; subset <= full; subset++)
        {
          guint size = (guint) __builtin_popcount (subset);

          if (subset & (1u << i))
            continue;
          /* |S|! (n - |S| - 1)! / n!: how many orders take the subset in just before. */
          shapley.shares[i] += exp (lgamma (size + 1.0) + lgamma (n - size) - lgamma (n + 1.0)) *
                               (explained[subset | (1u << i)] - explained[subset]);
        }
    }
  return shapley;
}
