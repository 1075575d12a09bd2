/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measure: a row of measure.
 */
#pragma once

#include "lasna-measure-value.h"

G_BEGIN_DECLS

#define LASNA_TYPE_MEASURE (lasna_measure_get_type ())
LASNA_DECLARE_RECORD (LasnaMeasure, lasna_measure, MEASURE)

LasnaMeasureValue *lasna_measure_get_latest (LasnaMeasure *self);
LasnaMeasure *lasna_measure_find_feeling (LasnaMeasure *self);
gboolean lasna_measure_may_stand (LasnaMeasure *self, gboolean has_climate);

G_END_DECLS
