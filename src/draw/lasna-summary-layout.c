/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page: its paper, its header, the heads of the stages, and the order of the zones. Measures
 * are those of A4 lying; other papers take the same page, larger or a little narrower and higher.
 */
#include "config.h"

#include "lasna-summary-private.h"

#include "lasna-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MARGIN (12 * MM)
#define GUTTER (24 * MM) /* where the rows are named */
#define HEADS (34 * MM)  /* where the stages begin, and the header ends at the latest */
#define FEELINGS (15 * MM)
#define QUESTIONS (13 * MM)
#define VOICES (19 * MM)
#define FOOT (6 * MM)
#define BOXES_GAP (1.3 * MM) /* below them */
#define CROWDED 7            /* from this many stages on, columns are narrow */

/* Width and height of the page as laid out, in mm, and what it is enlarged by. */
static const struct
{
  const char *name;
  double width;
  double height;
  double scale;
} papers[LASNA_N_PAPERS] = {
  [LASNA_PAPER_A4] = { "a4", 297, 210, 1 },
  [LASNA_PAPER_A3] = { "a3", 297, 210, G_SQRT2 },
  [LASNA_PAPER_LETTER] = { "letter", 279.4, 215.9, 1 },
};

/**
 * lasna_paper_from_name:
 *
 * Returns: whether @name is a paper of ours: a4, a3 or letter
 */
gboolean
lasna_paper_from_name (const char *name, LasnaPaper *paper)
{
  for (guint i = 0; i < LASNA_N_PAPERS; i++)
    {
      if (g_ascii_strcasecmp (papers[i].name, name) == 0)
        {
          *paper = i;
          return TRUE;
        }
    }
  return FALSE;
}

double
lasna_page_get_x (const Page *page, guint column)
{
  return page->first + page->column * column;
}

const LasnaSummaryStage *
lasna_page_get_stage (const Page *page, guint column)
{
  return g_ptr_array_index (page->content->stages, column);
}

const char *
lasna_page_say (const Page *page, const char *msgid)
{
  return lasna_words (page->language, msgid);
}

/* Quotation marks as the language writes them; those the writer has put are not doubled. */
char *
lasna_page_dup_quoted (const Page *page, const char *text)
{
  const char *marks = "\"“”„»«";
  g_autofree char *bare = g_strstrip (g_strdup (text));

  if (*bare != '\0' && g_utf8_strchr (marks, -1, g_utf8_get_char (bare)) != NULL)
    return g_steal_pointer (&bare);
  return g_strconcat (page->language == LASNA_LANGUAGE_EN ? "“" : "”", bare, "”", NULL);
}

/* Remembers a text that did not fit, with the place a person knows it by. */
void
lasna_page_note_shortening (
    Page *page, const char *role, int column, const char *label, const char *whole)
{
  g_autofree char *place = NULL;

  if (column >= 0)
    place =
        g_strdup_printf ("%s: %s", lasna_page_get_stage (page, (guint) column)->path->title, label);
  lasna_layout_add_shortening (page->layout, role, column, place != NULL ? place : label, whole);
}

/* The name of a row, in the gutter. */
void
lasna_page_add_label (Page *page, const char *label, double y)
{
  const LasnaTextStyle style = { .size = 7.5, .smallest = SMALLEST, .max_lines = 2, .weight = 700 };

  lasna_layout_set_text (page->layout,
                         page->typesetter,
                         "row-label",
                         -1,
                         label,
                         &style,
                         (LasnaRect){ page->left, y, GUTTER - 1.5 * MM, 0 },
                         LASNA_INK_QUIET);
}

