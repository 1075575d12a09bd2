/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of feelings: the one that is wanted, outlined, and those that were felt, each with its
 * sign.
 */
#include "config.h"

#include "lasna-summary-private.h"

#include <glib/gi18n-lib.h>

#define MAX_CHIPS 3 /* two feelings and the lack of one */
#define CHIP_GAP (1.6 * MM)
#define NO_BREAK "\302\240"

/* A word with its sign before it; a destroying one is underlined with hatching. */
typedef struct
{
  LasnaTextBlock *text;
  LasnaInk ink;
  guint line;
  double x;
} Chip;

/* Of the sign and the last line of the word. */
static double
get_chip_width (const Chip *chip)
{
  return chip->text->size * 1.15 + chip->text->last_width;
}

static void
add_chip (Page *page, guint column, Chip *chip, double x, double y, double hatch)
{
  double size = chip->text->size;
  LasnaShape *text;

  lasna_layout_add_symbol (page->layout,
                           "felt",
                           (int) column,
                           lasna_ink_get_symbol (chip->ink),
                           (LasnaPoint){ x + size * 0.42, y + chip->text->pitch * 0.52 },
                           size * 0.78,
                           chip->ink);
  text =
      lasna_layout_add_text (page->layout,
                             "felt",
                             (int) column,
                             chip->text,
                             x + size * 1.15,
                             y,
                             chip->ink == LASNA_INK_NO_FEELING ? LASNA_INK_QUIET : LASNA_INK_TEXT);
  if (chip->ink == LASNA_INK_DESTROYING)
    lasna_layout_add_box (
        page->layout,
        "hatch",
        (int) column,
        (LasnaRect){ text->rect.x, y + chip->text->height - 0.15 * MM, text->rect.width, hatch },
        LASNA_INK_DESTROYING);
}

/* Puts the chips side by side into lines. A word of two lines begins one. */
static gboolean
flow_chips (Chip *chips, guint n, double width, guint max_lines)
{
  double at = 0;
  guint line = 0;
  gboolean fit = TRUE;

  for (guint i = 0; i < n; i++)
    {
      guint more = (guint) chips[i].text->n_lines - 1;
      double needed = get_chip_width (&chips[i]);

      if (at > 0 && (more > 0 || at + needed > width))
        {
          line++;
          at = 0;
        }
      fit = fit && !chips[i].text->shortened && line + more < max_lines;
      chips[i].line = line;
      chips[i].x = at;
      at += needed + CHIP_GAP;
      line += more;
    }
  return fit;
}

/* The same, with the lack of feeling moved up where it fills a line that a longer word leaves open.
 */
static gboolean
arrange_chips (Chip *chips, guint n, double width, guint max_lines)
{
  for (guint most = 2; most <= max_lines; most++)
    {
      if (flow_chips (chips, n, width, most))
        return TRUE;
      if (n < MAX_CHIPS)
        continue;

      Chip second = chips[1];

      chips[1] = chips[2];
      chips[2] = second;
      if (flow_chips (chips, n, width, most))
        return TRUE;
      chips[2] = chips[1];
      chips[1] = second;
    }
  return FALSE;
}

static gboolean
is_few (const LasnaSummaryStage *stage)
{
  return stage->path->n_felt < LASNA_SMALL_N;
}

typedef struct
{
  double size;
  gboolean brief; /* no feeling by its sign alone */
  guint lines;
  gboolean whole; /* a long word may take two of them */
} FeltStyle;

static guint
make_chips (Page *page, const LasnaSummaryStage *stage, const FeltStyle *felt, Chip *chips)
{
  double width = lasna_page_get_text_width (page) - felt->size * 1.15;
  int lines = felt->whole ? 2 : 1;
  guint n = 0;

  if (is_few (stage))
    return 0;
  for (guint i = 0; i < stage->felt->len && i < 2; i++)
    {
      const LasnaSummaryFeeling *feeling = g_ptr_array_index (stage->felt, i);
      gboolean destroying = feeling->ink == LASNA_INK_DESTROYING;
      const LasnaTextStyle style = { .size = felt->size,
                                     .max_lines = lines,
                                     .weight = destroying ? 700 : 400 };
      g_autofree char *words =
          g_strdup_printf ("%u%s%s", feeling->count, lines > 1 ? NO_BREAK : " ", feeling->label);

      chips[n++] = (Chip){ .text = lasna_typesetter_set (page->typesetter, words, &style, width),
                           .ink = feeling->ink };
    }
  if (stage->n_no_feeling > 0)
    {
      const LasnaTextStyle style = { .size = felt->size };
      /* Translators: how many said that they felt nothing. */
      g_autofree char *words = g_strdup_printf (
          felt->brief ? "%u" : lasna_page_say (page, N_ ("No feeling %u")), stage->n_no_feeling);

      chips[n++] = (Chip){ .text = lasna_typesetter_set (page->typesetter, words, &style, width),
                           .ink = LASNA_INK_NO_FEELING };
    }
  return n;
}

