/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Practice of a week.
 */
#include "config.h"

#include "lasna-practice-log.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TERM ("practice", N_ ("Practice"), "practice", NULL, LASNA_REQUIRED),
  LASNA_TEXT ("week", N_ ("Week"), LASNA_REQUIRED),
  LASNA_INTEGER ("value", N_ ("How often"), 0, 3, NULL, 0),
  LASNA_TEXT ("note", N_ ("Note"), LASNA_LONG | LASNA_PRIVATE),
};

LASNA_DEFINE_RECORD (
    LasnaPracticeLog, lasna_practice_log, "practice_log", N_ ("Practice of a week"), properties)
