/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Feelings by cluster as one bar: destroying ones on one side, the others on the other, "no
 * feeling" over the line between them. Of fewer than five voices each feeling is a sign of its own.
 */
#include "config.h"

#include "lasna-catalogue.h"
#include "lasna-chart-private.h"
#include "lasna-small.h"
#include "lasna-totals.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SIGN 9.0
#define SIGN_PITCH 12.0

/* The parts of a bar: the clusters, then "no feeling". */
#define NONE LASNA_CHART_CLUSTERS
#define PARTS (LASNA_CHART_CLUSTERS + 1)

const char *
lasna_chart_get_cluster (guint cluster, LasnaLanguage language)
{
  const LasnaCluster *const *all = lasna_catalogue_get_clusters (lasna_catalogue_get_default ());

  for (guint i = 0; cluster < LASNA_CHART_CLUSTERS && all[i] != NULL; i++)
    if (g_str_equal (all[i]->id, lasna_clusters[cluster]))
      return all[i]->title.in[language];
  return lasna_words (language, N_ ("No feeling"));
}

LasnaInk
lasna_chart_get_cluster_ink (guint cluster)
{
  return cluster < LASNA_CHART_CLUSTERS ? lasna_ink_of_cluster (lasna_clusters[cluster])
                                        : LASNA_INK_NO_FEELING;
}

static guint
get_part (const LasnaChartItem *item, guint part)
{
  return part == NONE ? item->n_no_feeling : item->clusters[part];
}

static guint
get_total (const LasnaChartItem *item)
{
  guint total = 0;

  for (guint i = 0; i < PARTS; i++)
    total += get_part (item, i);
  return total;
}

/* Returns: the share of destroying feelings of all that @item has, in whole per cent as people read
 *   it
 */
int
lasna_chart_get_destroying (const LasnaChartItem *item)
{
  return (int) lrint (100.0 * item->clusters[0] / MAX (get_total (item), 1));
}

/* Says which sign is which cluster, above the picture, of which it takes the height. */
double
lasna_chart_add_cluster_keys (LasnaChart *chart)
{
  static const guint order[PARTS] = { 0, NONE, 1, 2, 3 };
  LasnaChartKey keys[PARTS];
  double height;

  for (guint i = 0; i < PARTS; i++)
    {
      LasnaInk ink = lasna_chart_get_cluster_ink (order[i]);

      keys[i] = (LasnaChartKey){ lasna_ink_get_symbol (ink),
                                 ink,
                                 lasna_chart_get_cluster (order[i], chart->data->language) };
    }
  height = lasna_chart_add_keys (chart, keys, PARTS, chart->area) + 6;
  chart->area.y += height;
  chart->area.height -= height;
  return height;
}

/* How far bars reach on both sides, as shares of all feelings of an item. */
void
lasna_chart_stack_get_reach (const LasnaChartData *data, double *below, double *above)
{
  *below = *above = 0.25;
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *item = data->items->pdata[i];
      double total = get_total (item);
      double down = item->clusters[0] + item->n_no_feeling / 2.0;

      if (lasna_is_small (item->n_entries))
        continue;
      *below = MAX (*below, down / total);
      *above = MAX (*above, (total - down) / total);
    }
}

/* A length of the bar, from and to measured from zero. */
static LasnaRect
get_rect (const LasnaChartStack *stack, double from, double to)
{
  if (stack->is_upright)
    return (LasnaRect){
      stack->middle - stack->thickness / 2, stack->zero - to, stack->thickness, to - from
    };
  return (LasnaRect){
    stack->zero + from, stack->middle - stack->thickness / 2, to - from, stack->thickness
  };
}

static void
add_share (LasnaChart *chart, guint index, guint part, double share, const LasnaRect *rect)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_SMALL,
                                 .smallest = LASNA_CHART_SMALLEST,
                                 .weight = 600,
                                 .align = LASNA_ALIGN_MIDDLE };
  LasnaInk ink = lasna_chart_get_cluster_ink (part);
  /* A fill that is solid also in print carries light words; the others give them a ground. */
  gboolean is_solid = lasna_palette_get_fill (LASNA_THEME_PRINT, ink) == LASNA_FILL_SOLID;
  /* Translators: a share in per cent. */
  g_autofree char *words =
      g_strdup_printf (lasna_words (chart->data->language, N_ ("%.0f %%")), 100 * share);
  LasnaTextBlock *text = lasna_typesetter_set (chart->typesetter, words, &style, rect->width);
  LasnaShape *shape;

  if (text->shortened || text->width + 4 > rect->width || text->height > rect->height)
    {
      lasna_text_block_free (text);
      return;
    }
  shape = lasna_layout_add_text (chart->layout,
                                 "share",
                                 (int) index,
                                 text,
                                 rect->x,
                                 rect->y + (rect->height - text->height) / 2,
                                 is_solid ? LASNA_INK_PAPER : LASNA_INK_TEXT);
  shape->halo = !is_solid;
  shape->fill = LASNA_INK_PAPER;
}

