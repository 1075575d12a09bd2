/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of gathering that concerns stages and their touchpoints.
 */
#pragma once

#include "lasna-heard.h"
#include "lasna-summary-content.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct
{
  LasnaWorkbook *workbook;
  LasnaSummaryContent *content;
  const LasnaHeard *heard; /* may be NULL */
  GPtrArray *stages;       /* LasnaRecord: those to print, in order */
  LasnaLanguage language;
  gboolean names;
} Gather;

const char *lasna_summary_get_wanted (LasnaRecord *stage);
LasnaInk lasna_summary_get_ink (LasnaWorkbook *workbook, const char *emotion);
void lasna_summary_gather_stage (Gather *gather, LasnaRecord *record);
void lasna_summary_gather_promises (Gather *gather);

G_END_DECLS
