/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A touchpoint on the map: one quiet card that draws itself.
 */
#pragma once

#include "lasna-tile.h"

G_BEGIN_DECLS

#define LASNA_TYPE_TOUCHPOINT_CARD (lasna_touchpoint_card_get_type ())
G_DECLARE_FINAL_TYPE (LasnaTouchpointCard, lasna_touchpoint_card, LASNA, TOUCHPOINT_CARD, LasnaTile)

GtkWidget *lasna_touchpoint_card_new (LasnaRecord *touchpoint);

G_END_DECLS
