/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shapes, regions and shortenings of a picture.
 */
#include "config.h"

#include "lasna-layout.h"

static void
shape_free (gpointer data)
{
  LasnaShape *shape = data;

  g_free (shape->points);
  g_clear_pointer (&shape->text, lasna_text_block_free);
  g_free (shape);
}

static void
region_free (gpointer data)
{
  LasnaRegion *region = data;

  g_free (region->sentence);
  g_free (region->where);
  g_free (region);
}

static void
shortening_free (gpointer data)
{
  LasnaShortening *shortening = data;

  g_free (shortening->place);
  g_free (shortening->whole);
  g_free (shortening);
}

/**
 * lasna_layout_new:
 *
 * Returns: (transfer full): an empty picture
 */
LasnaLayout *
lasna_layout_new (double width, double height)
{
  LasnaLayout *self = g_new0 (LasnaLayout, 1);

  self->width = width;
  self->height = height;
  self->scale = 1;
  self->shapes = g_ptr_array_new_with_free_func (shape_free);
  self->regions = g_ptr_array_new_with_free_func (region_free);
  self->shortenings = g_ptr_array_new_with_free_func (shortening_free);
  return self;
}

void
lasna_layout_free (LasnaLayout *self)
{
  g_free (self->title);
  g_free (self->description);
  g_free (self->author);
  g_ptr_array_unref (self->shapes);
  g_ptr_array_unref (self->regions);
  g_ptr_array_unref (self->shortenings);
  g_free (self);
}

static LasnaShape *
add_shape (LasnaLayout *self,
           LasnaShapeKind kind,
           const char *role,
           int column,
           LasnaRect rect,
           LasnaInk ink)
{
  LasnaShape *shape = g_new0 (LasnaShape, 1);

  shape->kind = kind;
  shape->role = role;
  shape->column = column;
  shape->rect = rect;
  shape->ink = ink;
  g_ptr_array_add (self->shapes, shape);
  return shape;
}

/**
 * lasna_layout_add_box:
 *
 * Returns: (transfer none): the box, for its line and corners to be set
 */
LasnaShape *
lasna_layout_add_box (
    LasnaLayout *self, const char *role, int column, LasnaRect rect, LasnaInk fill)
{
  LasnaShape *shape = add_shape (self, LASNA_SHAPE_BOX, role, column, rect, LASNA_INK_HAIRLINE);

  shape->fill = fill;
  return shape;
}

/**
 * lasna_layout_add_line:
 * @points: copied
 *
 * Returns: (transfer none): the line
 */
LasnaShape *
lasna_layout_add_line (LasnaLayout *self,
                       const char *role,
                       int column,
                       const LasnaPoint *points,
                       guint n_points,
                       LasnaInk ink,
                       double line)
{
  LasnaRect rect = { G_MAXDOUBLE, G_MAXDOUBLE, 0, 0 };
  double right = -G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < n_points; i++)
    {
      rect.x = MIN (rect.x, points[i].x);
      rect.y = MIN (rect.y, points[i].y);
      right = MAX (right, points[i].x);
      bottom = MAX (bottom, points[i].y);
    }
  rect.width = right - rect.x;
  rect.height = bottom - rect.y;

  LasnaShape *shape = add_shape (self, LASNA_SHAPE_LINE, role, column, rect, ink);

  shape->points = g_memdup2 (points, n_points * sizeof *points);
  shape->n_points = n_points;
  shape->line = line;
  return shape;
}

/**
 * lasna_layout_add_rule:
 *
 * Returns: (transfer none): a straight line
 */
LasnaShape *
lasna_layout_add_rule (
    LasnaLayout *self, const char *role, LasnaPoint from, LasnaPoint to, LasnaInk ink, double line)
{
  LasnaPoint points[] = { from, to };

  return lasna_layout_add_line (self, role, -1, points, G_N_ELEMENTS (points), ink, line);
}

/**
 * lasna_layout_add_symbol:
 * @size: width and height of the sign
 *
 * Returns: (transfer none): the sign
 */
