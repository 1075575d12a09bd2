/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Are we getting better? A measure period by period with its intervals, the same counted over some
 * periods together, and the limits of its usual up and down.
 */
#include "config.h"

#include "lasna-chart-private.h"
#include "lasna-small.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define AXIS 40.0
#define FOOT 30.0
#define MARK 8.0
#define NARROW 9.0 /* columns below this have no room for intervals */
#define LABEL 62.0 /* between names below the axis, at least */

typedef struct
{
  LasnaChart *chart;
  const LasnaChartPanel *panel;
  LasnaRect area;
  double column;
  double low; /* ends of the scale that is shown */
  double high;
} Plot;

static gboolean
has_value (const LasnaChartItem *period)
{
  return !lasna_is_small (period->n) && !isnan (period->mean);
}

static char *
dup_answer (const LasnaChartData *data)
{
  return g_strdup (lasna_words (data->language, N_ ("Too few answers to tell.")));
}

static char *
dup_sentence (const LasnaChartData *data, const LasnaChartItem *period)
{
  const LasnaChartPanel *panel = data->panels->pdata[0];
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!has_value (period))
    return g_strdup_printf (lasna_words_plural (data->language,
                                                "%s: %u answer, too few for a figure.",
                                                "%s: %u answers, too few for a figure.",
                                                period->n),
                            period->title,
                            period->n);
  value = lasna_words_number (data->language, period->mean, panel->decimals);
  low = lasna_words_number (data->language, period->low, panel->decimals);
  high = lasna_words_number (data->language, period->high, panel->decimals);
  return g_strdup_printf (
      period->is_signal
          /* Translators: a period, a measure, its value, the ends of its interval, answers. */
          ? lasna_words (
                data->language,
                N_ ("%s: %s %s, between %s and %s, of %u answers; outside the usual up and "
                    "down."))
          /* Translators: a period, a measure, its value, the ends of its interval, answers. */
          : lasna_words (data->language, N_ ("%s: %s %s, between %s and %s, of %u answers.")),
      period->title,
      panel->title,
      value,
      low,
      high,
      period->n);
}

static double
get_x (const Plot *plot, guint i)
{
  return plot->area.x + plot->column * (i + 0.5);
}

static double
get_y (const Plot *plot, double value)
{
  return plot->area.y + plot->area.height * (plot->high - CLAMP (value, plot->low, plot->high)) /
                            (plot->high - plot->low);
}

static void
reach (Plot *plot, double value)
{
  if (isnan (value))
    return;
  plot->low = MIN (plot->low, value);
  plot->high = MAX (plot->high, value);
}

/* What is shown takes the height, with some room around it, so that nothing looks cut. */
static void
choose_scale (Plot *plot)
{
  const GPtrArray *items = plot->chart->data->items;
  double room;

  plot->low = INFINITY;
  plot->high = -INFINITY;
  for (guint i = 0; i < items->len; i++)
    {
      const LasnaChartItem *period = items->pdata[i];

      reach (plot, period->rolling);
      reach (plot, period->limit_low);
      reach (plot, period->limit_high);
      if (!has_value (period))
        continue;
      reach (plot, period->mean);
      if (plot->column >= NARROW)
        {
          reach (plot, period->low);
          reach (plot, period->high);
        }
    }
  if (plot->low > plot->high)
    {
      plot->low = plot->panel->minimum;
      plot->high = plot->panel->maximum;
      return;
    }
  room =
      MAX (0.06 * (plot->high - plot->low), 0.02 * (plot->panel->maximum - plot->panel->minimum));
  plot->low -= room;
  plot->high += room;
}

/* A step of 1, 2 or 5 times a power of ten that parts the scale into a few. */
static double
get_step (const Plot *plot)
{
  double rough = (plot->high - plot->low) / 4;
  double power = pow (10, floor (log10 (rough)));
  double times = rough / power;

  return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
}

static void
add_axis (Plot *plot)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_SMALL,
                                 .smallest = LASNA_CHART_SMALLEST,
                                 .align = LASNA_ALIGN_END };
  LasnaChart *chart = plot->chart;
  double step = get_step (plot);
  double low = MAX (plot->low, plot->panel->minimum);
  double high = MIN (plot->high, plot->panel->maximum);
  int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;

  for (double i = ceil (low / step - 0.001); i * step <= high + step / 1000; i++)
    {
      double y = get_y (plot, i * step);
      g_autofree char *words = lasna_words_number (chart->data->language, i * step, decimals);

      lasna_layout_add_rule (chart->layout,
                             "axis",
                             (LasnaPoint){ plot->area.x, y },
                             (LasnaPoint){ plot->area.x + plot->area.width, y },
                             LASNA_INK_HAIRLINE,
                             i == 0 ? 1 : 0.4);
      lasna_layout_set_text (
          chart->layout,
          chart->typesetter,
          "axis",
          -1,
          words,
          &style,
          (LasnaRect){ plot->area.x - AXIS, y - LASNA_CHART_SMALL * 0.6, AXIS - 6, 0 },
          LASNA_INK_QUIET);
    }
}

