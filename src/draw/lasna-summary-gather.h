/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the summary says, taken from a workbook and what was heard on a journey.
 */
#pragma once

#include "lasna-heard.h"
#include "lasna-summary-content.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct
{
  LasnaLanguage language;
  gboolean names;       /* whether people of the workbook are named */
  const gint64 *stages; /* ids of those to print; NULL: all */
  guint n_stages;
} LasnaSummaryOptions;

LasnaSummaryContent *
lasna_summary_gather (LasnaWorkbook *workbook,
                      LasnaRecord *journey,
                      const LasnaHeard *heard,
                      const LasnaSummaryOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
