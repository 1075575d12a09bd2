/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program with its windows.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LASNA_TYPE_APPLICATION (lasna_application_get_type ())
G_DECLARE_FINAL_TYPE (LasnaApplication, lasna_application, LASNA, APPLICATION, AdwApplication)

LasnaApplication *lasna_application_new (void) G_GNUC_WARN_UNUSED_RESULT;
GSettings *lasna_application_get_settings (LasnaApplication *self);
void lasna_application_open (LasnaApplication *self, GFile *file, GtkWindow *from);

G_END_DECLS
