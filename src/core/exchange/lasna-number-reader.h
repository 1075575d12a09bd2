/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers with a decimal comma or point, as a column of a table has them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LASNA_DECIMAL_POINT = 1 << 0,
  LASNA_DECIMAL_COMMA = 1 << 1,
} LasnaDecimal;

#define LASNA_DECIMAL_ANY (LASNA_DECIMAL_POINT | LASNA_DECIMAL_COMMA)

LasnaDecimal lasna_number_examine (const char *text, gboolean *readings_differ);
gboolean lasna_number_read (const char *text, LasnaDecimal decimals, double *number);
gboolean lasna_number_read_score (const char *text, LasnaDecimal decimals, double *number);
gboolean lasna_cell_is_missing (const char *text);
gboolean lasna_cell_is_digits (const char *text);

LasnaDecimal lasna_decimal_from_id (const char *id);

G_END_DECLS
