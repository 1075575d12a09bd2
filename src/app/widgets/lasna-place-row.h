/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a place that a voice is about: a stage, touchpoint, channel or segment.
 */
#pragma once

#include "lasna-property-row.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PLACE_ROW (lasna_place_row_get_type ())
G_DECLARE_FINAL_TYPE (LasnaPlaceRow, lasna_place_row, LASNA, PLACE_ROW, LasnaPropertyRow)

G_END_DECLS
