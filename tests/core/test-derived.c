/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What follows from the records: scores of factors, states of promises, times of response, emotions
 * of the workbook, heights, reminders, and copies of journeys. Coverage and index are in
 * test-rules, what needs feedback is tested with the feedback layer.
 */
#include "config.h"

#include "lasna-backstage-step.h"
#include "lasna-chain-link.h"
#include "lasna-checklist-run.h"
#include "lasna-complaint.h"
#include "lasna-duplicate.h"
#include "lasna-emotion-target.h"
#include "lasna-emotions.h"
#include "lasna-empathy-map.h"
#include "lasna-empathy-note.h"
#include "lasna-error.h"
#include "lasna-heights.h"
#include "lasna-hidden-stretch.h"
#include "lasna-person.h"
#include "lasna-presence.h"
#include "lasna-problem-plan.h"
#include "lasna-promise-check.h"
#include "lasna-response.h"
#include "lasna-stage.h"
#include "lasna-template.h"
#include "lasna-test-book.h"
#include "lasna-touchpoint-channel.h"
#include "lasna-touchpoint.h"
#include "lasna-translation.h"
#include "lasna-voice.h"

#include <math.h>

static LasnaChecklistRun *
fill (LasnaTestBook *book, LasnaRecord *place, const char *date, gint64 value)
{
  LasnaChecklistRun *run =
      lasna_checklist_run_start (book->workbook, "checklist.presence-meeting", place, NULL);
  GListModel *answers = lasna_checklist_run_get_answers (run);

  g_object_set (run, "date", date, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (LasnaChecklistAnswer) answer = g_list_model_get_item (answers, i);

      g_assert_true (lasna_checklist_answer_give (answer, value, NULL));
    }
  g_assert_true (lasna_checklist_run_finish (run, NULL));
  return run;
}

static double
factor (LasnaTestBook *book, const char *tag, guint back)
{
  LasnaChecklistScore score =
      lasna_presence_score (book->workbook, LASNA_JOURNEY (book->journey), tag, back);

  return lasna_checklist_score_get_value (&score);
}

static void
test_presence (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaRecord *after = lasna_workbook_add (
      book->workbook, LASNA_TYPE_STAGE, "journey", book->journey, "title", "After", NULL);
  LasnaChecklistRun *open;
  g_autoptr (GPtrArray) uncovered = NULL;

  g_assert_true (isnan (factor (book, "factor.natural-style", 0)));
  fill (book, book->stage, "2026-01-10", 1);
  fill (book, book->stage, "2026-06-10", 3);
  open = fill (book, book->stage, "2026-07-10", 0);
  g_object_set (open, "state", "run.open", NULL);
  g_assert_cmpfloat (factor (book, "factor.natural-style", 0), ==, 1);
  g_assert_cmpfloat_with_epsilon (factor (book, "factor.natural-style", 1), 1.0 / 3, 1e-12);
  g_assert_true (isnan (factor (book, "factor.natural-style", 2)));
  g_assert_true (isnan (factor (book, "factor.no-such-factor", 0)));

  uncovered = lasna_presence_list_uncovered (LASNA_JOURNEY (book->journey));
  g_assert_cmpuint (uncovered->len, ==, 1);
  g_assert_true (uncovered->pdata[0] == after);
  /* Another place is another series: both count. */
  fill (book, after, "2026-05-01", 0);
  g_assert_cmpfloat_with_epsilon (factor (book, "factor.natural-style", 0), 0.5, 1e-12);
  g_clear_pointer (&uncovered, g_ptr_array_unref);
  uncovered = lasna_presence_list_uncovered (LASNA_JOURNEY (book->journey));
  g_assert_cmpuint (uncovered->len, ==, 0);
}

static void
check (LasnaTestBook *book, const char *mode, const char *state, const char *date)
{
  lasna_workbook_add (book->workbook,
                      LASNA_TYPE_PROMISE_CHECK,
                      "touchpoint",
                      book->touchpoint,
                      "mode",
                      mode,
                      "state",
                      state,
                      "checked-at",
                      date,
                      NULL);
}

