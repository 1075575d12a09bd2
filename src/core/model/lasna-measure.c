/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measure.
 */
#include "config.h"

#include "lasna-measure.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_POSITION (),
  LASNA_TEXT ("name", N_ ("Name"), LASNA_REQUIRED),
  LASNA_TERM ("source", N_ ("Source"), "evidence-source", NULL, 0),
  LASNA_TERM ("kind", N_ ("Kind"), "measure-kind", "measure-kind.feeling", LASNA_REQUIRED),
  LASNA_REFERENCE ("stage", N_ ("Stage"), "stage", 0),
  LASNA_TEXT ("unit", N_ ("Unit"), 0),
  LASNA_NUMBER ("target", N_ ("Target"), -1000000000, 1000000000, NULL, 0),
  LASNA_TERM ("frequency", N_ ("How often"), "cadence", NULL, 0),
  LASNA_REFERENCE ("owner", N_ ("Person in charge"), "person", 0),
};

LASNA_DEFINE_RECORD (LasnaMeasure, lasna_measure, "measure", N_ ("Measure"), properties)
