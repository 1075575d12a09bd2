/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays the band out: first the ground (forest wash), then the lines, the stops, the words, and at
 * last trees where nothing else stands.
 */
#include "config.h"

#include "lasna-path-band.h"

#include "lasna-dots.h"
#include "lasna-path-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DISC 4.5 /* all in millimetres of the printed band */
#define STAR 2.3
#define CLEAR_LINE 0.7
#define HIDDEN_LINE 0.4
#define UNKNOWN_LINE 0.25
#define STRETCH_WEIGHT 1.15
#define LEAST_SLOT 5.3 /* below this two discs would touch */
#define MEMORY_CHARACTERS 25

static double
get_column_width (const Band *band)
{
  return band->frame->area.width / band->stages->len;
}

static double
get_middle (const Band *band, guint stage)
{
  return band->frame->area.x + get_column_width (band) * (stage + 0.5);
}

static double
get_y (const Band *band, double height)
{
  const LasnaRect *area = &band->frame->area;

  return area->y + area->height / 2 - CLAMP (height, -1, 1) * area->height * 12 / 32;
}

static void
take (Band *band, LasnaRect rect, double margin)
{
  LasnaRect wide = {
    rect.x - margin, rect.y - margin, rect.width + 2 * margin, rect.height + 2 * margin
  };

  g_array_append_val (band->taken, wide);
}

static double
get_weight (const LasnaPathStop *stop)
{
  return stop->kind == LASNA_STOP_STRETCH ? STRETCH_WEIGHT : 1;
}

/* Gives every stop its share of the stage's width. Where the discs would touch, the last touchpoint
 * that has room stands for those that have none.
 */
static void
place_stops (Band *band, guint index)
{
  const LasnaPathStage *stage = g_ptr_array_index (band->stages, index);
  double width = get_column_width (band);
  double at = band->frame->area.x + width * index;
  guint n = stage->stops != NULL ? stage->stops->len : 0;
  guint shown = MIN (n, (guint) MAX (1, floor (width / (LEAST_SLOT * band->frame->mm))));
  double weight = 0;

  if (n == 0)
    {
      Slot slot = { NULL, index, 0, at, at + width };

      g_array_append_val (band->slots, slot);
      return;
    }
  for (guint i = 0; i < shown; i++)
    weight += get_weight (g_ptr_array_index (stage->stops, i));
  for (guint i = 0; i < shown; i++)
    {
      const LasnaPathStop *stop = g_ptr_array_index (stage->stops, i);
      double share = width * get_weight (stop) / weight;
      Slot slot = { stop, index, i + 1 == shown ? n - shown : 0, at, at + share };

      g_array_append_val (band->slots, slot);
      at += share;
    }
}

/* The path goes at the height that was felt; where nobody was heard, at the one we believe in;
 * where nothing is known, on the zero line.
 */
static LasnaCurve *
create_path (const Band *band)
{
  g_autofree LasnaPoint *knots = g_new0 (LasnaPoint, band->stages->len);

  for (guint i = 0; i < band->stages->len; i++)
    {
      const LasnaPathStage *stage = g_ptr_array_index (band->stages, i);
      double height = lasna_path_stage_has_mean (stage) ? stage->felt
                      : !isnan (stage->believed)        ? stage->believed
                                                        : 0;

      knots[i] = (LasnaPoint){ get_middle (band, i), get_y (band, height) };
    }
  return lasna_curve_new (knots, band->stages->len);
}

static void
add_zero_line (Band *band)
{
  const LasnaRect *area = &band->frame->area;
  double y = get_y (band, 0);

  lasna_layout_add_rule (band->layout,
                         "zero",
                         (LasnaPoint){ area->x, y },
                         (LasnaPoint){ area->x + area->width, y },
                         LASNA_INK_HAIRLINE,
                         0.2 * band->frame->mm);
}

