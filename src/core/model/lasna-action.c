/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Action.
 */
#include "config.h"

#include "lasna-action.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_POSITION (),
  LASNA_TEXT ("title", N_ ("Title"), LASNA_REQUIRED),
  LASNA_REFERENCE ("feedback", N_ ("From the voice"), "feedback", 0),
  LASNA_REFERENCE ("run", N_ ("From the filled-in checklist"), "checklist_run", 0),
  LASNA_REFERENCE ("complaint", N_ ("From the complaint"), "complaint", 0),
  LASNA_REFERENCE ("departure", N_ ("From the departure"), "departure", 0),
  LASNA_REFERENCE ("drill", N_ ("From the drill"), "problem_drill", 0),
  LASNA_REFERENCE ("insight", N_ ("From the insight"), "insight", 0),
  LASNA_REFERENCE ("stage", N_ ("Stage"), "stage", 0),
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "touchpoint", 0),
  LASNA_REFERENCE ("owner", N_ ("Person in charge"), "person", 0),
  LASNA_DATE ("due", N_ ("Due"), 0),
  LASNA_TERM ("state", N_ ("State"), "action-state", "action.collected", LASNA_REQUIRED),
  LASNA_DATE ("done-at", N_ ("Done"), 0),
  LASNA_DATE ("told-back-at", N_ ("Told back"), 0),
  LASNA_TEXT ("dropped-reason", N_ ("Why it was dropped"), LASNA_LONG),
  LASNA_TEXT ("effect-note", N_ ("Effect"), LASNA_LONG),
};

LASNA_DEFINE_RECORD (LasnaAction, lasna_action, "action", N_ ("Action"), properties)
