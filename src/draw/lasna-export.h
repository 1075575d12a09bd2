/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture as a file: PDF, SVG or PNG, whole or not at all.
 */
#pragma once

#include "lasna-layout.h"

G_BEGIN_DECLS

gboolean lasna_layout_export (
    const LasnaLayout *self, const char *path, LasnaTheme theme, const char *date, GError **error);
gboolean lasna_export_check_path (const char *path, GError **error);
gboolean lasna_export_text (const char *text, const char *path, GError **error);

G_END_DECLS
