/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame every chart stands in.
 */
#include "config.h"

#include "lasna-chart.h"

#include "lasna-catalogue.h"
#include "lasna-chart-private.h"
#include "lasna-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARGIN 12.0
#define GAP 6.0
#define EXPORT_WIDTH 720.0
#define EXPORT_HEIGHT 430.0

static const LasnaChartClass *const classes[LASNA_N_CHARTS] = {
  [LASNA_CHART_FEELINGS] = &lasna_chart_feelings,
  [LASNA_CHART_DEAF] = &lasna_chart_deaf,
};

LasnaShape *
lasna_chart_add_text (LasnaChart *chart,
                      const char *role,
                      int column,
                      const char *text,
                      const LasnaTextStyle *style,
                      LasnaRect box,
                      LasnaInk ink)
{
  LasnaTextBlock *block = lasna_typesetter_set (chart->typesetter, text, style, box.width);

  return lasna_layout_add_text (chart->layout, role, column, block, box.x, box.y, ink);
}

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

const char *
lasna_chart_get_moment (guint moment, LasnaLanguage language)
{
  static const char *const moments[LASNA_CHART_MOMENTS] = { "feedback.at-contact",
                                                            "feedback.after-service",
                                                            "feedback.when-wrong" };

  if (moment >= LASNA_CHART_MOMENTS)
    return lasna_words (language, N_ ("Moment unknown"));
  return lasna_catalogue_get_label (
      lasna_catalogue_get_default (), "feedback-moment", moments[moment], language);
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
 * lasna_chart_dup_answer:
 *
 * Returns: (transfer full): one line that answers the chart's question
 */
char *
lasna_chart_dup_answer (const LasnaChartData *data)
{
  return classes[data->kind]->dup_answer (data);
}

static char *
dup_definition (const LasnaChartData *data)
{
  const char *definition = lasna_words (data->language, classes[data->kind]->definition);

  if (data->period == NULL)
    return g_strdup (definition);
  return g_strdup_printf ("%s %s.", definition, data->period);
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
  const LasnaTextStyle title = {
    .size = LASNA_CHART_TITLE, .smallest = 12, .max_lines = 2, .weight = 700
  };
  const LasnaTextStyle line = { .size = LASNA_CHART_TEXT, .max_lines = 2 };
  const LasnaTextStyle small = { .size = LASNA_CHART_SMALL, .max_lines = 3 };
  LasnaLayout *layout = lasna_layout_new (width, height);
  LasnaChart chart = { layout, typesetter, data, { 0 } };
  g_autofree char *answer = lasna_chart_dup_answer (data);
  g_autofree char *definition = dup_definition (data);
  LasnaRect box = { MARGIN, MARGIN, width - 2 * MARGIN, 0 };

  layout->title = g_strdup (lasna_chart_get_title (data->kind, data->language));
  box.y += lasna_chart_add_text (&chart, "title", -1, layout->title, &title, box, LASNA_INK_TEXT)
               ->rect.height +
           2;
  box.y += lasna_chart_add_text (&chart, "answer", -1, answer, &line, box, LASNA_INK_ACCENT)
               ->rect.height;

  LasnaShape *foot =
      lasna_chart_add_text (&chart, "definition", -1, definition, &small, box, LASNA_INK_QUIET);

  foot->rect.y = height - MARGIN - foot->rect.height;
  chart.area = (LasnaRect){ box.x, box.y + 2 * GAP, box.width, foot->rect.y - box.y - 3 * GAP };
  if (data->stages->len > 0)
    classes[data->kind]->add (&chart);
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
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  classes[data->kind]->add_rows (data, rows);
  return rows;
}

static void
append_cell (GString *out, const char *cell)
{
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
 * Returns: (transfer full): the table as CSV after RFC 4180, with commas and UTF-8
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