static void
add_entries (Band *band, guint index)
{
  const LasnaPathStage *stage = g_ptr_array_index (band->stages, index);
  double mm = band->frame->mm;
  const LasnaDots place = {
    .x = get_middle (band, index),
    .zero = get_y (band, 0),
    .reach = get_y (band, 0) - get_y (band, 1),
    .width = get_column_width (band) * 0.4,
    .size = 0.62 * mm,
    .least = 0.4 * mm,
  };
  guint first = band->layout->shapes->len;
  guint counts[LASNA_DOTS_BINS];

  if (!lasna_path_stage_has_mean (stage) && !band->frame->few)
    return;
  lasna_dots_count (stage->entries, stage->n_entries, counts);
  lasna_dots_add (band->layout, (int) index, counts, &place);
  for (guint i = first; i < band->layout->shapes->len; i++)
    take (band, ((LasnaShape *) g_ptr_array_index (band->layout->shapes, i))->rect, 0.3 * mm);
}

static LasnaPoint
get_disc (const Band *band, const Slot *slot)
{
  double x = (slot->from + slot->to) / 2;

  return (LasnaPoint){ x, lasna_curve_get_y (band->path, x, NULL) };
}

/* The star stands over the disc. Near the upper edge there is no room above: it steps aside. */
static LasnaPoint
get_star (const Band *band, const Slot *slot)
{
  double mm = band->frame->mm;
  double away = (DISC + STAR) / 2 * mm + 0.2 * mm;
  LasnaPoint disc = get_disc (band, slot);
  LasnaPoint star = { disc.x, MAX (disc.y - away, band->frame->area.y + STAR * mm / 2) };
  double rise = disc.y - star.y;

  if (rise < away)
    star.x += sqrt (away * away - rise * rise);
  return star;
}

static gboolean
has_disc (const Slot *slot)
{
  return slot->stop != NULL && (slot->stop->kind != LASNA_STOP_STRETCH || slot->more > 0);
}

/* Whether no disc and no star comes near the point. */
static gboolean
is_clear_of_stops (const Band *band, LasnaPoint point)
{
  double mm = band->frame->mm;

  for (guint i = 0; i < band->slots->len; i++)
    {
      const Slot *slot = &g_array_index (band->slots, Slot, i);

      if (!has_disc (slot))
        continue;

      LasnaPoint disc = get_disc (band, slot);
      LasnaPoint star = get_star (band, slot);

      if (hypot (disc.x - point.x, disc.y - point.y) < 3.6 * mm ||
          (slot->stop->is_extra && hypot (star.x - point.x, star.y - point.y) < 2.6 * mm))
        return FALSE;
    }
  return TRUE;
}

/* The end of a level where its mark is seen best: the one at @side, unless a stop stands there. */
static LasnaPoint
choose_mark (const Band *band, double middle, double side, double y)
{
  static const double places[] = { 1, -1, 0.6, -0.6, 0.3, -0.3, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      LasnaPoint point = { middle + places[i] * side, y };

      if (is_clear_of_stops (band, point))
        return point;
    }
  return (LasnaPoint){ middle + side, y };
}

static void
add_level (Band *band, guint index, double height, const char *role, LasnaInk ink, double share)
{
  double mm = band->frame->mm;
  double half = get_column_width (band) * share / 2;
  double side = ink == LASNA_INK_WANTED ? -1 : 1;
  double y = get_y (band, height);
  double middle = get_middle (band, index);
  LasnaPoint ends[] = { { middle - half, y }, { middle + half, y } };
  LasnaShape *line =
      lasna_layout_add_line (band->layout, role, (int) index, ends, 2, ink, 0.35 * mm);
  LasnaShape *mark = lasna_layout_add_symbol (band->layout,
                                              role,
                                              (int) index,
                                              lasna_ink_get_symbol (ink),
                                              choose_mark (band, middle, side * half, y),
                                              2.1 * mm,
                                              ink);

  line->dash = ink == LASNA_INK_BELIEVED ? LASNA_DASH_DOTTED : LASNA_DASH_SOLID;
  mark->fill = LASNA_INK_PAPER;
  take (band, line->rect, 1.5 * mm);
  take (band, mark->rect, 0.8 * mm);
}

