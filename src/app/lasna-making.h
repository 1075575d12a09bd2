/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * New workbooks: a file at once, in Documents, under a name that is free.
 */
#pragma once

#include "lasna-words.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char *lasna_making_dup_free_path (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_making_new (const char *template_id,
                        LasnaLanguage language,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_making_restore (const char *backup,
                            const char *name,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
