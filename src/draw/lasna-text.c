/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets text with Pango. Pango breaks the lines; we place them, because the natural line height of
 * a font is its own and ours is LASNA_LINE_PITCH.
 */
#include "config.h"

#include "lasna-text.h"

#include <math.h>
#include <string.h>

#define SIZE_STEP 0.5
#define TOLERANCE 0.05
#define JOINER "\342\201\240" /* U+2060 */

enum
{
  FORM_WHOLE,
  FORM_PARTED,
  N_FORMS
};

struct _LasnaTypesetter
{
  PangoContext *context;
  LasnaHyphen *hyphen;
  LasnaLanguage language;
  char *font;
};

/**
 * lasna_typesetter_new:
 * @font: (nullable): a font family; NULL is LASNA_PAGE_FONT
 *
 * Returns: (transfer full): what sets text of @language. It belongs to the thread that made it.
 */
LasnaTypesetter *
lasna_typesetter_new (LasnaLanguage language, const char *font)
{
  LasnaTypesetter *self = g_new0 (LasnaTypesetter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->language = language;
  self->font = g_strdup (font != NULL ? font : LASNA_PAGE_FONT);
  self->hyphen = lasna_hyphen_new (language);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_language (self->context,
                              pango_language_from_string (lasna_language_to_code (language)));

  /* Without hinting a line is as wide at every scale. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
  return self;
}

void
lasna_typesetter_free (LasnaTypesetter *self)
{
  lasna_hyphen_free (self->hyphen);
  g_object_unref (self->context);
  g_free (self->font);
  g_free (self);
}

/**
 * lasna_typesetter_get_language:
 *
 * Returns: the language whose rules part the words
 */
LasnaLanguage
lasna_typesetter_get_language (LasnaTypesetter *self)
{
  return self->language;
}

/* A number with what belongs to it: n and a sign before it, the other end of a range, what is
 * counted.
 */
static GRegex *
get_figures (void)
{
  static GRegex *figures = NULL;

  if (g_once_init_enter (&figures))
    g_once_init_leave (
        &figures,
        g_regex_new ("(?:\\bn (?:= )?|(?<!\\S)\\S{1,12}® )?[−+-]?\\d+(?:[.,:/]\\d+|[  ]\\d{3}\\b)*"
                     "(?: ?[–…]" JOINER "? ?[−+-]?\\d+(?:[.,:/]\\d+)*)*"
                     "(?:[  ](?:%|°|\\p{L}+))?",
                     G_REGEX_OPTIMIZE,
                     0,
                     NULL));
  return figures;
}

/* No line ends within a figure. */
static void
bind_figures (PangoLayout *layout, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  PangoAttrList *attributes;

  if (strpbrk (text, "0123456789") == NULL || !g_regex_match (get_figures (), text, 0, &match))
    return;
  attributes = pango_attr_list_new ();
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);
      int start;
      int end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      whole->start_index = (guint) start;
      whole->end_index = (guint) end;
      pango_attr_list_insert (attributes, whole);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/* An ellipsis between two numbers parts them, as Pango sees it, unless an unseen joiner follows it.
 */
static char *
dup_joined (const char *text)
{
  static GRegex *ranges = NULL;

  if (g_once_init_enter (&ranges))
    g_once_init_leave (&ranges, g_regex_new ("(?<=\\d)…(?=[−+-]?\\d)", G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_replace (ranges, text, -1, 0, "…" JOINER, 0, NULL);
}

static PangoLayout *
create_layout (
    LasnaTypesetter *self, const char *text, const LasnaTextStyle *style, double size, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, self->font);
  pango_font_description_set_weight (
      font, style->weight > 0 ? (PangoWeight) style->weight : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  bind_figures (layout, text);
  pango_layout_set_width (layout, (int) floor (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  return layout;
}

static double
get_line_width (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

static double
get_widest_line (PangoLayout *layout)
{
  double widest = 0;

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    widest = MAX (widest, get_line_width (l->data));
  return widest;
}

static gboolean
fits (PangoLayout *layout, int max_lines, double width)
{
  return pango_layout_get_line_count (layout) <= max_lines &&
         get_widest_line (layout) <= width + TOLERANCE;
}

/* The bytes of @text that stand before the ellipsis when it is cut after @n words: without the
 * space and the comma, dash or bracket that would hang there.
 */
static gsize
get_cut (const char *text, guint n)
{
  const char *end = text;

  for (guint i = 0; i < n && *end != '\0'; i++)
    {
      while (*end == ' ')
        end++;
      while (*end != '\0' && *end != ' ')
        end++;
    }
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (last);

      if (g_unichar_isalnum (c) || c == ')' || c == '?' || c == '!' || c == '%')
        break;
      end = last;
    }
  return (gsize) (end - text);
}

static PangoLayout *
cut_after (LasnaTypesetter *self,
           const char *text,
           guint n,
           const char *end,
           const LasnaTextStyle *style,
           double size,
           double width)
{
  g_autofree char *start = g_strndup (text, get_cut (text, n));
  g_autofree char *words = g_strconcat (start, "…", end, NULL);

  return create_layout (self, words, style, size, width);
}

/* As many whole words as fit, and an ellipsis; what was quoted stays in its quotation marks. NULL
 * where not even one word fits.
 */
static PangoLayout *
cut_at_word (
    LasnaTypesetter *self, const char *text, const LasnaTextStyle *style, double size, double width)
{
  const char *end = g_str_has_suffix (text, "”") ? "”" : "";
  PangoLayout *best = NULL;
  guint most = 1;
  guint least = 1;

  for (const char *at = text; *at != '\0'; at++)
    most += *at == ' ';
  while (least < most)
    {
      guint n = (least + most) / 2;
      PangoLayout *layout = cut_after (self, text, n, end, style, size, width);

      if (fits (layout, MAX (style->max_lines, 1), width))
        {
          g_clear_object (&best);
          best = layout;
          least = n + 1;
        }
      else
        {
          g_object_unref (layout);
          most = n;
        }
    }
  return best;
}

/* Whole words where they fit, else parted ones, each at the largest size; at the smallest size what
 * does not fit ends after a word, in an ellipsis.
 */
static PangoLayout *
fit (LasnaTypesetter *self,
     const char *text,
     const LasnaTextStyle *style,
     double width,
     LasnaTextBlock *block)
{
  int max_lines = MAX (style->max_lines, 1);
  double smallest = style->smallest > 0 ? MIN (style->smallest, style->size) : style->size;
  g_autofree char *parted = NULL;

  for (block->size = style->size; block->size > smallest - 0.01; block->size -= SIZE_STEP)
    for (guint i = 0; i < N_FORMS; i++)
      {
        PangoLayout *layout;

        /* Most texts fit whole, and parting words is slow. */
        if (i == FORM_PARTED && parted == NULL)
          parted = lasna_hyphen_dup_text (self->hyphen, text);
        layout = create_layout (self, i == FORM_PARTED ? parted : text, style, block->size, width);
        if (fits (layout, max_lines, width))
          {
            block->parted = i == FORM_PARTED;
            return layout;
          }
        g_object_unref (layout);
      }

  block->size = smallest;
  block->shortened = TRUE;

  const char *form = max_lines > 1 ? parted : text;
  PangoLayout *layout = cut_at_word (self, form, style, block->size, width);

  if (layout != NULL)
    return layout;
  layout = create_layout (self, form, style, block->size, width);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -max_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  block->shortened = pango_layout_is_ellipsized (layout);
  return layout;
}

/**
 * lasna_typesetter_set:
 * @width: of the box, in units of the drawing
 *
 * Sets @text as one paragraph at the largest size between those of @style at which it fits into the
 * width and the lines allowed. Where nothing fits, it ends after a word in an ellipsis and is
 * marked as shortened; only a word that alone is too long is cut inside.
 *
 * Returns: (transfer full): the lines
 */
LasnaTextBlock *
lasna_typesetter_set (LasnaTypesetter *self,
                      const char *text,
                      const LasnaTextStyle *style,
                      double width)
{
  LasnaTextBlock *block = g_new0 (LasnaTextBlock, 1);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *joined = NULL;

  /* A page is set in paragraphs of ours; breaks inside a text would make lines we did not count. */
  for (char *at = valid; *at != '\0'; at++)
    if ((guchar) *at < ' ')
      *at = ' ';
  g_strstrip (valid);

  block->text = g_strdup (valid);
  joined = dup_joined (valid);
  block->layout = fit (self, joined, style, MAX (width, 1), block);
  block->pitch = block->size * LASNA_LINE_PITCH;
  block->n_lines = *valid != '\0' ? pango_layout_get_line_count (block->layout) : 0;
  block->box_width = width;
  block->width = *valid != '\0' ? get_widest_line (block->layout) : 0;
  block->last_width =
      *valid != '\0'
          ? get_line_width (pango_layout_get_line_readonly (block->layout, block->n_lines - 1))
          : 0;
  block->height = block->n_lines * block->pitch;
  block->align = style->align;
  return block;
}

void
lasna_text_block_free (LasnaTextBlock *self)
{
  g_free (self->text);
  g_object_unref (self->layout);
  g_free (self);
}

/**
 * lasna_text_block_fade_from:
 * @rest: the end of the text, which stands back
 *
 * Sets the last part of a text more lightly, so that the first is read first.
 */
void
lasna_text_block_fade_from (LasnaTextBlock *self, const char *rest)
{
  const char *text = pango_layout_get_text (self->layout);
  gsize skip = g_utf8_strlen (self->text, -1) - g_utf8_strlen (rest, -1);
  const char *at = text;

  for (gsize seen = 0; *at != '\0' && seen < skip; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) != 0xad && g_utf8_get_char (at) != 0x2060)
      seen++;

  PangoAttrList *bound = pango_layout_get_attributes (self->layout);
  PangoAttrList *attributes = bound != NULL ? pango_attr_list_copy (bound) : pango_attr_list_new ();
  PangoAttribute *fade = pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 68);

  fade->start_index = (guint) (at - text);
  pango_attr_list_insert (attributes, fade);
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
}

/**
 * lasna_text_block_draw:
 * @x: the left edge of the box
 * @y: its upper edge
 *
 * Draws the lines with the current source of @cr.
 */
void
lasna_text_block_draw (LasnaTextBlock *self, cairo_t *cr, double x, double y)
{
  static const double shares[] = { 0, 0.5, 1 };
  double baseline = y + LASNA_BASELINE * self->size;
  int n = 0;

  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL && n < self->n_lines;
       l = l->next, n++)
    {
      double slack = self->box_width - get_line_width (l->data);

      cairo_move_to (cr, x + slack * shares[self->align], baseline + n * self->pitch);
      pango_cairo_show_layout_line (cr, l->data);
    }
}