LasnaShape *
lasna_layout_add_symbol (LasnaLayout *self,
                         const char *role,
                         int column,
                         LasnaSymbol symbol,
                         LasnaPoint middle,
                         double size,
                         LasnaInk ink)
{
  LasnaRect rect = { middle.x - size / 2, middle.y - size / 2, size, size };
  LasnaShape *shape = add_shape (self, LASNA_SHAPE_SYMBOL, role, column, rect, ink);

  shape->symbol = symbol;
  return shape;
}

/**
 * lasna_layout_add_text:
 * @text: (transfer full): the lines
 *
 * Returns: (transfer none): the text; its rectangle is that of its lines
 */
LasnaShape *
lasna_layout_add_text (LasnaLayout *self,
                       const char *role,
                       int column,
                       LasnaTextBlock *text,
                       double x,
                       double y,
                       LasnaInk ink)
{
  static const double shares[] = { 0, 0.5, 1 };
  double slack = (text->box_width - text->width) * shares[text->align];
  LasnaRect rect = { x + slack, y, text->width, text->height };
  LasnaShape *shape = add_shape (self, LASNA_SHAPE_TEXT, role, column, rect, ink);

  shape->text = text;
  return shape;
}

/**
 * lasna_layout_set_text:
 * @box: its height does not matter
 *
 * Sets @text into the width of @box, at its upper edge.
 *
 * Returns: (transfer none): the text; its rectangle is that of its lines
 */
LasnaShape *
lasna_layout_set_text (LasnaLayout *self,
                       LasnaTypesetter *typesetter,
                       const char *role,
                       int column,
                       const char *text,
                       const LasnaTextStyle *style,
                       LasnaRect box,
                       LasnaInk ink)
{
  LasnaTextBlock *block = lasna_typesetter_set (typesetter, text, style, box.width);

  return lasna_layout_add_text (self, role, column, block, box.x, box.y, ink);
}

/**
 * lasna_layout_add_region:
 * @sentence: (transfer full): what a screen reader says of it
 *
 * Adds a thing that can be pointed at.
 *
 * Returns: (transfer none): the region
 */
LasnaRegion *
lasna_layout_add_region (
    LasnaLayout *self, const char *role, int column, LasnaRect rect, char *sentence)
{
  LasnaRegion *region = g_new0 (LasnaRegion, 1);

  *region = (LasnaRegion){ role, column, rect, sentence, NULL };
  g_ptr_array_add (self->regions, region);
  return region;
}

/**
 * lasna_layout_add_shortening:
 * @place: where, in words
 * @whole: the text as it was to be
 *
 * Remembers that something did not fit.
 */
void
lasna_layout_add_shortening (
    LasnaLayout *self, const char *role, int column, const char *place, const char *whole)
{
  LasnaShortening *shortening = g_new0 (LasnaShortening, 1);

  *shortening = (LasnaShortening){ role, column, g_strdup (place), g_strdup (whole) };
  g_ptr_array_add (self->shortenings, shortening);
}

/**
 * lasna_layout_find_region:
 * @x: in units of the whole picture
 *
 * Returns: (transfer none) (nullable): what lies at the point, the last added first
 */
const LasnaRegion *
lasna_layout_find_region (const LasnaLayout *self, double x, double y)
{
  x /= self->scale;
  y /= self->scale;
  for (guint i = self->regions->len; i > 0; i--)
    {
      const LasnaRegion *region = g_ptr_array_index (self->regions, i - 1);
      const LasnaRect *rect = &region->rect;

      if (x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height)
        return region;
    }
  return NULL;
}

/**
 * lasna_rect_overlaps:
 *
 * Returns: whether the rectangles share an area; touching edges do not count
 */
gboolean
lasna_rect_overlaps (const LasnaRect *one, const LasnaRect *other)
{
  return one->x < other->x + other->width - 0.01 && other->x < one->x + one->width - 0.01 &&
         one->y < other->y + other->height - 0.01 && other->y < one->y + one->height - 0.01;
}
