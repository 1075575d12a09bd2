/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Empathy map.
 */
#include "config.h"

#include "lasna-empathy-map.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("segment", N_ ("Customer segment"), "segment", 0),
  LASNA_TEXT ("who", N_ ("Who"), 0),
  LASNA_TEXT ("needs", N_ ("What they need to get done"), LASNA_LONG),
  LASNA_REFERENCE ("stage", N_ ("Stage"), "stage", 0),
  LASNA_DATE ("date", N_ ("Date"), 0),
};

LASNA_DEFINE_RECORD (
    LasnaEmpathyMap, lasna_empathy_map, "empathy_map", N_ ("Empathy map"), properties)