/* Returns the lower edge of what it wrote. A long title takes two lines before it is cut. */
static double
add_title (Page *page, double y)
{
  const LasnaTextStyle one = { .size = 18, .smallest = 14, .weight = 700 };
  const LasnaTextStyle two = { .size = 14, .max_lines = 2, .weight = 700 };
  const LasnaTextStyle promise = { .size = 10.5, .smallest = 9, .max_lines = 2, .italic = TRUE };
  const char *title = page->content->title;
  double end = page->left + (page->right - page->left) * 2 / 3 - 4 * MM;
  LasnaRect box = { page->first, y, end - page->first, 0 };
  LasnaTextBlock *text = lasna_typesetter_set (page->typesetter, title, &one, box.width);
  LasnaShape *shape;

  if (text->shortened)
    {
      lasna_text_block_free (text);
      text = lasna_typesetter_set (page->typesetter, title, &two, box.width);
    }
  shape = lasna_layout_add_text (page->layout, "title", -1, text, box.x, box.y, LASNA_INK_TEXT);
  if (text->shortened)
    lasna_page_note_shortening (page, "title", -1, lasna_page_say (page, N_ ("Title")), title);
  lasna_layout_add_region (page->layout, "title", -1, shape->rect, g_strdup (title));
  box.y += MAX (9.2 * MM, text->height + 0.6 * MM);
  if (page->content->promise == NULL)
    return box.y;

  g_autofree char *quoted = lasna_page_dup_quoted (page, page->content->promise);

  shape = lasna_layout_set_text (
      page->layout, page->typesetter, "promise", -1, quoted, &promise, box, LASNA_INK_TEXT);
  if (shape->text->shortened)
    lasna_page_note_shortening (page, "promise", -1, lasna_page_say (page, N_ ("Promise")), quoted);
  lasna_layout_add_region (page->layout, "promise", -1, shape->rect, g_strdup (quoted));
  return box.y + shape->text->height;
}

static char *
join (const char *separator, const char *const *parts, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (parts[i] == NULL || *parts[i] == '\0')
        continue;
      if (out->len > 0)
        g_string_append (out, separator);
      g_string_append (out, parts[i]);
    }
  return g_string_free (out, FALSE);
}

/* Returns the lower edge of what it wrote. */
static double
add_particulars (Page *page, double y)
{
  const LasnaSummaryContent *content = page->content;
  const LasnaTextStyle style = { .size = BODY, .smallest = SMALLEST, .align = LASNA_ALIGN_END };
  double width = (page->right - page->left) / 3 - LASNA_PAGE_PIN;
  LasnaRect box = { page->right - LASNA_PAGE_PIN - width, y, width, 0 };
  g_autofree char *count = lasna_words_count (page->language, content->n);
  g_autofree char *whose = NULL;
  g_autofree char *n = NULL;
  g_autofree char *version = NULL;
  g_autofree char *reviewed = NULL;

  if (content->whose != NULL)
    /* Translators: %s is a person's role, such as "the buyer". */
    whose = g_strdup_printf (lasna_page_say (page, N_ ("Journey of: %s")), content->whose);
  if (content->n > 0)
    n = g_strdup_printf (lasna_words_plural (page->language, "%s voice", "%s voices", content->n),
                         count);
  if (content->version != NULL)
    version = g_strdup_printf (lasna_page_say (page, N_ ("Version %s")), content->version);
  if (content->reviewed != NULL)
    /* Translators: %s is a date. */
    reviewed = g_strdup_printf (lasna_page_say (page, N_ ("reviewed %s")), content->reviewed);

  const char *const lines[4][3] = {
    { content->service, content->segment },
    { whose },
    { n != NULL ? content->period : NULL,
      n != NULL ? n : lasna_page_say (page, N_ ("No feedback yet")),
      content->nps },
    { version, reviewed, content->author },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = join (" · ", lines[i], G_N_ELEMENTS (lines[i]));

      if (*line == '\0')
        continue;

      LasnaShape *shape = lasna_layout_set_text (page->layout,
                                                 page->typesetter,
                                                 "particulars",
                                                 -1,
                                                 line,
                                                 &style,
                                                 box,
                                                 i == 0 ? LASNA_INK_TEXT : LASNA_INK_QUIET);

      if (shape->text->shortened)
        lasna_page_note_shortening (
            page, "particulars", -1, lasna_page_say (page, N_ ("Header")), line);
      box.y += 3.3 * MM;
    }
  return box.y;
}

/* A chevron, its point reaching into the next head. */
static void
add_head_ground (Page *page, guint index, double y, double height)
{
  double x = lasna_page_get_x (page, index);
  double end = x + page->column - (index + 1 < page->n ? 0.6 * MM : 0);
  double point = (page->n >= CROWDED ? 1.2 : 1.8) * MM;
  LasnaPoint corners[] = {
    { x, y },
    { end - point, y },
    { end, y + height / 2 },
    { end - point, y + height },
    { x, y + height },
    { x + (index > 0 ? point : 0), y + height / 2 },
  };
  LasnaShape *shape = lasna_layout_add_line (page->layout,
                                             "stage-head",
                                             (int) index,
                                             corners,
                                             G_N_ELEMENTS (corners),
                                             LASNA_INK_HAIRLINE,
                                             HAIR);

  shape->closed = TRUE;
  shape->fill = LASNA_INK_TINT;
}

