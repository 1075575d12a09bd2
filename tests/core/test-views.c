/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The views for other tools: their columns, and that they say what the records say.
 */
#include "config.h"

#include "lasna-test-book.h"
#include "lasna-test-sample.h"

#include "lasna-voice-details.h"

#include <string.h>

typedef struct
{
  LasnaTestFolder *folder;
  LasnaWorkbook *workbook;
} Book;

static void
set_up (Book *book, gconstpointer data)
{
  book->folder = lasna_test_folder_new ();
  book->workbook =
      lasna_test_make (book->folder, "a.lasna", LASNA_MAKING_SAMPLE, LASNA_LANGUAGE_FI);
}

static void
tear_down (Book *book, gconstpointer data)
{
  lasna_test_close (book->workbook);
  lasna_test_folder_free (book->folder);
}

static LasnaStatement *
query (Book *book, const char *sql, gint64 id)
{
  g_autoptr (GError) error = NULL;
  LasnaStatement *statement =
      lasna_store_prepare (lasna_workbook_get_store (book->workbook), sql, &error);

  g_assert_no_error (error);
  if (id != 0)
    lasna_statement_bind_integer (statement, 1, id);
  return statement;
}

/* Other people's tools rely on these: a column may be added at the end, none may go. */
static void
test_columns (Book *book, gconstpointer data)
{
  static const struct
  {
    const char *view;
    const char *columns;
  } views[] = {
    { "voice",
      "id created_at updated_at received_at zone moment source batch stage touchpoint channel "
      "segment person chain_link organisation encounter giver aspect opinion task no_feeling "
      "verbatim between_lines confidence cost_to_customer would_return would_tell answered "
      "responded_at told_back_at language source_response_id fingerprint excluded tags follow_up "
      "follow_up_owner follow_up_due" },
    { "answer",
      "voice question question_text method scale_min scale_max reversed satisfied_from raw" },
    { "feeling", "voice emotion name cluster intensity confirmed" },
    { "place", "id kind text name record code stage journey journey_title" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT group_concat (name, ' ') FROM (SELECT name FROM pragma_table_info ('%s'))",
          views[i].view);
      LasnaStatement *statement = query (book, sql, 0);

      g_assert_cmpint (lasna_statement_step (statement, NULL), ==, LASNA_STEP_ROW);
      g_assert_cmpstr (lasna_statement_get_text (statement, 1), ==, views[i].columns);
      lasna_statement_reset (statement);
    }
}

static void
assert_answers (Book *book, LasnaVoice *voice)
{
  g_autoptr (GArray) scores = lasna_voice_get_scores (voice);
  LasnaStatement *statement =
      query (book,
             "SELECT question, raw, question_text, method FROM answer WHERE voice = ?1 "
             "ORDER BY question",
             lasna_record_get_id (LASNA_RECORD (voice)));

  for (guint i = 0; i < scores->len; i++)
    {
      const LasnaVoiceScore *score = &g_array_index (scores, LasnaVoiceScore, i);
      g_autoptr (LasnaRecord) question =
          lasna_workbook_find (book->workbook, "question", score->question);

      g_assert_cmpint (lasna_statement_step (statement, NULL), ==, LASNA_STEP_ROW);
      g_assert_cmpint (lasna_statement_get_integer (statement, 1), ==, score->question);
      g_assert_cmpfloat (lasna_statement_get_number (statement, 2), ==, score->raw);
      g_assert_cmpstr (
          lasna_statement_get_text (statement, 3), ==, lasna_record_get_text (question, "text"));
      g_assert_cmpstr (
          lasna_statement_get_text (statement, 4), ==, lasna_record_get_text (question, "method"));
    }
  g_assert_cmpint (lasna_statement_step (statement, NULL), ==, LASNA_STEP_DONE);
  lasna_statement_reset (statement);
}

