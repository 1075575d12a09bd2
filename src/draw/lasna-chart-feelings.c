/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where on the path do feelings sink? Every single feeling as a dot, their mean as a line, the
 * share of destroying ones hatched below zero. Below five answers there is no mean.
 */
#include "config.h"

#include "lasna-chart-private.h"
#include "lasna-dots.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define AXIS 62.0 /* room for the words beside the axis */
#define FOOT 38.0 /* for target and n, below the names of the stages */
#define DOT 4.6
#define MARK 9.0

static const LasnaChartItem *
get_item (const LasnaChartData *data, guint i)
{
  return g_ptr_array_index (data->items, i);
}

static char *
dup_answer (const LasnaChartData *data)
{
  const LasnaChartItem *lowest = NULL;
  gboolean all = TRUE;

  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *stage = get_item (data, i);

      if (lasna_chart_has_mean (stage) && (lowest == NULL || stage->mean < lowest->mean))
        lowest = stage;
      all = all && lasna_chart_has_mean (stage);
    }
  if (lowest == NULL)
    return g_strdup (
        lasna_words (data->language, N_ ("No stage has five voices with a feeling yet.")));

  g_autofree char *number = lasna_words_number (data->language, lowest->mean, 1);

  if (lowest->mean < 0)
    /* Translators: a stage and its mean feeling between −1 and +1. */
    return g_strdup_printf (
        lasna_words (data->language, N_ ("They sink most at “%s”: %s.")), lowest->title, number);
  return g_strdup_printf (
      all
          /* Translators: a stage and its mean feeling between −1 and +1. */
          ? lasna_words (data->language, N_ ("They stay warm all the way; least so at “%s”: %s."))
          /* Translators: a stage and its mean feeling between −1 and +1. */
          : lasna_words (data->language,
                         N_ ("Where enough people were heard, they stay warm all the way; least so "
                             "at “%s”: %s.")),
      lowest->title,
      number);
}

static char *
dup_sentence (const LasnaChartData *data, const LasnaChartItem *stage)
{
  if (stage->n_entries == 0 && stage->question != NULL)
    /* Translators: a stage, and the question to ask there. */
    return g_strdup_printf (
        lasna_words (data->language, N_ ("No feelings recorded for “%s”. Ask: %s")),
        stage->title,
        stage->question);
  if (stage->n_entries == 0)
    return g_strdup_printf (lasna_words (data->language, N_ ("No feelings recorded for “%s”.")),
                            stage->title);
  if (!lasna_chart_has_mean (stage))
    return g_strdup_printf (lasna_words_plural (data->language,
                                                "“%s”: %u voice, too few for a mean.",
                                                "“%s”: %u voices, too few for a mean.",
                                                stage->n_entries),
                            stage->title,
                            stage->n_entries);

  g_autofree char *mean = lasna_words_number (data->language, stage->mean, 1);

  /* Translators: a stage, its mean feeling, how many voices, how many of them destroying and how
   * many without a feeling.
   */
  return g_strdup_printf (lasna_words (data->language,
                                       N_ ("“%s”: mean %s of %u voices; %u destroying, "
                                           "%u without a feeling.")),
                          stage->title,
                          mean,
                          stage->n_entries,
                          stage->n_destroying,
                          stage->n_no_feeling);
}

/* The plot: where columns and heights are. */
typedef struct
{
  LasnaChart *chart;
  LasnaRect area;
  double column;
  double names; /* height of the stages' names */
} Plot;

static const LasnaTextStyle name_style = { .size = LASNA_CHART_TEXT,
                                           .smallest = 9,
                                           .max_lines = 2,
                                           .weight = 600,
                                           .align = LASNA_ALIGN_MIDDLE };

static double
get_x (const Plot *plot, guint stage)
{
  return plot->area.x + plot->column * (stage + 0.5);
}

