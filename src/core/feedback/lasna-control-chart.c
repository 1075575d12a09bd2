/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Centre, limits and runs. XmR after Shewhart and Wheeler, p and p' after Laney, I' for points of
 * different size, runs after Anhøj.
 */
#include "config.h"

#include "lasna-control-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The mean range of two values of a normal distribution, in standard deviations; and the limit of
 * such ranges, in mean ranges.
 */
#define RANGE_OF_TWO 1.128
#define RANGE_LIMIT 3.267

/* So many standard errors on each side. */
#define WIDTH 3

static const struct
{
  const char *definition;
  double minimum; /* limits beyond what the value can be are cut */
  double maximum;
} kinds[] = {
  [LASNA_CONTROL_XMR] = { N_ ("Control limits: the mean and 2.66 mean moving ranges on each side "
                              "(XmR). What lies outside is more than the usual up and down."),
                          -INFINITY,
                          INFINITY },
  [LASNA_CONTROL_P] = { N_ ("Control limits: the share of all answers and three standard errors of "
                            "each point (p). What lies outside is more than the usual up and down."),
                        0,
                        1 },
  [LASNA_CONTROL_P_PRIME] = { N_ ("Control limits: the share of all answers and three standard "
                                  "errors of each point, widened by the spread between the points "
                                  "(Laney p′). What lies outside is more than the usual up and "
                                  "down."),
                              0,
                              1 },
  [LASNA_CONTROL_I_PRIME] = { N_ ("Control limits: the value of all answers and three standard "
                                  "errors of each point, told from the changes from point to point "
                                  "(I′). What lies outside is more than the usual up and down."),
                              -INFINITY,
                              INFINITY },
};

/* The least k such that at most k of n fair coins show heads with a probability of 0.05. */
static guint
count_least_crossings (guint n)
{
  double probability = 0;
  guint k = 0;

  for (;; k++)
    {
      probability += exp (lgamma (n + 1.0) - lgamma (k + 1.0) - lgamma (n - k + 1.0) - n * M_LN2);
      if (probability >= 0.05 || k == n)
        return k;
    }
}

/**
 * lasna_runs_count:
 * @line: centre or median
 *
 * A run longer than round (log2 n) + 3 points, or fewer crossings than the 5 % point of fair coins,
 * is a signal (Anhøj).
 *
 * Returns: the runs of @values about @line; values that are NAN or on the line do not count
 */
LasnaRuns
lasna_runs_count (const double *values, guint n, double line)
{
  LasnaRuns runs = { 0 };
  guint length = 0;
  int side = 0;

  for (guint i = 0; i < n; i++)
    {
      int now = (values[i] > line) - (values[i] < line);

      if (now == 0)
        continue;
      runs.n_useful++;
      runs.crossings += side != 0 && now != side;
      length = now == side ? length + 1 : 1;
      side = now;
      runs.longest = MAX (runs.longest, length);
    }
  if (runs.n_useful == 0)
    return runs;
  runs.longest_max = (guint) lround (log2 (runs.n_useful)) + 3;
  runs.crossings_min = count_least_crossings (runs.n_useful - 1);
  runs.is_signal = runs.longest > runs.longest_max || runs.crossings < runs.crossings_min;
  return runs;
}

/* Takes the points that have a value and finds their centre. */
static LasnaControlChart *
chart_new (LasnaControlKind kind, const double *values, const double *sizes, guint n)
{
  LasnaControlChart *self = g_new0 (LasnaControlChart, 1);
  double sum = 0;
  double size = 0;

  self->kind = kind;
  self->range = NAN;
  self->range_limit = NAN;
  self->points = g_new0 (LasnaControlPoint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      double weight = sizes != NULL ? sizes[i] : 1;

      if (!isfinite (values[i]) || !(weight > 0))
        continue;
      self->points[self->n++] = (LasnaControlPoint){
        .place = i, .value = values[i], .size = weight, .low = NAN, .high = NAN
      };
      sum += values[i] * weight;
      size += weight;
    }
  self->centre = size > 0 ? sum / size : NAN;
  return self;
}

