/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkFlowBox sets its children in columns, which tears short and long ones apart.
 */
#include "config.h"

#include "lasna-wrap-box.h"

#define SPACING 6

struct _LasnaWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (LasnaWrapBox, lasna_wrap_box, GTK_TYPE_WIDGET)

static int
get_width (GtkWidget *child, int width)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return CLAMP (natural, minimum, MAX (minimum, width));
}

static int
get_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
place (GtkWidget *child, int x, int y, int child_width, int line, int width)
{
  gboolean is_rtl = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;
  GtkAllocation box = { is_rtl ? width - x - child_width : x, y, child_width, line };

  gtk_widget_size_allocate (child, &box, -1);
}

/* The children from @child on that stand in one line, and how high it is. */
static GtkWidget *
find_line_end (GtkWidget *child, int width, int *height)
{
  int x = 0;

  *height = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_width (child, width);
      if (x > 0 && x + child_width > width)
        return child;
      *height = MAX (*height, get_height (child, child_width));
      x += child_width + SPACING;
    }
  return NULL;
}

/* Returns the height of all lines. */
static int
lay_out (GtkWidget *widget, int width, gboolean really)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int height;
      GtkWidget *next = find_line_end (child, width, &height);
      int x = 0;

      for (; really && child != next; child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_should_layout (child))
          {
            int child_width = get_width (child, width);

            place (child, x, y, child_width, height, width);
            x += child_width + SPACING;
          }
      child = next;
      y += height + (height > 0 ? SPACING : 0);
    }
  return MAX (y - SPACING, 0);
}

static GtkSizeRequestMode
lasna_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lasna_wrap_box_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int widest = 0;
  int all = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (
          child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      all += child_natural + (all > 0 ? SPACING : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (all, widest);
    }
  else
    *minimum = *natural = lay_out (widget, for_size < 0 ? MAX (all, widest) : for_size, FALSE);
}

static void
lasna_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static void
lasna_wrap_box_dispose (GObject *object)
{
  lasna_wrap_box_clear (LASNA_WRAP_BOX (object));
  G_OBJECT_CLASS (lasna_wrap_box_parent_class)->dispose (object);
}

static void
lasna_wrap_box_class_init (LasnaWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_wrap_box_dispose;
  widget_class->get_request_mode = lasna_wrap_box_get_request_mode;
  widget_class->measure = lasna_wrap_box_measure;
  widget_class->size_allocate = lasna_wrap_box_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
}

static void
lasna_wrap_box_init (LasnaWrapBox *self)
{
}

/**
 * lasna_wrap_box_clear:
 *
 * Takes all children out.
 */
void
lasna_wrap_box_clear (LasnaWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (LASNA_IS_WRAP_BOX (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
