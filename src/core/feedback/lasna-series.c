/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cutting time into periods and adding voices up.
 */
#include "config.h"

#include "lasna-series.h"

#include "lasna-bins.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One voice with a mistyped year must not make a line of a million days. */
#define POINTS_MAX 4000

static const char *const codes[LASNA_N_PERIODS] = { "day", "week", "month", "quarter", "year" };

static GDate
to_date (gint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1));
  return date;
}

/* The first day of the period that @day is in. */
static gint32
find_first (LasnaPeriod period, gint32 day)
{
  GDate date = to_date (day);
  int month = g_date_get_month (&date);

  switch (period)
    {
    case LASNA_PERIOD_DAY:
      return day;
    case LASNA_PERIOD_WEEK:
      return day - (gint32) g_date_get_weekday (&date) + 1;
    case LASNA_PERIOD_QUARTER:
      month = (month - 1) / 3 * 3 + 1;
      break;
    case LASNA_PERIOD_YEAR:
      month = 1;
      break;
    case LASNA_PERIOD_MONTH:
    default:
      break;
    }
  g_date_set_dmy (&date, 1, month, g_date_get_year (&date));
  return (gint32) g_date_get_julian (&date);
}

/* The first day of the period after the one that begins on @first. */
static gint32
find_next (LasnaPeriod period, gint32 first)
{
  static const guint months[LASNA_N_PERIODS] = {
    [LASNA_PERIOD_MONTH] = 1, [LASNA_PERIOD_QUARTER] = 3, [LASNA_PERIOD_YEAR] = 12
  };
  GDate date;

  if (period <= LASNA_PERIOD_WEEK)
    return first + (period == LASNA_PERIOD_DAY ? 1 : 7);
  date = to_date (first);
  g_date_add_months (&date, months[period]);
  return (gint32) g_date_get_julian (&date);
}

/* Day 1 is that of voices whose day cannot be read. */
static gboolean
find_span (const LasnaSelection *selection, LasnaDimension but, gint32 *first, gint32 *last)
{
  const gint32 *days = selection->columns->meanings->days;
  guint n;
  g_autofree guint *counts = lasna_bins_count (selection, LASNA_RAW_DAY, LASNA_OWN (but), &n);

  *first = *last = 0;
  for (guint raw = 0; raw < n; raw++)
    {
      if (counts[raw] == 0 || days[raw] <= 1)
        continue;
      *first = *first == 0 ? days[raw] : MIN (*first, days[raw]);
      *last = MAX (*last, days[raw]);
    }
  return *first != 0;
}

static guint
count_points (LasnaPeriod period, gint32 first, gint32 last)
{
  static const gint32 lengths[LASNA_N_PERIODS] = { 1, 7, 28, 90, 365 };

  return (guint) ((last - first) / lengths[period]) + 2;
}

static LasnaSeriesPoint *
find_point (const LasnaSeries *self, gint32 day)
{
  guint low = 0;
  guint high = self->n - 1;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (self->points[middle].first <= day)
        low = middle;
      else
        high = middle - 1;
    }
  return &self->points[low];
}

/**
 * lasna_series_new:
 * @but: a dimension whose conditions do not hold, LASNA_N_DIMENSIONS for none
 *
 * Where @period would make more points than anybody can look at, a longer one is taken; the series
 * says which.
 *
 * Returns: (transfer full): what the measures count of the voices in view, period by period
 */
LasnaSeries *
lasna_series_new (const LasnaSelection *selection, LasnaPeriod period, LasnaDimension but)
{
  LasnaSeries *self = g_new0 (LasnaSeries, 1);
  gint32 first;
  gint32 last;
  guint n_days;
  g_autofree LasnaTotals *days = NULL;

  self->period = period;
  if (!find_span (selection, but, &first, &last))
    return self;
  while (self->period < LASNA_PERIOD_YEAR && count_points (self->period, first, last) > POINTS_MAX)
    self->period++;
  first = find_first (self->period, first);
  self->points = g_new0 (LasnaSeriesPoint, count_points (self->period, first, last));
  for (gint32 day = first; day <= last; self->n++)
    {
      self->points[self->n].first = day;
      day = find_next (self->period, day);
      self->points[self->n].last = day - 1;
    }
  days = lasna_bins_new (selection, LASNA_RAW_DAY, LASNA_OWN (but), LASNA_TOTALS_MEASURES, &n_days);
  for (guint raw = 0; raw < n_days; raw++)
    if (days[raw].n > 0 && selection->columns->meanings->days[raw] >= first)
      lasna_totals_merge (&find_point (self, selection->columns->meanings->days[raw])->totals,
                          &days[raw]);
  return self;
}

