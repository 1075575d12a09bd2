/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Departure.
 */
#include "config.h"

#include "lasna-departure.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("person", N_ ("Person"), "person", 0),
  LASNA_REFERENCE ("organisation", N_ ("Organisation"), "organisation", 0),
  LASNA_REFERENCE ("segment", N_ ("Customer segment"), "segment", 0),
  LASNA_INTEGER ("count", N_ ("How many"), 1, 1000000, "1", 0),
  LASNA_DATE ("noticed-at", N_ ("Noticed"), LASNA_REQUIRED),
  LASNA_TERM ("kind", N_ ("Kind"), "departure-kind", "departure.silent", LASNA_REQUIRED),
  LASNA_REFERENCE ("last-touchpoint", N_ ("Last touchpoint"), "touchpoint", 0),
  LASNA_TEXT ("stated-reason", N_ ("Stated reason"), LASNA_LONG),
  LASNA_TEXT ("suspected-reason", N_ ("Suspected reason"), LASNA_LONG),
  LASNA_TERM ("suspected-feeling", N_ ("Suspected feeling"), "emotion", NULL, 0),
  LASNA_TERM ("confidence", N_ ("Confidence"), "confidence", NULL, 0),
  LASNA_DATE ("contacted-at", N_ ("Contacted"), 0),
  LASNA_TEXT ("outcome", N_ ("Outcome"), LASNA_LONG),
};

LASNA_DEFINE_RECORD (LasnaDeparture, lasna_departure, "departure", N_ ("Departure"), properties)
