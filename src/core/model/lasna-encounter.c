/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Encounter.
 */
#include "config.h"

#include "lasna-encounter.h"

#include "lasna-error.h"
#include "lasna-person.h"
#include "lasna-record-private.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "touchpoint", 0),
  LASNA_TIME ("date-time", N_ ("Date and time"), LASNA_REQUIRED),
  LASNA_TERM ("kind", N_ ("Kind"), "encounter-kind", "encounter.in-person", LASNA_REQUIRED),
  LASNA_REFERENCE ("customer", N_ ("Customer"), "person", 0),
  LASNA_REFERENCE ("segment", N_ ("Customer segment"), "segment", 0),
  LASNA_REFERENCE ("chain-link", N_ ("Link of the chain"), "chain_link", 0),
  LASNA_TEXT ("who", N_ ("Who it was"), LASNA_PERSONAL),
  LASNA_REFERENCE ("our-person", N_ ("Our person"), "person", 0),
  LASNA_INTEGER ("duration-min", N_ ("Duration, minutes"), 0, 100000, NULL, 0),
  LASNA_INTEGER ("intensity", N_ ("Intensity"), 0, 3, NULL, 0),
  LASNA_FLAG ("mutual", N_ ("Both were active"), 0),
  LASNA_TEXT ("what-was-heard", N_ ("Heard"), LASNA_LONG),
  LASNA_TEXT ("understood", N_ ("Understood"), LASNA_LONG),
  LASNA_TEXT ("insight", N_ ("Realised"), LASNA_LONG),
  LASNA_TEXT ("own-reaction", N_ ("My own reaction"), LASNA_LONG | LASNA_PRIVATE),
  LASNA_TEXT ("customer-decided", N_ ("What the customer decided"), LASNA_LONG),
  LASNA_TEXT ("plan-changed", N_ ("What changed in the plan"), LASNA_LONG),
  LASNA_TEXT ("learned", N_ ("What we learnt"), LASNA_LONG),
  LASNA_TEXT ("gave", N_ ("What we gave"), LASNA_LONG),
  LASNA_FLAG ("tailored", N_ ("Made to fit this customer"), 0),
  LASNA_FLAG ("exceeded", N_ ("Exceeded expectations"), 0),
  LASNA_TERM ("feeling-before", N_ ("Feeling before"), "emotion", NULL, 0),
  LASNA_TERM ("feeling-after", N_ ("Feeling after"), "emotion", NULL, 0),
  LASNA_TEXT ("memory", N_ ("Memory left"), LASNA_LONG),
  LASNA_TERM (
      "want-again-customer", N_ ("The customer would gladly meet again"), "want-again", NULL, 0),
  LASNA_TERM ("want-again-us", N_ ("We would gladly meet again"), "want-again", NULL, 0),
};

/* Who was met may be unnamed, but not a code. */
static gboolean
check_encounter (LasnaRecord *self, GError **error)
{
  if (lasna_record_is_set (self, "customer") || lasna_record_is_set (self, "segment") ||
      lasna_record_is_set (self, "chain-link") || !_lasna_record_is_marked (self, "who") ||
      !lasna_person_is_bare_code (lasna_record_get_text (self, "who")))
    return TRUE;
  g_set_error_literal (
      error,
      LASNA_ERROR,
      LASNA_ERROR_RULE,
      _ ("A code alone is nobody. Nothing was changed; say who it was in a word, such as “the buyer”, or leave it empty."));
  return FALSE;
}

LASNA_DEFINE_RECORD_WITH_CODE (LasnaEncounter,
                               lasna_encounter,
                               "encounter",
                               N_ ("Encounter"),
                               properties,
                               klass->check = check_encounter)
