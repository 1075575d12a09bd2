/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filled-in checklist: a row of checklist_run.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHECKLIST_RUN (lasna_checklist_run_get_type ())
LASNA_DECLARE_RECORD (LasnaChecklistRun, lasna_checklist_run, CHECKLIST_RUN)

G_END_DECLS
