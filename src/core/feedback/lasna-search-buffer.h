/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of all voices, folded, one after another in memory, so that a search looks through all
 * of them while somebody types.
 */
#pragma once

#include "lasna-rows.h"
#include "lasna-text-query.h"

G_BEGIN_DECLS

typedef struct _LasnaSearchBuffer LasnaSearchBuffer;

/* A bit for each row. */
typedef guint64 LasnaBits;

static inline gboolean
lasna_bits_get (const LasnaBits *self, guint row)
{
  return (self[row / 64] >> (row % 64)) & 1;
}

static inline void
lasna_bits_set (LasnaBits *self, guint row)
{
  self[row / 64] |= G_GUINT64_CONSTANT (1) << (row % 64);
}

LasnaSearchBuffer *lasna_search_buffer_load (const LasnaRows *rows,
                                             LasnaStore *store,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaSearchBuffer *lasna_search_buffer_change (const LasnaSearchBuffer *self,
                                               const LasnaRows *rows,
                                               LasnaStore *store,
                                               const gint64 *ids,
                                               guint n) G_GNUC_WARN_UNUSED_RESULT;
void lasna_search_buffer_free (LasnaSearchBuffer *self);
LasnaBits *lasna_search_buffer_find (const LasnaSearchBuffer *self,
                                     const LasnaRows *rows,
                                     const LasnaTextQuery *query) G_GNUC_WARN_UNUSED_RESULT;
guint32 *lasna_search_buffer_dup_lengths (const LasnaSearchBuffer *self,
                                          const LasnaRows *rows) G_GNUC_WARN_UNUSED_RESULT;
gsize lasna_search_buffer_get_bytes (const LasnaSearchBuffer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaSearchBuffer, lasna_search_buffer_free)

G_END_DECLS