static void
free_chips (Chip *chips, guint n)
{
  for (guint i = 0; i < n; i++)
    lasna_text_block_free (chips[i].text);
}

/* The largest style in which the feelings of every stage find room. */
static FeltStyle
choose_felt_style (Page *page)
{
  static const FeltStyle styles[] = {
    { 8, FALSE, 2, FALSE }, { 7.5, FALSE, 2, FALSE }, { 7, FALSE, 2, FALSE },
    { 7, FALSE, 3, TRUE },  { 7.5, TRUE, 2, FALSE },  { 7, TRUE, 2, FALSE },
    { 7, TRUE, 3, TRUE },
  };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (styles); i++)
    {
      gboolean fit = TRUE;

      for (guint j = 0; j < page->n && fit; j++)
        {
          Chip chips[MAX_CHIPS];
          guint n = make_chips (page, lasna_page_get_stage (page, j), &styles[i], chips);

          fit = arrange_chips (chips, n, lasna_page_get_text_width (page), styles[i].lines);
          free_chips (chips, n);
        }
      if (fit)
        return styles[i];
    }
  return styles[G_N_ELEMENTS (styles) - 1];
}

/* Where even so there is no room, every word takes one line and is cut. */
static void
add_felt (Page *page, guint column, FeltStyle style, double y)
{
  const LasnaSummaryStage *stage = lasna_page_get_stage (page, column);
  Chip chips[MAX_CHIPS];
  guint n = make_chips (page, stage, &style, chips);
  double width = lasna_page_get_text_width (page);
  guint n_lines = 0;

  if (!arrange_chips (chips, n, width, style.lines))
    {
      free_chips (chips, n);
      style.whole = FALSE;
      n = make_chips (page, stage, &style, chips);
      flow_chips (chips, n, width, style.lines);
    }
  for (guint i = 0; i < n; i++)
    n_lines = MAX (n_lines, chips[i].line + (guint) chips[i].text->n_lines);

  gboolean tight = n_lines > 2;
  double pitch = tight ? SMALLEST * LASNA_LINE_PITCH : 4.3 * MM;
  double below = tight && chips[0].ink == LASNA_INK_DESTROYING ? 0.4 * MM : 0; /* the hatching */

  y -= below;
  for (guint i = 0; i < n; i++)
    {
      double top = y + chips[i].line * pitch + (chips[i].line > 0 ? below : 0);

      if (chips[i].text->shortened)
        lasna_page_note_shortening (
            page, "felt", (int) column, lasna_page_say (page, N_ ("Felt")), chips[i].text->text);
      add_chip (page,
                column,
                &chips[i],
                lasna_page_get_text_x (page, column) + chips[i].x,
                top,
                (tight ? 0.4 : 0.65) * MM);
    }
}

/* Said where figures would stand that few answers do not carry. */
const char *
lasna_page_get_silence (const Page *page, guint n)
{
  return n == 0 ? lasna_page_say (page, N_ ("Not asked yet"))
                : lasna_page_say (page, N_ ("Too few answers to show"));
}

static char *
dup_felt_sentence (Page *page, const LasnaSummaryStage *stage)
{
  GString *out = g_string_new (NULL);

  if (stage->wanted != NULL)
    g_string_append_printf (out, lasna_page_say (page, N_ ("Wanted: %s.")), stage->wanted);
  for (guint i = 0; i < stage->felt->len; i++)
    {
      const LasnaSummaryFeeling *feeling = g_ptr_array_index (stage->felt, i);

      if (out->len > 0)
        g_string_append_c (out, ' ');
      /* Translators: a feeling and how many felt it. */
      g_string_append_printf (
          out, lasna_page_say (page, N_ ("Felt: %s, %u.")), feeling->label, feeling->count);
    }
  return g_string_free (out, FALSE);
}

#define PILL_START (5 * MM) /* room for the sign */
#define PILL_END (1.6 * MM)

static gboolean
all_wanted_fit (Page *page, double size)
{
  const LasnaTextStyle style = { .size = size, .weight = 700 };
  double width = lasna_page_get_text_width (page) - PILL_START - PILL_END;

  for (guint i = 0; i < page->n; i++)
    {
      const char *words = lasna_page_get_stage (page, i)->wanted;
      g_autoptr (LasnaTextBlock) text =
          lasna_typesetter_set (page->typesetter, words != NULL ? words : "", &style, width);

      if (text->shortened)
        return FALSE;
    }
  return TRUE;
}

/* One size for all, the largest at which every word takes one line; at the smallest, those that
 * need it take two smaller ones.
 */
static double
choose_wanted_size (Page *page)
{
  for (double size = 10; size > BODY; size -= 0.5)
    if (all_wanted_fit (page, size))
      return size;
  return BODY;
}

