/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes the names of a workbook's people out of text that others will read.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct _LasnaRedaction LasnaRedaction;

LasnaRedaction *lasna_redaction_new (LasnaWorkbook *workbook,
                                     LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void lasna_redaction_free (LasnaRedaction *self);
void lasna_redaction_hide (char **text, gpointer names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaRedaction, lasna_redaction_free)

G_END_DECLS
