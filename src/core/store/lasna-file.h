/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files as wholes: made under a temporary name, put on the disk, given their name.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void lasna_file_set_error (GError **error, int number);

char *lasna_file_resolve (const char *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_file_is_same (const char *one, const char *two);
gint64 lasna_file_get_size (const char *path);
gboolean lasna_file_is_in_use (const char *path);
gboolean lasna_file_is_remote (const char *path);

char *lasna_file_make_temporary (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_file_put (const char *temporary, const char *path, gboolean replace, GError **error);
void lasna_file_remove_with_journals (const char *path);
void lasna_file_remove_folder (const char *folder);

G_END_DECLS
