/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout of the one-page summary: nothing overlaps, nothing is too small or off the page, what
 * is not known is not drawn.
 */
#include "config.h"

#include "draw-content.h"
#include "lasna-error.h"
#include "lasna-summary-layout.h"

#include <math.h>
#include <string.h>

#define MM (72.0 / 25.4)

static const LasnaShape *
get_shape (const LasnaLayout *layout, guint i)
{
  return g_ptr_array_index (layout->shapes, i);
}

static void
check_size (const LasnaShape *shape)
{
  if (shape->kind != LASNA_SHAPE_TEXT)
    return;
  g_assert_cmpfloat (shape->text->size, >=, 7);
  if (g_str_equal (shape->role, "title"))
    g_assert_cmpfloat (shape->text->size, >=, 14);
  if (g_str_equal (shape->role, "mark-note"))
    g_assert_cmpfloat (shape->text->size, >=, 8);
}

/* Inside the margins of 12 mm; texts also outside the corners, where pins go. */
static void
check_place (const LasnaLayout *layout, const LasnaShape *shape)
{
  const LasnaRect *rect = &shape->rect;
  LasnaRect live = { 12 * MM, 12 * MM, layout->width - 24 * MM, layout->height - 24 * MM };
  double corner = 8 * MM;
  double slack = 0.3 * MM;

  g_assert_cmpfloat (rect->x, >=, live.x - slack);
  g_assert_cmpfloat (rect->y, >=, live.y - slack);
  g_assert_cmpfloat (rect->x + rect->width, <=, live.x + live.width + slack);
  g_assert_cmpfloat (rect->y + rect->height, <=, live.y + live.height + slack);
  if (shape->kind != LASNA_SHAPE_TEXT)
    return;
  for (guint i = 0; i < 4; i++)
    {
      LasnaRect pin = { i % 2 == 0 ? live.x : live.x + live.width - corner,
                        i < 2 ? live.y : live.y + live.height - corner,
                        corner,
                        corner };

      g_assert_false (lasna_rect_overlaps (rect, &pin));
    }
}

static void
check_column (const LasnaLayout *layout, const LasnaShape *shape, guint n)
{
  double first = 36 * MM;
  double column = (layout->width - 12 * MM - first) / n;

  if (shape->kind != LASNA_SHAPE_TEXT || shape->column < 0)
    return;
  g_assert_cmpfloat (shape->rect.x, >=, first + column * shape->column - 0.1);
  g_assert_cmpfloat (
      shape->rect.x + shape->rect.width, <=, first + column * (shape->column + 1) + 0.1);
}

/* Whether one text stands on the last line of another, after its words. */
static gboolean
goes_on (const LasnaShape *one, const LasnaShape *other)
{
  const LasnaTextBlock *text = other->text;

  return one->rect.y + 0.01 >= other->rect.y + text->height - text->pitch &&
         one->rect.x >= other->rect.x + text->last_width;
}

static void
check_overlaps (const LasnaLayout *layout)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const LasnaShape *one = get_shape (layout, i);
        const LasnaShape *other = get_shape (layout, j);

        if (one->kind != LASNA_SHAPE_TEXT || other->kind != LASNA_SHAPE_TEXT ||
            !lasna_rect_overlaps (&one->rect, &other->rect) || goes_on (one, other))
          continue;
        g_test_message (
            "%s “%s” over %s “%s”", one->role, one->text->text, other->role, other->text->text);
        g_test_fail ();
      }
}

/* What is cut ends after a word, not inside one. */
static void
check_cut (const LasnaShape *shape)
{
  g_autoptr (GString) shown = NULL;
  char *end;

  if (shape->kind != LASNA_SHAPE_TEXT || !shape->text->shortened)
    return;
  shown = g_string_new (pango_layout_get_text (shape->text->layout));
  g_string_replace (shown, "\302\255", "", 0);
  end = strstr (shown->str, "…");
  if (end == NULL || strchr (shape->text->text, ' ') == NULL)
    return;
  *end = '\0';
  g_assert_true (g_str_has_prefix (shape->text->text, shown->str));
  g_assert_false (g_unichar_isalnum (g_utf8_get_char (shape->text->text + strlen (shown->str))));
}

