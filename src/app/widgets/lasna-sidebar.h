/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of pages beside the page.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LASNA_TYPE_SIDEBAR (lasna_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (LasnaSidebar, lasna_sidebar, LASNA, SIDEBAR, GtkBox)

void lasna_sidebar_select (LasnaSidebar *self, const char *page);
void lasna_sidebar_set_folded (LasnaSidebar *self, gboolean folded);
void lasna_sidebar_set_count (LasnaSidebar *self, const char *page, guint count);
void lasna_sidebar_set_saved (LasnaSidebar *self, const char *time);

G_END_DECLS
