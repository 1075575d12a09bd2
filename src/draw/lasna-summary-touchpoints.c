/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A touchpoint takes two lines at most; where a column is full, the third and later ones take one,
 * then they become a number. A stage without visible touchpoints tells what we think happens in
 * the forest.
 */
#include "config.h"

#include "lasna-summary-touchpoints.h"

#include <glib/gi18n-lib.h>

#define GAP (0.35 * MM)
#define LEAST_GAP (0.05 * MM) /* in a column that would else cut a touchpoint */
#define LETTER (3.4 * MM)
#define NO_BREAK "\302\240"

/* Texts of one column at one size. */
typedef struct
{
  GPtrArray *blocks; /* LasnaTextBlock */
  guint left_out;
  gboolean cut;
  double gap; /* between touchpoints */
  double height;
} Column;

static void
column_clear (Column *column)
{
  g_clear_pointer (&column->blocks, g_ptr_array_unref);
}

/* Channel and initials stay together, and the dot with the title. The brackets tell the initials
 * from the letter of a mode.
 */
static char *
dup_rest (const LasnaSummaryTouchpoint *touchpoint)
{
  const char *channel = touchpoint->channel;
  const char *owner = touchpoint->owner;

  if (channel == NULL && owner == NULL)
    return g_strdup ("");
  if (owner == NULL)
    return g_strdup_printf (NO_BREAK "· %s", channel);
  return g_strdup_printf (NO_BREAK "· %s%s(%s)",
                          channel != NULL ? channel : "",
                          channel != NULL ? NO_BREAK : "",
                          owner);
}

static LasnaTextBlock *
set_touchpoint (Page *page, const LasnaSummaryTouchpoint *touchpoint, double size, int lines)
{
  const LasnaTextStyle style = { .size = size, .max_lines = lines };
  g_autofree char *rest = dup_rest (touchpoint);
  g_autofree char *words = g_strconcat (touchpoint->title, rest, NULL);
  LasnaTextBlock *block =
      lasna_typesetter_set (page->typesetter, words, &style, page->column - 2 * PAD - LETTER);

  if (*rest != '\0')
    lasna_text_block_fade_from (block, rest);
  return block;
}

/* How the touchpoints of a column are set: those after @whole take one line. */
typedef struct
{
  int lines; /* to each, at most */
  guint whole;
  double gap;
} Filling;

static Column
fill_column (Page *page, guint index, double size, const Filling *filling, double height)
{
  const LasnaSummaryStage *stage = lasna_page_get_stage (page, index);
  Column column = { .blocks =
                        g_ptr_array_new_with_free_func ((GDestroyNotify) lasna_text_block_free),
                    .gap = filling->gap };

  for (guint i = 0; i < stage->touchpoints->len; i++)
    {
      LasnaTextBlock *block = set_touchpoint (page,
                                              g_ptr_array_index (stage->touchpoints, i),
                                              size,
                                              i < filling->whole ? filling->lines : 1);
      gboolean last = i + 1 == stage->touchpoints->len;

      /* The line that says how many are left out needs room as well. */
      if (column.height + block->height + (last ? 0 : block->pitch) > height)
        {
          lasna_text_block_free (block);
          column.left_out = stage->touchpoints->len - i;
          break;
        }
      column.cut = column.cut || block->shortened;
      column.height += block->height + column.gap;
      g_ptr_array_add (column.blocks, block);
    }
  return column;
}

/* Two lines to a touchpoint; more where a column would else cut one and has the room; one line from
 * the third on where the column is full.
 */
static Column
fill_best (Page *page, guint index, double size, double height)
{
  static const Filling attempts[] = {
    { 2, G_MAXUINT, GAP }, { 4, G_MAXUINT, GAP },       { 4, G_MAXUINT, LEAST_GAP },
    { 3, G_MAXUINT, GAP }, { 3, G_MAXUINT, LEAST_GAP }, { 2, G_MAXUINT, LEAST_GAP },
    { 2, 4, LEAST_GAP },   { 2, 3, LEAST_GAP },         { 2, 2, LEAST_GAP },
  };
  Column column = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      column_clear (&column);
      column = fill_column (page, index, size, &attempts[i], height);
      if (column.left_out == 0 && (i > 0 || !column.cut))
        break;
    }
  return column;
}

/* The largest size at which every column has all its touchpoints, whole. */
static double
choose_size (Page *page, double height)
{
  for (double size = BODY; size > SMALLEST; size -= 0.5)
    {
      gboolean fit = TRUE;

      for (guint i = 0; i < page->n && fit; i++)
        {
          static const Filling airy = { 2, G_MAXUINT, GAP };
          Column column = fill_column (page, i, size, &airy, height);

          fit = column.left_out == 0 && !column.cut;
          column_clear (&column);
        }
      if (fit)
        return size;
    }
  return SMALLEST;
}

