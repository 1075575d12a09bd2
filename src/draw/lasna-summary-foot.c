/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The foot of the summary: the note on others' marks, what letters and signs mean, and the imprint.
 */
#include "config.h"

#include "lasna-summary-private.h"

#include "lasna-catalogue.h"
#include "lasna-measures.h"
#include "lasna-symbol.h"

#include <glib/gi18n-lib.h>

#define FOOT_END (120 * MM) /* the right part of the foot, at most */
#define FOOT_LINES 2        /* of the legend */
#define MOST_CLUSTERS 4
#define MOST_KEYS 20

static double
get_foot_size (const Page *page)
{
  return page->content->nps != NULL ? BODY : SMALLEST;
}

/* Two lines of keys between the pins; above these, where the page is as wide as it can be, the note
 * on a mark.
 */
double
lasna_page_get_foot_height (const Page *page)
{
  double line = get_foot_size (page) * LASNA_LINE_PITCH;

  return page->content->nps != NULL ? LASNA_PAGE_PIN + line : FOOT_LINES * line + 0.3 * MM;
}

typedef struct
{
  LasnaSymbol symbol;
  LasnaInk ink;
  const char *letter; /* alone, or inside the symbol */
  const char *words;
  gboolean starts; /* a line of its own kind */
  gboolean framed; /* the letter, as on a stage's head */
} Key;

#define STOP (2.8 * MM)
#define STOP_SIGN (4 * MM) /* room for it before its word */
#define FRAME (5 * MM)

static void
add_frame (Page *page, const Key *key, double size, double x, double y)
{
  const LasnaTextStyle style = { .size = size, .align = LASNA_ALIGN_MIDDLE };
  LasnaShape *frame = lasna_layout_add_box (
      page->layout,
      "legend",
      -1,
      (LasnaRect){ x, y + 0.1 * MM, FRAME, size * LASNA_LINE_PITCH - 0.2 * MM },
      LASNA_INK_PAPER);

  frame->ink = LASNA_INK_QUIET;
  frame->line = HAIR;
  frame->radius = 0.6 * MM;
  lasna_layout_set_text (page->layout,
                         page->typesetter,
                         "legend",
                         -1,
                         key->letter,
                         &style,
                         (LasnaRect){ x, y, FRAME, 0 },
                         LASNA_INK_QUIET);
}

/* A stop of the path is a disc with a letter in it, and so is its key. */
static void
add_sign (Page *page, const Key *key, double size, double x, double y)
{
  gboolean is_stop = key->letter != NULL && key->symbol != LASNA_SYMBOL_NONE;
  const LasnaTextStyle style = { .size = SMALLEST,
                                 .weight = 700,
                                 .align = is_stop ? LASNA_ALIGN_MIDDLE : LASNA_ALIGN_START };
  double symbol = is_stop ? STOP : 2.1 * MM;
  double middle = y + size * LASNA_LINE_PITCH / 2;

  if (key->framed)
    {
      add_frame (page, key, size, x, y);
      return;
    }
  if (key->symbol != LASNA_SYMBOL_NONE)
    lasna_layout_add_symbol (page->layout,
                             "legend",
                             -1,
                             key->symbol,
                             (LasnaPoint){ x + symbol / 2, middle },
                             symbol,
                             key->ink);
  if (key->letter != NULL)
    lasna_layout_set_text (page->layout,
                           page->typesetter,
                           "legend",
                           -1,
                           key->letter,
                           &style,
                           (LasnaRect){ x, middle - SMALLEST * LASNA_LINE_PITCH / 2, STOP, 0 },
                           key->symbol == LASNA_SYMBOL_DISC ? LASNA_INK_PAPER : LASNA_INK_ACCENT);
}

/* What stands before the words of a key. */
static double
get_sign_width (const Key *key)
{
  if (key->framed)
    return FRAME + MM;
  if (key->symbol == LASNA_SYMBOL_NONE && key->letter == NULL)
    return 0;
  return key->symbol == LASNA_SYMBOL_NONE || key->letter == NULL ? 2.9 * MM : STOP_SIGN;
}

