/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times of response.
 */
#include "config.h"

#include "lasna-response.h"

#include <gio/gio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static GDateTime *
parse (const char *text, gboolean whole_days)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *full = NULL;

  if (whole_days)
    full = g_strdup_printf ("%.10sT00:00:00", text);
  else
    full = g_strdup_printf ("%s%s", text, strlen (text) == 16 ? ":00" : "");
  return g_date_time_new_from_iso8601 (full, utc);
}

/**
 * lasna_response_hours:
 * @from: (nullable): a day or a day and a time
 * @to: (nullable): the same
 *
 * Where one of them is only a day, days are counted.
 *
 * Returns: hours, not less than 0; NAN where one is missing or the answer is older
 */
double
lasna_response_hours (const char *from, const char *to)
{
  gboolean whole_days;
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) end = NULL;
  double hours;

  if (from == NULL || to == NULL)
    return NAN;
  whole_days = strlen (from) <= 10 || strlen (to) <= 10;
  start = parse (from, whole_days);
  end = parse (to, whole_days);
  if (start == NULL || end == NULL)
    return NAN;
  hours = (double) g_date_time_difference (end, start) / (double) G_TIME_SPAN_HOUR;
  return hours >= 0 ? hours : NAN;
}

static int
compare_cb (const void *one, const void *two)
{
  const double *a = one;
  const double *b = two;

  return (*a > *b) - (*a < *b);
}

/**
 * lasna_response_summarise:
 * @hours: one for each voice, NAN where it is not answered
 *
 * Returns: median and slowest of those answered, and how many wait
 */
LasnaResponse
lasna_response_summarise (const double *hours, guint n)
{
  g_autofree double *answered = g_new (double, MAX (n, 1));
  LasnaResponse response = { .median = NAN, .slowest = NAN };

  for (guint i = 0; i < n; i++)
    if (!isnan (hours[i]))
      answered[response.n++] = hours[i];
  response.n_open = n - response.n;
  if (response.n == 0)
    return response;
  qsort (answered, response.n, sizeof *answered, compare_cb);
  response.median = (answered[(response.n - 1) / 2] + answered[response.n / 2]) / 2;
  response.slowest = answered[response.n - 1];
  return response;
}
