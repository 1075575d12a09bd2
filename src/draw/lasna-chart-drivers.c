/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What matters most? Each part of the experience by how well it goes and how much it goes together
 * with the whole; numbers in the picture, their questions beside it.
 */
#include "config.h"

#include "lasna-chart-private.h"
#include "lasna-drivers.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LIST 0.46 /* of the width */
#define MARK 18.0
#define AXIS 16.0
#define CORNER_GAP 6.0
#define N_CORNERS 4

typedef struct
{
  LasnaChart *chart;
  LasnaRect area;
  LasnaRect inner; /* where drivers stand */
  LasnaTextBlock *words[N_CORNERS];
  double top; /* height of the words in the upper corners */
  double bottom;
  gboolean is_parted; /* by a line between the words too */
  double most;        /* importance at the upper edge */
} Plot;

static char *
dup_answer (const LasnaChartData *data)
{
  return g_strdup (lasna_words (data->language, N_ ("Too few answers to tell.")));
}

static char *
dup_sentence (const LasnaChartData *data, const LasnaChartItem *driver)
{
  return g_strdup_printf (
      /* Translators: a question; its share of what is explained, 0 to 100; how well it goes, 0 to
       * 100; how many answered; what to do, such as "Concentrate here".
       */
      lasna_words (data->language,
                   N_ ("“%s”: importance %.0f %%, performance %.0f, of %u answers. %s.")),
      driver->title,
      driver->importance,
      driver->mean,
      driver->n,
      driver->note);
}

static LasnaPoint
get_point (const Plot *plot, double performance, double importance)
{
  const LasnaRect *area = &plot->inner;

  return (LasnaPoint){ area->x + area->width * performance / 100,
                       area->y + area->height * (1 - importance / plot->most) };
}

static const struct
{
  LasnaQuadrant quadrant;
  gboolean is_right;
  gboolean is_low;
} corners[N_CORNERS] = {
  { LASNA_QUADRANT_CONCENTRATE, FALSE, FALSE },
  { LASNA_QUADRANT_KEEP, TRUE, FALSE },
  { LASNA_QUADRANT_LOW, FALSE, TRUE },
  { LASNA_QUADRANT_OVERKILL, TRUE, TRUE },
};

static double
get_middle (const Plot *plot)
{
  const LasnaChartPanel *panel = plot->chart->data->panels->pdata[0];

  return plot->inner.x + plot->inner.width * panel->centre / 100;
}

/* Returns: whether the words of all corners fit, each with so much width */
static gboolean
set_corners (Plot *plot, double left, double right)
{
  LasnaChart *chart = plot->chart;
  gboolean fits = TRUE;

  plot->top = plot->bottom = 0;
  for (guint i = 0; i < N_CORNERS; i++)
    {
      const LasnaTextStyle style = { .size = LASNA_CHART_SMALL,
                                     .smallest = 8,
                                     .max_lines = 2,
                                     .italic = TRUE,
                                     .align = corners[i].is_right ? LASNA_ALIGN_END
                                                                  : LASNA_ALIGN_START };
      double *height = corners[i].is_low ? &plot->bottom : &plot->top;
      LasnaTextBlock *words = lasna_typesetter_set (
          chart->typesetter,
          lasna_words (chart->data->language, lasna_quadrant_get_title (corners[i].quadrant)),
          &style,
          corners[i].is_right ? right : left);

      g_clear_pointer (&plot->words[i], lasna_text_block_free);
      plot->words[i] = words;
      *height = MAX (*height, words->height + 6);
      fits = fits && !words->shortened;
    }
  return fits;
}

/* Words stand within their quarter. Where one is too narrow for them, they take half of the width,
 * and the line between the quarters ends where they begin.
 */
static void
choose_corners (Plot *plot)
{
  double middle = get_middle (plot);
  double half = plot->area.width / 2 - CORNER_GAP;

  plot->is_parted = set_corners (plot,
                                 middle - plot->area.x - 2 * CORNER_GAP,
                                 plot->area.x + plot->area.width - middle - 2 * CORNER_GAP);
  if (!plot->is_parted)
    set_corners (plot, half, half);
}

