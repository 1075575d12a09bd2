/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the bench share: a clock, and lines of figures that the table is made of.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How often a quick thing is done, and a slow one. */
#define LASNA_BENCH_MANY 100
#define LASNA_BENCH_FEW 15

double lasna_bench_now (void);
double lasna_bench_now_here (void);
double lasna_bench_get_synced (void);
double lasna_bench_get_memory (void);
void lasna_bench_report (const char *name, double *times, guint n);
void lasna_bench_report_value (const char *name, double value);
void lasna_bench_must (gboolean done, const GError *error);
gboolean
lasna_bench_run (const char *const *argv, const char *input, const char *folder, char **output);
gboolean lasna_bench_make_voices (const char *programs,
                                  const char *rows,
                                  const char *folder,
                                  const char *name);

G_END_DECLS
