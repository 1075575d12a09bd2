/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the index of the words of comments in step with them.
 */
#pragma once

#include "lasna-log.h"

G_BEGIN_DECLS

gboolean _lasna_word_index_follow (LasnaStore *store, const LasnaLogStep *step, GError **error);
gboolean lasna_word_index_forget (sqlite3 *connection, const char *rows, GError **error);

gboolean
lasna_word_index_add (LasnaStore *store, gint64 voice, const char *comment, GError **error);
gboolean
lasna_word_index_remove (LasnaStore *store, gint64 voice, const char *comment, GError **error);
gboolean lasna_word_index_merge (LasnaStore *store, GError **error);
gboolean lasna_word_index_rebuild (sqlite3 *connection, GError **error);

G_END_DECLS
