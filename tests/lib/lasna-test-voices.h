/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices for tests: imported from a text, selected by conditions as the command line writes them.
 */
#pragma once

#include "lasna-feedback.h"
#include "lasna-test-book.h"

G_BEGIN_DECLS

void lasna_test_import (LasnaWorkbook *workbook, const char *csv, ...) G_GNUC_NULL_TERMINATED;
void lasna_test_import_named (LasnaWorkbook *workbook, const char *name, const char *csv);
LasnaSelection *lasna_test_select (LasnaTestBook *book,
                                   ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
void lasna_test_assert_same_totals (const LasnaTotals *one, const LasnaTotals *other);

G_END_DECLS
