/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All figures of the voices in view together: as JSON for programs, as lines for people.
 */
#pragma once

#include "lasna-drivers.h"
#include "lasna-groups.h"
#include "lasna-question-figures.h"
#include "lasna-response-rate.h"
#include "lasna-selection.h"
#include "lasna-series.h"
#include "lasna-totals.h"
#include "lasna-two-parts.h"
#include "lasna-workbook.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One import whose asking is known. */
typedef struct
{
  gint64 batch;
  char *name;
  LasnaWave wave;
  LasnaResponseRate rate;
} LasnaStatsWave;

typedef struct
{
  LasnaLanguage language;
  LasnaSettings *settings;
  LasnaSelection *selection;
  LasnaTotals totals;
  LasnaTwoParts parts;
  LasnaQuestionFigure *questions; /* one for each of the columns */
  LasnaDrivers *drivers;
  GArray *waves; /* LasnaStatsWave, empty where nobody said how many were asked */

  LasnaSeries *series; /* NULL unless asked for */
  LasnaGroups *groups; /* NULL unless asked for */

  /* A comparison, where there are names. */
  LasnaTotals first;
  LasnaTotals second;
  char *first_name;
  char *second_name;
} LasnaStats;

LasnaTotals lasna_stats_sum (const LasnaSelection *selection);

LasnaStats *lasna_stats_new (LasnaWorkbook *workbook,
                             LasnaSelection *selection,
                             LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void lasna_stats_free (LasnaStats *self);
void lasna_stats_cut (LasnaStats *self, LasnaPeriod period);
void lasna_stats_split (LasnaStats *self, LasnaDimension dimension);
gboolean lasna_stats_compare (LasnaStats *self,
                              const LasnaSelection *other,
                              const char *first,
                              const char *second,
                              GError **error);

JsonNode *lasna_stats_to_json (const LasnaStats *self) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_stats_to_text (const LasnaStats *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaStats, lasna_stats_free)

G_END_DECLS
