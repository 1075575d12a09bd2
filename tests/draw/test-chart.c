/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts: their answer, their marks, their table.
 */
#include "config.h"

#include "lasna-chart.h"
#include "lasna-paint.h"
#include "lasna-small.h"
#include "lasna-test.h"

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

static void
set_feelings (LasnaChartItem *item, double mean, guint n)
{
  for (guint i = 0; i < n; i++)
    item->feelings[lasna_dots_get_bin (mean + 0.7 * sin (i * 2.4) * cos (i * 0.9))]++;
  item->n_entries = n;
  item->mean = mean;
  item->low = isnan (mean) ? NAN : MAX (mean - 0.2, -1);
  item->high = isnan (mean) ? NAN : MIN (mean + 0.2, 1);
}

static void
add_panel (LasnaChartData *data)
{
  LasnaChartPanel *panel = lasna_chart_data_add_panel (data, "How likely would you recommend us?");

  panel->figure = g_strdup ("NPS® 32, between 20 and 41; n 146");
  panel->has_mark = data->kind == LASNA_CHART_SCORES;
  panel->minimum = data->kind == LASNA_CHART_DRIVERS ? 20 : -1;
  panel->maximum = 1;
  panel->centre = data->kind == LASNA_CHART_DRIVERS ? 60 : 0.2;
  panel->decimals = 1;
}

static void
set_of_measures (LasnaChartItem *item, LasnaChartKind kind, guint i)
{
  if (kind == LASNA_CHART_TREND)
    {
      item->rolling = i > 1 ? 0.3 : NAN;
      item->limit_low = lasna_is_small (item->n) ? NAN : -0.2;
      item->limit_high = lasna_is_small (item->n) ? NAN : 0.6;
      item->is_signal = item->mean < -0.2;
    }
  if (kind == LASNA_CHART_DRIVERS)
    {
      g_free (item->note);
      item->note = g_strdup ("Keep up the good work");
      item->mean = 40 + 10.0 * i;
      item->importance = 40 - 6.0 * i;
    }
}

static LasnaChartData *
make_data_in (LasnaChartKind kind, gboolean few, LasnaLanguage language)
{
  LasnaChartData *data = lasna_chart_data_new (kind, language);

  data->few = few;
  add_panel (data);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autofree char *score = g_strdup_printf ("%u", i + 1);
      LasnaChartItem *item =
          lasna_chart_data_add_item (data, kind == LASNA_CHART_SCORES ? score : stages[i].title);

      item->where = g_strdup_printf ("stage=%u", i + 1);
      item->note = kind == LASNA_CHART_LINKS ? g_strdup ("Primary") : NULL;
      item->target = g_strdup (stages[i].target);
      item->ink = i % 2 == 0 ? LASNA_INK_ATTENTION : LASNA_INK_RECOMMENDATION;
      item->question = g_strdup ("What would bring you back to us?");
      item->n = stages[i].n;
      set_feelings (item, stages[i].mean, stages[i].n);
      item->n_destroying = item->clusters[0] = stages[i].destroying;
      item->clusters[2] = stages[i].n / 2;
      item->n_no_feeling = (stages[i].n - stages[i].destroying) / 3;
      item->n_task = stages[i].n == 24 ? 20 : stages[i].n;
      item->tasks[3] = stages[i].n;
      item->task = stages[i].n > 0 ? 70 + 5.0 * i : NAN;
      item->task_low = item->task - 6;
      item->task_high = MIN (item->task + 6, 100);
      for (guint j = 0; j < LASNA_CHART_MOMENTS; j++)
        item->moments[j] = stages[i].moments[j];
      item->hours = g_array_new (FALSE, FALSE, sizeof (double));
      for (guint j = 0; j < stages[i].n; j++)
        {
          double hours = 0.7 + j * j * 0.3;

          g_array_append_val (item->hours, hours);
        }
      item->n_open = i % 3;
      item->promised = i % 2 == 0 ? 24 : NAN;
      data->n += item->n;
      set_of_measures (item, kind, i);
    }
  return data;
}

