/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Value of a measure: a row of measure_value.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_MEASURE_VALUE (lasna_measure_value_get_type ())
LASNA_DECLARE_RECORD (LasnaMeasureValue, lasna_measure_value, MEASURE_VALUE)

G_END_DECLS
