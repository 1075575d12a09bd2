/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Painting: the theme gives each meaning its colour, fill and dash.
 */
#include "config.h"

#include "lasna-paint.h"
#include "lasna-pixels.h"
#include "lasna-symbol.h"

#include <math.h>

#define HATCH_STEP 2.6
#define HATCH_LINE 0.75
#define DOT_STEP 2.4
#define DOT_RADIUS 0.45
#define HALO 1.6

/* What of a colour is left in a shape that stands back. */
#define FADED 0.3

static void
set_ink (cairo_t *cr, LasnaTheme theme, LasnaInk ink)
{
  LasnaColour colour = lasna_palette_get_colour (theme, ink);

  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static void
set_shape_ink (cairo_t *cr, LasnaTheme theme, const LasnaShape *shape, LasnaInk ink)
{
  LasnaColour colour = lasna_palette_get_colour (theme, ink);
  LasnaColour paper = lasna_palette_get_colour (theme, LASNA_INK_PAPER);
  double left = shape->faded ? FADED : 1;

  cairo_set_source_rgb (cr,
                        colour.red * left + paper.red * (1 - left),
                        colour.green * left + paper.green * (1 - left),
                        colour.blue * left + paper.blue * (1 - left));
}

static void
set_dash (cairo_t *cr, LasnaDash dash, double line)
{
  const double hidden[] = { 2.6 * line + 1.2, 2.2 * line + 1.2 };
  const double dotted[] = { 0, 2.2 * line + 0.6 };

  switch (dash)
    {
    case LASNA_DASH_HIDDEN:
      cairo_set_dash (cr, hidden, G_N_ELEMENTS (hidden), 0);
      break;
    case LASNA_DASH_DOTTED:
      cairo_set_dash (cr, dotted, G_N_ELEMENTS (dotted), 0);
      break;
    case LASNA_DASH_SOLID:
    default:
      cairo_set_dash (cr, NULL, 0, 0);
      break;
    }
}

static void
trace_box (cairo_t *cr, const LasnaRect *rect, double radius)
{
  double r = MIN (radius, MIN (rect->width, rect->height) / 2);

  cairo_new_path (cr);
  if (r <= 0)
    {
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      return;
    }
  cairo_arc (cr, rect->x + rect->width - r, rect->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, rect->x + rect->width - r, rect->y + rect->height - r, r, 0, G_PI / 2);
  cairo_arc (cr, rect->x + r, rect->y + rect->height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static gboolean
lies_or_stands (const LasnaShape *shape)
{
  return shape->n_points == 2 && !shape->curved &&
         (fabs (shape->points[0].x - shape->points[1].x) < 0.01 ||
          fabs (shape->points[0].y - shape->points[1].y) < 0.01);
}

static void
trace_line (cairo_t *cr, const LasnaShape *shape)
{
  cairo_new_path (cr);
  if (lies_or_stands (shape))
    {
      const LasnaPoint *points = shape->points;
      LasnaRect rect = {
        points[0].x, points[0].y, points[1].x - points[0].x, points[1].y - points[0].y
      };

      rect = lasna_pixels_sharpen_rect (cr, &rect, lasna_pixels_sharpen_line (cr, shape->line));
      cairo_move_to (cr, rect.x, rect.y);
      cairo_line_to (cr, rect.x + rect.width, rect.y + rect.height);
      return;
    }
  cairo_move_to (cr, shape->points[0].x, shape->points[0].y);
  if (shape->curved)
    {
      for (guint i = 1; i + 2 < shape->n_points; i += 3)
        cairo_curve_to (cr,
                        shape->points[i].x,
                        shape->points[i].y,
                        shape->points[i + 1].x,
                        shape->points[i + 1].y,
                        shape->points[i + 2].x,
                        shape->points[i + 2].y);
    }
  else
    {
      for (guint i = 1; i < shape->n_points; i++)
        cairo_line_to (cr, shape->points[i].x, shape->points[i].y);
    }
  if (shape->closed)
    cairo_close_path (cr);
}

/* Slanting lines over the rectangle; the area was clipped before. Their phase comes from the origin
 * of the drawing, so that neighbouring areas join.
 */
static void
draw_hatch (cairo_t *cr, const LasnaRect *rect)
{
  double from = floor ((rect->x - rect->height) / HATCH_STEP) * HATCH_STEP;

  cairo_set_line_width (cr, HATCH_LINE);
  for (double x = from; x < rect->x + rect->width; x += HATCH_STEP)
    {
      cairo_move_to (cr, x, rect->y + rect->height);
      cairo_line_to (cr, x + rect->height, rect->y);
    }
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr, const LasnaRect *rect)
{
  int row = 0;

  for (double y = rect->y + DOT_STEP / 2; y < rect->y + rect->height; y += DOT_STEP, row++)
    for (double x = rect->x + DOT_STEP * (row % 2 == 0 ? 0.5 : 1.0); x < rect->x + rect->width;
         x += DOT_STEP)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, DOT_RADIUS, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

/* Fills the current path, and keeps it. */
static void
fill_path (cairo_t *cr, const LasnaShape *shape, LasnaTheme theme)
{
  LasnaFill fill = lasna_palette_get_fill (theme, shape->fill);

  set_shape_ink (cr, theme, shape, shape->fill);
  if (fill == LASNA_FILL_SOLID)
    {
      cairo_fill_preserve (cr);
      return;
    }

  cairo_path_t *path = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_clip (cr);
  if (fill == LASNA_FILL_HATCH)
    draw_hatch (cr, &shape->rect);
  else if (fill == LASNA_FILL_DOTS)
    draw_dots (cr, &shape->rect);
  cairo_restore (cr);
  cairo_new_path (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
  if (shape->line <= 0)
    {
      set_shape_ink (cr, theme, shape, shape->fill);
      cairo_set_line_width (cr, HATCH_LINE);
      cairo_stroke_preserve (cr);
    }
}

/* Slanting lines and curves are as wide as they are meant to be. */
static double
get_line (cairo_t *cr, const LasnaShape *shape)
{
  return shape->kind == LASNA_SHAPE_BOX || lies_or_stands (shape)
             ? lasna_pixels_sharpen_line (cr, shape->line)
             : shape->line;
}

static void
paint_area (cairo_t *cr, const LasnaShape *shape, LasnaTheme theme)
{
  if (shape->fill != LASNA_INK_NONE)
    fill_path (cr, shape, theme);
  if (shape->line > 0)
    {
      set_shape_ink (cr, theme, shape, shape->ink);
      cairo_set_line_width (cr, get_line (cr, shape));
      set_dash (cr, shape->dash, shape->line);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static void
paint_text (cairo_t *cr, const LasnaShape *shape, LasnaTheme theme)
{
  static const double shares[] = { 0, 0.5, 1 };
  const LasnaTextBlock *text = shape->text;
  double x = shape->rect.x - (text->box_width - text->width) * shares[text->align];

  if (shape->halo)
    {
      LasnaRect rim = {
        shape->rect.x - HALO, shape->rect.y, shape->rect.width + 2 * HALO, shape->rect.height
      };

      trace_box (cr, &rim, HALO);
      set_shape_ink (cr, theme, shape, shape->fill);
      cairo_fill (cr);
    }
  set_shape_ink (cr, theme, shape, shape->ink);
  lasna_text_block_draw (shape->text, cr, x, shape->rect.y);
}

static void
paint_symbol (cairo_t *cr, const LasnaShape *shape, LasnaTheme theme)
{
  double x = shape->rect.x + shape->rect.width / 2;
  double y = shape->rect.y + shape->rect.height / 2;

  if (shape->fill != LASNA_INK_NONE)
    {
      LasnaSymbol ground = shape->symbol == LASNA_SYMBOL_OPEN_SQUARE    ? LASNA_SYMBOL_SQUARE
                           : shape->symbol == LASNA_SYMBOL_OPEN_DIAMOND ? LASNA_SYMBOL_DIAMOND
                                                                        : LASNA_SYMBOL_DISC;

      set_shape_ink (cr, theme, shape, shape->fill);
      lasna_symbol_draw (ground, cr, x, y, shape->rect.width);
    }
  set_shape_ink (cr, theme, shape, shape->ink);
  lasna_symbol_draw (shape->symbol, cr, x, y, shape->rect.width);
}

/**
 * lasna_layout_paint:
 *
 * Paints the picture with its upper left corner at the origin of @cr. Scale @cr to scale it.
 */
void
lasna_layout_paint (const LasnaLayout *self, cairo_t *cr, LasnaTheme theme)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_ink (cr, theme, LASNA_INK_PAPER);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  cairo_scale (cr, self->scale, self->scale);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const LasnaShape *shape = g_ptr_array_index (self->shapes, i);
      LasnaRect rect;

      cairo_set_line_cap (
          cr, shape->dash == LASNA_DASH_SOLID ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, NULL, 0, 0);
      switch (shape->kind)
        {
        case LASNA_SHAPE_BOX:
          rect = lasna_pixels_sharpen_rect (cr, &shape->rect, get_line (cr, shape));
          trace_box (cr, &rect, shape->radius);
          paint_area (cr, shape, theme);
          break;
        case LASNA_SHAPE_LINE:
          trace_line (cr, shape);
          paint_area (cr, shape, theme);
          break;
        case LASNA_SHAPE_SYMBOL:
          paint_symbol (cr, shape, theme);
          break;
        case LASNA_SHAPE_TEXT:
        default:
          paint_text (cr, shape, theme);
          break;
        }
    }
  cairo_restore (cr);
}
