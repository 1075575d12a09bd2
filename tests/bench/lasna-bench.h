/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures of a run by name, and the table that is made from them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double lasna_bench_now (void);
void lasna_bench_take (const char *name, double *times, guint n);
void lasna_bench_note (const char *name, double value);
double lasna_bench_get (const char *name);
double lasna_bench_get_high (const char *name);
void lasna_bench_print (guint rows);

G_END_DECLS
