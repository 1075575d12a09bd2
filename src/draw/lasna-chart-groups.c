/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Through which channel do people speak, and which people? How many voices, and how they felt: each
 * of them as a dot, their mean with its interval.
 */
#include "config.h"

#include "lasna-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEAD 18.0
#define MARK 9.0
#define DOT 4.2
#define BARS 0.27 /* of the plot's width */
#define GAP 46.0  /* between bars and feelings, for the number at the end of the longest bar */

static const LasnaChartItem *
find_coldest (const LasnaChartData *data)
{
  const LasnaChartItem *coldest = NULL;

  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *group = data->items->pdata[i];

      if (lasna_chart_has_mean (group) && (coldest == NULL || group->mean < coldest->mean))
        coldest = group;
    }
  return coldest;
}

static char *
dup_answer (const LasnaChartData *data)
{
  const LasnaChartItem *largest = data->items->pdata[0];
  const LasnaChartItem *coldest = find_coldest (data);
  g_autofree char *number = NULL;

  if (coldest == NULL)
    /* Translators: a channel or segment, and how many voices came from it. */
    return g_strdup_printf (lasna_words_plural (data->language,
                                                "Most come from “%s”: %u voice.",
                                                "Most come from “%s”: %u voices.",
                                                largest->n),
                            largest->title,
                            largest->n);
  number = lasna_words_number (data->language, coldest->mean, 1);
  return g_strdup_printf (
      /* Translators: the channel or segment with the most voices, that with the lowest mean
       * feeling, and that mean between −1 and +1.
       */
      lasna_words (data->language, N_ ("Most come from “%s”; it feels least warm at “%s”: %s.")),
      largest->title,
      coldest->title,
      number);
}

static char *
dup_sentence (const LasnaChartData *data, const LasnaChartItem *group)
{
  g_autofree char *mean = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!lasna_chart_has_mean (group))
    /* Translators: a channel or segment, its voices, and how many of them have a feeling. */
    return g_strdup_printf (
        lasna_words_plural (data->language,
                            "“%s”: %u voice, %u with a feeling; too few for a mean.",
                            "“%s”: %u voices, %u with a feeling; too few for a mean.",
                            group->n),
        group->title,
        group->n,
        group->n_entries);
  mean = lasna_words_number (data->language, group->mean, 2);
  low = lasna_words_number (data->language, group->low, 2);
  high = lasna_words_number (data->language, group->high, 2);
  /* Translators: a channel or segment, its voices; a mean feeling with the ends of its interval,
   * and how many voices it is made from.
   */
  return g_strdup_printf (
      lasna_words (data->language,
                   N_ ("“%s”: %u voices; mean feeling %s, between %s and %s, of %u voices.")),
      group->title,
      group->n,
      mean,
      low,
      high,
      group->n_entries);
}

/* Where things are to the right of the names. */
typedef struct
{
  LasnaChartRows rows;
  double bars;  /* length of the longest */
  double zero;  /* of the feelings */
  double reach; /* of a feeling of +1 */
} Plot;

static guint
get_most (const LasnaChartData *data)
{
  guint most = 1;

  for (guint i = 0; i < data->items->len; i++)
    most = MAX (most, ((const LasnaChartItem *) data->items->pdata[i])->n);
  return most;
}

static void
add_bar (LasnaChart *chart, guint index, const Plot *plot, guint most)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_SMALL, .smallest = LASNA_CHART_SMALLEST };
  const LasnaChartItem *group = chart->data->items->pdata[index];
  double y = lasna_chart_rows_get_y (&plot->rows, index);
  double thick = MIN (plot->rows.row * 0.5, 18);
  double length = plot->bars * group->n / most;
  g_autofree char *n = g_strdup_printf ("%u", group->n);
  LasnaShape *bar =
      lasna_layout_add_box (chart->layout,
                            "bar",
                            (int) index,
                            (LasnaRect){ plot->rows.plot.x, y - thick / 2, MAX (length, 1), thick },
                            LASNA_INK_TREE);

  bar->radius = 2;
  lasna_layout_set_text (
      chart->layout,
      chart->typesetter,
      "count",
      (int) index,
      n,
      &style,
      (LasnaRect){ plot->rows.plot.x + length + 4, y - LASNA_CHART_SMALL * 0.6, GAP - 4, 0 },
      LASNA_INK_TEXT);
}

