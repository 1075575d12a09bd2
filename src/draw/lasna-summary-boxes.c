/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The three boxes at the lower end of the summary.
 */
#include "config.h"

#include "lasna-summary-private.h"

#include "lasna-catalogue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define INSET (2 * MM)
#define HEAD (5 * MM)
#define LOW (24 * MM) /* boxes below this are tightly set */
#define LOW_HEAD (4.4 * MM)
#define MOST_PROBLEMS 2
#define MOST_ACTIONS 3
#define TICK (3.5 * MM)
#define TICK_START (5 * MM) /* room for the tick box */
#define WHO_END (45 * MM)   /* the person and the date, at most */

static const char *
get_label (const Page *page, const char *set, const char *term)
{
  return lasna_catalogue_get_label (lasna_catalogue_get_default (), set, term, page->language);
}

/* Outlines a box and writes its heading; returns what is left for its words. */
static LasnaRect
add_box (Page *page, const char *heading, LasnaRect box)
{
  const LasnaTextStyle style = { .size = 8.5, .smallest = SMALLEST, .weight = 700 };
  LasnaShape *shape = lasna_layout_add_box (page->layout, "box", -1, box, LASNA_INK_NONE);

  shape->line = HAIR;
  shape->radius = 1.5 * MM;
  shape->ink = LASNA_INK_QUIET;
  lasna_layout_set_text (
      page->layout,
      page->typesetter,
      "box-heading",
      -1,
      heading,
      &style,
      (LasnaRect){
          box.x + INSET, box.y + (box.height < LOW ? 0.6 : 1.1) * MM, box.width - 2 * INSET, 0 },
      LASNA_INK_ACCENT);

  double head = box.height < LOW ? LOW_HEAD : HEAD + 0.1 * MM;

  return (LasnaRect){
    box.x + INSET, box.y + head, box.width - 2 * INSET, box.height - head - 0.5 * MM
  };
}

static LasnaShape *
add_line (Page *page,
          const char *role,
          const char *label,
          const char *text,
          const LasnaTextStyle *style,
          LasnaRect box,
          LasnaInk ink)
{
  LasnaShape *shape =
      lasna_layout_set_text (page->layout, page->typesetter, role, -1, text, style, box, ink);

  if (shape->text->shortened)
    lasna_page_note_shortening (page, role, -1, label, text);
  lasna_layout_add_region (page->layout, role, -1, shape->rect, g_strdup (text));
  return shape;
}

/* The signs of the states; not checked is an open ring, never a cross. */
static void
add_promise_sign (Page *page, LasnaPromiseState state, double x, double y)
{
  static const struct
  {
    LasnaSymbol symbol;
    LasnaInk ink;
  } signs[] = {
    [LASNA_PROMISE_NOT_CHECKED] = { LASNA_SYMBOL_RING, LASNA_INK_NO_FEELING },
    [LASNA_PROMISE_IN_LINE] = { LASNA_SYMBOL_DISC, LASNA_INK_ADVOCACY },
    [LASNA_PROMISE_PARTLY] = { LASNA_SYMBOL_HALF_DISC, LASNA_INK_ATTENTION },
    [LASNA_PROMISE_CONTRADICTS] = { LASNA_SYMBOL_CROSS, LASNA_INK_DESTROYING },
  };

  lasna_layout_add_symbol (page->layout,
                           "promise-state",
                           -1,
                           signs[state].symbol,
                           (LasnaPoint){ x, y },
                           2.4 * MM,
                           signs[state].ink);
}

