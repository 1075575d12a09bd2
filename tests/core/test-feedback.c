/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Columns, filters, tallies and figures, against what plain SQL says.
 */
#include "config.h"

#include "lasna-day.h"
#include "lasna-error.h"
#include "lasna-feedback.h"
#include "lasna-journey.h"
#include "lasna-rows-cache.h"
#include "lasna-segment.h"
#include "lasna-service.h"
#include "lasna-stage.h"
#include "lasna-stats.h"
#include "lasna-test-voices.h"
#include "lasna-text-search.h"
#include "lasna-touchpoint.h"
#include "lasna-voice-details.h"

#include <math.h>
#include <string.h>

typedef struct
{
  LasnaTestFolder *folder;
  LasnaWorkbook *workbook;
  LasnaFeedback *feedback;
  LasnaRecord *journey; /* borrowed */
  guint n_changed;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  LasnaRecord *service;
  static const char *const stages[] = { "Etsintä", "Osto", "Majoitus" };

  fixture->folder = lasna_test_folder_new ();
  path = lasna_test_folder_dup_path (fixture->folder, "book.lasna");
  fixture->workbook = lasna_workbook_create (path, LASNA_LANGUAGE_FI, NULL, &error);
  g_assert_no_error (error);
  service = lasna_workbook_add (fixture->workbook, LASNA_TYPE_SERVICE, "name", "Lodge", NULL);
  fixture->journey = lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_JOURNEY, "service", service, "title", "Ski trip", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autofree char *title = g_strdup_printf ("Piste %u", i);
      LasnaRecord *stage = lasna_workbook_add (fixture->workbook,
                                               LASNA_TYPE_STAGE,
                                               "journey",
                                               fixture->journey,
                                               "title",
                                               stages[i],
                                               NULL);

      lasna_workbook_add (
          fixture->workbook, LASNA_TYPE_TOUCHPOINT, "stage", stage, "title", title, NULL);
    }
  fixture->feedback = lasna_feedback_new (fixture->workbook);
  g_signal_connect_swapped (fixture->feedback, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  while (lasna_feedback_is_loading (fixture->feedback))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->feedback);
  lasna_test_close (fixture->workbook);
  lasna_test_folder_free (fixture->folder);
}

static LasnaSelection *
select_where (Fixture *fixture, const char *first, ...)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  g_autoptr (GError) error = NULL;
  LasnaSelection *selection;
  va_list where;

  va_start (where, first);
  for (const char *text = first; text != NULL; text = va_arg (where, const char *))
    {
      lasna_filter_add_where (filter, text, &error);
      g_assert_no_error (error);
    }
  va_end (where);
  selection = lasna_feedback_select (fixture->feedback, filter, &error);
  g_assert_no_error (error);
  return selection;
}

#define ASSERT_N(fixture, expected, ...)                                                           \
  do                                                                                               \
    {                                                                                              \
      g_autoptr (LasnaSelection) chosen = select_where (fixture, __VA_ARGS__, NULL);               \
                                                                                                   \
      g_assert_cmpuint (chosen->n, ==, expected);                                                  \
    }                                                                                              \
  while (0)

