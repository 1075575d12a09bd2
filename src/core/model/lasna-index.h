/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two parts, one claim: what was done and how it felt, each on 0..100, and the index of both that
 * is said to tell how customers decide.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double lasna_index_task (double mean_of_task);
double lasna_index_feeling (double climate);
double lasna_index (double task, double feeling, double weight_task, double weight_feeling);

G_END_DECLS