static void
check_page (const LasnaLayout *layout, guint n)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const LasnaShape *shape = get_shape (layout, i);

      check_size (shape);
      check_place (layout, shape);
      check_column (layout, shape, n);
      check_cut (shape);
    }
  check_overlaps (layout);
}

static LasnaLayout *
lay_out (LasnaLanguage language, guint n, gboolean rich, gboolean nps, LasnaPaper paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaSummaryContent) content = draw_content_new (language, n, rich);
  LasnaLayout *layout;

  if (nps)
    content->nps = g_strdup ("NPS® 42");
  layout = lasna_summary_layout_new (content, paper, &error);
  g_assert_no_error (error);
  return layout;
}

static void
test_pages (void)
{
  static const guint counts[] = { 1, 4, 5, 6, 8, 9 };

  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
      for (guint kind = 0; kind < 4; kind++)
        {
          g_test_message ("language %d, %u stages, kind %u", language, counts[i], kind);

          g_autoptr (LasnaLayout) layout =
              lay_out (language, counts[i], kind & 1, kind & 2, LASNA_PAPER_A4);

          g_assert_cmpfloat_with_epsilon (layout->width, 297 * MM, 1e-6);
          g_assert_cmpfloat_with_epsilon (layout->height, 210 * MM, 1e-6);
          check_page (layout, counts[i]);
        }
}

static guint
count_role (const LasnaLayout *layout, const char *role, int column)
{
  guint n = 0;

  for (guint i = 0; i < layout->shapes->len; i++)
    if (g_str_equal (get_shape (layout, i)->role, role) &&
        (column < 0 || get_shape (layout, i)->column == column))
      n++;
  return n;
}

static const LasnaShape *
find_text (const LasnaLayout *layout, const char *role, int column)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const LasnaShape *shape = get_shape (layout, i);

      if (shape->kind == LASNA_SHAPE_TEXT && g_str_equal (shape->role, role) &&
          shape->column == column)
        return shape;
    }
  return NULL;
}

/* Every stage name is on the page whole and large, at every count. */
static void
test_names (void)
{
  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    for (guint n = 1; n <= LASNA_SUMMARY_STAGES; n++)
      {
        g_autoptr (LasnaLayout) layout = lay_out (language, n, TRUE, FALSE, LASNA_PAPER_A4);

        for (guint i = 0; i < n; i++)
          {
            const LasnaShape *name = find_text (layout, "stage-name", (int) i);

            g_assert_cmpstr (name->text->text, ==, draw_content_get_stage_name (language, i));
            g_assert_false (name->text->shortened);
            g_assert_cmpfloat (name->text->size, >=, 9);
          }
      }
}

/* Zones stand where the page's measures put them. */
static void
test_zones (void)
{
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_LANGUAGE_EN, 6, TRUE, FALSE, LASNA_PAPER_A4);
  guint boxes = 0;

  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const LasnaShape *shape = get_shape (layout, i);

      if (g_str_equal (shape->role, "box"))
        {
          static const double edges[][2] = { { 12, 100 }, { 102, 193 }, { 195, 285 } };

          g_assert_cmpfloat_with_epsilon (shape->rect.x / MM, edges[boxes][0], 0.01);
          g_assert_cmpfloat_with_epsilon (
              (shape->rect.x + shape->rect.width) / MM, edges[boxes][1], 0.01);
          g_assert_cmpfloat_with_epsilon (shape->rect.y / MM, 166, 0.01);
          g_assert_cmpfloat_with_epsilon (shape->rect.height / MM, 24.7, 0.1);
          boxes++;
        }
      if (g_str_equal (shape->role, "zero"))
        g_assert_cmpfloat_with_epsilon (shape->rect.y / MM, 71, 0.01);
      if (g_str_equal (shape->role, "stage-head"))
        {
          g_assert_cmpfloat_with_epsilon (shape->rect.y / MM, 34, 0.01);
          g_assert_cmpfloat_with_epsilon (shape->rect.height / MM, 11, 0.01);
        }
    }
  g_assert_cmpuint (boxes, ==, 3);
}

static gboolean
is_one_of (const LasnaShape *shape, const char *const *roles)
{
  return g_strv_contains (roles, shape->role);
}

