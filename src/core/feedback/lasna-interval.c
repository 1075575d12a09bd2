/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wilson's interval of a share, Student's of a mean.
 */
#include "config.h"

#include "lasna-interval.h"

#include <math.h>

/**
 * lasna_interval_wilson:
 * @hits: 0 to @n
 * @low: (out): 0 to 1, NAN where @n is 0
 * @high: (out): the same
 *
 * The 95 % interval of a share after Wilson (1927).
 */
void
lasna_interval_wilson (gint64 hits, gint64 n, double *low, double *high)
{
  if (n <= 0)
    {
      *low = *high = NAN;
      return;
    }

  double p = (double) hits / n;
  double z2n = LASNA_Z95 * LASNA_Z95 / n;
  double centre = (p + z2n / 2) / (1 + z2n);
  double half = LASNA_Z95 / (1 + z2n) * sqrt (p * (1 - p) / n + z2n / n / 4);

  *low = hits == 0 ? 0 : MAX (0, centre - half);
  *high = hits == n ? 1 : MIN (1, centre + half);
}

/**
 * lasna_interval_mean:
 * @deviation: the standard deviation of the sample, with n - 1
 *
 * The 95 % interval of a mean by Student's t; NAN under two values, which show no spread.
 */
void
lasna_interval_mean (gint64 n, double mean, double deviation, double *low, double *high)
{
  if (n < 2)
    {
      *low = *high = NAN;
      return;
    }

  double half = lasna_student_quantile (0.975, n - 1) * deviation / sqrt (n);

  *low = mean - half;
  *high = mean + half;
}

/* The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), by
 * Lentz's method; converges quickly where x < (a + 1) / (a + b + 2).
 */
static double
beta_fraction (double x, double a, double b)
{
  const double tiny = 1e-300;
  double c = 1;
  double d = 1 - (a + b) * x / (a + 1);
  double result;

  d = 1 / (fabs (d) < tiny ? tiny : d);
  result = d;
  for (int m = 1; m < 1000; m++)
    {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      double step;

      d = 1 + even * d;
      c = 1 + even / c;
      d = 1 / (fabs (d) < tiny ? tiny : d);
      c = fabs (c) < tiny ? tiny : c;
      result *= c * d;

      d = 1 + odd * d;
      c = 1 + odd / c;
      d = 1 / (fabs (d) < tiny ? tiny : d);
      c = fabs (c) < tiny ? tiny : c;
      step = c * d;
      result *= step;
      if (fabs (step - 1) < 1e-15)
        break;
    }
  return result;
}

static double
incomplete_beta (double x, double a, double b)
{
  if (x <= 0 || x >= 1)
    return x <= 0 ? 0 : 1;

  double front = exp (lgamma (a + b) - lgamma (a) - lgamma (b) + a * log (x) + b * log1p (-x));

  if (x < (a + 1) / (a + b + 2))
    return front * beta_fraction (x, a, b) / a;
  return 1 - front * beta_fraction (1 - x, b, a) / b;
}

/**
 * lasna_student_probability:
 * @freedom: degrees of freedom, over 0
 *
 * Returns: the probability that a t of @freedom is at most @t
 */
double
lasna_student_probability (double t, double freedom)
{
  double tail = incomplete_beta (freedom / (freedom + t * t), freedom / 2, 0.5) / 2;

  return t > 0 ? 1 - tail : tail;
}

/**
 * lasna_student_quantile:
 * @probability: over 0.5 and under 1
 * @freedom: degrees of freedom, at least 1
 *
 * Returns: the t that lasna_student_probability() answers with @probability
 */
double
lasna_student_quantile (double probability, double freedom)
{
  double low = 0;
  double high = 2;

  g_return_val_if_fail (probability > 0.5 && probability < 1 && freedom >= 1, NAN);

  while (lasna_student_probability (high, freedom) < probability && high < 1e12)
    high *= 2;
  for (int i = 0; i < 200 && high - low > 1e-14 * high; i++)
    {
      double middle = (low + high) / 2;

      if (lasna_student_probability (middle, freedom) < probability)
        low = middle;
      else
        high = middle;
    }
  return (low + high) / 2;
}

/**
 * lasna_normal_probability:
 *
 * Returns: the probability that a standard normal value is at most @z
 */
double
lasna_normal_probability (double z)
{
  return erfc (-z / M_SQRT2) / 2;
}