static void
add_feeling (LasnaChart *chart, guint index, const Plot *plot)
{
  const LasnaChartItem *group = chart->data->items->pdata[index];
  double y = lasna_chart_rows_get_y (&plot->rows, index);
  const LasnaDots place = { .x = y,
                            .zero = plot->zero,
                            .reach = plot->reach,
                            .width = plot->rows.row * 0.72,
                            .size = DOT,
                            .least = LASNA_DOTS_LEAST,
                            .lies = TRUE };
  LasnaShape *mark;

  if (!lasna_chart_has_mean (group) && !chart->data->few)
    return;
  lasna_dots_add (chart->layout, (int) index, group->feelings, &place);
  if (!lasna_chart_has_mean (group))
    return;
  if (!isnan (group->low))
    lasna_chart_add_interval (chart,
                              (int) index,
                              (LasnaPoint){ plot->zero + group->low * plot->reach, y },
                              (LasnaPoint){ plot->zero + group->high * plot->reach, y },
                              LASNA_INK_FELT);
  mark = lasna_layout_add_symbol (chart->layout,
                                  "mean",
                                  (int) index,
                                  LASNA_SYMBOL_DISC,
                                  (LasnaPoint){ plot->zero + group->mean * plot->reach, y },
                                  MARK,
                                  LASNA_INK_FELT);
  mark->fill = LASNA_INK_PAPER;
}

static void
add (LasnaChart *chart)
{
  LasnaLanguage language = chart->data->language;
  guint most = get_most (chart->data);
  Plot plot;
  double left;

  lasna_chart_rows_begin (&plot.rows, chart, HEAD, 0);
  plot.bars = plot.rows.plot.width * BARS;
  left = plot.rows.plot.x + plot.bars + GAP;
  plot.reach = (plot.rows.plot.x + plot.rows.plot.width - left) / 2;
  plot.zero = left + plot.reach;
  lasna_chart_rows_add_tick (
      &plot.rows, plot.rows.plot.x, lasna_words (language, N_ ("Voices")), FALSE);
  lasna_chart_rows_add_tick (&plot.rows, left, lasna_words (language, N_ ("cold −1")), FALSE);
  lasna_chart_rows_add_tick (&plot.rows, plot.zero, "0", TRUE);
  lasna_chart_rows_add_tick (
      &plot.rows, plot.zero + plot.reach, lasna_words (language, N_ ("warm +1")), FALSE);
  for (guint i = 0; i < chart->data->items->len; i++)
    {
      const LasnaChartItem *group = chart->data->items->pdata[i];

      lasna_chart_rows_add_name (&plot.rows, i, LASNA_CHART_N_FEELINGS, group->n_entries);
      add_bar (chart, i, &plot, most);
      add_feeling (chart, i, &plot);
      lasna_chart_rows_add_region (&plot.rows, i, dup_sentence (chart->data, group));
    }
}

static void
add_rows (const LasnaChartData *data, GPtrArray *rows)
{
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *group = data->items->pdata[i];

      lasna_chart_add_row (rows,
                           g_strdup (group->title),
                           g_strdup_printf ("%u", group->n),
                           lasna_chart_dup_figure (data, group->n_entries, group->mean, 2),
                           lasna_chart_dup_figure (data, group->n_entries, group->low, 2),
                           lasna_chart_dup_figure (data, group->n_entries, group->high, 2),
                           g_strdup_printf ("%u", group->n_entries),
                           NULL);
    }
}

const LasnaChartClass lasna_chart_channels = {
  .number = "C19",
  .name = "channels",
  .title = N_ ("Through which channels do we hear, and how does it feel there?"),
  .definition = N_ (
      "Bars: voices by channel. Dots: the feeling of each voice, from −1 to +1; bands stand "
      "for many, the longer, the more. Disc: their mean; the line shows where it most likely lies "
      "(confidence interval, 95 %), no feeling counted as 0. With a feeling: voices whose feeling is known. Under five of "
      "them there is no mean."),
  .empty = N_ ("No voices yet. Ask after the next phone call, and note what was said and through "
               "which channel."),
  .heads = { N_ ("Channel"),
             N_ ("Voices"),
             N_ ("Mean feeling"),
             N_ ("From"),
             N_ ("To"),
             N_ ("With a feeling") },
  .dup_answer = dup_answer,
  .add = add,
  .add_rows = add_rows,
};

const LasnaChartClass lasna_chart_segments = {
  .number = "C20",
  .name = "segments",
  .title = N_ ("Whom do we hear, and how does it feel to them?"),
  .definition = N_ (
      "Bars: voices by segment. Dots: the feeling of each voice, from −1 to +1; bands stand "
      "for many, the longer, the more. Disc: their mean; the line shows where it most likely lies "
      "(confidence interval, 95 %), no feeling counted as 0. With a feeling: voices whose feeling is known. Under five of "
      "them there is no mean."),
  .empty = N_ ("No voices yet. Ask each kind of customer the same question, and note who said it."),
  .heads = { N_ ("Segment"),
             N_ ("Voices"),
             N_ ("Mean feeling"),
             N_ ("From"),
             N_ ("To"),
             N_ ("With a feeling") },
  .dup_answer = dup_answer,
  .add = add,
  .add_rows = add_rows,
};
