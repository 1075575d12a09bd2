/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item of a checklist while it is filled in.
 */
#pragma once

#include "lasna-checklist-run.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LASNA_TYPE_CHECKLIST_ROW (lasna_checklist_row_get_type ())
G_DECLARE_FINAL_TYPE (LasnaChecklistRow, lasna_checklist_row, LASNA, CHECKLIST_ROW, GtkBox)

GtkWidget *
lasna_checklist_row_new (LasnaChecklistRun *run, LasnaChecklistAnswer *answer, guint number);
LasnaChecklistAnswer *lasna_checklist_row_get_answer (LasnaChecklistRow *self);
void lasna_checklist_row_write_note (LasnaChecklistRow *self);
void lasna_checklist_row_write_evidence (LasnaChecklistRow *self);

G_END_DECLS