static void
add_left_out (Page *page, guint index, const Column *column, double x, double y)
{
  const LasnaSummaryStage *stage = lasna_page_get_stage (page, index);
  const LasnaTextStyle style = { .size = SMALLEST, .weight = 600 };
  g_autofree char *words = g_strdup_printf ("+%u", column->left_out);

  lasna_layout_set_text (page->layout,
                         page->typesetter,
                         "touchpoint-more",
                         (int) index,
                         words,
                         &style,
                         (LasnaRect){ x + LETTER, y, page->column - 2 * PAD - LETTER, 0 },
                         LASNA_INK_QUIET);
  for (guint i = stage->touchpoints->len - column->left_out; i < stage->touchpoints->len; i++)
    {
      const LasnaSummaryTouchpoint *touchpoint = g_ptr_array_index (stage->touchpoints, i);

      lasna_page_note_shortening (page,
                                  "touchpoint",
                                  (int) index,
                                  lasna_page_say (page, N_ ("Touchpoint left out")),
                                  touchpoint->title);
    }
}

static double
add_column (Page *page, guint index, Column *column, double size, double y)
{
  const LasnaSummaryStage *stage = lasna_page_get_stage (page, index);
  const LasnaTextStyle letter = { .size = size, .weight = 700 };
  double x = lasna_page_get_x (page, index) + PAD;
  guint n = column->blocks->len;
  g_autofree gpointer *blocks = g_ptr_array_steal (column->blocks, NULL);

  for (guint i = 0; i < n; i++)
    {
      const LasnaSummaryTouchpoint *touchpoint = g_ptr_array_index (stage->touchpoints, i);
      LasnaTextBlock *block = blocks[i];
      LasnaShape *shape = lasna_layout_add_text (
          page->layout, "touchpoint", (int) index, block, x + LETTER, y, LASNA_INK_TEXT);

      if (touchpoint->letter != NULL)
        lasna_layout_set_text (page->layout,
                               page->typesetter,
                               "touchpoint-letter",
                               (int) index,
                               touchpoint->letter,
                               &letter,
                               (LasnaRect){ x, y, LETTER, 0 },
                               LASNA_INK_ACCENT);
      if (block->shortened)
        lasna_page_note_shortening (
            page, "touchpoint", (int) index, lasna_page_say (page, N_ ("Touchpoint")), block->text);
      lasna_layout_add_region (
          page->layout, "touchpoint", (int) index, shape->rect, g_strdup (block->text));
      y += block->height + column->gap;
    }
  if (column->left_out > 0)
    {
      add_left_out (page, index, column, x, y);
      y += SMALLEST * LASNA_LINE_PITCH;
    }
  return y;
}

/* What we think happens where we do not see the customer, with how sure we are. */
static void
add_forest (Page *page, guint index, double y, double room)
{
  const LasnaSummaryStage *stage = lasna_page_get_stage (page, index);
  gboolean alone = stage->touchpoints->len == 0;
  double x = lasna_page_get_x (page, index) + PAD;
  double size = alone ? BODY : SMALLEST;
  const LasnaTextStyle style = { .size = size,
                                 .smallest = SMALLEST,
                                 .max_lines = (int) (room / (size * LASNA_LINE_PITCH)),
                                 .italic = TRUE };
  const char *what = stage->forest != NULL ? stage->forest
                                           : lasna_page_say (page,
                                                             N_ ("We do not know yet what "
                                                                 "happens here."));
  g_autofree char *words = stage->confidence != NULL && stage->forest != NULL
                               ? g_strdup_printf ("%s (%s)", what, stage->confidence)
                               : g_strdup (what);

  if (!alone && stage->forest == NULL)
    return;

  LasnaTextBlock *block =
      lasna_typesetter_set (page->typesetter, words, &style, page->column - 2 * PAD - LETTER);

  /* Beside touchpoints the forest is told only where it can be told whole. */
  if (style.max_lines < 1 || (block->shortened && !alone))
    {
      lasna_page_note_shortening (page,
                                  "forest-words",
                                  (int) index,
                                  lasna_page_say (page, N_ ("In the forest, left out")),
                                  words);
      lasna_text_block_free (block);
      return;
    }
  lasna_layout_add_symbol (page->layout,
                           "forest-sign",
                           (int) index,
                           LASNA_SYMBOL_TREE,
                           (LasnaPoint){ x + 1.1 * MM, y + 1.5 * MM },
                           2.7 * MM,
                           LASNA_INK_TREE);

  LasnaShape *shape = lasna_layout_add_text (
      page->layout, "forest-words", (int) index, block, x + LETTER, y, LASNA_INK_QUIET);

  if (block->shortened)
    lasna_page_note_shortening (
        page, "forest-words", (int) index, lasna_page_say (page, N_ ("In the forest")), words);
  lasna_layout_add_region (
      page->layout, "forest-words", (int) index, shape->rect, g_strdup (words));
}

/**
 * lasna_summary_touchpoints_add:
 * @y: upper edge of the row
 *
 * Adds what stands in the row of touchpoints.
 */
void
lasna_summary_touchpoints_add (Page *page, double y, double height)
{
  double top = y + 0.8 * MM;
  double room = height - 1.2 * MM;
  double size = choose_size (page, room);

  for (guint i = 0; i < page->n; i++)
    {
      Column column = fill_best (page, i, size, room);
      double end = add_column (page, i, &column, size, top);

      add_forest (page, i, end + 0.6 * MM, top + room - end - 0.6 * MM);
      column_clear (&column);
    }
}
