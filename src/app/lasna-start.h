/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The start page: workbooks to continue, templates to begin from.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LASNA_TYPE_START (lasna_start_get_type ())
G_DECLARE_FINAL_TYPE (LasnaStart, lasna_start, LASNA, START, AdwBin)

GtkWidget *lasna_start_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lasna_start_update (LasnaStart *self);
void lasna_start_show_error (LasnaStart *self, const GError *error);

G_END_DECLS
