/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hidden stretches.
 */
#include "config.h"

#include "lasna-stretch-card.h"

#include "lasna-parting.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

struct _LasnaStretchCard
{
  LasnaTile parent_instance;

  /* Template children */
  GtkWidget *assumption;
  GtkWidget *confidence;
};

G_DEFINE_FINAL_TYPE (LasnaStretchCard, lasna_stretch_card, LASNA_TYPE_TILE)

static char *
lasna_stretch_card_update (LasnaTile *tile)
{
  LasnaStretchCard *self = LASNA_STRETCH_CARD (tile);
  LasnaRecord *stretch = lasna_tile_get_record (tile);
  const char *assumption = lasna_record_get_text (stretch, "assumption");
  const char *confidence =
      lasna_record_get_term_label (stretch, "confidence", lasna_language_of_locale ());
  LasnaLanguage language = lasna_workbook_get_language (lasna_record_get_workbook (stretch));
  g_autofree char *parted = lasna_parting_dup (language, assumption);

  if (confidence == NULL)
    confidence = _ ("Not known");
  gtk_label_set_label (GTK_LABEL (self->assumption), parted);
  gtk_label_set_label (GTK_LABEL (self->confidence), confidence);
  /* Translators: a stretch of the journey where we do not see the customer: how sure we are, and
   * what we think happens there
   */
  return g_strdup_printf (_ ("Hidden stretch (%s): %s"), confidence, assumption);
}

static void
lasna_stretch_card_class_init (LasnaStretchCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fi/lasna/Lasna/lasna-stretch-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaStretchCard, assumption);
  gtk_widget_class_bind_template_child (widget_class, LasnaStretchCard, confidence);
  LASNA_TILE_CLASS (klass)->update = lasna_stretch_card_update;
}

static void
lasna_stretch_card_init (LasnaStretchCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lasna_stretch_card_new:
 *
 * Returns: (transfer floating): the card of a hidden stretch
 */
GtkWidget *
lasna_stretch_card_new (LasnaRecord *stretch)
{
  LasnaTile *self = g_object_new (LASNA_TYPE_STRETCH_CARD, "record", stretch, NULL);

  lasna_tile_update (self);
  return GTK_WIDGET (self);
}
