/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Contrast of every ink on every ground in every theme; signs that differ without colour.
 */
#include "config.h"

#include "lasna-palette.h"

#include <math.h>

static const LasnaInk grounds[] = { LASNA_INK_PAPER, LASNA_INK_TINT, LASNA_INK_FOREST };

static void
check_contrast (LasnaTheme theme, LasnaInk ink, double least)
{
  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      double contrast = lasna_colour_get_contrast (lasna_palette_get_colour (theme, ink),
                                                   lasna_palette_get_colour (theme, grounds[i]));

      if (contrast < least)
        g_test_message ("theme %d, ink %d on %d: %.2f", theme, ink, grounds[i], contrast);
      g_assert_cmpfloat (contrast, >=, least);
    }
}

static void
test_contrast (void)
{
  guint n_text = 0;
  guint n_signs = 0;

  for (LasnaTheme theme = 0; theme < LASNA_N_THEMES; theme++)
    for (LasnaInk ink = 0; ink < LASNA_N_INKS; ink++)
      {
        if (lasna_ink_is_text (ink))
          {
            check_contrast (theme, ink, 4.5);
            n_text++;
          }
        if (lasna_ink_is_sign (ink))
          {
            check_contrast (theme, ink, 3);
            n_signs++;
          }
      }
  g_assert_cmpuint (n_text, ==, 3 * LASNA_N_THEMES);
  g_assert_cmpuint (n_signs, ==, 9 * LASNA_N_THEMES);
}

static void
test_contrast_formula (void)
{
  LasnaColour black = { 0, 0, 0 };
  LasnaColour white = { 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (lasna_colour_get_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (lasna_colour_get_contrast (white, white), 1, 1e-9);
}

/* On paper a cluster is told by its sign and by its fill or its grey. */
static void
test_grey (void)
{
  static const LasnaInk clusters[] = { LASNA_INK_DESTROYING,
                                       LASNA_INK_ATTENTION,
                                       LASNA_INK_RECOMMENDATION,
                                       LASNA_INK_ADVOCACY,
                                       LASNA_INK_NO_FEELING };

  for (guint i = 0; i < G_N_ELEMENTS (clusters); i++)
    for (guint j = 0; j < i; j++)
      {
        LasnaColour one = lasna_palette_get_colour (LASNA_THEME_PRINT, clusters[i]);
        LasnaColour other = lasna_palette_get_colour (LASNA_THEME_PRINT, clusters[j]);

        g_assert_cmpint (
            lasna_ink_get_symbol (clusters[i]), !=, lasna_ink_get_symbol (clusters[j]));
        g_assert_true (lasna_palette_get_fill (LASNA_THEME_PRINT, clusters[i]) !=
                           lasna_palette_get_fill (LASNA_THEME_PRINT, clusters[j]) ||
                       lasna_colour_get_contrast (one, other) > 1.5);
      }
  /* No ground wastes ink: at most 12 per cent grey. */
  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      LasnaColour ground = lasna_palette_get_colour (LASNA_THEME_PRINT, grounds[i]);

      g_assert_cmpfloat (MIN (ground.red, MIN (ground.green, ground.blue)), >=, 0.88);
    }
}

static void
test_clusters (void)
{
  g_assert_cmpint (lasna_ink_of_cluster ("cluster.destroying"), ==, LASNA_INK_DESTROYING);
  g_assert_cmpint (lasna_ink_of_cluster ("cluster.advocacy"), ==, LASNA_INK_ADVOCACY);
  g_assert_cmpint (lasna_ink_of_cluster (NULL), ==, LASNA_INK_QUIET);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/contrast-formula", test_contrast_formula);
  g_test_add_func ("/palette/grey", test_grey);
  g_test_add_func ("/palette/clusters", test_clusters);
  return g_test_run ();
}
