/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answer: a row of checklist_answer.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHECKLIST_ANSWER (lasna_checklist_answer_get_type ())
LASNA_DECLARE_RECORD (LasnaChecklistAnswer, lasna_checklist_answer, CHECKLIST_ANSWER)

G_END_DECLS
