/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long each voice waited for an answer, or waits still.
 */
#pragma once

#include "lasna-columns.h"

G_BEGIN_DECLS

typedef struct
{
  guint row;    /* in the columns */
  double hours; /* until the first answer; NAN where it is still to come */
} LasnaWait;

GArray *lasna_waits_load (LasnaStore *store,
                          const LasnaColumns *columns,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
