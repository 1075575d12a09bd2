/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the bytes of a file to UTF-8, whatever they are.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What one reading of a whole file tells. */
typedef struct
{
  const char *encoding; /* "utf-8", "utf-16le", "utf-16be" or "windows-1252" */
  gboolean has_mark;    /* a byte order mark says so */
  guint64 undefined;    /* bytes that windows-1252 gives no letter */
  guint64 size;         /* bytes */
  guint64 hash;         /* of the bytes */
} LasnaEncodingScan;

typedef struct _LasnaDecoder LasnaDecoder;

gboolean lasna_encoding_scan (GInputStream *stream,
                              LasnaEncodingScan *scan,
                              GCancellable *cancellable,
                              GError **error);
gboolean lasna_encoding_is_known (const char *encoding);

LasnaDecoder *lasna_decoder_new (GInputStream *stream,
                                 const char *encoding,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_decoder_free (LasnaDecoder *self);
gboolean lasna_decoder_next (LasnaDecoder *self,
                             const char **text,
                             gsize *length,
                             GCancellable *cancellable,
                             GError **error);
guint64 lasna_decoder_get_position (LasnaDecoder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaDecoder, lasna_decoder_free)

G_END_DECLS
