/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which feelings do we awaken? A bar for each stage: destroying feelings below the line, the others
 * above it, no feeling on it.
 */
#include "config.h"

#include "lasna-chart-private.h"
#include "lasna-small.h"

#include <glib/gi18n-lib.h>

#define MOST_BAR 56.0

static const LasnaTextStyle name_style = { .size = LASNA_CHART_TEXT,
                                           .smallest = LASNA_CHART_SMALLEST,
                                           .max_lines = 3,
                                           .weight = 600,
                                           .align = LASNA_ALIGN_MIDDLE };

/* The largest share of destroying feelings at a stage, or -1. */
static int
get_worst (const LasnaChartData *data)
{
  int worst = -1;

  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *stage = data->items->pdata[i];

      if (!lasna_is_small (stage->n_entries))
        worst = MAX (worst, lasna_chart_get_destroying (stage));
    }
  return worst;
}

/* All stages that read that share, in quotes. */
static char *
dup_stages (const LasnaChartData *data, int share)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *stage = data->items->pdata[i];

      if (lasna_is_small (stage->n_entries) || lasna_chart_get_destroying (stage) != share)
        continue;
      if (out->len > 0)
        g_string_append (out, ", ");
      g_string_append_printf (out, lasna_words (data->language, N_ ("“%s”")), stage->title);
    }
  return g_string_free (out, FALSE);
}

static char *
dup_answer (const LasnaChartData *data)
{
  int worst = get_worst (data);
  g_autofree char *stages = dup_stages (data, worst);

  if (worst < 0)
    return g_strdup (
        lasna_words (data->language, N_ ("No stage has five voices with a feeling yet.")));
  if (worst == 0)
    return g_strdup (lasna_words (data->language, N_ ("No destroying feelings at any stage.")));
  return g_strdup_printf (
      /* Translators: one or several stages in quotes, and a share in per cent. */
      lasna_words (data->language,
                   N_ ("Destroying feelings are most frequent at %s: %d %% of the feelings.")),
      stages,
      worst);
}

static double
get_names_height (LasnaChart *chart, double column)
{
  double height = 0;

  for (guint i = 0; i < chart->data->items->len; i++)
    {
      const LasnaChartItem *stage = chart->data->items->pdata[i];
      g_autoptr (LasnaTextBlock) text =
          lasna_typesetter_set (chart->typesetter, stage->title, &name_style, column - 4);

      height = MAX (height, text->height);
    }
  return height;
}

static void
add_name (LasnaChart *chart, guint index, LasnaRect box, double names)
{
  const LasnaChartItem *stage = chart->data->items->pdata[index];
  const LasnaTextStyle small = { .size = LASNA_CHART_SMALL,
                                 .smallest = LASNA_CHART_SMALLEST,
                                 .align = LASNA_ALIGN_MIDDLE };
  g_autofree char *n =
      lasna_chart_dup_counted (chart, LASNA_CHART_N_VOICES, stage->n_entries, box.width);

  lasna_layout_set_text (chart->layout,
                         chart->typesetter,
                         "stage",
                         (int) index,
                         stage->title,
                         &name_style,
                         box,
                         LASNA_INK_TEXT);
  box.y += names + 2;
  lasna_layout_set_text (
      chart->layout, chart->typesetter, "n", (int) index, n, &small, box, LASNA_INK_QUIET);
}

static void
add (LasnaChart *chart)
{
  guint n = chart->data->items->len;
  double column = chart->area.width / n;
  double names = get_names_height (chart, column);
  double below;
  double above;
  double height;

  lasna_chart_add_cluster_keys (chart);
  lasna_chart_stack_get_reach (chart->data, &below, &above);
  height = chart->area.height - names - 2 - LASNA_CHART_SMALL * 1.3 - 6;

  LasnaChartStack stack = {
    .is_upright = TRUE,
    .thickness = MIN (column * 0.62, MOST_BAR),
    .zero = chart->area.y + height * above / (above + below),
    .unit = height / (above + below),
  };

  lasna_layout_add_rule (chart->layout,
                         "axis",
                         (LasnaPoint){ chart->area.x, stack.zero },
                         (LasnaPoint){ chart->area.x + chart->area.width, stack.zero },
                         LASNA_INK_HAIRLINE,
                         1);
  for (guint i = 0; i < n; i++)
    {
      const LasnaChartItem *stage = chart->data->items->pdata[i];
      LasnaRect rect = { chart->area.x + column * i, chart->area.y, column, chart->area.height };

      stack.middle = rect.x + column / 2;
      lasna_chart_add_stack (chart, i, &stack);
      add_name (
          chart, i, (LasnaRect){ rect.x + 2, chart->area.y + height + 6, column - 4, 0 }, names);
      lasna_layout_add_region (chart->layout,
                               "stage",
                               (int) i,
                               rect,
                               lasna_chart_dup_stack_sentence (chart->data, stage))
          ->where = g_strdup (stage->where);
    }
}

const LasnaChartClass lasna_chart_awakened = {
  .number = "C2",
  .name = "awakened",
  .title = N_ ("Which feelings do we awaken?"),
  .definition = N_ (
      "Feelings named at each stage, by cluster, as shares of all of them; “no "
      "feeling” counts as one. A voice may name several, so that there can be more "
      "feelings than voices. The voices counted are those whose feeling is known. Under five of them "
      "there are no shares."),
  .empty = N_ ("No feelings yet. When you note what a customer said, choose a feeling or “No "
               "feeling”; both are answers."),
  .heads = { N_ ("Stage"),
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
