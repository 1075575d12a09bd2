/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows that an import leaves out, as a table to be kept.
 */
#pragma once

#include "lasna-import-plan.h"

G_BEGIN_DECLS

typedef struct _LasnaSkipReport LasnaSkipReport;

LasnaSkipReport *lasna_skip_report_new (const LasnaImportPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
LasnaSkipReport *lasna_skip_report_ref (LasnaSkipReport *self) G_GNUC_WARN_UNUSED_RESULT;
void lasna_skip_report_unref (LasnaSkipReport *self);
gboolean lasna_skip_report_write (const LasnaSkipReport *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaSkipReport, lasna_skip_report_unref)

G_END_DECLS