static void
add_measured (Band *band, guint index)
{
  const LasnaPathStage *stage = g_ptr_array_index (band->stages, index);
  const LasnaTextStyle style = { .size = band->frame->text_size };
  double mm = band->frame->mm;
  LasnaPoint at = { get_middle (band, index), get_y (band, stage->measured) };
  LasnaShape *ring = lasna_layout_add_symbol (
      band->layout, "measured", (int) index, LASNA_SYMBOL_RING, at, 3 * mm, LASNA_INK_FELT);

  ring->fill = LASNA_INK_PAPER;
  take (band, ring->rect, mm);
  if (stage->measure == NULL)
    return;

  LasnaTextBlock *text = lasna_typesetter_set (
      band->typesetter, stage->measure, &style, get_column_width (band) / 2 - 3 * mm);
  LasnaShape *label = lasna_layout_add_text (band->layout,
                                             "measured",
                                             (int) index,
                                             text,
                                             at.x + 2 * mm,
                                             at.y - text->height - 1.2 * mm,
                                             LASNA_INK_QUIET);

  label->halo = TRUE;
  label->fill = LASNA_INK_PAPER;
  take (band, label->rect, mm);
}

/* Where nobody has said how it felt, the way goes on, but thin: its height says nothing. */
static double
get_line_width (gboolean felt, gboolean forest)
{
  if (!felt)
    return UNKNOWN_LINE;
  return forest ? HIDDEN_LINE : CLEAR_LINE;
}

static void
add_path (Band *band)
{
  double mm = band->frame->mm;

  for (guint i = 0; i < band->slots->len; i++)
    {
      const Slot *slot = &g_array_index (band->slots, Slot, i);
      gboolean felt = lasna_path_stage_has_mean (g_ptr_array_index (band->stages, slot->stage));
      guint n;
      g_autofree LasnaPoint *points = lasna_curve_dup_part (band->path, slot->from, slot->to, &n);
      LasnaShape *line =
          lasna_layout_add_line (band->layout,
                                 "path",
                                 (int) slot->stage,
                                 points,
                                 n,
                                 felt ? LASNA_INK_FELT : LASNA_INK_NO_FEELING,
                                 get_line_width (felt, lasna_path_slot_is_forest (slot)) * mm);

      line->curved = TRUE;
      line->dash = lasna_path_slot_is_forest (slot) ? LASNA_DASH_HIDDEN : LASNA_DASH_SOLID;
    }
}

static void
add_star (Band *band, const Slot *slot)
{
  double mm = band->frame->mm;
  LasnaPoint star = get_star (band, slot);

  take (band,
        lasna_layout_add_symbol (band->layout,
                                 "extra",
                                 (int) slot->stage,
                                 LASNA_SYMBOL_STAR,
                                 star,
                                 STAR * mm,
                                 LASNA_INK_ATTENTION)
            ->rect,
        0.6 * mm);
}

