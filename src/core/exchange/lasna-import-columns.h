/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Deciding what the columns of a file become.
 */
#pragma once

#include "lasna-import-plan.h"

G_BEGIN_DECLS

gboolean lasna_import_columns_assign (LasnaImportPlan *plan,
                                      const LasnaSample *sample,
                                      const LasnaImportOptions *options,
                                      GError **error);
LasnaAnswer *lasna_import_columns_add_answer (LasnaImportPlan *plan,
                                              const char *text,
                                              LasnaField field,
                                              const LasnaImportOptions *options);

G_END_DECLS
