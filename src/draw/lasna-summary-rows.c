/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the summary: goals, path, touchpoints, feedback, voices. Each row has one
 * size of text, the largest at which every column fits.
 */
#include "config.h"

#include "lasna-summary-private.h"

#include "lasna-summary-touchpoints.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SIZE_STEP 0.5
#define READ_PITCH (SMALLEST * LASNA_LINE_PITCH) /* of what is set smallest */

double
lasna_page_get_text_width (const Page *page)
{
  return page->column - 2 * PAD;
}

double
lasna_page_get_text_x (const Page *page, guint column)
{
  return lasna_page_get_x (page, column) + PAD;
}

#define GOALS (9.2 * MM)

/* The lowest height at which all goals stand; where one is cut, the height is negative. */
static double
measure_goals (Page *page, const LasnaTextStyle *style)
{
  double height = 0;

  for (guint i = 0; i < page->n; i++)
    {
      g_autoptr (LasnaTextBlock) text = lasna_typesetter_set (page->typesetter,
                                                              lasna_page_get_stage (page, i)->goal,
                                                              style,
                                                              lasna_page_get_text_width (page));

      if (text->shortened)
        return -1;
      height = MAX (height, text->height);
    }
  return height;
}

/* The largest size at which none is cut: in two lines, else in as many as there is room for.
 * Returns the height they take.
 */
static double
choose_goals (Page *page, LasnaTextStyle *style)
{
  for (int lines = 2; lines < 4; lines++)
    for (style->size = BODY; style->size >= SMALLEST; style->size -= SIZE_STEP)
      {
        double height;

        style->max_lines = MIN (lines, (int) (GOALS / (style->size * LASNA_LINE_PITCH)));
        height = measure_goals (page, style);
        if (height >= 0)
          return height;
      }
  style->size = SMALLEST;
  return GOALS;
}

void
lasna_page_add_goals (Page *page, double y)
{
  LasnaTextStyle style = { .italic = TRUE };
  const char *label = lasna_page_say (page, N_ ("The customer's goal"));
  double height = choose_goals (page, &style);

  for (guint i = 0; i < page->n; i++)
    {
      const char *goal = lasna_page_get_stage (page, i)->goal;
      LasnaRect box = { lasna_page_get_text_x (page, i),
                        y + (10 * MM - height) / 2,
                        lasna_page_get_text_width (page),
                        0 };
      LasnaShape *shape;

      if (goal == NULL)
        continue;
      shape = lasna_layout_set_text (
          page->layout, page->typesetter, "goal", (int) i, goal, &style, box, LASNA_INK_TEXT);
      if (shape->text->shortened)
        lasna_page_note_shortening (page, "goal", (int) i, label, goal);
      lasna_layout_add_region (page->layout, "goal", (int) i, shape->rect, g_strdup (goal));
    }
  lasna_page_add_label (page, label, y + 1.8 * MM);
}

