/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Intervals of shares, of their differences and of means, and the distributions they stand on.
 */
#include "config.h"

#include "lasna-interval.h"

#include <math.h>

static void
set_wilson (double hits, double n, double z, double *low, double *high)
{
  double p = hits / n;
  double z2n = z * z / n;
  double centre = (p + z2n / 2) / (1 + z2n);
  double half = z / (1 + z2n) * sqrt (p * (1 - p) / n + z2n / n / 4);

  *low = p <= 0 ? 0 : MAX (0, centre - half);
  *high = p >= 1 ? 1 : MIN (1, centre + half);
}

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
  *low = *high = NAN;
  if (n > 0)
    set_wilson ((double) hits, (double) n, LASNA_Z95, low, high);
}

/**
 * lasna_interval_adjusted_wald:
 * @minus: answers that count as -1
 * @plus: answers that count as +1
 * @n: all answers, over 0
 * @centre: (out): of the interval, -1 to +1; not the plain difference of shares
 * @error: (out): its standard error
 *
 * The difference of two shares of one n. Adding three answers (3/4, 3/2 that count as 0, 3/4) keeps
 * the interval honest where all say the same (Rocks 2016).
 */
void
lasna_interval_adjusted_wald (gint64 minus, gint64 plus, gint64 n, double *centre, double *error)
{
  double size = (double) n + 3;
  double low = ((double) minus + 0.75) / size;
  double high = ((double) plus + 0.75) / size;

  *centre = high - low;
  *error = sqrt ((high + low - *centre * *centre) / size);
}

typedef struct
{
  double hits1;
  double n1;
  double hits2;
  double n2;
} Shares;

static void
set_newcombe (const Shares *shares, double z, double *low, double *high)
{
  double p1 = shares->hits1 / shares->n1;
  double p2 = shares->hits2 / shares->n2;
  double low1;
  double high1;
  double low2;
  double high2;

  set_wilson (shares->hits1, shares->n1, z, &low1, &high1);
  set_wilson (shares->hits2, shares->n2, z, &low2, &high2);
  *low = p1 - p2 - hypot (p1 - low1, high2 - p2);
  *high = p1 - p2 + hypot (high1 - p1, p2 - low2);
}

/**
 * lasna_interval_newcombe:
 * @n1: over 0
 * @n2: over 0
 * @low: (out): -1 to +1
 * @high: (out): the same
 *
 * The 95 % interval of the difference of two shares, made from Wilson's of each (Newcombe 1998,
 * method 10).
 *
 * Returns: the probability at which the interval would just reach 0, so that both never contradict
 *   each other
 */
double
lasna_interval_newcombe (
    gint64 hits1, gint64 n1, gint64 hits2, gint64 n2, double *low, double *high)
{
  const Shares shares = { (double) hits1, (double) n1, (double) hits2, (double) n2 };
  gboolean is_higher = shares.hits1 * shares.n2 > shares.hits2 * shares.n1;
  double least = 0;
  double most = 40;

  set_newcombe (&shares, LASNA_Z95, low, high);
  if (shares.hits1 * shares.n2 == shares.hits2 * shares.n1)
    return 1;
  for (int i = 0; i < 80; i++)
    {
      double z = (least + most) / 2;
      double low_at;
      double high_at;

      set_newcombe (&shares, z, &low_at, &high_at);
      if (is_higher ? low_at > 0 : high_at < 0)
        least = z;
      else
        most = z;
    }
  return erfc (most / M_SQRT2);
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

/**
 * lasna_interval_welch:
 * @difference: of two means
 * @error1: the standard error of the first
 * @n1: its values, over 1
 * @half: (out): half of the 95 % interval around @difference
 *
 * Two means of different spread, after Welch (1947).
 *
 * Returns: the probability of a difference at least as large by chance; NAN where neither has a
 *   spread
 */
double
lasna_interval_welch (
    double difference, double error1, gint64 n1, double error2, gint64 n2, double *half)
{
  double square1 = error1 * error1;
  double square2 = error2 * error2;
  double error = sqrt (square1 + square2);
  double freedom = (square1 + square2) * (square1 + square2) /
                   (square1 * square1 / (double) (n1 - 1) + square2 * square2 / (double) (n2 - 1));

  *half = NAN;
  if (!(error > 0) || !(freedom >= 1))
    return NAN;
  *half = lasna_student_quantile (0.975, freedom) * error;
  return 2 * lasna_student_probability (-fabs (difference) / error, freedom);
}
