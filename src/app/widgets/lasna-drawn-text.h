/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text in widgets that draw themselves.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How strong words are that only accompany others, of 1. */
#define LASNA_DRAWN_TEXT_QUIET 0.72F

void lasna_drawn_text_append (
    GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *colour, float x, float y);

G_END_DECLS
