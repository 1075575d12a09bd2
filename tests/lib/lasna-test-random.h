/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random changes of every kind, and two ways to say that nothing is different.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

void lasna_test_random_fill (LasnaWorkbook *workbook, GRand *chance);
gboolean lasna_test_random_change (LasnaWorkbook *workbook, GRand *chance);

char *lasna_test_dup_rows (LasnaWorkbook *workbook) G_GNUC_WARN_UNUSED_RESULT;
void lasna_test_assert_same_objects (LasnaWorkbook *one, LasnaWorkbook *two);
void lasna_test_assert_true_objects (LasnaWorkbook *workbook);

G_END_DECLS
