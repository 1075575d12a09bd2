/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows a layout of lasna-draw, says what is under the pointer or the focus, and names itself by
 * the layout's words.
 */
#include "config.h"

#include "lasna-picture.h"

#include "lasna-paint.h"
#include "lasna-sign.h"

#include <adwaita.h>

/**
 * LasnaPicture:
 *
 * Either laid out anew for each size, in the theme of the desktop, or a page of fixed proportions
 * on white paper. Emits "pointed" when another region is under the pointer or the focus, and
 * "opened" when Enter is pressed, or on a click where that does not take the focus.
 *
 * # Accessibility
 *
 * Role img; the title is its name, the sentence of the region in focus its description, else the
 * whole in words.
 *
 * # CSS nodes
 *
 * `picture`, with the style class `page` for a page.
 */
struct _LasnaPicture
{
  GtkWidget parent_instance;

  /* Owned */
  LasnaLayout *layout;

  /* Borrowed */
  LasnaPictureMake make;
  gpointer data;

  int height; /* natural, of what is no page */
  gboolean is_page;
  gboolean is_grey;
  double made_width;
  double made_height;
  int region; /* -1: none */
};

G_DEFINE_FINAL_TYPE (LasnaPicture, lasna_picture, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_POINTED,
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The size of charts, in pixels. */
#define MIN_WIDTH 320
#define NATURAL_WIDTH 520
#define CHART_HEIGHT 360

static void
say (LasnaPicture *self)
{
  const LasnaRegion *region = lasna_picture_get_region (self);

  if (self->layout == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->layout->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  region != NULL ? region->sentence : self->layout->description,
                                  -1);
}

static void
take_layout (LasnaPicture *self, LasnaLayout *layout)
{
  g_clear_pointer (&self->layout, lasna_layout_free);
  self->layout = layout;
  if (layout == NULL || self->region >= (int) layout->regions->len)
    self->region = -1;
  say (self);
}

static void
ensure_layout (LasnaPicture *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->is_page || self->make == NULL || width < 1 || height < 1 ||
      (self->layout != NULL && self->made_width == width && self->made_height == height))
    return;
  self->made_width = width;
  self->made_height = height;
  take_layout (self, self->make (width, height, self->data));
}

/* How much the layout is enlarged on the screen. */
static double
get_enlargement (LasnaPicture *self)
{
  return self->is_page ? gtk_widget_get_width (GTK_WIDGET (self)) / self->layout->width : 1;
}

static void
lasna_picture_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  LasnaPicture *self = LASNA_PICTURE (widget);
  gboolean has_page = self->is_page && self->layout != NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = has_page ? (int) self->layout->width : NATURAL_WIDTH;
    }
  else if (has_page)
    *minimum = *natural =
        (int) ((for_size > 0 ? for_size : MIN_WIDTH) * self->layout->height / self->layout->width);
  else
    *minimum = *natural = self->height;
}

