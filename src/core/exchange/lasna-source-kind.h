/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds of files that rows are read from, other than text with delimiters.
 */
#pragma once

#include "lasna-row-source.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *title; /* a proper name */
  LasnaRowSource *(*open) (GFile *file, GCancellable *cancellable, GError **error);
} LasnaSourceKind;

gboolean lasna_source_kind_find (GFile *file,
                                 const LasnaSourceKind **kind,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
