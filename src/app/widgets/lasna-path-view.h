/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The path of the customer over the map: through forest and clearings, wanted, believed and felt.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-feedback.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PATH_VIEW (lasna_path_view_get_type ())
G_DECLARE_FINAL_TYPE (LasnaPathView, lasna_path_view, LASNA, PATH_VIEW, GtkWidget)

GtkWidget *lasna_path_view_new (LasnaFeedback *feedback);
void lasna_path_view_show (LasnaPathView *self, LasnaRecord *journey);

G_END_DECLS
