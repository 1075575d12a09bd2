/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast do we answer? Every answer as a dot on a scale of hours, what was promised as a line,
 * and who waits still at the right edge.
 */
#include "config.h"

#include "lasna-chart-private.h"
#include "lasna-small.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEAD 18.0
#define EDGE 40.0 /* for those who wait still */
#define DOT 5.0
#define PITCH (DOT + 1)
#define REACH 0.8 /* of a row */

/* The scale is that of doublings, since an hour more matters less the longer one has waited. */
#define LEAST 0.5
#define MOST (24.0 * 60)

static double
scale (double hours)
{
  return log (CLAMP (hours, LEAST, MOST) / LEAST) / log (MOST / LEAST);
}

static int
compare_hours (gconstpointer first, gconstpointer second)
{
  double a = *(const double *) first;
  double b = *(const double *) second;

  return (a > b) - (a < b);
}

static double
get_median (const LasnaChartItem *channel)
{
  g_autoptr (GArray) sorted = NULL;
  guint n = channel->hours != NULL ? channel->hours->len : 0;

  if (lasna_is_small (n))
    return NAN;
  sorted = g_array_copy (channel->hours);
  g_array_sort (sorted, compare_hours);
  return (g_array_index (sorted, double, (n - 1) / 2) + g_array_index (sorted, double, n / 2)) / 2;
}

static gboolean
is_late (const LasnaChartItem *channel, double hours)
{
  return !isnan (channel->promised) && hours > channel->promised;
}

static guint
count_late (const LasnaChartItem *channel)
{
  guint late = 0;

  for (guint i = 0; channel->hours != NULL && i < channel->hours->len; i++)
    late += is_late (channel, g_array_index (channel->hours, double, i));
  return late;
}

static char *
dup_hours (LasnaLanguage language, double hours)
{
  g_autofree char *number = NULL;

  if (hours < 48)
    {
      number = lasna_words_number (language, hours, hours < 9.95 && hours != floor (hours) ? 1 : 0);
      /* Translators: a number of hours, short. */
      return g_strdup_printf (lasna_words (language, N_ ("%s h")), number);
    }
  number = lasna_words_number (language, hours / 24, 0);
  /* Translators: a number of days, short. */
  return g_strdup_printf (lasna_words (language, N_ ("%s d")), number);
}

static char *
dup_answer (const LasnaChartData *data)
{
  guint answered = 0;
  guint open = 0;
  guint promised = 0;
  guint late = 0;

  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *channel = data->items->pdata[i];
      guint n = channel->hours != NULL ? channel->hours->len : 0;

      answered += n;
      open += channel->n_open;
      promised += isnan (channel->promised) ? 0 : n;
      late += isnan (channel->promised) ? 0 : count_late (channel);
    }
  if (promised > 0)
    return g_strdup_printf (
        /* Translators: answers that were late, answers with a promised time, people who wait. */
        lasna_words_plural (data->language,
                            "%u answers of %u came later than promised; %u waits still.",
                            "%u answers of %u came later than promised; %u wait still.",
                            open),
        late,
        promised,
        open);
  return g_strdup_printf (
      /* Translators: answers given, people who wait. */
      lasna_words_plural (
          data->language, "%u answered, %u waits still.", "%u answered, %u wait still.", open),
      answered,
      open);
}

static char *
dup_sentence (const LasnaChartData *data, const LasnaChartItem *channel)
{
  guint n = channel->hours != NULL ? channel->hours->len : 0;
  double median = get_median (channel);
  g_autofree char *half = isnan (median) ? NULL : dup_hours (data->language, median);
  g_autofree char *promised =
      isnan (channel->promised) ? NULL : dup_hours (data->language, channel->promised);

  if (half == NULL)
    /* Translators: a channel, answers given there, people who wait. */
    return g_strdup_printf (
        lasna_words (data->language,
                     N_ ("“%s”: %u answered, %u waiting; too few to tell how soon.")),
        channel->title,
        n,
        channel->n_open);
  if (promised == NULL)
    /* Translators: a channel, answers given, a time such as "5 h", people who wait. */
    return g_strdup_printf (
        lasna_words (data->language,
                     N_ ("“%s”: %u answered, half of them within %s; %u waiting. Nothing is "
                         "promised.")),
        channel->title,
        n,
        half,
        channel->n_open);
  /* Translators: a channel, answers given, a time such as "5 h", the promised time, how many
   * answers were later than that, and people who wait.
   */
  return g_strdup_printf (
      lasna_words (data->language,
                   N_ ("“%s”: %u answered, half of them within %s; promised within %s, %u later; "
                       "%u waiting.")),
      channel->title,
      n,
      half,
      promised,
      count_late (channel),
      channel->n_open);
}

