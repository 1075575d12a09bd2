/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answer: a row of checklist_answer.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHECKLIST_ANSWER (lasna_checklist_answer_get_type ())
LASNA_DECLARE_RECORD (LasnaChecklistAnswer, lasna_checklist_answer, CHECKLIST_ANSWER)

gboolean lasna_checklist_answer_give (LasnaChecklistAnswer *self, gint64 value, GError **error);
gboolean lasna_checklist_answer_set_not_relevant (LasnaChecklistAnswer *self, GError **error);
gboolean lasna_checklist_answer_clear (LasnaChecklistAnswer *self, GError **error);

G_END_DECLS
