/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sharing out R² among drivers that go together: LMG, which is the Shapley value. Each driver gets
 * what it adds on average over all orders in which they could be taken in.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many can be weighed against each other; n of them are 2^n regressions. */
#define LASNA_SHAPLEY_MAX 10

/* Means and products of columns, the outcome last, from which every regression follows. Rows are
 * added and not kept.
 */
typedef struct
{
  guint n_columns; /* without the outcome, at most LASNA_SHAPLEY_MAX */
  gint64 n;        /* rows */
  double means[LASNA_SHAPLEY_MAX + 1];
  double products[LASNA_SHAPLEY_MAX + 1][LASNA_SHAPLEY_MAX + 1]; /* of differences from the means */
} LasnaMoments;

typedef struct
{
  double r2;                              /* NAN where it cannot be told */
  double shares[LASNA_SHAPLEY_MAX];       /* of r2, which they add up to */
  double correlations[LASNA_SHAPLEY_MAX]; /* Pearson's r of each alone with the outcome */
} LasnaShapley;

void lasna_moments_add (LasnaMoments *self, const double *row, guint times);
gboolean lasna_moments_is_constant (const LasnaMoments *self, guint column);
guint lasna_moments_find_echoes (const LasnaMoments *self);
LasnaShapley lasna_shapley_of (const LasnaMoments *moments);

G_END_DECLS
