/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a text, of one line or several.
 */
#pragma once

#include "lasna-property-row.h"

G_BEGIN_DECLS

#define LASNA_TYPE_TEXT_ROW (lasna_text_row_get_type ())
G_DECLARE_FINAL_TYPE (LasnaTextRow, lasna_text_row, LASNA, TEXT_ROW, LasnaPropertyRow)

G_END_DECLS
