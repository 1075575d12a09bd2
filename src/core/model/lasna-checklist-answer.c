/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answer.
 */
#include "config.h"

#include "lasna-checklist-answer.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE (
      "run", N_ ("Filled-in checklist"), "checklist_run", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_POSITION (),
  LASNA_TEXT ("item", N_ ("Item"), LASNA_REQUIRED),
  LASNA_TEXT ("item-text", N_ ("Text of the item"), LASNA_REQUIRED | LASNA_LONG),
  LASNA_TEXT ("tags", N_ ("Tags"), 0),
  LASNA_INTEGER ("value", N_ ("Answer"), 0, 3, NULL, 0),
  LASNA_FLAG ("not-relevant", N_ ("Not relevant"), 0),
  LASNA_TEXT ("note", N_ ("Note"), LASNA_LONG),
  LASNA_TEXT ("evidence", N_ ("Evidence"), LASNA_LONG),
  LASNA_REFERENCE ("action", N_ ("Action"), "action", 0),
};

LASNA_DEFINE_RECORD (
    LasnaChecklistAnswer, lasna_checklist_answer, "checklist_answer", N_ ("Answer"), properties)
