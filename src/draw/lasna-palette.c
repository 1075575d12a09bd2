/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The palette as one table of inks and themes.
 */
#include "config.h"

#include "lasna-palette.h"

#include <math.h>

typedef enum
{
  ROLE_GROUND,
  ROLE_RULE,
  ROLE_TEXT, /* at least 4.5 : 1 on every ground */
  ROLE_SIGN, /* at least 3 : 1 on every ground */
} Role;

typedef struct
{
  guint32 colour[LASNA_N_THEMES];
  Role role;
  LasnaFill fill;       /* on screen */
  LasnaFill paper_fill; /* in print */
  LasnaSymbol symbol;
} Ink;

/* clang-format off */
static const Ink inks[LASNA_N_INKS] = {
  [LASNA_INK_NONE] = { { 0xffffff, 0x1e1f21, 0xffffff, 0xffffff }, ROLE_GROUND },
  [LASNA_INK_PAPER] = { { 0xffffff, 0x1e1f21, 0xffffff, 0xffffff }, ROLE_GROUND },
  [LASNA_INK_TEXT] = { { 0x1b1e1d, 0xf3f4f3, 0x000000, 0x000000 }, ROLE_TEXT },
  [LASNA_INK_QUIET] = { { 0x555b59, 0xb7bdba, 0x222222, 0x434846 }, ROLE_TEXT },
  [LASNA_INK_HAIRLINE] = { { 0xcbd0ce, 0x4c514f, 0x666666, 0xa9b0ad }, ROLE_RULE },
  [LASNA_INK_TINT] = { { 0xf4f6f5, 0x292b2d, 0xf0f0f0, 0xf3f5f4 }, ROLE_GROUND },
  [LASNA_INK_ACCENT] = { { 0x1f6b4f, 0x7bd3b0, 0x0b4a33, 0x1a5540 }, ROLE_TEXT },
  [LASNA_INK_DESTROYING] = { { 0xc4421a, 0xff9b73, 0x9c2a05, 0xa03410 }, ROLE_SIGN,
                             LASNA_FILL_HATCH, LASNA_FILL_HATCH, LASNA_SYMBOL_CROSS },
  [LASNA_INK_ATTENTION] = { { 0x9a6a00, 0xf2c14e, 0x6b4900, 0x8f6200 }, ROLE_SIGN,
                            LASNA_FILL_SOLID, LASNA_FILL_DOTS, LASNA_SYMBOL_TRIANGLE },
  [LASNA_INK_RECOMMENDATION] = { { 0x1b6ca8, 0x7cc0f2, 0x0b4a7a, 0x4d7f9f }, ROLE_SIGN,
                                 LASNA_FILL_SOLID, LASNA_FILL_SOLID, LASNA_SYMBOL_DIAMOND },
  [LASNA_INK_ADVOCACY] = { { 0x14805e, 0x63d2ae, 0x075c40, 0x0e4d38 }, ROLE_SIGN,
                           LASNA_FILL_SOLID, LASNA_FILL_SOLID, LASNA_SYMBOL_DISC },
  [LASNA_INK_NO_FEELING] = { { 0x6b6f76, 0xa9aeb6, 0x3c4046, 0x5c6066 }, ROLE_SIGN,
                             LASNA_FILL_OUTLINE, LASNA_FILL_OUTLINE, LASNA_SYMBOL_RING },
  [LASNA_INK_FELT] = { { 0x1f6b4f, 0x7bd3b0, 0x0b4a33, 0x123f30 }, ROLE_SIGN,
                       LASNA_FILL_SOLID, LASNA_FILL_SOLID, LASNA_SYMBOL_DISC },
  [LASNA_INK_WANTED] = { { 0x7a6a3f, 0xcdbb86, 0x4d4016, 0x7a6a3f }, ROLE_SIGN,
                         LASNA_FILL_SOLID, LASNA_FILL_SOLID, LASNA_SYMBOL_OPEN_DIAMOND },
  [LASNA_INK_BELIEVED] = { { 0x5f6670, 0xaeb4bd, 0x30353c, 0x555c66 }, ROLE_SIGN,
                           LASNA_FILL_SOLID, LASNA_FILL_SOLID, LASNA_SYMBOL_OPEN_SQUARE },
  [LASNA_INK_FOREST] = { { 0xeaf2ee, 0x26352f, 0xe6e6e6, 0xe8efeb }, ROLE_GROUND },
  [LASNA_INK_TREE] = { { 0x5a8f7a, 0x6f9f8b, 0x3f3f3f, 0x5d8d79 }, ROLE_SIGN,
                       LASNA_FILL_SOLID, LASNA_FILL_SOLID, LASNA_SYMBOL_TREE },
};
/* clang-format on */

