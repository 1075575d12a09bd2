/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws letter, title, channels and signs by itself: a map of hundreds of cards made of ordinary
 * widgets would be slow to edit.
 */
#include "config.h"

#include "lasna-touchpoint-card.h"

#include "lasna-drawn-text.h"
#include "lasna-parting.h"
#include "lasna-sign.h"
#include "lasna-symbol.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sizes in pixels. */
#define PADDING 9
#define DISC 22
#define GAP 8
#define STAR 12
#define LINE_GAP 2
#define MIN_WIDTH 120
#define MIN_HEIGHT 40

struct _LasnaTouchpointCard
{
  LasnaTile parent_instance;

  /* Owned */
  PangoLayout *title;
  PangoLayout *channels;
  PangoLayout *letter;

  gboolean is_extra;
};

G_DEFINE_FINAL_TYPE (LasnaTouchpointCard, lasna_touchpoint_card, LASNA_TYPE_TILE)

/* The star stands beside the title only. */
static int
get_text_width (LasnaTouchpointCard *self, int width, gboolean beside_star)
{
  int around = 2 * PADDING + DISC + GAP + (beside_star ? STAR + GAP / 2 : 0);

  return MAX (width - around, 24);
}

/* The height of the card at @width. */
static int
lay_out (LasnaTouchpointCard *self, int width)
{
  int height = 0;
  int more = 0;

  if (self->title == NULL)
    return MIN_HEIGHT;
  pango_layout_set_width (self->title, get_text_width (self, width, self->is_extra) * PANGO_SCALE);
  pango_layout_set_width (self->channels, get_text_width (self, width, FALSE) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->title, NULL, &height);
  if (pango_layout_get_character_count (self->channels) > 0)
    {
      pango_layout_get_pixel_size (self->channels, NULL, &more);
      height += more + LINE_GAP;
    }
  return MAX (height + 2 * PADDING, MIN_HEIGHT);
}

static void
lasna_touchpoint_card_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  LasnaTouchpointCard *self = LASNA_TOUCHPOINT_CARD (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = 180;
    }
  else
    *minimum = *natural = lay_out (self, for_size > 0 ? for_size : 180);
}

static void
append_letter (LasnaTouchpointCard *self, GtkSnapshot *snapshot, GdkRGBA *colour)
{
  graphene_rect_t disc = GRAPHENE_RECT_INIT (PADDING, PADDING - 1, DISC, DISC);
  int width;
  int height;

  if (pango_layout_get_character_count (self->letter) == 0)
    return;

  GskRoundedRect round;
  const float lines[4] = { 1.25F, 1.25F, 1.25F, 1.25F };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };

  gsk_rounded_rect_init_from_rect (&round, &disc, DISC / 2.0F);
  gtk_snapshot_append_border (snapshot, &round, lines, colours);
  pango_layout_get_pixel_size (self->letter, &width, &height);
  lasna_drawn_text_append (snapshot,
                           self->letter,
                           colour,
                           PADDING + (DISC - (float) width) / 2,
                           PADDING - 1 + (DISC - (float) height) / 2);
}

static void
append_star (GtkSnapshot *snapshot, GdkRGBA *colour, float right)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (right - STAR, PADDING + 3, STAR, STAR);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  gdk_cairo_set_source_rgba (cr, colour);
  lasna_symbol_draw (
      LASNA_SYMBOL_STAR, cr, area.origin.x + STAR / 2.0, area.origin.y + STAR / 2.0, STAR);
  cairo_destroy (cr);
}

static void
lasna_touchpoint_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LasnaTouchpointCard *self = LASNA_TOUCHPOINT_CARD (widget);
  int width = gtk_widget_get_width (widget);
  GdkRGBA colour;
  GdkRGBA quiet;
  int height = 0;
  float top;

  if (self->title == NULL)
    return;
  lay_out (self, width);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  quiet = colour;
  quiet.alpha *= LASNA_DRAWN_TEXT_QUIET;
  append_letter (self, snapshot, &quiet);

  pango_layout_get_pixel_size (self->title, NULL, &height);
  top = pango_layout_get_line_count (self->title) > 1 ||
                pango_layout_get_character_count (self->channels) > 0
            ? PADDING
            : ((float) gtk_widget_get_height (widget) - (float) height) / 2;
  lasna_drawn_text_append (snapshot, self->title, &colour, PADDING + DISC + GAP, top);
  lasna_drawn_text_append (
      snapshot, self->channels, &quiet, PADDING + DISC + GAP, top + (float) height + LINE_GAP);
  if (self->is_extra)
    append_star (snapshot, &quiet, (float) width - PADDING);
}

