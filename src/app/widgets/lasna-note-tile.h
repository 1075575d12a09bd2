/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text of a stage on the map, or what to write there.
 */
#pragma once

#include "lasna-tile.h"

G_BEGIN_DECLS

#define LASNA_TYPE_NOTE_TILE (lasna_note_tile_get_type ())
G_DECLARE_FINAL_TYPE (LasnaNoteTile, lasna_note_tile, LASNA, NOTE_TILE, LasnaTile)

GtkWidget *lasna_note_tile_new (LasnaRecord *record, const char *property, const char *advice);
const char *lasna_note_tile_get_property (LasnaNoteTile *self);

G_END_DECLS
