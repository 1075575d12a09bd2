/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Does it work but leave cold? Two marks for each stage on one scale: how far the matter was
 * settled, and how it felt. What lies between them is the gap.
 */
#include "config.h"

#include "lasna-chart-private.h"
#include "lasna-index.h"
#include "lasna-small.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARK 10.0
#define HEAD 18.0
#define DOT 4.4

/* Under so large a gap nobody would speak of leaving cold. */
#define WIDE 15.0

static gboolean
has_task (const LasnaChartItem *stage)
{
  return !lasna_is_small (stage->n_task) && !isnan (stage->task);
}

static double
get_gap (const LasnaChartItem *stage)
{
  return has_task (stage) && lasna_chart_has_mean (stage)
             ? stage->task - lasna_index_feeling (stage->mean)
             : NAN;
}

static char *
dup_answer (const LasnaChartData *data)
{
  const LasnaChartItem *widest = NULL;

  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *stage = data->items->pdata[i];

      if (!isnan (get_gap (stage)) && (widest == NULL || get_gap (stage) > get_gap (widest)))
        widest = stage;
    }
  if (widest == NULL)
    return g_strdup (
        lasna_words (data->language, N_ ("Both marks are needed, of five voices each, to tell.")));
  if (get_gap (widest) < WIDE)
    return g_strdup (
        lasna_words (data->language, N_ ("Where matters are settled, it also feels like it.")));
  return g_strdup_printf (
      /* Translators: a stage, how far matters are settled and how it felt, both 0 to 100. */
      lasna_words (
          data->language,
          N_ ("Yes, most of all at “%s”: matters are settled to %.0f, the feeling is %.0f.")),
      widest->title,
      widest->task,
      lasna_index_feeling (widest->mean));
}

static char *
dup_sentence (const LasnaChartData *data, const LasnaChartItem *stage)
{
  if (isnan (get_gap (stage)))
    return g_strdup_printf (
        /* Translators: a stage and two numbers of voices. */
        lasna_words (data->language,
                     N_ ("“%s”: %u voices on the matter, %u with a feeling; too few to compare.")),
        stage->title,
        stage->n_task,
        stage->n_entries);
  return g_strdup_printf (
      /* Translators: a stage; two pairs of a mean between 0 and 100 and a number of voices. */
      lasna_words (data->language,
                   N_ ("“%s”: matters settled %.0f, of %u voices; feeling %.0f, of %u voices.")),
      stage->title,
      stage->task,
      stage->n_task,
      lasna_index_feeling (stage->mean),
      stage->n_entries);
}

static double
get_x (const LasnaChartRows *rows, double value)
{
  return rows->plot.x + 6 + (rows->plot.width - 12) * value / 100;
}

static void
add_gap (LasnaChart *chart, guint index, const LasnaChartRows *rows)
{
  const LasnaChartItem *stage = chart->data->items->pdata[index];
  double y = lasna_chart_rows_get_y (rows, index);
  double from = get_x (rows, MIN (stage->task, lasna_index_feeling (stage->mean)));
  double to = get_x (rows, MAX (stage->task, lasna_index_feeling (stage->mean)));
  LasnaShape *bar;

  if (isnan (get_gap (stage)))
    return;
  bar = lasna_layout_add_box (chart->layout,
                              "gap",
                              (int) index,
                              (LasnaRect){ from, y - 3, to - from, 6 },
                              get_gap (stage) > 0 ? LASNA_INK_DESTROYING : LASNA_INK_FOREST);
  bar->ink = get_gap (stage) > 0 ? LASNA_INK_DESTROYING : LASNA_INK_TREE;
  bar->line = 0.7;
}

