/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Running imports: what comes in, what undo takes back, what must never show.
 */
#include "config.h"

#include "lasna-batch-lock.h"
#include "lasna-check.h"
#include "lasna-error.h"
#include "lasna-import-memory.h"
#include "lasna-import-writer.h"
#include "lasna-import.h"
#include "lasna-journey.h"
#include "lasna-segment.h"
#include "lasna-service.h"
#include "lasna-stage.h"
#include "lasna-sweep.h"
#include "lasna-test-book.h"
#include "lasna-test-voices.h"
#include "lasna-touchpoint.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  LasnaTestFolder *folder;
  LasnaWorkbook *workbook;
  LasnaImportOptions *options;
  LasnaRecord *journey; /* borrowed; of the next import, or NULL */
  LasnaImport *import;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  LasnaRecord *service;
  LasnaRecord *journey;
  LasnaRecord *stage;

  fixture->folder = lasna_test_folder_new ();
  fixture->options = lasna_import_options_new ();
  path = lasna_test_folder_dup_path (fixture->folder, "book.lasna");
  fixture->workbook = lasna_workbook_create (path, LASNA_LANGUAGE_FI, NULL, &error);
  g_assert_no_error (error);
  service = lasna_workbook_add (fixture->workbook, LASNA_TYPE_SERVICE, "name", "Lodge", NULL);
  journey = lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_JOURNEY, "service", service, "title", "Ski trip", NULL);
  stage = lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_STAGE, "journey", journey, "title", "Majoitus", NULL);
  lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_TOUCHPOINT, "stage", stage, "title", "Vastaanotto", NULL);
  lasna_workbook_add (fixture->workbook, LASNA_TYPE_SEGMENT, "name", "Perheet", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->import);
  if (fixture->workbook != NULL)
    lasna_test_close (fixture->workbook);
  lasna_import_options_free (fixture->options);
  lasna_test_folder_free (fixture->folder);
}

static void
assert_asked (Fixture *fixture, const char *sql, const char *expected)
{
  g_autoptr (GError) error = NULL;
  LasnaStatement *statement =
      lasna_store_prepare (lasna_workbook_get_store (fixture->workbook), sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (lasna_statement_step (statement, &error), ==, LASNA_STEP_ROW);
  g_assert_cmpstr (lasna_statement_get_text (statement, 1), ==, expected);
  lasna_statement_reset (statement);
}

static LasnaImport *
plan_import (Fixture *fixture, const char *text, gboolean creates)
{
  g_autofree char *path = lasna_test_folder_write (fixture->folder, "export.csv", text);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  LasnaImportPlan *plan = lasna_import_plan_new (file, fixture->options, NULL, &error);

  g_assert_no_error (error);
  g_clear_object (&fixture->import);
  fixture->import = lasna_import_new (fixture->workbook, plan, fixture->journey, creates);
  return fixture->import;
}

static void
import_text (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  lasna_import_run (plan_import (fixture, text, FALSE), NULL, &error);
  g_assert_no_error (error);
}

/* Hidden voices miss the labels that went with the undo, and that is as it should be. */
static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = lasna_check_workbook (fixture->workbook, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((LasnaFinding *) findings->pdata[i])->sentence);
  g_assert_cmpuint (findings->len, ==, 0);
}

static const char three_voices[] =
    "date,nps,csat,feelings,stage,touchpoint,channel,segment,source,comment\n"
    "2026-03-01,9,4,Happy 3,majoitus,Vastaanotto,Puhelinpalvelu,PERHEET,survey,Hyvä\n"
    "2026-03-02,3,2,Hurried; Odd,Majoitus,Baari,Web,Perheet,walk,\"Kiire\"\n"
    "2026-03-03T10:15,7,,Ei tunnetta,,,,,,\n";