static double
get_y (const Plot *plot, double height)
{
  return plot->area.y + plot->area.height * (1 - CLAMP (height, -1, 1)) / 2;
}

static void
add_axis (Plot *plot)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_SMALL, .align = LASNA_ALIGN_END };
  LasnaLanguage language = plot->chart->data->language;
  const struct
  {
    double height;
    const char *words;
  } ticks[] = {
    { 1, lasna_words (language, N_ ("warm +1")) },
    { 0, "0" },
    { -1, lasna_words (language, N_ ("cold −1")) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      double y = get_y (plot, ticks[i].height);

      lasna_layout_add_rule (plot->chart->layout,
                             "axis",
                             (LasnaPoint){ plot->area.x, y },
                             (LasnaPoint){ plot->area.x + plot->area.width, y },
                             LASNA_INK_HAIRLINE,
                             ticks[i].height == 0 ? 1 : 0.5);
      lasna_layout_set_text (
          plot->chart->layout,
          plot->chart->typesetter,
          "axis",
          -1,
          ticks[i].words,
          &style,
          (LasnaRect){ plot->area.x - AXIS, y - LASNA_CHART_SMALL * 0.6, AXIS - 6, 0 },
          LASNA_INK_QUIET);
    }
}

/* The hatched column hangs from zero; all destroying would reach -1. */
static void
add_destroying (Plot *plot, guint index)
{
  const LasnaChartItem *stage = get_item (plot->chart->data, index);
  const LasnaTextStyle style = { .size = LASNA_CHART_SMALL, .align = LASNA_ALIGN_END };

  if (!lasna_chart_has_mean (stage) || stage->n_destroying == 0)
    return;

  double share = (double) stage->n_destroying / stage->n_entries;
  double width = MIN (plot->column * 0.2, 18);
  double x = get_x (plot, index) + plot->column * 0.46 - width;
  double top = get_y (plot, 0);
  double bottom = get_y (plot, -share);
  /* Translators: a share in per cent. */
  g_autofree char *words =
      g_strdup_printf (lasna_words (plot->chart->data->language, N_ ("%.0f %%")), 100 * share);
  LasnaShape *bar = lasna_layout_add_box (plot->chart->layout,
                                          "destroying",
                                          (int) index,
                                          (LasnaRect){ x, top, width, bottom - top },
                                          LASNA_INK_DESTROYING);

  bar->ink = LASNA_INK_DESTROYING;
  bar->line = 0.7;
  if (plot->column > 60)
    lasna_layout_set_text (
        plot->chart->layout,
        plot->chart->typesetter,
        "share",
        (int) index,
        words,
        &style,
        (LasnaRect){ x + width - 40,
                     MIN (bottom + 2, plot->area.y + plot->area.height - LASNA_CHART_SMALL),
                     40,
                     0 },
        LASNA_INK_TEXT);
}

static void
add_entries (Plot *plot, guint index)
{
  const LasnaChartItem *stage = get_item (plot->chart->data, index);
  const LasnaDots place = {
    .x = get_x (plot, index),
    .zero = get_y (plot, 0),
    .reach = get_y (plot, 0) - get_y (plot, 1),
    .width = plot->column * 0.46,
    .size = DOT,
    .least = LASNA_DOTS_LEAST,
  };

  if (lasna_chart_has_mean (stage) || plot->chart->data->few)
    lasna_dots_add (plot->chart->layout, (int) index, stage->feelings, &place);
}

static void
add_interval (Plot *plot, guint index)
{
  const LasnaChartItem *stage = get_item (plot->chart->data, index);

  if (!isnan (stage->low))
    lasna_chart_add_interval (plot->chart,
                              (int) index,
                              (LasnaPoint){ get_x (plot, index), get_y (plot, stage->low) },
                              (LasnaPoint){ get_x (plot, index), get_y (plot, stage->high) },
                              LASNA_INK_FELT);
}

