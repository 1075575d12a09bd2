/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Person.
 */
#include "config.h"

#include "lasna-person.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("display-name", N_ ("Name"), LASNA_REQUIRED | LASNA_PERSONAL),
  LASNA_REFERENCE ("organisation", N_ ("Organisation"), "organisation", 0),
  LASNA_REFERENCE ("segment", N_ ("Customer segment"), "segment", 0),
  LASNA_TERM ("chain-role", N_ ("Link of the chain"), "chain-role", NULL, 0),
  LASNA_FLAG ("is-panel", N_ ("In the test panel"), 0),
  LASNA_FLAG ("is-team", N_ ("In our team"), 0),
  LASNA_TERM ("level", N_ ("Level of the relationship"), "relationship-level", NULL, 0),
  LASNA_DATE ("level-since", N_ ("Level since"), 0),
  LASNA_DATE ("last-contact", N_ ("Last contact"), 0),
  LASNA_DATE ("last-rewarded", N_ ("Last rewarded"), 0),
  LASNA_TEXT ("reward-note", N_ ("Note on the reward"), LASNA_LONG),
  LASNA_TEXT ("consent-note", N_ ("Note on consent"), LASNA_LONG),
};

LASNA_DEFINE_RECORD (LasnaPerson, lasna_person, "person", N_ ("Person"), properties)