static void
add_ground (Plot *plot)
{
  LasnaChart *chart = plot->chart;
  const LasnaChartPanel *panel = chart->data->panels->pdata[0];
  LasnaPoint middle = get_point (plot, panel->centre, panel->minimum);
  double bottom = plot->area.y + plot->area.height;
  LasnaShape *frame =
      lasna_layout_add_box (chart->layout, "ground", -1, plot->area, LASNA_INK_NONE);

  frame->line = 0.6;
  lasna_layout_add_rule (chart->layout,
                         "axis",
                         (LasnaPoint){ middle.x, plot->area.y + (plot->is_parted ? 0 : plot->top) },
                         (LasnaPoint){ middle.x, bottom - (plot->is_parted ? 0 : plot->bottom) },
                         LASNA_INK_HAIRLINE,
                         1);
  lasna_layout_add_rule (chart->layout,
                         "axis",
                         (LasnaPoint){ plot->area.x, middle.y },
                         (LasnaPoint){ plot->area.x + plot->area.width, middle.y },
                         LASNA_INK_HAIRLINE,
                         1);
  for (guint i = 0; i < N_CORNERS; i++)
    {
      LasnaTextBlock *words = g_steal_pointer (&plot->words[i]);
      double right = plot->area.x + plot->area.width - CORNER_GAP - words->box_width;

      lasna_layout_add_text (chart->layout,
                             "quadrant",
                             -1,
                             words,
                             corners[i].is_right ? right : plot->area.x + CORNER_GAP,
                             corners[i].is_low ? bottom - words->height - 4 : plot->area.y + 4,
                             LASNA_INK_QUIET);
    }
}

