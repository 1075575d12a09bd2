/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A smooth line through points from left to right that never overshoots them.
 */
#pragma once

#include "lasna-layout.h"

G_BEGIN_DECLS

typedef struct _LasnaCurve LasnaCurve;

LasnaCurve *lasna_curve_new (const LasnaPoint *knots, guint n_knots) G_GNUC_WARN_UNUSED_RESULT;
void lasna_curve_free (LasnaCurve *self);
double lasna_curve_get_y (const LasnaCurve *self, double x, double *slope);
LasnaPoint *lasna_curve_dup_part (const LasnaCurve *self, double from, double to, guint *n_points)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaCurve, lasna_curve_free)

G_END_DECLS