static const char few_voices[] =
    "id,date,nps,csat,ces,task,feelings,stage,touchpoint,channel,segment,moment,language,comment\n"
    "r1,2026-01-05,10,5,7,3,Happy 3,Etsintä,,Web,Families,feedback.at-contact,fi,\"Kävimme täällä taas\"\n"
    "r2,2026-01-05,9,4,6,2,\"Happy 1; Hurried 1\",Osto,,,Couples,feedback.at-contact,fi,\"Oli mukavaa, kiitos paljon\"\n"
    "r3,2026-02-10,0,1,1,0,Irritated 2,Osto,,,Families,feedback.when-wrong,en,\"Kept waiting an hour\"\n"
    "r4,2026-03-01,7,3,4,,Ei tunnetta,,Piste 2,,,,sv,\n"
    "r5,2026-03-02,6.5,,,1,Own word,Nowhere,,,,,,\n"
    "r6,2026-03-03,,,,,,Majoitus,,,,feedback.after-service,,Ok\n";

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  lasna_test_import (fixture->workbook, few_voices, NULL);
  ASSERT_N (fixture, 6, NULL);
  ASSERT_N (fixture, 2, "stage=osto");
  ASSERT_N (fixture, 2, "stage=Majoitus");
  ASSERT_N (fixture, 4, "stage=Osto", "stage=Majoitus");
  ASSERT_N (fixture, 1, "stage=Osto", "segment=Families");
  ASSERT_N (fixture, 1, "stage=Nowhere");
  ASSERT_N (fixture, 0, "stage=Elsewhere");
  ASSERT_N (fixture, 5, "journey=Ski trip");
  ASSERT_N (fixture, 1, "touchpoint=Piste 2");
  ASSERT_N (fixture, 2, "moment=at-contact");
  ASSERT_N (fixture, 2, "moment=Kontaktin yhteydessä");
  ASSERT_N (fixture, 2, "moment=unknown");
  ASSERT_N (fixture, 2, "language=fi");
  ASSERT_N (fixture, 2, "nps=9..10");
  ASSERT_N (fixture, 2, "nps=0..6.9");
  ASSERT_N (fixture, 3, "csat=3..");
  ASSERT_N (fixture, 5, "score=..6.5");
  ASSERT_N (fixture, 4, "measure=csat");
  ASSERT_N (fixture, 5, "question=nps");
  ASSERT_N (fixture, 2, "task=2..3");
  ASSERT_N (fixture, 1, "task=0");
  ASSERT_N (fixture, 2, "emotion=Iloinen");
  ASSERT_N (fixture, 1, "emotions=Own word");
  ASSERT_N (fixture, 1, "emotion=none");
  ASSERT_N (fixture, 1, "emotion=unknown");
  ASSERT_N (fixture, 2, "cluster=destroying");
  ASSERT_N (fixture, 3, "cluster=destroying", "cluster=advocacy");
  ASSERT_N (fixture, 2, "date=2026-01-01..2026-01-31");
  ASSERT_N (fixture, 1, "text=TAALLA");
  ASSERT_N (fixture, 0, "text=mukåvaa");
  ASSERT_N (fixture, 1, "text=täällä");
  ASSERT_N (fixture, 0, "excluded=yes");
  ASSERT_N (fixture, 6, "excluded=yes", "excluded=no");
  ASSERT_N (fixture, 1, "respondent=r6");
  ASSERT_N (fixture, 2, "id=r6", "id=r1", "id=r7");
}

static guint
count_from (Fixture *fixture, const char *from, const char *where)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  g_autoptr (LasnaFilter) copy = NULL;
  g_autoptr (LasnaSelection) selection = NULL;
  g_autoptr (GError) error = NULL;

  lasna_filter_set_period (filter, from, NULL, &error);
  g_assert_no_error (error);
  lasna_filter_add_where (filter, where, &error);
  g_assert_no_error (error);
  copy = lasna_filter_copy (filter);
  selection = lasna_feedback_select (fixture->feedback, copy, &error);
  g_assert_no_error (error);
  return selection->n;
}

/* The period narrows what a condition on the date lets pass. */
static void
test_period (Fixture *fixture, gconstpointer data)
{
  lasna_test_import (fixture->workbook, few_voices, NULL);
  g_assert_cmpuint (count_from (fixture, "2026-03-02", "date=2026-01-01..2026-03-02"), ==, 1);
  g_assert_cmpuint (count_from (fixture, "2026-03-02", "date=2026-01-05"), ==, 0);
  g_assert_cmpuint (count_from (fixture, "2026-01-01", "language=fi"), ==, 2);
}

