/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Insight: a row of insight.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_INSIGHT (lasna_insight_get_type ())
LASNA_DECLARE_RECORD (LasnaInsight, lasna_insight, INSIGHT)

G_END_DECLS