/* Header, body and foot begin at one left edge and end at one right edge. */
static void
test_edges (void)
{
  static const char *const first[] = { "title", "promise", NULL };
  static const char *const right[] = { "particulars", "foot", NULL };

  for (guint n = 1; n <= LASNA_SUMMARY_STAGES; n++)
    {
      g_autoptr (LasnaLayout) layout = lay_out (LASNA_LANGUAGE_EN, n, TRUE, TRUE, LASNA_PAPER_A4);
      double end = 0;
      double boxes[2] = { G_MAXDOUBLE, 0 };
      double legend = G_MAXDOUBLE;

      for (guint i = 0; i < layout->shapes->len; i++)
        {
          const LasnaShape *shape = get_shape (layout, i);
          double edge = shape->rect.x + shape->rect.width;

          if (g_str_equal (shape->role, "mark-note"))
            g_assert_false (shape->text->shortened);
          if (g_str_equal (shape->role, "row-label") || g_str_equal (shape->role, "mark-note"))
            g_assert_cmpfloat_with_epsilon (shape->rect.x / MM, 12, 0.01);
          if (is_one_of (shape, first))
            g_assert_cmpfloat_with_epsilon (shape->rect.x / MM, 36, 0.01);
          if (is_one_of (shape, right))
            g_assert_cmpfloat_with_epsilon (edge / MM, 277, 0.01);
          if (g_str_equal (shape->role, "stage-head"))
            end = MAX (end, edge);
          if (g_str_equal (shape->role, "legend"))
            legend = MIN (legend, shape->rect.x);
          if (g_str_equal (shape->role, "box"))
            {
              boxes[0] = MIN (boxes[0], shape->rect.x);
              boxes[1] = MAX (boxes[1], edge);
            }
        }
      g_assert_cmpfloat_with_epsilon (end / MM, 285, 0.01);
      g_assert_cmpfloat_with_epsilon (boxes[0] / MM, 12, 0.01);
      g_assert_cmpfloat_with_epsilon (boxes[1] / MM, 285, 0.01);
      g_assert_cmpfloat_with_epsilon (legend / MM, 20, 0.6);
    }
}

static double
get_boxes_end (const LasnaLayout *layout)
{
  double end = 0;

  for (guint i = 0; i < layout->shapes->len; i++)
    if (g_str_equal (get_shape (layout, i)->role, "box"))
      end = MAX (end, get_shape (layout, i)->rect.y + get_shape (layout, i)->rect.height);
  return end;
}

/* The note on the mark stands clear of the boxes, and is not larger than the keys below it. */
static void
test_foot (void)
{
  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    for (guint nps = 0; nps < 2; nps++)
      {
        g_autoptr (LasnaLayout) layout = lay_out (language, 6, TRUE, nps, LASNA_PAPER_A4);
        const LasnaShape *note = find_text (layout, "mark-note", -1);
        guint n_keys = 0;

        g_assert_cmpint (note != NULL, ==, nps);
        for (guint i = 0; i < layout->shapes->len; i++)
          {
            const LasnaShape *shape = get_shape (layout, i);

            if (!g_str_equal (shape->role, "legend"))
              continue;
            g_assert_cmpfloat (shape->rect.y - get_boxes_end (layout), >=, MM);
            if (shape->kind != LASNA_SHAPE_TEXT || g_utf8_strlen (shape->text->text, -1) == 1)
              continue;
            g_assert_cmpfloat (shape->text->size, >=, nps ? note->text->size : 7);
            n_keys++;
          }
        g_assert_cmpuint (n_keys, ==, 18);
        if (nps)
          g_assert_cmpfloat (note->rect.y - get_boxes_end (layout), >=, MM);
      }
}

/* A name keeps away from the badge beside it. */
static void
test_badges (void)
{
  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    for (guint n = 1; n < 7; n++)
      {
        g_autoptr (LasnaLayout) layout = lay_out (language, n, TRUE, FALSE, LASNA_PAPER_A4);

        for (guint i = 0; i < layout->shapes->len; i++)
          {
            const LasnaShape *badge = get_shape (layout, i);
            const LasnaShape *name = find_text (layout, "stage-name", badge->column);

            if (g_str_equal (badge->role, "badge") && badge->rect.x > name->rect.x)
              g_assert_cmpfloat (badge->rect.x - name->rect.x - name->rect.width, >=, 1.5 * MM);
          }
      }
}