static void
add_means (Plot *plot)
{
  const LasnaChartData *data = plot->chart->data;

  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *stage = get_item (data, i);
      LasnaPoint at = { get_x (plot, i), get_y (plot, stage->mean) };

      if (!lasna_chart_has_mean (stage))
        continue;
      if (i > 0 && lasna_chart_has_mean (get_item (data, i - 1)))
        lasna_layout_add_rule (
            plot->chart->layout,
            "line",
            (LasnaPoint){ get_x (plot, i - 1), get_y (plot, get_item (data, i - 1)->mean) },
            at,
            LASNA_INK_FELT,
            2);
    }
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *stage = get_item (data, i);

      if (lasna_chart_has_mean (stage))
        add_interval (plot, i);
      if (lasna_chart_has_mean (stage))
        lasna_layout_add_symbol (plot->chart->layout,
                                 "mean",
                                 (int) i,
                                 LASNA_SYMBOL_DISC,
                                 (LasnaPoint){ get_x (plot, i), get_y (plot, stage->mean) },
                                 MARK,
                                 LASNA_INK_FELT);
    }
}

static void
add_foot (Plot *plot, guint index)
{
  const LasnaChartItem *stage = get_item (plot->chart->data, index);
  const LasnaTextStyle small = { .size = LASNA_CHART_SMALL,
                                 .smallest = 8.5,
                                 .align = LASNA_ALIGN_MIDDLE };
  double y = plot->area.y + plot->area.height + 8;
  LasnaRect box = { get_x (plot, index) - plot->column / 2 + 2, y, plot->column - 4, 0 };
  g_autofree char *n =
      lasna_chart_dup_counted (plot->chart, LASNA_CHART_N_VOICES, stage->n_entries, box.width);

  lasna_layout_set_text (plot->chart->layout,
                         plot->chart->typesetter,
                         "stage",
                         (int) index,
                         stage->title,
                         &name_style,
                         box,
                         LASNA_INK_TEXT);
  box.y += plot->names + 2;
  if (stage->target != NULL)
    {
      box.x += 6;
      box.width -= 6;

      LasnaShape *words = lasna_layout_set_text (plot->chart->layout,
                                                 plot->chart->typesetter,
                                                 "target",
                                                 (int) index,
                                                 stage->target,
                                                 &small,
                                                 box,
                                                 LASNA_INK_QUIET);

      lasna_layout_add_symbol (plot->chart->layout,
                               "target",
                               (int) index,
                               lasna_ink_get_symbol (stage->ink),
                               (LasnaPoint){ words->rect.x - 7, box.y + 6 },
                               8,
                               stage->ink);
      box.x -= 6;
      box.width += 6;
    }
  box.y += 14;
  lasna_layout_set_text (plot->chart->layout,
                         plot->chart->typesetter,
                         "n",
                         (int) index,
                         n,
                         &small,
                         box,
                         LASNA_INK_QUIET);
}

/* What to ask stands in the picture where there is room for all of it; else a ring stands there,
 * and pointing at it tells.
 */
static void
add_silence (Plot *plot, guint index)
{
  const LasnaChartItem *stage = get_item (plot->chart->data, index);
  const LasnaTextStyle style = { .size = LASNA_CHART_SMALL,
                                 .smallest = LASNA_CHART_SMALLEST,
                                 .max_lines = 6,
                                 .align = LASNA_ALIGN_MIDDLE };
  double x = get_x (plot, index);
  double y = get_y (plot, 0);

  if (stage->n_entries > 0)
    return;

  g_autofree char *words = dup_sentence (plot->chart->data, stage);
  LasnaTextBlock *text =
      lasna_typesetter_set (plot->chart->typesetter, words, &style, plot->column - 8);
  LasnaShape *shape;

  if (text->shortened)
    {
      lasna_text_block_free (text);
      shape = lasna_layout_add_symbol (plot->chart->layout,
                                       "silence",
                                       (int) index,
                                       LASNA_SYMBOL_RING,
                                       (LasnaPoint){ x, y },
                                       MARK + 5,
                                       LASNA_INK_DESTROYING);
    }
  else
    {
      shape = lasna_layout_add_text (plot->chart->layout,
                                     "silence",
                                     (int) index,
                                     text,
                                     x - plot->column / 2 + 4,
                                     y + 5,
                                     LASNA_INK_QUIET);
      shape->halo = TRUE;
    }
  shape->fill = LASNA_INK_PAPER;
}

