/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first rows of a table, from which its shape is recognised.
 */
#pragma once

#include "lasna-row-source.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *rows; /* arrays of cells */
  guint width;     /* cells of the widest row */
} LasnaSample;

GBytes *lasna_sample_read_text (GInputStream *stream,
                                const char *encoding,
                                GCancellable *cancellable,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
char lasna_sample_guess_delimiter (GBytes *text, GPtrArray **choices);
LasnaSample *lasna_sample_new_from_rows (LasnaRowSource *source,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaSample *lasna_sample_new (GBytes *text, char delimiter) G_GNUC_WARN_UNUSED_RESULT;
void lasna_sample_free (LasnaSample *self);

const char *lasna_sample_get (const LasnaSample *self, guint row, guint column);
char *lasna_sample_dup_folded (const LasnaSample *self,
                               guint row,
                               guint column) G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_sample_find (const LasnaSample *self, guint row, const char *folded, guint *column);
gboolean lasna_sample_column_is (const LasnaSample *self,
                                 guint first_row,
                                 guint column,
                                 gboolean (*test) (const char *cell));

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaSample, lasna_sample_free)

G_END_DECLS