typedef struct
{
  LasnaTextBlock *text;
  guint line;
  double x;
} Entry;

/* Sets the keys side by side; returns the lines they take. The last of them is @last wide. */
static guint
flow_legend (
    Page *page, const Key *keys, guint n, double size, double width, double last, Entry *entries)
{
  const LasnaTextStyle style = { .size = size };
  double x = 0;
  guint line = 0;

  for (guint i = 0; i < n; i++)
    {
      double sign = get_sign_width (&keys[i]);

      entries[i].text =
          lasna_typesetter_set (page->typesetter, keys[i].words, &style, width - sign);

      double needed = sign + entries[i].text->width;

      if ((keys[i].starts && line == 0) || x + needed > (line + 1 < FOOT_LINES ? width : last))
        {
          line++;
          x = 0;
        }
      entries[i].line = line;
      entries[i].x = x;
      x += needed + 2.2 * MM;
    }
  return line + 1;
}

static void
free_entries (Entry *entries, guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&entries[i].text, lasna_text_block_free);
}

/* The keys stand in two lines, the second of which leaves @end to others. They are set as large as
 * the foot is; where that is too wide, smaller, and at last those needed least are left out.
 */
static void
add_legend (Page *page, const Key *keys, guint n, LasnaRect box, double end)
{
  Entry entries[MOST_KEYS] = { { NULL } };
  double size = get_foot_size (page);

  while (flow_legend (page, keys, n, size, box.width, box.width - end, entries) > FOOT_LINES)
    {
      free_entries (entries, n);
      if (size > SMALLEST)
        size -= 0.5;
      else
        n--;
    }
  for (guint i = 0; i < n; i++)
    {
      double x = box.x + entries[i].x;
      double y = box.y + entries[i].line * get_foot_size (page) * LASNA_LINE_PITCH;

      add_sign (page, &keys[i], size, x, y);
      lasna_layout_add_text (page->layout,
                             "legend",
                             -1,
                             entries[i].text,
                             x + get_sign_width (&keys[i]),
                             y,
                             LASNA_INK_QUIET);
    }
}

