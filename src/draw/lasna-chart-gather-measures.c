/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the charts of scores, of a trend and of drivers show.
 */
#include "config.h"

#include "lasna-chart-tally.h"
#include "lasna-control-chart.h"
#include "lasna-day.h"
#include "lasna-distribution.h"
#include "lasna-drivers.h"
#include "lasna-question-figures.h"
#include "lasna-rolling.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Periods outside of the usual that are named. */
#define MOST_NAMED 3

/* More questions in one picture would be too small to read. */
#define MOST_QUESTIONS 3

/* So many bars can still be told apart. */
#define MOST_BARS 12

static const char *const methods[] = { "nps", "csat", "ces", "score" };

/* The measure a question's method makes; LASNA_N_MEASURES for one of its own. */
static LasnaMeasureKind
get_measure (const LasnaColumnsQuestion *question)
{
  static const LasnaMeasureKind kinds[] = {
    LASNA_MEASURE_NPS, LASNA_MEASURE_CSAT, LASNA_MEASURE_CES, LASNA_N_MEASURES
  };

  return kinds[question->method];
}

/* How good an answer is, where its method says so. */
static LasnaInk
get_ink (const LasnaColumnsQuestion *question, double raw)
{
  double value = question->is_reversed ? question->scale_min + question->scale_max - raw : raw;

  if (question->method == LASNA_METHOD_NPS)
    return value >= 9   ? LASNA_INK_ADVOCACY
           : value >= 7 ? LASNA_INK_NO_FEELING
                        : LASNA_INK_DESTROYING;
  if (question->method == LASNA_METHOD_CSAT && !isnan (question->satisfied_from))
    return value >= question->satisfied_from ? LASNA_INK_ADVOCACY : LASNA_INK_DESTROYING;
  return LASNA_INK_RECOMMENDATION;
}

static char *
dup_figure (const LasnaChartQuery *query,
            const LasnaColumnsQuestion *question,
            const LasnaQuestionFigure *figure)
{
  LasnaMeasureKind kind = get_measure (question);
  const LasnaMeasureInfo *info = kind < LASNA_N_MEASURES ? lasna_measure_get_info (kind) : NULL;
  int decimals = info != NULL ? info->decimals : 1;
  const char *name = info != NULL ? lasna_words (query->language, info->title)
                                  : lasna_words (query->language, N_ ("Mean"));
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (lasna_is_small (figure->n) || isnan (figure->value))
    return g_strdup_printf (
        lasna_words_plural (query->language, "%u answer", "%u answers", (gulong) figure->n),
        (guint) figure->n);
  value = lasna_words_number (query->language, figure->value, decimals);
  low = lasna_words_number (query->language, figure->low, decimals);
  high = lasna_words_number (query->language, figure->high, decimals);
  return g_strdup_printf (/* Translators: a measure, its value, the ends of its interval, answers.
                           */
                          lasna_words_plural (query->language,
                                              "%s %s, between %s and %s; %u answer",
                                              "%s %s, between %s and %s; %u answers",
                                              (gulong) figure->n),
                          name,
                          value,
                          low,
                          high,
                          (guint) figure->n);
}

static gboolean
is_chosen (const LasnaChartQuery *query, const char *method, double value)
{
  const LasnaFilter *filter = query->filter;

  if (filter == NULL || !lasna_filter_has_dimension (filter, LASNA_DIMENSION_SCORE))
    return TRUE;
  for (guint i = 0; i < lasna_filter_get_n_conditions (filter); i++)
    {
      const LasnaCondition *condition = lasna_filter_get_condition (filter, i);

      if (condition->dimension == LASNA_DIMENSION_SCORE && value >= condition->minimum &&
          value <= condition->maximum &&
          (condition->method == NULL || g_str_equal (condition->method, method)))
        return TRUE;
    }
  return FALSE;
}

static void
add_question (const LasnaChartQuery *query,
              LasnaChartData *data,
              const LasnaColumnsQuestion *question,
              const LasnaQuestionFigure *figure,
              const LasnaDistribution *distribution)
{
  LasnaChartPanel *panel = lasna_chart_data_add_panel (data, question->text);
  const char *method = methods[question->method];

  panel->figure = dup_figure (query, question, figure);
  panel->has_mark = question->method == LASNA_METHOD_NPS;
  for (guint i = 0; i < distribution->n_bars; i++)
    {
      const LasnaDistributionBar *bar = &distribution->bars[i];
      g_autofree char *value = lasna_words_number (
          query->language, bar->value, bar->value == floor (bar->value) ? 0 : 1);
      g_autofree char *plain = g_strdup_printf ("%g", bar->value);
      LasnaChartItem *item = lasna_chart_data_add_item (data, value);

      item->panel = data->panels->len - 1;
      item->n = bar->n;
      item->ink = get_ink (question, bar->value);
      item->where = g_strdup_printf ("%s=%s", method, plain);
      item->is_out = !is_chosen (query, method, bar->value);
      data->n += bar->n;
    }
}