/* What the lines of the band mean, beside them rather than in a legend far away. */
static void
add_path_key (Page *page, double y)
{
  const LasnaTextStyle style = { .size = SMALLEST };
  const LasnaTextStyle end = { .size = SMALLEST, .align = LASNA_ALIGN_END };
  const struct
  {
    const char *words;
    LasnaInk ink;
    LasnaDash dash;
    double line;
  } keys[] = {
    { lasna_page_say (page, N_ ("wanted")), LASNA_INK_WANTED, LASNA_DASH_SOLID, 0.35 },
    { lasna_page_say (page, N_ ("felt")), LASNA_INK_FELT, LASNA_DASH_SOLID, 0.7 },
    { lasna_page_say (page, N_ ("believed")), LASNA_INK_BELIEVED, LASNA_DASH_DOTTED, 0.35 },
    { lasna_page_say (page, N_ ("out of sight")), LASNA_INK_FELT, LASNA_DASH_HIDDEN, 0.4 },
    { lasna_page_say (page, N_ ("not known")), LASNA_INK_NO_FEELING, LASNA_DASH_SOLID, 0.25 },
    { lasna_page_say (page, N_ ("each answer")), LASNA_INK_NO_FEELING, LASNA_DASH_DOTTED, 0.62 },
  };
  const struct
  {
    const char *words;
    double y;
  } ends[] = {
    { lasna_page_say (page, N_ ("warm")), 4 },
    { lasna_page_say (page, N_ ("cold")), 28.4 },
  };
  double at = y + 6.6 * MM;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++, at += 3.3 * MM)
    {
      double middle = at + 1.6 * MM;
      LasnaShape *line = lasna_layout_add_rule (page->layout,
                                                "key",
                                                (LasnaPoint){ page->left, middle },
                                                (LasnaPoint){ page->left + 4 * MM, middle },
                                                keys[i].ink,
                                                keys[i].line * MM);
      LasnaSymbol symbol = keys[i].dash == LASNA_DASH_HIDDEN ? LASNA_SYMBOL_NONE
                                                             : lasna_ink_get_symbol (keys[i].ink);

      line->dash = keys[i].dash;
      if (keys[i].ink == LASNA_INK_WANTED || keys[i].ink == LASNA_INK_BELIEVED)
        lasna_layout_add_symbol (page->layout,
                                 "key",
                                 -1,
                                 symbol,
                                 (LasnaPoint){ page->left + 1.1 * MM, middle },
                                 2.1 * MM,
                                 keys[i].ink)
            ->fill = LASNA_INK_PAPER;
      lasna_layout_set_text (page->layout,
                             page->typesetter,
                             "key",
                             -1,
                             keys[i].words,
                             &style,
                             (LasnaRect){ page->left + 4.7 * MM, at, 19.2 * MM, 0 },
                             LASNA_INK_QUIET);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    lasna_layout_set_text (
        page->layout,
        page->typesetter,
        "key",
        -1,
        ends[i].words,
        &end,
        (LasnaRect){ page->first - 14 * MM, y + ends[i].y * MM - 1.4 * MM, 12.6 * MM, 0 },
        LASNA_INK_QUIET);
}

void
lasna_page_add_path (Page *page, double y)
{
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  const LasnaPathFrame frame = {
    .area = { page->first, y, page->right - page->first, 32 * MM },
    .mm = MM,
    .text_size = SMALLEST,
  };

  for (guint i = 0; i < page->n; i++)
    g_ptr_array_add (stages, lasna_page_get_stage (page, i)->path);
  lasna_path_band_add (page->layout, page->typesetter, stages, &frame);
  lasna_page_add_label (page, lasna_page_say (page, N_ ("Path")), y + 2.6 * MM);
  add_path_key (page, y);
}

void
lasna_page_add_touchpoints (Page *page, double y, double height)
{
  lasna_summary_touchpoints_add (page, y, height);
  lasna_page_add_label (page, lasna_page_say (page, N_ ("Touchpoints")), y + MM);
}

static void
add_bar (Page *page, guint column, double x, double y, double width, double value, LasnaInk ink)
{
  const LasnaTextStyle style = { .size = SMALLEST };
  double height = 1.7 * MM;
  LasnaShape *track = lasna_layout_add_box (
      page->layout, "track", (int) column, (LasnaRect){ x, y, width, height }, LASNA_INK_PAPER);
  g_autofree char *number = lasna_words_number (page->language, value, 0);

  track->line = HAIR;
  track->ink = LASNA_INK_QUIET;
  if (isnan (value))
    track->dash = LASNA_DASH_DOTTED;
  else
    lasna_layout_add_box (page->layout,
                          "bar",
                          (int) column,
                          (LasnaRect){ x, y, width * CLAMP (value, 0, 100) / 100, height },
                          ink);
  lasna_layout_set_text (page->layout,
                         page->typesetter,
                         "bar-value",
                         (int) column,
                         number,
                         &style,
                         (LasnaRect){ x + width + MM, y - 0.55 * MM, 6 * MM, 0 },
                         LASNA_INK_TEXT);
}

static void
add_moments (Page *page, guint column, double right, double y)
{
  const LasnaSummaryStage *stage = lasna_page_get_stage (page, column);
  double step = 2.7 * MM;

  for (guint i = 0; i < LASNA_N_MOMENTS; i++)
    lasna_layout_add_symbol (
        page->layout,
        "moment",
        (int) column,
        stage->moments[i] > 0 ? LASNA_SYMBOL_SQUARE : LASNA_SYMBOL_OPEN_SQUARE,
        (LasnaPoint){ right - step * (LASNA_N_MOMENTS - 1 - i) - step / 2, y + 0.9 * MM },
        2.3 * MM,
        LASNA_INK_BELIEVED);
}

