/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a reference to another record.
 */
#pragma once

#include "lasna-property-row.h"

G_BEGIN_DECLS

#define LASNA_TYPE_REFERENCE_ROW (lasna_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LasnaReferenceRow, lasna_reference_row, LASNA, REFERENCE_ROW, LasnaPropertyRow)

G_END_DECLS