/* The lack of feeling is named, not shown as a bare ring and a number. */
static void
test_no_feeling (void)
{
  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LasnaSummaryContent) content = draw_content_new (language, 6, TRUE);
      LasnaSummaryStage *stage = g_ptr_array_index (content->stages, 1);
      g_autoptr (LasnaLayout) layout = NULL;
      guint n = 0;

      stage->n_no_feeling = 21;
      layout = lasna_summary_layout_new (content, LASNA_PAPER_A4, &error);
      g_assert_no_error (error);
      check_page (layout, 6);
      for (guint i = 0; i < layout->shapes->len; i++)
        {
          const LasnaShape *shape = get_shape (layout, i);

          if (shape->kind != LASNA_SHAPE_TEXT || !g_str_equal (shape->role, "felt"))
            continue;
          g_assert_cmpuint (
              strspn (shape->text->text, "0123456789 "), <, strlen (shape->text->text));
          n++;
        }
      g_assert_cmpuint (n, >, 6);
    }
}

/* A quotation that is cut ends in a whole word, three dots and its quotation mark. */
static void
test_cut_voice (void)
{
  g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (LASNA_LANGUAGE_EN, NULL);
  const LasnaTextStyle style = { .size = 8, .max_lines = 2 };
  g_autoptr (LasnaTextBlock) text = lasna_typesetter_set (
      typesetter, "“We booked the cabin by the lake, because of knees.”", &style, 80);

  g_assert_true (text->shortened);
  g_assert_cmpstr (pango_layout_get_text (text->layout), ==, "“We booked the cabin by the lake…”");
}

/* Two bars may stand for different numbers of answers. */
static void
test_answers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaSummaryContent) content = draw_content_new (LASNA_LANGUAGE_EN, 6, TRUE);
  LasnaSummaryStage *stage = g_ptr_array_index (content->stages, 1);
  g_autoptr (LasnaLayout) layout = NULL;

  stage->n_task = 40;
  layout = lasna_summary_layout_new (content, LASNA_PAPER_A4, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (find_text (layout, "n", 1)->text->text, ==, "n 40–47");
}

/* No data is drawn as no data, and few answers give only their number. */
static void
test_no_data (void)
{
  g_autoptr (LasnaLayout) sparse = lay_out (LASNA_LANGUAGE_EN, 6, FALSE, FALSE, LASNA_PAPER_A4);
  g_autoptr (LasnaLayout) rich = lay_out (LASNA_LANGUAGE_EN, 6, TRUE, FALSE, LASNA_PAPER_A4);

  g_assert_cmpuint (count_role (sparse, "bar", -1), ==, 0);
  g_assert_cmpuint (count_role (sparse, "entry", -1), ==, 0);
  g_assert_cmpstr (find_text (sparse, "felt", 0)->text->text, ==, "Not asked yet");

  /* The third stage has two voices. */
  g_assert_cmpuint (count_role (rich, "bar", 2), ==, 0);
  g_assert_cmpuint (count_role (rich, "entry", 2), ==, 0);
  g_assert_cmpuint (count_role (rich, "hatch", 2), ==, 0);
  g_assert_cmpstr (find_text (rich, "felt", 2)->text->text, ==, "Too few answers to show");
  g_assert_cmpstr (find_text (rich, "voice", 2)->text->text, ==, "Too few answers to show");
  g_assert_cmpstr (find_text (rich, "voice", 5)->text->text, ==, "No words yet");
  g_assert_cmpstr (find_text (rich, "n", 2)->text->text, ==, "n 2");
  g_assert_cmpuint (count_role (rich, "bar", 1), ==, 2);
  g_assert_cmpuint (count_role (rich, "entry", 1), ==, 47);

  /* A stage without touchpoints is forest with what we think of it. */
  g_assert_cmpuint (count_role (rich, "forest-words", 5), ==, 1);
  g_assert_cmpuint (count_role (rich, "tree", 5), >, 5);
}

static void
test_destroying_first (void)
{
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_LANGUAGE_EN, 6, TRUE, FALSE, LASNA_PAPER_A4);

  g_assert_cmpstr (find_text (layout, "felt", 1)->text->text, ==, "14 Hurried");
  g_assert_cmpuint (count_role (layout, "hatch", 1), ==, 1);
}

