/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ends a program when its first window has been drawn.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lasna_first_frame_watch (GtkApplication *application);

G_END_DECLS
