/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where are we deaf? Stages by moments, the count in each cell; a cell without a voice is outlined,
 * because it is the advice.
 */
#include "config.h"

#include "lasna-chart-private.h"
#include "lasna-totals.h"

#include <glib/gi18n-lib.h>

#define HEAD 30.0
#define MOST_ROW 48.0

static const LasnaChartItem *
get_item (const LasnaChartData *data, guint i)
{
  return g_ptr_array_index (data->items, i);
}

static char *
dup_answer (const LasnaChartData *data)
{
  guint deaf = 0;
  guint n = data->items->len * LASNA_CHART_MOMENTS;

  for (guint i = 0; i < data->items->len; i++)
    for (guint j = 0; j < LASNA_CHART_MOMENTS; j++)
      deaf += get_item (data, i)->moments[j] == 0;
  if (deaf == 0)
    return g_strdup (
        lasna_words (data->language, N_ ("Nowhere: every stage is heard at every moment.")));
  return g_strdup_printf (
      /* Translators: the first %u is how many places are deaf, the second how many there are. */
      lasna_words_plural (data->language,
                          "In %u place of %u nobody has been heard.",
                          "In %u places of %u nobody has been heard.",
                          deaf),
      deaf,
      n);
}

static char *
dup_sentence (const LasnaChartData *data, const LasnaChartItem *stage, guint moment, guint count)
{
  const char *when = lasna_chart_get_moment (moment, data->language);

  if (count == 0 && stage->question != NULL)
    /* Translators: a stage, a moment, and the question to ask. */
    return g_strdup_printf (lasna_words (data->language, N_ ("“%s”, %s: nobody. Ask: %s")),
                            stage->title,
                            when,
                            stage->question);
  return g_strdup_printf (
      lasna_words_plural (data->language, "“%s”, %s: %u voice.", "“%s”, %s: %u voices.", count),
      stage->title,
      when,
      count);
}

static char *
dup_where (const LasnaChartItem *stage, guint moment)
{
  if (stage->where == NULL)
    return NULL;
  return g_strdup_printf ("%s\nmoment=%s",
                          stage->where,
                          moment < LASNA_CHART_MOMENTS ? lasna_feedback_moments[moment]
                                                       : "unknown");
}

static void
add_cell (LasnaChart *chart, guint index, guint moment, guint count, LasnaRect cell)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_TEXT,
                                 .weight = count == 0 ? 700 : 400,
                                 .align = LASNA_ALIGN_MIDDLE };
  g_autofree char *number = g_strdup_printf ("%u", count);
  LasnaTextBlock *text = lasna_typesetter_set (chart->typesetter, number, &style, cell.width);
  LasnaShape *box = lasna_layout_add_box (chart->layout,
                                          count == 0 ? "deaf" : "cell",
                                          (int) index,
                                          cell,
                                          count == 0 ? LASNA_INK_PAPER : LASNA_INK_FOREST);

  box->radius = 4;
  if (count == 0)
    {
      box->line = 1.6;
      box->ink = LASNA_INK_DESTROYING;
      box->dash = LASNA_DASH_HIDDEN;
    }
  lasna_layout_add_text (chart->layout,
                         "count",
                         (int) index,
                         text,
                         cell.x,
                         cell.y + (cell.height - text->height) / 2,
                         LASNA_INK_TEXT);
  lasna_layout_add_region (chart->layout,
                           "cell",
                           (int) index,
                           cell,
                           dup_sentence (chart->data, get_item (chart->data, index), moment, count))
      ->where = dup_where (get_item (chart->data, index), moment);
}

static gboolean
has_unknown (const LasnaChartData *data)
{
  for (guint i = 0; i < data->items->len; i++)
    if (get_item (data, i)->n_unknown > 0)
      return TRUE;
  return FALSE;
}

static void
add (LasnaChart *chart)
{
  const LasnaTextStyle head = {
    .size = LASNA_CHART_SMALL, .smallest = 8.5, .max_lines = 2, .align = LASNA_ALIGN_MIDDLE
  };
  const LasnaTextStyle name = { .size = LASNA_CHART_TEXT, .smallest = 9, .max_lines = 2 };
  const LasnaChartData *data = chart->data;
  guint columns = LASNA_CHART_MOMENTS + (has_unknown (data) ? 1 : 0);
  double names = chart->area.width * 0.3;
  double width = (chart->area.width - names) / columns;
  double height = MIN (MOST_ROW, (chart->area.height - HEAD) / data->items->len);

  for (guint j = 0; j < columns; j++)
    lasna_layout_set_text (
        chart->layout,
        chart->typesetter,
        "moment",
        -1,
        lasna_chart_get_moment (j, data->language),
        &head,
        (LasnaRect){ chart->area.x + names + width * j + 2, chart->area.y + 2, width - 4, 0 },
        LASNA_INK_QUIET);
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *stage = get_item (data, i);
      double y = chart->area.y + HEAD + height * i;
      LasnaTextBlock *text =
          lasna_typesetter_set (chart->typesetter, stage->title, &name, names - 12);

      lasna_layout_add_text (chart->layout,
                             "stage",
                             (int) i,
                             text,
                             chart->area.x,
                             y + (height - text->height) / 2,
                             LASNA_INK_TEXT);
      for (guint j = 0; j < columns; j++)
        add_cell (
            chart,
            i,
            j,
            j < LASNA_CHART_MOMENTS ? stage->moments[j] : stage->n_unknown,
            (LasnaRect){ chart->area.x + names + width * j + 3, y + 3, width - 6, height - 6 });
    }
}

static void
add_rows (const LasnaChartData *data, GPtrArray *rows)
{
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *stage = get_item (data, i);

      lasna_chart_add_row (rows,
                           g_strdup (stage->title),
                           g_strdup_printf ("%u", stage->moments[0]),
                           g_strdup_printf ("%u", stage->moments[1]),
                           g_strdup_printf ("%u", stage->moments[2]),
                           g_strdup_printf ("%u", stage->n_unknown),
                           NULL);
    }
}

const LasnaChartClass lasna_chart_deaf = {
  .number = "C4",
  .name = "deaf",
  .title = N_ ("Where are we deaf?"),
  .definition =
      N_ ("Voices by stage and by the moment they were given. An outlined cell has none."),
  .empty = N_ ("This picture needs a journey with stages. Make one, and ask at each of them."),
  .heads = { N_ ("Stage"),
             N_ ("At contact"),
             N_ ("After the service"),
             N_ ("When wrong"),
             N_ ("Moment unknown") },
  .shows_silence = TRUE,
  .dup_answer = dup_answer,
  .add = add,
  .add_rows = add_rows,
};