/* A mark and its interval, of which the one of the task lies a little higher. */
static void
add_mark (LasnaChart *chart,
          guint index,
          LasnaPoint at,
          double low,
          double high,
          LasnaSymbol symbol,
          LasnaInk ink)
{
  LasnaShape *mark;

  if (!isnan (low))
    lasna_chart_add_interval (
        chart, (int) index, (LasnaPoint){ low, at.y }, (LasnaPoint){ high, at.y }, ink);
  mark = lasna_layout_add_symbol (chart->layout, "mark", (int) index, symbol, at, MARK, ink);
  mark->fill = LASNA_INK_PAPER;
}

/* Single answers in place of a mean of a few. */
static void
add_few (LasnaChart *chart, guint index, const LasnaChartRows *rows)
{
  const LasnaChartItem *stage = chart->data->items->pdata[index];
  double y = lasna_chart_rows_get_y (rows, index);
  const LasnaDots place = { .x = y + 6,
                            .zero = get_x (rows, 50),
                            .reach = get_x (rows, 100) - get_x (rows, 50),
                            .width = 12,
                            .size = DOT,
                            .least = DOT,
                            .lies = TRUE };

  if (!chart->data->few)
    return;
  if (!lasna_chart_has_mean (stage))
    lasna_dots_add (chart->layout, (int) index, stage->feelings, &place);
  for (guint step = 0; step < LASNA_CHART_TASKS && !has_task (stage); step++)
    for (guint i = 0; i < stage->tasks[step]; i++)
      lasna_layout_add_symbol (
          chart->layout,
          "single",
          (int) index,
          LASNA_SYMBOL_OPEN_SQUARE,
          (LasnaPoint){ get_x (rows, lasna_index_task (step)) + i * (DOT + 1), y - 6 },
          DOT + 1,
          LASNA_INK_BELIEVED);
}

static void
add_marks (LasnaChart *chart, guint index, const LasnaChartRows *rows)
{
  const LasnaChartItem *stage = chart->data->items->pdata[index];
  double y = lasna_chart_rows_get_y (rows, index);
  double apart = MIN (rows->row * 0.16, 5);

  add_gap (chart, index, rows);
  if (has_task (stage))
    add_mark (chart,
              index,
              (LasnaPoint){ get_x (rows, stage->task), y - apart },
              get_x (rows, stage->task_low),
              get_x (rows, stage->task_high),
              LASNA_SYMBOL_OPEN_SQUARE,
              LASNA_INK_BELIEVED);
  if (lasna_chart_has_mean (stage))
    add_mark (chart,
              index,
              (LasnaPoint){ get_x (rows, lasna_index_feeling (stage->mean)), y + apart },
              get_x (rows, lasna_index_feeling (stage->low)),
              get_x (rows, lasna_index_feeling (stage->high)),
              LASNA_SYMBOL_DISC,
              LASNA_INK_FELT);
  if (!isnan (stage->index) && !isnan (get_gap (stage)))
    lasna_layout_add_symbol (chart->layout,
                             "index",
                             (int) index,
                             LASNA_SYMBOL_OPEN_DIAMOND,
                             (LasnaPoint){ get_x (rows, stage->index), y + apart },
                             MARK - 2,
                             LASNA_INK_WANTED);
  add_few (chart, index, rows);
}

/* Each mark has voices of its own. */
static void
add_name (LasnaChartRows *rows, guint index)
{
  const LasnaChartData *data = rows->chart->data;
  const LasnaChartItem *stage = data->items->pdata[index];
  g_autofree char *matter = lasna_words_count (data->language, stage->n_task);
  g_autofree char *feeling = lasna_words_count (data->language, stage->n_entries);
  /* Translators: two numbers of voices: on whether the matter was settled, and on how it felt. */
  g_autofree char *words = g_strdup_printf (
      lasna_words (data->language, N_ ("%s on the matter, %s on the feeling")), matter, feeling);
  /* Translators: the same two numbers of voices where there is little room. */
  g_autofree char *brief =
      g_strdup_printf (lasna_words (data->language, N_ ("n %s, %s")), matter, feeling);

  lasna_chart_rows_add_counted (rows, index, words, brief);
}

