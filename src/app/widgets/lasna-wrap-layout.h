/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Children one after the other, in as many lines as they need, as words are set.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LASNA_TYPE_WRAP_LAYOUT (lasna_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (LasnaWrapLayout, lasna_wrap_layout, LASNA, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
