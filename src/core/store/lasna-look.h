/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look at a file before SQLite touches it.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* "Lasn": the application id in the header of every workbook. */
#define LASNA_APPLICATION_ID 0x4c61736e

gboolean lasna_look (const char *path, int newest_version, GError **error);
gboolean lasna_look_at_version (gint64 version, int newest_version, GError **error);

G_END_DECLS
