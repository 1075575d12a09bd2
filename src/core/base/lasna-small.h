/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small numbers are honest: below this many answers there are no percentages, means or scores. A
 * screen shows single dots, a page only how many there are.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LASNA_SMALL_N 5

static inline gboolean
lasna_is_small (gint64 n)
{
  return n < LASNA_SMALL_N;
}

G_END_DECLS
