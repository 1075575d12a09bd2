/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a term: one value of a closed list.
 */
#pragma once

#include "lasna-property-row.h"

G_BEGIN_DECLS

#define LASNA_TYPE_TERM_ROW (lasna_term_row_get_type ())
G_DECLARE_FINAL_TYPE (LasnaTermRow, lasna_term_row, LASNA, TERM_ROW, LasnaPropertyRow)

G_END_DECLS