static LasnaChartData *
make_data (LasnaChartKind kind, gboolean few)
{
  return make_data_in (kind, few, LASNA_LANGUAGE_EN);
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

      if (one->kind == LASNA_SHAPE_TEXT && one->text->shortened)
        {
          g_test_message ("“%s” is cut", one->text->text);
          g_test_fail ();
        }
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

/* Shares over five voices, single signs under them, and only on the own screen. */
static void
test_awakened (void)
{
  g_autoptr (LasnaLayout) own = lay_out (LASNA_CHART_AWAKENED, TRUE, 640, 400);
  g_autoptr (LasnaLayout) others = lay_out (LASNA_CHART_AWAKENED, FALSE, 640, 400);

  check_inside (own);
  g_assert_cmpuint (count_role (own, "part", 1), ==, 3);
  g_assert_cmpuint (count_role (own, "sign", 1), ==, 0);
  g_assert_cmpuint (count_role (own, "part", 2), ==, 0);
  g_assert_cmpuint (count_role (own, "sign", 2), ==, 2);
  g_assert_cmpuint (count_role (others, "sign", 2), ==, 0);
  g_assert_nonnull (
      strstr (own->description, "most frequent at “Purchase”: 41 % of the feelings."));
  g_assert_nonnull (
      strstr (own->description, "“Before the trip”: 3 voices with a feeling, too few for shares."));
}

/* Stages that read the same share are all the worst. */
static void
test_awakened_alike (void)
{
  g_autoptr (LasnaChartData) data = make_data (LASNA_CHART_AWAKENED, FALSE);
  LasnaChartItem *first = data->items->pdata[0];
  LasnaChartItem *second = data->items->pdata[1];
  g_autofree char *answer = NULL;

  first->clusters[0] = 400;
  first->clusters[2] = 600;
  first->n_no_feeling = 0;
  second->clusters[0] = 401;
  second->clusters[2] = 599;
  second->n_no_feeling = 0;
  answer = lasna_chart_dup_answer (data);
  g_assert_nonnull (strstr (answer, "at “Exploring”, “Purchase”: 40 % of the feelings."));
}

/* What nobody was asked about is not said to stay warm. */
static void
test_feelings_warm (void)
{
  g_autoptr (LasnaChartData) data = make_data (LASNA_CHART_FEELINGS, FALSE);
  g_autofree char *some = NULL;
  g_autofree char *all = NULL;

  ((LasnaChartItem *) data->items->pdata[1])->mean = 0.3;
  some = lasna_chart_dup_answer (data);
  g_assert_true (g_str_has_prefix (some, "Where enough people were heard, they stay warm"));
  g_ptr_array_set_size (data->items, 2);
  all = lasna_chart_dup_answer (data);
  g_assert_true (g_str_has_prefix (all, "They stay warm all the way; least so at “Purchase”"));
}

/* Returns: the words of the first shape of @role and @column */
static const char *
get_words (const LasnaLayout *layout, const char *role, int column)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const LasnaShape *shape = layout->shapes->pdata[i];

      if (g_str_equal (shape->role, role) && shape->column == column)
        return shape->text->text;
    }
  return NULL;
}

static void
test_task (void)
{
  g_autoptr (LasnaLayout) own = lay_out (LASNA_CHART_TASK, TRUE, 640, 400);
  g_autoptr (LasnaLayout) others = lay_out (LASNA_CHART_TASK, FALSE, 640, 400);

  check_inside (own);
  g_assert_cmpuint (count_role (own, "mark", 1), ==, 2);
  g_assert_cmpuint (count_role (own, "interval", 1), ==, 6);
  g_assert_cmpuint (count_role (own, "gap", 1), ==, 1);
  g_assert_cmpuint (count_role (own, "mark", 2), ==, 0);
  g_assert_cmpuint (count_role (own, "single", 2), ==, 3);
  g_assert_cmpuint (count_role (others, "single", 2), ==, 0);
  g_assert_cmpstr (get_words (own, "n", 1), ==, "20 on the matter, 24 on the feeling");
  g_assert_nonnull (strstr (own->description,
                            "Yes, most of all at “Purchase”: matters are settled"
                            " to 75, the feeling is 35."));
}