/* One standard error of a point. */
static double
get_error (const LasnaControlChart *self, const LasnaControlPoint *point)
{
  switch (self->kind)
    {
    case LASNA_CONTROL_XMR:
      return self->range / RANGE_OF_TWO;
    case LASNA_CONTROL_P:
      return sqrt (self->centre * (1 - self->centre) / point->size);
    case LASNA_CONTROL_P_PRIME:
      return sqrt (self->centre * (1 - self->centre) / point->size) * self->range;
    case LASNA_CONTROL_I_PRIME:
    default:
      return self->range / sqrt (point->size);
    }
}

/* How far two neighbours lie apart, in the unit of the chart's range. */
static double
get_step (const LasnaControlChart *self,
          const LasnaControlPoint *one,
          const LasnaControlPoint *next)
{
  double spread = sqrt (self->centre * (1 - self->centre));

  switch (self->kind)
    {
    case LASNA_CONTROL_I_PRIME:
      return sqrt (G_PI / 2) * fabs (next->value - one->value) /
             sqrt (1 / one->size + 1 / next->size);
    case LASNA_CONTROL_P:
    case LASNA_CONTROL_P_PRIME:
      if (!(spread > 0))
        return 0;
      return fabs ((next->value - self->centre) * sqrt (next->size) -
                   (one->value - self->centre) * sqrt (one->size)) /
             spread / RANGE_OF_TWO;
    case LASNA_CONTROL_XMR:
    default:
      return fabs (next->value - one->value);
    }
}

static void
set_range (LasnaControlChart *self)
{
  double sum = 0;

  for (guint i = 1; i < self->n; i++)
    sum += get_step (self, &self->points[i - 1], &self->points[i]);
  if (self->n > 1)
    self->range = sum / (self->n - 1);
  if (self->kind == LASNA_CONTROL_XMR)
    self->range_limit = RANGE_LIMIT * self->range;
}

static LasnaControlChart *
set_limits (LasnaControlChart *self)
{
  g_autofree double *values = g_new (double, MAX (self->n, 1));

  for (guint i = 0; i < self->n; i++)
    {
      LasnaControlPoint *point = &self->points[i];
      double half = WIDTH * get_error (self, point);

      values[i] = point->value;
      if (isnan (self->range))
        continue;
      point->low = MAX (self->centre - half, kinds[self->kind].minimum);
      point->high = MIN (self->centre + half, kinds[self->kind].maximum);
      point->is_outside = point->value < point->low || point->value > point->high;
      self->n_outside += point->is_outside;
    }
  self->runs = lasna_runs_count (values, self->n, self->centre);
  return self;
}

/**
 * lasna_control_chart_new_xmr:
 * @values: in the order of time; NAN where there is none
 *
 * Returns: (transfer full): the chart of single values
 */
LasnaControlChart *
lasna_control_chart_new_xmr (const double *values, guint n)
{
  LasnaControlChart *self = chart_new (LASNA_CONTROL_XMR, values, NULL, n);

  set_range (self);
  return set_limits (self);
}

/**
 * lasna_control_chart_new_p:
 * @hits: of each point
 * @sizes: answers of each point; a point of 0 has no share
 * @prime: whether the spread between the points widens or narrows the limits (Laney)
 *
 * Returns: (transfer full): the chart of shares, 0 to 1
 */
LasnaControlChart *
lasna_control_chart_new_p (const double *hits, const double *sizes, guint n, gboolean prime)
{
  g_autofree double *values = g_new (double, MAX (n, 1));
  LasnaControlChart *self;

  for (guint i = 0; i < n; i++)
    values[i] = sizes[i] > 0 ? hits[i] / sizes[i] : NAN;
  self = chart_new (prime ? LASNA_CONTROL_P_PRIME : LASNA_CONTROL_P, values, sizes, n);
  set_range (self);
  return set_limits (self);
}

/**
 * lasna_control_chart_new_i_prime:
 * @values: means or scores, NAN where there is none
 * @sizes: answers of each point
 *
 * Returns: (transfer full): the chart of values that stand for different numbers of answers
 */
LasnaControlChart *
lasna_control_chart_new_i_prime (const double *values, const double *sizes, guint n)
{
  LasnaControlChart *self = chart_new (LASNA_CONTROL_I_PRIME, values, sizes, n);

  set_range (self);
  return set_limits (self);
}

/* Percentages, for people. */
static void
scale (LasnaControlChart *self, double factor)
{
  self->centre *= factor;
  for (guint i = 0; i < self->n; i++)
    {
      self->points[i].value *= factor;
      self->points[i].low *= factor;
      self->points[i].high *= factor;
    }
}