static gboolean
has_owner (const LasnaSummaryStage *stage)
{
  for (guint i = 0; i < stage->touchpoints->len; i++)
    if (((const LasnaSummaryTouchpoint *) g_ptr_array_index (stage->touchpoints, i))->owner != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_situation (const LasnaSummaryStage *stage)
{
  return stage->situation > 0;
}

static gboolean
any_stage (const Page *page, gboolean (*has) (const LasnaSummaryStage *stage))
{
  for (guint i = 0; i < page->n; i++)
    if (has (lasna_page_get_stage (page, i)))
      return TRUE;
  return FALSE;
}

/* What letters and signs mean, the most needed first; returns how many. */
static guint
make_keys (Page *page, Key *keys)
{
  static const struct
  {
    const char *mode;
    const char *words; /* they begin with the letter */
  } modes[] = {
    { "mode.physical", NC_ ("mode", "face to face") },
    { "mode.voice", NC_ ("mode", "voice") },
    { "mode.written", NC_ ("mode", "text") },
    { "mode.digital", NC_ ("mode", "digital") },
  };
  static const struct
  {
    LasnaSymbol symbol;
    LasnaInk ink;
    const char *words;
    gboolean is_stop;
  } others[] = {
    { LASNA_SYMBOL_DISC, LASNA_INK_FELT, N_ ("heard"), TRUE },
    { LASNA_SYMBOL_RING, LASNA_INK_FELT, N_ ("not heard yet"), TRUE },
    { LASNA_SYMBOL_STAR, LASNA_INK_ATTENTION, N_ ("an extra") },
    { LASNA_SYMBOL_TREE, LASNA_INK_TREE, N_ ("forest: we do not see") },
    { LASNA_SYMBOL_SQUARE, LASNA_INK_BELIEVED, N_ ("asked at contact, after, when wrong") },
    { LASNA_SYMBOL_OPEN_SQUARE, LASNA_INK_BELIEVED, N_ ("not asked") },
  };
  const LasnaCluster *const *clusters =
      lasna_catalogue_get_clusters (lasna_catalogue_get_default ());
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    keys[n++] = (Key){ .letter = lasna_mode_get_letter (modes[i].mode, page->language),
                       .words = lasna_words_context (page->language, "mode", modes[i].words) };
  for (guint i = 0; clusters[i] != NULL && i < MOST_CLUSTERS; i++)
    {
      LasnaInk ink = lasna_ink_of_cluster (clusters[i]->id);

      keys[n++] =
          (Key){ lasna_ink_get_symbol (ink), ink, NULL, clusters[i]->title.in[page->language] };
    }
  keys[n++] = (Key){
    LASNA_SYMBOL_RING, LASNA_INK_NO_FEELING, NULL, lasna_page_say (page, N_ ("no feeling"))
  };
  if (any_stage (page, has_owner))
    /* Translators: (AB) stands for the initials of a person. */
    keys[n++] = (Key){ .words = lasna_page_say (page, N_ ("(AB) in charge")) };
  if (any_stage (page, has_situation))
    keys[n++] = (Key){ .letter = "1–4",
                       .words = lasna_page_say (page, N_ ("contact situation")),
                       .framed = TRUE };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    keys[n++] = (Key){
      others[i].symbol,
      others[i].ink,
      others[i].is_stop ? lasna_mode_get_letter (modes[0].mode, page->language) : NULL,
      lasna_page_say (page, others[i].words),
      i == 0,
    };
  return n;
}

/* What belongs to the sheet: the workbook, when it was printed, and that there is one page. */
static char *
dup_imprint (Page *page)
{
  const LasnaSummaryContent *content = page->content;
  g_autofree char *printed =
      content->printed != NULL
          /* Translators: %s is the date and time of printing. */
          ? g_strdup_printf (lasna_page_say (page, N_ ("Printed %s")), content->printed)
          : NULL;
  const char *const parts[] = { content->workbook, printed, "1/1" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", parts[i]);
  return g_string_free (out, FALSE);
}

/* The note is asked for by the owners of the mark on every page that uses it, at 8 pt at least; the
 * keys below it are not smaller than what nobody looks for.
 */
void
lasna_page_add_foot (Page *page, double y)
{
  const double size = get_foot_size (page);
  const LasnaTextStyle note = { .size = size };
  const LasnaTextStyle end = { .size = size, .smallest = SMALLEST, .align = LASNA_ALIGN_END };
  double line = size * LASNA_LINE_PITCH;
  double width = page->right - page->left;
  LasnaRect box = {
    page->left + LASNA_PAGE_PIN, page->bottom - FOOT_LINES * line, width - 2 * LASNA_PAGE_PIN, 0
  };
  g_autofree char *imprint = dup_imprint (page);
  LasnaShape *shape;
  Key keys[MOST_KEYS];
  guint n = make_keys (page, keys);

  if (page->content->nps != NULL)
    lasna_layout_set_text (page->layout,
                           page->typesetter,
                           "mark-note",
                           -1,
                           lasna_measure_get_mark_note (),
                           &note,
                           (LasnaRect){ page->left, y, width, 0 },
                           LASNA_INK_QUIET);
  shape =
      lasna_layout_set_text (page->layout,
                             page->typesetter,
                             "foot",
                             -1,
                             imprint,
                             &end,
                             (LasnaRect){ box.x + box.width - FOOT_END, box.y + line, FOOT_END, 0 },
                             LASNA_INK_QUIET);
  add_legend (page, keys, n, box, shape->text->width + 4 * MM);
}
