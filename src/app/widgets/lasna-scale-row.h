/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of an integer of few steps, each a button.
 */
#pragma once

#include "lasna-property-row.h"

G_BEGIN_DECLS

#define LASNA_TYPE_SCALE_ROW (lasna_scale_row_get_type ())
G_DECLARE_FINAL_TYPE (LasnaScaleRow, lasna_scale_row, LASNA, SCALE_ROW, LasnaPropertyRow)

G_END_DECLS
