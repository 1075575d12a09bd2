/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets assistive technology press the row of a list.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lasna_pressing_allow (GtkWidget *row);

G_END_DECLS
