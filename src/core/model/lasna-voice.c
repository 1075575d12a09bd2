/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voice.
 */
#include "config.h"

#include "lasna-voice.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TIME ("received-at", N_ ("Received"), LASNA_REQUIRED),
  LASNA_TEXT ("zone", N_ ("Time zone"), 0),
  LASNA_TERM ("moment", N_ ("Moment"), "feedback-moment", NULL, 0),
  LASNA_TERM ("source", N_ ("Source"), "evidence-source", NULL, 0),
  LASNA_REFERENCE ("batch", N_ ("Import"), "batch", 0),
  LASNA_REFERENCE ("stage", N_ ("Stage"), "label", 0),
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "label", 0),
  LASNA_REFERENCE ("channel", N_ ("Channel"), "label", 0),
  LASNA_REFERENCE ("segment", N_ ("Customer segment"), "label", 0),
  LASNA_REFERENCE ("person", N_ ("Person"), "person", 0),
  LASNA_REFERENCE ("chain-link", N_ ("Link of the chain"), "chain_link", 0),
  LASNA_REFERENCE ("organisation", N_ ("Organisation"), "organisation", 0),
  LASNA_TEXT ("giver", N_ ("Who said it"), LASNA_PERSONAL),
  LASNA_TERM ("aspect", N_ ("Content or delivery"), "aspect", NULL, 0),
  LASNA_TERM ("opinion", N_ ("Opinion"), "opinion", NULL, 0),
  LASNA_INTEGER ("task", N_ ("Was the matter settled"), 0, 3, NULL, 0),
  LASNA_FLAG ("no-feeling", N_ ("No feeling"), 0),
  LASNA_TEXT ("verbatim", N_ ("The customer's words"), LASNA_LONG),
  LASNA_TEXT ("between-lines", N_ ("Between the lines"), LASNA_LONG),
  LASNA_TERM ("confidence", N_ ("Confidence of the interpretation"), "confidence", NULL, 0),
  LASNA_TEXT ("own-lens", N_ ("My own lens"), LASNA_LONG | LASNA_PRIVATE),
  LASNA_TEXT ("cost-to-customer", N_ ("What it cost the customer"), LASNA_LONG),
  LASNA_TERM ("would-return", N_ ("Would return"), "want-again", NULL, 0),
  LASNA_TERM ("would-tell", N_ ("Would tell others"), "want-again", NULL, 0),
  LASNA_TERM ("answered", N_ ("Found an answer"), "yes-no", NULL, 0),
  LASNA_TIME ("responded-at", N_ ("Answered"), 0),
  LASNA_TIME ("told-back-at", N_ ("Told back"), 0),
  LASNA_TEXT ("language", N_ ("Language"), 0),
  LASNA_TEXT ("source-response-id", N_ ("Response id"), 0),
  LASNA_INTEGER ("fingerprint", N_ ("Fingerprint"), G_MININT64, G_MAXINT64, NULL, 0),
  LASNA_FLAG ("excluded", N_ ("Left out of the figures"), 0),
  LASNA_TEXT ("tags", N_ ("Tags"), 0),
  LASNA_TERM ("follow-up", N_ ("Follow-up"), "follow-up", NULL, 0),
  LASNA_REFERENCE ("follow-up-owner", N_ ("Person in charge"), "person", 0),
  LASNA_DATE ("follow-up-due", N_ ("Due"), 0),
};

LASNA_DEFINE_RECORD (LasnaVoice, lasna_voice, "feedback", N_ ("Voice"), properties)