static int
compare_figures (gconstpointer first, gconstpointer second)
{
  const LasnaQuestionFigure *a = *(const LasnaQuestionFigure *const *) first;
  const LasnaQuestionFigure *b = *(const LasnaQuestionFigure *const *) second;

  return a->n != b->n ? (a->n < b->n ? 1 : -1)
                      : (a->question > b->question) - (a->question < b->question);
}

/* The questions with the most answers, each with its bars. */
void
lasna_chart_gather_scores (const LasnaChartQuery *query, LasnaChartData *data)
{
  const LasnaColumns *columns = query->selection->columns;
  g_autofree LasnaQuestionFigure *figures = lasna_question_figures_new (query->selection);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < columns->questions->len; i++)
    if (figures[i].n > 0)
      g_ptr_array_add (order, &figures[i]);
  g_ptr_array_sort (order, compare_figures);
  for (guint i = 0; i < order->len && data->panels->len < MOST_QUESTIONS; i++)
    {
      const LasnaQuestionFigure *figure = order->pdata[i];
      LasnaDistributionScope scope = LASNA_DISTRIBUTION_ALL;
      g_autoptr (LasnaDistribution) distribution = NULL;

      scope.but = LASNA_DIMENSION_SCORE;
      distribution = lasna_distribution_new_question (query->selection, figure->question, scope);
      if (distribution->n_bars <= MOST_BARS)
        add_question (
            query, data, columns->questions->pdata[figure->question], figure, distribution);
    }
}

/* The measure asked for, else the one with the most answers; feelings before scores. */
static LasnaMeasureKind
choose_measure (const LasnaChartQuery *query, const LasnaTotals *totals)
{
  static const LasnaMeasureKind order[] = {
    LASNA_MEASURE_CLIMATE, LASNA_MEASURE_NPS, LASNA_MEASURE_CSAT, LASNA_MEASURE_CES
  };
  LasnaMeasureKind best = order[0];

  if (query->measure < LASNA_N_MEASURES)
    return query->measure;
  for (guint i = 1; i < G_N_ELEMENTS (order); i++)
    if (lasna_totals_get_measure (totals, order[i]).n > lasna_totals_get_measure (totals, best).n)
      best = order[i];
  return best;
}

static LasnaTotals
sum (const LasnaSeries *series)
{
  LasnaTotals totals = { 0 };

  for (guint i = 0; i < series->n; i++)
    lasna_totals_merge (&totals, &series->points[i].totals);
  return totals;
}

/* Whether a period reaches into what was chosen; open ends are 0. */
static gboolean
is_in_period (const LasnaFilter *filter, const LasnaSeriesPoint *point)
{
  gint32 first;
  gint32 last;
  gboolean speaks = FALSE;

  if (filter == NULL)
    return TRUE;
  if (lasna_filter_get_days (filter, &first, &last) &&
      ((first != 0 && point->last < first) || (last != 0 && point->first > last)))
    return FALSE;
  for (guint i = 0; i < lasna_filter_get_n_conditions (filter); i++)
    {
      const LasnaCondition *condition = lasna_filter_get_condition (filter, i);

      if (condition->dimension != LASNA_DIMENSION_PERIOD)
        continue;
      speaks = TRUE;
      if (point->last >= condition->minimum && point->first <= condition->maximum)
        return TRUE;
    }
  return !speaks;
}

static void
add_period (const LasnaChartQuery *query,
            LasnaChartData *data,
            const LasnaSeries *series,
            guint i,
            LasnaMeasureKind kind,
            const LasnaRollingPoint *rolling)
{
  const LasnaSeriesPoint *point = &series->points[i];
  LasnaMeasureResult result = lasna_series_get_measure (series, i, kind);
  g_autofree char *name = lasna_period_dup_name (series->period, point->first, query->language);
  g_autofree char *from = lasna_day_dup_text (point->first);
  g_autofree char *to = lasna_day_dup_text (point->last);
  LasnaChartItem *item = lasna_chart_data_add_item (data, name);

  item->where = g_strdup_printf ("date=%s..%s", from, to);
  item->n = (guint) result.n;
  if (!lasna_is_small (result.n))
    {
      item->mean = result.value;
      item->low = result.low;
      item->high = result.high;
    }
  if (rolling->is_complete && !lasna_is_small (rolling->result.n))
    item->rolling = rolling->result.value;
  item->is_out = !is_in_period (query->filter, point);
  data->n += item->n;
}

static void
set_limits (LasnaChartData *data, const LasnaControlChart *control)
{
  for (guint i = 0; i < control->n; i++)
    {
      const LasnaControlPoint *point = &control->points[i];
      LasnaChartItem *item = data->items->pdata[point->place];

      item->limit_low = point->low;
      item->limit_high = point->high;
      item->is_signal = point->is_outside;
    }
}