static void
test_wide (Fixture *fixture, gconstpointer data)
{
  GPtrArray *unassigned;

  import_text (fixture, three_voices);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 3);
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback_score"), ==, 5);
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT sum(raw) FROM feedback_score"), ==, 25);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM question"), ==, 2);
  g_assert_cmpint (lasna_test_ask (fixture->workbook,
                                   "SELECT scale_max FROM question WHERE method = 'method.csat'"),
                   ==,
                   5);
  g_assert_cmpint (
      lasna_test_ask (
          fixture->workbook,
          "SELECT count(*) FROM label WHERE kind = 'label.stage' AND record IS NOT NULL"),
      ==,
      2);
  assert_asked (fixture,
                "SELECT group_concat (coalesce (code, '-') || '/' || intensity, ' ') FROM "
                "(SELECT * FROM feedback_emotion JOIN label ON label.id = emotion "
                "ORDER BY feedback, label.text)",
                "emotion.happy/3 emotion.hurried/2 -/2");
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT sum(no_feeling) FROM voice"), ==, 1);
  assert_asked (fixture,
                "SELECT received_at || ' ' || verbatim || ' ' || source FROM voice ORDER BY id",
                "2026-03-01 Hyvä measure.survey");
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT voices FROM batch WHERE state = 'batch.complete'"),
      ==,
      3);

  assert_sound (fixture);

  unassigned = lasna_import_get_unassigned (fixture->import);
  g_assert_cmpuint (unassigned->len, ==, 4);
  g_assert_cmpstr (((LasnaUnassigned *) unassigned->pdata[0])->text, ==, "Baari");
  g_assert_cmpstr (((LasnaUnassigned *) unassigned->pdata[0])->kind, ==, "touchpoint");
  g_assert_cmpstr (((LasnaUnassigned *) unassigned->pdata[1])->text, ==, "Odd");
  g_assert_cmpstr (((LasnaUnassigned *) unassigned->pdata[2])->text, ==, "Web");
  g_assert_cmpstr (((LasnaUnassigned *) unassigned->pdata[3])->text, ==, "walk");
}

/* Undo hides all of it, redo shows it, and what was hidden may come in again. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_text (fixture, three_voices);
  g_assert_cmpstr (lasna_workbook_get_undo_label (fixture->workbook), ==, "Import ‘export.csv’");
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, &error));
  g_assert_no_error (error);
  assert_sound (fixture);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 0);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM label"), ==, 0);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM question"), ==, 0);
  g_assert_true (lasna_workbook_redo (fixture->workbook, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 3);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM question"), ==, 2);
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, &error));

  import_text (fixture, three_voices);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 3);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longer = g_strconcat (three_voices, "2026-03-04,8,,,,,,,,\n", NULL);

  import_text (fixture, three_voices);
  import_text (fixture, three_voices);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 3);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM batch"), ==, 1);
  g_assert_cmpint (lasna_import_get_batch (fixture->import), ==, 0);
  g_assert_cmpuint (lasna_import_get_plan (fixture->import)->duplicates, ==, 3);

  import_text (fixture, longer);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 4);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM question"), ==, 2);
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT count(*) FROM label WHERE kind = 'label.stage'"),
      ==,
      2);
}

static void
test_long (Fixture *fixture, gconstpointer data)
{
  lasna_import_options_set (fixture->options, "question.rate=nps", NULL);
  lasna_import_options_set (fixture->options, "question.why=comment", NULL);
  import_text (fixture,
               "question,answer,date,respondent\n"
               "rate,9,2026-04-10 18:00:02,70\n"
               "rate,2,2026-04-10 18:00:05,71\n"
               "why,\"Kept\nwaiting\",2026-04-10 18:00:05,71\n"
               "why,Fine,2026-04-10 18:00:02,70\n"
               ",7,2026-04-10 18:00:02,70\n");
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 2);
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback_score"), ==, 2);
  assert_asked (fixture,
                "SELECT group_concat (verbatim || '=' || raw, ' ') FROM (SELECT * FROM voice "
                "JOIN feedback_score ON feedback = voice.id ORDER BY voice.id)",
                "Fine=9.0 Kept\nwaiting=2.0");
  g_assert_cmpuint (lasna_import_get_plan (fixture->import)->skipped->len, ==, 1);
}

/* A feeling said in one row outweighs "no feeling" in another of the same voice. */
static void
test_long_feelings (Fixture *fixture, gconstpointer data)
{
  import_text (fixture,
               "question,answer,date,respondent\n"
               "feelings,Ei tunnetta,2026-04-10,70\n"
               "feelings,Happy,2026-04-10,70\n"
               "feelings,Safe,2026-04-10,71\n"
               "feelings,Ei tunnetta,2026-04-10,71\n"
               "feelings,Ei tunnetta,2026-04-10,72\n");
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 3);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT sum(no_feeling) FROM voice"), ==, 1);
  assert_sound (fixture);
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  lasna_import_run (plan_import (fixture,
                                 "date,stage,touchpoint,channel,segment\n"
                                 "2026-03-01,Osto,Verkkokauppa,Kioski,Parit\n"
                                 "2026-03-02,OSTO,Verkkokauppa,Kioski,Perheet\n"
                                 "2026-03-03,,Kaukana,,\n",
                                 TRUE),
                    NULL,
                    &error);
  g_assert_no_error (error);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM stage"), ==, 2);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM touchpoint"), ==, 2);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM segment"), ==, 2);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM channel"), ==, 1);
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT count(*) FROM label WHERE record IS NULL"), ==, 1);
  assert_sound (fixture);
  assert_asked (fixture,
                "SELECT stage.title FROM touchpoint JOIN stage ON stage.id = touchpoint.stage "
                "WHERE touchpoint.title = 'Verkkokauppa'",
                "Osto");
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, &error));
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM stage"), ==, 1);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 0);
}