static void
test_promise_state (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaTouchpoint *touchpoint = LASNA_TOUCHPOINT (book->touchpoint);
  g_autoptr (GPtrArray) contradictions = NULL;

  g_assert_cmpstr (lasna_promise_check_get_state (touchpoint), ==, "promise-state.not-checked");
  check (book, "promise.pictures", "promise-state.in-line", "2026-01-01");
  check (book, "promise.words", "promise-state.in-line", "2026-01-01");
  g_assert_cmpstr (lasna_promise_check_get_state (touchpoint), ==, "promise-state.not-checked");
  check (book, "promise.deeds", "promise-state.contradicts", "2026-01-01");
  g_assert_cmpstr (lasna_promise_check_get_state (touchpoint), ==, "promise-state.contradicts");
  contradictions =
      lasna_promise_check_list (LASNA_STAGE (book->stage), "promise-state.contradicts");
  g_assert_cmpuint (contradictions->len, ==, 1);
  g_clear_pointer (&contradictions, g_ptr_array_unref);

  /* The latest check of a mode tells. */
  check (book, "promise.deeds", "promise-state.in-line", "2026-02-01");
  check (book, "promise.words", "promise-state.partly", "2026-02-01");
  g_assert_cmpstr (lasna_promise_check_get_state (touchpoint), ==, "promise-state.partly");
  contradictions =
      lasna_promise_check_list (LASNA_STAGE (book->stage), "promise-state.contradicts");
  g_assert_cmpuint (contradictions->len, ==, 0);
  check (book, "promise.words", "promise-state.in-line", "2026-03-01");
  g_assert_cmpstr (lasna_promise_check_get_state (touchpoint), ==, "promise-state.in-line");
}

static void
test_response (void)
{
  const double hours[] = { 4, NAN, 1, 10, NAN };
  LasnaResponse response = lasna_response_summarise (hours, G_N_ELEMENTS (hours));

  g_assert_cmpfloat (lasna_response_hours ("2026-11-20T09:15", "2026-11-21T10:45"), ==, 25.5);
  g_assert_cmpfloat (lasna_response_hours ("2026-11-20T09:15:30", "2026-11-20T09:45:30"), ==, 0.5);
  g_assert_cmpfloat (lasna_response_hours ("2026-11-20", "2026-11-21T10:45"), ==, 24);
  g_assert_cmpfloat (lasna_response_hours ("2026-11-20", "2026-11-20"), ==, 0);
  g_assert_true (isnan (lasna_response_hours ("2026-11-20T09:15", NULL)));
  g_assert_true (isnan (lasna_response_hours (NULL, "2026-11-20")));
  g_assert_true (isnan (lasna_response_hours ("2026-11-20T09:15", "2026-11-19T09:15")));
  g_assert_true (isnan (lasna_response_hours ("yesterday, I think", "2026-11-19T09:15")));

  g_assert_cmpuint (response.n, ==, 3);
  g_assert_cmpuint (response.n_open, ==, 2);
  g_assert_cmpfloat (response.median, ==, 4);
  g_assert_cmpfloat (response.slowest, ==, 10);
  response = lasna_response_summarise (hours, 2);
  g_assert_cmpfloat (response.median, ==, 4);
  response = lasna_response_summarise (NULL, 0);
  g_assert_true (isnan (response.median));
  g_assert_true (isnan (response.slowest));
}

static void
test_complaint (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaChange) change = lasna_workbook_begin (book->workbook, "Add");
  g_autoptr (LasnaRecord) voice = g_object_ref (lasna_workbook_add (
      book->workbook, LASNA_TYPE_VOICE, "received-at", "2026-11-20T09:00", NULL));
  LasnaComplaint *complaint =
      lasna_workbook_add (book->workbook, LASNA_TYPE_COMPLAINT, "feedback", voice, NULL);

  lasna_test_assert_accepted (change);
  g_assert_true (isnan (lasna_complaint_get_response_hours (complaint)));
  g_assert_false (lasna_complaint_is_late (complaint));
  g_object_set (complaint, "promised-reply-at", "2026-11-21", NULL);
  g_assert_false (lasna_complaint_is_late (complaint));
  g_object_set (complaint, "promised-reply-at", "2026-11-21T11:59", NULL);
  g_assert_true (lasna_complaint_is_late (complaint));
  g_object_set (complaint, "first-reply-at", "2026-11-21T09:00", NULL);
  g_assert_false (lasna_complaint_is_late (complaint));
  g_assert_cmpfloat (lasna_complaint_get_response_hours (complaint), ==, 24);
  g_object_set (voice, "responded-at", "2026-11-20T12:00", NULL);
  g_assert_cmpfloat (lasna_voice_get_response_hours (LASNA_VOICE (voice)), ==, 3);
}

