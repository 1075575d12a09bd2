/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose feeling decides? The feelings of each link of the chain from us to the customer's customer;
 * primary links are marked, and a link without a voice is named.
 */
#include "config.h"

#include "lasna-chart-private.h"

#include <glib/gi18n-lib.h>

#define STAR 10.0
#define STAR_GAP 6.0 /* before the count */

static char *
dup_answer (const LasnaChartData *data)
{
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *link = data->items->pdata[i];

      if (link->n == 0)
        /* Translators: a link of the customer chain */
        return g_strdup_printf (lasna_words (data->language, N_ ("No voice from “%s” yet.")),
                                link->title);
    }
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *link = data->items->pdata[i];

      if (lasna_chart_has_mean (link) && link->mean < 0)
        /* Translators: a link of the customer chain */
        return g_strdup_printf (
            lasna_words (data->language, N_ ("“%s” feels more cold than warm.")), link->title);
    }
  return g_strdup (lasna_words (data->language, N_ ("Every link has been heard.")));
}

static char *
dup_sentence (const LasnaChartData *data, const LasnaChartItem *link)
{
  if (link->n == 0)
    return g_strdup_printf (lasna_words (data->language, N_ ("No voice from “%s” yet.")),
                            link->title);
  return lasna_chart_dup_stack_sentence (data, link);
}

static void
add_silence (LasnaChart *chart, guint index, const LasnaChartRows *rows, const char *words)
{
  const LasnaTextStyle style = {
    .size = LASNA_CHART_SMALL, .smallest = LASNA_CHART_SMALLEST, .max_lines = 2, .italic = TRUE
  };
  LasnaShape *text = lasna_layout_set_text (chart->layout,
                                            chart->typesetter,
                                            "silence",
                                            (int) index,
                                            words,
                                            &style,
                                            (LasnaRect){ rows->plot.x, 0, rows->plot.width, 0 },
                                            LASNA_INK_QUIET);

  text->rect.y = lasna_chart_rows_get_y (rows, index) - text->rect.height / 2;
  text->halo = TRUE;
  text->fill = LASNA_INK_PAPER;
}

static void
add_rank (LasnaChart *chart, guint index, const LasnaChartRows *rows)
{
  const LasnaChartItem *link = chart->data->items->pdata[index];

  if (link->ink == LASNA_INK_ACCENT)
    lasna_layout_add_symbol (
        chart->layout,
        "primary",
        (int) index,
        LASNA_SYMBOL_STAR,
        (LasnaPoint){ rows->counts_x - STAR_GAP - STAR / 2, lasna_chart_rows_get_y (rows, index) },
        STAR,
        LASNA_INK_ACCENT);
}

static void
add (LasnaChart *chart)
{
  LasnaChartRows rows;
  double below;
  double above;

  lasna_chart_add_cluster_keys (chart);
  lasna_chart_rows_begin (&rows, chart, 4, 0);
  rows.names -= STAR + STAR_GAP + 4;
  lasna_chart_stack_get_reach (chart->data, &below, &above);

  LasnaChartStack stack = {
    .thickness = MIN (rows.row * 0.56, 22),
    .zero = rows.plot.x + rows.plot.width * below / (above + below),
    .unit = rows.plot.width / (above + below),
  };

  lasna_chart_rows_add_tick (&rows, stack.zero, "", TRUE);
  for (guint i = 0; i < chart->data->items->len; i++)
    {
      const LasnaChartItem *link = chart->data->items->pdata[i];
      g_autofree char *sentence = dup_sentence (chart->data, link);

      lasna_chart_rows_add_name (&rows, i, LASNA_CHART_N_VOICES, link->n_entries);
      add_rank (chart, i, &rows);
      stack.middle = lasna_chart_rows_get_y (&rows, i);
      if (link->n == 0)
        add_silence (chart, i, &rows, sentence);
      else
        lasna_chart_add_stack (chart, i, &stack);
      lasna_chart_rows_add_region (&rows, i, g_steal_pointer (&sentence));
    }
}

const LasnaChartClass lasna_chart_links = {
  .number = "C10",
  .name = "links",
  .title = N_ ("Whose feeling decides?"),
  .definition = N_ (
      "Feelings named by each link of the customer chain, by cluster, as shares of "
      "all of them; “no feeling” counts as one. A star marks primary links. "
      "The voices counted are those whose feeling is known. Under five of them there are no shares."),
  .empty = N_ ("Nobody of the customer chain has been heard. Ask also the one who decides, the one "
               "who pays and the one who uses, and note whose voice it was."),
  .heads = { N_ ("Link"),
             N_ ("Voices"),
             N_ ("Destroying"),
             N_ ("No feeling"),
             N_ ("Attention"),
             N_ ("Recommendation"),
             N_ ("Advocacy") },
  .dup_answer = dup_answer,
  .add = add,
  .add_rows = lasna_chart_add_stack_rows,
};