/* Two places of one name: only a person can say which is meant. */
static void
test_shared_name (Fixture *fixture, gconstpointer data)
{
  GListModel *stages = lasna_workbook_get_records (fixture->workbook, "stage");
  g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, 0);

  lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_TOUCHPOINT, "stage", stage, "title", "vastaanotto", NULL);
  import_text (fixture, "date,touchpoint\n2026-03-01,Vastaanotto\n");
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT count(*) FROM label WHERE record IS NULL"), ==, 1);
  g_assert_cmpuint (lasna_import_get_unassigned (fixture->import)->len, ==, 1);
}

/* A copy of the journey, as a draft of what is to come, is not what customers speak of. */
static void
test_journey_in_use (Fixture *fixture, gconstpointer data)
{
  GListModel *journeys = lasna_workbook_get_records (fixture->workbook, "journey");
  g_autoptr (LasnaRecord) journey = g_list_model_get_item (journeys, 0);
  LasnaRecord *draft = lasna_workbook_add (fixture->workbook,
                                           LASNA_TYPE_JOURNEY,
                                           "service",
                                           lasna_record_get_reference (journey, "service"),
                                           "title",
                                           "Ski trip 2",
                                           NULL);

  g_object_set (journey, "state", "journey.in-use", NULL);
  lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_STAGE, "journey", draft, "title", "Majoitus", NULL);
  import_text (fixture, "date,stage\n2026-03-01,Majoitus\n");
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook,
                      "SELECT journey.title = 'Ski trip' FROM label JOIN stage ON stage.id = "
                      "label.record JOIN journey ON journey.id = stage.journey"),
      ==,
      1);
}

/* The same name in two journeys: each import means the stage of its own, whatever came before. */
static void
test_journey_asked (Fixture *fixture, gconstpointer data)
{
  GListModel *journeys = lasna_workbook_get_records (fixture->workbook, "journey");
  g_autoptr (LasnaRecord) first = g_list_model_get_item (journeys, 0);
  LasnaRecord *second = lasna_workbook_add (fixture->workbook,
                                            LASNA_TYPE_JOURNEY,
                                            "service",
                                            lasna_record_get_reference (first, "service"),
                                            "title",
                                            "Day trip",
                                            NULL);

  lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_STAGE, "journey", second, "title", "Majoitus", NULL);
  import_text (fixture, "date,stage\n2026-03-01,Majoitus\n");
  g_assert_cmpuint (lasna_import_get_unassigned (fixture->import)->len, ==, 1);
  fixture->journey = first;
  import_text (fixture, "date,stage\n2026-03-02,Majoitus\n");
  fixture->journey = second;
  import_text (fixture, "date,stage\n2026-03-03,Majoitus\n2026-03-04,Elsewhere\n");
  import_text (fixture, "date,stage\n2026-03-05,Majoitus\n2026-03-06,Elsewhere\n");
  assert_asked (fixture,
                "SELECT group_concat (coalesce (journey.title, '-')) FROM (SELECT stage FROM voice "
                "ORDER BY received_at) AS voice JOIN label ON label.id = voice.stage "
                "LEFT JOIN stage ON stage.id = label.record "
                "LEFT JOIN journey ON journey.id = stage.journey",
                "-,Ski trip,Day trip,-,Day trip,-");
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM label"), ==, 4);
}

