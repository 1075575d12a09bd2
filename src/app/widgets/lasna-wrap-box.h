/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Children one after the other, in as many lines as they need, as words are set.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LASNA_TYPE_WRAP_BOX (lasna_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (LasnaWrapBox, lasna_wrap_box, LASNA, WRAP_BOX, GtkWidget)

void lasna_wrap_box_clear (LasnaWrapBox *self);

G_END_DECLS