static void
test_too_many (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaSummaryContent) many = draw_content_new (LASNA_LANGUAGE_EN, 10, TRUE);
  g_autoptr (LasnaSummaryContent) none = draw_content_new (LASNA_LANGUAGE_EN, 0, TRUE);

  g_assert_null (lasna_summary_layout_new (many, LASNA_PAPER_A4, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "Choose the stages"));
  g_clear_error (&error);
  g_assert_null (lasna_summary_layout_new (none, LASNA_PAPER_A4, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
}

/* What is cut is listed with its place and its whole text. */
static void
test_shortenings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaSummaryContent) content = draw_content_new (LASNA_LANGUAGE_EN, 6, TRUE);
  LasnaSummaryStage *stage = g_ptr_array_index (content->stages, 1);
  guint found = 0;

  for (guint i = 0; i < 20; i++)
    lasna_summary_stage_add_touchpoint (stage, "D", "One more place where we meet our guests");
  g_free (stage->voice);
  stage->voice = g_strnfill (400, 'm');

  g_autoptr (LasnaLayout) layout = lasna_summary_layout_new (content, LASNA_PAPER_A4, &error);

  g_assert_no_error (error);
  check_page (layout, 6);
  g_assert_cmpuint (count_role (layout, "touchpoint-more", 1), ==, 1);
  for (guint i = 0; i < layout->shortenings->len; i++)
    {
      const LasnaShortening *shortening = g_ptr_array_index (layout->shortenings, i);

      g_assert_nonnull (shortening->place);
      if (g_str_equal (shortening->role, "voice") && shortening->column == 1)
        found++;
    }
  g_assert_cmpuint (found, ==, 1);
}

static void
assert_whole (const LasnaLayout *layout, const char *role)
{
  for (guint i = 0; i < layout->shortenings->len; i++)
    g_assert_cmpstr (
        ((const LasnaShortening *) g_ptr_array_index (layout->shortenings, i))->role, !=, role);
  for (guint i = 0; i < layout->shapes->len; i++)
    if (get_shape (layout, i)->kind == LASNA_SHAPE_TEXT &&
        g_str_equal (get_shape (layout, i)->role, role))
      g_assert_false (get_shape (layout, i)->text->shortened);
}

static LasnaLayout *
lay_out_content (LasnaSummaryContent *content, guint n)
{
  g_autoptr (GError) error = NULL;
  LasnaLayout *layout = lasna_summary_layout_new (content, LASNA_PAPER_A4, &error);

  g_assert_no_error (error);
  check_page (layout, n);
  return layout;
}

/* A long voice takes the room that what was read between the lines leaves. */
static void
test_long_voice (void)
{
  for (guint read = 0; read < 2; read++)
    {
      g_autoptr (LasnaSummaryContent) content = draw_content_new (LASNA_LANGUAGE_FI, 6, TRUE);
      LasnaSummaryStage *stage = g_ptr_array_index (content->stages, 0);

      g_free (stage->voice);
      stage->voice = g_strdup ("Kuva rantasaunasta: kuulin hiljaisuuden, ja silloin tiesin, että "
                               "tänne lähdetään, vaikka siskoni olisi halunnut Kanarialle.");
      if (read == 0)
        g_clear_pointer (&stage->between_lines, g_free);

      g_autoptr (LasnaLayout) layout = lay_out_content (content, 6);

      g_assert_false (find_text (layout, "voice", 0)->text->shortened);
      assert_whole (layout, "between-lines");
    }
}

/* Five touchpoints of two lines stand closer together before one of them is cut. */
static void
test_full_column (void)
{
  g_autoptr (LasnaSummaryContent) content = draw_content_new (LASNA_LANGUAGE_FI, 6, TRUE);
  LasnaSummaryStage *stage = g_ptr_array_index (content->stages, 0);

  g_ptr_array_set_size (stage->touchpoints, 0);
  for (guint i = 0; i < 5; i++)
    lasna_summary_stage_add_touchpoint (stage, "D", "Sopiva tarjous tai muistutus vieraille");

  g_autoptr (LasnaLayout) layout = lay_out_content (content, 6);

  g_assert_cmpint (find_text (layout, "touchpoint", 0)->text->n_lines, ==, 2);
  for (guint i = 0; i < layout->shortenings->len; i++)
    {
      const LasnaShortening *shortening = g_ptr_array_index (layout->shortenings, i);

      g_assert_false (shortening->column == 0 && g_str_equal (shortening->role, "touchpoint"));
    }
}

