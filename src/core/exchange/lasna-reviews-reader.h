/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reviews.json of Google Business Profile, as rows.
 */
#pragma once

#include "lasna-row-source.h"

G_BEGIN_DECLS

LasnaRowSource *lasna_reviews_reader_new (GFile *file,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
