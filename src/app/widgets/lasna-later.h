/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can wait until the window is on the screen.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*LasnaLaterFunc) (GtkWidget *widget);

void lasna_later_run (GtkWidget *widget, LasnaLaterFunc func);
void lasna_later_cancel (GtkWidget *widget);

G_END_DECLS