/* Also in narrow columns few answers are told in whole words. */
static void
test_narrow (void)
{
  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    {
      g_autoptr (LasnaSummaryContent) content = draw_content_new (language, 9, FALSE);

      for (guint i = 0; i < 9; i++)
        ((LasnaSummaryStage *) g_ptr_array_index (content->stages, i))->n = 3;

      g_autoptr (LasnaLayout) layout = lay_out_content (content, 9);

      assert_whole (layout, "bar-value");
    }
}

/* Very long names get what room there is around them. */
static void
test_long_names (void)
{
  g_autoptr (LasnaSummaryContent) content = draw_content_new (LASNA_LANGUAGE_FI, 9, FALSE);
  LasnaSummaryStage *stage = g_ptr_array_index (content->stages, 4);

  g_free (stage->path->title);
  stage->path->title = g_strdup ("Matkan jälkeinen palautekeskustelu");

  g_autoptr (LasnaLayout) layout = lay_out_content (content, 9);

  assert_whole (layout, "stage-name");
}

/* Where all names are long, they are set smaller rather than cut. */
static void
test_longest_names (void)
{
  static const char *const names[LASNA_N_LANGUAGES] = {
    [LASNA_LANGUAGE_EN] = "Reconsidering the subscription together after half a year",
    [LASNA_LANGUAGE_FI] = "Osallistujien valmistautuminen ennen yhteistä lähtöpäivää",
    [LASNA_LANGUAGE_SV] = "Avtalsförhandlingar med inköpsorganisationens jurister",
  };

  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    for (guint n = 7; n <= LASNA_SUMMARY_STAGES; n++)
      {
        g_autoptr (LasnaSummaryContent) content = draw_content_new (language, n, FALSE);

        for (guint i = 0; i < n; i++)
          {
            LasnaSummaryStage *stage = g_ptr_array_index (content->stages, i);

            g_free (stage->path->title);
            stage->path->title = g_strdup (names[language]);
          }

        g_autoptr (LasnaLayout) layout = lay_out_content (content, n);

        assert_whole (layout, "stage-name");
      }
}

/* A long thing to do takes two lines beside its person and date. */
static void
test_long_action (void)
{
  for (guint low = 0; low < 2; low++)
    {
      g_autoptr (LasnaSummaryContent) content = draw_content_new (LASNA_LANGUAGE_SV, 6, TRUE);
      LasnaSummaryAction *action = g_ptr_array_index (content->actions, 1);

      if (low)
        content->nps = g_strdup ("NPS® 42");
      g_free (action->title);
      action->title = g_strdup ("Fråga om stugan en gång till på ankomstdagen, också när allting "
                                "ser klart ut");

      g_autoptr (LasnaLayout) layout = lay_out_content (content, 6);

      assert_whole (layout, "action");
    }
}

static void
test_papers (void)
{
  g_autoptr (LasnaLayout) large = lay_out (LASNA_LANGUAGE_FI, 9, TRUE, TRUE, LASNA_PAPER_A3);
  g_autoptr (LasnaLayout) letter = lay_out (LASNA_LANGUAGE_FI, 9, TRUE, TRUE, LASNA_PAPER_LETTER);
  LasnaPaper paper;

  g_assert_cmpfloat_with_epsilon (large->width, 420 * MM, 0.1 * MM);
  g_assert_cmpfloat_with_epsilon (large->height, 297 * MM, 0.1 * MM);
  g_assert_cmpfloat_with_epsilon (letter->width, 11 * 72, 0.01);
  g_assert_cmpfloat_with_epsilon (letter->height, 8.5 * 72, 0.01);
  check_page (letter, 9);
  g_assert_true (lasna_paper_from_name ("A3", &paper));
  g_assert_cmpint (paper, ==, LASNA_PAPER_A3);
  g_assert_false (lasna_paper_from_name ("b5", &paper));
}