static void
test_groups (void)
{
  g_autoptr (LasnaLayout) own = lay_out (LASNA_CHART_CHANNELS, TRUE, 640, 400);
  g_autoptr (LasnaLayout) others = lay_out (LASNA_CHART_SEGMENTS, FALSE, 640, 400);

  check_inside (own);
  g_assert_cmpuint (count_role (own, "mean", -1), ==, 4);
  g_assert_cmpuint (count_role (own, "entry", 1), ==, 24);
  g_assert_cmpuint (count_role (own, "entry", 2), ==, 3);
  g_assert_cmpuint (count_role (others, "entry", 2), ==, 0);
  g_assert_cmpuint (count_role (own, "bar", -1), ==, 6);
  g_assert_nonnull (strstr (own->description, "least warm at “Purchase”: −0.3."));
}

static void
test_links (void)
{
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_CHART_LINKS, TRUE, 640, 400);

  check_inside (layout);
  g_assert_cmpuint (count_role (layout, "part", 1), ==, 3);
  g_assert_cmpuint (count_role (layout, "silence", 5), ==, 1);
  g_assert_true (g_str_has_prefix (layout->description, "No voice from “Later” yet."));
}

static void
test_replies (void)
{
  g_autoptr (LasnaLayout) own = lay_out (LASNA_CHART_REPLIES, TRUE, 640, 400);
  g_autoptr (LasnaLayout) others = lay_out (LASNA_CHART_REPLIES, FALSE, 640, 400);

  check_inside (own);
  g_assert_cmpuint (count_role (own, "reply", 2), ==, 3);
  g_assert_cmpuint (count_role (others, "reply", 2), ==, 0);
  g_assert_cmpuint (count_role (own, "median", 2), ==, 0);
  g_assert_cmpuint (count_role (own, "median", 0), ==, 1);
  g_assert_cmpuint (count_role (own, "promised", -1), ==, 3);
  g_assert_cmpuint (count_role (own, "open", 2), ==, 2);
}

static void
test_scores (void)
{
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_CHART_SCORES, TRUE, 640, 400);

  check_inside (layout);
  g_assert_cmpuint (count_role (layout, "bar", -1), ==, 5);
  g_assert_cmpuint (count_role (layout, "score", -1), ==, 6);
  g_assert_cmpuint (count_role (layout, "mark-note", -1), ==, 1);
  g_assert_nonnull (strstr (layout->description, "answer 2: 24 times."));
}

static void
test_trend (void)
{
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_CHART_TREND, FALSE, 640, 400);

  check_inside (layout);
  g_assert_cmpuint (count_role (layout, "point", -1), ==, 3);
  g_assert_cmpuint (count_role (layout, "signal", -1), ==, 1);
  g_assert_cmpuint (count_role (layout, "usual", -1), ==, 4);
  g_assert_cmpuint (count_role (layout, "rolling", -1), ==, 3);
  g_assert_nonnull (strstr (layout->description, "outside the usual up and down"));
  g_assert_nonnull (strstr (layout->description, "Before the trip: 3 answers, too few"));
}

/* With under five answers in every period there are words in place of an axis. */
static void
test_trend_of_few (void)
{
  g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (LASNA_LANGUAGE_EN, NULL);
  g_autoptr (LasnaChartData) data = make_data (LASNA_CHART_TREND, FALSE);
  g_autoptr (LasnaLayout) layout = NULL;

  for (guint i = 0; i < data->items->len; i++)
    ((LasnaChartItem *) data->items->pdata[i])->n = 3;
  layout = lasna_chart_layout_new (data, typesetter, 640, 400);
  check_inside (layout);
  g_assert_cmpuint (count_role (layout, "axis", -1), ==, 0);
  g_assert_cmpuint (count_role (layout, "point", -1), ==, 0);
  g_assert_cmpuint (count_role (layout, "silence", -1), ==, 1);
  g_assert_cmpuint (layout->regions->len, ==, data->items->len);
}

