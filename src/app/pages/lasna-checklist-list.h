/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The checklists there are, and what was filled in.
 */
#pragma once

#include "lasna-journey.h"
#include "lasna-workbook.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LASNA_TYPE_CHECKLIST_LIST (lasna_checklist_list_get_type ())
G_DECLARE_FINAL_TYPE (LasnaChecklistList, lasna_checklist_list, LASNA, CHECKLIST_LIST, AdwBin)

void lasna_checklist_list_set_workbook (LasnaChecklistList *self, LasnaWorkbook *workbook);
void lasna_checklist_list_set_journey (LasnaChecklistList *self, LasnaJourney *journey);
LasnaRecord *lasna_checklist_list_get_place (LasnaChecklistList *self);
void lasna_checklist_list_update (LasnaChecklistList *self);
void lasna_checklist_list_focus (LasnaChecklistList *self);

G_END_DECLS