static gboolean
has_index (const LasnaChartData *data)
{
  for (guint i = 0; i < data->items->len; i++)
    if (!isnan (((const LasnaChartItem *) data->items->pdata[i])->index))
      return TRUE;
  return FALSE;
}

static void
add (LasnaChart *chart)
{
  LasnaLanguage language = chart->data->language;
  const LasnaChartKey keys[] = {
    { LASNA_SYMBOL_OPEN_SQUARE, LASNA_INK_BELIEVED, lasna_words (language, N_ ("Matter settled")) },
    { LASNA_SYMBOL_DISC, LASNA_INK_FELT, lasna_words (language, N_ ("Feeling")) },
    { LASNA_SYMBOL_OPEN_DIAMOND,
      LASNA_INK_WANTED,
      lasna_words (language, N_ ("Both, as weighed: it is said")) },
  };
  static const int ticks[] = { 0, 50, 100 };
  LasnaChartRows rows;
  double height = lasna_chart_add_keys (chart, keys, has_index (chart->data) ? 3 : 2, chart->area);

  chart->area.y += height;
  chart->area.height -= height;
  lasna_chart_rows_begin (&rows, chart, HEAD, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      g_autofree char *words = g_strdup_printf ("%d", ticks[i]);

      lasna_chart_rows_add_tick (&rows, get_x (&rows, ticks[i]), words, ticks[i] == 50);
    }
  for (guint i = 0; i < chart->data->items->len; i++)
    {
      const LasnaChartItem *stage = chart->data->items->pdata[i];

      add_name (&rows, i);
      add_marks (chart, i, &rows);
      lasna_chart_rows_add_region (&rows, i, dup_sentence (chart->data, stage));
    }
}

static void
add_rows (const LasnaChartData *data, GPtrArray *rows)
{
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *stage = data->items->pdata[i];

      lasna_chart_add_row (
          rows,
          g_strdup (stage->title),
          lasna_chart_dup_figure (data, stage->n_task, stage->task, 1),
          lasna_chart_dup_figure (data, stage->n_task, stage->task_low, 1),
          lasna_chart_dup_figure (data, stage->n_task, stage->task_high, 1),
          g_strdup_printf ("%u", stage->n_task),
          lasna_chart_dup_figure (data, stage->n_entries, lasna_index_feeling (stage->mean), 1),
          lasna_chart_dup_figure (data, stage->n_entries, lasna_index_feeling (stage->low), 1),
          lasna_chart_dup_figure (data, stage->n_entries, lasna_index_feeling (stage->high), 1),
          g_strdup_printf ("%u", stage->n_entries),
          lasna_chart_dup_figure (data, MIN (stage->n_task, stage->n_entries), stage->index, 1),
          NULL);
    }
}

const LasnaChartClass lasna_chart_task = {
  .number = "C3",
  .name = "task",
  .title = N_ ("Does it work, but leave people cold?"),
  .definition = N_ (
      "Means from 0 to 100; the lines show where they most likely lie (confidence interval, 95 %). Matter settled: from not at all to "
      "completely. Feeling: from −1 to +1, stretched to 0 to 100. Beside the name: how many "
      "voices tell whether the matter was settled, and how many tell how it felt. Hatched: it works better than it feels. Under five voices there is "
      "no mean."),
  .empty = N_ ("Both marks are needed. Ask “Was the matter settled?” and “How did it feel?”, and "
               "note both answers."),
  .heads = { N_ ("Stage"),
             N_ ("Matter settled"),
             N_ ("From"),
             N_ ("To"),
             N_ ("Voices"),
             N_ ("Feeling"),
             N_ ("From"),
             N_ ("To"),
             N_ ("Voices"),
             N_ ("Index") },
  .dup_answer = dup_answer,
  .add = add,
  .add_rows = add_rows,
};