/* The limits as a tinted strip; each period has its own, since they differ in n. */
static void
add_limits (Plot *plot)
{
  const GPtrArray *items = plot->chart->data->items;

  for (guint i = 0; i < items->len; i++)
    {
      const LasnaChartItem *period = items->pdata[i];
      double top = get_y (plot, period->limit_high);
      double bottom = get_y (plot, period->limit_low);
      double x = get_x (plot, i) - plot->column / 2;

      if (isnan (period->limit_low))
        continue;
      lasna_layout_add_box (plot->chart->layout,
                            "usual",
                            (int) i,
                            (LasnaRect){ x, top, plot->column, bottom - top },
                            LASNA_INK_FOREST);
      for (guint edge = 0; edge < 2; edge++)
        {
          double y = edge == 0 ? top : bottom;
          const LasnaPoint line[] = { { x, y }, { x + plot->column, y } };

          lasna_layout_add_line (plot->chart->layout,
                                 "limit",
                                 (int) i,
                                 line,
                                 G_N_ELEMENTS (line),
                                 LASNA_INK_TREE,
                                 0.8);
        }
    }
  if (!isnan (plot->panel->centre))
    lasna_layout_add_rule (
        plot->chart->layout,
        "centre",
        (LasnaPoint){ plot->area.x, get_y (plot, plot->panel->centre) },
        (LasnaPoint){ plot->area.x + plot->area.width, get_y (plot, plot->panel->centre) },
        LASNA_INK_TREE,
        0.8)
        ->dash = LASNA_DASH_HIDDEN;
}

static void
add_rolling (Plot *plot)
{
  const GPtrArray *items = plot->chart->data->items;

  for (guint i = 1; i < items->len; i++)
    {
      const LasnaChartItem *before = items->pdata[i - 1];
      const LasnaChartItem *period = items->pdata[i];
      const LasnaPoint line[] = { { get_x (plot, i - 1), get_y (plot, before->rolling) },
                                  { get_x (plot, i), get_y (plot, period->rolling) } };

      if (!isnan (before->rolling) && !isnan (period->rolling))
        lasna_layout_add_line (plot->chart->layout,
                               "rolling",
                               (int) i,
                               line,
                               G_N_ELEMENTS (line),
                               LASNA_INK_FELT,
                               2.4);
    }
}

static void
add_point (Plot *plot, guint index)
{
  const LasnaChartItem *period = plot->chart->data->items->pdata[index];
  LasnaPoint at = { get_x (plot, index), get_y (plot, period->mean) };
  LasnaShape *mark;

  if (!has_value (period))
    return;
  if (plot->column >= NARROW && !isnan (period->low))
    lasna_chart_add_interval (plot->chart,
                              (int) index,
                              (LasnaPoint){ at.x, get_y (plot, period->low) },
                              (LasnaPoint){ at.x, get_y (plot, period->high) },
                              LASNA_INK_NO_FEELING);
  mark = lasna_layout_add_symbol (plot->chart->layout,
                                  period->is_signal ? "signal" : "point",
                                  (int) index,
                                  period->is_signal ? LASNA_SYMBOL_DIAMOND : LASNA_SYMBOL_DISC,
                                  at,
                                  period->is_signal ? MARK + 4 : MIN (MARK, plot->column * 0.9),
                                  period->is_signal ? LASNA_INK_DESTROYING : LASNA_INK_TEXT);
  mark->fill = LASNA_INK_PAPER;
}

static void
add_names (Plot *plot)
{
  const LasnaTextStyle style = {
    .size = LASNA_CHART_SMALL, .smallest = 7, .max_lines = 2, .align = LASNA_ALIGN_MIDDLE
  };
  LasnaChart *chart = plot->chart;
  guint every = (guint) MAX (1, ceil (LABEL / plot->column));
  double width = every * plot->column - 4;

  for (guint i = 0; i < chart->data->items->len; i++)
    {
      const LasnaChartItem *period = chart->data->items->pdata[i];
      double x = CLAMP (
          get_x (plot, i) - width / 2, chart->area.x, chart->area.x + chart->area.width - width);

      if (i % every == every / 2)
        lasna_layout_set_text (chart->layout,
                               chart->typesetter,
                               "period",
                               -1,
                               period->title,
                               &style,
                               (LasnaRect){ x, plot->area.y + plot->area.height + 4, width, 0 },
                               LASNA_INK_QUIET);
    }
}

