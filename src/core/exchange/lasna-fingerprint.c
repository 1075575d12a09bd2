/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FNV-1a of 64 bits: small, well known, and the same on every machine and in every version, for
 * fingerprints are kept in workbooks.
 */
#include "config.h"

#include "lasna-fingerprint.h"

#include <string.h>

/* The set is kept in parts, of which one grows at a time: while a whole table is copied into a
 * larger one, both are there.
 */
#define N_PARTS 256
#define PLACES_AT_FIRST 16

typedef struct
{
  guint64 *hashes;  /* 0 is an empty place */
  guint32 *numbers; /* NULL in a set without them */
  guint32 n_places;
  guint32 n_entries;
} Part;

struct _LasnaFingerprints
{
  Part parts[N_PARTS];
  gboolean has_numbers;
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

static void
part_init (LasnaFingerprints *self, Part *part, guint32 n_places)
{
  part->n_places = n_places;
  part->hashes = g_new0 (guint64, n_places);
  part->numbers = self->has_numbers ? g_new0 (guint32, n_places) : NULL;
}

/**
 * lasna_fingerprints_new:
 * @has_numbers: whether each is kept with a number
 *
 * Returns: (transfer full): an empty set
 */
LasnaFingerprints *
lasna_fingerprints_new (gboolean has_numbers)
{
  LasnaFingerprints *self = g_new0 (LasnaFingerprints, 1);

  self->has_numbers = has_numbers;
  for (guint i = 0; i < N_PARTS; i++)
    part_init (self, &self->parts[i], PLACES_AT_FIRST);
  return self;
}

void
lasna_fingerprints_free (LasnaFingerprints *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_free (self->parts[i].hashes);
      g_free (self->parts[i].numbers);
    }
  g_free (self);
}

/* The highest bits choose the part, the lowest the place in it. */
static Part *
find_part (LasnaFingerprints *self, guint64 hash)
{
  return &self->parts[hash >> 56];
}

static guint32
find_place (const Part *part, guint64 hash)
{
  guint32 place = (guint32) ((hash & G_MAXUINT32) * part->n_places >> 32);

  while (part->hashes[place] != 0 && part->hashes[place] != hash)
    place = place + 1 < part->n_places ? place + 1 : 0;
  return place;
}

/**
 * lasna_fingerprints_prefetch:
 *
 * Tells the processor that @hash will be looked for: in a large set it waits longer for the memory
 * than for anything else.
 */
void
lasna_fingerprints_prefetch (LasnaFingerprints *self, guint64 hash)
{
  const Part *part = find_part (self, hash);

  __builtin_prefetch (&part->hashes[(hash & G_MAXUINT32) * part->n_places >> 32]);
}

static void
grow (LasnaFingerprints *self, Part *part)
{
  Part old = *part;

  part_init (self, part, old.n_places + old.n_places / 4);
  for (guint32 i = 0; i < old.n_places; i++)
    if (old.hashes[i] != 0)
      {
        guint32 place = find_place (part, old.hashes[i]);

        part->hashes[place] = old.hashes[i];
        if (part->numbers != NULL)
          part->numbers[place] = old.numbers[i];
      }
  g_free (old.hashes);
  g_free (old.numbers);
}

/**
 * lasna_fingerprints_add:
 * @hash: not 0
 * @is_new: (out) (optional): whether it was not there before
 *
 * Returns: (transfer none) (nullable): the number kept with it, 0 at first; valid until the next
 *   addition
 */
guint32 *
lasna_fingerprints_add (LasnaFingerprints *self, guint64 hash, gboolean *is_new)
{
  Part *part = find_part (self, hash);
  guint32 place;

  if (part->n_entries * 8 >= part->n_places * 7)
    grow (self, part);
  place = find_place (part, hash);
  if (is_new != NULL)
    *is_new = part->hashes[place] == 0;
  if (part->hashes[place] == 0)
    {
      part->hashes[place] = hash;
      part->n_entries++;
      self->n_entries++;
    }
  return part->numbers != NULL ? &part->numbers[place] : NULL;
}

gboolean
lasna_fingerprints_contains (LasnaFingerprints *self, guint64 hash)
{
  const Part *part = find_part (self, hash);

  return part->n_entries > 0 && part->hashes[find_place (part, hash)] != 0;
}

gsize
lasna_fingerprints_get_size (LasnaFingerprints *self)
{
  return self->n_entries;
}
