/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which scores do people give? A panel for each question, a bar for each answer it can have.
 */
#include "config.h"

#include "lasna-chart-private.h"
#include "lasna-small.h"

#include <glib/gi18n-lib.h>

#define GAP 22.0
#define MOST_BAR 26.0
#define DOT 6.0

typedef struct
{
  LasnaRect area;
  guint first; /* item */
  guint n_items;
  guint n; /* answers */
  guint most;
} Panel;

static Panel
get_panel (const LasnaChartData *data, guint index)
{
  Panel panel = { .most = 1 };

  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *item = data->items->pdata[i];

      if (item->panel != index)
        continue;
      if (panel.n_items++ == 0)
        panel.first = i;
      panel.n += item->n;
      panel.most = MAX (panel.most, item->n);
    }
  return panel;
}

static char *
dup_answer (const LasnaChartData *data)
{
  const LasnaChartPanel *panel = data->panels->pdata[0];

  if (panel->figure == NULL)
    return g_strdup (panel->title);
  /* Translators: a question and its figure. */
  return g_strdup_printf (
      lasna_words (data->language, N_ ("“%s” %s.")), panel->title, panel->figure);
}

static char *
dup_sentence (const LasnaChartData *data, const LasnaChartItem *item)
{
  const LasnaChartPanel *panel = data->panels->pdata[item->panel];

  return g_strdup_printf (
      /* Translators: a question, one of its answers such as 9, and how many gave it. */
      lasna_words_plural (
          data->language, "“%s”, answer %s: %u time.", "“%s”, answer %s: %u times.", item->n),
      panel->title,
      item->title,
      item->n);
}

static void
add_count (LasnaChart *chart, guint index, LasnaRect bar)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_SMALL,
                                 .smallest = 7,
                                 .align = LASNA_ALIGN_MIDDLE };
  const LasnaChartItem *item = chart->data->items->pdata[index];
  g_autofree char *words = g_strdup_printf ("%u", item->n);
  LasnaTextBlock *text = lasna_typesetter_set (chart->typesetter, words, &style, bar.width);

  if (text->shortened)
    {
      lasna_text_block_free (text);
      return;
    }
  lasna_layout_add_text (
      chart->layout, "count", (int) index, text, bar.x, bar.y - text->height - 1, LASNA_INK_TEXT);
}

static void
add_bar (LasnaChart *chart, guint index, const Panel *panel, LasnaRect column)
{
  const LasnaChartItem *item = chart->data->items->pdata[index];
  double thick = MIN (column.width * 0.78, MOST_BAR);
  double x = column.x + (column.width - thick) / 2;
  double bottom = column.y + column.height;

  if (item->n == 0)
    return;
  if (!lasna_is_small (panel->n))
    {
      double height = (column.height - LASNA_CHART_SMALL * 1.3) * item->n / panel->most;
      LasnaRect rect = { x, bottom - height, thick, height };
      LasnaShape *bar = lasna_layout_add_box (chart->layout, "bar", (int) index, rect, item->ink);

      bar->ink = item->ink;
      bar->line = 0.8;
      add_count (chart, index, (LasnaRect){ column.x, rect.y, column.width, 0 });
      return;
    }
  for (guint i = 0; i < item->n && chart->data->few; i++)
    lasna_layout_add_symbol (
        chart->layout,
        "single",
        (int) index,
        LASNA_SYMBOL_DISC,
        (LasnaPoint){ column.x + column.width / 2, bottom - (i + 0.8) * (DOT + 2) },
        DOT,
        LASNA_INK_NO_FEELING);
}

/* Question and figure; returns their height. */
static double
add_heads (LasnaChart *chart, guint index, const LasnaRect *area)
{
  const LasnaTextStyle title = {
    .size = LASNA_CHART_TEXT, .smallest = LASNA_CHART_SMALLEST, .max_lines = 5, .weight = 600
  };
  const LasnaTextStyle small = { .size = LASNA_CHART_SMALL,
                                 .smallest = LASNA_CHART_SMALLEST,
                                 .max_lines = 4 };
  const LasnaChartPanel *panel = chart->data->panels->pdata[index];
  double height = lasna_layout_set_text (chart->layout,
                                         chart->typesetter,
                                         "question",
                                         -1,
                                         panel->title,
                                         &title,
                                         *area,
                                         LASNA_INK_TEXT)
                      ->rect.height;

  if (panel->figure != NULL)
    height += lasna_layout_set_text (chart->layout,
                                     chart->typesetter,
                                     "figure",
                                     -1,
                                     panel->figure,
                                     &small,
                                     (LasnaRect){ area->x, area->y + height, area->width, 0 },
                                     LASNA_INK_QUIET)
                  ->rect.height;
  return height;
}