/* No limit lies beyond what the measure can be. */
static void
clip (LasnaControlChart *self, const LasnaMeasureInfo *info)
{
  for (guint i = 0; i < self->n; i++)
    {
      LasnaControlPoint *point = &self->points[i];

      if (!isnan (point->low))
        point->low = MAX (point->low, info->minimum);
      if (!isnan (point->high))
        point->high = MIN (point->high, info->maximum);
    }
}

/* Limits of a handful of points would only look like knowledge. */
static void
forget_limits (LasnaControlChart *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      self->points[i].low = NAN;
      self->points[i].high = NAN;
      self->points[i].is_outside = FALSE;
    }
  self->n_outside = 0;
}

/**
 * lasna_control_chart_new_series:
 *
 * Points with fewer than five answers are not in it. Shares of satisfied answers have a p chart,
 * with Laney's widening where the points spread more than chance would; all others, NPS too, have
 * an I' chart. With fewer than LASNA_CONTROL_MIN points there are no limits.
 *
 * Returns: (transfer full): the chart in units of the measure; @place of a point is its place in
 *   @series
 */
LasnaControlChart *
lasna_control_chart_new_series (const LasnaSeries *series, LasnaMeasureKind kind)
{
  g_autofree double *values = g_new (double, MAX (series->n, 1));
  g_autofree double *sizes = g_new (double, MAX (series->n, 1));
  LasnaControlChart *self;

  for (guint i = 0; i < series->n; i++)
    {
      LasnaMeasureResult result = lasna_series_get_measure (series, i, kind);

      values[i] = kind == LASNA_MEASURE_CSAT ? (double) result.counts[0].count : result.value;
      sizes[i] = lasna_is_small (result.n) ? 0 : (double) result.n;
    }
  if (kind == LASNA_MEASURE_CSAT)
    {
      self = lasna_control_chart_new_p (values, sizes, series->n, FALSE);
      if (self->range > 1)
        {
          lasna_control_chart_free (self);
          self = lasna_control_chart_new_p (values, sizes, series->n, TRUE);
        }
      scale (self, 100);
    }
  else
    self = lasna_control_chart_new_i_prime (values, sizes, series->n);
  clip (self, lasna_measure_get_info (kind));
  if (self->n < LASNA_CONTROL_MIN)
    forget_limits (self);
  return self;
}

void
lasna_control_chart_free (LasnaControlChart *self)
{
  g_free (self->points);
  g_free (self);
}

/**
 * lasna_control_chart_get_definition:
 *
 * Returns: (transfer none): the untranslated sentence that is shown with the limits
 */
const char *
lasna_control_chart_get_definition (const LasnaControlChart *self)
{
  return kinds[self->kind].definition;
}

/**
 * lasna_control_chart_dup_sentence:
 *
 * Returns: (transfer full): what the chart says, without a reason it cannot know
 */
char *
lasna_control_chart_dup_sentence (const LasnaControlChart *self, LasnaLanguage language)
{
  if (self->n < LASNA_CONTROL_MIN)
    return g_strdup_printf (
        lasna_words_plural (language,
                            "There is %u period with five answers or more so far; from six on, "
                            "limits tell a change from the usual up and down.",
                            "There are %u periods with five answers or more so far; from six on, "
                            "limits tell a change from the usual up and down.",
                            self->n),
        self->n);
  if (self->n_outside > 0)
    return g_strdup_printf (
        lasna_words_plural (language,
                            "%u period lies outside the usual up and down: something was different "
                            "then.",
                            "%u periods lie outside the usual up and down: something was different "
                            "then.",
                            self->n_outside),
        self->n_outside);
  if (self->runs.is_signal && self->runs.longest > self->runs.longest_max)
    return g_strdup_printf (
        lasna_words_plural (language,
                            "%u period in a row lies on the same side of the middle: the level has "
                            "changed.",
                            "%u periods in a row lie on the same side of the middle: the level has "
                            "changed.",
                            self->runs.longest),
        self->runs.longest);
  if (self->runs.is_signal)
    return g_strdup (lasna_words (
        language,
        N_ ("The line crosses the middle more seldom than chance would: the level has changed.")));
  return g_strdup (
      lasna_words (language, N_ ("The usual up and down: no period stands out from the others.")));
}
