/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes the names of a workbook's people out of text that others will read.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

typedef struct _LasnaNames LasnaNames;

LasnaNames *lasna_names_new (LasnaWorkbook *workbook,
                             LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
void lasna_names_free (LasnaNames *self);
void lasna_names_hide (char **text, gpointer names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaNames, lasna_names_free)

G_END_DECLS
