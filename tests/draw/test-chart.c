/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts: their answer, their marks, their table.
 */
#include "config.h"

#include "lasna-chart.h"
#include "lasna-paint.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const struct
{
  const char *title;
  const char *target;
  double mean;
  guint n;
  guint destroying;
  guint moments[3];
} stages[] = {
  { "Exploring", "Interested", 0.4, 38, 2, { 20, 9, 0 } },
  { "Purchase", "Trusting", -0.3, 24, 11, { 18, 2, 4 } },
  { "Before the trip", "Energetic", 0.5, 3, 1, { 3, 0, 0 } },
  { "During the trip", "Safe", 0.8, 60, 1, { 40, 16, 4 } },
  { "Right after", "Valued", 0.5, 21, 0, { 0, 21, 0 } },
  { "Later", "Exploratory", NAN, 0, 0, { 0, 0, 0 } },
};

static LasnaChartData *
make_data (LasnaChartKind kind, gboolean few)
{
  LasnaChartData *data = lasna_chart_data_new (kind, LASNA_LANGUAGE_EN);

  data->few = few;
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      LasnaChartStage *stage = lasna_chart_data_add_stage (data, stages[i].title);

      stage->target = g_strdup (stages[i].target);
      stage->target_ink = i % 2 == 0 ? LASNA_INK_ATTENTION : LASNA_INK_RECOMMENDATION;
      stage->question = g_strdup ("What would bring you back to us?");
      stage->mean = stages[i].mean;
      stage->n_entries = stages[i].n;
      stage->entries = g_new0 (double, stages[i].n + 1);
      for (guint j = 0; j < stages[i].n; j++)
        stage->entries[j] = CLAMP (stages[i].mean + 0.7 * sin (j * 2.4) * cos (j * 0.9), -1, 1);
      stage->n_destroying = stages[i].destroying;
      for (guint j = 0; j < LASNA_CHART_MOMENTS; j++)
        stage->moments[j] = stages[i].moments[j];
    }
  return data;
}

static LasnaLayout *
lay_out (LasnaChartKind kind, gboolean few, double width, double height)
{
  g_autoptr (LasnaChartData) data = make_data (kind, few);
  g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (LASNA_LANGUAGE_EN, NULL);

  return lasna_chart_layout_new (data, typesetter, width, height);
}

static guint
count_role (const LasnaLayout *layout, const char *role, int column)
{
  guint n = 0;

  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const LasnaShape *shape = g_ptr_array_index (layout->shapes, i);

      if (g_str_equal (shape->role, role) && (column < 0 || shape->column == column))
        n++;
    }
  return n;
}

static void
check_inside (const LasnaLayout *layout)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const LasnaShape *one = g_ptr_array_index (layout->shapes, i);

      g_assert_cmpfloat (one->rect.x, >=, 0);
      g_assert_cmpfloat (one->rect.y, >=, 0);
      g_assert_cmpfloat (one->rect.x + one->rect.width, <=, layout->width);
      g_assert_cmpfloat (one->rect.y + one->rect.height, <=, layout->height);
      for (guint j = 0; j < i; j++)
        {
          const LasnaShape *other = g_ptr_array_index (layout->shapes, j);

          if (one->kind == LASNA_SHAPE_TEXT && other->kind == LASNA_SHAPE_TEXT &&
              lasna_rect_overlaps (&one->rect, &other->rect))
            {
              g_test_message ("“%s” over “%s”", one->text->text, other->text->text);
              g_test_fail ();
            }
        }
    }
}

