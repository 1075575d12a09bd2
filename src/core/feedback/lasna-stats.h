/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures in words: as JSON for programs, as lines for people.
 */
#pragma once

#include "lasna-selection.h"
#include "lasna-totals.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

LasnaTotals lasna_stats_sum (const LasnaSelection *selection);
JsonNode *lasna_stats_to_json (const LasnaTotals *totals,
                               LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_stats_to_text (const LasnaTotals *totals,
                           LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