/* What nobody knew is left as it was; the stage made meanwhile gets what comes from now on. */
static void
test_known_since (Fixture *fixture, gconstpointer data)
{
  GListModel *journeys = lasna_workbook_get_records (fixture->workbook, "journey");
  g_autoptr (LasnaRecord) journey = g_list_model_get_item (journeys, 0);

  import_text (fixture, "date,stage\n2026-03-01,Sauna\n");
  lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_STAGE, "journey", journey, "title", "Sauna", NULL);
  import_text (fixture, "date,stage\n2026-03-02,Sauna\n");
  g_assert_cmpint (
      lasna_test_ask (
          fixture->workbook,
          "SELECT received_at = '2026-03-02' FROM voice JOIN label ON label.id = voice.stage "
          "WHERE label.record IS NOT NULL"),
      ==,
      1);
}

/* Channels go by their titles and by what people say. */
static void
test_channel_names (Fixture *fixture, gconstpointer data)
{
  import_text (fixture,
               "date,channel\n2026-03-01,E-mail\n2026-03-02,sähköposti ja lomakkeet\n"
               "2026-03-03,E-POST\n2026-03-04,Pigeon\n");
  g_assert_cmpint (lasna_test_ask (fixture->workbook,
                                   "SELECT count(*) FROM label WHERE code = 'channel.other.email'"),
                   ==,
                   3);
  g_assert_cmpuint (lasna_import_get_unassigned (fixture->import)->len, ==, 1);
}

static void
test_undecided (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      lasna_import_run (plan_import (fixture, "date,nps\n3/4/2026,9\n", FALSE), NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_UNDECIDED);
  g_clear_error (&error);
  g_assert_false (lasna_import_run (plan_import (fixture, "a,b\nx,y\n", FALSE), NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_UNDECIDED);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM batch"), ==, 0);
}

/* Nothing sound in the file is a failure; nothing new is none. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      lasna_import_run (plan_import (fixture, "date,nps\nsoon,9\nlater,8\n", FALSE), NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_PARSE);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM batch"), ==, 0);
  import_text (fixture, "date,nps\n");
  g_assert_null (lasna_workbook_get_redo_label (fixture->workbook));
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_text (fixture, three_voices);
  plan_import (fixture, three_voices, FALSE);
  g_assert_true (lasna_import_count (fixture->import, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lasna_import_get_plan (fixture->import)->voices, ==, 0);
  g_assert_cmpuint (lasna_import_get_plan (fixture->import)->duplicates, ==, 3);
}

static char *
make_rows (guint n)
{
  GString *text = g_string_new ("date,nps,stage,comment\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "2026-03-%02u,%u,Majoitus,voice %u\n", i % 28 + 1, i % 11, i);
  return g_string_free (text, FALSE);
}

static void
stop_cb (LasnaImport *import, GAsyncResult *result, gpointer data)
{
  GError **error = data;

  g_assert_false (lasna_import_run_finish (import, result, error));
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  /* So many that the thread is not done before the wish to stop reaches it, on any machine. */
  g_autofree char *text = make_rows (150000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  lasna_import_run_async (
      plan_import (fixture, text, FALSE), cancellable, (GAsyncReadyCallback) stop_cb, &error);
  g_timeout_add (20, cancel_cb, cancellable);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 0);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback"), ==, 0);
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback_score"), ==, 0);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM batch"), ==, 0);
}

