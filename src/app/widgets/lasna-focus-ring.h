/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the keys go stays to be seen while somebody works by keys.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lasna_focus_ring_keep (GtkWindow *window);

G_END_DECLS
