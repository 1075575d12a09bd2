/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FNV-1a of 64 bits: small, well known, and the same on every machine and in every version, for
 * fingerprints are kept in workbooks.
 */
#include "config.h"

#include "lasna-fingerprint.h"

#include <string.h>

struct _LasnaFingerprints
{
  guint64 *entries; /* pairs of fingerprint and number; a fingerprint of 0 is an empty place */
  gsize n_places;   /* a power of two */
  gsize n_entries;
};

guint64
lasna_fingerprint_add (guint64 hash, gconstpointer bytes, gsize length)
{
  const guint8 *byte = bytes;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ byte[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

/* Like lasna_fingerprint_add(), but eight bytes at a time: for whole files, in chunks whose length
 * is the same each time.
 */
guint64
lasna_fingerprint_add_chunk (guint64 hash, gconstpointer bytes, gsize length)
{
  const guint8 *byte = bytes;

  for (guint64 eight; length >= sizeof eight; length -= sizeof eight, byte += sizeof eight)
    {
      memcpy (&eight, byte, sizeof eight);
      hash = (hash ^ GUINT64_FROM_LE (eight)) * G_GUINT64_CONSTANT (0x100000001b3);
      hash ^= hash >> 32;
    }
  return lasna_fingerprint_add (hash, byte, length);
}

/* The end of a text counts too, so that "ab", "c" differs from "a", "bc". */
guint64
lasna_fingerprint_add_text (guint64 hash, const char *text)
{
  return lasna_fingerprint_add (hash, text, strlen (text) + 1);
}

guint64
lasna_fingerprint_add_number (guint64 hash, guint64 number)
{
  guint64 little = GUINT64_TO_LE (number);

  return lasna_fingerprint_add (hash, &little, sizeof little);
}

/**
 * lasna_fingerprint_finish:
 *
 * Returns: @hash with its bits spread; never 0
 */
guint64
lasna_fingerprint_finish (guint64 hash)
{
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash ^= hash >> 33;
  return hash != 0 ? hash : 1;
}

LasnaFingerprints *
lasna_fingerprints_new (void)
{
  LasnaFingerprints *self = g_new0 (LasnaFingerprints, 1);

  self->n_places = 256;
  self->entries = g_new0 (guint64, self->n_places * 2);
  return self;
}

void
lasna_fingerprints_free (LasnaFingerprints *self)
{
  g_free (self->entries);
  g_free (self);
}

static guint64 *
find_place (LasnaFingerprints *self, guint64 hash)
{
  gsize mask = self->n_places - 1;
  gsize place = hash & mask;

  while (self->entries[place * 2] != 0 && self->entries[place * 2] != hash)
    place = (place + 1) & mask;
  return &self->entries[place * 2];
}

static void
grow (LasnaFingerprints *self)
{
  g_autofree guint64 *old = self->entries;
  gsize n_old = self->n_places;

  self->n_places *= 2;
  self->entries = g_new0 (guint64, self->n_places * 2);
  for (gsize i = 0; i < n_old; i++)
    if (old[i * 2] != 0)
      memcpy (find_place (self, old[i * 2]), &old[i * 2], 2 * sizeof *old);
}

/**
 * lasna_fingerprints_add:
 * @hash: not 0
 * @is_new: (out) (optional): whether it was not there before
 *
 * Returns: (transfer none): the number kept with it, 0 at first; valid until the next addition
 */
guint64 *
lasna_fingerprints_add (LasnaFingerprints *self, guint64 hash, gboolean *is_new)
{
  if (self->n_entries * 4 >= self->n_places * 3)
    grow (self);

  guint64 *place = find_place (self, hash);

  if (is_new != NULL)
    *is_new = place[0] == 0;
  if (place[0] == 0)
    {
      place[0] = hash;
      self->n_entries++;
    }
  return &place[1];
}

gboolean
lasna_fingerprints_contains (LasnaFingerprints *self, guint64 hash)
{
  return self->n_entries > 0 && find_place (self, hash)[0] != 0;
}

gsize
lasna_fingerprints_get_size (LasnaFingerprints *self)
{
  return self->n_entries;
}