static void
add_bars (LasnaChart *chart, const Panel *panel, LasnaRect area)
{
  const LasnaTextStyle label = { .size = LASNA_CHART_SMALL,
                                 .smallest = 7,
                                 .align = LASNA_ALIGN_MIDDLE };
  double column = MIN (area.width / MAX (panel->n_items, 1), 44);
  double foot = LASNA_CHART_SMALL * 1.4;

  lasna_layout_add_rule (
      chart->layout,
      "axis",
      (LasnaPoint){ area.x, area.y + area.height - foot },
      (LasnaPoint){ area.x + column * panel->n_items, area.y + area.height - foot },
      LASNA_INK_HAIRLINE,
      1);
  for (guint i = 0; i < panel->n_items; i++)
    {
      guint index = panel->first + i;
      const LasnaChartItem *item = chart->data->items->pdata[index];
      LasnaRect rect = { area.x + column * i, area.y, column, area.height - foot };

      add_bar (chart, index, panel, rect);
      lasna_layout_set_text (chart->layout,
                             chart->typesetter,
                             "score",
                             (int) index,
                             item->title,
                             &label,
                             (LasnaRect){ rect.x, rect.y + rect.height + 2, rect.width, 0 },
                             LASNA_INK_TEXT);
      rect.height += foot;
      lasna_layout_add_region (
          chart->layout, "score", (int) index, rect, dup_sentence (chart->data, item))
          ->where = g_strdup (item->where);
    }
}

static gboolean
has_ink (const LasnaChartData *data, LasnaInk ink)
{
  for (guint i = 0; i < data->items->len; i++)
    if (((const LasnaChartItem *) data->items->pdata[i])->ink == ink)
      return TRUE;
  return FALSE;
}

/* What bars of which kind stand for, above the picture, of which it takes the height. */
static void
add_keys (LasnaChart *chart)
{
  LasnaLanguage language = chart->data->language;
  const LasnaChartKey all[] = {
    { LASNA_SYMBOL_NONE,
      LASNA_INK_DESTROYING,
      lasna_words (language, N_ ("Detractors (0 to 6), or not satisfied")),
      LASNA_CHART_KEY_AREA },
    { LASNA_SYMBOL_NONE,
      LASNA_INK_NO_FEELING,
      lasna_words (language, N_ ("In between (7 and 8)")),
      LASNA_CHART_KEY_AREA },
    { LASNA_SYMBOL_NONE,
      LASNA_INK_ADVOCACY,
      lasna_words (language, N_ ("Promoters (9 and 10), or satisfied")),
      LASNA_CHART_KEY_AREA },
    { LASNA_SYMBOL_NONE,
      LASNA_INK_RECOMMENDATION,
      lasna_words (language, N_ ("Answers on a scale of its own")),
      LASNA_CHART_KEY_AREA },
  };
  LasnaChartKey keys[G_N_ELEMENTS (all)];
  guint n = 0;
  double height;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (has_ink (chart->data, all[i].ink))
      keys[n++] = all[i];
  height = n > 0 ? lasna_chart_add_keys (chart, keys, n, chart->area) + 6 : 0;
  chart->area.y += height;
  chart->area.height -= height;
}

static void
add (LasnaChart *chart)
{
  guint n = chart->data->panels->len;
  guint columns = 0;
  double width;
  double x = chart->area.x;
  double heads = 0;
  double height;
  g_autofree Panel *panels = g_new0 (Panel, n);

  add_keys (chart);
  /* A panel is as wide as it has answers to show, but none is much narrower than the others. */
  for (guint i = 0; i < n; i++)
    {
      panels[i] = get_panel (chart->data, i);
      columns += MAX (panels[i].n_items, 7);
    }
  width = (chart->area.width - GAP * (n - 1)) / MAX (columns, 1);
  for (guint i = 0; i < n; i++)
    {
      panels[i].area = chart->area;
      panels[i].area.x = x;
      panels[i].area.width = width * MAX (panels[i].n_items, 7);
      height = add_heads (chart, i, &panels[i].area);
      heads = MAX (heads, height);
      x += panels[i].area.width + GAP;
    }
  for (guint i = 0; i < n; i++)
    {
      panels[i].area.y += heads + 6;
      panels[i].area.height -= heads + 6;
      add_bars (chart, &panels[i], panels[i].area);
    }
}

static void
add_rows (const LasnaChartData *data, GPtrArray *rows)
{
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *item = data->items->pdata[i];
      const LasnaChartPanel *panel = data->panels->pdata[item->panel];

      lasna_chart_add_row (rows,
                           g_strdup (panel->title),
                           g_strdup (item->title),
                           lasna_chart_dup_count (data, get_panel (data, item->panel).n, item->n),
                           NULL);
    }
}

const LasnaChartClass lasna_chart_scores = {
  .number = "C18",
  .name = "scores",
  .title = N_ ("Which scores do people give?"),
  .definition = N_ (
      "Answers to the questions asked most often, by score; the number over a bar counts them. "
      "“Between” tells where the figure most likely lies (confidence interval, 95 %). Under five "
      "answers there is no figure."),
  .empty =
      N_ ("No scores yet. Ask one question on a scale, such as “How easy was it to book?”, and "
          "bring the answers in or note them."),
  .heads = { N_ ("Question"), N_ ("Score"), N_ ("Answers") },
  .counts_answers = TRUE,
  .dup_answer = dup_answer,
  .add = add,
  .add_rows = add_rows,
};