void
lasna_page_add_promises (Page *page, LasnaRect box)
{
  const LasnaSummaryContent *content = page->content;
  const LasnaTextStyle style = { .size = 7.5, .smallest = SMALLEST };
  const LasnaTextStyle small = { .size = SMALLEST, .align = LASNA_ALIGN_MIDDLE };
  const LasnaTextStyle calm = { .size = BODY, .smallest = SMALLEST, .max_lines = 3 };
  const char *heading = lasna_page_say (page, N_ ("Pictures, words, deeds"));
  static const char *const modes[] = { "promise.pictures", "promise.words", "promise.deeds" };
  LasnaRect inner = add_box (page, heading, box);
  double cell = 13.5 * MM;
  double row = 3.35 * MM;
  guint rows = (guint) (inner.height / row);

  if (content->promises->len == 0)
    {
      g_autofree char *words =
          content->n_checked > 0
              ? g_strdup_printf (
                    lasna_page_say (page,
                                    N_ ("In line at all checked touchpoints (checked %u of %u).")),
                    content->n_checked,
                    content->n_touchpoints)
              : g_strdup (lasna_page_say (page, N_ ("No touchpoint has been checked yet.")));

      add_line (page, "promise-box", heading, words, &calm, inner, LASNA_INK_QUIET);
      return;
    }
  for (guint i = 0; i < LASNA_N_PROMISE_MODES; i++)
    lasna_layout_set_text (
        page->layout,
        page->typesetter,
        "promise-mode",
        -1,
        get_label (page, "promise-mode", modes[i]),
        &small,
        (LasnaRect){
            inner.x + inner.width - cell * (LASNA_N_PROMISE_MODES - i), box.y + 1.6 * MM, cell, 0 },
        LASNA_INK_QUIET);
  for (guint i = 0; i < content->promises->len && i < MIN (rows, 6); i++)
    {
      const LasnaSummaryPromise *promise = g_ptr_array_index (content->promises, i);
      double y = inner.y + row * i;

      add_line (page,
                "promise-box",
                heading,
                promise->touchpoint,
                &style,
                (LasnaRect){ inner.x, y, inner.width - 3 * cell - MM, 0 },
                LASNA_INK_TEXT);
      for (guint j = 0; j < LASNA_N_PROMISE_MODES; j++)
        add_promise_sign (page,
                          promise->states[j],
                          inner.x + inner.width - cell * (LASNA_N_PROMISE_MODES - j - 0.5),
                          y + 1.55 * MM);
    }
  for (guint i = MIN (rows, 6); i < content->promises->len; i++)
    {
      const LasnaSummaryPromise *promise = g_ptr_array_index (content->promises, i);

      lasna_page_note_shortening (page, "promise-box", -1, heading, promise->touchpoint);
    }
}

static char *
dup_help (Page *page, const LasnaSummaryProblem *problem)
{
  GString *out = g_string_new (problem->who);

  if (problem->channel != NULL)
    g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", problem->channel);
  if (problem->mandate != NULL)
    {
      g_string_append (out, out->len > 0 ? " · " : "");
      /* Translators: what may be promised to the customer without asking anybody. */
      g_string_append_printf (out, lasna_page_say (page, N_ ("At once: %s")), problem->mandate);
    }
  return g_string_free (out, FALSE);
}

/* The texts of one plan at one set of sizes. */
typedef struct
{
  LasnaTextBlock *title;
  LasnaTextBlock *help;
  LasnaTextBlock *words;
} Plan;

typedef struct
{
  double title;
  double help;
  double words;
  int help_lines;
  int lines; /* of the first words */
} PlanStyle;

static void
plan_clear (Plan *plan)
{
  g_clear_pointer (&plan->title, lasna_text_block_free);
  g_clear_pointer (&plan->help, lasna_text_block_free);
  g_clear_pointer (&plan->words, lasna_text_block_free);
}

static Plan
set_plan (Page *page, const LasnaSummaryProblem *problem, const PlanStyle *sizes, double width)
{
  const LasnaTextStyle title = { .size = sizes->title, .smallest = SMALLEST, .weight = 700 };
  const LasnaTextStyle help = { .size = sizes->help, .max_lines = sizes->help_lines };
  const LasnaTextStyle words = { .size = sizes->words, .max_lines = sizes->lines, .italic = TRUE };
  g_autofree char *how = dup_help (page, problem);
  g_autofree char *quoted = problem->first_words != NULL
                                ? lasna_page_dup_quoted (page, problem->first_words)
                                : g_strdup ("");

  return (Plan){
    lasna_typesetter_set (page->typesetter, problem->title, &title, width),
    lasna_typesetter_set (page->typesetter, how, &help, width),
    lasna_typesetter_set (page->typesetter, quoted, &words, width),
  };
}

