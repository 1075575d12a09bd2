/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same rows through the tools that people would use instead.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void lasna_bench_others_make_voices (const char *program, guint rows, const char *csv);
void lasna_bench_others_run (const char *script, const char *folder, const char *csv);

G_END_DECLS
