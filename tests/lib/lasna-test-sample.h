/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sample, or an empty workbook, as the program makes them.
 */
#pragma once

#include "lasna-making.h"
#include "lasna-test.h"

G_BEGIN_DECLS

LasnaWorkbook *lasna_test_make (LasnaTestFolder *folder,
                                const char *name,
                                LasnaMakingFlags flags,
                                LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
