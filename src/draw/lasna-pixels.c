/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sharpening for the screen and for PNG. Paper and pictures that scale have no pixels of their own.
 */
#include "config.h"

#include "lasna-pixels.h"

#include <math.h>

/* Lines thinner than this, in pixels, only part things and are left faint. */
#define THIN 0.6

/**
 * lasna_pixels_get_size:
 *
 * Returns: the width of a pixel of @cr, in units of the drawing; 0 where there are none, or where
 * they do not lie along the drawing
 */
double
lasna_pixels_get_size (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));
  cairo_matrix_t matrix;

  if (type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_PS ||
      type == CAIRO_SURFACE_TYPE_SVG)
    return 0;
  cairo_get_matrix (cr, &matrix);
  return fabs (matrix.xy) + fabs (matrix.yx) > 0 || matrix.xx <= 0 ? 0 : 1 / matrix.xx;
}

/**
 * lasna_pixels_sharpen_line:
 * @line: a width
 *
 * Returns: the nearest width of whole pixels; @line itself where it is meant to be faint
 */
double
lasna_pixels_sharpen_line (cairo_t *cr, double line)
{
  double pixel = lasna_pixels_get_size (cr);

  if (pixel <= 0 || line < THIN * pixel)
    return line;
  return MAX (round (line / pixel), 1) * pixel;
}

/**
 * lasna_pixels_sharpen_rect:
 * @line: width of the line along its edges, sharpened; 0 for none
 *
 * Returns: @rect with its edges where they, or the line that lies over them, fill whole pixels
 */
LasnaRect
lasna_pixels_sharpen_rect (cairo_t *cr, const LasnaRect *rect, double line)
{
  double pixel = lasna_pixels_get_size (cr);
  double offset;
  double left = rect->x;
  double top = rect->y;
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  if (pixel <= 0 || (line > 0 && line < THIN * pixel))
    return *rect;
  offset = (int) round (line / pixel) % 2 == 1 ? 0.5 : 0;
  cairo_user_to_device (cr, &left, &top);
  cairo_user_to_device (cr, &right, &bottom);
  left = round (left - offset) + offset;
  top = round (top - offset) + offset;
  right = round (right - offset) + offset;
  bottom = round (bottom - offset) + offset;
  /* What is there at all stays so; a line has no height. */
  if (rect->width > 0)
    right = MAX (right, left + 1);
  if (rect->height > 0)
    bottom = MAX (bottom, top + 1);
  cairo_device_to_user (cr, &left, &top);
  cairo_device_to_user (cr, &right, &bottom);
  return (LasnaRect){ left, top, right - left, bottom - top };
}
