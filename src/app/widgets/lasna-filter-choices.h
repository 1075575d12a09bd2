/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the voices in view can be narrowed by, to choose from by typing a few letters of it.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-feedback.h"
#include "lasna-view.h"

G_BEGIN_DECLS

#define LASNA_TYPE_FILTER_CHOICES (lasna_filter_choices_get_type ())
G_DECLARE_FINAL_TYPE (LasnaFilterChoices, lasna_filter_choices, LASNA, FILTER_CHOICES, GtkPopover)

GtkWidget *lasna_filter_choices_new (LasnaView *view, LasnaFeedback *feedback);

G_END_DECLS
