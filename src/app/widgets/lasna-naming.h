/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names for the toolkit's inner parts, which it leaves without.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lasna_naming_name (GtkWidget *widget, const char *name);
void lasna_naming_name_inside (GtkWidget *widget, const char *name);
void lasna_naming_name_row (GtkListItem *item, const char *name);

G_END_DECLS