static void
add_number (Page *page, guint index, double x, double y, double size)
{
  const LasnaTextStyle style = { .size = size / MM < 5 ? 8.5 : 10,
                                 .weight = 700,
                                 .align = LASNA_ALIGN_MIDDLE };
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  LasnaTextBlock *text = lasna_typesetter_set (page->typesetter, number, &style, size);

  lasna_layout_add_symbol (page->layout,
                           "number",
                           (int) index,
                           LASNA_SYMBOL_DISC,
                           (LasnaPoint){ x + size / 2, y + size / 2 },
                           size / 0.88,
                           LASNA_INK_ACCENT);
  lasna_layout_add_text (page->layout,
                         "number",
                         (int) index,
                         text,
                         x,
                         y + (size - text->height) / 2 + 0.03 * text->size,
                         LASNA_INK_PAPER);
}

static void
add_badge (Page *page, guint index, double x, double y, double size)
{
  const LasnaTextStyle style = { .size = 7, .weight = 600, .align = LASNA_ALIGN_MIDDLE };
  int situation = lasna_page_get_stage (page, index)->situation;

  if (situation < 1)
    return;

  g_autofree char *number = g_strdup_printf ("%d", situation);
  LasnaTextBlock *text = lasna_typesetter_set (page->typesetter, number, &style, size);
  LasnaShape *box = lasna_layout_add_box (
      page->layout, "badge", (int) index, (LasnaRect){ x, y, size, size }, LASNA_INK_PAPER);

  box->ink = LASNA_INK_QUIET;
  box->line = HAIR;
  box->radius = 0.8 * MM;
  lasna_layout_add_text (page->layout,
                         "badge",
                         (int) index,
                         text,
                         x,
                         y + (size - text->height) / 2 + 0.03 * text->size,
                         LASNA_INK_QUIET);
}

static gboolean
all_names_fit (Page *page, const LasnaTextStyle *style, double width, gboolean whole)
{
  for (guint i = 0; i < page->n; i++)
    {
      g_autoptr (LasnaTextBlock) text = lasna_typesetter_set (
          page->typesetter, lasna_page_get_stage (page, i)->path->title, style, width);

      if (text->shortened || (whole && text->parted))
        return FALSE;
    }
  return TRUE;
}

/* All names in one size, the largest at which they need two lines, better without parting words; at
 * the smallest, three.
 */
static double
choose_name_size (Page *page, double width, int *max_lines)
{
  *max_lines = 2;
  for (guint parted = 0; parted < 2; parted++)
    for (double size = 10; size >= 9; size -= 0.5)
      {
        const LasnaTextStyle style = { .size = size, .max_lines = 2, .weight = 700 };

        if (all_names_fit (page, &style, width, !parted))
          return size;
      }
  *max_lines = 3;
  return 9;
}

#define BADGE (3.6 * MM)

typedef struct
{
  gboolean stacked; /* number above badge */
  double inset;
  double disc;
  double start; /* of the name */
  double width;
  LasnaTextStyle style;
} Heads;

/* Names that fit nowhere else are set smaller, and at last in four lines, before any of them is
 * cut.
 */
static void
shrink_names (Page *page, Heads *heads)
{
  static const struct
  {
    double size;
    int lines;
  } sizes[] = { { 8.5, 3 }, { 8, 3 }, { 7.5, 3 }, { SMALLEST, 3 }, { SMALLEST, 4 } };

  for (guint i = 0;
       i < G_N_ELEMENTS (sizes) && !all_names_fit (page, &heads->style, heads->width, FALSE);
       i++)
    {
      heads->style.size = sizes[i].size;
      heads->style.max_lines = sizes[i].lines;
    }
}

/* Names that would need three lines get the room of the badge, and those that would need more some
 * of the room around it.
 */
