/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says nothing to a screen reader: it always stands beside the word that it goes with.
 */
#include "config.h"

#include "lasna-sign.h"

#include "lasna-symbol.h"

#include <adwaita.h>

struct _LasnaSign
{
  GtkWidget parent_instance;

  LasnaInk ink;
};

G_DEFINE_FINAL_TYPE (LasnaSign, lasna_sign, GTK_TYPE_WIDGET)

static void
lasna_sign_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = *natural = LASNA_SIGN_SIZE;
}

/**
 * lasna_sign_get_theme:
 *
 * Returns: the theme that the desktop asks for
 */
LasnaTheme
lasna_sign_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return LASNA_THEME_HIGH_CONTRAST;
  return adw_style_manager_get_dark (manager) ? LASNA_THEME_DARK : LASNA_THEME_LIGHT;
}

/**
 * lasna_sign_append:
 *
 * Draws the sign of @ink into a square of LASNA_SIGN_SIZE whose top left corner is at @x, @y.
 */
void
lasna_sign_append (GtkSnapshot *snapshot, LasnaInk ink, float x, float y)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (x, y, LASNA_SIGN_SIZE, LASNA_SIGN_SIZE);
  LasnaColour colour = lasna_palette_get_colour (lasna_sign_get_theme (), ink);
  cairo_t *cr;

  if (ink == LASNA_INK_NONE)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  lasna_symbol_draw (lasna_ink_get_symbol (ink),
                     cr,
                     x + LASNA_SIGN_SIZE / 2.0,
                     y + LASNA_SIGN_SIZE / 2.0,
                     LASNA_SIGN_SIZE - 3);
  cairo_destroy (cr);
}

static void
lasna_sign_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  lasna_sign_append (snapshot,
                     LASNA_SIGN (widget)->ink,
                     ((float) gtk_widget_get_width (widget) - LASNA_SIGN_SIZE) / 2,
                     ((float) gtk_widget_get_height (widget) - LASNA_SIGN_SIZE) / 2);
}

static void
lasna_sign_class_init (LasnaSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = lasna_sign_measure;
  widget_class->snapshot = lasna_sign_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lasna_sign_init (LasnaSign *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
lasna_sign_new (LasnaInk ink)
{
  GtkWidget *self = g_object_new (LASNA_TYPE_SIGN, NULL);

  lasna_sign_set_ink (LASNA_SIGN (self), ink);
  return self;
}

void
lasna_sign_set_ink (LasnaSign *self, LasnaInk ink)
{
  self->ink = ink;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
