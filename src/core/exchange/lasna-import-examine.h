/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Deciding from whole columns what single cells leave open.
 */
#pragma once

#include "lasna-import-plan.h"

G_BEGIN_DECLS

gboolean lasna_import_examine (LasnaImportPlan *plan,
                               const LasnaImportOptions *options,
                               GCancellable *cancellable,
                               GError **error);
void lasna_import_ask (LasnaImportPlan *plan, const char *key, const char *column, GStrv choices);

G_END_DECLS