/* A click on a bar means exactly its value, and can be said in words. */
static void
test_bars (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  LasnaColumns *columns;
  g_autofree char *words = NULL;
  guint code;

  lasna_test_import (fixture->workbook, few_voices, NULL);
  g_assert_true (lasna_feedback_load (fixture->feedback, NULL));
  columns = lasna_feedback_get_columns (fixture->feedback);
  for (code = 0; code < lasna_columns_get_n_values (columns, LASNA_DIMENSION_STAGE); code++)
    g_assert_true (lasna_filter_toggle_code (filter, columns, LASNA_DIMENSION_STAGE, code));
  while (code-- > 1)
    {
      g_assert_true (lasna_filter_has_code (filter, columns, LASNA_DIMENSION_STAGE, code));
      g_assert_false (lasna_filter_toggle_code (filter, columns, LASNA_DIMENSION_STAGE, code));
      g_assert_false (lasna_filter_has_code (filter, columns, LASNA_DIMENSION_STAGE, code));
    }
  g_assert_cmpuint (lasna_filter_get_n_conditions (filter), ==, 1);
  code = lasna_columns_find_code (columns, LASNA_DIMENSION_EMOTION, "emotion.happy");
  lasna_filter_toggle_code (filter, columns, LASNA_DIMENSION_EMOTION, code);
  lasna_filter_toggle_code (filter, columns, LASNA_DIMENSION_MEASURE, LASNA_METHOD_NPS);
  lasna_filter_toggle_code (filter, columns, LASNA_DIMENSION_QUESTION, 0);
  lasna_filter_add_range (filter, LASNA_DIMENSION_SCORE, "nps", 9, INFINITY);
  lasna_filter_set_period (filter, "2026-01-01", "2026-03-31", NULL);
  words = lasna_filter_dup_words (filter, columns, LASNA_LANGUAGE_EN);
  g_assert_cmpstr (words,
                   ==,
                   "Stage: Not known; Emotion: Happy; Question: nps; Measure: NPS; "
                   "Score: NPS from 9; Date: 1 Jan 2026–31 Mar 2026");
}

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *needle;
    gboolean found;
  } cases[] = {
    { "Kävimme täällä", "kavimme", TRUE },
    { "Kävimme täällä", "kävi", TRUE },
    { "Kavimme", "kävi", FALSE },
    { "Åland", "ala", TRUE },
    { "ÖLJY", "olj", TRUE },
    { "café", "cafe", TRUE },
    { "cafe", "café", TRUE },
    { "abc", "abcd", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) needle = g_string_new (NULL);

      lasna_text_search_fold (cases[i].text, text);
      lasna_text_search_fold (cases[i].needle, needle);
      g_test_message ("%s in %s", cases[i].needle, cases[i].text);
      g_assert_cmpint (
          lasna_text_search_matches (text->str, text->len, needle->str), ==, cases[i].found);
    }
}

static void
test_measures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaSelection) selection = NULL;
  LasnaTotals totals;
  LasnaMeasureResult result;
  guint n;

  lasna_test_import (fixture->workbook, few_voices, NULL);
  selection = select_where (fixture, NULL);
  totals = lasna_stats_sum (selection);
  g_assert_cmpuint (totals.n, ==, 6);
  result = lasna_totals_get_measure (&totals, LASNA_MEASURE_NPS);
  g_assert_cmpint (result.n, ==, 5);
  g_assert_cmpint (result.counts[0].count, ==, 2);
  g_assert_cmpint (result.counts[1].count, ==, 1);
  g_assert_cmpint (result.counts[2].count, ==, 2);
  result = lasna_totals_get_measure (&totals, LASNA_MEASURE_CSAT);
  g_assert_cmpfloat_with_epsilon (result.value, 50, 1e-9);
  result = lasna_totals_get_measure (&totals, LASNA_MEASURE_CES);
  g_assert_cmpfloat_with_epsilon (result.value, 4.5, 1e-9);
  g_assert_cmpint (result.counts[0].count, ==, 2);

  /* Happy 3: 1; happy 1 and hurried 1: half of the sum; irritated 2; no feeling: 0. A word that
   * nobody assigned is not known.
   */
  result = lasna_totals_get_measure (&totals, LASNA_MEASURE_CLIMATE);
  g_assert_cmpint (result.n, ==, 4);
  g_assert_cmpint (result.counts[0].count, ==, 2);
  g_assert_cmpint (result.counts[1].count, ==, 1);
  result = lasna_totals_get_measure (&totals, LASNA_MEASURE_NET_EMOTION);
  g_assert_cmpint (result.n, ==, 3);
  g_assert_cmpint (result.counts[0].count, ==, 2);
  g_assert_cmpint (result.counts[1].count, ==, 2);
  g_assert_cmpfloat_with_epsilon (lasna_totals_get_task (&totals, &n), 50, 1e-9);
  g_assert_cmpuint (n, ==, 4);
}

