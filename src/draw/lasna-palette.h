/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each meaning looks like in each theme: colour, fill, dash and sign. Colour never carries a
 * meaning alone.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LASNA_THEME_LIGHT,
  LASNA_THEME_DARK,
  LASNA_THEME_HIGH_CONTRAST,
  LASNA_THEME_PRINT, /* survives a black-and-white copy */
} LasnaTheme;

#define LASNA_N_THEMES 4

/* What a shape means, from which a theme makes its colour. */
typedef enum
{
  LASNA_INK_NONE,
  LASNA_INK_PAPER,
  LASNA_INK_TEXT,
  LASNA_INK_QUIET,    /* text that stands back */
  LASNA_INK_HAIRLINE, /* rules that only part things */
  LASNA_INK_TINT,     /* the ground of a box or a strip */
  LASNA_INK_ACCENT,
  LASNA_INK_DESTROYING,
  LASNA_INK_ATTENTION,
  LASNA_INK_RECOMMENDATION,
  LASNA_INK_ADVOCACY,
  LASNA_INK_NO_FEELING,
  LASNA_INK_FELT,
  LASNA_INK_WANTED,
  LASNA_INK_BELIEVED,
  LASNA_INK_FOREST, /* the wash over a hidden stretch */
  LASNA_INK_TREE,
} LasnaInk;

#define LASNA_N_INKS 17

typedef enum
{
  LASNA_FILL_SOLID,
  LASNA_FILL_HATCH,
  LASNA_FILL_DOTS,
  LASNA_FILL_OUTLINE,
} LasnaFill;

typedef enum
{
  LASNA_DASH_SOLID,
  LASNA_DASH_HIDDEN, /* a stretch where we do not see the customer */
  LASNA_DASH_DOTTED, /* what is believed rather than heard */
} LasnaDash;

typedef enum
{
  LASNA_SYMBOL_NONE,
  LASNA_SYMBOL_CROSS,
  LASNA_SYMBOL_TRIANGLE,
  LASNA_SYMBOL_DIAMOND,
  LASNA_SYMBOL_DISC,
  LASNA_SYMBOL_RING,
  LASNA_SYMBOL_TREE,
  LASNA_SYMBOL_STAR,
  LASNA_SYMBOL_SQUARE,
  LASNA_SYMBOL_OPEN_SQUARE,
  LASNA_SYMBOL_OPEN_DIAMOND,
  LASNA_SYMBOL_HALF_DISC,
  LASNA_SYMBOL_EYE,
} LasnaSymbol;

typedef struct
{
  double red;
  double green;
  double blue;
} LasnaColour;

LasnaColour lasna_palette_get_colour (LasnaTheme theme, LasnaInk ink);
LasnaFill lasna_palette_get_fill (LasnaTheme theme, LasnaInk ink);
LasnaSymbol lasna_ink_get_symbol (LasnaInk ink);
gboolean lasna_ink_is_text (LasnaInk ink);
gboolean lasna_ink_is_sign (LasnaInk ink);
LasnaInk lasna_ink_of_cluster (const char *cluster);

double lasna_colour_get_luminance (LasnaColour colour);
double lasna_colour_get_contrast (LasnaColour one, LasnaColour other);

G_END_DECLS