static void
test_feelings (void)
{
  g_autoptr (LasnaLayout) own = lay_out (LASNA_CHART_FEELINGS, TRUE, 640, 400);
  g_autoptr (LasnaLayout) others = lay_out (LASNA_CHART_FEELINGS, FALSE, 640, 400);

  check_inside (own);
  g_assert_cmpuint (count_role (own, "mean", -1), ==, 4);
  g_assert_cmpuint (count_role (own, "entry", 1), ==, 24);
  g_assert_cmpuint (count_role (own, "destroying", 1), ==, 1);

  /* Under five: dots on the own screen, on paper nothing but n; never a mean or a share. */
  g_assert_cmpuint (count_role (own, "entry", 2), ==, 3);
  g_assert_cmpuint (count_role (own, "mean", 2), ==, 0);
  g_assert_cmpuint (count_role (own, "destroying", 2), ==, 0);
  g_assert_cmpuint (count_role (others, "entry", 2), ==, 0);
  g_assert_cmpuint (count_role (others, "entry", 1), ==, 24);

  /* The line breaks where there is no mean. */
  g_assert_cmpuint (count_role (own, "line", -1), ==, 2);
  g_assert_cmpuint (count_role (own, "silence", 5), ==, 1);
  g_assert_cmpuint (own->regions->len, ==, 6);
  g_assert_nonnull (strstr (own->description, "They sink most at “Purchase”: −0.3."));
  g_assert_nonnull (strstr (own->description, "“Before the trip”: 3 voices, too few for a mean."));
  g_assert_nonnull (strstr (own->description, "No feelings recorded for “Later”. Ask: What"));
}

static void
test_deaf (void)
{
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_CHART_DEAF, TRUE, 640, 400);

  check_inside (layout);
  g_assert_cmpuint (count_role (layout, "cell", -1), ==, 10);
  g_assert_cmpuint (count_role (layout, "deaf", -1), ==, 8);
  g_assert_cmpuint (layout->regions->len, ==, 18);
  g_assert_nonnull (strstr (layout->description, "In 8 places of 18 nobody has been heard."));
}

static void
test_sizes (void)
{
  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    {
      g_autoptr (LasnaLayout) small = lay_out (kind, TRUE, 420, 320);
      g_autoptr (LasnaLayout) large = lay_out (kind, TRUE, 1600, 700);

      check_inside (small);
      check_inside (large);
    }
}

static void
test_table (void)
{
  g_autoptr (LasnaChartData) data = make_data (LASNA_CHART_FEELINGS, FALSE);
  LasnaChartStage *first = g_ptr_array_index (data->stages, 0);

  g_free (first->title);
  first->title = g_strdup ("Dream, “plan” and \"book\"");

  g_autofree char *csv = lasna_chart_dup_csv (data);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpstr (lines[0], ==, "Stage,Wanted,Mean feeling,n,Destroying,No feeling");
  g_assert_cmpstr (lines[1], ==, "\"Dream, “plan” and \"\"book\"\"\",Interested,0.40,38,2,0");
  g_assert_cmpstr (lines[3], ==, "Before the trip,Energetic,,3,,");
  g_assert_cmpstr (lines[6], ==, "Later,Exploratory,,0,,");
  g_assert_cmpuint (g_strv_length (lines), ==, 8);
}

static void
test_export (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lasna-chart-XXXXXX", &error);
  static const char *const names[] = { "c.pdf", "c.svg", "c.png", "c.csv" };

  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autoptr (LasnaChartData) data = make_data (kind, FALSE);
        g_autofree char *path = g_build_filename (folder, names[i], NULL);

        g_assert_true (lasna_chart_export (data, path, &error));
        g_assert_no_error (error);
        g_assert_cmpint (g_unlink (path), ==, 0);
      }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_empty (void)
{
  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
      {
        g_autoptr (LasnaChartData) data = lasna_chart_data_new (kind, language);
        g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (language, NULL);
        g_autoptr (LasnaLayout) layout = lasna_chart_layout_new (data, typesetter, 300, 200);

        g_assert_cmpuint (layout->regions->len, ==, 0);
        g_assert_cmpuint (strlen (layout->description), >, 0);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/feelings", test_feelings);
  g_test_add_func ("/chart/deaf", test_deaf);
  g_test_add_func ("/chart/sizes", test_sizes);
  g_test_add_func ("/chart/table", test_table);
  g_test_add_func ("/chart/export", test_export);
  g_test_add_func ("/chart/empty", test_empty);
  return g_test_run ();
}