static void
done_cb (LasnaImport *import, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lasna_import_run_finish (import, result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* While the thread writes, a person goes on. */
static void
test_thread (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_rows (20000);
  gboolean done = FALSE;
  guint n_edits = 0;
  guint64 voices;

  lasna_import_run_async (
      plan_import (fixture, text, FALSE), NULL, (GAsyncReadyCallback) done_cb, &done);
  while (!done)
    {
      if (n_edits < 20 && lasna_import_get_progress (fixture->import, NULL) < 0.9 &&
          lasna_workbook_add (fixture->workbook, LASNA_TYPE_SEGMENT, "name", "Uusi", NULL) != NULL)
        n_edits++;
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 20000);
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT count(*) FROM segment"), ==, n_edits + 1);
  lasna_import_get_progress (fixture->import, &voices);
  g_assert_cmpuint (voices, >, 0);
}

/* What a killed import left is not shown, and goes at the next sweep; a living one stays. */
static void
test_sweep (Fixture *fixture, gconstpointer data)
{
  LasnaStore *store = lasna_workbook_get_store (fixture->workbook);
  g_autoptr (LasnaStore) side = lasna_store_open_side (store, LASNA_STORE_BULK, NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_taken;
  g_autoptr (LasnaImportWriter) writer =
      lasna_import_writer_new (side,
                               lasna_workbook_get_clock (fixture->workbook),
                               G_GINT64_CONSTANT (1) << 40,
                               "killed.csv",
                               1,
                               &is_taken,
                               &error);

  g_assert_no_error (error);
  g_assert_false (is_taken);
  g_assert_true (lasna_store_execute (
      side,
      "INSERT INTO feedback (id, received_at, batch) "
      "VALUES ((1 << 40) + 1, '2026-01-01', 1 << 40), ((1 << 40) + 2, '2026-01-01', 1 << 40);"
      "INSERT INTO feedback_score VALUES ((1 << 40) + 2, 5, 5)",
      &error));
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 0);
  g_assert_true (lasna_sweep_run (side, NULL, &error));
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback"), ==, 2);

  g_assert_true (lasna_store_execute (side, "UPDATE batch SET updated_at = 1000", &error));
  g_assert_true (lasna_sweep_run (side, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback"), ==, 0);
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback_score"), ==, 0);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM batch"), ==, 0);

  /* The import that was thought dead finds out before it writes on. */
  g_assert_false (lasna_import_writer_finish (writer, 2, 0, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_CONFLICT);
}

/* Whoever is killed lets go, and what it left goes at the very next sweep. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  LasnaStore *store = lasna_workbook_get_store (fixture->workbook);
  g_autoptr (LasnaStore) side = lasna_store_open_side (store, LASNA_STORE_BULK, NULL);
  gint64 batch = lasna_clock_new_id_block (lasna_workbook_get_clock (fixture->workbook));
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO batch (id, name, state, updated_at) VALUES (%" G_GINT64_FORMAT
                       ", 'killed.csv', 'batch.importing', unixepoch ()); "
                       "INSERT INTO feedback (id, received_at, batch, verbatim) "
                       "VALUES (%" G_GINT64_FORMAT ", '2026-01-01', %" G_GINT64_FORMAT ", 'half');"
                       "INSERT INTO feedback_text (rowid, verbatim) SELECT id, verbatim "
                       "FROM feedback",
                       batch,
                       batch + 1,
                       batch);
  g_autoptr (GError) error = NULL;
  LasnaBatchLock *hold = lasna_batch_lock_new (batch);
  pid_t child;
  int status;

  g_assert_true (lasna_store_execute (side, sql, &error));
  g_assert_cmpint (lasna_batch_lock_look (batch), ==, LASNA_BATCH_HELD);
  g_assert_true (lasna_sweep_run (side, NULL, &error));
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback"), ==, 1);
  lasna_batch_lock_free (hold);
  g_assert_cmpint (lasna_batch_lock_look (batch), ==, LASNA_BATCH_UNKNOWN);

  child = fork ();
  if (child == 0)
    {
      hold = lasna_batch_lock_new (batch);
      _exit (hold == NULL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (lasna_batch_lock_look (batch), ==, LASNA_BATCH_LET_GO);
  g_assert_true (lasna_sweep_run (side, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback"), ==, 0);
  g_assert_cmpint (lasna_test_ask (fixture->workbook,
                                   "SELECT count(*) FROM feedback_text WHERE feedback_text MATCH "
                                   "'half'"),
                   ==,
                   0);
  g_assert_cmpint (lasna_batch_lock_look (batch), ==, LASNA_BATCH_UNKNOWN);
}

/* A number that another import has already: the second one takes another, and leaves it alone. */
static void
test_drawn_twice (Fixture *fixture, gconstpointer data)
{
  LasnaStore *store = lasna_workbook_get_store (fixture->workbook);
  g_autoptr (GError) error = NULL;
  LasnaWorkbook *twin = lasna_workbook_open (lasna_store_get_path (store), 0, NULL, &error);
  LasnaWorkbook *later = lasna_workbook_open (lasna_store_get_path (store), 0, NULL, &error);
  gint64 batch = lasna_clock_new_id_block (lasna_workbook_get_clock (twin));
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO batch (id, name, state, undone) VALUES (%" G_GINT64_FORMAT
                       ", 'one.csv', 'batch.complete', 0);"
                       "INSERT INTO feedback (id, received_at, batch) VALUES (%" G_GINT64_FORMAT
                       ", '2026-01-01', %" G_GINT64_FORMAT ")",
                       batch,
                       batch + 1,
                       batch);

  lasna_test_close (twin);
  g_assert_true (lasna_store_execute (store, sql, &error));
  lasna_test_import_named (later, "two.csv", "date,comment\n2026-01-03,Two\n");
  lasna_test_close (later);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM batch"), ==, 2);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM feedback"), ==, 2);
}

/* A number that somebody else holds is not taken, and whoever does not hold it lets nothing go. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  LasnaStore *store = lasna_workbook_get_store (fixture->workbook);
  g_autoptr (GError) error = NULL;
  LasnaWorkbook *twin = lasna_workbook_open (lasna_store_get_path (store), 0, NULL, &error);
  LasnaWorkbook *later = lasna_workbook_open (lasna_store_get_path (store), 0, NULL, &error);
  gint64 batch = lasna_clock_new_id_block (lasna_workbook_get_clock (twin));
  g_autoptr (LasnaBatchLock) hold = lasna_batch_lock_new (batch);

  lasna_test_close (twin);
  g_assert_nonnull (hold);
  g_assert_null (lasna_batch_lock_new (batch));
  lasna_test_import_named (later, "two.csv", "date,comment\n2026-01-03,Two\n");
  lasna_test_close (later);
  g_assert_cmpint (lasna_batch_lock_look (batch), ==, LASNA_BATCH_HELD);
  lasna_batch_lock_forget (batch);
  g_assert_cmpint (lasna_batch_lock_look (batch), ==, LASNA_BATCH_HELD);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM batch"), ==, 1);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT id FROM batch"), !=, batch);
}

static void
count_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  guint *n_done = data;

  lasna_import_run_finish (LASNA_IMPORT (source), result, &error);
  g_assert_no_error (error);
  (*n_done)++;
}

/* Two windows bring in files of the same survey at the same time: its questions and names are there
 * once, with the voices of both.
 */
static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "date,nps,csat,segment,channel,feelings,comment\n"
    "2026-03-01,9,4,Couples,Kiosk,Happy; Odd,One\n2026-03-02,8,3,Couples,Kiosk,Odd,Two\n",
    "date,nps,csat,segment,channel,feelings,comment\n"
    "2026-04-01,3,2,Couples,Kiosk,Hurried; Odd,Three\n2026-04-02,2,1,Groups,Kiosk,Odd,Four\n",
  };
  LasnaStore *store = lasna_workbook_get_store (fixture->workbook);
  g_autoptr (GError) error = NULL;
  LasnaWorkbook *twin = lasna_workbook_open (lasna_store_get_path (store), 0, NULL, &error);
  LasnaWorkbook *const workbooks[] = { fixture->workbook, twin };
  guint n_done = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.csv", i);
      g_autofree char *path = lasna_test_folder_write (fixture->folder, name, texts[i]);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      LasnaImportPlan *plan = lasna_import_plan_new (file, fixture->options, NULL, &error);
      g_autoptr (LasnaImport) import = NULL;

      g_assert_no_error (error);
      import = lasna_import_new (workbooks[i], plan, NULL, TRUE);
      lasna_import_run_async (import, NULL, count_done_cb, &n_done);
    }
  while (n_done < 2)
    g_main_context_iteration (NULL, TRUE);
  lasna_test_close (twin);
  lasna_workbook_poll (fixture->workbook, NULL);
  assert_sound (fixture);
  assert_asked (fixture,
                "SELECT count(*) || ' ' || sum (raw) || ' ' || count (DISTINCT question) || ' ' || "
                "count (DISTINCT method) FROM answer",
                "8 32.0 2 2");
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM question"), ==, 2);
  assert_asked (fixture,
                "SELECT group_concat (text, ' ') FROM (SELECT text FROM label ORDER BY text)",
                "Couples Groups Happy Hurried Kiosk Odd");
  assert_asked (fixture,
                "SELECT group_concat (name, ' ') FROM (SELECT name FROM segment ORDER BY name)",
                "Couples Groups Perheet");
  assert_asked (fixture, "SELECT count(*) || ' ' || count (DISTINCT emotion) FROM feeling", "6 2");
  assert_asked (fixture,
                "SELECT group_concat (name, ' ') FROM (SELECT place.name FROM voice JOIN place "
                "ON place.id = voice.segment ORDER BY voice.received_at)",
                "Couples Couples Couples Groups");
}

