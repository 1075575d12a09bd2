/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Monotone cubic interpolation (Fritsch and Carlson 1980): between two stages the path never rises
 * above the higher nor sinks below the lower one, so that the picture claims nothing that was not
 * heard.
 */
#include "config.h"

#include "lasna-curve.h"

#include <math.h>

struct _LasnaCurve
{
  LasnaPoint *knots;
  double *slopes;
  guint n;
};

/**
 * lasna_curve_new:
 * @knots: one or more points, x growing; copied
 *
 * Returns: (transfer full): the curve; outside the knots it runs level
 */
LasnaCurve *
lasna_curve_new (const LasnaPoint *knots, guint n_knots)
{
  g_return_val_if_fail (n_knots > 0, NULL);

  LasnaCurve *self = g_new0 (LasnaCurve, 1);

  self->knots = g_memdup2 (knots, n_knots * sizeof *knots);
  self->slopes = g_new0 (double, n_knots);
  self->n = n_knots;

  /* At an extreme the slope is zero; elsewhere the harmonic mean of both sides keeps it monotone.
   */
  for (guint i = 1; i + 1 < n_knots; i++)
    {
      double before = (knots[i].y - knots[i - 1].y) / (knots[i].x - knots[i - 1].x);
      double after = (knots[i + 1].y - knots[i].y) / (knots[i + 1].x - knots[i].x);

      if (before * after > 0)
        self->slopes[i] = 2 * before * after / (before + after);
    }
  return self;
}

void
lasna_curve_free (LasnaCurve *self)
{
  g_free (self->knots);
  g_free (self->slopes);
  g_free (self);
}

/**
 * lasna_curve_get_y:
 * @slope: (out) (optional): how steep it is there
 *
 * Returns: the height of the curve at @x
 */
double
lasna_curve_get_y (const LasnaCurve *self, double x, double *slope)
{
  guint i = 0;

  if (slope != NULL)
    *slope = 0;
  if (x <= self->knots[0].x)
    return self->knots[0].y;
  if (x >= self->knots[self->n - 1].x)
    return self->knots[self->n - 1].y;
  while (x > self->knots[i + 1].x)
    i++;

  double width = self->knots[i + 1].x - self->knots[i].x;
  double t = (x - self->knots[i].x) / width;
  double y0 = self->knots[i].y;
  double y1 = self->knots[i + 1].y;
  double m0 = self->slopes[i] * width;
  double m1 = self->slopes[i + 1] * width;

  if (slope != NULL)
    *slope = ((6 * t * t - 6 * t) * (y0 - y1) + (3 * t * t - 4 * t + 1) * m0 +
              (3 * t * t - 2 * t) * m1) /
             width;
  return (2 * t * t * t - 3 * t * t + 1) * y0 + (t * t * t - 2 * t * t + t) * m0 +
         (3 * t * t - 2 * t * t * t) * y1 + (t * t * t - t * t) * m1;
}

static void
append_piece (const LasnaCurve *self, GArray *points, double from, double to)
{
  double start_slope;
  double end_slope;
  double start = lasna_curve_get_y (self, from, &start_slope);
  double end = lasna_curve_get_y (self, to, &end_slope);
  double third = (to - from) / 3;
  LasnaPoint piece[] = {
    { from + third, start + start_slope * third },
    { to - third, end - end_slope * third },
    { to, end },
  };

  g_array_append_vals (points, piece, G_N_ELEMENTS (piece));
}

/**
 * lasna_curve_dup_part:
 *
 * Returns: (transfer full): the curve between @from and @to as a start and triples of Bezier points
 */
LasnaPoint *
lasna_curve_dup_part (const LasnaCurve *self, double from, double to, guint *n_points)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (LasnaPoint));
  LasnaPoint start = { from, lasna_curve_get_y (self, from, NULL) };
  double at = from;

  g_array_append_val (points, start);
  for (guint i = 0; i < self->n; i++)
    {
      double x = self->knots[i].x;

      if (x > at + 0.01 && x < to - 0.01)
        {
          append_piece (self, points, at, x);
          at = x;
        }
    }
  append_piece (self, points, at, to);
  *n_points = points->len;
  return (LasnaPoint *) g_array_free (points, FALSE);
}