/* How many answers the bars stand for: from the fewer to the more, where they differ. */
static char *
dup_answers (Page *page, const LasnaSummaryStage *stage, gboolean task, gboolean feeling)
{
  guint felt = stage->path->n_felt;
  guint fewer = task && feeling ? MIN (stage->n_task, felt) : task ? stage->n_task : felt;
  guint more = task && feeling ? MAX (stage->n_task, felt) : fewer;

  if (!task && !feeling)
    fewer = more = stage->n;
  if (fewer == more)
    /* Translators: %u is the number of answers. */
    return g_strdup_printf (lasna_page_say (page, N_ ("n %u")), more);
  /* Translators: the numbers of answers of two bars, the smaller first. */
  return g_strdup_printf (lasna_page_say (page, N_ ("n %u–%u")), fewer, more);
}

static void
add_figures (Page *page, guint column, double y)
{
  const LasnaSummaryStage *stage = lasna_page_get_stage (page, column);
  const LasnaTextStyle end = { .size = SMALLEST, .align = LASNA_ALIGN_END };
  const LasnaTextStyle quiet = { .size = SMALLEST, .max_lines = 2 };
  double x = lasna_page_get_text_x (page, column);
  double right = x + lasna_page_get_text_width (page);
  double bar = CLAMP (lasna_page_get_text_width (page) - 17.2 * MM, 8 * MM, 20 * MM);
  gboolean task = stage->n_task >= LASNA_SMALL_N;
  gboolean feeling = stage->path->n_felt >= LASNA_SMALL_N;
  g_autofree char *n = dup_answers (page, stage, task, feeling);

  if (task || feeling)
    {
      add_bar (page, column, x, y + 0.5 * MM, bar, task ? stage->task : NAN, LASNA_INK_BELIEVED);
      add_bar (page, column, x, y + 3.4 * MM, bar, feeling ? stage->feeling : NAN, LASNA_INK_FELT);
    }
  else
    {
      LasnaRect box = { x, y - 0.1 * MM, lasna_page_get_text_width (page) - 9 * MM, 0 };
      const char *silence = lasna_page_get_silence (page, stage->n);
      g_autoptr (LasnaTextBlock) text =
          lasna_typesetter_set (page->typesetter, silence, &quiet, box.width);

      if (text->shortened)
        silence = lasna_page_say (page, N_ ("Too few answers"));
      lasna_layout_set_text (page->layout,
                             page->typesetter,
                             "bar-value",
                             (int) column,
                             silence,
                             &quiet,
                             box,
                             LASNA_INK_QUIET);
    }
  lasna_layout_set_text (page->layout,
                         page->typesetter,
                         "n",
                         (int) column,
                         n,
                         &end,
                         (LasnaRect){ right - 12.2 * MM, y - 0.1 * MM, 12 * MM, 0 },
                         LASNA_INK_TEXT);
  add_moments (page, column, right, y + 3.4 * MM);
}

static char *
dup_figures_sentence (Page *page, const LasnaSummaryStage *stage)
{
  g_autofree char *count = lasna_words_count (page->language, stage->n);
  g_autofree char *n = g_strdup_printf (
      lasna_words_plural (page->language, "%s voice", "%s voices", stage->n), count);

  /* Translators: a question, how many voices there are, and their count at contact, after the
   * service and when something went wrong.
   */
  return g_strdup_printf (
      lasna_page_say (page, N_ ("%s %s: at contact %u, after the service %u, when wrong %u.")),
      stage->question != NULL ? stage->question : "",
      n,
      stage->moments[0],
      stage->moments[1],
      stage->moments[2]);
}

#define FIGURES (6 * MM) /* below the question */
#define QUESTION_TOP (0.6 * MM)

static const char *
get_question (Page *page, guint column)
{
  const char *question = lasna_page_get_stage (page, column)->question;

  return question != NULL ? question : lasna_page_say (page, N_ ("No question yet"));
}