static PangoLayout *
make_layout (LasnaTouchpointCard *self,
             LasnaLanguage language,
             const char *text,
             double scale,
             gboolean bold,
             int lines)
{
  g_autofree char *parted = lasna_parting_dup (language, text);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), parted);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -lines);
  return layout;
}

static char *
dup_channels (LasnaRecord *touchpoint)
{
  GListModel *channels = lasna_record_get_children (touchpoint, "touchpoint_channel", "touchpoint");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (channels); i++)
    {
      g_autoptr (LasnaRecord) channel = g_list_model_get_item (channels, i);
      const char *name =
          lasna_record_get_term_label (channel, "channel", lasna_language_of_locale ());

      if (name != NULL)
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* Everything the card shows, in words. */
static char *
dup_name (LasnaTile *self, const char *channels)
{
  LasnaRecord *touchpoint = lasna_tile_get_record (self);
  g_autoptr (GString) name = g_string_new (lasna_record_get_text (touchpoint, "title"));
  const char *const parts[] = {
    lasna_record_get_term_label (touchpoint, "mode", lasna_language_of_locale ()),
    lasna_record_get_term_label (touchpoint, "visibility", lasna_language_of_locale ()),
    *channels != '\0' ? channels : NULL,
    lasna_record_get_flag (touchpoint, "is-extra") ? _ ("An extra") : NULL,
    lasna_record_get_flag (touchpoint, "moment-of-truth") ? _ ("Moment of truth") : NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (name, ". %s", parts[i]);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean present)
{
  if (present)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static char *
lasna_touchpoint_card_update (LasnaTile *tile)
{
  LasnaTouchpointCard *self = LASNA_TOUCHPOINT_CARD (tile);
  LasnaRecord *touchpoint = lasna_tile_get_record (tile);
  LasnaLanguage ours = lasna_language_of_locale ();
  g_autofree char *channels = dup_channels (touchpoint);
  const char *mode = lasna_record_get_text (touchpoint, "mode");
  const char *visibility = lasna_record_get_text (touchpoint, "visibility");

  g_clear_object (&self->title);
  g_clear_object (&self->channels);
  g_clear_object (&self->letter);
  self->is_extra = lasna_record_get_flag (touchpoint, "is-extra");
  self->title = make_layout (self,
                             lasna_workbook_get_language (lasna_record_get_workbook (touchpoint)),
                             lasna_record_get_text (touchpoint, "title"),
                             1,
                             lasna_record_get_flag (touchpoint, "moment-of-truth"),
                             4);
  self->channels = make_layout (self, ours, channels, PANGO_SCALE_SMALL, FALSE, 5);
  self->letter =
      make_layout (self, ours, lasna_mode_get_letter (mode, ours), PANGO_SCALE_SMALL, TRUE, 1);
  set_class (GTK_WIDGET (self), "glimpsed", g_strcmp0 (visibility, "visibility.glimpsed") == 0);
  set_class (GTK_WIDGET (self), "forest", g_strcmp0 (visibility, "visibility.hidden") == 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return dup_name (tile, channels);
}

static void
lasna_touchpoint_card_dispose (GObject *object)
{
  LasnaTouchpointCard *self = LASNA_TOUCHPOINT_CARD (object);

  g_clear_object (&self->title);
  g_clear_object (&self->channels);
  g_clear_object (&self->letter);
  G_OBJECT_CLASS (lasna_touchpoint_card_parent_class)->dispose (object);
}

static GtkSizeRequestMode
lasna_touchpoint_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lasna_touchpoint_card_class_init (LasnaTouchpointCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lasna_touchpoint_card_dispose;
  widget_class->measure = lasna_touchpoint_card_measure;
  widget_class->snapshot = lasna_touchpoint_card_snapshot;
  widget_class->get_request_mode = lasna_touchpoint_card_get_request_mode;
  LASNA_TILE_CLASS (klass)->update = lasna_touchpoint_card_update;
}

static void
lasna_touchpoint_card_init (LasnaTouchpointCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "touchpoint");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * lasna_touchpoint_card_new:
 *
 * Returns: (transfer floating): the card of a touchpoint
 */
GtkWidget *
lasna_touchpoint_card_new (LasnaRecord *touchpoint)
{
  LasnaTile *self = g_object_new (LASNA_TYPE_TOUCHPOINT_CARD, "record", touchpoint, NULL);

  lasna_tile_watch (self,
                    lasna_record_get_children (touchpoint, "touchpoint_channel", "touchpoint"));
  lasna_tile_update (self);
  return GTK_WIDGET (self);
}