static void
test_drivers (void)
{
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_CHART_DRIVERS, FALSE, 640, 400);

  check_inside (layout);
  /* Once in the picture and once in the list. */
  g_assert_cmpuint (count_role (layout, "driver", -1), ==, 12);
  g_assert_cmpuint (count_role (layout, "quadrant", -1), ==, 4);
  g_assert_nonnull (strstr (layout->description, "“Exploring”: importance 40 %, performance 40"));
}

/* Drivers of the least weight that are alike neither cover each other nor the words of a corner. */
static void
test_drivers_alike (void)
{
  g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (LASNA_LANGUAGE_EN, NULL);
  g_autoptr (LasnaChartData) data = make_data (LASNA_CHART_DRIVERS, FALSE);
  g_autoptr (LasnaLayout) layout = NULL;

  for (guint i = 0; i < 2; i++)
    {
      LasnaChartItem *driver = data->items->pdata[data->items->len - 1 - i];

      driver->importance = 0;
      driver->mean = 5;
    }
  layout = lasna_chart_layout_new (data, typesetter, 640, 400);
  check_inside (layout);
  for (guint i = 0; i < layout->shapes->len; i++)
    for (guint j = 0; j < layout->shapes->len; j++)
      {
        const LasnaShape *disc = layout->shapes->pdata[i];
        const LasnaShape *other = layout->shapes->pdata[j];

        if (i != j && g_str_equal (disc->role, "driver") &&
            (g_str_equal (other->role, "driver") || g_str_equal (other->role, "quadrant")))
          g_assert_false (lasna_rect_overlaps (&disc->rect, &other->rect));
      }
}

/* What was not chosen stands back; axes and words of the frame do not. */
static void
test_chosen (void)
{
  g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (LASNA_LANGUAGE_EN, NULL);

  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    {
      g_autoptr (LasnaChartData) data = make_data (kind, TRUE);
      g_autoptr (LasnaLayout) layout = NULL;

      for (guint i = 1; i < data->items->len; i++)
        ((LasnaChartItem *) data->items->pdata[i])->is_out = TRUE;
      layout = lasna_chart_layout_new (data, typesetter, 640, 400);
      for (guint i = 0; i < layout->shapes->len; i++)
        {
          const LasnaShape *shape = layout->shapes->pdata[i];

          if (shape->kind != LASNA_SHAPE_TEXT)
            g_assert_cmpint (shape->faded, ==, shape->column > 0);
          if (g_str_equal (shape->role, "stage") || g_str_equal (shape->role, "name"))
            g_assert_false (shape->faded);
        }
      for (guint i = 0; i < layout->regions->len; i++)
        {
          const LasnaRegion *region = layout->regions->pdata[i];

          if (region->where != NULL)
            g_assert_true (g_str_has_prefix (region->where, "stage="));
        }
    }
}

/* What makes the same picture need not be drawn again. */
static void
test_equal (void)
{
  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    {
      g_autoptr (LasnaChartData) one = make_data (kind, TRUE);
      g_autoptr (LasnaChartData) other = make_data (kind, TRUE);
      g_autoptr (LasnaChartData) paper = make_data (kind, FALSE);
      LasnaChartItem *item = other->items->pdata[2];
      double hours = 3;

      g_assert_true (lasna_chart_data_equal (one, other));
      g_assert_false (lasna_chart_data_equal (one, paper));
      item->n_open++;
      g_assert_false (lasna_chart_data_equal (one, other));
      item->n_open--;
      g_array_append_val (item->hours, hours);
      g_assert_false (lasna_chart_data_equal (one, other));
    }
}

