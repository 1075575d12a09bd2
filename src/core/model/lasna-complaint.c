/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Complaint.
 */
#include "config.h"

#include "lasna-complaint.h"

#include "lasna-error.h"
#include "lasna-response.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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

/* The matter is settled and somebody has asked how it feels now, or there is a reason. */
static gboolean
check_complaint (LasnaRecord *self, GError **error)
{
  if (!lasna_record_is_set (self, "closed-at") || lasna_record_is_set (self, "close-reason") ||
      (lasna_record_is_set (self, "solved-at") && lasna_record_is_set (self, "asked-after-at")))
    return TRUE;
  g_set_error_literal (
      error,
      LASNA_ERROR,
      LASNA_ERROR_RULE,
      _ ("A complaint is closed when it is solved and the customer was asked afterwards, or with a reason. It was left open."));
  return FALSE;
}

LASNA_DEFINE_RECORD_WITH_CODE (LasnaComplaint,
                               lasna_complaint,
                               "complaint",
                               N_ ("Complaint"),
                               properties,
                               klass->check = check_complaint)

/**
 * lasna_complaint_is_closed:
 */
gboolean
lasna_complaint_is_closed (LasnaComplaint *self)
{
  return lasna_record_is_set (LASNA_RECORD (self), "closed-at");
}

/**
 * lasna_complaint_get_response_hours:
 *
 * Returns: from the voice to the first reply, or NAN
 */
double
lasna_complaint_get_response_hours (LasnaComplaint *self)
{
  LasnaRecord *record = LASNA_RECORD (self);
  g_autoptr (LasnaRecord) voice =
      lasna_workbook_find (lasna_record_get_workbook (record),
                           "feedback",
                           lasna_record_get_reference_id (record, "feedback"));

  if (voice == NULL)
    return NAN;
  return lasna_response_hours (lasna_record_get_text (voice, "received-at"),
                               lasna_record_get_text (record, "first-reply-at"));
}

/**
 * lasna_complaint_is_late:
 *
 * Returns: whether a reply was promised by a time that has passed without one
 */
gboolean
lasna_complaint_is_late (LasnaComplaint *self)
{
  LasnaRecord *record = LASNA_RECORD (self);
  const char *promised = lasna_record_get_text (record, "promised-reply-at");
  g_autofree char *now = NULL;

  if (promised == NULL || lasna_record_is_set (record, "first-reply-at") ||
      lasna_complaint_is_closed (self))
    return FALSE;
  now = lasna_clock_dup_local (lasna_workbook_get_clock (lasna_record_get_workbook (record)));
  /* A promised day lasts until its end. */
  return strncmp (promised, now, MIN (strlen (promised), strlen (now))) < 0;
}
