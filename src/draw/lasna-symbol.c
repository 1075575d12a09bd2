/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a sign in the current colour of a cairo context.
 */
#include "config.h"

#include "lasna-symbol.h"

#include "lasna-pixels.h"

#include <math.h>

/* In pixels: a line as wide keeps three quarters of its contrast wherever it lies. */
#define LEAST_LINE 1.2

typedef enum
{
  FINISH_FILL,
  FINISH_STROKE,
} Finish;

static void
trace_polygon (cairo_t *cr, const double (*corners)[2], guint n, double half)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, corners[i][0] * half, corners[i][1] * half);
  cairo_close_path (cr);
}

static void
trace_cross (cairo_t *cr, double half)
{
  double reach = half * 0.78;

  cairo_move_to (cr, -reach, -reach);
  cairo_line_to (cr, reach, reach);
  cairo_move_to (cr, reach, -reach);
  cairo_line_to (cr, -reach, reach);
}

static void
trace_triangle (cairo_t *cr, double half)
{
  static const double corners[][2] = { { 0, -0.95 }, { 1, 0.8 }, { -1, 0.8 } };

  trace_polygon (cr, corners, G_N_ELEMENTS (corners), half);
}

static void
trace_diamond (cairo_t *cr, double half)
{
  static const double corners[][2] = { { 0, -1 }, { 0.9, 0 }, { 0, 1 }, { -0.9, 0 } };

  trace_polygon (cr, corners, G_N_ELEMENTS (corners), half);
}

static void
trace_disc (cairo_t *cr, double half)
{
  cairo_arc (cr, 0, 0, half * 0.88, 0, 2 * G_PI);
}

/* The lower half of a disc; its rim is drawn as a ring of its own. */
static void
trace_half_disc (cairo_t *cr, double half)
{
  cairo_arc (cr, 0, 0, half * 0.88, 0, G_PI);
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, half * 0.88, 0, 2 * G_PI);
  cairo_new_sub_path (cr);
  cairo_arc_negative (cr, 0, 0, half * 0.72, 2 * G_PI, 0);
}

/* A spruce: three tiers and a trunk. */
static void
trace_tree (cairo_t *cr, double half)
{
  static const double corners[][2] = {
    { 0, -1 },       { 0.34, -0.4 }, { 0.2, -0.4 },  { 0.5, 0.12 },  { 0.3, 0.12 },
    { 0.64, 0.68 },  { 0.1, 0.68 },  { 0.1, 1 },     { -0.1, 1 },    { -0.1, 0.68 },
    { -0.64, 0.68 }, { -0.3, 0.12 }, { -0.5, 0.12 }, { -0.2, -0.4 }, { -0.34, -0.4 },
  };

  trace_polygon (cr, corners, G_N_ELEMENTS (corners), half);
}

static void
trace_star (cairo_t *cr, double half)
{
  for (int i = 0; i < 10; i++)
    {
      double radius = i % 2 == 0 ? half : half * 0.42;
      double angle = G_PI * (i / 5.0 - 0.5);

      cairo_line_to (cr, radius * cos (angle), radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
trace_square (cairo_t *cr, double half)
{
  cairo_rectangle (cr, -half * 0.85, -half * 0.85, half * 1.7, half * 1.7);
}

static void
trace_eye (cairo_t *cr, double half)
{
  cairo_move_to (cr, -half, 0);
  cairo_curve_to (cr, -half * 0.5, -half * 0.8, half * 0.5, -half * 0.8, half, 0);
  cairo_curve_to (cr, half * 0.5, half * 0.8, -half * 0.5, half * 0.8, -half, 0);
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, half * 0.22, 0, 2 * G_PI);
}

/**
 * lasna_symbol_draw:
 * @x: the middle of the sign
 * @size: width and height of the square the sign stands in
 *
 * Draws @symbol with the current source of @cr. The line of an open one is never so thin that it
 * fades.
 */
void
lasna_symbol_draw (LasnaSymbol symbol, cairo_t *cr, double x, double y, double size)
{
  static const struct
  {
    void (*trace) (cairo_t *cr, double half);
    Finish finish;
    double line; /* of the size */
  } signs[] = {
    [LASNA_SYMBOL_CROSS] = { trace_cross, FINISH_STROKE, 0.22 },
    [LASNA_SYMBOL_TRIANGLE] = { trace_triangle, FINISH_FILL, 0 },
    [LASNA_SYMBOL_DIAMOND] = { trace_diamond, FINISH_FILL, 0 },
    [LASNA_SYMBOL_DISC] = { trace_disc, FINISH_FILL, 0 },
    [LASNA_SYMBOL_RING] = { trace_disc, FINISH_STROKE, 0.13 },
    [LASNA_SYMBOL_TREE] = { trace_tree, FINISH_FILL, 0 },
    [LASNA_SYMBOL_STAR] = { trace_star, FINISH_FILL, 0 },
    [LASNA_SYMBOL_SQUARE] = { trace_square, FINISH_FILL, 0 },
    [LASNA_SYMBOL_OPEN_SQUARE] = { trace_square, FINISH_STROKE, 0.1 },
    [LASNA_SYMBOL_OPEN_DIAMOND] = { trace_diamond, FINISH_STROKE, 0.14 },
    [LASNA_SYMBOL_HALF_DISC] = { trace_half_disc, FINISH_FILL, 0 },
    [LASNA_SYMBOL_EYE] = { trace_eye, FINISH_STROKE, 0.09 },
  };

  g_return_if_fail (cr != NULL && symbol < G_N_ELEMENTS (signs));
  if (signs[symbol].trace == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  signs[symbol].trace (cr, size / 2);
  if (signs[symbol].finish == FINISH_STROKE)
    {
      cairo_set_line_width (
          cr, MAX (size * signs[symbol].line, LEAST_LINE * lasna_pixels_get_size (cr)));
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }
  else
    {
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/**
 * lasna_mode_get_letter:
 * @mode: (nullable): a term such as "mode.voice"
 *
 * Returns: (nullable): the letter in the disc of a touchpoint of that mode
 */
const char *
lasna_mode_get_letter (const char *mode, LasnaLanguage language)
{
  static const struct
  {
    const char *mode;
    const char *letters[LASNA_N_LANGUAGES];
  } table[] = {
    /* face to face, kasvokkain, fysiskt; voice, ääni, röst; text; digital */
    { "mode.physical", { "F", "K", "F" } },
    { "mode.voice", { "V", "Ä", "R" } },
    { "mode.written", { "T", "T", "T" } },
    { "mode.digital", { "D", "D", "D" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (mode, table[i].mode) == 0)
      return table[i].letters[language];
  return NULL;
}
