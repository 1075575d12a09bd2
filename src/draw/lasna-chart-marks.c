/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks that several charts are made of: intervals, keys, rows with names.
 */
#include "config.h"

#include "lasna-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WHISKER 3.5
#define MOST_ROW 52.0
#define COUNTS 0.16 /* of the width */
#define LEAST_COUNTS 46.0
#define MOST_COUNTS 84.0
#define KEY_SIGN 9.0
#define KEY_LINE 18.0
#define KEY_GAP 14.0

/**
 * lasna_chart_add_interval:
 *
 * Adds a line with an end at each side, along which a value may lie.
 */
void
lasna_chart_add_interval (
    LasnaChart *chart, int column, LasnaPoint from, LasnaPoint to, LasnaInk ink)
{
  gboolean lies = fabs (from.y - to.y) < 0.01;
  double x = lies ? 0 : WHISKER;
  double y = lies ? WHISKER : 0;
  const LasnaPoint lines[][2] = {
    { from, to },
    { { from.x - x, from.y - y }, { from.x + x, from.y + y } },
    { { to.x - x, to.y - y }, { to.x + x, to.y + y } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    lasna_layout_add_line (chart->layout, "interval", column, lines[i], 2, ink, 1.2);
}

static double
get_key_width (const LasnaChartKey *key)
{
  return key->mark == LASNA_CHART_KEY_LINE || key->mark == LASNA_CHART_KEY_STRIP ? KEY_LINE
                                                                                 : KEY_SIGN;
}

static void
add_key_mark (LasnaLayout *layout, const LasnaChartKey *key, double x, double y)
{
  LasnaRect box = { x, y, get_key_width (key), KEY_SIGN };
  LasnaPoint left = { x, y + KEY_SIGN / 2 };
  LasnaPoint right = { x + box.width, y + KEY_SIGN / 2 };
  LasnaPoint middle = { x + box.width / 2, y + KEY_SIGN / 2 };
  LasnaShape *shape;

  switch (key->mark)
    {
    case LASNA_CHART_KEY_LINE:
      lasna_layout_add_rule (layout, "key", left, right, key->ink, 2.4);
      break;
    case LASNA_CHART_KEY_UPRIGHT:
      lasna_layout_add_rule (layout,
                             "key",
                             (LasnaPoint){ middle.x, y - 1 },
                             (LasnaPoint){ middle.x, y + KEY_SIGN + 1 },
                             key->ink,
                             2);
      break;
    case LASNA_CHART_KEY_STRIP:
      lasna_layout_add_box (layout, "key", -1, box, LASNA_INK_FOREST);
      lasna_layout_add_rule (
          layout, "key", (LasnaPoint){ x, y }, (LasnaPoint){ right.x, y }, key->ink, 1);
      lasna_layout_add_rule (layout,
                             "key",
                             (LasnaPoint){ x, y + KEY_SIGN },
                             (LasnaPoint){ right.x, y + KEY_SIGN },
                             key->ink,
                             1);
      break;
    case LASNA_CHART_KEY_AREA:
      shape = lasna_layout_add_box (layout, "key", -1, box, key->ink);
      shape->ink = key->ink;
      shape->line = 0.8;
      break;
    case LASNA_CHART_KEY_SIGN:
    default:
      lasna_layout_add_symbol (layout, "key", -1, key->symbol, middle, KEY_SIGN, key->ink);
      break;
    }
}

/**
 * lasna_chart_add_keys:
 *
 * Says what marks stand for, in as many lines as it takes.
 *
 * Returns: the height of the lines
 */
double
lasna_chart_add_keys (LasnaChart *chart, const LasnaChartKey *keys, guint n, LasnaRect box)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_SMALL, .smallest = LASNA_CHART_SMALLEST };
  const double line = LASNA_CHART_SMALL * 1.4;
  double x = box.x;
  double y = box.y;

  for (guint i = 0; i < n; i++)
    {
      double width = get_key_width (&keys[i]);
      LasnaTextBlock *text =
          lasna_typesetter_set (chart->typesetter, keys[i].words, &style, box.width - width - 4);

      if (x > box.x && x + width + 4 + text->width > box.x + box.width)
        {
          x = box.x;
          y += line;
        }
      add_key_mark (chart->layout, &keys[i], x, y + LASNA_CHART_SMALL * 0.6 - KEY_SIGN / 2);
      x += width + 4;
      lasna_layout_add_text (chart->layout, "key", -1, text, x, y, LASNA_INK_QUIET);
      x += text->width + KEY_GAP;
    }
  return y + line - box.y;
}

static char *
dup_words (const LasnaChart *chart, LasnaChartN what, guint n)
{
  LasnaLanguage language = chart->data->language;
  g_autofree char *count = lasna_words_count (language, n);

  return g_strdup_printf (
      what == LASNA_CHART_N_FEELINGS
          ? lasna_words_plural (language, "%s with a feeling", "%s with a feeling", n)
          : lasna_words_plural (language, "%s voice", "%s voices", n),
      count);
}

/**
 * lasna_chart_dup_counted:
 * @width: for the words
 *
 * Returns: (transfer full): @n in words, "n 12" where there is no room for those of the whole chart
 */
char *
lasna_chart_dup_counted (const LasnaChart *chart, LasnaChartN what, guint n, double width)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_SMALL, .smallest = LASNA_CHART_SMALLEST };
  g_autofree char *most = dup_words (chart, what, chart->data->n);
  g_autoptr (LasnaTextBlock) text = lasna_typesetter_set (chart->typesetter, most, &style, width);

  return text->shortened ? g_strdup_printf (lasna_words (chart->data->language, N_ ("n %u")), n)
                         : dup_words (chart, what, n);
}