static void
test_reversed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaSelection) selection = NULL;
  GListModel *questions;
  g_autoptr (LasnaRecord) question = NULL;
  LasnaTotals totals;

  lasna_test_import (fixture->workbook, "date,ces (1-5)\n2026-01-01,1\n2026-01-02,2\n", NULL);
  questions = lasna_workbook_get_records (fixture->workbook, "question");
  question = g_list_model_get_item (questions, 0);
  g_object_set (question, "reversed", TRUE, NULL);
  selection = select_where (fixture, NULL);
  totals = lasna_stats_sum (selection);
  g_assert_cmpfloat_with_epsilon (
      lasna_totals_get_measure (&totals, LASNA_MEASURE_CES).value, (7 + 5.5) / 2, 1e-9);
  g_assert_cmpuint (totals.easy, ==, 2);
}

static void
test_journey (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaJourneyFigures) figures = NULL;
  g_autoptr (GError) error = NULL;
  const LasnaStageFigures *stage;
  g_autoptr (GListModel) touchpoints = NULL;
  g_autofree guint *ranked = NULL;
  g_autofree char *day = NULL;
  guint n;

  lasna_test_import (fixture->workbook, few_voices, NULL);
  figures = lasna_feedback_get_journey (fixture->feedback, fixture->journey, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (figures->stages->len, ==, 3);
  g_assert_cmpuint (figures->totals.n, ==, 5);
  stage = figures->stages->pdata[1];
  g_assert_cmpuint (stage->totals.n, ==, 2);
  g_assert_cmpuint (stage->feelings->len, ==, 2);
  g_assert_cmpuint (stage->totals.moments[0], ==, 1);
  g_assert_cmpuint (stage->totals.moments[2], ==, 1);
  g_assert_cmpint (
      stage->quote,
      ==,
      lasna_test_ask (fixture->workbook, "SELECT id FROM voice WHERE language = 'en'"));
  ranked = lasna_stage_figures_rank_emotions (stage, figures->columns, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (
      lasna_columns_get_value (figures->columns, LASNA_DIMENSION_EMOTION, ranked[2])->code,
      ==,
      "emotion.happy");

  stage = figures->stages->pdata[2];
  g_assert_cmpuint (stage->totals.n, ==, 2);
  g_assert_cmpuint (stage->totals.no_feeling, ==, 1);
  g_assert_cmpint (stage->quote, ==, 0);
  g_assert_cmpuint (
      lasna_journey_figures_get_touchpoint (
          figures,
          lasna_test_ask (fixture->workbook, "SELECT id FROM touchpoint WHERE title = 'Piste 2'")),
      ==,
      1);
  day = lasna_day_dup_text (figures->first_day);
  g_assert_cmpstr (day, ==, "2026-01-05");
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  LasnaColumns *columns;
  guint row;

  /* The later days come first in the file. */
  lasna_test_import (fixture->workbook,
                     "date,nps\n2026-03-02,1\n2026-03-01,2\n2026-02-28,3\n2026-03-01,4\n",
                     NULL);
  g_assert_true (lasna_feedback_load (fixture->feedback, NULL));
  columns = lasna_feedback_get_columns (fixture->feedback);
  g_assert_cmpuint (columns->n, ==, 4);
  for (guint i = 0; i < columns->n; i++)
    {
      g_assert_true (lasna_columns_find_row (columns, columns->ids[i], &row));
      g_assert_cmpuint (row, ==, i);
      g_assert_true (i == 0 ||
                     lasna_columns_get_day (columns, i - 1) <= lasna_columns_get_day (columns, i));
    }
  g_assert_cmpfloat (lasna_columns_get_answer (columns, 0, 0).raw, ==, 3);
  g_assert_cmpfloat (lasna_columns_get_answer (columns, 3, 0).raw, ==, 1);
  g_assert_false (lasna_columns_find_row (columns, 12345, &row));
}

static void
wait_for_change (Fixture *fixture, guint n)
{
  while (fixture->n_changed < n)
    g_main_context_iteration (NULL, TRUE);
}

/* What a change, an undo or an import does is in the columns by itself. */
static void
test_renewed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lasna_feedback_load (fixture->feedback, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  lasna_test_import (fixture->workbook, few_voices, NULL);
  wait_for_change (fixture, 2);
  ASSERT_N (fixture, 6, NULL);
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, &error));
  wait_for_change (fixture, 3);
  ASSERT_N (fixture, 0, NULL);
}

