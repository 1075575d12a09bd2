/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Damaging bytes by chance.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void lasna_damage (GRand *chance, GByteArray *bytes, const char *const *pieces, guint n_pieces);

G_END_DECLS
