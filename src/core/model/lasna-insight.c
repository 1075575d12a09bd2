/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Insight.
 */
#include "config.h"

#include "lasna-insight.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("text", N_ ("Text"), LASNA_REQUIRED | LASNA_LONG),
  LASNA_TEXT ("based-on", N_ ("Based on"), LASNA_LONG),
  LASNA_REFERENCE ("feedback", N_ ("Voice"), "feedback", 0),
  LASNA_REFERENCE ("run", N_ ("Filled-in checklist"), "checklist_run", 0),
  LASNA_REFERENCE ("encounter", N_ ("Encounter"), "encounter", 0),
  LASNA_DATE ("date", N_ ("Date"), 0),
  LASNA_TEXT ("shared-with", N_ ("Shared with"), LASNA_PERSONAL),
  LASNA_DATE ("shared-at", N_ ("Shared"), 0),
};

LASNA_DEFINE_RECORD (LasnaInsight, lasna_insight, "insight", N_ ("Insight"), properties)
