/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame every chart stands in.
 */
#include "config.h"

#include "lasna-chart.h"

#include "lasna-catalogue.h"
#include "lasna-chart-private.h"
#include "lasna-export.h"
#include "lasna-totals.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MINUS "−" /* of lasna_words_number() */
#define MARGIN 12.0
#define GAP 6.0
#define EXPORT_WIDTH 720.0
#define EXPORT_HEIGHT 460.0

static const LasnaChartClass *const classes[LASNA_N_CHARTS] = {
  [LASNA_CHART_FEELINGS] = &lasna_chart_feelings, [LASNA_CHART_AWAKENED] = &lasna_chart_awakened,
  [LASNA_CHART_TASK] = &lasna_chart_task,         [LASNA_CHART_DEAF] = &lasna_chart_deaf,
  [LASNA_CHART_CHANNELS] = &lasna_chart_channels, [LASNA_CHART_SEGMENTS] = &lasna_chart_segments,
  [LASNA_CHART_LINKS] = &lasna_chart_links,       [LASNA_CHART_REPLIES] = &lasna_chart_replies,
  [LASNA_CHART_SCORES] = &lasna_chart_scores,     [LASNA_CHART_TREND] = &lasna_chart_trend,
  [LASNA_CHART_DRIVERS] = &lasna_chart_drivers,
};

/* Adds a row of owned texts to a table. */
void
lasna_chart_add_row (GPtrArray *rows, ...)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  va_list cells;
  char *cell;

  va_start (cells, rows);
  while ((cell = va_arg (cells, char *)) != NULL)
    g_ptr_array_add (row, cell);
  va_end (cells);
  g_ptr_array_add (rows, row);
}

/* A number for a table; empty where there is none or where it says too much about a few. */
char *
lasna_chart_dup_figure (const LasnaChartData *data, guint n, double value, int decimals)
{
  if (lasna_is_small (n) || isnan (value))
    return g_strdup ("");
  return lasna_words_number (data->language, value, decimals);
}

/* A part of n for a table: of a few only on the own screen. */
char *
lasna_chart_dup_count (const LasnaChartData *data, guint n, guint count)
{
  return lasna_is_small (n) && !data->few ? g_strdup ("") : g_strdup_printf ("%u", count);
}

gboolean
lasna_chart_has_mean (const LasnaChartItem *item)
{
  return !lasna_is_small (item->n_entries) && !isnan (item->mean);
}

const char *
lasna_chart_get_moment (guint moment, LasnaLanguage language)
{
  if (moment >= LASNA_CHART_MOMENTS)
    return lasna_words (language, N_ ("Moment unknown"));
  return lasna_catalogue_get_label (
      lasna_catalogue_get_default (), "feedback-moment", lasna_feedback_moments[moment], language);
}

/**
 * lasna_chart_get_title:
 *
 * Returns: (transfer none): the question the chart answers
 */
const char *
lasna_chart_get_title (LasnaChartKind kind, LasnaLanguage language)
{
  g_return_val_if_fail (kind < LASNA_N_CHARTS, "");
  return lasna_words (language, classes[kind]->title);
}

/**
 * lasna_chart_get_number:
 *
 * Returns: (transfer none): "C1"
 */
const char *
lasna_chart_get_number (LasnaChartKind kind)
{
  g_return_val_if_fail (kind < LASNA_N_CHARTS, "");
  return classes[kind]->number;
}

/**
 * lasna_chart_get_name:
 *
 * Returns: (transfer none): a word that stands for the chart on the command line
 */
const char *
lasna_chart_get_name (LasnaChartKind kind)
{
  g_return_val_if_fail (kind < LASNA_N_CHARTS, "");
  return classes[kind]->name;
}

/**
 * lasna_chart_find:
 * @id: a number or a name, in large or small letters
 *
 * Returns: whether there is such a chart
 */