/**
 * lasna_chart_rows_begin:
 * @head: height above the rows
 * @foot: height below them
 */
void
lasna_chart_rows_begin (LasnaChartRows *self, LasnaChart *chart, double head, double foot)
{
  const LasnaRect *area = &chart->area;

  self->chart = chart;
  self->names = MIN (area->width * 0.32, 200);
  self->counts = CLAMP (area->width * COUNTS, LEAST_COUNTS, MOST_COUNTS);
  self->counts_x = area->x + self->names;
  self->row = MIN (MOST_ROW, (area->height - head - foot) / MAX (chart->data->items->len, 1));
  self->plot = (LasnaRect){ area->x + self->names + self->counts + 8,
                            area->y + head,
                            area->width - self->names - self->counts - 14,
                            self->row * chart->data->items->len };
}

/* Returns: the middle of the row */
double
lasna_chart_rows_get_y (const LasnaChartRows *self, guint i)
{
  return self->plot.y + self->row * (i + 0.5);
}

/* Writes the name of a row and its note, which takes a second line where there is room. */
static void
add_title (LasnaChartRows *self, guint i)
{
  const LasnaTextStyle name = { .size = LASNA_CHART_TEXT,
                                .smallest = LASNA_CHART_SMALLEST,
                                .max_lines = self->row < 26 ? 2 : 3,
                                .weight = 600 };
  LasnaChart *chart = self->chart;
  const LasnaChartItem *item = chart->data->items->pdata[i];
  double y = lasna_chart_rows_get_y (self, i);
  LasnaTextBlock *title = lasna_typesetter_set (chart->typesetter, item->title, &name, self->names);
  const LasnaTextStyle small = { .size = LASNA_CHART_SMALL,
                                 .smallest = LASNA_CHART_SMALLEST,
                                 .max_lines =
                                     self->row - title->height < 2.6 * LASNA_CHART_SMALL ? 1 : 2 };
  LasnaTextBlock *note =
      item->note != NULL ? lasna_typesetter_set (chart->typesetter, item->note, &small, self->names)
                         : NULL;
  double height = title->height + (note != NULL ? note->height : 0);

  lasna_layout_add_text (
      chart->layout, "name", (int) i, title, chart->area.x, y - height / 2, LASNA_INK_TEXT);
  if (note != NULL)
    lasna_layout_add_text (chart->layout,
                           "note",
                           (int) i,
                           note,
                           chart->area.x,
                           y - height / 2 + title->height,
                           LASNA_INK_QUIET);
}

/**
 * lasna_chart_rows_add_counted:
 * @words: what was counted in the row
 * @brief: (nullable): the same where there is no room for @words
 *
 * Writes the name of a row, its note and what was counted.
 */
void
lasna_chart_rows_add_counted (LasnaChartRows *self, guint i, const char *words, const char *brief)
{
  LasnaChart *chart = self->chart;
  const LasnaTextStyle style = {
    .size = LASNA_CHART_SMALL,
    .smallest = LASNA_CHART_SMALLEST,
    .max_lines = brief == NULL ? 1 : (int) CLAMP (self->row / (1.4 * LASNA_CHART_SMALL), 1, 3),
    .align = LASNA_ALIGN_END,
  };
  LasnaTextBlock *text = lasna_typesetter_set (chart->typesetter, words, &style, self->counts);

  add_title (self, i);
  if (text->shortened && brief != NULL)
    {
      lasna_text_block_free (text);
      text = lasna_typesetter_set (chart->typesetter, brief, &style, self->counts);
    }
  lasna_layout_add_text (chart->layout,
                         "n",
                         (int) i,
                         text,
                         self->counts_x,
                         lasna_chart_rows_get_y (self, i) - text->height / 2,
                         LASNA_INK_QUIET);
}

/* Writes the name of a row, its note and n. */
void
lasna_chart_rows_add_name (LasnaChartRows *self, guint i, LasnaChartN what, guint n)
{
  g_autofree char *words = lasna_chart_dup_counted (self->chart, what, n, self->counts);

  lasna_chart_rows_add_counted (self, i, words, NULL);
}

/* A hair line down the rows with its words above. */
void
lasna_chart_rows_add_tick (LasnaChartRows *self, double x, const char *words, gboolean strong)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_SMALL, .smallest = LASNA_CHART_SMALLEST };
  LasnaChart *chart = self->chart;
  LasnaTextBlock *text = lasna_typesetter_set (chart->typesetter, words, &style, 120);
  double right = chart->area.x + chart->area.width - text->width;

  lasna_layout_add_rule (chart->layout,
                         "axis",
                         (LasnaPoint){ x, self->plot.y },
                         (LasnaPoint){ x, self->plot.y + self->plot.height },
                         LASNA_INK_HAIRLINE,
                         strong ? 1 : 0.5);
  lasna_layout_add_text (chart->layout,
                         "axis",
                         -1,
                         text,
                         MIN (x - text->width / 2, right),
                         self->plot.y - text->height - 2,
                         LASNA_INK_QUIET);
}

void
lasna_chart_rows_add_region (LasnaChartRows *self, guint i, char *sentence)
{
  LasnaChart *chart = self->chart;
  const LasnaChartItem *item = chart->data->items->pdata[i];
  LasnaRect rect = {
    chart->area.x, lasna_chart_rows_get_y (self, i) - self->row / 2, chart->area.width, self->row
  };

  lasna_layout_add_region (chart->layout, "row", (int) i, rect, sentence)->where =
      g_strdup (item->where);
}
