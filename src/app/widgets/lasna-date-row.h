/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a day, or of a day and a time.
 */
#pragma once

#include "lasna-property-row.h"

G_BEGIN_DECLS

#define LASNA_TYPE_DATE_ROW (lasna_date_row_get_type ())
G_DECLARE_FINAL_TYPE (LasnaDateRow, lasna_date_row, LASNA, DATE_ROW, LasnaPropertyRow)

G_END_DECLS