static void
test_details (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaChange) change = lasna_workbook_begin (fixture->workbook, "Note a voice");
  g_autoptr (LasnaRecord) stage =
      g_list_model_get_item (lasna_workbook_get_records (fixture->workbook, "stage"), 1);
  g_autoptr (LasnaVoice) voice = NULL;
  g_autoptr (LasnaRecord) place = NULL;
  g_autoptr (GArray) scores = NULL;
  g_autoptr (GArray) emotions = NULL;
  LasnaQuestion *question;

  voice = g_object_ref (lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_VOICE, "received-at", "2026-05-01T10:00", NULL));
  question = lasna_workbook_add (fixture->workbook,
                                 LASNA_TYPE_QUESTION,
                                 "text",
                                 "Would you recommend us?",
                                 "method",
                                 "method.nps",
                                 NULL);
  g_assert_true (lasna_voice_set_score (voice, question, 9));
  g_assert_true (lasna_voice_set_emotion (
      voice, lasna_label_take_code (fixture->workbook, "label.emotion", "emotion.happy"), 3, TRUE));
  g_assert_true (lasna_label_take_code (fixture->workbook, "label.emotion", "emotion.happy") ==
                 lasna_label_take_code (fixture->workbook, "label.emotion", "emotion.happy"));
  g_assert_true (lasna_voice_set_place (voice, "stage", stage));
  g_assert_true (lasna_change_commit (change, &error));
  g_assert_no_error (error);

  place = lasna_voice_get_place (voice, "stage");
  g_assert_true (place == stage);
  scores = lasna_voice_get_scores (voice);
  g_assert_cmpuint (scores->len, ==, 1);
  g_assert_cmpfloat (g_array_index (scores, LasnaVoiceScore, 0).raw, ==, 9);
  emotions = lasna_voice_get_emotions (voice);
  g_assert_cmpuint (emotions->len, ==, 1);
  g_assert_cmpint (g_array_index (emotions, LasnaVoiceEmotion, 0).intensity, ==, 3);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM label"), ==, 2);
  ASSERT_N (fixture, 1, "stage=Osto", "emotion=happy", "nps=9");

  g_assert_true (lasna_voice_set_score (voice, question, NAN));
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback_score"), ==, 0);
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, &error));
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback_score"), ==, 1);
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, &error));
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback_emotion"), ==, 0);
}

