/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture behind everything: a path through the forest, into a clearing.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LASNA_TYPE_FOREST (lasna_forest_get_type ())
G_DECLARE_FINAL_TYPE (LasnaForest, lasna_forest, LASNA, FOREST, GtkWidget)

G_END_DECLS
