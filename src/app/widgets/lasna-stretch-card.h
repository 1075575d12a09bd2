/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hidden stretch on the map: where the customer walks in the forest, and what we think happens.
 */
#pragma once

#include "lasna-tile.h"

G_BEGIN_DECLS

#define LASNA_TYPE_STRETCH_CARD (lasna_stretch_card_get_type ())
G_DECLARE_FINAL_TYPE (LasnaStretchCard, lasna_stretch_card, LASNA, STRETCH_CARD, LasnaTile)

GtkWidget *lasna_stretch_card_new (LasnaRecord *stretch);

G_END_DECLS
