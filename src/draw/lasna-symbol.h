/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The signs: five for feelings, the tree and star of the path, squares, the eye.
 */
#pragma once

#include <cairo.h>

#include "lasna-palette.h"
#include "lasna-words.h"

G_BEGIN_DECLS

void lasna_symbol_draw (LasnaSymbol symbol, cairo_t *cr, double x, double y, double size);

const char *lasna_mode_get_letter (const char *mode, LasnaLanguage language);

G_END_DECLS