/* A file of random voices, and for each of many random filters the same question in SQL. */
static char *
make_voices (guint n)
{
  static const char *const stages[] = { "Etsintä", "Osto", "Majoitus", "Muu", "" };
  static const char *const segments[] = { "Families", "Couples", "" };
  static const char *const feelings[] = {
    "Happy 3", "Hurried", "Irritated 1; Safe",         "Ei tunnetta",
    "Odd",     "",        "Happy; Hurried; Stressed 3"
  };
  GString *text = g_string_new ("date,nps,csat,stage,segment,feelings,task\n");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (
          text, "2026-%02d-%02d,", g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
      if (g_test_rand_bit ())
        g_string_append_printf (text, "%d", g_test_rand_int_range (0, 11));
      g_string_append_c (text, ',');
      if (g_test_rand_bit ())
        g_string_append_printf (text, "%d", g_test_rand_int_range (1, 6));
      g_string_append_printf (text,
                              ",%s,%s,%s,",
                              stages[g_test_rand_int_range (0, G_N_ELEMENTS (stages))],
                              segments[g_test_rand_int_range (0, G_N_ELEMENTS (segments))],
                              feelings[g_test_rand_int_range (0, G_N_ELEMENTS (feelings))]);
      if (g_test_rand_bit ())
        g_string_append_printf (text, "%d", g_test_rand_int_range (0, 4));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* A condition for the filter and its twin for SQL, about a voice called v. */
static const struct
{
  const char *where;
  const char *sql;
} twins[] = {
  { "stage=Osto", "EXISTS (SELECT 1 FROM label WHERE id = v.stage AND text = 'Osto')" },
  { "stage=Muu", "EXISTS (SELECT 1 FROM label WHERE id = v.stage AND text = 'Muu')" },
  { "stage=unknown", "v.stage IS NULL" },
  { "segment=Couples", "EXISTS (SELECT 1 FROM label WHERE id = v.segment AND text = 'Couples')" },
  { "emotion=happy",
    "EXISTS (SELECT 1 FROM feedback_emotion JOIN label ON label.id = emotion "
    "WHERE feedback = v.id AND code = 'emotion.happy')" },
  { "cluster=destroying",
    "EXISTS (SELECT 1 FROM feedback_emotion JOIN label ON label.id = emotion "
    "WHERE feedback = v.id AND code IN ('emotion.hurried', 'emotion.irritated', "
    "'emotion.stressed'))" },
  { "nps=0..6",
    "EXISTS (SELECT 1 FROM feedback_score JOIN question ON question.id = question "
    "WHERE feedback = v.id AND method = 'method.nps' AND raw BETWEEN 0 AND 6)" },
  { "measure=csat",
    "EXISTS (SELECT 1 FROM feedback_score JOIN question ON question.id = question "
    "WHERE feedback = v.id AND method = 'method.csat')" },
  { "task=2..3", "v.task BETWEEN 2 AND 3" },
  { "date=2026-03-01..2026-08-15",
    "substr (v.received_at, 1, 10) BETWEEN '2026-03-01' AND '2026-08-15'" },
};

static void
assert_same (Fixture *fixture, const LasnaSelection *selection, const char *condition)
{
  LasnaTotals totals = lasna_stats_sum (selection);
  const struct
  {
    gint64 count;
    const char *sql;
  } pairs[] = {
    { totals.n, "SELECT count(*) FROM voice v WHERE %s" },
    { totals.nps[0],
      "SELECT count(*) FROM voice v JOIN feedback_score s ON s.feedback = v.id JOIN question q ON "
      "q.id = s.question WHERE q.method = 'method.nps' AND s.raw < 7 AND %s" },
    { totals.nps[2],
      "SELECT count(*) FROM voice v JOIN feedback_score s ON s.feedback = v.id JOIN question q ON "
      "q.id = s.question WHERE q.method = 'method.nps' AND s.raw >= 9 AND %s" },
    { totals.satisfied,
      "SELECT count(*) FROM voice v JOIN feedback_score s ON s.feedback = v.id JOIN question q ON "
      "q.id = s.question WHERE q.method = 'method.csat' AND s.raw >= 4 AND %s" },
    { totals.no_feeling, "SELECT count(*) FROM voice v WHERE v.no_feeling = 1 AND %s" },
    { totals.with_emotion,
      "SELECT count(DISTINCT v.id) FROM voice v JOIN feedback_emotion e ON e.feedback = v.id JOIN "
      "label l ON l.id = e.emotion WHERE l.code IS NOT NULL AND %s" },
    { totals.tasks[3], "SELECT count(*) FROM voice v WHERE v.task = 3 AND %s" },
  };
  g_autofree guint *segments = lasna_selection_tally (selection, LASNA_DIMENSION_SEGMENT);
  gint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_auto (GStrv) parts = g_strsplit (pairs[i].sql, "%s", 2);
      g_autofree char *sql = g_strconcat (parts[0], condition, NULL);

      g_test_message ("%s", sql);
      g_assert_cmpint (pairs[i].count, ==, lasna_test_ask (fixture->workbook, sql));
    }
  for (guint i = 0; i < lasna_columns_get_n_values (selection->columns, LASNA_DIMENSION_SEGMENT);
       i++)
    sum += segments[i];
  g_assert_cmpint (sum, >=, selection->n);
}

static void
test_naive (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_voices (1500);

  lasna_test_import (fixture->workbook, text, NULL);
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (LasnaFilter) filter = lasna_filter_new ();
      g_autoptr (LasnaSelection) selection = NULL;
      g_autoptr (GString) condition = g_string_new ("1");
      g_autoptr (GError) error = NULL;
      guint chosen = 0;

      for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
        {
          /* The first three are of one dimension, and alternatives would need an "or". */
          gboolean clashes = i > 0 && i < 3 && (chosen & 7) != 0;

          if (g_test_rand_int_range (0, 4) != 0 || clashes)
            continue;
          chosen |= 1u << i;
          lasna_filter_add_where (filter, twins[i].where, &error);
          g_assert_no_error (error);
          g_string_append_printf (condition, " AND %s", twins[i].sql);
        }
      selection = lasna_feedback_select (fixture->feedback, filter, &error);
      g_assert_no_error (error);
      assert_same (fixture, selection, condition->str);
    }
}