static void
test_emotions (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaWorkbook *workbook = book->workbook;
  g_autoptr (GError) error = NULL;
  static const char *const felt[] = {
    "emotion.hurried", "emotion.happy", "emotion.interesting", "emotion.safe", NULL
  };

  g_assert_cmpfloat (lasna_emotions_get_valence (workbook, "emotion.hurried"), ==, -1);
  g_assert_true (lasna_emotions_set_valence (workbook, "emotion.hurried", -2, &error));
  g_assert_cmpfloat (lasna_emotions_get_valence (workbook, "emotion.hurried"), ==, -2);
  g_assert_true (lasna_emotions_set_valence (workbook, "emotion.hurried", 1, &error));
  g_assert_cmpuint (
      g_list_model_get_n_items (lasna_workbook_get_records (workbook, "emotion")), ==, 1);
  /* The cluster is still the catalogue's. */
  g_assert_true (lasna_emotions_is_destroying (workbook, "emotion.hurried"));
  g_assert_true (lasna_emotions_set_valence (workbook, "emotion.hurried", LASNA_UNSET, &error));
  g_assert_cmpfloat (lasna_emotions_get_valence (workbook, "emotion.hurried"), ==, -1);
  g_assert_false (lasna_emotions_set_valence (workbook, "emotion.hurried", 3, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
  g_assert_true (isnan (lasna_emotions_get_valence (workbook, "own.unheard-of")));
  g_assert_null (lasna_emotions_get_cluster (workbook, "own.unheard-of"));

  g_assert_cmpint (lasna_emotions_match (workbook, "emotion.happy", felt), ==, LASNA_TARGET_MET);
  g_assert_cmpint (
      lasna_emotions_match (workbook, "emotion.pleased", felt), ==, LASNA_TARGET_CLOSE);
  /* The fourth is not among those felt most. */
  g_assert_cmpint (lasna_emotions_match (workbook, "emotion.safe", felt), ==, LASNA_TARGET_MISSED);
}

static LasnaRecord *
want (LasnaTestBook *book, const char *emotion, const char *kind)
{
  return lasna_workbook_add (book->workbook,
                             LASNA_TYPE_EMOTION_TARGET,
                             "stage",
                             book->stage,
                             "emotion",
                             emotion,
                             "kind",
                             kind,
                             NULL);
}

static void
test_heights (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaRecord *interested;

  g_assert_true (isnan (lasna_heights_get_wanted (book->stage)));
  g_assert_true (isnan (lasna_heights_get_believed (book->stage)));
  want (book, "emotion.hurried", "target.avoid");
  g_assert_true (isnan (lasna_heights_get_wanted (book->stage)));
  interested = want (book, "emotion.interesting", "target.desired");
  g_assert_cmpstr (lasna_heights_get_main_emotion (book->stage), ==, "emotion.interesting");
  g_assert_cmpfloat (lasna_heights_get_wanted (book->stage), ==, 0.5);
  want (book, "emotion.safe", "target.desired");
  g_assert_null (lasna_heights_get_main_emotion (book->stage));
  g_assert_cmpfloat (lasna_heights_get_wanted (book->stage), ==, 0.75);
  g_object_set (interested, "is-main", TRUE, NULL);
  g_assert_cmpfloat (lasna_heights_get_wanted (book->stage), ==, 0.5);
  g_assert_true (lasna_emotions_set_valence (book->workbook, "emotion.interesting", 2, NULL));
  g_assert_cmpfloat (lasna_heights_get_wanted (book->stage), ==, 1);

  g_object_set (book->touchpoint, "believed-height", G_GINT64_CONSTANT (-1), NULL);
  g_assert_cmpfloat (lasna_heights_get_believed (book->touchpoint), ==, -0.5);
  g_object_set (book->stage, "believed-height", G_GINT64_CONSTANT (0), NULL);
  g_assert_cmpfloat (lasna_heights_get_believed (book->stage), ==, 0);
}

static void
test_people (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaPerson *person =
      lasna_workbook_add (book->workbook, LASNA_TYPE_PERSON, "display-name", "Aino", NULL);

  g_assert_false (lasna_person_is_reward_due (person));
  g_object_set (person, "level", "level.advocacy", NULL);
  g_assert_true (lasna_person_is_reward_due (person));
  g_object_set (person, "last-rewarded", "2026-05-25", NULL); /* 180 days ago */
  g_assert_false (lasna_person_is_reward_due (person));
  g_object_set (person, "last-rewarded", "2026-05-24", NULL);
  g_assert_true (lasna_person_is_reward_due (person));
  g_object_set (
      lasna_workbook_get_settings (book->workbook), "reminder-days", G_GINT64_CONSTANT (365), NULL);
  g_assert_false (lasna_person_is_reward_due (person));

  g_assert_false (lasna_person_is_silent (person));
  g_object_set (person, "last-contact", "2026-08-23", NULL); /* 90 days ago */
  g_assert_false (lasna_person_is_silent (person));
  g_object_set (person, "last-contact", "2026-08-22", NULL);
  g_assert_true (lasna_person_is_silent (person));
  g_object_set (person, "is-team", TRUE, NULL);
  g_assert_false (lasna_person_is_silent (person));
}

static void
test_empathy (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaRecord *map =
      lasna_workbook_add (book->workbook, LASNA_TYPE_EMPATHY_MAP, "who", "the buyer", NULL);
  LasnaEmpathyNote *note = lasna_workbook_add (book->workbook,
                                               LASNA_TYPE_EMPATHY_NOTE,
                                               "map",
                                               map,
                                               "field",
                                               "map.says",
                                               "text",
                                               "Will it be dark?",
                                               NULL);

  g_assert_true (lasna_empathy_note_is_imagined (note));
  g_object_set (note, "evidence", "evidence.assumed", NULL);
  g_assert_true (lasna_empathy_note_is_imagined (note));
  g_object_set (note, "evidence", "evidence.observed", NULL);
  g_assert_false (lasna_empathy_note_is_imagined (note));
}

/* One of everything that goes along with a copy. */
static void
furnish (LasnaTestBook *book)
{
  LasnaWorkbook *workbook = book->workbook;
  LasnaRecord *link = lasna_workbook_add (workbook,
                                          LASNA_TYPE_CHAIN_LINK,
                                          "journey",
                                          book->journey,
                                          "role",
                                          "chain.user",
                                          "name",
                                          "The guest",
                                          NULL);

  g_object_set (book->journey, "chain-link", link, "state", "journey.in-use", NULL);
  want (book, "emotion.safe", "target.desired");
  lasna_workbook_add (workbook,
                      LASNA_TYPE_TOUCHPOINT_CHANNEL,
                      "touchpoint",
                      book->touchpoint,
                      "channel",
                      "channel.phone.line",
                      NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_BACKSTAGE_STEP,
                      "touchpoint",
                      book->touchpoint,
                      "title",
                      "Look the booking up",
                      NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_HIDDEN_STRETCH,
                      "stage",
                      book->stage,
                      "after-touchpoint",
                      book->touchpoint,
                      "assumption",
                      "They pack.",
                      NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_PROBLEM_PLAN,
                      "stage",
                      book->stage,
                      "title",
                      "No snow",
                      "who",
                      "The host",
                      "first-words",
                      "We are sorry.",
                      "help-channel",
                      "By phone",
                      NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_TRANSLATION,
                      "table-name",
                      "stage",
                      "record",
                      lasna_record_get_id (book->stage),
                      "property",
                      "title",
                      "language",
                      "language.fi",
                      "text",
                      "Ennen",
                      NULL);
  check (book, "promise.words", "promise-state.partly", "2026-01-01");
}

static LasnaRecord *
get_child (gpointer parent, const char *table, const char *property, guint index)
{
  g_autoptr (LasnaRecord) child =
      g_list_model_get_item (lasna_record_get_children (parent, table, property), index);

  return child;
}

static void
test_duplicate_journey (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *title = NULL;
  LasnaJourney *copy;
  LasnaRecord *stage;
  LasnaRecord *touchpoint;
  LasnaRecord *link;

  furnish (book);
  before = lasna_test_book_dup_dump (book);
  copy = lasna_duplicate_journey (LASNA_JOURNEY (book->journey), "Next winter", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lasna_record_get_text (LASNA_RECORD (copy), "title"), ==, "Next winter");
  g_assert_cmpstr (lasna_record_get_text (LASNA_RECORD (copy), "state"), ==, "journey.draft");
  g_assert_true (lasna_record_get_reference (LASNA_RECORD (copy), "origin") == book->journey);
  link = lasna_record_get_reference (LASNA_RECORD (copy), "chain-link");
  g_assert_true (lasna_record_get_reference (link, "journey") == copy);

  stage = get_child (copy, "stage", "journey", 0);
  g_assert_true (stage != book->stage);
  g_assert_true (lasna_record_get_reference (stage, "origin") == book->stage);
  title = lasna_record_dup_text_in (stage, "title", LASNA_LANGUAGE_FI);
  g_assert_cmpstr (title, ==, "Ennen");
  touchpoint = get_child (stage, "touchpoint", "stage", 0);
  g_assert_true (lasna_record_get_reference (touchpoint, "origin") == book->touchpoint);
  g_assert_nonnull (get_child (touchpoint, "touchpoint_channel", "touchpoint", 0));
  g_assert_nonnull (get_child (touchpoint, "backstage_step", "touchpoint", 0));
  g_assert_nonnull (get_child (stage, "emotion_target", "stage", 0));
  g_assert_nonnull (get_child (stage, "problem_plan", "stage", 0));
  g_assert_true (lasna_record_get_reference (get_child (stage, "hidden_stretch", "stage", 0),
                                             "after-touchpoint") == touchpoint);
  /* What happened stays where it happened. */
  g_assert_null (get_child (touchpoint, "promise_check", "touchpoint", 0));

  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  after = lasna_test_book_dup_dump (book);
  g_assert_cmpstr (after, ==, before);
}

static void
test_duplicate_template (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaJourney *journey =
      lasna_template_add_journey (book->workbook, NULL, "journey.travel", LASNA_LANGUAGE_FI, NULL);
  LasnaJourney *copy = lasna_duplicate_journey (journey, NULL, NULL);
  GListModel *stages = lasna_record_get_children (LASNA_RECORD (journey), "stage", "journey");
  GListModel *copies = lasna_record_get_children (LASNA_RECORD (copy), "stage", "journey");

  g_assert_cmpuint (g_list_model_get_n_items (copies), ==, g_list_model_get_n_items (stages));
  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);
      g_autoptr (LasnaRecord) twin = g_list_model_get_item (copies, i);
      g_autofree char *text = lasna_record_dup_text_in (stage, "title", LASNA_LANGUAGE_SV);
      g_autofree char *twin_text = lasna_record_dup_text_in (twin, "title", LASNA_LANGUAGE_SV);

      g_assert_cmpstr (twin_text, ==, text);
      g_assert_cmpfloat (lasna_heights_get_wanted (twin), ==, lasna_heights_get_wanted (stage));
      g_assert_cmpuint (
          g_list_model_get_n_items (lasna_record_get_children (twin, "touchpoint", "stage")),
          ==,
          g_list_model_get_n_items (lasna_record_get_children (stage, "touchpoint", "stage")));
    }
}

