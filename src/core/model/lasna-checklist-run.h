/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filled-in checklist: a row of checklist_run, with an answer for each item of the checklist as it
 * was on that day.
 */
#pragma once

#include "lasna-action.h"
#include "lasna-checklist-answer.h"
#include "lasna-checklist-score.h"
#include "lasna-workbook.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHECKLIST_RUN (lasna_checklist_run_get_type ())
LASNA_DECLARE_RECORD (LasnaChecklistRun, lasna_checklist_run, CHECKLIST_RUN)

LasnaChecklistRun *lasna_checklist_run_start (LasnaWorkbook *workbook,
                                              const char *checklist,
                                              LasnaRecord *place,
                                              GError **error);
gboolean lasna_checklist_run_finish (LasnaChecklistRun *self, GError **error);
gboolean lasna_checklist_run_is_finished (LasnaChecklistRun *self);

GListModel *lasna_checklist_run_get_answers (LasnaChecklistRun *self);
const LasnaScale *lasna_checklist_run_get_scale (LasnaChecklistRun *self);
void
lasna_checklist_run_score (LasnaChecklistRun *self, const char *tag, LasnaChecklistScore *score);

LasnaChecklistAnswer *lasna_checklist_run_find_previous (LasnaChecklistRun *self,
                                                         LasnaChecklistAnswer *answer);
LasnaAction *lasna_checklist_run_add_action (LasnaChecklistRun *self,
                                             LasnaChecklistAnswer *answer,
                                             GError **error);
int lasna_checklist_run_compare (LasnaChecklistRun *self, LasnaChecklistRun *other);
gboolean lasna_checklist_run_is_same_place (LasnaChecklistRun *self, LasnaChecklistRun *other);

G_END_DECLS