static void
test_sizes (void)
{
  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    {
      g_autoptr (LasnaLayout) small = lay_out (kind, TRUE, 420, 360);
      g_autoptr (LasnaLayout) large = lay_out (kind, TRUE, 1600, 700);

      check_inside (small);
      check_inside (large);
      for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
        {
          g_autoptr (LasnaChartData) data = make_data_in (kind, FALSE, language);
          g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (language, NULL);
          g_autoptr (LasnaLayout) layout = lasna_chart_layout_new (data, typesetter, 480, 380);

          check_inside (layout);
        }
    }
}

static void
test_table (void)
{
  g_autoptr (LasnaChartData) data = make_data (LASNA_CHART_FEELINGS, FALSE);
  LasnaChartItem *first = g_ptr_array_index (data->items, 0);

  g_free (first->title);
  first->title = g_strdup ("Dream, “plan” and \"book\"");

  g_autofree char *csv = lasna_chart_dup_csv (data);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpstr (lines[0], ==, "Stage,Wanted,Mean feeling,From,To,Voices,Destroying,No feeling");
  g_assert_cmpstr (
      lines[1], ==, "\"Dream, “plan” and \"\"book\"\"\",Interested,0.40,0.20,0.60,38,2,12");
  g_assert_cmpstr (lines[3], ==, "Before the trip,Energetic,,,,3,,");
  g_assert_cmpstr (lines[6], ==, "Later,Exploratory,,,,0,,");
  g_assert_cmpuint (g_strv_length (lines), ==, 8);
}

/* Programs read points and plain minus signs, and a title is no formula; people read theirs. */
static void
test_csv_plain (void)
{
  g_autoptr (LasnaChartData) data = make_data_in (LASNA_CHART_FEELINGS, FALSE, LASNA_LANGUAGE_FI);
  LasnaChartItem *first = g_ptr_array_index (data->items, 0);

  g_free (first->title);
  first->title = g_strdup ("-1+2");
  first->mean = -0.25;

  g_autofree char *csv = lasna_chart_dup_csv (data);
  g_autoptr (GPtrArray) table = lasna_chart_dup_table (data);
  const GPtrArray *row = table->pdata[1];
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_true (g_str_has_prefix (lines[1], "'-1+2,"));
  g_assert_nonnull (strstr (lines[1], ",-0.25,0.20,0.60,38,"));
  g_assert_cmpstr (row->pdata[2], ==, "−0,25");
}

/* Every row has a cell for every head. */
static void
test_tables (void)
{
  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    {
      g_autoptr (LasnaChartData) data = make_data (kind, TRUE);
      g_autoptr (GPtrArray) rows = lasna_chart_dup_table (data);
      const GPtrArray *heads = rows->pdata[0];

      g_assert_cmpuint (rows->len, ==, data->items->len + 1);
      for (guint i = 1; i < rows->len; i++)
        g_assert_cmpuint (((const GPtrArray *) rows->pdata[i])->len, ==, heads->len);
    }
}

static void
test_names (void)
{
  LasnaChartKind kind;

  for (guint i = 0; i < LASNA_N_CHARTS; i++)
    {
      g_assert_true (lasna_chart_find (lasna_chart_get_name (i), &kind) && kind == i);
      g_assert_true (lasna_chart_find (lasna_chart_get_number (i), &kind) && kind == i);
    }
  g_assert_true (lasna_chart_find ("c1", &kind));
  g_assert_false (lasna_chart_find ("c0", &kind));
}

static void
check_kind_of_file (const char *path, guint kind)
{
  static const char *const starts[] = { "%PDF-", "<?xml", "\211PNG", "" };
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, starts[kind]));
  g_assert_cmpuint (length, >, 100);
}

static guint
count_breaks (const char *text)
{
  const LasnaTextStyle style = { .size = 10 };
  g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (LASNA_LANGUAGE_EN, NULL);
  g_autoptr (LasnaTextBlock) block = lasna_typesetter_set (typesetter, text, &style, 1000);
  int n;
  const PangoLogAttr *places = pango_layout_get_log_attrs_readonly (block->layout, &n);
  guint breaks = 0;

  for (int i = 1; i + 1 < n; i++)
    breaks += places[i].is_line_break;
  return breaks;
}

