/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Single entries as dots: those of one height stand side by side, in a few rows where there are
 * many.
 */
#pragma once

#include "lasna-layout.h"

G_BEGIN_DECLS

typedef struct
{
  double x;     /* the middle of the rows */
  double zero;  /* where height 0 is */
  double reach; /* from 0 to +1, upwards */
  double width; /* of a row at most */
  double size;  /* of a dot at most */
  double least; /* and at least, where there are very many */
} LasnaDots;

void lasna_dots_add (LasnaLayout *layout,
                     int column,
                     const double *entries,
                     guint n_entries,
                     const LasnaDots *place);

G_END_DECLS
