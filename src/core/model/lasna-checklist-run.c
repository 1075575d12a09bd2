/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filled-in checklist.
 */
#include "config.h"

#include "lasna-checklist-run.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("template", N_ ("Checklist"), LASNA_REQUIRED),
  LASNA_INTEGER ("template-version", N_ ("Version"), 1, 1000000, "1", 0),
  LASNA_TEXT ("title", N_ ("Title"), LASNA_REQUIRED),
  LASNA_TERM ("scale", N_ ("Scale"), "scale", "scale.realised", LASNA_REQUIRED),
  LASNA_DATE ("date", N_ ("Date"), LASNA_REQUIRED),
  LASNA_TEXT ("filled-by", N_ ("Filled in by"), LASNA_PERSONAL),
  LASNA_REFERENCE ("journey", N_ ("Journey"), "journey", 0),
  LASNA_REFERENCE ("stage", N_ ("Stage"), "stage", 0),
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "touchpoint", 0),
  LASNA_REFERENCE ("encounter", N_ ("Encounter"), "encounter", 0),
  LASNA_TERM ("state", N_ ("State"), "run-state", "run.open", LASNA_REQUIRED),
  LASNA_TIME ("finished-at", N_ ("Finished"), 0),
  LASNA_TEXT ("summary-note", N_ ("Summary"), LASNA_LONG),
};

LASNA_DEFINE_RECORD (
    LasnaChecklistRun, lasna_checklist_run, "checklist_run", N_ ("Filled-in checklist"), properties)