static double
get_x (const LasnaChartRows *rows, double hours)
{
  return rows->plot.x + 4 + (rows->plot.width - EDGE - 8) * scale (hours);
}

/* Answers so close in time that their dots would cover each other, all late or none. */
typedef struct
{
  double hours;
  guint n;
  gboolean late;
} Column;

static GArray *
make_columns (const LasnaChartItem *channel, const LasnaChartRows *rows)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_autoptr (GArray) sorted = g_array_copy (channel->hours);

  g_array_sort (sorted, compare_hours);
  for (guint i = 0; i < sorted->len; i++)
    {
      double hours = g_array_index (sorted, double, i);
      gboolean late = is_late (channel, hours);
      Column *last = columns->len > 0 ? &g_array_index (columns, Column, columns->len - 1) : NULL;

      if (last != NULL && last->late == late &&
          get_x (rows, hours) - get_x (rows, last->hours) <= DOT)
        last->n++;
      else
        g_array_append_val (columns, ((Column){ hours, 1, late }));
    }
  return columns;
}

static void
add_column (LasnaChart *chart, guint index, const LasnaChartRows *rows, const Column *column)
{
  double y = lasna_chart_rows_get_y (rows, index);

  for (guint i = 0; i < column->n; i++)
    lasna_layout_add_symbol (
        chart->layout,
        "reply",
        (int) index,
        column->late ? LASNA_SYMBOL_CROSS : LASNA_SYMBOL_DISC,
        (LasnaPoint){ get_x (rows, column->hours), y + (i - (column->n - 1) / 2.0) * PITCH },
        column->late ? DOT + 1 : DOT,
        column->late ? LASNA_INK_DESTROYING : LASNA_INK_FELT);
}

static void
add_band (
    LasnaChart *chart, guint index, const LasnaChartRows *rows, const Column *column, guint most)
{
  double length = MAX (rows->row * REACH * column->n / most, 2);
  LasnaInk ink = column->late ? LASNA_INK_DESTROYING : LASNA_INK_FELT;
  LasnaRect rect = { get_x (rows, column->hours) - DOT / 2,
                     lasna_chart_rows_get_y (rows, index) - length / 2,
                     DOT,
                     length };
  LasnaShape *band = lasna_layout_add_box (chart->layout, "replies", (int) index, rect, ink);

  band->ink = ink;
  band->line = 0.8;
}

/* Dots where those of a channel have room one above another, else bands, the longer, the more. */
static void
add_replies (LasnaChart *chart, guint index, const LasnaChartRows *rows)
{
  const LasnaChartItem *channel = chart->data->items->pdata[index];
  guint n = channel->hours != NULL ? channel->hours->len : 0;
  g_autoptr (GArray) columns = NULL;
  guint most = 0;

  if (n == 0 || (lasna_is_small (n) && !chart->data->few))
    return;
  columns = make_columns (channel, rows);
  for (guint i = 0; i < columns->len; i++)
    most = MAX (most, g_array_index (columns, Column, i).n);
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);

      if (most * PITCH <= MAX (rows->row * REACH, PITCH))
        add_column (chart, index, rows, column);
      else
        add_band (chart, index, rows, column, most);
    }
}

static void
add_lines (LasnaChart *chart, guint index, const LasnaChartRows *rows)
{
  const LasnaChartItem *channel = chart->data->items->pdata[index];
  double y = lasna_chart_rows_get_y (rows, index);
  double median = get_median (channel);

  if (!isnan (channel->promised))
    {
      const LasnaPoint line[] = {
        { get_x (rows, channel->promised), y - rows->row * 0.42 },
        { get_x (rows, channel->promised), y + rows->row * 0.42 },
      };

      lasna_layout_add_line (
          chart->layout, "promised", (int) index, line, G_N_ELEMENTS (line), LASNA_INK_WANTED, 2);
    }
  if (!isnan (median))
    {
      LasnaShape *mark = lasna_layout_add_symbol (chart->layout,
                                                  "median",
                                                  (int) index,
                                                  LASNA_SYMBOL_DIAMOND,
                                                  (LasnaPoint){ get_x (rows, median), y },
                                                  11,
                                                  LASNA_INK_TEXT);

      mark->fill = LASNA_INK_NONE;
    }
}