/* No line ends between a number and what belongs to it. */
static void
test_figures_whole (void)
{
  static const char *const figures[] = {
    "22 answers", "n = 22", "n 22", "95 %", "−8…39", "1.2026", "12/2024", "NPS® 17",
  };

  g_assert_cmpuint (count_breaks ("two answers"), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_test_message ("%s", figures[i]);
      g_assert_cmpuint (count_breaks (figures[i]), ==, 0);
    }
}

/* The words of a quarter stand within it: none lies over the line between two. */
static void
test_quarters (void)
{
  static const double widths[] = { 440, 620, 900 };

  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    for (guint i = 0; i < G_N_ELEMENTS (widths) * 3; i++)
      {
        g_autoptr (LasnaChartData) data = make_data_in (LASNA_CHART_DRIVERS, FALSE, language);
        g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (language, NULL);
        g_autoptr (LasnaLayout) layout = NULL;

        ((LasnaChartPanel *) data->panels->pdata[0])->centre = 50 + 20.0 * (i / 3);
        layout = lasna_chart_layout_new (data, typesetter, widths[i % 3], 380);
        for (guint a = 0; a < layout->shapes->len; a++)
          for (guint b = 0; b < layout->shapes->len; b++)
            {
              const LasnaShape *words = layout->shapes->pdata[a];
              const LasnaShape *line = layout->shapes->pdata[b];

              if (g_str_equal (words->role, "quadrant") && line->kind == LASNA_SHAPE_LINE &&
                  g_str_equal (line->role, "axis"))
                {
                  LasnaRect thick = { line->rect.x - 0.5,
                                      line->rect.y - 0.5,
                                      line->rect.width + 1,
                                      line->rect.height + 1 };

                  g_assert_false (lasna_rect_overlaps (&words->rect, &thick));
                }
              if (g_str_equal (words->role, "quadrant"))
                g_assert_false (words->text->shortened);
            }
      }
}

/* Where many answer at once, bands take the place of dots, and fit into their row. */
static void
test_replies_of_many (void)
{
  g_autoptr (LasnaChartData) data = make_data (LASNA_CHART_REPLIES, TRUE);
  g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (LASNA_LANGUAGE_EN, NULL);
  g_autoptr (LasnaLayout) few = NULL;
  g_autoptr (LasnaLayout) many = NULL;
  LasnaChartItem *first = data->items->pdata[0];

  few = lasna_chart_layout_new (data, typesetter, 720, 460);
  g_assert_cmpuint (count_role (few, "reply", 0), >, 0);
  g_assert_cmpuint (count_role (few, "replies", 0), ==, 0);
  for (guint i = 0; i < 500; i++)
    g_array_append_val (first->hours, ((double){ 5 }));
  many = lasna_chart_layout_new (data, typesetter, 720, 460);
  g_assert_cmpuint (count_role (many, "reply", 0), ==, 0);
  g_assert_cmpuint (count_role (many, "replies", 0), >, 1);
  g_assert_cmpuint (count_role (many, "reply", 1), ==, count_role (few, "reply", 1));
}