/* The periods on one side of the usual, by name, or NULL; beyond a few they are counted. */
static char *
dup_outside (const LasnaChartData *data, gboolean is_below)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *period = data->items->pdata[i];

      if (!period->is_signal || (period->mean < period->limit_low) != is_below)
        continue;
      if (n++ < MOST_NAMED)
        g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", period->title);
    }
  if (n > MOST_NAMED)
    {
      g_autofree char *named = g_strdup (names->str);

      g_string_printf (
          names,
          /* Translators: names of periods, and how many more there are. */
          lasna_words_plural (data->language, "%s and %u more", "%s and %u more", n - MOST_NAMED),
          named,
          n - MOST_NAMED);
    }
  if (n == 0)
    return NULL;
  return g_strdup_printf (
      is_below
          /* Translators: names of periods. */
          ? lasna_words (data->language, N_ ("Below the usual up and down: %s."))
          /* Translators: names of periods. */
          : lasna_words (data->language, N_ ("Above the usual up and down: %s.")),
      names->str);
}

/* What the limits tell: which periods lie outside of them, and on which side. */
static char *
dup_trend (const LasnaChartData *data, const LasnaControlChart *control)
{
  g_autofree char *below = dup_outside (data, TRUE);
  g_autofree char *above = dup_outside (data, FALSE);
  const char *close = lasna_words (data->language, N_ ("Something was different then."));

  if (below == NULL && above == NULL)
    return lasna_control_chart_dup_sentence (control, data->language);
  if (below == NULL || above == NULL)
    return g_strdup_printf ("%s %s", below != NULL ? below : above, close);
  return g_strdup_printf ("%s %s %s", below, above, close);
}

/* A measure period by period, with what is usual for it. */
void
lasna_chart_gather_trend (const LasnaChartQuery *query, LasnaChartData *data)
{
  LasnaPeriod period = lasna_period_suggest (query->selection, LASNA_DIMENSION_PERIOD);
  g_autoptr (LasnaSeries) series =
      lasna_series_new (query->selection, period, LASNA_DIMENSION_PERIOD);
  LasnaTotals totals = sum (series);
  LasnaMeasureKind kind = choose_measure (query, &totals);
  const LasnaMeasureInfo *info = lasna_measure_get_info (kind);
  g_autoptr (LasnaControlChart) control = lasna_control_chart_new_series (series, kind);
  guint window = lasna_rolling_get_window (period);
  g_autofree LasnaRollingPoint *rolling = lasna_rolling_new (series, kind, window);
  LasnaChartPanel *panel =
      lasna_chart_data_add_panel (data, lasna_words (query->language, info->title));

  panel->minimum = info->minimum;
  panel->maximum = info->maximum;
  panel->decimals = info->decimals;
  panel->has_mark = kind == LASNA_MEASURE_NPS;
  panel->centre = control->n >= LASNA_CONTROL_MIN ? control->centre : NAN;
  panel->figure = lasna_rolling_dup_definition (period, window, query->language);
  /* Of a sentence a name: without its stop. */
  if (g_str_has_suffix (panel->figure, "."))
    panel->figure[strlen (panel->figure) - 1] = '\0';
  for (guint i = 0; i < series->n; i++)
    add_period (query, data, series, i, kind, &rolling[i]);
  set_limits (data, control);
  if (data->n > 0)
    data->remark = dup_trend (data, control);
}

/* What goes together with the whole; none where it cannot be told, and then the sentence says why.
 */
void
lasna_chart_gather_drivers (const LasnaChartQuery *query, LasnaChartData *data)
{
  g_autoptr (LasnaDrivers) drivers = lasna_drivers_new_any (query->selection, query->language);
  const LasnaMeasureInfo *info = lasna_measure_get_info (drivers->outcome);
  LasnaChartPanel *panel =
      lasna_chart_data_add_panel (data, lasna_words (query->language, info->title));

  panel->centre = drivers->performance;
  panel->minimum = drivers->importance;
  data->n = drivers->n;
  data->remark = lasna_drivers_dup_sentence (drivers, query->language);
  if (drivers->state != LASNA_DRIVERS_READY)
    return;
  panel->has_mark = drivers->outcome == LASNA_MEASURE_NPS;
  for (guint i = 0; i < drivers->drivers->len; i++)
    {
      const LasnaDriver *driver = drivers->drivers->pdata[i];
      LasnaChartItem *item;

      if (driver->state != LASNA_DRIVER_WEIGHED)
        continue;
      item = lasna_chart_data_add_item (data, driver->title);
      item->note =
          g_strdup (lasna_words (query->language, lasna_quadrant_get_title (driver->quadrant)));
      item->n = driver->n;
      item->mean = driver->performance;
      item->importance = driver->importance;
      item->low = driver->low;
      item->high = driver->high;
      item->ink = driver->quadrant == LASNA_QUADRANT_CONCENTRATE ? LASNA_INK_DESTROYING
                  : driver->quadrant == LASNA_QUADRANT_KEEP      ? LASNA_INK_ADVOCACY
                                                                 : LASNA_INK_NO_FEELING;
    }
}
