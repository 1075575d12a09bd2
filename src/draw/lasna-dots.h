/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Single entries as dots: those of one height stand side by side, in a few rows where there are
 * many.
 */
#pragma once

#include "lasna-layout.h"

G_BEGIN_DECLS

/* Heights from -1 to +1 in steps of a twenty-fourth, which single feelings stand on. */
#define LASNA_DOTS_BINS 49

/* A smaller dot is not seen, and an open one not told from a full one. */
#define LASNA_DOTS_LEAST 3.6

typedef struct
{
  double x;      /* the middle of the rows */
  double zero;   /* where height 0 is */
  double reach;  /* from 0 to +1, upwards */
  double width;  /* of a row at most */
  double size;   /* of a dot at most */
  double least;  /* and at least, where there are very many */
  gboolean lies; /* heights run to the right, from zero on, and @x is their middle line */
} LasnaDots;

guint lasna_dots_get_bin (double height);
void lasna_dots_count (const double *entries, guint n_entries, guint *counts);
void lasna_dots_add (LasnaLayout *layout, int column, const guint *counts, const LasnaDots *place);

G_END_DECLS
