/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pixels of what is drawn on. A thin line between two rows of them is smeared over both and
 * loses its contrast; one that fills a row keeps it.
 */
#pragma once

#include <cairo.h>

#include "lasna-layout.h"

G_BEGIN_DECLS

double lasna_pixels_get_size (cairo_t *cr);
double lasna_pixels_sharpen_line (cairo_t *cr, double line);
LasnaRect lasna_pixels_sharpen_rect (cairo_t *cr, const LasnaRect *rect, double line);

G_END_DECLS
