/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Touchpoint.
 */
#include "config.h"

#include "lasna-touchpoint.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("stage", N_ ("Stage"), "stage", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_POSITION (),
  LASNA_TEXT ("title", N_ ("Title"), LASNA_REQUIRED | LASNA_TEMPLATE),
  LASNA_TEXT ("template-id", N_ ("Template"), 0),
  LASNA_REFERENCE ("origin", N_ ("Made from"), "touchpoint", 0),
  LASNA_TERM ("contact-situation", N_ ("Contact situation"), "contact-situation", NULL, 0),
  LASNA_TERM ("visibility", N_ ("Visibility"), "visibility", "visibility.visible", LASNA_REQUIRED),
  LASNA_TERM ("mode", N_ ("Mode"), "mode", NULL, 0),
  LASNA_TERM ("customer-role", N_ ("The customer's role"), "party-role", NULL, 0),
  LASNA_TERM ("provider-role", N_ ("Our role"), "party-role", NULL, 0),
  LASNA_TERM ("state", N_ ("State"), "touchpoint-state", "touchpoint.in-use", 0),
  LASNA_DATE ("planned-at", N_ ("Planned for"), 0),
  LASNA_DATE ("realised-at", N_ ("In use since"), 0),
  LASNA_REFERENCE ("owner", N_ ("Person in charge"), "person", 0),
  LASNA_FLAG ("is-extra", N_ ("An extra"), 0),
  LASNA_FLAG ("moment-of-truth", N_ ("Moment of truth"), 0),
  LASNA_FLAG ("first-minutes", N_ ("First minutes"), 0),
  LASNA_TEXT ("key-message", N_ ("The most important message"), LASNA_LONG),
  LASNA_TEXT ("individuality", N_ ("What is individual"), LASNA_LONG),
  LASNA_TEXT ("interest-arouser", N_ ("What arouses interest"), LASNA_LONG),
  LASNA_INTEGER ("clicks-to-next", N_ ("Clicks to the next step"), 0, 99, NULL, 0),
  LASNA_INTEGER ("usual-duration-min", N_ ("Usual duration, minutes"), 0, 100000, NULL, 0),
  LASNA_FLAG ("self-service", N_ ("Self-service"), 0),
  LASNA_INTEGER ("route-to-human-steps", N_ ("Steps to a human"), 0, 99, NULL, 0),
  LASNA_TEXT ("context", N_ ("Where and why the customer is here"), LASNA_LONG),
  LASNA_TERM ("latitude", N_ ("Latitude of the one who serves"), "latitude", NULL, 0),
  LASNA_TEXT ("latitude-limit", N_ ("Limit of the latitude"), 0),
  LASNA_TERMS ("shun-flags", N_ ("What drives customers away"), "shun-flag", 0),
  LASNA_INTEGER ("believed-height", N_ ("Believed height"), -2, 2, NULL, 0),
  LASNA_TERM ("height-evidence", N_ ("How we know the height"), "evidence", NULL, 0),
  LASNA_TEXT ("height-source", N_ ("Source of the height"), 0),
  LASNA_DATE ("height-date", N_ ("Date of the height"), 0),
  LASNA_TERM ("evidence", N_ ("How we know this touchpoint"), "evidence", NULL, 0),
  LASNA_TEXT ("evidence-source", N_ ("Source"), 0),
  LASNA_DATE ("evidence-date", N_ ("Date of the source"), 0),
  LASNA_TEXT ("note", N_ ("Note"), LASNA_LONG),
};

LASNA_DEFINE_RECORD (LasnaTouchpoint, lasna_touchpoint, "touchpoint", N_ ("Touchpoint"), properties)
