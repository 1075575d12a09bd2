/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules that the model keeps, one by one. Of R9 the forest on the map, R15 (a page is one
 * page) and R18 (a mean is drawn with its single entries) are kept by the drawing and tested in
 * tests/draw; R5 and R6 hold for charts and pages there too, and R6's offer of an action in
 * tests/app.
 */
#include "config.h"

#include "lasna-chain-link.h"
#include "lasna-channel-need.h"
#include "lasna-channel-offering.h"
#include "lasna-checklist-run.h"
#include "lasna-complaint.h"
#include "lasna-coverage.h"
#include "lasna-duplicate.h"
#include "lasna-emotion-target.h"
#include "lasna-emotions.h"
#include "lasna-encounter.h"
#include "lasna-error.h"
#include "lasna-hidden-stretch.h"
#include "lasna-index.h"
#include "lasna-kinds.h"
#include "lasna-measure.h"
#include "lasna-organisation.h"
#include "lasna-person.h"
#include "lasna-promise.h"
#include "lasna-segment.h"
#include "lasna-small.h"
#include "lasna-stage.h"
#include "lasna-story.h"
#include "lasna-test-book.h"
#include "lasna-touchpoint.h"
#include "lasna-voice.h"

#include <math.h>

#define BEFORE "2026-11-20T09:15"

/* The change must be accepted or refused as a whole. */
#define assert_change(book, accepted, statement)                                                   \
  do                                                                                               \
    {                                                                                              \
      g_autoptr (LasnaChange) change_ = lasna_workbook_begin ((book)->workbook, "Try");            \
      statement;                                                                                   \
      if (accepted)                                                                                \
        lasna_test_assert_accepted (change_);                                                      \
      else                                                                                         \
        lasna_test_assert_refused (change_);                                                       \
    }                                                                                              \
  while (0)

static LasnaRecord *
add_voice (LasnaTestBook *book)
{
  g_autoptr (LasnaChange) change = lasna_workbook_begin (book->workbook, "Voice");
  LasnaRecord *voice =
      lasna_workbook_add (book->workbook, LASNA_TYPE_VOICE, "received-at", BEFORE, NULL);

  g_object_ref (voice);
  lasna_test_assert_accepted (change);
  return voice;
}

static void
test_r1_voice (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaRecord *mill =
      lasna_workbook_add (book->workbook, LASNA_TYPE_ORGANISATION, "name", "The mill", NULL);
  LasnaRecord *buyer = lasna_workbook_add (
      book->workbook, LASNA_TYPE_PERSON, "display-name", "the buyer", "organisation", mill, NULL);
  g_autoptr (LasnaRecord) voice = add_voice (book);

  assert_change (book, FALSE, g_object_set (voice, "organisation", mill, NULL));
  g_assert_false (lasna_record_is_set (voice, "organisation"));
  assert_change (book, FALSE, g_object_set (voice, "giver", "FI1234567-8", NULL));
  assert_change (
      book, FALSE, g_object_set (voice, "organisation", mill, "giver", "FI1234567-8", NULL));
  assert_change (book, TRUE, g_object_set (voice, "giver", "the night guard", NULL));
  assert_change (book, TRUE, g_object_set (voice, "giver", NULL, NULL));
  assert_change (book, TRUE, g_object_set (voice, "organisation", mill, "person", buyer, NULL));

  /* Deleting a person leaves the voice. */
  assert_change (book, TRUE, lasna_record_delete (buyer));
  g_assert_false (lasna_record_is_set (voice, "person"));
  g_assert_false (lasna_record_is_deleted (voice));
  assert_change (book, TRUE, g_object_set (voice, "verbatim", "Still here.", NULL));
}

