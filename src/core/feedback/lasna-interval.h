/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Intervals and the distributions they need.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The 97.5 % point of the normal distribution: two-sided 95 %. */
#define LASNA_Z95 1.959963984540054

void lasna_interval_wilson (gint64 hits, gint64 n, double *low, double *high);
void
lasna_interval_adjusted_wald (gint64 minus, gint64 plus, gint64 n, double *centre, double *error);
double lasna_interval_newcombe (
    gint64 hits1, gint64 n1, gint64 hits2, gint64 n2, double *low, double *high);
double lasna_interval_welch (
    double difference, double error1, gint64 n1, double error2, gint64 n2, double *half);
void lasna_interval_mean (gint64 n, double mean, double deviation, double *low, double *high);
double lasna_student_probability (double t, double freedom);
double lasna_student_quantile (double probability, double freedom);
double lasna_normal_probability (double z);

G_END_DECLS
