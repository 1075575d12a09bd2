/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an import has recognised, asks and leaves out, in words.
 */
#pragma once

#include "lasna-draft.h"
#include "lasna-import.h"

G_BEGIN_DECLS

char *lasna_import_words_dup_recognised (const LasnaImportPlan *plan,
                                         gboolean is_known) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_import_words_dup_question (const LasnaUndecided *undecided) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_import_words_dup_choice (const LasnaUndecided *undecided,
                                     const char *choice) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_import_words_dup_voice (const LasnaImportPlan *plan,
                                    const LasnaDraft *draft) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_import_words_dup_outcome (const LasnaImportPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_import_words_dup_done (LasnaImport *import) G_GNUC_WARN_UNUSED_RESULT;
char *lasna_import_words_dup_skipped (const LasnaImportPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