/**
 * lasna_palette_get_colour:
 *
 * Returns: the colour of @ink in @theme, sRGB in 0..1
 */
LasnaColour
lasna_palette_get_colour (LasnaTheme theme, LasnaInk ink)
{
  g_return_val_if_fail (theme < LASNA_N_THEMES && ink < LASNA_N_INKS, ((LasnaColour){ 0 }));

  guint32 colour = inks[ink].colour[theme];

  return (LasnaColour){ ((colour >> 16) & 0xff) / 255.0,
                        ((colour >> 8) & 0xff) / 255.0,
                        (colour & 0xff) / 255.0 };
}

/**
 * lasna_palette_get_fill:
 *
 * Returns: how an area of @ink is filled, so that areas differ in a grey copy
 */
LasnaFill
lasna_palette_get_fill (LasnaTheme theme, LasnaInk ink)
{
  g_return_val_if_fail (ink < LASNA_N_INKS, LASNA_FILL_SOLID);
  return theme == LASNA_THEME_PRINT ? inks[ink].paper_fill : inks[ink].fill;
}

/**
 * lasna_ink_get_symbol:
 *
 * Returns: the sign of @ink, the same on every screen, chart and page
 */
LasnaSymbol
lasna_ink_get_symbol (LasnaInk ink)
{
  g_return_val_if_fail (ink < LASNA_N_INKS, LASNA_SYMBOL_NONE);
  return inks[ink].symbol;
}

/**
 * lasna_ink_is_text:
 *
 * Returns: whether words are written in @ink
 */
gboolean
lasna_ink_is_text (LasnaInk ink)
{
  return inks[ink].role == ROLE_TEXT;
}

/**
 * lasna_ink_is_sign:
 *
 * Returns: whether signs and lines that mean something are drawn in @ink
 */
gboolean
lasna_ink_is_sign (LasnaInk ink)
{
  return inks[ink].role == ROLE_SIGN;
}

/**
 * lasna_ink_of_cluster:
 * @cluster: (nullable): "cluster.destroying" and so on
 *
 * Returns: the ink of the cluster; that of plain text for a word without a cluster
 */
LasnaInk
lasna_ink_of_cluster (const char *cluster)
{
  static const struct
  {
    const char *cluster;
    LasnaInk ink;
  } table[] = {
    { "cluster.destroying", LASNA_INK_DESTROYING },
    { "cluster.attention", LASNA_INK_ATTENTION },
    { "cluster.recommendation", LASNA_INK_RECOMMENDATION },
    { "cluster.advocacy", LASNA_INK_ADVOCACY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (cluster, table[i].cluster) == 0)
      return table[i].ink;
  return LASNA_INK_QUIET;
}

static double
make_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/**
 * lasna_colour_get_luminance:
 *
 * Returns: relative luminance after WCAG 2.1, 0..1
 */
double
lasna_colour_get_luminance (LasnaColour colour)
{
  return 0.2126 * make_linear (colour.red) + 0.7152 * make_linear (colour.green) +
         0.0722 * make_linear (colour.blue);
}

/**
 * lasna_colour_get_contrast:
 *
 * Returns: contrast ratio after WCAG 2.1, 1..21
 */
double
lasna_colour_get_contrast (LasnaColour one, LasnaColour other)
{
  double first = lasna_colour_get_luminance (one);
  double second = lasna_colour_get_luminance (other);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