void
lasna_series_free (LasnaSeries *self)
{
  g_free (self->points);
  g_free (self);
}

/**
 * lasna_series_get_measure:
 *
 * Returns: the measure of one period; with an n of 0 where nobody answered in it
 */
LasnaMeasureResult
lasna_series_get_measure (const LasnaSeries *self, guint i, LasnaMeasureKind kind)
{
  g_assert (i < self->n);
  return lasna_totals_get_measure (&self->points[i].totals, kind);
}

/**
 * lasna_period_suggest:
 *
 * Returns: a period that cuts the time of the voices in view into some dozens of points at most
 */
LasnaPeriod
lasna_period_suggest (const LasnaSelection *selection, LasnaDimension but)
{
  static const gint32 most[LASNA_N_PERIODS] = { 45, 250, 1500, 7500, G_MAXINT32 };
  LasnaPeriod period = LASNA_PERIOD_DAY;
  gint32 first;
  gint32 last;

  if (!find_span (selection, but, &first, &last))
    return LASNA_PERIOD_MONTH;
  while (last - first > most[period])
    period++;
  return period;
}

/**
 * lasna_period_from_code:
 * @code: "day", "week", "month", "quarter" or "year"
 *
 * Returns: whether it is one of them
 */
gboolean
lasna_period_from_code (const char *code, LasnaPeriod *period)
{
  for (guint i = 0; i < LASNA_N_PERIODS; i++)
    if (strcmp (codes[i], code) == 0)
      {
        *period = i;
        return TRUE;
      }
  return FALSE;
}

const char *
lasna_period_to_code (LasnaPeriod period)
{
  return codes[period];
}

static char *
dup_day_name (const GDate *date, LasnaLanguage language)
{
  g_autofree char *text = g_strdup_printf ("%04u-%02u-%02u",
                                           (guint) g_date_get_year (date),
                                           (guint) g_date_get_month (date),
                                           (guint) g_date_get_day (date));

  return lasna_words_date (language, text);
}

static char *
dup_month_name (const GDate *date, LasnaLanguage language)
{
  g_autofree char *day = dup_day_name (date, language);
  const char *blank = strchr (day, ' ');

  if (language == LASNA_LANGUAGE_FI)
    return g_strdup_printf (
        "%u/%u", (guint) g_date_get_month (date), (guint) g_date_get_year (date));
  return g_strdup (blank != NULL ? blank + 1 : day);
}

/* The year that a week belongs to is that of its Thursday. */
static char *
dup_week_name (const GDate *date, LasnaLanguage language)
{
  GDate thursday = *date;

  g_date_add_days (&thursday, 4);
  g_date_subtract_days (&thursday, (guint) g_date_get_weekday (date));
  return g_strdup_printf (
      /* Translators: a week of a year, such as week 12/2026. */
      lasna_words (language, N_ ("week %u/%u")),
      g_date_get_iso8601_week_of_year (date),
      (guint) g_date_get_year (&thursday));
}

/**
 * lasna_period_dup_name:
 * @day: any day of the period, Julian
 *
 * Returns: (transfer full): what people call it: Nov 2026, week 47/2026, Q4/2026
 */
char *
lasna_period_dup_name (LasnaPeriod period, gint32 day, LasnaLanguage language)
{
  GDate date = to_date (day);

  switch (period)
    {
    case LASNA_PERIOD_DAY:
      return dup_day_name (&date, language);
    case LASNA_PERIOD_WEEK:
      return dup_week_name (&date, language);
    case LASNA_PERIOD_QUARTER:
      return g_strdup_printf (
          /* Translators: a quarter of a year, such as Q4/2026. */
          lasna_words (language, N_ ("Q%u/%u")),
          ((guint) g_date_get_month (&date) + 2) / 3,
          (guint) g_date_get_year (&date));
    case LASNA_PERIOD_YEAR:
      return g_strdup_printf ("%u", (guint) g_date_get_year (&date));
    case LASNA_PERIOD_MONTH:
    default:
      return dup_month_name (&date, language);
    }
}
