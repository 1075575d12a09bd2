/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Practice of a week.
 */
#include "config.h"

#include "lasna-practice-log.h"

#include "lasna-error.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TERM ("practice", N_ ("Practice"), "practice", NULL, LASNA_REQUIRED | LASNA_PRIVATE),
  LASNA_TEXT ("week", N_ ("Week"), LASNA_REQUIRED | LASNA_PRIVATE),
  LASNA_INTEGER ("value", N_ ("How often"), 0, 3, NULL, LASNA_PRIVATE),
  LASNA_TEXT ("note", N_ ("Note"), LASNA_LONG | LASNA_PRIVATE),
};

static gboolean
check_log (LasnaRecord *self, GError **error)
{
  if (g_regex_match_simple (
          "^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$", lasna_record_get_text (self, "week"), 0, 0))
    return TRUE;
  g_set_error_literal (
      error,
      LASNA_ERROR,
      LASNA_ERROR_RULE,
      _ ("A week is written with its year, such as 2026-W47. What was there before was kept."));
  return FALSE;
}

LASNA_DEFINE_RECORD_WITH_CODE (LasnaPracticeLog,
                               lasna_practice_log,
                               "practice_log",
                               N_ ("Practice of a week"),
                               properties,
                               klass->check = check_log)
