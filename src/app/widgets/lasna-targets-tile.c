/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wanted and avoided feelings of a stage.
 */
#include "config.h"

#include "lasna-targets-tile.h"

#include "lasna-heading.h"
#include "lasna-record-box.h"
#include "lasna-target-chip.h"

#include <glib/gi18n-lib.h>

struct _LasnaTargetsTile
{
  LasnaTile parent_instance;

  /* Borrowed */
  GtkWidget *box;
  GtkWidget *advice;
};

G_DEFINE_FINAL_TYPE (LasnaTargetsTile, lasna_targets_tile, LASNA_TYPE_TILE)

static char *
lasna_targets_tile_update (LasnaTile *tile)
{
  LasnaTargetsTile *self = LASNA_TARGETS_TILE (tile);
  GListModel *targets =
      lasna_record_get_children (lasna_tile_get_record (tile), "emotion_target", "stage");
  g_autoptr (GString) name = g_string_new (_ ("Wanted feelings"));
  guint n_targets = g_list_model_get_n_items (targets);

  gtk_widget_set_visible (self->advice, n_targets == 0);
  for (guint i = 0; i < n_targets; i++)
    {
      g_autoptr (LasnaRecord) target = g_list_model_get_item (targets, i);
      g_autofree char *heading = lasna_heading_dup (target);

      if (g_strcmp0 (lasna_record_get_text (target, "kind"), "target.avoid") != 0)
        g_string_append_printf (name, "%s %s", i == 0 ? ":" : ",", heading);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
lasna_targets_tile_class_init (LasnaTargetsTileClass *klass)
{
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  LASNA_TILE_CLASS (klass)->update = lasna_targets_tile_update;
}

static void
lasna_targets_tile_init (LasnaTargetsTile *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "note");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->advice = g_object_new (GTK_TYPE_LABEL,
                               "label",
                               _ ("Which feeling do you want to awaken?"),
                               "xalign",
                               0.0,
                               "wrap",
                               TRUE,
                               NULL);
  gtk_widget_add_css_class (self->advice, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->advice);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
make_chip (LasnaRecord *target, gpointer data)
{
  return lasna_target_chip_new (target);
}

/**
 * lasna_targets_tile_new:
 *
 * Returns: (transfer floating): the tile
 */
GtkWidget *
lasna_targets_tile_new (LasnaRecord *stage)
{
  LasnaTargetsTile *self = g_object_new (LASNA_TYPE_TARGETS_TILE, "record", stage, NULL);
  GListModel *targets = lasna_record_get_children (stage, "emotion_target", "stage");

  gtk_box_append (GTK_BOX (self->box), lasna_record_box_new (targets, make_chip, NULL));
  lasna_tile_watch (LASNA_TILE (self), targets);
  lasna_tile_update (LASNA_TILE (self));
  return GTK_WIDGET (self);
}
