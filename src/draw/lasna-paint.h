/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paints a picture into any cairo context: screen, printer or file, at any scale.
 */
#pragma once

#include <cairo.h>

#include "lasna-layout.h"

G_BEGIN_DECLS

void lasna_layout_paint (const LasnaLayout *self, cairo_t *cr, LasnaTheme theme);

G_END_DECLS
