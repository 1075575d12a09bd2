/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list view of voices, however many.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-view.h"

G_BEGIN_DECLS

void lasna_voice_rows_set_up (GtkListView *list, GtkSelectionModel *voices, LasnaView *view);

G_END_DECLS