static void
add_stop (Band *band, const Slot *slot)
{
  double mm = band->frame->mm;
  const LasnaPathStop *stop = slot->stop;
  LasnaPoint at = get_disc (band, slot);
  const LasnaTextStyle style = { .size = band->frame->text_size,
                                 .weight = 700,
                                 .align = LASNA_ALIGN_MIDDLE };
  gboolean filled = stop->has_feedback && slot->more == 0;
  LasnaShape *disc = lasna_layout_add_symbol (band->layout,
                                              "touchpoint",
                                              (int) slot->stage,
                                              filled ? LASNA_SYMBOL_DISC : LASNA_SYMBOL_RING,
                                              at,
                                              DISC * mm,
                                              LASNA_INK_FELT);
  g_autofree char *more = slot->more > 0 ? g_strdup_printf ("+%u", slot->more + 1) : NULL;
  const char *letter = more != NULL ? more : stop->letter;

  disc->fill = filled ? LASNA_INK_NONE : LASNA_INK_PAPER;
  take (band, disc->rect, 0.5 * mm);
  if (letter != NULL)
    {
      LasnaTextBlock *text = lasna_typesetter_set (band->typesetter, letter, &style, DISC * mm);

      lasna_layout_add_text (band->layout,
                             "letter",
                             (int) slot->stage,
                             text,
                             at.x - DISC * mm / 2,
                             at.y - text->height / 2 + 0.03 * text->size,
                             filled ? LASNA_INK_PAPER : LASNA_INK_TEXT);
    }
  if (stop->is_extra)
    add_star (band, slot);
}

/* The lowest and highest point of path and discs between two places. */
static void
get_reach (const Band *band, double from, double to, double *top, double *bottom)
{
  double radius = DISC / 2 * band->frame->mm;

  *top = G_MAXDOUBLE;
  *bottom = -G_MAXDOUBLE;
  for (guint i = 0; i <= 24; i++)
    {
      double y = lasna_curve_get_y (band->path, from + (to - from) * i / 24, NULL);

      *top = MIN (*top, y);
      *bottom = MAX (*bottom, y);
    }
  for (guint i = 0; i < band->slots->len; i++)
    {
      const Slot *slot = &g_array_index (band->slots, Slot, i);
      double x = (slot->from + slot->to) / 2;

      if (slot->stop == NULL || slot->stop->kind == LASNA_STOP_STRETCH || x + radius < from ||
          x - radius > to)
        continue;

      double y = lasna_curve_get_y (band->path, x, NULL);
      double star = slot->stop->is_extra ? STAR * band->frame->mm : 0;

      *top = MIN (*top, y - radius - star);
      *bottom = MAX (*bottom, y + radius);
    }
}

/* A memory stands under the dashed part; over it where the lower edge of the band is too near. */
static void
add_memory (Band *band, const Slot *slot)
{
  const LasnaRect *area = &band->frame->area;
  double mm = band->frame->mm;
  double column = area->x + get_column_width (band) * slot->stage;
  const LasnaTextStyle style = {
    .size = band->frame->text_size, .max_lines = 2, .italic = TRUE, .align = LASNA_ALIGN_MIDDLE
  };
  g_autofree char *words = NULL;
  gboolean cut = g_utf8_strlen (slot->stop->memory, -1) > MEMORY_CHARACTERS;

  if (cut)
    {
      g_autofree char *start = g_utf8_substring (slot->stop->memory, 0, MEMORY_CHARACTERS);
      char *end = strrchr (start, ' ');

      if (end != NULL)
        *end = '\0';
      else
        *g_utf8_offset_to_pointer (start, MEMORY_CHARACTERS - 1) = '\0';
      words = g_strconcat (start, "…", NULL);
      lasna_layout_add_shortening (band->layout,
                                   "memory",
                                   (int) slot->stage,
                                   lasna_words (band->language, N_ ("Memory carried")),
                                   slot->stop->memory);
    }
  else
    {
      words = g_strdup (slot->stop->memory);
    }

  LasnaTextBlock *text =
      lasna_typesetter_set (band->typesetter, words, &style, get_column_width (band) - 3 * mm);
  double half = text->width / 2;
  double middle = CLAMP ((slot->from + slot->to) / 2,
                         column + 1.5 * mm + half,
                         column + get_column_width (band) - 1.5 * mm - half);
  double top;
  double bottom;

  get_reach (band, middle - half, middle + half, &top, &bottom);

  double y = bottom + 0.9 * mm;

  if (y + text->height > area->y + area->height - 0.9 * mm)
    y = MAX (top - 0.9 * mm - text->height, area->y + 0.9 * mm);

  LasnaShape *shape = lasna_layout_add_text (band->layout,
                                             "memory",
                                             (int) slot->stage,
                                             text,
                                             middle - text->box_width / 2,
                                             y,
                                             LASNA_INK_TEXT);

  shape->halo = TRUE;
  shape->fill = LASNA_INK_FOREST;
  take (band, shape->rect, 0.8 * mm);
}

