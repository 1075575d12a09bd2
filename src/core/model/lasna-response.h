/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fast we answer.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint n;        /* answered */
  guint n_open;   /* not answered */
  double median;  /* hours, or NAN */
  double slowest; /* hours, or NAN */
} LasnaResponse;

double lasna_response_hours (const char *from, const char *to);
LasnaResponse lasna_response_summarise (const double *hours, guint n);

G_END_DECLS
