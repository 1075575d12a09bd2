/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Feelings wanted and avoided.
 */
#include "config.h"

#include "lasna-target-chip.h"

#include "lasna-options.h"
#include "lasna-parting.h"
#include "lasna-sign.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

/* Brings the sign to the middle of the first line. */
#define SIGN_TOP 2

struct _LasnaTargetChip
{
  GtkBox parent_instance;

  /* Owned */
  LasnaRecord *target;

  /* Borrowed */
  GtkWidget *sign;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (LasnaTargetChip, lasna_target_chip, GTK_TYPE_BOX)

static void
update (LasnaTargetChip *self)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (self->target);
  const char *emotion = lasna_record_get_text (self->target, "emotion");
  const char *label;
  g_autofree char *avoid = NULL;
  g_autofree char *parted = NULL;

  if (workbook == NULL || lasna_record_is_deleted (self->target) || emotion == NULL)
    return;
  label = lasna_workbook_get_term_label (workbook, "emotion", emotion, lasna_language_of_locale ());
  lasna_sign_set_ink (LASNA_SIGN (self->sign),
                      lasna_option_find_sign (workbook, "emotion", emotion));
  if (g_strcmp0 (lasna_record_get_text (self->target, "kind"), "target.avoid") == 0)
    /* Translators: %s is a feeling that the stage is to avoid, such as Hurried */
    avoid = g_strdup_printf (_ ("not %s"), label);
  parted = lasna_parting_dup (lasna_language_of_locale (), avoid != NULL ? avoid : label);
  gtk_label_set_label (GTK_LABEL (self->label), parted);
  gtk_widget_set_opacity (GTK_WIDGET (self), avoid != NULL ? 0.75 : 1);
  if (lasna_record_get_flag (self->target, "is-main"))
    gtk_widget_add_css_class (self->label, "heading");
  else
    gtk_widget_remove_css_class (self->label, "heading");
}

static void
lasna_target_chip_dispose (GObject *object)
{
  g_clear_object (&LASNA_TARGET_CHIP (object)->target);
  G_OBJECT_CLASS (lasna_target_chip_parent_class)->dispose (object);
}

static void
lasna_target_chip_class_init (LasnaTargetChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lasna_target_chip_dispose;
}

static void
lasna_target_chip_init (LasnaTargetChip *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->sign = lasna_sign_new (LASNA_INK_NONE);
  gtk_widget_set_valign (self->sign, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->sign, SIGN_TOP);
  self->label = g_object_new (
      GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_box_append (GTK_BOX (self), self->sign);
  gtk_box_append (GTK_BOX (self), self->label);
}

/**
 * lasna_target_chip_new:
 *
 * Returns: (transfer floating): the chip of an emotional target
 */
GtkWidget *
lasna_target_chip_new (LasnaRecord *target)
{
  LasnaTargetChip *self = g_object_new (LASNA_TYPE_TARGET_CHIP, NULL);

  self->target = g_object_ref (target);
  g_signal_connect_object (target, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
