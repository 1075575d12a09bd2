/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drill.
 */
#include "config.h"

#include "lasna-problem-drill.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("plan", N_ ("Problem plan"), "problem_plan", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_DATE ("date", N_ ("Date"), LASNA_REQUIRED),
  LASNA_TEXT ("what-changed", N_ ("What changed"), LASNA_LONG),
};

LASNA_DEFINE_RECORD (
    LasnaProblemDrill, lasna_problem_drill, "problem_drill", N_ ("Drill"), properties)