static void
add_open (LasnaChart *chart, guint index, const LasnaChartRows *rows)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_SMALL,
                                 .smallest = LASNA_CHART_SMALLEST,
                                 .weight = 700 };
  const LasnaChartItem *channel = chart->data->items->pdata[index];
  double y = lasna_chart_rows_get_y (rows, index);
  double x = rows->plot.x + rows->plot.width - EDGE + 10;
  g_autofree char *n = g_strdup_printf ("%u", channel->n_open);

  if (channel->n_open == 0)
    return;
  lasna_layout_add_symbol (chart->layout,
                           "open",
                           (int) index,
                           LASNA_SYMBOL_RING,
                           (LasnaPoint){ x, y },
                           9,
                           LASNA_INK_DESTROYING);
  lasna_layout_set_text (chart->layout,
                         chart->typesetter,
                         "open",
                         (int) index,
                         n,
                         &style,
                         (LasnaRect){ x + 8, y - LASNA_CHART_SMALL * 0.6, EDGE - 18, 0 },
                         LASNA_INK_TEXT);
}

static void
add_ticks (LasnaChart *chart, LasnaChartRows *rows)
{
  static const double ticks[] = { 1, 4, 24, 24 * 7, 24 * 30 };

  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      g_autofree char *words = ticks[i] == 24
                                   ? g_strdup (lasna_words (chart->data->language, N_ ("1 d")))
                                   : dup_hours (chart->data->language, ticks[i]);

      lasna_chart_rows_add_tick (rows, get_x (rows, ticks[i]), words, ticks[i] == 24);
    }
}

static void
add (LasnaChart *chart)
{
  LasnaLanguage language = chart->data->language;
  const LasnaChartKey keys[] = {
    { LASNA_SYMBOL_DISC, LASNA_INK_FELT, lasna_words (language, N_ ("An answer")) },
    { LASNA_SYMBOL_CROSS,
      LASNA_INK_DESTROYING,
      lasna_words (language, N_ ("Later than promised")) },
    { LASNA_SYMBOL_DIAMOND, LASNA_INK_TEXT, lasna_words (language, N_ ("Half are answered")) },
    { LASNA_SYMBOL_NONE,
      LASNA_INK_WANTED,
      lasna_words (language, N_ ("Promised")),
      LASNA_CHART_KEY_UPRIGHT },
    { LASNA_SYMBOL_RING, LASNA_INK_DESTROYING, lasna_words (language, N_ ("Waiting")) },
  };
  LasnaChartRows rows;
  double height = lasna_chart_add_keys (chart, keys, G_N_ELEMENTS (keys), chart->area);

  chart->area.y += height;
  chart->area.height -= height;
  lasna_chart_rows_begin (&rows, chart, HEAD, 0);
  add_ticks (chart, &rows);
  for (guint i = 0; i < chart->data->items->len; i++)
    {
      const LasnaChartItem *channel = chart->data->items->pdata[i];

      lasna_chart_rows_add_name (&rows, i, LASNA_CHART_N_VOICES, channel->n);
      add_replies (chart, i, &rows);
      add_lines (chart, i, &rows);
      add_open (chart, i, &rows);
      lasna_chart_rows_add_region (&rows, i, dup_sentence (chart->data, channel));
    }
}

static void
add_rows (const LasnaChartData *data, GPtrArray *rows)
{
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *channel = data->items->pdata[i];
      guint n = channel->hours != NULL ? channel->hours->len : 0;
      gboolean is_late_known = !isnan (channel->promised) && (!lasna_is_small (n) || data->few);

      lasna_chart_add_row (
          rows,
          g_strdup (channel->title),
          g_strdup_printf ("%u", n),
          lasna_chart_dup_figure (data, n, get_median (channel), 1),
          isnan (channel->promised) ? g_strdup ("")
                                    : lasna_words_number (data->language, channel->promised, 0),
          is_late_known ? g_strdup_printf ("%u", count_late (channel)) : g_strdup (""),
          g_strdup_printf ("%u", channel->n_open),
          NULL);
    }
}

const LasnaChartClass lasna_chart_replies = {
  .number = "C9",
  .name = "replies",
  .title = N_ ("How fast do we answer?"),
  .definition = N_ (
      "Time from a message to its first answer, by channel; h is hours, d days. Dots are single "
      "answers; bands stand for many, the longer, the more. Half are answered: by then half of "
      "the answers were given (median), told from five answers on. Waiting: to be followed up "
      "and not answered yet."),
  .empty = N_ ("No answered messages yet. When you answer a customer, note the day and the time "
               "with the feedback."),
  .heads = { N_ ("Channel"),
             N_ ("Answered"),
             N_ ("Half are answered, hours (median)"),
             N_ ("Promised, hours"),
             N_ ("Later than promised"),
             N_ ("Waiting") },
  .dup_answer = dup_answer,
  .add = add,
  .add_rows = add_rows,
};