static GtkSizeRequestMode
lasna_picture_get_request_mode (GtkWidget *widget)
{
  return LASNA_PICTURE (widget)->is_page ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                         : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
draw_region (LasnaPicture *self, cairo_t *cr)
{
  const LasnaRegion *region = lasna_picture_get_region (self);
  LasnaColour accent = lasna_palette_get_colour (
      self->is_page ? LASNA_THEME_LIGHT : lasna_sign_get_theme (), LASNA_INK_ACCENT);
  double scale = self->layout->scale;

  if (region == NULL)
    return;
  cairo_set_source_rgb (cr, accent.red, accent.green, accent.blue);
  cairo_set_line_width (cr, 2 / get_enlargement (self));
  cairo_rectangle (cr,
                   region->rect.x * scale,
                   region->rect.y * scale,
                   region->rect.width * scale,
                   region->rect.height * scale);
  cairo_stroke (cr);
}

/* As a copier without colour would show it. */
static void
take_colours_out (LasnaPicture *self, cairo_t *cr)
{
  cairo_set_operator (cr, CAIRO_OPERATOR_HSL_SATURATION);
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_rectangle (cr, 0, 0, self->layout->width, self->layout->height);
  cairo_fill (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

static void
lasna_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LasnaPicture *self = LASNA_PICTURE (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (
      0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  ensure_layout (self);
  if (self->layout == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_scale (cr, get_enlargement (self), get_enlargement (self));
  if (self->is_grey)
    cairo_push_group (cr);
  lasna_layout_paint (
      self->layout, cr, self->is_page ? LASNA_THEME_PRINT : lasna_sign_get_theme ());
  if (self->is_grey)
    {
      take_colours_out (self, cr);
      cairo_pop_group_to_source (cr);
      cairo_paint (cr);
    }
  draw_region (self, cr);
  cairo_destroy (cr);
}

/**
 * lasna_picture_find_region:
 * @x: in pixels of the widget
 *
 * Returns: the index of the region at the point; -1 where there is none
 */
int
lasna_picture_find_region (LasnaPicture *self, double x, double y)
{
  const LasnaRegion *region;
  guint index;

  g_return_val_if_fail (LASNA_IS_PICTURE (self), -1);
  if (self->layout == NULL)
    return -1;
  region = lasna_layout_find_region (
      self->layout, x / get_enlargement (self), y / get_enlargement (self));
  return region != NULL && g_ptr_array_find (self->layout->regions, (gpointer) region, &index)
             ? (int) index
             : -1;
}

static void
motion_cb (LasnaPicture *self, double x, double y)
{
  lasna_picture_set_region (self, lasna_picture_find_region (self, x, y));
}

static void
leave_cb (LasnaPicture *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    lasna_picture_set_region (self, -1);
}

static void
pressed_cb (LasnaPicture *self, int n_press, double x, double y)
{
  lasna_picture_set_region (self, lasna_picture_find_region (self, x, y));
  if (gtk_widget_get_focus_on_click (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else if (self->region >= 0)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LasnaPicture *self = LASNA_PICTURE (widget);
  int n_regions;
  int step = g_variant_get_int32 (parameter);

  if (self->layout == NULL || self->layout->regions->len == 0)
    return;
  n_regions = (int) self->layout->regions->len;
  if (ABS (step) > 1)
    lasna_picture_set_region (self, step < 0 ? 0 : n_regions - 1);
  else if (self->region < 0)
    lasna_picture_set_region (self, step < 0 ? n_regions - 1 : 0);
  else
    lasna_picture_set_region (self, CLAMP (self->region + step, 0, n_regions - 1));
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (LASNA_PICTURE (widget)->region >= 0)
    g_signal_emit (widget, signals[SIGNAL_OPENED], 0);
}

static void
lasna_picture_root (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  GTK_WIDGET_CLASS (lasna_picture_parent_class)->root (widget);
  g_signal_connect_object (
      manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager,
                           "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw),
                           widget,
                           G_CONNECT_SWAPPED);
}

static void
lasna_picture_finalize (GObject *object)
{
  g_clear_pointer (&LASNA_PICTURE (object)->layout, lasna_layout_free);
  G_OBJECT_CLASS (lasna_picture_parent_class)->finalize (object);
}

static void
bind_step (GtkWidgetClass *klass, guint key, int step)
{
  gtk_widget_class_add_binding_action (klass, key, 0, "picture.step", "i", step);
}

static void
lasna_picture_class_init (LasnaPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lasna_picture_finalize;
  widget_class->measure = lasna_picture_measure;
  widget_class->get_request_mode = lasna_picture_get_request_mode;
  widget_class->snapshot = lasna_picture_snapshot;
  widget_class->root = lasna_picture_root;

  signals[SIGNAL_POINTED] = g_signal_new (
      "pointed", LASNA_TYPE_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED] = g_signal_new (
      "opened", LASNA_TYPE_PICTURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "picture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "picture.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "picture.open", NULL, open_cb);
  bind_step (widget_class, GDK_KEY_Left, -1);
  bind_step (widget_class, GDK_KEY_Up, -1);
  bind_step (widget_class, GDK_KEY_Right, 1);
  bind_step (widget_class, GDK_KEY_Down, 1);
  bind_step (widget_class, GDK_KEY_Home, -2);
  bind_step (widget_class, GDK_KEY_End, 2);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "picture.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "picture.open", NULL);
}

static void
lasna_picture_init (LasnaPicture *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->region = -1;
  self->height = CHART_HEIGHT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
lasna_picture_new (void)
{
  return g_object_new (LASNA_TYPE_PICTURE, NULL);
}

/**
 * lasna_picture_set_make:
 * @make: lays the picture out; called again for another size
 * @data: for @make; lives longer than the picture
 */
void
lasna_picture_set_make (LasnaPicture *self, LasnaPictureMake make, gpointer data)
{
  g_return_if_fail (LASNA_IS_PICTURE (self));
  self->make = make;
  self->data = data;
  lasna_picture_renew (self);
}

/**
 * lasna_picture_set_height:
 * @height: natural, in pixels, of a picture that is no page
 */
void
lasna_picture_set_height (LasnaPicture *self, int height)
{
  g_return_if_fail (LASNA_IS_PICTURE (self));
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * lasna_picture_set_page:
 * @page: (transfer full) (nullable): a page of fixed proportions
 */
void
lasna_picture_set_page (LasnaPicture *self, LasnaLayout *page)
{
  g_return_if_fail (LASNA_IS_PICTURE (self));
  self->is_page = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  take_layout (self, page);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * lasna_picture_set_grey:
 *
 * Shows a page as a copier without colour would.
 */
void
lasna_picture_set_grey (LasnaPicture *self, gboolean grey)
{
  g_return_if_fail (LASNA_IS_PICTURE (self));
  self->is_grey = grey;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lasna_picture_renew:
 *
 * Lays the picture out again, because what it shows has changed.
 */
void
lasna_picture_renew (LasnaPicture *self)
{
  g_return_if_fail (LASNA_IS_PICTURE (self));
  self->made_width = 0;
  if (self->make != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    ensure_layout (self);
  else if (!self->is_page)
    take_layout (self,
                 self->make != NULL ? self->make (NATURAL_WIDTH, self->height, self->data) : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lasna_picture_get_layout:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
const LasnaLayout *
lasna_picture_get_layout (LasnaPicture *self)
{
  g_return_val_if_fail (LASNA_IS_PICTURE (self), NULL);
  return self->layout;
}

/**
 * lasna_picture_get_region:
 *
 * Returns: (transfer none) (nullable): what is under the pointer or the focus
 */
const LasnaRegion *
lasna_picture_get_region (LasnaPicture *self)
{
  g_return_val_if_fail (LASNA_IS_PICTURE (self), NULL);
  if (self->layout == NULL || self->region < 0 || self->region >= (int) self->layout->regions->len)
    return NULL;
  return g_ptr_array_index (self->layout->regions, (guint) self->region);
}

/**
 * lasna_picture_set_region:
 * @index: of the region; -1 for none
 */
void
lasna_picture_set_region (LasnaPicture *self, int index)
{
  const LasnaRegion *region;

  g_return_if_fail (LASNA_IS_PICTURE (self));
  if (self->region == index)
    return;
  self->region = index;
  region = lasna_picture_get_region (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), region != NULL ? region->sentence : NULL);
  say (self);
  g_signal_emit (self, signals[SIGNAL_POINTED], 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