static void
test_duplicate_parts (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaRecord *after = lasna_workbook_add (
      book->workbook, LASNA_TYPE_STAGE, "journey", book->journey, "title", "After", NULL);
  LasnaStage *stage;
  LasnaTouchpoint *touchpoint;

  furnish (book);
  stage = lasna_duplicate_stage (LASNA_STAGE (book->stage), NULL);
  g_assert_true (get_child (book->journey, "stage", "journey", 1) == LASNA_RECORD (stage));
  g_assert_true (get_child (book->journey, "stage", "journey", 2) == after);
  /* A copy in the same journey is no version of the other. */
  g_assert_false (lasna_record_is_set (LASNA_RECORD (stage), "origin"));
  g_assert_nonnull (get_child (stage, "emotion_target", "stage", 0));
  touchpoint = lasna_duplicate_touchpoint (LASNA_TOUCHPOINT (book->touchpoint), NULL);
  g_assert_true (get_child (book->stage, "touchpoint", "stage", 1) == LASNA_RECORD (touchpoint));
  g_assert_nonnull (get_child (touchpoint, "touchpoint_channel", "touchpoint", 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/derived/presence", test_presence);
  g_test_add_func ("/derived/promise-state", test_promise_state);
  g_test_add_func ("/derived/response", test_response);
  g_test_add_func ("/derived/complaint", test_complaint);
  g_test_add_func ("/derived/emotions", test_emotions);
  g_test_add_func ("/derived/heights", test_heights);
  g_test_add_func ("/derived/people", test_people);
  g_test_add_func ("/derived/empathy", test_empathy);
  g_test_add_func ("/derived/duplicate-journey", test_duplicate_journey);
  g_test_add_func ("/derived/duplicate-template", test_duplicate_template);
  g_test_add_func ("/derived/duplicate-parts", test_duplicate_parts);
  return g_test_run ();
}
