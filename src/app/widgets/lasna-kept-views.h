/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was in view once and was kept under a name.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-feedback.h"
#include "lasna-view.h"

G_BEGIN_DECLS

#define LASNA_TYPE_KEPT_VIEWS (lasna_kept_views_get_type ())
G_DECLARE_FINAL_TYPE (LasnaKeptViews, lasna_kept_views, LASNA, KEPT_VIEWS, GtkPopover)

GtkWidget *lasna_kept_views_new (LasnaView *view, LasnaFeedback *feedback);

G_END_DECLS