static void
test_stats (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) csv = g_string_new ("date,nps\n");
  g_autoptr (LasnaSelection) selection = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *english = NULL;
  JsonObject *measures;
  JsonObject *nps;
  g_autoptr (LasnaStats) stats = NULL;

  for (guint i = 0; i < 265; i++)
    g_string_append_printf (csv, "2026-01-01,%d\n", i < 21 ? 3 : i < 80 ? 8 : 10);
  g_string_insert (csv, strlen ("date,nps"), ",csat");
  lasna_test_import (fixture->workbook, csv->str, NULL);
  lasna_test_import (fixture->workbook, "date,csat\n2026-01-02,5\n2026-01-03,2\n", NULL);
  selection = select_where (fixture, NULL);
  stats = lasna_stats_new (fixture->workbook, g_steal_pointer (&selection), LASNA_LANGUAGE_EN);
  node = lasna_stats_to_json (stats);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "n"), ==, 267);
  measures = json_object_get_object_member (json_node_get_object (node), "measures");
  nps = json_object_get_object_member (measures, "nps");
  g_assert_cmpint (json_object_get_int_member (nps, "n"), ==, 265);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (nps, "value"), 61.8868, 5e-5);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (nps, "low"), 53.6241, 5e-5);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (nps, "high"), 68.7640, 5e-5);
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (nps, "counts"), "passives"),
      ==,
      59);
  g_assert_false (json_object_has_member (nps, "small"));
  g_assert_nonnull (json_object_get_string_member (nps, "definition"));
  g_assert_true (
      json_object_get_boolean_member (json_object_get_object_member (measures, "csat"), "small"));
  g_assert_true (
      json_object_get_null_member (json_object_get_object_member (measures, "ces"), "value"));

  english = lasna_stats_to_text (stats);
  g_assert_nonnull (strstr (english, "267 voices\n"));
  g_assert_nonnull (strstr (english, "NPS®: 62 (54 … 69), n = 265\n"));
  g_assert_nonnull (strstr (english, "Satisfied: n = 2\n"));
  g_assert_nonnull (strstr (english, "Ease: n = 0\n"));
  g_assert_nonnull (strstr (english, "trademarks"));
}

