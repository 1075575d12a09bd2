/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forest of the band: its wash, and trees where nothing else stands.
 */
#include "config.h"

#include "lasna-path-private.h"

#include <math.h>

#define TREE 2.2 /* in millimetres of the printed band */

gboolean
lasna_path_slot_is_forest (const Slot *slot)
{
  return slot->stop == NULL || slot->stop->kind != LASNA_STOP_VISIBLE;
}

void
lasna_path_add_forest (Band *band)
{
  const LasnaRect *area = &band->frame->area;
  double mm = band->frame->mm;

  for (guint i = 0; i < band->slots->len;)
    {
      const Slot *first = &g_array_index (band->slots, Slot, i);
      const Slot *last = first;

      for (i++; i < band->slots->len; i++)
        {
          const Slot *next = &g_array_index (band->slots, Slot, i);

          if (lasna_path_slot_is_forest (next) != lasna_path_slot_is_forest (first))
            break;
          last = next;
        }
      if (lasna_path_slot_is_forest (first))
        {
          LasnaRect rect = {
            first->from, area->y + 0.4 * mm, last->to - first->from, area->height - 0.8 * mm
          };

          lasna_layout_add_box (band->layout, "forest", (int) first->stage, rect, LASNA_INK_FOREST)
              ->radius = 3 * mm;
        }
    }
}

static gboolean
is_free (const Band *band, const LasnaRect *rect)
{
  for (guint i = 0; i < band->taken->len; i++)
    if (lasna_rect_overlaps (rect, &g_array_index (band->taken, LasnaRect, i)))
      return FALSE;
  return TRUE;
}

/* A number that looks like chance and is the same on every machine. */
static double
get_jitter (guint a, guint b, guint c)
{
  guint32 hash = (a * 73856093u) ^ (b * 19349663u) ^ (c * 83492791u);

  hash ^= hash >> 13;
  hash *= 0x5bd1e995u;
  hash ^= hash >> 15;
  return (hash % 1000) / 1000.0;
}

void
lasna_path_add_trees (Band *band, const Slot *slot)
{
  const LasnaRect *area = &band->frame->area;
  double mm = band->frame->mm;
  double least = slot->stop != NULL && slot->stop->kind == LASNA_STOP_GLIMPSED ? 0.6 : 0.3;
  guint columns = (guint) MAX (1, floor ((slot->to - slot->from) / (3.1 * mm)));
  guint rows = (guint) floor (area->height / (3.3 * mm));
  double step = (slot->to - slot->from) / columns;

  for (guint row = 0; row < rows; row++)
    for (guint i = 0; i < columns; i++)
      {
        guint seed = (guint) lround (slot->from * 7) + i;
        double size = TREE * mm * (0.85 + 0.35 * get_jitter (seed, row, 1));
        double x = slot->from + step * (i + 0.3 + 0.4 * get_jitter (seed, row, 2));
        double y = area->y + area->height * (row + 0.5) / rows +
                   1.2 * mm * (get_jitter (seed, row, 3) - 0.5);
        LasnaRect rect = { x - size / 2, y - size / 2, size, size };
        double path = lasna_curve_get_y (band->path, x, NULL);

        if (get_jitter (seed, row, 4) < least || fabs (y - path) < 2.6 * mm ||
            rect.y < area->y + mm || rect.y + size > area->y + area->height - mm ||
            rect.x < slot->from + 0.3 * mm || rect.x + size > slot->to - 0.3 * mm ||
            !is_free (band, &rect))
          continue;
        lasna_layout_add_symbol (band->layout,
                                 "tree",
                                 (int) slot->stage,
                                 LASNA_SYMBOL_TREE,
                                 (LasnaPoint){ x, y },
                                 size,
                                 LASNA_INK_TREE);
      }
}
