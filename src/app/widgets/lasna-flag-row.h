/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of what is so or not.
 */
#pragma once

#include "lasna-property-row.h"

G_BEGIN_DECLS

#define LASNA_TYPE_FLAG_ROW (lasna_flag_row_get_type ())
G_DECLARE_FINAL_TYPE (LasnaFlagRow, lasna_flag_row, LASNA, FLAG_ROW, LasnaPropertyRow)

G_END_DECLS
