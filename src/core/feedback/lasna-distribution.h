/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many gave each answer. Every mean is shown with these beside it, and where there are few
 * answers they are shown instead of it.
 */
#pragma once

#include "lasna-measures.h"
#include "lasna-selection.h"

G_BEGIN_DECLS

/* How many answers have one value. */
typedef struct
{
  double value;
  guint n;
} LasnaDistributionBar;

typedef struct
{
  double minimum; /* the ends of the scale; NAN where they are not known */
  double maximum;
  guint n; /* answers */
  guint n_bars;
  LasnaDistributionBar *bars; /* ascending; every whole step of a short scale, also unused ones */
  double mean;                /* NAN of nothing */
  double median;
} LasnaDistribution;

/* Which voices a distribution is of: @code of @dimension, or all where @dimension is
 * LASNA_N_DIMENSIONS. Conditions of the filter on @but do not hold; LASNA_N_DIMENSIONS for none.
 */
typedef struct
{
  LasnaDimension dimension;
  guint code;
  LasnaDimension but;
} LasnaDistributionScope;

#define LASNA_DISTRIBUTION_ALL                                                                     \
  ((LasnaDistributionScope){ LASNA_N_DIMENSIONS, 0, LASNA_N_DIMENSIONS })

LasnaDistribution *
lasna_distribution_new_measure (const LasnaSelection *selection,
                                LasnaMeasureKind kind,
                                LasnaDistributionScope scope) G_GNUC_WARN_UNUSED_RESULT;
LasnaDistribution *
lasna_distribution_new_question (const LasnaSelection *selection,
                                 guint question,
                                 LasnaDistributionScope scope) G_GNUC_WARN_UNUSED_RESULT;
void lasna_distribution_free (LasnaDistribution *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaDistribution, lasna_distribution_free)

G_END_DECLS