/* How high the row would have to be for every question to stand there whole. */
double
lasna_page_get_questions_need (Page *page)
{
  const LasnaTextStyle style = { .size = SMALLEST, .max_lines = G_MAXINT };
  double need = 0;

  for (guint i = 0; i < page->n; i++)
    {
      g_autoptr (LasnaTextBlock) text = lasna_typesetter_set (
          page->typesetter, get_question (page, i), &style, lasna_page_get_text_width (page));

      need = MAX (need, QUESTION_TOP + text->height + 0.7 * MM + FIGURES);
    }
  return need;
}

void
lasna_page_add_feedback (Page *page, double y, double height)
{
  const double figures = height - FIGURES;
  const LasnaTextStyle style = { .size = SMALLEST,
                                 .max_lines = (int) ((figures - QUESTION_TOP) / READ_PITCH) };
  const char *label = lasna_page_say (page, N_ ("Question"));
  double width = lasna_page_get_text_width (page);

  for (guint i = 0; i < page->n; i++)
    {
      const LasnaSummaryStage *stage = lasna_page_get_stage (page, i);
      gboolean asked = stage->question != NULL;
      LasnaShape *shape = lasna_layout_set_text (
          page->layout,
          page->typesetter,
          "question",
          (int) i,
          get_question (page, i),
          &style,
          (LasnaRect){ lasna_page_get_text_x (page, i), y + QUESTION_TOP, width, 0 },
          asked ? LASNA_INK_TEXT : LASNA_INK_QUIET);

      if (shape->text->shortened)
        lasna_page_note_shortening (page, "question", (int) i, label, stage->question);
      add_figures (page, i, y + figures);
      lasna_layout_add_region (page->layout,
                               "feedback",
                               (int) i,
                               (LasnaRect){ lasna_page_get_x (page, i), y, page->column, height },
                               dup_figures_sentence (page, stage));
    }

  const LasnaTextStyle key = { .size = SMALLEST };
  const char *const bars[] = { lasna_page_say (page, N_ ("Task")),
                               lasna_page_say (page, N_ ("Feeling")) };

  lasna_page_add_label (page, label, y + 0.8 * MM);
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    lasna_layout_set_text (
        page->layout,
        page->typesetter,
        "key",
        -1,
        bars[i],
        &key,
        (LasnaRect){ page->left, y + figures + (2.9 * i - 0.1) * MM, 22 * MM, 0 },
        LASNA_INK_QUIET);
}

/* What was read between the lines stands apart from what was said: smaller, slanted, with an eye.
 */
#define EYE (3.2 * MM)
#define WORDS_GAP (0.6 * MM)
#define WORDS_TOP (0.9 * MM)

static LasnaTextBlock *
set_read (Page *page, guint column, int lines)
{
  const LasnaTextStyle style = { .size = SMALLEST, .max_lines = lines, .italic = TRUE };

  return lasna_typesetter_set (page->typesetter,
                               lasna_page_get_stage (page, column)->between_lines,
                               &style,
                               lasna_page_get_text_width (page) - EYE);
}

static LasnaTextBlock *
set_voice (Page *page, guint column, double size, int lines)
{
  const LasnaTextStyle style = { .size = size, .max_lines = lines };
  g_autofree char *quoted =
      lasna_page_dup_quoted (page, lasna_page_get_stage (page, column)->voice);

  return lasna_typesetter_set (page->typesetter, quoted, &style, lasna_page_get_text_width (page));
}

/* What the words of a column take at one size when nothing of them is cut. */
static double
get_words_need (Page *page, guint column, double size)
{
  const LasnaSummaryStage *stage = lasna_page_get_stage (page, column);
  double need = WORDS_TOP;

  if (stage->voice != NULL)
    {
      g_autoptr (LasnaTextBlock) voice = set_voice (page, column, size, G_MAXINT);

      need += voice->height;
    }
  if (stage->between_lines != NULL)
    {
      g_autoptr (LasnaTextBlock) read = set_read (page, column, G_MAXINT);

      need += WORDS_GAP + read->height;
    }
  return need;
}

