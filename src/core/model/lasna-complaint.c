/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Complaint.
 */
#include "config.h"

#include "lasna-complaint.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("feedback", N_ ("Voice"), "feedback", LASNA_REQUIRED),
  LASNA_TIME ("promised-reply-at", N_ ("Reply promised by"), 0),
  LASNA_TIME ("first-reply-at", N_ ("First reply"), 0),
  LASNA_FLAG ("voice-offered", N_ ("A call was offered"), 0),
  LASNA_FLAG ("voice-used", N_ ("A call was made"), 0),
  LASNA_FLAG ("heard-out", N_ ("Heard out"), 0),
  LASNA_TEXT ("apology", N_ ("Apology"), LASNA_LONG),
  LASNA_TEXT ("remedy", N_ ("Remedy"), LASNA_LONG),
  LASNA_NUMBER ("cost", N_ ("Cost"), 0, 1000000000, NULL, 0),
  LASNA_DATE ("solved-at", N_ ("Solved"), 0),
  LASNA_DATE ("asked-after-at", N_ ("Asked afterwards"), 0),
  LASNA_TERM ("feeling-after", N_ ("Feeling afterwards"), "emotion", NULL, 0),
  LASNA_FLAG ("turned-around", N_ ("Turned around"), 0),
  LASNA_TEXT ("cause", N_ ("Cause"), LASNA_LONG),
  LASNA_DATE ("cause-removed-at", N_ ("Cause removed"), 0),
  LASNA_DATE ("closed-at", N_ ("Closed"), 0),
  LASNA_TEXT ("close-reason", N_ ("Reason for closing without asking"), LASNA_LONG),
};

LASNA_DEFINE_RECORD (LasnaComplaint, lasna_complaint, "complaint", N_ ("Complaint"), properties)
