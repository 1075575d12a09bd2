/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First minutes test: a row of first_minutes_test.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_FIRST_MINUTES_TEST (lasna_first_minutes_test_get_type ())
LASNA_DECLARE_RECORD (LasnaFirstMinutesTest, lasna_first_minutes_test, FIRST_MINUTES_TEST)

G_END_DECLS