static void
add_regions (Band *band)
{
  const LasnaRect *area = &band->frame->area;
  double mm = band->frame->mm;

  for (guint i = 0; i < band->stages->len; i++)
    {
      LasnaRect rect = {
        area->x + get_column_width (band) * i, area->y, get_column_width (band), area->height
      };

      lasna_layout_add_region (
          band->layout,
          "path",
          (int) i,
          rect,
          lasna_path_stage_dup_sentence (g_ptr_array_index (band->stages, i), band->language));
    }
  for (guint i = 0; i < band->slots->len; i++)
    {
      const Slot *slot = &g_array_index (band->slots, Slot, i);
      double x = (slot->from + slot->to) / 2;
      double y = lasna_curve_get_y (band->path, x, NULL);

      if (slot->stop != NULL && slot->stop->title != NULL)
        lasna_layout_add_region (
            band->layout,
            slot->stop->kind == LASNA_STOP_STRETCH ? "stretch" : "touchpoint",
            (int) slot->stage,
            (LasnaRect){ x - DISC * mm / 2, y - DISC * mm / 2, DISC * mm, DISC * mm },
            g_strdup (slot->stop->title));
    }
}

/**
 * lasna_path_band_add:
 * @stages: (element-type LasnaPathStage): one or more
 *
 * Adds the band to @layout, in the area of @frame, the stages in columns of one width.
 */
void
lasna_path_band_add (LasnaLayout *layout,
                     LasnaTypesetter *typesetter,
                     GPtrArray *stages,
                     const LasnaPathFrame *frame)
{
  g_return_if_fail (stages->len > 0);

  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (LasnaRect));
  Band band = { layout, typesetter, lasna_typesetter_get_language (typesetter),
                stages, frame,      slots,
                NULL,   taken };

  for (guint i = 0; i < stages->len; i++)
    place_stops (&band, i);
  band.path = create_path (&band);

  lasna_path_add_forest (&band);
  add_zero_line (&band);
  for (guint i = 0; i < stages->len; i++)
    {
      const LasnaPathStage *stage = g_ptr_array_index (stages, i);

      add_entries (&band, i);
      if (!isnan (stage->wanted))
        add_level (&band, i, stage->wanted, "wanted", LASNA_INK_WANTED, 0.72);
      if (!isnan (stage->believed) && lasna_path_stage_has_mean (stage))
        add_level (&band, i, stage->believed, "believed", LASNA_INK_BELIEVED, 0.3);
    }
  add_path (&band);
  for (guint i = 0; i < slots->len; i++)
    {
      const Slot *slot = &g_array_index (slots, Slot, i);

      if (has_disc (slot))
        add_stop (&band, slot);
    }
  for (guint i = 0; i < stages->len; i++)
    {
      const LasnaPathStage *stage = g_ptr_array_index (stages, i);

      if (!isnan (stage->measured) && !lasna_path_stage_has_mean (stage))
        add_measured (&band, i);
    }
  for (guint i = 0; i < slots->len; i++)
    {
      const Slot *slot = &g_array_index (slots, Slot, i);

      if (slot->stop != NULL && slot->stop->memory != NULL && *slot->stop->memory != '\0')
        add_memory (&band, slot);
    }
  for (guint i = 0; i < slots->len; i++)
    {
      const Slot *slot = &g_array_index (slots, Slot, i);

      if (lasna_path_slot_is_forest (slot))
        lasna_path_add_trees (&band, slot);
    }
  add_regions (&band);
  lasna_curve_free (band.path);
}
