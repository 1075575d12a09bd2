/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a number that is typed.
 */
#pragma once

#include "lasna-property-row.h"

G_BEGIN_DECLS

#define LASNA_TYPE_NUMBER_ROW (lasna_number_row_get_type ())
G_DECLARE_FINAL_TYPE (LasnaNumberRow, lasna_number_row, LASNA, NUMBER_ROW, LasnaPropertyRow)

G_END_DECLS