/* The best contrast with paper that a pixel of the shape has, where it stands in the picture. */
static double
measure_contrast (const LasnaLayout *layout, LasnaShape *shape, LasnaTheme theme)
{
  g_autoptr (LasnaLayout) alone = lasna_layout_new (layout->width, layout->height);
  int left = (int) floor (shape->rect.x) - 2;
  int top = (int) floor (shape->rect.y) - 2;
  int width = (int) ceil (shape->rect.width) + 5;
  int height = (int) ceil (shape->rect.height) + 5;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  LasnaColour paper = lasna_palette_get_colour (theme, LASNA_INK_PAPER);
  double best = 1;

  g_ptr_array_add (alone->shapes, shape);
  cairo_translate (cr, -left, -top);
  lasna_layout_paint (alone, cr, theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_ptr_array_steal_index (alone->shapes, 0);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *row = cairo_image_surface_get_data (surface) +
                            (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
        guint32 pixel = ((const guint32 *) (gconstpointer) row)[x];
        LasnaColour colour = { (pixel >> 16 & 0xff) / 255.0,
                               (pixel >> 8 & 0xff) / 255.0,
                               (pixel & 0xff) / 255.0 };

        best = MAX (best, lasna_colour_get_contrast (colour, paper));
      }
  cairo_surface_destroy (surface);
  return best;
}

static gboolean
is_mark (const LasnaShape *shape)
{
  return !shape->faded && shape->kind != LASNA_SHAPE_TEXT &&
         (lasna_ink_is_sign (shape->ink) || lasna_ink_is_sign (shape->fill));
}

/* A colour that is strong enough fades where a mark is thinner than a pixel or lies between two. */
static void
test_contrast (void)
{
  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    {
      g_autoptr (LasnaLayout) layout = lay_out (kind, TRUE, 463.5, 380);
      guint n = 0;

      for (guint i = 0; i < layout->shapes->len; i++)
        for (LasnaTheme theme = 0; theme < LASNA_N_THEMES && is_mark (layout->shapes->pdata[i]);
             theme++, n++)
          {
            LasnaShape *shape = layout->shapes->pdata[i];
            double contrast = measure_contrast (layout, shape, theme);

            if (contrast < 3)
              g_test_message ("%s in theme %d: %.2f", shape->role, theme, contrast);
            g_assert_cmpfloat (contrast, >=, 3);
          }
      g_assert_cmpuint (n, >, 0);
    }
}

static void
test_export (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  static const char *const names[] = { "c.pdf", "c.svg", "c.png", "c.csv" };

  for (LasnaChartKind kind = 0; kind < LASNA_N_CHARTS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autoptr (LasnaChartData) data = make_data (kind, FALSE);
        g_autofree char *path = lasna_test_folder_dup_path (folder, names[i]);

        g_assert_true (lasna_chart_export (data, path, &error));
        g_assert_no_error (error);
        check_kind_of_file (path, i);
        g_assert_cmpint (g_unlink (path), ==, 0);
      }
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
  g_test_add_func ("/chart/awakened", test_awakened);
  g_test_add_func ("/chart/awakened-alike", test_awakened_alike);
  g_test_add_func ("/chart/feelings-warm", test_feelings_warm);
  g_test_add_func ("/chart/task", test_task);
  g_test_add_func ("/chart/groups", test_groups);
  g_test_add_func ("/chart/links", test_links);
  g_test_add_func ("/chart/replies", test_replies);
  g_test_add_func ("/chart/scores", test_scores);
  g_test_add_func ("/chart/trend", test_trend);
  g_test_add_func ("/chart/trend-of-few", test_trend_of_few);
  g_test_add_func ("/chart/drivers", test_drivers);
  g_test_add_func ("/chart/drivers-alike", test_drivers_alike);
  g_test_add_func ("/chart/chosen", test_chosen);
  g_test_add_func ("/chart/equal", test_equal);
  g_test_add_func ("/chart/sizes", test_sizes);
  g_test_add_func ("/chart/csv-plain", test_csv_plain);
  g_test_add_func ("/chart/tables", test_tables);
  g_test_add_func ("/chart/names", test_names);
  g_test_add_func ("/chart/table", test_table);
  g_test_add_func ("/chart/figures-whole", test_figures_whole);
  g_test_add_func ("/chart/quarters", test_quarters);
  g_test_add_func ("/chart/replies-of-many", test_replies_of_many);
  g_test_add_func ("/chart/contrast", test_contrast);
  g_test_add_func ("/chart/export", test_export);
  g_test_add_func ("/chart/empty", test_empty);
  return g_test_run ();
}
