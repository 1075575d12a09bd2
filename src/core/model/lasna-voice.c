/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voice.
 */
#include "config.h"

#include "lasna-voice.h"

#include "lasna-error.h"
#include "lasna-person.h"
#include "lasna-record-private.h"
#include "lasna-response.h"
#include "lasna-workbook.h"

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
  LASNA_REFERENCE ("encounter", N_ ("Encounter"), "encounter", 0),
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
  LASNA_TERM ("answered", N_ ("We have answered"), "yes-no", NULL, 0),
  LASNA_TIME ("responded-at", N_ ("When we answered"), 0),
  LASNA_TIME ("told-back-at", N_ ("Told back"), 0),
  LASNA_TEXT ("language", N_ ("Language"), 0),
  LASNA_TEXT ("source-response-id", N_ ("Response id"), LASNA_PERSONAL),
  LASNA_INTEGER ("fingerprint", N_ ("Fingerprint"), G_MININT64, G_MAXINT64, NULL, 0),
  LASNA_FLAG ("excluded", N_ ("Left out of the figures"), 0),
  LASNA_TEXT ("tags", N_ ("Tags"), 0),
  LASNA_TERM ("follow-up", N_ ("Follow-up"), "follow-up", NULL, 0),
  LASNA_REFERENCE ("follow-up-owner", N_ ("Person in charge"), "person", 0),
  LASNA_DATE ("follow-up-due", N_ ("Due"), 0),
};

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, LASNA_ERROR, LASNA_ERROR_RULE, sentence);
  return FALSE;
}

/* An unnamed giver is a person too. What is refused is naming an organisation or a code instead of
 * somebody; a voice whose person is deleted later stays what it was.
 */
static gboolean
check_giver (LasnaRecord *self, GError **error)
{
  const char *giver = lasna_record_get_text (self, "giver");
  gboolean is_code = lasna_person_is_bare_code (giver);

  if (lasna_record_is_set (self, "person") || lasna_record_is_set (self, "segment") ||
      lasna_record_is_set (self, "chain-link") || (giver != NULL && !is_code))
    return TRUE;
  if (is_code && _lasna_record_is_marked (self, "giver"))
    return refuse (
        error,
        _ ("A code alone is nobody. Nothing was changed; say who it was in a word, such as “the buyer”, or leave it empty."));
  if (lasna_record_is_set (self, "organisation") && _lasna_record_is_marked (self, "organisation"))
    return refuse (
        error,
        _ ("An organisation alone does not feel. Nothing was changed; choose a person, a segment or a link of the chain beside it, or say who it was in a word."));
  return TRUE;
}

/* No feeling is an answer of its own, so it stands alone. */
static gboolean
check_feelings (LasnaRecord *self, GError **error)
{
  LasnaStatement *statement;
  LasnaStep step;

  if (!lasna_record_get_flag (self, "no-feeling"))
    return TRUE;
  statement = lasna_store_prepare (lasna_workbook_get_store (lasna_record_get_workbook (self)),
                                   "SELECT 1 FROM feedback_emotion WHERE feedback = ?1 LIMIT 1",
                                   error);
  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, lasna_record_get_id (self));
  step = lasna_statement_step (statement, error);
  lasna_statement_reset (statement);
  if (step != LASNA_STEP_ROW)
    return step == LASNA_STEP_DONE;
  return refuse (
      error, _ ("A voice has feelings or no feeling, not both. What was there before was kept."));
}

static gboolean
check_voice (LasnaRecord *self, GError **error)
{
  return check_giver (self, error) && check_feelings (self, error);
}

LASNA_DEFINE_RECORD_WITH_CODE (
    LasnaVoice, lasna_voice, "feedback", N_ ("Voice"), properties, klass->check = check_voice)

/**
 * lasna_voice_get_confidence:
 *
 * Returns: (nullable): how sure the reading between the lines is, a guess until somebody says
 *   otherwise; NULL where nothing is read between the lines
 */
const char *
lasna_voice_get_confidence (LasnaVoice *self)
{
  const char *confidence = lasna_record_get_text (LASNA_RECORD (self), "confidence");

  if (!lasna_record_is_set (LASNA_RECORD (self), "between-lines"))
    return NULL;
  return confidence != NULL ? confidence : "confidence.guess";
}

/**
 * lasna_voice_get_response_hours:
 *
 * Returns: from receiving to answering, or NAN
 */
double
lasna_voice_get_response_hours (LasnaVoice *self)
{
  return lasna_response_hours (lasna_record_get_text (LASNA_RECORD (self), "received-at"),
                               lasna_record_get_text (LASNA_RECORD (self), "responded-at"));
}
