/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backstage step.
 */
#include "config.h"

#include "lasna-backstage-step.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "touchpoint", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_POSITION (),
  LASNA_TERM ("role", N_ ("Role"), "backstage-role", "backstage.backstage", LASNA_REQUIRED),
  LASNA_TEXT ("title", N_ ("Title"), LASNA_REQUIRED),
  LASNA_TEXT ("actor", N_ ("Who"), 0),
  LASNA_TEXT ("system", N_ ("System"), 0),
};

LASNA_DEFINE_RECORD (
    LasnaBackstageStep, lasna_backstage_step, "backstage_step", N_ ("Backstage step"), properties)
