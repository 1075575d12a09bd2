/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts made comparable: the names that files and people write differ in case, accents and marks.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lasna_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_fold_is_listed (const char *folded, const char *list);

G_END_DECLS
