/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Byte strings numbered in the order in which they came: what the codes of a column stand for.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount references;
  guint n; /* codes are 0 .. n - 1; 0 is that of the empty string */
  GByteArray *bytes;
  GArray *starts; /* (element-type guint32) n + 1 of them */
  guint32 *slots; /* code + 1, by hash */
  guint n_slots;  /* a power of two */
} LasnaDictionary;

LasnaDictionary *lasna_dictionary_new (void) G_GNUC_WARN_UNUSED_RESULT;
LasnaDictionary *lasna_dictionary_copy (const LasnaDictionary *self) G_GNUC_WARN_UNUSED_RESULT;
LasnaDictionary *lasna_dictionary_ref (LasnaDictionary *self) G_GNUC_WARN_UNUSED_RESULT;
void lasna_dictionary_unref (LasnaDictionary *self);

guint lasna_dictionary_take (LasnaDictionary *self, gconstpointer key, gsize length);
gconstpointer lasna_dictionary_get (const LasnaDictionary *self, guint code, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaDictionary, lasna_dictionary_unref)

G_END_DECLS
