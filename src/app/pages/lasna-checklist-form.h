/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling in a checklist.
 */
#pragma once

#include "lasna-checklist-run.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LASNA_TYPE_CHECKLIST_FORM (lasna_checklist_form_get_type ())
G_DECLARE_FINAL_TYPE (LasnaChecklistForm, lasna_checklist_form, LASNA, CHECKLIST_FORM, GtkBox)

LasnaChecklistRun *lasna_checklist_form_get_run (LasnaChecklistForm *self);
void lasna_checklist_form_set_run (LasnaChecklistForm *self, LasnaChecklistRun *run);
void lasna_checklist_form_focus (LasnaChecklistForm *self, LasnaRecord *answer);
void lasna_checklist_form_toggle_why (LasnaChecklistForm *self);
void lasna_checklist_form_write_evidence (LasnaChecklistForm *self);
LasnaChecklistAnswer *lasna_checklist_form_get_answer (LasnaChecklistForm *self);

G_END_DECLS