static void
take_error_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GPtrArray *errors = data;
  GError *error = NULL;

  lasna_import_run_finish (LASNA_IMPORT (source), result, &error);
  g_ptr_array_add (errors, error);
}

/* The same file twice at the same moment is there once, and one of the two is told. */
static void
test_twins (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = lasna_test_folder_write (
      fixture->folder, "same.csv", "date,nps,comment\n2026-03-01,9,One\n2026-03-02,8,Two\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) errors = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  LasnaWorkbook *twin = lasna_workbook_open (
      lasna_store_get_path (lasna_workbook_get_store (fixture->workbook)), 0, NULL, &error);
  LasnaWorkbook *const workbooks[] = { fixture->workbook, twin };

  for (guint i = 0; i < 2; i++)
    {
      LasnaImportPlan *plan = lasna_import_plan_new (file, fixture->options, NULL, &error);
      g_autoptr (LasnaImport) import = NULL;

      g_assert_no_error (error);
      import = lasna_import_new (workbooks[i], plan, NULL, FALSE);
      lasna_import_run_async (import, NULL, take_error_cb, errors);
    }
  /* Both threads have written before either shows what it has; where a machine is too slow for
   * that, the second finds the voices there and is content.
   */
  g_usleep (G_USEC_PER_SEC / 2);
  while (errors->len < 2)
    g_main_context_iteration (NULL, TRUE);
  lasna_test_close (twin);
  lasna_workbook_poll (fixture->workbook, NULL);
  g_assert_null (errors->pdata[0]);
  if (errors->pdata[1] != NULL)
    g_assert_error ((GError *) errors->pdata[1], LASNA_ERROR, LASNA_ERROR_CONFLICT);
  g_clear_error ((GError **) &errors->pdata[1]);
  assert_sound (fixture);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM voice"), ==, 2);
}

