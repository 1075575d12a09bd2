/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Practice of empathy.
 */
#include "config.h"

#include "lasna-empathy-log.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TERM ("practice", N_ ("Practice"), "empathy-practice", NULL, LASNA_REQUIRED),
  LASNA_DATE ("date", N_ ("Date"), LASNA_REQUIRED),
  LASNA_REFERENCE ("member", N_ ("Team member"), "person", 0),
  LASNA_TEXT ("note", N_ ("Note"), LASNA_LONG),
};

LASNA_DEFINE_RECORD (
    LasnaEmpathyLog, lasna_empathy_log, "empathy_log", N_ ("Practice of empathy"), properties)