static void
add_not_chosen (Page *page, guint column, double y)
{
  const LasnaTextStyle style = { .size = BODY, .smallest = SMALLEST };

  lasna_layout_set_text (
      page->layout,
      page->typesetter,
      "wanted-feeling",
      (int) column,
      lasna_page_say (page, N_ ("Not chosen yet")),
      &style,
      (LasnaRect){
          lasna_page_get_text_x (page, column), y + 1.5 * MM, lasna_page_get_text_width (page), 0 },
      LASNA_INK_QUIET);
}

/* Where the two lines of the row stand. */
typedef struct
{
  double wanted;
  double pill;
  double felt;
} Rows;

#define ROOMY (15.9 * MM) /* enough for three lines of what was felt */

/* In a low row three lines come nearer, unless the wanted feelings take two lines themselves. */
static Rows
choose_rows (Page *page, const FeltStyle *felt, double size, double height)
{
  static const Rows airy = { 0.9 * MM, 5 * MM, 6.5 * MM };
  static const Rows tight = { 0.5 * MM, 4.6 * MM, 5.8 * MM };

  return felt->lines < MAX_CHIPS || height >= ROOMY || !all_wanted_fit (page, size) ? airy : tight;
}

static void
add_wanted (Page *page, guint column, double size, const Rows *rows, double y)
{
  const LasnaSummaryStage *stage = lasna_page_get_stage (page, column);
  const LasnaTextStyle one = { .size = size, .weight = 700 };
  const LasnaTextStyle two = { .size = SMALLEST, .weight = 700, .max_lines = 2 };
  double x = lasna_page_get_text_x (page, column);
  double width = lasna_page_get_text_width (page) - PILL_START - PILL_END;
  LasnaTextBlock *text = lasna_typesetter_set (page->typesetter, stage->wanted, &one, width);
  double height = rows->pill;
  double top = y + rows->wanted;

  if (text->shortened)
    {
      lasna_text_block_free (text);
      text = lasna_typesetter_set (page->typesetter, stage->wanted, &two, width);
      if (text->n_lines > 1)
        {
          height = 5.7 * MM;
          top = y + 0.3 * MM;
        }
    }

  LasnaShape *pill =
      lasna_layout_add_box (page->layout,
                            "wanted-outline",
                            (int) column,
                            (LasnaRect){ x, top, PILL_START + text->width + PILL_END, height },
                            LASNA_INK_NONE);

  pill->radius = height / 2;
  pill->ink = stage->wanted_ink;
  pill->line = 0.35 * MM;
  lasna_layout_add_symbol (page->layout,
                           "wanted-feeling",
                           (int) column,
                           lasna_ink_get_symbol (stage->wanted_ink),
                           (LasnaPoint){ x + 2.8 * MM, top + height / 2 },
                           2.6 * MM,
                           stage->wanted_ink);
  if (text->shortened)
    lasna_page_note_shortening (
        page, "wanted-feeling", (int) column, lasna_page_say (page, N_ ("Wanted")), stage->wanted);
  lasna_layout_add_text (page->layout,
                         "wanted-feeling",
                         (int) column,
                         text,
                         x + PILL_START,
                         top + (height - text->height) / 2,
                         LASNA_INK_TEXT);
}

double
lasna_page_get_feelings_need (Page *page)
{
  return choose_felt_style (page).lines < MAX_CHIPS ? 0 : ROOMY;
}

void
lasna_page_add_feelings (Page *page, double y, double height)
{
  FeltStyle felt = choose_felt_style (page);
  double size = choose_wanted_size (page);
  Rows rows = choose_rows (page, &felt, size, height);

  for (guint i = 0; i < page->n; i++)
    {
      const LasnaSummaryStage *stage = lasna_page_get_stage (page, i);
      const LasnaTextStyle quiet = { .size = BODY, .smallest = SMALLEST, .max_lines = 2 };
      gboolean few = is_few (stage);

      if (stage->wanted != NULL)
        add_wanted (page, i, size, &rows, y);
      else
        add_not_chosen (page, i, y);
      if (few)
        lasna_layout_set_text (page->layout,
                               page->typesetter,
                               "felt",
                               (int) i,
                               lasna_page_get_silence (page, stage->path->n_felt),
                               &quiet,
                               (LasnaRect){ lasna_page_get_text_x (page, i),
                                            y + rows.felt + 0.3 * MM,
                                            lasna_page_get_text_width (page),
                                            0 },
                               LASNA_INK_QUIET);
      else
        add_felt (page, i, felt, y + rows.felt);
      lasna_layout_add_region (page->layout,
                               "feelings",
                               (int) i,
                               (LasnaRect){ lasna_page_get_x (page, i), y, page->column, height },
                               few ? g_strdup (lasna_page_get_silence (page, stage->path->n_felt))
                                   : dup_felt_sentence (page, stage));
    }
  lasna_page_add_label (page, lasna_page_say (page, N_ ("Wanted")), y + rows.wanted + 0.8 * MM);
  lasna_page_add_label (page, lasna_page_say (page, N_ ("Felt")), y + rows.felt + 0.3 * MM);
}
