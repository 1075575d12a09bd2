/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Damage.
 */
#include "config.h"

#include "lasna-damage.h"

#include <stdio.h>
#include <stdlib.h>
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
 * Does one, two, four or eight things to @bytes that a broken tool, disk or hand might do.
 */
void
lasna_damage (GRand *chance, GByteArray *bytes, const char *const *pieces, guint n_pieces)
{
  static void (*const deeds[]) (GRand *, GByteArray *) = { flip_bit, set_byte, cut, repeat };
  int n = 1 << g_rand_int_range (chance, 0, 4);

  for (int i = 0; i < n && bytes->len > 0; i++)
    {
      guint deed = (guint) g_rand_int_range (chance, 0, G_N_ELEMENTS (deeds) + 1);

      if (deed < G_N_ELEMENTS (deeds))
        deeds[deed](chance, bytes);
      else
        put_piece (chance, bytes, pieces[g_rand_int_range (chance, 0, (int) n_pieces)]);
    }
}

/** lasna_damage_write: Makes @bytes, which may be none, the file at @path. */
void
lasna_damage_write (const char *path, const GByteArray *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (
      path, bytes->len > 0 ? (const char *) bytes->data : "", (gssize) bytes->len, &error);
  g_assert_no_error (error);
}

/**
 * lasna_damage_run:
 * @argc: of the program: the number of rounds and, to repeat one, the number of the first
 *
 * Returns: the exit status of the program
 */
int
lasna_damage_run (int argc, char *argv[], LasnaDamageRound round, gpointer data)
{
  guint rounds = argc > 1 ? (guint) atoi (argv[1]) : 1000;
  guint first = argc > 2 ? (guint) atoi (argv[2]) : 0;

  for (guint n = first; n < first + rounds; n++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (n);

      if (g_getenv ("LASNA_FUZZ_SAYS") != NULL)
        fprintf (stderr, "%u\n", n);
      round (chance, n, data);
    }
  printf ("%u rounds\n", rounds);
  return 0;
}