static double
add_plan_line (
    Page *page, const char *heading, LasnaTextBlock **text, double x, double y, LasnaInk ink)
{
  double height = (*text)->height;

  if ((*text)->shortened)
    lasna_page_note_shortening (page, "problem", -1, heading, (*text)->text);
  if (height > 0)
    {
      LasnaShape *shape = lasna_layout_add_text (page->layout, "problem", -1, *text, x, y, ink);

      lasna_layout_add_region (page->layout, "problem", -1, shape->rect, g_strdup ((*text)->text));
      *text = NULL;
    }
  return height;
}

static gboolean
is_whole (const Plan *plan)
{
  return !plan->title->shortened && !plan->help->shortened && !plan->words->shortened;
}

/* Sets the plans in one style; returns their height, and how many of them are whole. */
static double
set_plans (Page *page, const PlanStyle *style, double width, Plan *plans, guint n, guint *n_whole)
{
  double height = 0;

  *n_whole = 0;
  for (guint i = 0; i < n; i++)
    {
      plan_clear (&plans[i]);
      plans[i] = set_plan (page, g_ptr_array_index (page->content->problems, i), style, width);
      height += plans[i].title->height + plans[i].help->height + plans[i].words->height;
      *n_whole += is_whole (&plans[i]);
    }
  return height;
}

/* The largest sizes at which both plans fit whole; else those that cut the fewest. */
static double
choose_plans (Page *page, LasnaRect inner, Plan *plans, guint n)
{
  static const PlanStyle styles[] = {
    { 8, 7.5, 7.5, 2, 3 }, { 8, 7.5, 7, 2, 2 }, { 7.5, 7, 7, 2, 2 }, { 7, 7, 7, 2, 2 },
    { 7, 7, 7, 1, 2 },     { 7, 7, 7, 2, 1 },   { 7, 7, 7, 1, 1 },
  };
  guint best = G_N_ELEMENTS (styles) - 1;
  guint most = 0;
  guint n_whole;

  for (guint i = 0; i < G_N_ELEMENTS (styles) && most < n; i++)
    if (set_plans (page, &styles[i], inner.width, plans, n, &n_whole) <= inner.height + 0.1 &&
        n_whole > most)
      {
        best = i;
        most = n_whole;
      }
  return set_plans (page, &styles[best], inner.width, plans, n, &n_whole);
}

void
lasna_page_add_problems (Page *page, LasnaRect box)
{
  const char *heading = lasna_page_say (page, N_ ("When something goes wrong"));
  LasnaRect inner = add_box (page, heading, box);
  guint n = MIN (page->content->problems->len, MOST_PROBLEMS);
  Plan plans[MOST_PROBLEMS] = { { NULL } };

  if (n == 0)
    {
      const LasnaTextStyle calm = { .size = BODY, .smallest = SMALLEST, .max_lines = 2 };

      add_line (page,
                "problem",
                heading,
                lasna_page_say (page, N_ ("No plan for a bad day yet.")),
                &calm,
                inner,
                LASNA_INK_QUIET);
      return;
    }

  double height = choose_plans (page, inner, plans, n);
  double gap = n > 1 ? CLAMP ((inner.height - height) / (n - 1), 0, 1.5 * MM) : 0;
  double y = inner.y;

  for (guint i = 0; i < n; i++)
    {
      y += add_plan_line (page, heading, &plans[i].title, inner.x, y, LASNA_INK_TEXT);
      y += add_plan_line (page, heading, &plans[i].help, inner.x, y, LASNA_INK_TEXT);
      y += add_plan_line (page, heading, &plans[i].words, inner.x, y, LASNA_INK_QUIET) + gap;
      plan_clear (&plans[i]);
    }
}

static void
add_tick_box (Page *page, double x, double y)
{
  LasnaShape *tick = lasna_layout_add_box (
      page->layout, "tick-box", -1, (LasnaRect){ x, y + 0.2 * MM, TICK, TICK }, LASNA_INK_PAPER);

  tick->line = RULE;
  tick->ink = LASNA_INK_TEXT;
  tick->radius = 0.5 * MM;
}

