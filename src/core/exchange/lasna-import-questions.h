/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the columns of scores that a file has to questions of the workbook.
 */
#pragma once

#include "lasna-import-plan.h"
#include "lasna-import-renaming.h"

G_BEGIN_DECLS

typedef struct _LasnaImportQuestions LasnaImportQuestions;

LasnaImportQuestions *lasna_import_questions_new (LasnaWorkbook *workbook,
                                                  LasnaImportPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void lasna_import_questions_free (LasnaImportQuestions *self);

const gint64 *lasna_import_questions_get_ids (const LasnaImportQuestions *self);
gboolean *lasna_import_questions_get_asked (LasnaImportQuestions *self);

void lasna_import_questions_meet (LasnaImportQuestions *self,
                                  LasnaWorkbook *workbook,
                                  LasnaImportRenaming *renaming);
gboolean lasna_import_questions_write (LasnaImportQuestions *self,
                                       LasnaWorkbook *workbook,
                                       const char *stamp,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaImportQuestions, lasna_import_questions_free)

G_END_DECLS