static void
assert_feelings (Book *book, LasnaVoice *voice)
{
  g_autoptr (GArray) emotions = lasna_voice_get_emotions (voice);

  for (guint i = 0; i < emotions->len; i++)
    {
      const LasnaVoiceEmotion *emotion = &g_array_index (emotions, LasnaVoiceEmotion, i);
      LasnaStatement *statement = query (book,
                                         "SELECT count (*), sum (intensity = ?2), "
                                         "sum (confirmed = ?3) FROM feeling WHERE voice = ?1 AND "
                                         "coalesce (emotion, name) = ?4",
                                         lasna_record_get_id (LASNA_RECORD (voice)));
      const char *code = lasna_record_get_text (LASNA_RECORD (emotion->label), "code");

      lasna_statement_bind_integer (statement, 2, emotion->intensity);
      lasna_statement_bind_integer (statement, 3, emotion->is_confirmed);
      lasna_statement_bind_text (
          statement,
          4,
          code != NULL ? code : lasna_record_get_text (LASNA_RECORD (emotion->label), "text"));
      g_assert_cmpint (lasna_statement_step (statement, NULL), ==, LASNA_STEP_ROW);
      for (int column = 1; column <= 3; column++)
        g_assert_cmpint (lasna_statement_get_integer (statement, column), ==, 1);
      lasna_statement_reset (statement);
    }
}

static void
assert_place (Book *book, LasnaVoice *voice, const char *property)
{
  LasnaRecord *label = lasna_record_get_reference (LASNA_RECORD (voice), property);
  g_autoptr (LasnaRecord) place = lasna_voice_get_place (voice, property);
  LasnaStatement *statement = NULL;

  if (label == NULL)
    return;
  statement = query (
      book, "SELECT kind, name, record FROM place WHERE id = ?1", lasna_record_get_id (label));
  g_assert_cmpint (lasna_statement_step (statement, NULL), ==, LASNA_STEP_ROW);
  g_assert_cmpstr (lasna_statement_get_text (statement, 1), ==, property);
  if (place != NULL)
    {
      g_assert_cmpstr (
          lasna_statement_get_text (statement, 2),
          ==,
          lasna_record_get_text (place, g_str_equal (property, "segment") ? "name" : "title"));
      g_assert_cmpint (lasna_statement_get_integer (statement, 3), ==, lasna_record_get_id (place));
    }
  else
    g_assert_cmpstr (
        lasna_statement_get_text (statement, 2), ==, lasna_record_get_text (label, "text"));
  lasna_statement_reset (statement);
}

static void
test_joins (Book *book, gconstpointer data)
{
  static const char *const places[] = { "stage", "touchpoint", "channel", "segment" };
  g_autoptr (LasnaStatement) ids = NULL;
  guint n = 0;

  ids = lasna_statement_new (lasna_store_get_connection (lasna_workbook_get_store (book->workbook)),
                             "SELECT id, verbatim, received_at, task FROM voice WHERE id % 7 = 0",
                             FALSE,
                             NULL);
  while (lasna_statement_step (ids, NULL) == LASNA_STEP_ROW)
    {
      g_autoptr (LasnaVoice) voice =
          lasna_workbook_find (book->workbook, "feedback", lasna_statement_get_integer (ids, 1));

      g_assert_cmpstr (lasna_statement_get_text (ids, 2),
                       ==,
                       lasna_record_get_text (LASNA_RECORD (voice), "verbatim"));
      g_assert_cmpstr (lasna_statement_get_text (ids, 3),
                       ==,
                       lasna_record_get_text (LASNA_RECORD (voice), "received-at"));
      assert_answers (book, voice);
      assert_feelings (book, voice);
      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        assert_place (book, voice, places[i]);
      n++;
    }
  g_assert_cmpuint (n, >, 10);
}

/* Joins lose and double nothing, and what is undone is in none of them. */
static void
test_counts (Book *book, gconstpointer data)
{
  gint64 answers = lasna_test_ask (book->workbook, "SELECT count (*) FROM feedback_score");
  gint64 feelings = lasna_test_ask (book->workbook, "SELECT count (*) FROM feedback_emotion");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM answer"), ==, answers);
  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM feeling"), ==, feelings);
  g_assert_cmpint (
      lasna_test_ask (book->workbook, "SELECT count (*) FROM place"),
      ==,
      lasna_test_ask (book->workbook, "SELECT count (*) FROM label WHERE kind != 'label.emotion'"));

  lasna_store_execute (
      lasna_workbook_get_store (book->workbook), "UPDATE batch SET undone = 1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      lasna_test_ask (book->workbook, "SELECT count (*) FROM voice WHERE batch IS NOT NULL"),
      ==,
      0);
  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM answer"), <, answers);
  g_assert_cmpint (lasna_test_ask (book->workbook, "SELECT count (*) FROM feeling"), <, feelings);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/views/columns", Book, NULL, set_up, test_columns, tear_down);
  g_test_add ("/views/joins", Book, NULL, set_up, test_joins, tear_down);
  g_test_add ("/views/counts", Book, NULL, set_up, test_counts, tear_down);
  return g_test_run ();
}
