/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Value of a measure.
 */
#include "config.h"

#include "lasna-measure-value.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("measure", N_ ("Measure"), "measure", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_DATE ("date", N_ ("Date"), LASNA_REQUIRED),
  LASNA_NUMBER ("value", N_ ("Value"), -1000000000, 1000000000, NULL, LASNA_REQUIRED),
  LASNA_INTEGER ("n", N_ ("Number of answers"), 0, 1000000000, NULL, 0),
  LASNA_TEXT ("note", N_ ("Note"), LASNA_LONG),
};

LASNA_DEFINE_RECORD (
    LasnaMeasureValue, lasna_measure_value, "measure_value", N_ ("Value of a measure"), properties)
