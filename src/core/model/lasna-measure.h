/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measure: a row of measure.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_MEASURE (lasna_measure_get_type ())
LASNA_DECLARE_RECORD (LasnaMeasure, lasna_measure, MEASURE)

G_END_DECLS