/* No two signs of the legend look alike: they differ in shape, or in the letter inside. */
static void
test_legend (void)
{
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_LANGUAGE_EN, 4, TRUE, FALSE, LASNA_PAPER_A4);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i + 1 < layout->shapes->len; i++)
    {
      const LasnaShape *sign = get_shape (layout, i);
      const LasnaShape *next = get_shape (layout, i + 1);
      const char *letter = next->kind == LASNA_SHAPE_TEXT ? next->text->text : "";

      if (sign->kind == LASNA_SHAPE_SYMBOL && g_str_equal (sign->role, "legend"))
        g_assert_true (g_hash_table_add (
            seen,
            g_strdup_printf (
                "%d %s", sign->symbol, g_utf8_strlen (letter, -1) == 1 ? letter : "")));
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 6);
}

static gboolean
has_key (const LasnaLayout *layout, const char *words)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const LasnaShape *shape = get_shape (layout, i);

      if (shape->kind == LASNA_SHAPE_TEXT && g_str_equal (shape->role, "legend") &&
          g_str_equal (shape->text->text, words))
        return TRUE;
    }
  return FALSE;
}

/* Initials stand in brackets, so that they are not read as the letter of a mode, and are explained
 * where there are any.
 */
static void
test_initials (void)
{
  for (guint named = 0; named < 2; named++)
    {
      g_autoptr (LasnaSummaryContent) content = draw_content_new (LASNA_LANGUAGE_EN, 4, FALSE);
      LasnaSummaryStage *stage = g_ptr_array_index (content->stages, 0);
      LasnaSummaryTouchpoint *touchpoint =
          lasna_summary_stage_add_touchpoint (stage, "V", "A call");
      const LasnaShape *shape;

      g_ptr_array_remove_range (stage->touchpoints, 0, stage->touchpoints->len - 1);
      touchpoint->channel = g_strdup ("Phone");
      touchpoint->owner = named ? g_strdup ("V") : NULL;

      g_autoptr (LasnaLayout) layout = lay_out_content (content, 4);

      shape = find_text (layout, "touchpoint", 0);
      g_assert_cmpint (g_str_has_suffix (shape->text->text, "(V)"), ==, named);
      g_assert_cmpint (has_key (layout, "(AB) in charge"), ==, named);
    }
}

/* Pointing at a stage name finds it, also where the page is enlarged. */
static void
test_regions (void)
{
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_LANGUAGE_SV, 6, TRUE, FALSE, LASNA_PAPER_A3);
  const LasnaRegion *region =
      lasna_layout_find_region (layout, 60 * MM * G_SQRT2, 40 * MM * G_SQRT2);

  g_assert_cmpstr (region->role, ==, "stage-name");
  g_assert_cmpstr (region->sentence, ==, "Utforskandet");
  g_assert_null (lasna_layout_find_region (layout, 1, 1));
  for (guint i = 0; i < layout->regions->len; i++)
    {
      region = g_ptr_array_index (layout->regions, i);
      g_assert_cmpuint (strlen (region->sentence), >, 0);
    }
  g_assert_nonnull (strstr (layout->description, "Köpet."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/pages", test_pages);
  g_test_add_func ("/summary/names", test_names);
  g_test_add_func ("/summary/zones", test_zones);
  g_test_add_func ("/summary/edges", test_edges);
  g_test_add_func ("/summary/foot", test_foot);
  g_test_add_func ("/summary/badges", test_badges);
  g_test_add_func ("/summary/no-feeling", test_no_feeling);
  g_test_add_func ("/summary/cut-voice", test_cut_voice);
  g_test_add_func ("/summary/answers", test_answers);
  g_test_add_func ("/summary/no-data", test_no_data);
  g_test_add_func ("/summary/destroying-first", test_destroying_first);
  g_test_add_func ("/summary/too-many", test_too_many);
  g_test_add_func ("/summary/shortenings", test_shortenings);
  g_test_add_func ("/summary/long-voice", test_long_voice);
  g_test_add_func ("/summary/full-column", test_full_column);
  g_test_add_func ("/summary/narrow", test_narrow);
  g_test_add_func ("/summary/long-names", test_long_names);
  g_test_add_func ("/summary/longest-names", test_longest_names);
  g_test_add_func ("/summary/long-action", test_long_action);
  g_test_add_func ("/summary/papers", test_papers);
  g_test_add_func ("/summary/legend", test_legend);
  g_test_add_func ("/summary/initials", test_initials);
  g_test_add_func ("/summary/regions", test_regions);
  return g_test_run ();
}
