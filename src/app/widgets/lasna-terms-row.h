/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of terms: any values of a closed list.
 */
#pragma once

#include "lasna-property-row.h"

G_BEGIN_DECLS

#define LASNA_TYPE_TERMS_ROW (lasna_terms_row_get_type ())
G_DECLARE_FINAL_TYPE (LasnaTermsRow, lasna_terms_row, LASNA, TERMS_ROW, LasnaPropertyRow)

G_END_DECLS
