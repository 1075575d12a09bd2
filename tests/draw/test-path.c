/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The path band: its curve, its forest, its marks.
 */
#include "config.h"

#include "lasna-curve.h"
#include "lasna-path-band.h"

#include <math.h>
#include <string.h>

/* Between two knots the curve stays between their heights, and it meets each knot. */
static void
test_curve (void)
{
  const LasnaPoint knots[] = {
    { 0, 10 }, { 10, 40 }, { 20, 41 }, { 30, 5 }, { 40, 5 }, { 55, 30 }
  };
  g_autoptr (LasnaCurve) curve = lasna_curve_new (knots, G_N_ELEMENTS (knots));

  for (guint i = 0; i + 1 < G_N_ELEMENTS (knots); i++)
    {
      double low = MIN (knots[i].y, knots[i + 1].y);
      double high = MAX (knots[i].y, knots[i + 1].y);

      g_assert_cmpfloat_with_epsilon (
          lasna_curve_get_y (curve, knots[i].x, NULL), knots[i].y, 1e-9);
      for (double x = knots[i].x; x <= knots[i + 1].x; x += 0.25)
        {
          g_assert_cmpfloat (lasna_curve_get_y (curve, x, NULL), >=, low - 1e-9);
          g_assert_cmpfloat (lasna_curve_get_y (curve, x, NULL), <=, high + 1e-9);
        }
    }
  g_assert_cmpfloat (lasna_curve_get_y (curve, -5, NULL), ==, 10);
  g_assert_cmpfloat (lasna_curve_get_y (curve, 99, NULL), ==, 30);
}

static void
test_curve_part (void)
{
  const LasnaPoint knots[] = { { 0, 0 }, { 10, 10 }, { 20, 0 } };
  g_autoptr (LasnaCurve) curve = lasna_curve_new (knots, G_N_ELEMENTS (knots));
  guint n;
  g_autofree LasnaPoint *points = lasna_curve_dup_part (curve, 5, 15, &n);

  /* A start and two pieces, parted at the knot. */
  g_assert_cmpuint (n, ==, 7);
  g_assert_cmpfloat (points[0].x, ==, 5);
  g_assert_cmpfloat (points[3].x, ==, 10);
  g_assert_cmpfloat_with_epsilon (points[3].y, 10, 1e-9);
  g_assert_cmpfloat (points[6].x, ==, 15);
  g_assert_cmpfloat_with_epsilon (points[6].y, lasna_curve_get_y (curve, 15, NULL), 1e-9);
}

static LasnaPathStage *
add_stage (GPtrArray *stages, const char *title, guint n_stops, LasnaStopKind kind)
{
  LasnaPathStage *stage = lasna_path_stage_new ();

  stage->title = g_strdup (title);
  for (guint i = 0; i < n_stops; i++)
    lasna_path_stage_add_stop (stage, kind, "A place")->letter = g_strdup ("D");
  g_ptr_array_add (stages, stage);
  return stage;
}

static GPtrArray *
make_stages (void)
{
  GPtrArray *stages = g_ptr_array_new_with_free_func ((GDestroyNotify) lasna_path_stage_free);
  LasnaPathStage *felt = add_stage (stages, "Felt", 3, LASNA_STOP_VISIBLE);
  LasnaPathStage *few = add_stage (stages, "Few", 2, LASNA_STOP_VISIBLE);
  LasnaPathStage *forest = add_stage (stages, "Forest", 0, LASNA_STOP_VISIBLE);
  LasnaPathStage *scored = add_stage (stages, "Scored", 30, LASNA_STOP_VISIBLE);

  felt->felt = 0.5;
  felt->n_felt = felt->n_entries = 8;
  felt->entries = g_new0 (double, 8);
  few->felt = -1;
  few->n_felt = few->n_entries = 3;
  few->entries = g_new0 (double, 3);
  few->believed = 0.5;
  forest->wanted = 1;
  scored->measured = -0.5;
  scored->measure = g_strdup ("CSAT 25");
  return stages;
}