/* Where nothing is agreed, there is room to write it by hand. */
static void
add_blank_actions (Page *page, const char *heading, LasnaRect box, LasnaRect inner)
{
  const LasnaTextStyle end = { .size = SMALLEST, .align = LASNA_ALIGN_END };
  double share = inner.height / MOST_ACTIONS;

  add_line (page,
            "action",
            heading,
            lasna_page_say (page, N_ ("Nothing has been agreed yet.")),
            &end,
            (LasnaRect){ inner.x + inner.width * 0.4, box.y + 1.4 * MM, inner.width * 0.6, 0 },
            LASNA_INK_QUIET);
  for (guint i = 0; i < MOST_ACTIONS; i++)
    {
      double y = inner.y + share * i;

      add_tick_box (page, inner.x, y);
      lasna_layout_add_rule (page->layout,
                             "rule",
                             (LasnaPoint){ inner.x + TICK_START, y + 3.6 * MM },
                             (LasnaPoint){ inner.x + inner.width, y + 3.6 * MM },
                             LASNA_INK_HAIRLINE,
                             HAIR);
    }
}

/* What stands at the end of the first line of an action. */
static LasnaTextBlock *
set_who (Page *page, const LasnaSummaryAction *action)
{
  const LasnaTextStyle style = { .size = 7.5 };
  g_autofree char *words = g_strjoin (action->owner != NULL && action->due != NULL ? " · " : "",
                                      action->owner != NULL ? action->owner : "",
                                      action->due != NULL ? action->due : "",
                                      NULL);

  return lasna_typesetter_set (page->typesetter, words, &style, WHO_END);
}

static LasnaTextBlock *
set_action (Page *page, guint index, double size, double width, double share)
{
  const LasnaTextStyle style = { .size = size,
                                 .max_lines = MAX (1, (int) (share / (size * LASNA_LINE_PITCH))),
                                 .weight = 600 };
  const LasnaSummaryAction *action = g_ptr_array_index (page->content->actions, index);
  g_autoptr (LasnaTextBlock) who = set_who (page, action);
  double end = who->width > 0 ? who->width + 2 * MM : 0;

  return lasna_typesetter_set (page->typesetter, action->title, &style, width - end);
}

/* One size for all, the largest at which each finds room beside its person and date. */
static double
choose_action_size (Page *page, guint n, double width, double share)
{
  for (double size = 9; size > SMALLEST; size -= 0.5)
    {
      gboolean fit = TRUE;

      for (guint i = 0; i < n && fit; i++)
        {
          g_autoptr (LasnaTextBlock) title = set_action (page, i, size, width, share);

          fit = !title->shortened;
        }
      if (fit)
        return size;
    }
  return SMALLEST;
}

void
lasna_page_add_actions (Page *page, LasnaRect box)
{
  const char *heading = lasna_page_say (page, N_ ("Next three things"));
  LasnaRect inner = add_box (page, heading, box);
  guint n = MIN (page->content->actions->len, MOST_ACTIONS);
  double share = inner.height / MOST_ACTIONS;
  double width = inner.width - TICK_START;
  double size = choose_action_size (page, n, width, share);

  if (n == 0)
    add_blank_actions (page, heading, box, inner);
  for (guint i = 0; i < n; i++)
    {
      const LasnaSummaryAction *action = g_ptr_array_index (page->content->actions, i);
      LasnaTextBlock *who = set_who (page, action);
      LasnaTextBlock *title = set_action (page, i, size, width, share);
      double y = inner.y + share * i;
      LasnaShape *shape;

      add_tick_box (page, inner.x, y);
      if (title->n_lines < 2)
        y += (TICK - title->height) / 2 + 0.2 * MM;
      if (title->shortened)
        lasna_page_note_shortening (page, "action", -1, heading, action->title);
      shape = lasna_layout_add_text (
          page->layout, "action", -1, title, inner.x + TICK_START, y, LASNA_INK_TEXT);
      lasna_layout_add_region (page->layout, "action", -1, shape->rect, g_strdup (action->title));
      lasna_layout_add_text (page->layout,
                             "action",
                             -1,
                             who,
                             inner.x + inner.width - who->width,
                             y + LASNA_BASELINE * (size - who->size),
                             LASNA_INK_QUIET);
    }
}
