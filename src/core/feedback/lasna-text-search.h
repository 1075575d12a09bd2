/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding words inside words, in three languages.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void lasna_text_search_fold (const char *text, GString *folded);
const char *
lasna_text_search_find (const char *folded, gsize length, const char *needle, gsize *found_length);
gboolean lasna_text_search_is_at (const char *at, const char *end, const char *needle);
gboolean lasna_text_search_matches (const char *folded, gsize length, const char *needle);

G_END_DECLS