gboolean
lasna_chart_find (const char *id, LasnaChartKind *kind)
{
  for (guint i = 0; i < LASNA_N_CHARTS; i++)
    if (g_ascii_strcasecmp (id, classes[i]->number) == 0 ||
        g_ascii_strcasecmp (id, classes[i]->name) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_empty (const LasnaChartData *data)
{
  return data->items->len == 0 || (data->n == 0 && !classes[data->kind]->shows_silence);
}

/**
 * lasna_chart_dup_answer:
 *
 * Returns: (transfer full): one line that answers the chart's question
 */
char *
lasna_chart_dup_answer (const LasnaChartData *data)
{
  if (data->remark != NULL)
    return g_strdup (data->remark);
  if (is_empty (data))
    return g_strdup (lasna_words (data->language, N_ ("Nobody has been heard about this yet.")));
  return classes[data->kind]->dup_answer (data);
}

/**
 * lasna_chart_dup_n:
 *
 * Returns: (transfer full): how many voices or answers the chart is made from, in words
 */
char *
lasna_chart_dup_n (const LasnaChartData *data)
{
  g_autofree char *n = lasna_words_count (data->language, data->n);

  return g_strdup_printf (
      classes[data->kind]->counts_answers
          ? lasna_words_plural (data->language, "%s answer", "%s answers", data->n)
          : lasna_words_plural (data->language, "%s voice", "%s voices", data->n),
      n);
}

static char *
dup_definition (const LasnaChartData *data)
{
  const char *definition = lasna_words (data->language, classes[data->kind]->definition);
  g_autofree char *n = lasna_chart_dup_n (data);

  if (data->view == NULL)
    return g_strdup_printf ("%s. %s", n, definition);
  return g_strdup_printf ("%s. %s. %s", n, data->view, definition);
}

static char *
describe (const LasnaLayout *layout, const char *answer)
{
  GString *out = g_string_new (answer);

  for (guint i = 0; i < layout->regions->len; i++)
    {
      const LasnaRegion *region = g_ptr_array_index (layout->regions, i);

      g_string_append_printf (out, "\n%s", region->sentence);
    }
  return g_string_free (out, FALSE);
}

/* Says what to ask where there is nothing to draw. */
static void
add_silence (LasnaChart *chart)
{
  const LasnaTextStyle style = { .size = LASNA_CHART_TEXT + 1,
                                 .smallest = LASNA_CHART_SMALL,
                                 .max_lines = 6,
                                 .align = LASNA_ALIGN_MIDDLE };
  const LasnaChartClass *class = classes[chart->data->kind];
  double middle = chart->area.y + chart->area.height * 0.42;
  double width = MIN (chart->area.width - 24, 340);
  LasnaRect box = { chart->area.x + (chart->area.width - width) / 2, middle + 8, width, 0 };

  if (class->empty == NULL)
    return;
  for (int i = -1; i <= 1; i++)
    lasna_layout_add_symbol (
        chart->layout,
        "forest",
        -1,
        LASNA_SYMBOL_TREE,
        (LasnaPoint){ chart->area.x + chart->area.width / 2 + i * 20, middle - (i == 0 ? 18 : 14) },
        i == 0 ? 30 : 22,
        LASNA_INK_TREE);
  lasna_layout_set_text (chart->layout,
                         chart->typesetter,
                         "silence",
                         -1,
                         lasna_words (chart->data->language, class->empty),
                         &style,
                         box,
                         LASNA_INK_QUIET);
}

/* Asked for by the owners of the mark wherever it stands. */
static double
add_mark_note (LasnaChart *chart, double bottom)
{
  const LasnaTextStyle style = { .size = 8, .max_lines = 5 };
  LasnaShape *note = NULL;

  for (guint i = 0; i < chart->data->panels->len && note == NULL; i++)
    if (((const LasnaChartPanel *) chart->data->panels->pdata[i])->has_mark)
      note = lasna_layout_set_text (chart->layout,
                                    chart->typesetter,
                                    "mark-note",
                                    -1,
                                    lasna_measure_get_mark_note (),
                                    &style,
                                    chart->area,
                                    LASNA_INK_QUIET);
  if (note == NULL)
    return bottom;
  note->rect.y = bottom - note->rect.height;
  return note->rect.y - 3;
}

/* What was not chosen stands back; what names it stays, as an axis does. */
static void
fade (const LasnaChart *chart, guint first)
{
  static const char *const names[] = { "stage", "name", "score", NULL };

  for (guint i = first; i < chart->layout->shapes->len; i++)
    {
      LasnaShape *shape = chart->layout->shapes->pdata[i];

      if (shape->column >= 0 && shape->column < (int) chart->data->items->len &&
          !g_strv_contains (names, shape->role))
        shape->faded = ((const LasnaChartItem *) chart->data->items->pdata[shape->column])->is_out;
    }
}

/* Title and answer at the top, what is meant at the bottom; the picture has what is left. */
static void
add_frame (LasnaChart *chart, const char *answer)
{
  const LasnaTextStyle title = {
    .size = LASNA_CHART_TITLE, .smallest = 12, .max_lines = 2, .weight = 700
  };
  const LasnaTextStyle line = { .size = LASNA_CHART_TEXT, .smallest = 10, .max_lines = 3 };
  const LasnaTextStyle small = { .size = LASNA_CHART_SMALL,
                                 .smallest = LASNA_CHART_SMALLEST,
                                 .max_lines = 8 };
  LasnaLayout *layout = chart->layout;
  g_autofree char *definition = dup_definition (chart->data);
  LasnaRect box = { MARGIN, MARGIN, layout->width - 2 * MARGIN, 0 };

  box.y += lasna_layout_set_text (
               layout, chart->typesetter, "title", -1, layout->title, &title, box, LASNA_INK_TEXT)
               ->rect.height +
           2;
  box.y += lasna_layout_set_text (
               layout, chart->typesetter, "answer", -1, answer, &line, box, LASNA_INK_ACCENT)
               ->rect.height;

  LasnaShape *foot = lasna_layout_set_text (
      layout, chart->typesetter, "definition", -1, definition, &small, box, LASNA_INK_QUIET);

  foot->rect.y = add_mark_note (chart, layout->height - MARGIN) - foot->rect.height;
  chart->area = (LasnaRect){ box.x, box.y + 2 * GAP, box.width, foot->rect.y - box.y - 3 * GAP };
}

/**
 * lasna_chart_layout_new:
 * @typesetter: of the language of @data
 *
 * Returns: (transfer full): the chart as a picture of that size; every datum is a region
 */
LasnaLayout *
lasna_chart_layout_new (const LasnaChartData *data,
                        LasnaTypesetter *typesetter,
                        double width,
                        double height)
{
  LasnaLayout *layout = lasna_layout_new (width, height);
  LasnaChart chart = { layout, typesetter, data, { MARGIN, 0, width - 2 * MARGIN, 0 } };
  g_autofree char *answer = lasna_chart_dup_answer (data);
  guint first;

  layout->title = g_strdup (lasna_chart_get_title (data->kind, data->language));
  add_frame (&chart, answer);
  first = layout->shapes->len;
  if (is_empty (data))
    add_silence (&chart);
  else
    classes[data->kind]->add (&chart);
  fade (&chart, first);
  layout->description = describe (layout, answer);
  return layout;
}

/**
 * lasna_chart_dup_table:
 *
 * Returns: (transfer full) (element-type GPtrArray): rows of texts, the heads first
 */
GPtrArray *
lasna_chart_dup_table (const LasnaChartData *data)
{
  const LasnaChartClass *class = classes[data->kind];
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *heads = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < LASNA_CHART_MOST_HEADS && class->heads[i] != NULL; i++)
    g_ptr_array_add (heads, g_strdup (lasna_words (data->language, class->heads[i])));
  g_ptr_array_add (rows, heads);
  class->add_rows (data, rows);
  return rows;
}

/* A number as programs read it, in any language; NULL where it is none. */
static char *
dup_plain_number (const char *cell)
{
  gboolean is_negative = g_str_has_prefix (cell, MINUS);
  const char *digits = is_negative ? cell + strlen (MINUS) : cell;
  char *number;

  if (!g_ascii_isdigit (*digits) || digits[strspn (digits, "0123456789.,")] != '\0')
    return NULL;
  number = g_strconcat (is_negative ? "-" : "", digits, NULL);
  return g_strdelimit (number, ",", '.');
}

/* A spreadsheet would take some texts for formulas; an apostrophe makes them texts. */
static char *
dup_csv_cell (const char *cell)
{
  char *number = dup_plain_number (cell);

  if (number != NULL)
    return number;
  return g_strconcat (*cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL ? "'" : "", cell, NULL);
}

static void
append_cell (GString *out, const char *text)
{
  g_autofree char *cell = dup_csv_cell (text);

  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (out, cell);
      return;
    }

  g_auto (GStrv) pieces = g_strsplit (cell, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", pieces);

  g_string_append_printf (out, "\"%s\"", doubled);
}

/**
 * lasna_chart_dup_csv:
 *
 * Returns: (transfer full): the table as CSV after RFC 4180, in UTF-8, with commas between cells
 * and points in numbers
 */
char *
lasna_chart_dup_csv (const LasnaChartData *data)
{
  g_autoptr (GPtrArray) rows = lasna_chart_dup_table (data);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->len; j++)
        {
          if (j > 0)
            g_string_append_c (out, ',');
          append_cell (out, g_ptr_array_index (row, j));
        }
      g_string_append (out, "\r\n");
    }
  return g_string_free (out, FALSE);
}

/**
 * lasna_chart_export:
 * @path: ends in .pdf, .svg, .png or .csv
 *
 * Returns: whether @path now holds the chart or its table. Where not, it holds what it held before.
 */
gboolean
lasna_chart_export (const LasnaChartData *data, const char *path, GError **error)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (small, ".csv"))
    {
      g_autofree char *table = lasna_chart_dup_csv (data);

      return lasna_export_text (table, path, error);
    }

  g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (data->language, NULL);
  g_autoptr (LasnaLayout) layout =
      lasna_chart_layout_new (data, typesetter, EXPORT_WIDTH, EXPORT_HEIGHT);

  return lasna_layout_export (layout, path, LASNA_THEME_PRINT, NULL, error);
}