static double
add_keys (LasnaChart *chart, const LasnaChartPanel *panel)
{
  LasnaLanguage language = chart->data->language;
  const LasnaChartKey keys[] = {
    { LASNA_SYMBOL_DISC, LASNA_INK_TEXT, panel->title },
    { LASNA_SYMBOL_NONE, LASNA_INK_FELT, panel->figure, LASNA_CHART_KEY_LINE },
    { LASNA_SYMBOL_NONE,
      LASNA_INK_TREE,
      lasna_words (language, N_ ("Usual up and down")),
      LASNA_CHART_KEY_STRIP },
    { LASNA_SYMBOL_DIAMOND, LASNA_INK_DESTROYING, lasna_words (language, N_ ("Outside of it")) },
  };

  return lasna_chart_add_keys (
      chart, keys, isnan (panel->centre) ? 2 : G_N_ELEMENTS (keys), chart->area);
}

static gboolean
has_figures (const LasnaChartData *data)
{
  for (guint i = 0; i < data->items->len; i++)
    if (has_value (data->items->pdata[i]))
      return TRUE;
  return FALSE;
}

/* An axis without a point on it would look like a mistake. */
static void
add_too_few (Plot *plot)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_TEXT + 1,
                                 .smallest = LASNA_CHART_SMALL,
                                 .max_lines = 4,
                                 .align = LASNA_ALIGN_MIDDLE };
  double width = MIN (plot->area.width, 340);
  LasnaRect box = {
    plot->area.x + (plot->area.width - width) / 2, plot->area.y + plot->area.height * 0.42, width, 0
  };

  lasna_layout_set_text (
      plot->chart->layout,
      plot->chart->typesetter,
      "silence",
      -1,
      lasna_words (plot->chart->data->language,
                   N_ ("Every period has under five answers, so there is no figure to draw yet.")),
      &style,
      box,
      LASNA_INK_QUIET);
}

static void
add (LasnaChart *chart)
{
  Plot plot = { .chart = chart, .panel = chart->data->panels->pdata[0] };
  double height = add_keys (chart, plot.panel) + LASNA_CHART_SMALL * 0.6;
  guint n = chart->data->items->len;

  plot.area = chart->area;
  plot.area.x += AXIS;
  plot.area.width -= AXIS;
  plot.area.y += height;
  plot.area.height -= height + FOOT;
  plot.column = plot.area.width / n;
  choose_scale (&plot);
  if (has_figures (chart->data))
    {
      add_limits (&plot);
      add_axis (&plot);
      add_rolling (&plot);
    }
  else
    add_too_few (&plot);
  for (guint i = 0; i < n; i++)
    {
      const LasnaChartItem *period = chart->data->items->pdata[i];

      add_point (&plot, i);
      lasna_layout_add_region (
          chart->layout,
          "period",
          (int) i,
          (LasnaRect){
              get_x (&plot, i) - plot.column / 2, plot.area.y, plot.column, plot.area.height },
          dup_sentence (chart->data, period))
          ->where = g_strdup (period->where);
    }
  add_names (&plot);
}

static void
add_rows (const LasnaChartData *data, GPtrArray *rows)
{
  const LasnaChartPanel *panel = data->panels->pdata[0];

  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *period = data->items->pdata[i];
      const double values[] = { period->mean,    period->low,       period->high,
                                period->rolling, period->limit_low, period->limit_high };
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (row, g_strdup (period->title));
      g_ptr_array_add (row, g_strdup_printf ("%u", period->n));
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        g_ptr_array_add (row,
                         isnan (values[j])
                             ? g_strdup ("")
                             : lasna_words_number (data->language, values[j], panel->decimals + 1));
      g_ptr_array_add (rows, row);
    }
}

const LasnaChartClass lasna_chart_trend = {
  .number = "C17",
  .name = "trend",
  .title = N_ ("Are we getting better?"),
  .definition = N_ (
      "The measure of each period; its upright line shows where it most likely lies (confidence interval, 95 %). Usual up and down: where a period lies when nothing but chance "
      "moves it; what lies outside is more than chance (control chart, three sigma). Under five "
      "answers there is no figure."),
  .empty = N_ ("No answers yet. Ask the same question month after month; from six periods on, this "
               "tells a change from the usual up and down."),
  .heads = { N_ ("Period"),
             N_ ("Answers"),
             N_ ("Value"),
             N_ ("From"),
             N_ ("To"),
             N_ ("Rolling"),
             N_ ("Lower limit"),
             N_ ("Upper limit") },
  .counts_answers = TRUE,
  .dup_answer = dup_answer,
  .add = add,
  .add_rows = add_rows,
};
