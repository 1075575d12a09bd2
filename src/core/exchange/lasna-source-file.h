/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file that something is brought in from.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFileInputStream *lasna_source_file_open (GFile *file,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_source_file_load (
    GFile *file, char **text, gsize *length, GCancellable *cancellable, GError **error);

G_END_DECLS
