/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files and pictures inside the workbook: never changed, and stored once however often they are
 * used.
 */
#pragma once

#include "lasna-store.h"

G_BEGIN_DECLS

#define LASNA_ATTACHMENT_MOST_BYTES (20 * 1024 * 1024)

/* A column that refers to attachments. */
typedef struct
{
  const char *table;
  const char *column;
} LasnaAttachmentPlace;

gint64 lasna_attachment_add (
    LasnaStore *store, LasnaClock *clock, GBytes *bytes, const char *type, GError **error);
GBytes *lasna_attachment_read (LasnaStore *store, gint64 id, char **type, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean lasna_attachment_sweep (LasnaStore *store,
                                 const LasnaAttachmentPlace *places,
                                 guint n_places,
                                 GError **error);

G_END_DECLS
