/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flat button with an icon, and a name for those who do not see the icon.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *lasna_icon_button_new (const char *icon, const char *name);
void lasna_icon_button_set_name (GtkWidget *button, const char *name);

G_END_DECLS
