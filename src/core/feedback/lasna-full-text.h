/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding voices by whole words in the index of comments, the best first. What
 * keeps the index in step is lasna-word-index.h.
 */
#pragma once

#include "lasna-store.h"
#include "lasna-text-query.h"

G_BEGIN_DECLS

GArray *lasna_full_text_search (LasnaStore *store,
                                const LasnaTextQuery *query,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *lasna_full_text_rank (LasnaStore *store,
                              const LasnaTextQuery *query,
                              guint limit,
                              gboolean *is_ranked,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean lasna_full_text_check (LasnaStore *store, gboolean *is_sound, GError **error);

G_END_DECLS