static double
get_row_need (Page *page, double size)
{
  double need = 0;

  for (guint i = 0; i < page->n; i++)
    need = MAX (need, get_words_need (page, i, size));
  return need;
}

/* How high the row would have to be for the longest voice, in the smallest size. */
double
lasna_page_get_voices_need (Page *page)
{
  return get_row_need (page, SMALLEST);
}

/* Words of a few are held back, which is not the same as none. */
static void
add_no_words (Page *page, guint column, double y)
{
  const LasnaTextStyle quiet = { .size = BODY, .smallest = SMALLEST, .max_lines = 2 };
  guint n = lasna_page_get_stage (page, column)->n;

  lasna_layout_set_text (
      page->layout,
      page->typesetter,
      "voice",
      (int) column,
      n > 0 && lasna_is_small (n) ? lasna_page_get_silence (page, n)
                                  : lasna_page_say (page, N_ ("No words yet")),
      &quiet,
      (LasnaRect){ lasna_page_get_text_x (page, column), y, lasna_page_get_text_width (page), 0 },
      LASNA_INK_QUIET);
}

static void
place_words (Page *page,
             guint column,
             const char *role,
             const char *label,
             const char *whole,
             LasnaTextBlock *text,
             LasnaPoint at,
             LasnaInk ink)
{
  LasnaShape *shape =
      lasna_layout_add_text (page->layout, role, (int) column, text, at.x, at.y, ink);

  if (text->shortened)
    lasna_page_note_shortening (page, role, (int) column, label, whole);
  lasna_layout_add_region (page->layout, role, (int) column, shape->rect, g_strdup (whole));
}

/* Where not all finds room, two lines are kept for what was read between the lines; the rest is the
 * voice's.
 */
static void
add_words (Page *page, guint column, const char *label, double size, double y, double height)
{
  const LasnaSummaryStage *stage = lasna_page_get_stage (page, column);
  double x = lasna_page_get_text_x (page, column);
  double room = height - WORDS_TOP;
  double pitch = size * LASNA_LINE_PITCH;
  double kept = 0;

  y += WORDS_TOP;
  if (stage->between_lines != NULL)
    {
      g_autoptr (LasnaTextBlock) read = set_read (page, column, G_MAXINT);

      kept = WORDS_GAP + READ_PITCH * MIN (read->n_lines, 2);
    }
  if (stage->voice == NULL)
    {
      add_no_words (page, column, y);
      y += 2 * BODY * LASNA_LINE_PITCH;
      room -= 2 * BODY * LASNA_LINE_PITCH;
    }
  else
    {
      LasnaTextBlock *voice =
          set_voice (page, column, size, MAX (1, (int) ((room - kept + 0.1) / pitch)));

      y += voice->height;
      room -= voice->height;
      place_words (page,
                   column,
                   "voice",
                   label,
                   stage->voice,
                   voice,
                   (LasnaPoint){ x, y - voice->height },
                   LASNA_INK_TEXT);
    }
  if (stage->between_lines == NULL)
    return;

  LasnaTextBlock *read =
      set_read (page, column, MAX (1, (int) ((room - WORDS_GAP + 0.1) / READ_PITCH)));

  y += WORDS_GAP;
  lasna_layout_add_symbol (page->layout,
                           "between-lines",
                           (int) column,
                           LASNA_SYMBOL_EYE,
                           (LasnaPoint){ x + 1.2 * MM, y + 1.45 * MM },
                           2.5 * MM,
                           LASNA_INK_QUIET);
  place_words (page,
               column,
               "between-lines",
               lasna_page_say (page, N_ ("Between the lines")),
               stage->between_lines,
               read,
               (LasnaPoint){ x + EYE, y },
               LASNA_INK_QUIET);
}

/* All voices in one size, the largest at which each finds room. */
void
lasna_page_add_voices (Page *page, double y, double height)
{
  const char *label = lasna_page_say (page, N_ ("In their words"));
  double size = BODY;

  while (size > SMALLEST && get_row_need (page, size) > height + 0.1)
    size -= SIZE_STEP;
  for (guint i = 0; i < page->n; i++)
    add_words (page, i, label, size, y, height);
  lasna_page_add_label (page, label, y + 1.1 * MM);
}