static void
add_axes (Plot *plot)
{
  LasnaChart *chart = plot->chart;
  LasnaLanguage language = chart->data->language;
  double left = plot->inner.x;
  double below = plot->area.y + plot->area.height + 3;
  const struct
  {
    const char *words;
    LasnaAlign align;
    LasnaRect box;
  } axes[] = {
    { "0", LASNA_ALIGN_MIDDLE, { left - 12, below, 24, 0 } },
    { lasna_words (language, N_ ("Performance")),
      LASNA_ALIGN_MIDDLE,
      { left + 12, below, plot->inner.width - 24, 0 } },
    { "100", LASNA_ALIGN_MIDDLE, { left + plot->inner.width - 12, below, 24, 0 } },
    { lasna_words (language, N_ ("Importance, upwards")),
      LASNA_ALIGN_START,
      { plot->area.x, plot->area.y - LASNA_CHART_SMALL * 1.3, plot->area.width, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    {
      const LasnaTextStyle style = { .size = LASNA_CHART_SMALL,
                                     .smallest = 8,
                                     .align = axes[i].align };

      lasna_layout_set_text (chart->layout,
                             chart->typesetter,
                             "axis",
                             -1,
                             axes[i].words,
                             &style,
                             axes[i].box,
                             LASNA_INK_QUIET);
    }
}

static void
add_number (Plot *plot, guint index, LasnaPoint at)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_SMALL,
                                 .weight = 700,
                                 .align = LASNA_ALIGN_MIDDLE };
  const LasnaChartItem *driver = plot->chart->data->items->pdata[index];
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  LasnaShape *disc =
      lasna_layout_add_box (plot->chart->layout,
                            "driver",
                            (int) index,
                            (LasnaRect){ at.x - MARK / 2, at.y - MARK / 2, MARK, MARK },
                            LASNA_INK_PAPER);

  disc->radius = MARK / 2;
  disc->ink = driver->ink;
  disc->line = driver->ink == LASNA_INK_NO_FEELING ? 1 : 2.4;
  lasna_layout_set_text (plot->chart->layout,
                         plot->chart->typesetter,
                         "number",
                         (int) index,
                         number,
                         &style,
                         (LasnaRect){ at.x - MARK / 2, at.y - LASNA_CHART_SMALL * 0.6, MARK, 0 },
                         LASNA_INK_TEXT);
}

/* Drivers that are nearly alike stand beside each other, so that each number can be read. */
static void
add_numbers (Plot *plot)
{
  const GPtrArray *items = plot->chart->data->items;
  g_autofree LasnaPoint *places = g_new (LasnaPoint, items->len);

  for (guint i = 0; i < items->len; i++)
    {
      const LasnaChartItem *driver = items->pdata[i];
      LasnaPoint at = get_point (plot, driver->mean, driver->importance);

      for (guint j = 0; j < i; j++)
        if (fabs (at.x - places[j].x) < MARK && fabs (at.y - places[j].y) < MARK)
          at.x = places[j].x + (at.x < places[j].x ? -MARK : MARK);
      places[i] = at;
      add_number (plot, i, at);
    }
}

/* The questions beside the picture, the most important first. */
static void
add_list (Plot *plot)
{
  const LasnaTextStyle name = { .size = LASNA_CHART_TEXT,
                                .smallest = LASNA_CHART_SMALLEST,
                                .max_lines = 3 };
  const LasnaTextStyle small = { .size = LASNA_CHART_SMALL, .smallest = 8, .max_lines = 2 };
  LasnaChart *chart = plot->chart;
  guint n = chart->data->items->len;
  double x = plot->area.x + plot->area.width + 18;
  double width = chart->area.x + chart->area.width - x;
  double row = MIN (chart->area.height / n, 58);

  for (guint i = 0; i < n; i++)
    {
      const LasnaChartItem *driver = chart->data->items->pdata[i];
      double y = chart->area.y + row * i;
      g_autofree char *figures = g_strdup_printf (
          /* Translators: importance in per cent, performance from 0 to 100, number of answers. */
          lasna_words (chart->data->language,
                       N_ ("importance %.0f %%, performance %.0f, of %u answers")),
          driver->importance,
          driver->mean,
          driver->n);

      add_number (plot, i, (LasnaPoint){ x + MARK / 2, y + MARK / 2 });
      y += lasna_layout_set_text (chart->layout,
                                  chart->typesetter,
                                  "name",
                                  (int) i,
                                  driver->title,
                                  &name,
                                  (LasnaRect){ x + MARK + 6, y, width - MARK - 6, 0 },
                                  LASNA_INK_TEXT)
               ->rect.height;
      lasna_layout_set_text (chart->layout,
                             chart->typesetter,
                             "figures",
                             (int) i,
                             figures,
                             &small,
                             (LasnaRect){ x + MARK + 6, y, width - MARK - 6, 0 },
                             LASNA_INK_QUIET);
      lasna_layout_add_region (chart->layout,
                               "driver",
                               (int) i,
                               (LasnaRect){ x, chart->area.y + row * i, width, row },
                               dup_sentence (chart->data, driver));
    }
}

static void
add (LasnaChart *chart)
{
  Plot plot = { .chart = chart, .area = chart->area, .most = 10 };

  plot.area.y += LASNA_CHART_SMALL * 1.4;
  plot.area.height -= LASNA_CHART_SMALL * 1.4 + AXIS;
  plot.area.width = chart->area.width * (1 - LIST);
  plot.inner.x = plot.area.x + MARK;
  plot.inner.width = plot.area.width - 2 * MARK;
  choose_corners (&plot);
  plot.inner.y = plot.area.y + plot.top + MARK / 2;
  plot.inner.height = plot.area.height - plot.top - plot.bottom - MARK;
  for (guint i = 0; i < chart->data->items->len; i++)
    plot.most =
        MAX (plot.most, 1.15 * ((const LasnaChartItem *) chart->data->items->pdata[i])->importance);
  add_ground (&plot);
  add_axes (&plot);
  add_numbers (&plot);
  add_list (&plot);
}

static void
add_rows (const LasnaChartData *data, GPtrArray *rows)
{
  for (guint i = 0; i < data->items->len; i++)
    {
      const LasnaChartItem *driver = data->items->pdata[i];

      lasna_chart_add_row (rows,
                           g_strdup (driver->title),
                           lasna_words_number (data->language, driver->importance, 1),
                           lasna_words_number (data->language, driver->mean, 1),
                           lasna_words_number (data->language, driver->low, 2),
                           lasna_words_number (data->language, driver->high, 2),
                           g_strdup_printf ("%u", driver->n),
                           g_strdup (driver->note),
                           NULL);
    }
}

const LasnaChartClass lasna_chart_drivers = {
  .number = "C21",
  .name = "drivers",
  .title = N_ ("What matters most, and how well does it go?"),
  .definition = N_ (
      "Importance: the share of what all parts together explain of the whole, shared out fairly "
      "among them (the method is called LMG); it tells what goes together, not what causes what. "
      "Performance: the mean of the answers, from 0 to 100. Lines stand at the means."),
  .empty =
      N_ ("Ask about the whole, such as “Would you recommend us?”, and about two or three parts "
          "in the same round of asking."),
  .heads = { N_ ("Question"),
             N_ ("Importance, %"),
             N_ ("Performance"),
             N_ ("Correlation from"),
             N_ ("Correlation to"),
             N_ ("Answers"),
             N_ ("What to do") },
  .dup_answer = dup_answer,
  .add = add,
  .add_rows = add_rows,
};