static LasnaLayout *
lay_out (gboolean few)
{
  g_autoptr (GPtrArray) stages = make_stages ();
  g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (LASNA_LANGUAGE_EN, NULL);
  const LasnaPathFrame frame = {
    .area = { 10, 10, 800, 120 }, .mm = 3.75, .text_size = 10, .few = few
  };
  LasnaLayout *layout = lasna_layout_new (820, 140);

  lasna_path_band_add (layout, typesetter, stages, &frame);
  return layout;
}

static guint
count_role (const LasnaLayout *layout, const char *role, int column)
{
  guint n = 0;

  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const LasnaShape *shape = g_ptr_array_index (layout->shapes, i);

      if (g_str_equal (shape->role, role) && shape->column == column)
        n++;
    }
  return n;
}

static double
get_path_y (const LasnaLayout *layout, int column)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const LasnaShape *shape = g_ptr_array_index (layout->shapes, i);

      if (g_str_equal (shape->role, "touchpoint") && shape->column == column)
        return shape->rect.y + shape->rect.height / 2;
    }
  return NAN;
}

static void
test_band (void)
{
  g_autoptr (LasnaLayout) screen = lay_out (TRUE);
  g_autoptr (LasnaLayout) paper = lay_out (FALSE);

  g_assert_cmpuint (count_role (paper, "entry", 0), ==, 8);
  g_assert_cmpuint (count_role (screen, "entry", 1), ==, 3);
  g_assert_cmpuint (count_role (paper, "entry", 1), ==, 0);

  /* Three voices make no mean: the path stands above zero, where it is believed to be. */
  g_assert_cmpfloat (get_path_y (paper, 1), <, 70);

  /* A stage without stops is forest; one with scores alone has a hollow mark with its name. */
  g_assert_cmpuint (count_role (paper, "forest", 2), ==, 1);
  g_assert_cmpuint (count_role (paper, "tree", 2), >, 10);
  g_assert_cmpuint (count_role (paper, "measured", 3), ==, 2);
  g_assert_cmpuint (count_role (paper, "measured", 0), ==, 0);

  /* Thirty touchpoints have no room: the last disc stands for the rest. */
  g_assert_cmpuint (count_role (paper, "touchpoint", 3), <, 30);
}

static void
test_inside (void)
{
  g_autoptr (LasnaLayout) layout = lay_out (TRUE);

  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const LasnaShape *tree = g_ptr_array_index (layout->shapes, i);

      g_assert_cmpfloat (tree->rect.x, >=, 9.9);
      g_assert_cmpfloat (tree->rect.x + tree->rect.width, <=, 810.1);
      g_assert_cmpfloat (tree->rect.y, >=, 9.9);
      g_assert_cmpfloat (tree->rect.y + tree->rect.height, <=, 130.1);
      if (!g_str_equal (tree->role, "tree"))
        continue;
      for (guint j = 0; j < layout->shapes->len; j++)
        {
          const LasnaShape *other = g_ptr_array_index (layout->shapes, j);

          if (g_str_equal (other->role, "touchpoint") || g_str_equal (other->role, "memory"))
            g_assert_false (lasna_rect_overlaps (&tree->rect, &other->rect));
        }
    }
}

static void
test_sentences (void)
{
  g_autoptr (LasnaLayout) layout = lay_out (FALSE);
  const LasnaRegion *felt = g_ptr_array_index (layout->regions, 0);
  const LasnaRegion *few = g_ptr_array_index (layout->regions, 1);
  const LasnaRegion *forest = g_ptr_array_index (layout->regions, 2);

  g_assert_cmpstr (felt->sentence, ==, "Felt. Felt: 0.5. 8 voices with a feeling.");
  g_assert_cmpstr (few->sentence, ==, "Few. Believed: 0.5. 3 voices with a feeling.");
  g_assert_cmpstr (forest->sentence, ==, "Forest. Wanted: 1.0. No feelings recorded yet.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/curve", test_curve);
  g_test_add_func ("/path/curve-part", test_curve_part);
  g_test_add_func ("/path/band", test_band);
  g_test_add_func ("/path/inside", test_inside);
  g_test_add_func ("/path/sentences", test_sentences);
  return g_test_run ();
}