static void
wait_for_loading (Fixture *fixture)
{
  lasna_feedback_load_async (fixture->feedback);
  while (lasna_feedback_is_loading (fixture->feedback))
    g_main_context_iteration (NULL, TRUE);
}

/* What is opened from the column cache is what the rows say, also where the cache is not. */
static void
test_opened (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) csv = g_string_new ("date,nps,task\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaRows) rows = NULL;
  g_autoptr (LasnaRecord) voice = NULL;
  const char *fresh = "SELECT count(*) = 0 FROM feedback_cache "
                      "WHERE stamp <> (SELECT stamp FROM feedback_stamp)";
  LasnaStore *store = lasna_workbook_get_store (fixture->workbook);
  const LasnaColumns *columns;

  for (guint i = 0; i < LASNA_ROWS_CACHE_LEAST; i++)
    g_string_append_printf (csv,
                            "2026-01-%02u,%u,%u\n",
                            i % 28 + 1,
                            i % 11,
                            i < LASNA_ROWS_CACHE_LEAST / 2 ? 1 : i % 4);
  lasna_test_import (fixture->workbook, csv->str, NULL);
  wait_for_loading (fixture);
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT count(*) > 0 FROM feedback_cache"), ==, 1);
  columns = lasna_feedback_get_columns (fixture->feedback);
  g_assert_false (columns->is_cached);

  /* Inside a change they are read by one thread, else by two. */
  g_assert_true (lasna_store_begin (store, &error));
  rows = lasna_rows_load (store, &error);
  g_assert_no_error (error);
  lasna_store_roll_back (store);
  g_assert_true (lasna_rows_equal (rows, columns->rows));

  fixture->n_changed = 0;
  wait_for_loading (fixture);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  columns = lasna_feedback_get_columns (fixture->feedback);
  g_assert_true (columns->is_cached);
  g_assert_cmpuint (columns->n, ==, LASNA_ROWS_CACHE_LEAST);

  /* After an edit it is kept again, and says the same as the rows. */
  voice = lasna_workbook_find (fixture->workbook, "feedback", columns->ids[7]);
  g_object_set (voice, "language", "sv", NULL);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, fresh), ==, 0);
  lasna_feedback_keep_async (fixture->feedback);
  while (lasna_test_ask (fixture->workbook, fresh) == 0)
    g_main_context_iteration (NULL, FALSE);
  wait_for_loading (fixture);
  g_assert_true (lasna_feedback_get_columns (fixture->feedback)->is_cached);

  /* Somebody changed rows past us. */
  g_assert_true (lasna_store_execute (
      store, "DELETE FROM feedback WHERE id = (SELECT min (id) FROM feedback)", &error));
  g_test_expect_message ("lasna-feedback", G_LOG_LEVEL_MESSAGE, "*made anew*");
  wait_for_loading (fixture);
  g_test_assert_expected_messages ();
  columns = lasna_feedback_get_columns (fixture->feedback);
  g_assert_false (columns->is_cached);
  g_assert_cmpuint (columns->n, ==, LASNA_ROWS_CACHE_LEAST - 1);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feedback/text", test_text);
  ADD ("/feedback/filter", test_filter);
  ADD ("/feedback/filter/period", test_period);
  ADD ("/feedback/filter/bars", test_bars);
  ADD ("/feedback/measures", test_measures);
  ADD ("/feedback/reversed", test_reversed);
  ADD ("/feedback/journey", test_journey);
  ADD ("/feedback/rows", test_rows);
  ADD ("/feedback/renewed", test_renewed);
  ADD ("/feedback/opened", test_opened);
  ADD ("/feedback/details", test_details);
  ADD ("/feedback/naive", test_naive);
  ADD ("/feedback/stats", test_stats);
  return g_test_run ();
}
