/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The feelings that a stage is to awaken or to avoid, on the map.
 */
#pragma once

#include "lasna-tile.h"

G_BEGIN_DECLS

#define LASNA_TYPE_TARGETS_TILE (lasna_targets_tile_get_type ())
G_DECLARE_FINAL_TYPE (LasnaTargetsTile, lasna_targets_tile, LASNA, TARGETS_TILE, LasnaTile)

GtkWidget *lasna_targets_tile_new (LasnaRecord *stage);

G_END_DECLS