static Heads
choose_heads (Page *page)
{
  static const struct
  {
    gboolean stacked;
    double disc;
    double inset;
    double gap;
    double end; /* after the name */
  } measures[] = { { FALSE, 6, 2.4, 1.2, 8.4 },
                   { TRUE, 4.2, 1.8, 0.7, 1.6 },
                   { TRUE, 3.6, 1.2, 0.6, 1.4 } };
  Heads heads = { 0 };

  for (guint i = page->n >= CROWDED; i < G_N_ELEMENTS (measures); i++)
    {
      gboolean last = i + 1 == G_N_ELEMENTS (measures);

      heads = (Heads){
        .stacked = measures[i].stacked,
        .inset = measures[i].inset * MM,
        .disc = measures[i].disc * MM,
        .start = (measures[i].inset + measures[i].disc + measures[i].gap) * MM,
        .style = { .weight = 700 },
      };
      heads.width = page->column - heads.start - measures[i].end * MM;
      heads.style.size = choose_name_size (page, heads.width, &heads.style.max_lines);
      if (heads.style.max_lines < 3 ||
          (!last && heads.stacked && all_names_fit (page, &heads.style, heads.width, FALSE)))
        break;
    }
  shrink_names (page, &heads);
  return heads;
}

static void
add_heads (Page *page, double y, double height)
{
  Heads heads = choose_heads (page);
  double missing = MAX (0, heads.style.max_lines * heads.style.size * LASNA_LINE_PITCH - height);

  y -= missing;
  height += missing;
  for (guint i = 0; i < page->n; i++)
    {
      const LasnaSummaryStage *stage = lasna_page_get_stage (page, i);
      double x = lasna_page_get_x (page, i);
      LasnaTextBlock *text =
          lasna_typesetter_set (page->typesetter, stage->path->title, &heads.style, heads.width);
      gboolean stacked = heads.stacked && stage->situation > 0;
      double top = stacked ? y + (height - heads.disc - BADGE - 0.5 * MM) / 2
                           : y + (height - heads.disc) / 2;

      add_head_ground (page, i, y, height);
      add_number (page, i, x + heads.inset, top, heads.disc);
      if (stacked)
        add_badge (page,
                   i,
                   x + heads.inset + (heads.disc - BADGE) / 2,
                   top + heads.disc + 0.5 * MM,
                   BADGE);
      else
        add_badge (page, i, x + page->column - BADGE - 3 * MM, y + (height - BADGE) / 2, BADGE);
      lasna_layout_add_text (page->layout,
                             "stage-name",
                             (int) i,
                             text,
                             x + heads.start,
                             y + (height - text->height) / 2,
                             LASNA_INK_TEXT);
      if (text->shortened)
        lasna_page_note_shortening (
            page, "stage-name", (int) i, lasna_page_say (page, N_ ("Stage")), stage->path->title);
      lasna_layout_add_region (page->layout,
                               "stage-name",
                               (int) i,
                               (LasnaRect){ x, y, page->column, height },
                               g_strdup (stage->path->title));
    }
  lasna_page_add_label (page, lasna_page_say (page, N_ ("Stages")), y + 2.6 * MM);
}

/* Hair lines part the rows, and the columns where words stand in them. */
static void
add_rules (Page *page, const double *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    lasna_layout_add_rule (page->layout,
                           "rule",
                           (LasnaPoint){ page->left, rows[i] },
                           (LasnaPoint){ page->right, rows[i] },
                           LASNA_INK_HAIRLINE,
                           HAIR);
  for (guint i = 1; i < page->n; i++)
    {
      double x = lasna_page_get_x (page, i);

      lasna_layout_add_rule (page->layout,
                             "rule",
                             (LasnaPoint){ x, rows[0] + MM },
                             (LasnaPoint){ x, rows[n - 1] - MM },
                             LASNA_INK_HAIRLINE,
                             HAIR);
    }
}

/* What the zones get out of a header that needs less than its own. */
typedef struct
{
  double boxes; /* moved up, above a larger foot */
  double feelings;
  double questions;
  double voices;
} Lift;

static double
take (double *spare, double wanted)
{
  double taken = CLAMP (wanted, 0, *spare);

  *spare -= taken;
  return taken;
}

/* First the boxes keep their height above the note on a mark; then rows get room for what would
 * else be jammed or cut.
 */
static Lift
choose_lift (Page *page, double header_end)
{
  double spare = MAX (0, HEADS - header_end - 2.5 * MM);
  double question = lasna_page_get_questions_need (page) - QUESTIONS;
  Lift lift = { 0 };

  if (page->content->nps != NULL)
    lift.boxes = take (&spare, lasna_page_get_foot_height (page) + BOXES_GAP - FOOT);
  lift.feelings = take (&spare, lasna_page_get_feelings_need (page) - FEELINGS);
  if (question <= spare)
    lift.questions = take (&spare, question);
  lift.voices = take (&spare, lasna_page_get_voices_need (page) - VOICES);
  return lift;
}

