/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Damaging bytes by chance, round after round.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A round has a chance of its own, so that it can be done again without those before it. */
typedef void (*LasnaDamageRound) (GRand *chance, guint round, gpointer data);

int lasna_damage_run (int argc, char *argv[], LasnaDamageRound round, gpointer data);

void lasna_damage (GRand *chance, GByteArray *bytes, const char *const *pieces, guint n_pieces);
void lasna_damage_write (const char *path, const GByteArray *bytes);

G_END_DECLS
