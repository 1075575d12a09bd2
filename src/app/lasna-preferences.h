/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The preferences.
 */
#pragma once

#include "lasna-workbook.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LASNA_TYPE_PREFERENCES (lasna_preferences_get_type ())
G_DECLARE_FINAL_TYPE (LasnaPreferences, lasna_preferences, LASNA, PREFERENCES, AdwPreferencesWindow)

GtkWindow *lasna_preferences_new (GSettings *settings, LasnaWorkbook *workbook);

G_END_DECLS
