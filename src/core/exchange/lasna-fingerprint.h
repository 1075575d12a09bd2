/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hashes of 64 bits that are kept in files, and sets of them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LASNA_FINGERPRINT_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

guint64 lasna_fingerprint_add (guint64 hash, gconstpointer bytes, gsize length);
guint64 lasna_fingerprint_add_chunk (guint64 hash, gconstpointer bytes, gsize length);
guint64 lasna_fingerprint_add_text (guint64 hash, const char *text);
guint64 lasna_fingerprint_add_number (guint64 hash, guint64 number);
guint64 lasna_fingerprint_finish (guint64 hash);

/* A set of fingerprints, at most 11 bytes an entry; with a number for each, 17. */
typedef struct _LasnaFingerprints LasnaFingerprints;

LasnaFingerprints *lasna_fingerprints_new (gboolean has_numbers) G_GNUC_WARN_UNUSED_RESULT;
void lasna_fingerprints_free (LasnaFingerprints *self);
void lasna_fingerprints_prefetch (LasnaFingerprints *self, guint64 hash);
guint32 *lasna_fingerprints_add (LasnaFingerprints *self, guint64 hash, gboolean *is_new);
gboolean lasna_fingerprints_contains (LasnaFingerprints *self, guint64 hash);
gsize lasna_fingerprints_get_size (LasnaFingerprints *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaFingerprints, lasna_fingerprints_free)

G_END_DECLS
