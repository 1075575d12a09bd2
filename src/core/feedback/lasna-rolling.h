/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rolling metric: a measure counted anew from all answers of the last periods together. Never a
 * mean of means.
 */
#pragma once

#include "lasna-series.h"

G_BEGIN_DECLS

typedef struct
{
  LasnaMeasureResult result; /* of the window that ends with this point */
  gboolean is_complete;      /* the series reaches back over the whole window */
} LasnaRollingPoint;

guint lasna_rolling_get_window (LasnaPeriod period);
LasnaRollingPoint *lasna_rolling_new (const LasnaSeries *series,
                                      LasnaMeasureKind kind,
                                      guint window) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_rolling_dup_definition (LasnaPeriod period,
                                    guint window,
                                    LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
