/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thing on the map that can be focused, chosen and opened: a stage, a touchpoint, a stretch.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_TILE (lasna_tile_get_type ())
G_DECLARE_DERIVABLE_TYPE (LasnaTile, lasna_tile, LASNA, TILE, GtkWidget)

struct _LasnaTileClass
{
  GtkWidgetClass parent_class;

  /* Takes what the record says now, and returns the name for a screen reader. */
  char *(*update) (LasnaTile *self);
};

LasnaRecord *lasna_tile_get_record (LasnaTile *self);
void lasna_tile_set_selected (LasnaTile *self, gboolean selected);
void lasna_tile_update (LasnaTile *self);
void lasna_tile_watch (LasnaTile *self, GListModel *parts);

G_END_DECLS
