/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows that an import leaves out, as a table to be kept.
 */
#pragma once

#include "lasna-import-plan.h"

G_BEGIN_DECLS

gboolean lasna_skip_report_write (const LasnaImportPlan *plan, const char *path, GError **error);

G_END_DECLS
