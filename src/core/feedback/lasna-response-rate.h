/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many of those who were asked answered. It is known only where somebody says how many were
 * asked.
 */
#pragma once

#include "lasna-measures.h"

G_BEGIN_DECLS

/* One round of asking. */
typedef struct
{
  gint64 sent; /* how many were asked; negative where it is not known, as in the others */
  gint64 undeliverable;
  gint64 ineligible;
  gint64 started;
  gint64 completed;
} LasnaWave;

typedef struct
{
  gint64 n;     /* who could have answered; 0 where it is not known */
  double value; /* in per cent, NAN where it is not known */
  double low;   /* Wilson, 95 % */
  double high;
  double completion; /* of those who began, who finished; in per cent, NAN where it is not known */
} LasnaResponseRate;

LasnaResponseRate lasna_response_rate_of (const LasnaWave *wave);
const char *lasna_response_rate_get_definition (void);

G_END_DECLS
