/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stage heads.
 */
#include "config.h"

#include "lasna-stage-head.h"

#include "lasna-parting.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

struct _LasnaStageHead
{
  LasnaTile parent_instance;

  /* Template children */
  GtkWidget *number;
  GtkWidget *title;
  GtkWidget *situation;

  guint place;
  guint n_stages;
};

G_DEFINE_FINAL_TYPE (LasnaStageHead, lasna_stage_head, LASNA_TYPE_TILE)

static char *
lasna_stage_head_update (LasnaTile *tile)
{
  LasnaStageHead *self = LASNA_STAGE_HEAD (tile);
  LasnaRecord *stage = lasna_tile_get_record (tile);
  const char *title = lasna_record_get_text (stage, "title");
  const char *situation =
      lasna_record_get_term_label (stage, "contact-situation", lasna_language_of_locale ());
  LasnaLanguage language = lasna_workbook_get_language (lasna_record_get_workbook (stage));
  g_autofree char *number = g_strdup_printf ("%u", self->place);
  g_autofree char *parted = lasna_parting_dup (language, title);
  g_autofree char *parted_situation = lasna_parting_dup (lasna_language_of_locale (), situation);

  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_label_set_label (GTK_LABEL (self->title), parted);
  gtk_label_set_label (GTK_LABEL (self->situation), parted_situation);
  gtk_widget_set_visible (self->situation, situation != NULL);
  if (situation == NULL)
    /* Translators: a stage of the journey: 2 of 6: Buying */
    return g_strdup_printf (_ ("Stage %u of %u: %s"), self->place, self->n_stages, title);
  /* Translators: a stage of the journey: 2 of 6: Buying. First messages and replies */
  return g_strdup_printf (
      _ ("Stage %u of %u: %s. %s"), self->place, self->n_stages, title, situation);
}

static void
lasna_stage_head_class_init (LasnaStageHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/lasna/Lasna/lasna-stage-head.ui");
  gtk_widget_class_bind_template_child (widget_class, LasnaStageHead, number);
  gtk_widget_class_bind_template_child (widget_class, LasnaStageHead, title);
  gtk_widget_class_bind_template_child (widget_class, LasnaStageHead, situation);
  LASNA_TILE_CLASS (klass)->update = lasna_stage_head_update;
}

static void
lasna_stage_head_init (LasnaStageHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lasna_stage_head_new:
 * @number: of the stage, from 1
 *
 * Returns: (transfer floating): the head of a stage
 */
GtkWidget *
lasna_stage_head_new (LasnaRecord *stage, guint number, guint n_stages)
{
  LasnaStageHead *self = g_object_new (LASNA_TYPE_STAGE_HEAD, "record", stage, NULL);

  self->place = number;
  self->n_stages = n_stages;
  lasna_tile_update (LASNA_TILE (self));
  return GTK_WIDGET (self);
}
