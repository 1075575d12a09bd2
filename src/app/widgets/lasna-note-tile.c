/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts on the map.
 */
#include "config.h"

#include "lasna-note-tile.h"

#include "lasna-kinds.h"

#include <glib/gi18n-lib.h>

struct _LasnaNoteTile
{
  LasnaTile parent_instance;

  /* Borrowed */
  GtkWidget *label;
  const LasnaProperty *property;
  const char *advice; /* static, untranslated */
};

G_DEFINE_FINAL_TYPE (LasnaNoteTile, lasna_note_tile, LASNA_TYPE_TILE)

static char *
lasna_note_tile_update (LasnaTile *tile)
{
  LasnaNoteTile *self = LASNA_NOTE_TILE (tile);
  const char *text = lasna_record_get_text (lasna_tile_get_record (tile), self->property->name);

  gtk_label_set_label (GTK_LABEL (self->label), text != NULL ? text : _ (self->advice));
  if (text == NULL)
    gtk_widget_add_css_class (self->label, "dim-label");
  else
    gtk_widget_remove_css_class (self->label, "dim-label");
  return g_strdup_printf (
      "%s: %s", _ (self->property->label), text != NULL ? text : _ ("Not written yet"));
}

static void
lasna_note_tile_class_init (LasnaNoteTileClass *klass)
{
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  LASNA_TILE_CLASS (klass)->update = lasna_note_tile_update;
}

static void
lasna_note_tile_init (LasnaNoteTile *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "note");
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "xalign",
                              0.0,
                              "yalign",
                              0.0,
                              "wrap",
                              TRUE,
                              "wrap-mode",
                              PANGO_WRAP_WORD_CHAR,
                              "lines",
                              8,
                              "ellipsize",
                              PANGO_ELLIPSIZE_END,
                              "width-chars",
                              8,
                              NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * lasna_note_tile_new:
 * @property: the name of a text of @record
 * @advice: what is shown where nothing is written; static, untranslated
 *
 * Returns: (transfer floating): the tile
 */
GtkWidget *
lasna_note_tile_new (LasnaRecord *record, const char *property, const char *advice)
{
  LasnaNoteTile *self = g_object_new (LASNA_TYPE_NOTE_TILE, "record", record, NULL);

  self->property = lasna_kinds_find_property (LASNA_RECORD_GET_CLASS (record), property);
  self->advice = advice;
  gtk_widget_add_css_class (GTK_WIDGET (self), property);
  lasna_tile_update (LASNA_TILE (self));
  return GTK_WIDGET (self);
}

/**
 * lasna_note_tile_get_property:
 *
 * Returns: (transfer none): the name of the property that is shown
 */
const char *
lasna_note_tile_get_property (LasnaNoteTile *self)
{
  return self->property->name;
}