static double
get_names_height (const Plot *plot)
{
  const LasnaChartData *data = plot->chart->data;
  double height = 0;

  for (guint i = 0; i < data->items->len; i++)
    {
      g_autoptr (LasnaTextBlock) text = lasna_typesetter_set (
          plot->chart->typesetter, get_item (data, i)->title, &name_style, plot->column - 4);

      height = MAX (height, text->height);
    }
  return height;
}

static void
add (LasnaChart *chart)
{
  Plot plot = { chart, chart->area, 0, 0 };

  plot.area.x += AXIS;
  plot.area.width -= AXIS;
  plot.area.y += LASNA_CHART_SMALL * 0.6;
  plot.column = plot.area.width / chart->data->items->len;
  plot.names = get_names_height (&plot);
  plot.area.height -= FOOT + plot.names + LASNA_CHART_SMALL * 0.6;
  add_axis (&plot);
  for (guint i = 0; i < chart->data->items->len; i++)
    {
      const LasnaChartItem *stage = get_item (chart->data, i);

      add_destroying (&plot, i);
      add_entries (&plot, i);
      add_silence (&plot, i);
      add_foot (&plot, i);
      lasna_layout_add_region (chart->layout,
                               "stage",
                               (int) i,
                               (LasnaRect){ get_x (&plot, i) - plot.column / 2,
                                            plot.area.y,
                                            plot.column,
                                            plot.area.height + plot.names + FOOT },
                               dup_sentence (chart->data, stage))
          ->where = g_strdup (stage->where);
    }
  add_means (&plot);
}

static void
add_rows (const LasnaChartData *data, GPtrArray *rows)
{
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *stage = get_item (data, i);

      lasna_chart_add_row (rows,
                           g_strdup (stage->title),
                           g_strdup (stage->target != NULL ? stage->target : ""),
                           lasna_chart_dup_figure (data, stage->n_entries, stage->mean, 2),
                           lasna_chart_dup_figure (data, stage->n_entries, stage->low, 2),
                           lasna_chart_dup_figure (data, stage->n_entries, stage->high, 2),
                           g_strdup_printf ("%u", stage->n_entries),
                           lasna_chart_dup_count (data, stage->n_entries, stage->n_destroying),
                           lasna_chart_dup_count (data, stage->n_entries, stage->n_no_feeling),
                           NULL);
    }
}

const LasnaChartClass lasna_chart_feelings = {
  .number = "C1",
  .name = "feelings",
  .title = N_ ("Where on the path do feelings sink?"),
  .definition = N_ (
      "Mean of the feelings of each voice, from −1 to +1, no feeling counted as 0; the "
      "upright line shows where it most likely lies (confidence interval, 95 %). Dots are single voices; bands stand for many, the longer, the "
      "more. Hatched: share of voices with a destroying feeling. Under five voices there is "
      "no mean."),
  .empty = N_ ("This picture needs a journey with stages. Make one, and ask at each of them."),
  .heads = { N_ ("Stage"),
             N_ ("Wanted"),
             N_ ("Mean feeling"),
             N_ ("From"),
             N_ ("To"),
             N_ ("Voices"),
             N_ ("Destroying"),
             N_ ("No feeling") },
  .shows_silence = TRUE,
  .dup_answer = dup_answer,
  .add = add,
  .add_rows = add_rows,
};
