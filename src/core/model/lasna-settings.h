/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Workbook: a row of workbook.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_SETTINGS (lasna_settings_get_type ())
LASNA_DECLARE_RECORD (LasnaSettings, lasna_settings, SETTINGS)

gboolean lasna_settings_set_weight_task (LasnaSettings *self, gint64 percent, GError **error);
double lasna_settings_get_index (LasnaSettings *self, double task, double feeling);

G_END_DECLS
