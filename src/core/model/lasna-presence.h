/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Presence and situational sense: scores of tags such as factor.honesty-voice across the checklists
 * that were filled in last.
 */
#pragma once

#include "lasna-checklist-run.h"
#include "lasna-journey.h"

G_BEGIN_DECLS

GPtrArray *lasna_presence_list_runs (LasnaWorkbook *workbook,
                                     LasnaJourney *journey,
                                     guint back) G_GNUC_WARN_UNUSED_RESULT;
LasnaChecklistScore
lasna_presence_score (LasnaWorkbook *workbook, LasnaJourney *journey, const char *tag, guint back);
GPtrArray *lasna_presence_list_uncovered (LasnaJourney *journey) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
