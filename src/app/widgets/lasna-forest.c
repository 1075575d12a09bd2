/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawn at any size, in the colours of the style sheet.
 */
#include "config.h"

#include "lasna-forest.h"

/**
 * LasnaForest:
 *
 * For the start page and for empty places. It says nothing, so assistive tools pass it by.
 */
struct _LasnaForest
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (LasnaForest, lasna_forest, GTK_TYPE_WIDGET)

/* Where the clearing is, as shares of width and height, and how wide half of it is for the height.
 */
#define CLEARING_X 0.60
#define CLEARING_Y 0.70
#define CLEARING_HALF 0.62

/* How far to the left of the clearing the path comes in at the lower edge, for the height. */
#define PATH_BESIDE 1.0

/* A row of trees: distance between them and height as shares of the height, their foot, and how far
 * they keep away from the clearing and from the path, as shares of the height.
 */
typedef struct
{
  const char *colour;
  double step;
  double low;
  double high;
  double foot;
  double clearing;
  double path;
  guint seed;
} Trees;

static const Trees rows[] = {
  { "lasna_trees_far", 0.15, 0.32, 0.50, 0.70, 0.30, 0, 7 },
  { "lasna_trees_middle", 0.21, 0.42, 0.66, 0.86, 0.80, 0.45, 3 },
  { "lasna_trees_near", 0.34, 0.55, 0.86, 1.04, 1.05, 0.62, 11 },
};

/* The same number for the same tree every time. */
static double
scatter (guint seed, guint i)
{
  guint32 n = (seed * 2654435761u) ^ (i * 2246822519u);

  n = (n ^ (n >> 15)) * 2654435761u;
  return ((n ^ (n >> 13)) & 0xffff) / 65535.0;
}

static void
set_colour (GtkWidget *widget, cairo_t *cr, const char *name)
{
  GdkRGBA colour = { 0.5f, 0.5f, 0.5f, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
}

/* A spruce of three tiers. */
static void
draw_tree (cairo_t *cr, double x, double foot, double height)
{
  double half = height * 0.21;

  for (int tier = 0; tier < 3; tier++)
    {
      double top = foot - height + tier * height * 0.24;
      double bottom = tier < 2 ? top + height * 0.42 : foot;
      double width = half * (0.5 + 0.25 * tier);

      cairo_move_to (cr, x, top);
      cairo_line_to (cr, x + width, bottom);
      cairo_line_to (cr, x - width, bottom);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

static void
draw_trees (GtkWidget *widget, cairo_t *cr, const Trees *trees, double width, double height)
{
  double step = trees->step * height;
  guint n = (guint) (width / step) + 2;

  set_colour (widget, cr, trees->colour);
  for (guint i = 0; i < n; i++)
    {
      double x = ((double) i - 0.5 + 0.5 * scatter (trees->seed, i)) * step;
      double size = trees->low + (trees->high - trees->low) * scatter (trees->seed + 1, i);

      if (ABS (x - CLEARING_X * width) < trees->clearing * height ||
          ABS (x - CLEARING_X * width + PATH_BESIDE * height) < trees->path * height)
        continue;
      draw_tree (cr, x, trees->foot * height, size * height);
    }
}

static void
draw_light (GtkWidget *widget, cairo_t *cr, double width, double height)
{
  cairo_save (cr);
  cairo_translate (cr, CLEARING_X * width, CLEARING_Y * height);
  cairo_scale (cr, CLEARING_HALF * height, 0.13 * height);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cr);
  set_colour (widget, cr, "lasna_light");
  cairo_fill (cr);
}

/* Narrow at the clearing, wide at the feet of who looks. */
static void
draw_path (GtkWidget *widget, cairo_t *cr, double width, double height)
{
  double x = CLEARING_X * width;
  double y = (CLEARING_Y + 0.08) * height;
  double from = x - PATH_BESIDE * height;

  cairo_move_to (cr, x - 0.14 * height, y);
  cairo_curve_to (cr,
                  x + 0.04 * height,
                  y + 0.10 * height,
                  from + 0.20 * height,
                  y + 0.04 * height,
                  from - 0.20 * height,
                  height);
  cairo_line_to (cr, from + 0.26 * height, height);
  cairo_curve_to (cr,
                  from + 0.48 * height,
                  y + 0.10 * height,
                  x + 0.36 * height,
                  y + 0.16 * height,
                  x + 0.14 * height,
                  y);
  cairo_close_path (cr);
  set_colour (widget, cr, "lasna_light");
  cairo_fill (cr);
}

static void
lasna_forest_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  draw_trees (widget, cr, &rows[0], width, height);
  set_colour (widget, cr, "lasna_ground");
  cairo_rectangle (cr, 0, 0.66 * height, width, 0.34 * height + 1);
  cairo_fill (cr);
  draw_light (widget, cr, width, height);
  draw_path (widget, cr, width, height);
  for (guint i = 1; i < G_N_ELEMENTS (rows); i++)
    draw_trees (widget, cr, &rows[i], width, height);
  cairo_destroy (cr);
}

static void
lasna_forest_class_init (LasnaForestClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = lasna_forest_snapshot;
  gtk_widget_class_set_css_name (widget_class, "lasna-forest");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lasna_forest_init (LasnaForest *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
