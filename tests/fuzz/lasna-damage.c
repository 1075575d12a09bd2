/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Damage.
 */
#include "config.h"

#include "lasna-damage.h"

#include <string.h>

static guint
choose_place (GRand *chance, GByteArray *bytes)
{
  return (guint) g_rand_int_range (chance, 0, (int) bytes->len);
}

static void
flip_bit (GRand *chance, GByteArray *bytes)
{
  bytes->data[choose_place (chance, bytes)] ^= (guint8) (1 << g_rand_int_range (chance, 0, 8));
}

static void
set_byte (GRand *chance, GByteArray *bytes)
{
  bytes->data[choose_place (chance, bytes)] = (guint8) g_rand_int_range (chance, 0, 256);
}

static void
cut (GRand *chance, GByteArray *bytes)
{
  guint at = choose_place (chance, bytes);

  g_byte_array_remove_range (
      bytes, at, (guint) g_rand_int_range (chance, 0, (int) (bytes->len - at) + 1));
}

/* An empty piece stands for NUL. */
static void
put_piece (GRand *chance, GByteArray *bytes, const char *piece)
{
  guint at = choose_place (chance, bytes);
  guint n_rest = bytes->len - at;
  g_autofree guint8 *rest = g_memdup2 (bytes->data + at, n_rest);

  g_byte_array_set_size (bytes, at);
  g_byte_array_append (bytes, (const guint8 *) piece, *piece != '\0' ? (guint) strlen (piece) : 1);
  g_byte_array_append (bytes, rest, n_rest);
}

static void
repeat (GRand *chance, GByteArray *bytes)
{
  g_autofree guint8 *copy = g_memdup2 (bytes->data, bytes->len);

  if (bytes->len < 100000)
    g_byte_array_append (bytes, copy, bytes->len);
}

/**
 * lasna_damage:
 * @pieces: what means something to the reader of @bytes
 *
 * Does one to eleven things to @bytes that a broken tool, disk or hand might do.
 */
void
lasna_damage (GRand *chance, GByteArray *bytes, const char *const *pieces, guint n_pieces)
{
  static void (*const deeds[]) (GRand *, GByteArray *) = { flip_bit, set_byte, cut, repeat };
  int n = g_rand_int_range (chance, 1, 12);

  for (int i = 0; i < n && bytes->len > 0; i++)
    {
      guint deed = (guint) g_rand_int_range (chance, 0, G_N_ELEMENTS (deeds) + 1);

      if (deed < G_N_ELEMENTS (deeds))
        deeds[deed](chance, bytes);
      else
        put_piece (chance, bytes, pieces[g_rand_int_range (chance, 0, (int) n_pieces)]);
    }
}