/* Two columns of the same words are two questions, the next time too. */
static void
test_same_words (Fixture *fixture, gconstpointer data)
{
  import_text (fixture, "date,nps,nps\n2026-03-01,9,1\n");
  import_text (fixture, "date,nps,nps\n2026-03-02,8,2\n");
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM question"), ==, 2);
  g_assert_cmpint (
      lasna_test_ask (fixture->workbook, "SELECT sum (raw) FROM feedback_score"), ==, 20);
}

/* What was said of a file is there for the next one, also after undo and in another session. */
static void
test_memory (Fixture *fixture, gconstpointer data)
{
  LasnaStore *store = lasna_workbook_get_store (fixture->workbook);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;

  g_assert_false (lasna_import_memory_read (store, 7, known));
  g_hash_table_insert (said, g_strdup ("date-order"), g_strdup ("dmy"));
  g_hash_table_insert (said, g_strdup ("question.What's \"it\"\n=?"), g_strdup ("comment"));
  g_assert_true (lasna_import_memory_write (store, 7, said, &error));
  g_assert_no_error (error);
  import_text (fixture, three_voices);
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, &error));
  g_assert_true (lasna_import_memory_read (store, 7, known));
  g_assert_cmpuint (g_hash_table_size (known), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (known, "date-order"), ==, "dmy");
  g_assert_cmpstr (g_hash_table_lookup (known, "question.What's \"it\"\n=?"), ==, "comment");
  g_hash_table_remove_all (known);
  g_assert_true (lasna_store_execute (store, "UPDATE import_memory SET said = '{[('", &error));
  g_assert_false (lasna_import_memory_read (store, 7, known));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/import/wide", test_wide);
  ADD ("/import/undo", test_undo);
  ADD ("/import/again", test_again);
  ADD ("/import/long", test_long);
  ADD ("/import/long/feelings", test_long_feelings);
  ADD ("/import/create", test_create);
  ADD ("/import/shared-name", test_shared_name);
  ADD ("/import/journey-in-use", test_journey_in_use);
  ADD ("/import/journey-asked", test_journey_asked);
  ADD ("/import/known-since", test_known_since);
  ADD ("/import/channel-names", test_channel_names);
  ADD ("/import/undecided", test_undecided);
  ADD ("/import/nothing", test_nothing);
  ADD ("/import/count", test_count);
  ADD ("/import/cancel", test_cancel);
  ADD ("/import/thread", test_thread);
  ADD ("/import/sweep", test_sweep);
  ADD ("/import/killed", test_killed);
  ADD ("/import/drawn-twice", test_drawn_twice);
  ADD ("/import/held", test_held);
  ADD ("/import/at-once", test_at_once);
  ADD ("/import/twins", test_twins);
  ADD ("/import/same-words", test_same_words);
  ADD ("/import/memory", test_memory);
  return g_test_run ();
}