static void
add_zones (Page *page)
{
  double title_end = add_title (page, 12 * MM);
  double header_end = MAX (title_end, add_particulars (page, 12 * MM));
  Lift lift = choose_lift (page, header_end);
  double extra = page->taller;
  double heads = HEADS - lift.boxes - lift.feelings - lift.questions - lift.voices;
  double touchpoints = heads + 53 * MM;
  double feelings = touchpoints + 30 * MM + extra;
  double questions = feelings + FEELINGS + lift.feelings;
  double voices = questions + QUESTIONS + lift.questions;
  double voices_end = voices + VOICES + lift.voices;
  double rows[] = { touchpoints, feelings, questions, voices, voices_end };
  double foot = page->bottom - lasna_page_get_foot_height (page);
  double scale = (page->right - page->left) / (273 * MM);
  double top = voices_end + 2 * MM;
  double height = foot - BOXES_GAP - top;
  LasnaRect promises = { page->left, top, 88 * MM * scale, height };
  LasnaRect problems = { page->left + 90 * MM * scale, top, 91 * MM * scale, height };
  LasnaRect actions = { page->left + 183 * MM * scale, top, 90 * MM * scale, height };

  add_rules (page, rows, G_N_ELEMENTS (rows));
  add_heads (page, heads, 11 * MM);
  lasna_page_add_goals (page, heads + 11 * MM);
  lasna_page_add_path (page, heads + 21 * MM);
  lasna_page_add_touchpoints (page, touchpoints, 30 * MM + extra);
  lasna_page_add_feelings (page, feelings, questions - feelings);
  lasna_page_add_feedback (page, questions, voices - questions);
  lasna_page_add_voices (page, voices, voices_end - voices);
  lasna_page_add_promises (page, promises);
  lasna_page_add_problems (page, problems);
  lasna_page_add_actions (page, actions);
  lasna_page_add_foot (page, foot);
}

static char *
describe (const LasnaSummaryContent *content)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < content->stages->len; i++)
    {
      const LasnaSummaryStage *stage = g_ptr_array_index (content->stages, i);
      g_autofree char *sentence = lasna_path_stage_dup_sentence (stage->path, content->language);

      g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  return g_string_free (out, FALSE);
}

/* Enlarges everything, for papers that take the A4 page whole. */
static void
set_scale (LasnaLayout *layout, double scale)
{
  layout->scale = scale;
  layout->width *= scale;
  layout->height *= scale;
}

/**
 * lasna_summary_layout_new:
 *
 * Lays @content out on one page. What did not fit is in the layout's list of shortenings.
 *
 * Returns: (transfer full): the page, in points; NULL with LASNA_ERROR_RULE where there is no stage
 *   or more than a page can carry
 */
LasnaLayout *
lasna_summary_layout_new (const LasnaSummaryContent *content, LasnaPaper paper, GError **error)
{
  g_return_val_if_fail (paper < LASNA_N_PAPERS, NULL);

  if (content->stages->len == 0)
    {
      g_set_error_literal (
          error,
          LASNA_ERROR,
          LASNA_ERROR_RULE,
          _ ("This journey has no stages yet. Add one, and the page can be made."));
      return NULL;
    }
  if (content->stages->len > LASNA_SUMMARY_STAGES)
    {
      /* Translators: the first %u is the number of stages, the second what a page can carry. */
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_RULE,
                   _ ("This journey has %u stages, and one page has room for %u. "
                      "Choose the stages to print."),
                   content->stages->len,
                   LASNA_SUMMARY_STAGES);
      return NULL;
    }

  g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (content->language, NULL);
  LasnaLayout *layout = lasna_layout_new (papers[paper].width * MM, papers[paper].height * MM);
  Page page = {
    .layout = layout,
    .typesetter = typesetter,
    .content = content,
    .language = content->language,
    .n = content->stages->len,
    .left = MARGIN,
    .right = papers[paper].width * MM - MARGIN,
    .first = MARGIN + GUTTER,
    .bottom = papers[paper].height * MM - MARGIN,
    .taller = (papers[paper].height - 210) * MM,
  };

  page.column = (page.right - page.first) / page.n;
  layout->title = g_strdup (content->title);
  layout->author = g_strdup (content->author);
  layout->description = describe (content);
  add_zones (&page);
  set_scale (layout, papers[paper].scale);
  return layout;
}
