/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is in view, in words, and how to change it: words to look for, conditions to add and to
 * take away, views that were kept.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-page.h"

G_BEGIN_DECLS

#define LASNA_TYPE_FILTER_BAR (lasna_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (LasnaFilterBar, lasna_filter_bar, LASNA, FILTER_BAR, GtkWidget)

void lasna_filter_bar_set_up (LasnaFilterBar *self, LasnaPage *page);

G_END_DECLS
