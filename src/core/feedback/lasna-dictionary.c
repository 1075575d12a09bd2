/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table with open addressing over one buffer: GHashTable would make an object of every key, of
 * which there may be a million.
 */
#include "config.h"

#include "lasna-dictionary.h"

#include <string.h>

#define FIRST_SLOTS 64

static guint64
hash (gconstpointer key, gsize length)
{
  const guint8 *at = key;
  guint64 sum = length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  while (length > 0)
    {
      guint64 part = 0;
      gsize taken = MIN (length, sizeof part);

      memcpy (&part, at, taken);
      sum = (sum ^ part) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      sum ^= sum >> 32;
      at += taken;
      length -= taken;
    }
  return sum;
}

static guint32
start_of (const LasnaDictionary *self, guint code)
{
  return g_array_index (self->starts, guint32, code);
}

static void
fill_slots (LasnaDictionary *self, guint n_slots)
{
  g_free (self->slots);
  self->slots = g_new0 (guint32, n_slots);
  self->n_slots = n_slots;
  for (guint code = 0; code < self->n; code++)
    {
      gsize length;
      gconstpointer key = lasna_dictionary_get (self, code, &length);
      guint64 slot = hash (key, length);

      while (self->slots[slot & (n_slots - 1)] != 0)
        slot++;
      self->slots[slot & (n_slots - 1)] = code + 1;
    }
}

/**
 * lasna_dictionary_new:
 *
 * Returns: (transfer full): a dictionary in which code 0 is the empty string
 */
LasnaDictionary *
lasna_dictionary_new (void)
{
  LasnaDictionary *self = g_new0 (LasnaDictionary, 1);
  const guint32 zero = 0;

  g_atomic_ref_count_init (&self->references);
  /* With room from the beginning, so that the empty string is somewhere, too. */
  self->bytes = g_byte_array_sized_new (1);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->starts, zero);
  fill_slots (self, FIRST_SLOTS);
  lasna_dictionary_take (self, "", 0);
  return self;
}

LasnaDictionary *
lasna_dictionary_copy (const LasnaDictionary *self)
{
  LasnaDictionary *copy = g_new0 (LasnaDictionary, 1);

  g_atomic_ref_count_init (&copy->references);
  copy->n = self->n;
  copy->bytes = g_byte_array_sized_new (MAX (self->bytes->len, 1));
  g_byte_array_append (copy->bytes, self->bytes->data, self->bytes->len);
  copy->starts = g_array_copy (self->starts);
  copy->n_slots = self->n_slots;
  copy->slots = g_memdup2 (self->slots, self->n_slots * sizeof *self->slots);
  return copy;
}

LasnaDictionary *
lasna_dictionary_ref (LasnaDictionary *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
lasna_dictionary_unref (LasnaDictionary *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_byte_array_unref (self->bytes);
  g_array_unref (self->starts);
  g_free (self->slots);
  g_free (self);
}

/**
 * lasna_dictionary_take:
 *
 * Returns: the code of @key, a new one where it is new
 */
guint
lasna_dictionary_take (LasnaDictionary *self, gconstpointer key, gsize length)
{
  guint64 slot = hash (key, length);
  guint32 end;

  for (;; slot++)
    {
      guint32 taken = self->slots[slot & (self->n_slots - 1)];
      guint32 start = taken != 0 ? start_of (self, taken - 1) : 0;

      if (taken == 0)
        break;
      if (start_of (self, taken) - start == length &&
          (length == 0 || memcmp (self->bytes->data + start, key, length) == 0))
        return taken - 1;
    }
  self->slots[slot & (self->n_slots - 1)] = ++self->n;
  g_byte_array_append (self->bytes, key, (guint) length);
  end = self->bytes->len;
  g_array_append_val (self->starts, end);
  if (self->n * 2 > self->n_slots)
    fill_slots (self, self->n_slots * 4);
  return self->n - 1;
}

/**
 * lasna_dictionary_get:
 * @length: (out): of the key
 *
 * Returns: (transfer none): the key of @code, valid until something is taken; it is not aligned
 */
gconstpointer
lasna_dictionary_get (const LasnaDictionary *self, guint code, gsize *length)
{
  g_return_val_if_fail (code < self->n, NULL);
  *length = start_of (self, code + 1) - start_of (self, code);
  return self->bytes->data + start_of (self, code);
}