static void
test_r1_encounter (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaRecord *segment =
      lasna_workbook_add (book->workbook, LASNA_TYPE_SEGMENT, "name", "Families", NULL);
  LasnaRecord *encounter =
      lasna_workbook_add (book->workbook, LASNA_TYPE_ENCOUNTER, "date-time", BEFORE, NULL);

  g_assert_nonnull (encounter);
  assert_change (book, FALSE, g_object_set (encounter, "who", "1002345", NULL));
  assert_change (book, TRUE, g_object_set (encounter, "who", "a father of two", NULL));
  assert_change (book, TRUE, g_object_set (encounter, "who", "1002345", "segment", segment, NULL));
  assert_change (book, TRUE, lasna_record_delete (segment));
}

static void
test_r1_person (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  static const char *const codes[] = { "1234567-8", "FI12345678", "FI 1234567-8", "K-17", "2" };
  static const char *const names[] = { "Aino",    "the buyer", "Bo 2", "J.",
                                       "Room 12", "Åsa",       "李",   "BUYER 7" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_true (lasna_person_is_bare_code (codes[i]));
      assert_change (
          book,
          FALSE,
          lasna_workbook_add (book->workbook, LASNA_TYPE_PERSON, "display-name", codes[i], NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (lasna_person_is_bare_code (names[i]));
  g_assert_false (lasna_person_is_bare_code (NULL));
  g_assert_false (lasna_person_is_bare_code (""));
}

/* Journeys and targets are of people by their make: they have nowhere to name an organisation. */
static void
test_r1_targets (void)
{
  static const char *const tables[] = { "journey", "stage", "emotion_target", "encounter" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      LasnaRecordClass *klass = g_type_class_peek_static (lasna_kinds_lookup (tables[i]));

      for (guint n = 0; n < klass->n_properties; n++)
        g_assert_cmpstr (klass->properties[n].target, !=, "organisation");
    }
}

static void
test_r1_organisation (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaOrganisation *mill =
      lasna_workbook_add (book->workbook, LASNA_TYPE_ORGANISATION, "name", "The mill", NULL);

  g_assert_true (lasna_organisation_is_without_persons (mill));
  lasna_workbook_add (
      book->workbook, LASNA_TYPE_PERSON, "display-name", "the buyer", "organisation", mill, NULL);
  g_assert_false (lasna_organisation_is_without_persons (mill));
}

static void
test_r2 (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaRecord) voice = add_voice (book);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO feedback_emotion (feedback, emotion, intensity) VALUES (%" G_GINT64_FORMAT
      ", 1, 2)",
      lasna_record_get_id (voice));

  /* Unknown until said. */
  g_assert_false (lasna_record_get_flag (voice, "no-feeling"));
  assert_change (book, TRUE, g_object_set (voice, "no-feeling", TRUE, NULL));
  assert_change (book, TRUE, g_object_set (voice, "no-feeling", FALSE, NULL));
  assert_change (
      book,
      TRUE,
      g_assert_true (lasna_store_execute (lasna_workbook_get_store (book->workbook), sql, NULL)));
  assert_change (book, FALSE, g_object_set (voice, "no-feeling", TRUE, NULL));
  g_assert_false (lasna_record_get_flag (voice, "no-feeling"));
}

static void
test_r3 (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaRecord) voice = add_voice (book);

  g_object_set (voice, "verbatim", "It was fine.", NULL);
  g_assert_null (lasna_voice_get_confidence (LASNA_VOICE (voice)));
  g_object_set (voice, "between-lines", "It was not.", NULL);
  g_assert_cmpstr (lasna_record_get_text (voice, "verbatim"), ==, "It was fine.");
  g_assert_cmpstr (lasna_voice_get_confidence (LASNA_VOICE (voice)), ==, "confidence.guess");
  g_object_set (voice, "confidence", "confidence.confirmed", NULL);
  g_assert_cmpstr (lasna_voice_get_confidence (LASNA_VOICE (voice)), ==, "confidence.confirmed");
}

static void
test_r4 (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaSettings *settings = lasna_workbook_get_settings (book->workbook);
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat_with_epsilon (lasna_index (100, 50, 20, 80), 60, 1e-12);
  g_assert_cmpfloat_with_epsilon (lasna_index (100, 50, 1, 1), 75, 1e-12);
  g_assert_true (isnan (lasna_index (100, NAN, 20, 80)));
  g_assert_true (isnan (lasna_index (NAN, 50, 20, 80)));
  g_assert_true (isnan (lasna_index (100, 50, 0, 0)));
  g_assert_cmpfloat (lasna_index_task (3), ==, 100);
  g_assert_cmpfloat (lasna_index_feeling (-1), ==, 0);
  g_assert_cmpfloat (lasna_index_feeling (0), ==, 50);

  g_assert_cmpfloat_with_epsilon (lasna_settings_get_index (settings, 100, 50), 60, 1e-12);
  g_assert_true (lasna_settings_set_weight_task (settings, 50, &error));
  g_assert_no_error (error);
  g_assert_cmpint (lasna_record_get_integer (LASNA_RECORD (settings), "weight-feeling"), ==, 50);
  g_assert_cmpfloat_with_epsilon (lasna_settings_get_index (settings, 100, 50), 75, 1e-12);
  g_assert_false (lasna_settings_set_weight_task (settings, 101, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
  g_object_set (settings, "index-hidden", TRUE, NULL);
  g_assert_true (isnan (lasna_settings_get_index (settings, 100, 50)));
}

static void
test_r5 (void)
{
  g_assert_true (lasna_is_small (0));
  g_assert_true (lasna_is_small (4));
  g_assert_false (lasna_is_small (5));
  g_assert_cmpint (LASNA_SMALL_N, ==, 5);
}

static void
test_r6 (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaWorkbook *workbook = book->workbook;
  LasnaRecord *own =
      LASNA_RECORD (lasna_emotions_add_own (workbook, "crushed", "cluster.destroying", -2));
  LasnaRecord *word =
      LASNA_RECORD (lasna_emotions_add_own (workbook, "wistful", NULL, LASNA_UNSET));
  const char *crushed = lasna_record_get_text (own, "code");
  const char *wistful = lasna_record_get_text (word, "code");
  g_auto (GStrv) all = lasna_emotions_list (workbook);
  guint n = g_strv_length (all);

  g_assert_true (lasna_emotions_is_destroying (workbook, "emotion.hurried"));
  g_assert_true (lasna_emotions_is_destroying (workbook, crushed));
  g_assert_false (lasna_emotions_is_destroying (workbook, "emotion.happy"));
  g_assert_false (lasna_emotions_is_destroying (workbook, wistful));
  g_assert_cmpint (lasna_emotions_compare (workbook, crushed, "emotion.interesting"), <, 0);
  g_assert_cmpint (lasna_emotions_compare (workbook, "emotion.hurried", crushed), <, 0);
  g_assert_cmpint (lasna_emotions_compare (workbook, wistful, "emotion.happy"), >, 0);
  g_assert_cmpint (lasna_emotions_compare (workbook, wistful, wistful), ==, 0);

  g_assert_cmpuint (n, ==, 22);
  for (guint i = 0; i < 9; i++)
    g_assert_true (lasna_emotions_is_destroying (workbook, all[i]));
  for (guint i = 9; i < n; i++)
    g_assert_false (lasna_emotions_is_destroying (workbook, all[i]));
  g_assert_cmpstr (all[8], ==, crushed);
  g_assert_cmpstr (all[n - 1], ==, wistful);
}

static void
test_r7 (void)
{
  LasnaChecklistScore score = { 0 };
  const LasnaScale *scale =
      lasna_catalogue_find_scale (lasna_catalogue_get_default (), "scale.realised");

  /* 12 items: two not relevant, five answered of ten, five open. */
  for (guint i = 0; i < 12; i++)
    lasna_checklist_score_add (&score, scale, i < 4 ? 3 : i == 4 ? 0 : LASNA_UNSET, i >= 10);
  g_assert_cmpuint (score.n_items, ==, 12);
  g_assert_cmpuint (score.n_relevant, ==, 10);
  g_assert_cmpuint (score.n_answered, ==, 5);
  g_assert_cmpfloat_with_epsilon (lasna_checklist_score_get_value (&score), 12.0 / 15, 1e-12);
  lasna_checklist_score_add (&score, scale, LASNA_UNSET, FALSE);
  g_assert_true (isnan (lasna_checklist_score_get_value (&score)));
}

static LasnaRecord *
offer (LasnaTestBook *book, const char *channel, const char *state)
{
  return lasna_workbook_add (book->workbook,
                             LASNA_TYPE_CHANNEL_OFFERING,
                             "service",
                             book->service,
                             "channel",
                             channel,
                             "state",
                             state,
                             NULL);
}

static void
need (LasnaTestBook *book, LasnaRecord *segment, const char *channel, const char *how)
{
  lasna_workbook_add (book->workbook,
                      LASNA_TYPE_CHANNEL_NEED,
                      "segment",
                      segment,
                      "channel",
                      channel,
                      "need",
                      how,
                      NULL);
}

static void
test_r8 (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaSegment *segment =
      lasna_workbook_add (book->workbook, LASNA_TYPE_SEGMENT, "name", "Families", NULL);
  LasnaCoverage coverage = lasna_coverage_of_segment (segment, NULL);

  g_assert_true (isnan (lasna_coverage_get_value (&coverage)));
  offer (book, "channel.phone.line", "coverage.works");
  offer (book, "channel.web.chat", "coverage.hard-to-find");
  need (book, LASNA_RECORD (segment), "channel.phone.line", "need.must");
  need (book, LASNA_RECORD (segment), "channel.web.chat", "need.likes");
  need (book, LASNA_RECORD (segment), "channel.web.faq", "need.likes");
  need (book, LASNA_RECORD (segment), "channel.phone.text", "need.no");
  coverage = lasna_coverage_of_segment (segment, LASNA_SERVICE (book->service));
  g_assert_cmpuint (coverage.n_wanted, ==, 3);
  g_assert_cmpuint (coverage.n_works, ==, 1);
  g_assert_cmpuint (coverage.n_hard_to_find, ==, 1);
  g_assert_cmpuint (coverage.n_missing, ==, 1);
  g_assert_cmpfloat_with_epsilon (lasna_coverage_get_value (&coverage), 1.0 / 3, 1e-12);
}

static void
test_r9 (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaStage *stage = LASNA_STAGE (book->stage);
  LasnaRecord *between;
  LasnaRecord *whole;

  g_assert_false (lasna_stage_is_forest (stage));
  g_object_set (book->touchpoint, "visibility", "visibility.glimpsed", NULL);
  g_assert_true (lasna_stage_is_forest (stage));
  g_object_set (book->touchpoint, "visibility", "visibility.visible", NULL);
  g_object_set (book->touchpoint, "state", "touchpoint.retired", NULL);
  g_assert_true (lasna_stage_is_forest (stage));

  g_assert_null (lasna_stage_get_stretch (stage));
  between = lasna_workbook_add (book->workbook,
                                LASNA_TYPE_HIDDEN_STRETCH,
                                "stage",
                                stage,
                                "after-touchpoint",
                                book->touchpoint,
                                "assumption",
                                "They wonder what to pack.",
                                NULL);
  g_assert_true (LASNA_RECORD (lasna_stage_get_stretch (stage)) == between);
  whole = lasna_workbook_add (book->workbook,
                              LASNA_TYPE_HIDDEN_STRETCH,
                              "stage",
                              stage,
                              "assumption",
                              "They ask their friends.",
                              NULL);
  g_assert_true (LASNA_RECORD (lasna_stage_get_stretch (stage)) == whole);
  g_assert_cmpstr (
      lasna_hidden_stretch_get_confidence (LASNA_HIDDEN_STRETCH (whole)), ==, "confidence.guess");
}

/* What people write about themselves is on no page and in no export. */
static void
test_r10 (void)
{
  static const struct
  {
    const char *table;
    const char *property;
  } private[] = {
    { "encounter", "own-reaction" }, { "feedback", "own-lens" },  { "practice_log", "practice" },
    { "practice_log", "week" },      { "practice_log", "value" }, { "practice_log", "note" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (private); i++)
    {
      LasnaRecordClass *klass = g_type_class_peek_static (lasna_kinds_lookup (private[i].table));
      const LasnaProperty *property = lasna_kinds_find_property (klass, private[i].property);

      g_assert_nonnull (property);
      g_assert_cmpuint (property->flags & LASNA_PRIVATE, !=, 0);
    }
  /* A weekly log has nobody's name, so that there is nothing to compare. */
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (i);

      for (guint n = 0; g_str_equal (klass->table, "practice_log") && n < klass->n_properties; n++)
        g_assert_cmpint (klass->properties[n].type, !=, LASNA_PROPERTY_REFERENCE);
    }
}

static LasnaMeasure *
add_measure (LasnaTestBook *book, const char *name, const char *kind, LasnaRecord *stage)
{
  return lasna_workbook_add (
      book->workbook, LASNA_TYPE_MEASURE, "name", name, "kind", kind, "stage", stage, NULL);
}

static void
add_value (LasnaTestBook *book, LasnaMeasure *measure, const char *date, double value)
{
  lasna_workbook_add (book->workbook,
                      LASNA_TYPE_MEASURE_VALUE,
                      "measure",
                      measure,
                      "date",
                      date,
                      "value",
                      value,
                      NULL);
}

static void
test_r11 (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaMeasure *sold = add_measure (book, "Bookings", "measure-kind.conversion", book->stage);
  LasnaMeasure *elsewhere = add_measure (book, "Joy", "measure-kind.feeling", NULL);
  LasnaMeasure *felt = add_measure (book, "Calm", "measure-kind.feeling", book->stage);

  add_value (book, sold, "2026-11-01", 12);
  add_value (book, elsewhere, "2026-11-01", 1);
  g_assert_false (lasna_measure_may_stand (sold, FALSE));
  g_assert_true (lasna_measure_may_stand (sold, TRUE));
  g_assert_true (lasna_measure_may_stand (elsewhere, FALSE));
  /* A measure without a value is no figure. */
  g_assert_null (lasna_measure_find_feeling (sold));
  add_value (book, felt, "2026-11-01", 1);
  add_value (book, felt, "2026-10-01", 2);
  g_assert_true (lasna_measure_find_feeling (sold) == felt);
  g_assert_true (lasna_measure_may_stand (sold, FALSE));
  g_assert_cmpfloat (
      lasna_record_get_number (LASNA_RECORD (lasna_measure_get_latest (felt)), "value"), ==, 1);
}

static void
test_r12 (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaRecord) voice = add_voice (book);
  LasnaRecord *complaint =
      lasna_workbook_add (book->workbook, LASNA_TYPE_COMPLAINT, "feedback", voice, NULL);

  assert_change (book, FALSE, g_object_set (complaint, "closed-at", "2026-11-21", NULL));
  g_object_set (complaint, "solved-at", "2026-11-20", NULL);
  assert_change (book, FALSE, g_object_set (complaint, "closed-at", "2026-11-21", NULL));
  g_assert_false (lasna_complaint_is_closed (LASNA_COMPLAINT (complaint)));
  g_object_set (complaint, "asked-after-at", "2026-11-21", NULL);
  assert_change (book, TRUE, g_object_set (complaint, "closed-at", "2026-11-21", NULL));
  g_assert_true (lasna_complaint_is_closed (LASNA_COMPLAINT (complaint)));
  /* What it was closed on cannot be taken away. */
  assert_change (book, FALSE, g_object_set (complaint, "asked-after-at", NULL, NULL));
  assert_change (
      book,
      TRUE,
      g_object_set (
          complaint, "asked-after-at", NULL, "close-reason", "The customer has moved away.", NULL));
}

static void
test_r13 (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaRecord *story = lasna_workbook_add (book->workbook,
                                           LASNA_TYPE_STORY,
                                           "title",
                                           "The lost mitten",
                                           "text",
                                           "It came by post.",
                                           "emotion",
                                           "emotion.cared-for",
                                           "teller",
                                           "Aino",
                                           NULL);

  assert_change (
      book,
      FALSE,
      lasna_workbook_add (book->workbook, LASNA_TYPE_STORY, "title", "One", "text", "Two", NULL));
  assert_change (book, FALSE, g_object_set (story, "emotion", NULL, NULL));
  assert_change (book, FALSE, g_object_set (story, "permission", NULL, NULL));
  g_assert_cmpstr (lasna_record_get_text (story, "permission"), ==, "permission.none");
  g_assert_null (lasna_story_get_teller (LASNA_STORY (story)));
  g_object_set (story, "permission", "permission.internal", NULL);
  g_assert_null (lasna_story_get_teller (LASNA_STORY (story)));
  g_object_set (story, "permission", "permission.public", NULL);
  g_assert_cmpstr (lasna_story_get_teller (LASNA_STORY (story)), ==, "Aino");
}

static void
test_r14 (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaService *service = LASNA_SERVICE (book->service);
  g_autoptr (GError) error = NULL;
  LasnaRecord *old = lasna_workbook_add (book->workbook,
                                         LASNA_TYPE_PROMISE,
                                         "service",
                                         service,
                                         "sentence",
                                         "You are awaited.",
                                         "valid-from",
                                         "2024-01-01",
                                         NULL);
  LasnaPromise *new;

  g_assert_true (LASNA_RECORD (lasna_promise_get_current (service)) == old);
  new = lasna_promise_renew (service, "You are never alone.", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (lasna_promise_get_current (service) == new);
  g_assert_cmpstr (lasna_record_get_text (old, "sentence"), ==, "You are awaited.");
  g_assert_cmpstr (lasna_record_get_text (old, "valid-to"), ==, "2026-11-21");
  g_assert_false (lasna_promise_is_current (LASNA_PROMISE (old)));
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_assert_true (LASNA_RECORD (lasna_promise_get_current (service)) == old);
  g_assert_false (lasna_record_is_set (old, "valid-to"));

  /* A promise that cannot be made leaves the old one. */
  g_assert_null (lasna_promise_renew (service, NULL, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
  g_assert_true (LASNA_RECORD (lasna_promise_get_current (service)) == old);
}

static void
test_r16 (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  static const char *const channels[] = { "channel.phone.line",
                                          "channel.web.chat",
                                          "channel.web.faq" };

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      LasnaRecord *offering = offer (book, channels[i], "coverage.works");

      g_assert_null (lasna_coverage_get_main_hint (LASNA_SERVICE (book->service)));
      /* A third is a hint, never a refusal. */
      assert_change (book, TRUE, g_object_set (offering, "is-main", TRUE, NULL));
    }
  g_assert_cmpuint (lasna_coverage_count_main (LASNA_SERVICE (book->service)), ==, 3);
  g_assert_nonnull (lasna_coverage_get_main_hint (LASNA_SERVICE (book->service)));
}

static void
test_r17 (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaJourney *journey = LASNA_JOURNEY (book->journey);

  g_assert_true (lasna_journey_lacks_after_service (journey));
  g_object_set (book->stage, "question-moment", "feedback.after-service", NULL);
  g_assert_true (lasna_journey_lacks_after_service (journey));
  g_object_set (book->stage, "feedback-question", "How does it feel now?", NULL);
  g_assert_false (lasna_journey_lacks_after_service (journey));
  lasna_workbook_add (book->workbook, LASNA_TYPE_STAGE, "journey", journey, "title", "After", NULL);
  g_assert_true (lasna_journey_lacks_after_service (journey));
}

static void
add_two_main (LasnaTestBook *book)
{
  for (guint i = 0; i < 2; i++)
    lasna_workbook_add (book->workbook,
                        LASNA_TYPE_EMOTION_TARGET,
                        "touchpoint",
                        book->touchpoint,
                        "emotion",
                        "emotion.safe",
                        "is-main",
                        TRUE,
                        NULL);
}

/* A place has one main feeling. */
static void
test_targets (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  LasnaRecord *calm = lasna_workbook_add (book->workbook,
                                          LASNA_TYPE_EMOTION_TARGET,
                                          "stage",
                                          book->stage,
                                          "emotion",
                                          "emotion.safe",
                                          "is-main",
                                          TRUE,
                                          NULL);
  LasnaRecord *hurry = lasna_workbook_add (book->workbook,
                                           LASNA_TYPE_EMOTION_TARGET,
                                           "stage",
                                           book->stage,
                                           "emotion",
                                           "emotion.hurried",
                                           "kind",
                                           "target.avoid",
                                           NULL);

  assert_change (book, FALSE, g_object_set (hurry, "is-main", TRUE, NULL));
  assert_change (
      book, FALSE, g_object_set (hurry, "kind", "target.desired", "is-main", TRUE, NULL));
  /* Also where both are made in one step. */
  assert_change (book, FALSE, add_two_main (book));
  g_assert_true (lasna_emotion_target_make_main (LASNA_EMOTION_TARGET (hurry), &error));
  g_assert_false (lasna_record_get_flag (calm, "is-main"));
  g_assert_true (lasna_record_get_flag (hurry, "is-main"));
  assert_change (book,
                 FALSE,
                 lasna_workbook_add (
                     book->workbook, LASNA_TYPE_EMOTION_TARGET, "emotion", "emotion.safe", NULL));
}

static void
test_chain (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaRecord *link = lasna_workbook_add (book->workbook,
                                          LASNA_TYPE_CHAIN_LINK,
                                          "service",
                                          book->service,
                                          "role",
                                          "chain.us",
                                          "name",
                                          "We",
                                          NULL);

  g_assert_nonnull (link);
  assert_change (book, FALSE, g_object_set (link, "matters-to", link, NULL));
  assert_change (book, FALSE, g_object_set (link, "service", NULL, NULL));
  assert_change (book, TRUE, g_object_set (link, "service", NULL, "journey", book->journey, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/R1/voice", test_r1_voice);
  g_test_add_func ("/rules/R1/encounter", test_r1_encounter);
  g_test_add_func ("/rules/R1/person", test_r1_person);
  g_test_add_func ("/rules/R1/targets", test_r1_targets);
  g_test_add_func ("/rules/R1/organisation", test_r1_organisation);
  g_test_add_func ("/rules/R2", test_r2);
  g_test_add_func ("/rules/R3", test_r3);
  g_test_add_func ("/rules/R4", test_r4);
  g_test_add_func ("/rules/R5", test_r5);
  g_test_add_func ("/rules/R6", test_r6);
  g_test_add_func ("/rules/R7", test_r7);
  g_test_add_func ("/rules/R8", test_r8);
  g_test_add_func ("/rules/R9", test_r9);
  g_test_add_func ("/rules/R10", test_r10);
  g_test_add_func ("/rules/R11", test_r11);
  g_test_add_func ("/rules/R12", test_r12);
  g_test_add_func ("/rules/R13", test_r13);
  g_test_add_func ("/rules/R14", test_r14);
  g_test_add_func ("/rules/R16", test_r16);
  g_test_add_func ("/rules/R17", test_r17);
  g_test_add_func ("/rules/targets", test_targets);
  g_test_add_func ("/rules/chain", test_chain);
  return g_test_run ();
}
