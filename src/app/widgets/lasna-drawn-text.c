/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text at its place.
 */
#include "config.h"

#include "lasna-drawn-text.h"

/**
 * lasna_drawn_text_append:
 *
 * Draws @layout with its top left corner at @x, @y.
 */
void
lasna_drawn_text_append (
    GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *colour, float x, float y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}