static void
add_part (LasnaChart *chart,
          guint index,
          guint part,
          const LasnaChartStack *stack,
          double from,
          double share)
{
  LasnaInk ink = lasna_chart_get_cluster_ink (part);
  LasnaRect rect = get_rect (stack, from * stack->unit, (from + share) * stack->unit);
  LasnaShape *box;

  if (share <= 0)
    return;
  box = lasna_layout_add_box (chart->layout, "part", (int) index, rect, ink);
  box->ink = ink;
  box->line = 0.8;
  add_share (chart, index, part, share, &rect);
}

static void
add_bar (LasnaChart *chart, guint index, const LasnaChartStack *stack)
{
  const LasnaChartItem *item = chart->data->items->pdata[index];
  double total = get_total (item);
  double none = item->n_no_feeling / total;
  double at = none / 2;

  add_part (chart, index, NONE, stack, -none / 2, none);
  add_part (
      chart, index, 0, stack, -none / 2 - item->clusters[0] / total, item->clusters[0] / total);
  for (guint i = 1; i < LASNA_CHART_CLUSTERS; i++)
    {
      add_part (chart, index, i, stack, at, item->clusters[i] / total);
      at += item->clusters[i] / total;
    }
}

static void
add_sign (LasnaChart *chart, guint index, guint part, const LasnaChartStack *stack, double at)
{
  LasnaInk ink = lasna_chart_get_cluster_ink (part);
  LasnaRect rect = get_rect (stack, at, at);

  lasna_layout_add_symbol (chart->layout,
                           "sign",
                           (int) index,
                           lasna_ink_get_symbol (ink),
                           (LasnaPoint){ rect.x + rect.width / 2, rect.y + rect.height / 2 },
                           SIGN,
                           ink);
}

static void
add_signs (LasnaChart *chart, guint index, const LasnaChartStack *stack)
{
  const LasnaChartItem *item = chart->data->items->pdata[index];
  double up = item->n_no_feeling > 0 ? item->n_no_feeling * 0.5 + 0.5 : 0.7;
  double down = -up;

  for (guint i = 0; i < item->n_no_feeling; i++)
    add_sign (chart, index, NONE, stack, (i - (item->n_no_feeling - 1) / 2.0) * SIGN_PITCH);
  for (guint i = 0; i < item->clusters[0]; i++, down--)
    add_sign (chart, index, 0, stack, down * SIGN_PITCH);
  for (guint cluster = 1; cluster < LASNA_CHART_CLUSTERS; cluster++)
    for (guint i = 0; i < item->clusters[cluster]; i++, up++)
      add_sign (chart, index, cluster, stack, up * SIGN_PITCH);
}

/**
 * lasna_chart_add_stack:
 *
 * Adds the bar of an item, or single signs where there are few and they may be shown.
 */
void
lasna_chart_add_stack (LasnaChart *chart, guint index, const LasnaChartStack *stack)
{
  const LasnaChartItem *item = chart->data->items->pdata[index];

  if (!lasna_is_small (item->n_entries))
    add_bar (chart, index, stack);
  else if (chart->data->few)
    add_signs (chart, index, stack);
}

/**
 * lasna_chart_dup_stack_sentence:
 *
 * Returns: (transfer full): the bar of @item in words
 */
char *
lasna_chart_dup_stack_sentence (const LasnaChartData *data, const LasnaChartItem *item)
{
  GString *out = g_string_new (NULL);
  double total = get_total (item);

  if (lasna_is_small (item->n_entries))
    {
      g_string_append_printf (
          out,
          lasna_words_plural (data->language,
                              "“%s”: %u voice with a feeling, too few for shares.",
                              "“%s”: %u voices with a feeling, too few for shares.",
                              item->n_entries),
          item->title,
          item->n_entries);
      return g_string_free (out, FALSE);
    }
  g_string_append_printf (out,
                          lasna_words_plural (data->language,
                                              "“%s”, %u voice with a feeling:",
                                              "“%s”, %u voices with a feeling:",
                                              item->n_entries),
                          item->title,
                          item->n_entries);
  for (guint i = 0; i < PARTS; i++)
    {
      g_autofree char *share = g_strdup_printf (lasna_words (data->language, N_ ("%.0f %%")),
                                                100 * get_part (item, i) / total);

      g_string_append_printf (
          out, "%s %s %s", i > 0 ? "," : "", lasna_chart_get_cluster (i, data->language), share);
    }
  g_string_append_c (out, '.');
  return g_string_free (out, FALSE);
}

/* Title, then voices with a feeling, then the feelings of each cluster. */
void
lasna_chart_add_stack_rows (const LasnaChartData *data, GPtrArray *rows)
{
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *item = data->items->pdata[i];

      lasna_chart_add_row (rows,
                           g_strdup (item->title),
                           g_strdup_printf ("%u", item->n_entries),
                           lasna_chart_dup_count (data, item->n_entries, item->clusters[0]),
                           lasna_chart_dup_count (data, item->n_entries, item->n_no_feeling),
                           lasna_chart_dup_count (data, item->n_entries, item->clusters[1]),
                           lasna_chart_dup_count (data, item->n_entries, item->clusters[2]),
                           lasna_chart_dup_count (data, item->n_entries, item->clusters[3]),
                           NULL);
    }
}
