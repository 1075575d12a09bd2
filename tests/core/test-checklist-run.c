/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling in checklists: runs, answers, scores, what was said the last time, own checklists.
 */
#include "config.h"

#include "lasna-checklist-run.h"
#include "lasna-checklist.h"
#include "lasna-encounter.h"
#include "lasna-error.h"
#include "lasna-segment.h"
#include "lasna-test-book.h"

#include <math.h>

#define LIST "checklist.presence-meeting"

static LasnaChecklistRun *
start (LasnaTestBook *book, const char *checklist, gpointer place)
{
  g_autoptr (GError) error = NULL;
  LasnaChecklistRun *run = lasna_checklist_run_start (book->workbook, checklist, place, &error);

  g_assert_no_error (error);
  g_assert_nonnull (run);
  return run;
}

/* Borrowed from the run's list. */
static LasnaChecklistAnswer *
get_answer (LasnaChecklistRun *run, guint index)
{
  g_autoptr (LasnaChecklistAnswer) answer =
      g_list_model_get_item (lasna_checklist_run_get_answers (run), index);

  g_assert_nonnull (answer);
  return answer;
}

static void
give (LasnaChecklistRun *run, guint index, gint64 value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lasna_checklist_answer_give (get_answer (run, index), value, &error));
  g_assert_no_error (error);
}

static void
count_cb (LasnaWorkbook *workbook, const char *label, GArray *touches, int cause, guint *n)
{
  (*n)++;
}

static void
test_start (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_FI);
  const LasnaChecklistCatalogue *template =
      lasna_catalogue_find_checklist (lasna_catalogue_get_default (), LIST);
  guint changes = 0;
  gulong handler = g_signal_connect (book->workbook, "changed", G_CALLBACK (count_cb), &changes);
  LasnaChecklistRun *run = start (book, LIST, book->touchpoint);
  GListModel *answers = lasna_checklist_run_get_answers (run);

  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (answers), ==, template->n_items);
  for (guint i = 0; i < template->n_items; i++)
    {
      LasnaRecord *answer = LASNA_RECORD (get_answer (run, i));

      g_assert_cmpstr (lasna_record_get_text (answer, "item"), ==, template->items[i].id);
      g_assert_cmpstr (lasna_record_get_text (answer, "item-text"),
                       ==,
                       template->items[i].text.in[LASNA_LANGUAGE_FI]);
      g_assert_cmpstr (lasna_record_get_text (answer, "tags"), ==, template->items[i].tags);
      g_assert_false (lasna_record_is_set (answer, "value"));
    }
  g_assert_cmpstr (lasna_record_get_text (LASNA_RECORD (run), "title"),
                   ==,
                   template->title.in[LASNA_LANGUAGE_FI]);
  g_assert_cmpstr (lasna_record_get_text (LASNA_RECORD (run), "date"), ==, "2026-11-21");
  g_assert_cmpint (
      lasna_record_get_integer (LASNA_RECORD (run), "template-version"), ==, template->version);
  g_assert_true (lasna_record_get_reference (LASNA_RECORD (run), "touchpoint") == book->touchpoint);
  g_assert_true (lasna_record_get_reference (LASNA_RECORD (run), "stage") == book->stage);
  g_assert_true (lasna_record_get_reference (LASNA_RECORD (run), "journey") == book->journey);

  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (answers), ==, 0);
  g_assert_true (lasna_workbook_redo (book->workbook, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (answers), ==, template->n_items);
  g_signal_handler_disconnect (book->workbook, handler);
}

static void
test_encounter (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaRecord *segment =
      lasna_workbook_add (book->workbook, lasna_segment_get_type (), "name", "Skiers", NULL);
  LasnaRecord *encounter = lasna_workbook_add (book->workbook,
                                               lasna_encounter_get_type (),
                                               "touchpoint",
                                               book->touchpoint,
                                               "segment",
                                               segment,
                                               "date-time",
                                               "2026-11-20T10:30",
                                               NULL);
  LasnaChecklistRun *run = start (book, LIST, encounter);

  g_assert_true (lasna_record_get_reference (LASNA_RECORD (run), "encounter") == encounter);
  g_assert_true (lasna_record_get_reference (LASNA_RECORD (run), "journey") == book->journey);
}

static void
test_unknown (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;

  g_assert_null (lasna_checklist_run_start (book->workbook, "checklist.none", NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_NOT_FOUND);
  g_assert_cmpuint (
      g_list_model_get_n_items (lasna_workbook_get_records (book->workbook, "checklist_run")),
      ==,
      0);
}

static void
test_answers_are_on_disk (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (LasnaWorkbook) other = NULL;
  g_autoptr (LasnaRecord) seen = NULL;
  g_autoptr (GError) error = NULL;
  LasnaChecklistRun *run = start (book, LIST, NULL);
  LasnaChecklistAnswer *answer = get_answer (run, 3);

  give (run, 3, 2);
  other = lasna_workbook_open (book->path, 0, NULL, &error);
  g_assert_no_error (error);
  seen =
      lasna_workbook_find (other, "checklist_answer", lasna_record_get_id (LASNA_RECORD (answer)));
  g_assert_cmpint (lasna_record_get_integer (seen, "value"), ==, 2);
}

static void
test_one_answer (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  LasnaChecklistRun *run = start (book, LIST, NULL);
  LasnaChecklistAnswer *answer = get_answer (run, 0);
  LasnaRecord *record = LASNA_RECORD (answer);

  give (run, 0, 3);
  g_object_set (answer, "note", "seen today", NULL);
  g_assert_true (lasna_checklist_answer_set_not_relevant (answer, &error));
  g_assert_true (lasna_record_get_flag (record, "not-relevant"));
  g_assert_false (lasna_record_is_set (record, "value"));
  give (run, 0, 0);
  g_assert_false (lasna_record_get_flag (record, "not-relevant"));
  g_assert_cmpint (lasna_record_get_integer (record, "value"), ==, 0);
  g_assert_true (lasna_checklist_answer_clear (answer, &error));
  g_assert_false (lasna_record_is_set (record, "value"));
  g_assert_cmpstr (lasna_record_get_text (record, "note"), ==, "seen today");

  give (run, 0, 1);
  {
    g_autoptr (LasnaChange) change = lasna_workbook_begin (book->workbook, "Both");

    g_object_set (answer, "not-relevant", TRUE, NULL);
    lasna_test_assert_refused (change);
  }
  g_assert_cmpint (lasna_record_get_integer (record, "value"), ==, 1);
  g_assert_false (lasna_record_get_flag (record, "not-relevant"));
}

static void
test_scale_limits (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  LasnaChecklistRun *run = start (book, "checklist.channel-coverage", NULL);

  g_assert_cmpstr (lasna_checklist_run_get_scale (run)->id, ==, "scale.works");
  give (run, 0, 2);
  g_assert_false (lasna_checklist_answer_give (get_answer (run, 0), 3, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
  g_assert_cmpint (lasna_record_get_integer (LASNA_RECORD (get_answer (run, 0)), "value"), ==, 2);
}

static double
score_of (LasnaChecklistRun *run)
{
  LasnaChecklistScore score = { 0 };

  lasna_checklist_run_score (run, NULL, &score);
  return lasna_checklist_score_get_value (&score);
}

static void
test_score (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaChecklistRun *run = start (book, LIST, NULL);
  guint n = g_list_model_get_n_items (lasna_checklist_run_get_answers (run));
  LasnaChecklistScore score = { 0 };

  g_assert_cmpuint (n, >=, 8);
  for (guint i = 0; i < (n + 1) / 2; i++)
    {
      g_assert_true (isnan (score_of (run)));
      give (run, i, i == 0 ? 0 : 3);
    }
  g_assert_cmpfloat_with_epsilon (
      score_of (run), (double) ((n + 1) / 2 - 1) / ((n + 1) / 2), 1e-12);

  /* What is not relevant counts neither way. */
  g_assert_true (lasna_checklist_answer_set_not_relevant (get_answer (run, 0), NULL));
  give (run, n - 1, 3);
  g_assert_cmpfloat (score_of (run), ==, 1);
  lasna_checklist_run_score (run, NULL, &score);
  g_assert_cmpuint (score.n_items, ==, n);
  g_assert_cmpuint (score.n_relevant, ==, n - 1);
  g_assert_cmpuint (score.n_answered, ==, (n + 1) / 2);
}

static void
test_score_of_works (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaChecklistRun *run = start (book, "checklist.channel-coverage", NULL);
  guint n = g_list_model_get_n_items (lasna_checklist_run_get_answers (run));

  for (guint i = 0; i < n; i++)
    give (run, i, 1);
  g_assert_cmpfloat (score_of (run), ==, 0);
  give (run, 0, 2);
  g_assert_cmpfloat_with_epsilon (score_of (run), 1.0 / n, 1e-12);
}

static void
test_score_all_irrelevant (void)
{
  LasnaChecklistScore score = { 0 };
  const LasnaScale *scale =
      lasna_catalogue_find_scale (lasna_catalogue_get_default (), "scale.realised");

  g_assert_true (isnan (lasna_checklist_score_get_value (&score)));
  lasna_checklist_score_add (&score, scale, LASNA_UNSET, TRUE);
  g_assert_true (isnan (lasna_checklist_score_get_value (&score)));
}

static void
set_date (gpointer run, const char *date)
{
  g_object_set (run, "date", date, NULL);
}

static void
test_previous (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaChecklistRun *old = start (book, LIST, book->stage);
  LasnaChecklistRun *older = start (book, LIST, book->stage);
  LasnaChecklistRun *elsewhere = start (book, LIST, NULL);
  LasnaChecklistRun *later = start (book, LIST, book->stage);
  LasnaChecklistRun *run = start (book, LIST, book->stage);

  set_date (old, "2026-05-01");
  set_date (older, "2026-04-01");
  set_date (elsewhere, "2026-06-01");
  set_date (later, "2026-12-01");
  give (older, 0, 1);
  give (older, 1, 2);
  give (old, 0, 3);
  give (elsewhere, 0, 0);
  give (later, 0, 0);
  g_assert_true (lasna_checklist_run_find_previous (run, get_answer (run, 0)) ==
                 get_answer (old, 0));
  /* The newest run left the second item open, so the one before it tells. */
  g_assert_true (lasna_checklist_run_find_previous (run, get_answer (run, 1)) ==
                 get_answer (older, 1));
  g_assert_null (lasna_checklist_run_find_previous (run, get_answer (run, 2)));
  g_assert_null (lasna_checklist_run_find_previous (older, get_answer (older, 0)));
}

static void
test_finish (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaChecklistRun *run = start (book, LIST, NULL);

  g_assert_false (lasna_checklist_run_is_finished (run));
  g_assert_true (lasna_checklist_run_finish (run, NULL));
  g_assert_true (lasna_checklist_run_is_finished (run));
  g_assert_cmpstr (
      lasna_record_get_text (LASNA_RECORD (run), "finished-at"), ==, "2026-11-21T12:00");
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_assert_false (lasna_checklist_run_is_finished (run));
  g_assert_false (lasna_record_is_set (LASNA_RECORD (run), "finished-at"));
}

static void
test_action (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaChecklistRun *run = start (book, LIST, book->touchpoint);
  LasnaChecklistAnswer *answer = get_answer (run, 2);
  LasnaRecord *action = LASNA_RECORD (lasna_checklist_run_add_action (run, answer, NULL));

  g_assert_true (lasna_record_get_reference (LASNA_RECORD (answer), "action") == action);
  g_assert_true (lasna_record_get_reference (action, "run") == run);
  g_assert_true (lasna_record_get_reference (action, "stage") == book->stage);
  g_assert_cmpstr (lasna_record_get_text (action, "title"),
                   ==,
                   lasna_record_get_text (LASNA_RECORD (answer), "item-text"));
  g_assert_true (LASNA_RECORD (lasna_checklist_run_add_action (run, answer, NULL)) == action);
  g_assert_true (lasna_workbook_undo (book->workbook, NULL, NULL));
  g_assert_false (lasna_record_is_set (LASNA_RECORD (answer), "action"));
}

static void
test_own_copy (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_SV);
  const LasnaChecklistCatalogue *template =
      lasna_catalogue_find_checklist (lasna_catalogue_get_default (), LIST);
  LasnaChecklistTemplate *own = lasna_checklist_make_own (book->workbook, LIST);
  g_autoptr (LasnaChecklist) list = NULL;
  g_autoptr (GPtrArray) all = lasna_checklist_list (book->workbook, LASNA_LANGUAGE_FI);
  g_autoptr (LasnaRecord) item = NULL;
  guint n = 0;

  g_assert_nonnull (own);
  g_assert_true (lasna_checklist_make_own (book->workbook, LIST) == own);
  for (const LasnaChecklistCatalogue *const *at =
           lasna_catalogue_get_checklists (lasna_catalogue_get_default ());
       *at != NULL;
       at++)
    n++;
  g_assert_cmpuint (all->len, ==, n);

  /* The copy keeps its template, so that unchanged texts have all languages. */
  list = lasna_checklist_new (book->workbook, LIST, LASNA_LANGUAGE_FI);
  g_assert_true (list->own == own);
  g_assert_cmpstr (list->title, ==, template->title.in[LASNA_LANGUAGE_FI]);
  g_assert_cmpuint (list->entries->len, ==, template->n_items);
  for (guint i = 0; i < template->n_items; i++)
    {
      const LasnaChecklistEntry *entry = lasna_checklist_find (list, template->items[i].id);

      g_assert_cmpstr (entry->text, ==, template->items[i].text.in[LASNA_LANGUAGE_FI]);
      g_assert_cmpstr (entry->why, ==, template->items[i].why.in[LASNA_LANGUAGE_FI]);
      g_assert_cmpstr (entry->check, ==, template->items[i].check.in[LASNA_LANGUAGE_FI]);
      g_assert_cmpstr (entry->tags, ==, template->items[i].tags);
    }
  item = g_list_model_get_item (
      lasna_record_get_children (LASNA_RECORD (own), "checklist_item", "template"), 0);
  g_object_set (item, "hidden", TRUE, NULL);
  lasna_checklist_template_add_item (own, "Bastun är varm.");
  g_clear_pointer (&list, lasna_checklist_free);
  list = lasna_checklist_new (book->workbook, LIST, LASNA_LANGUAGE_FI);
  g_assert_cmpuint (list->entries->len, ==, template->n_items);
  g_assert_null (lasna_checklist_find (list, template->items[0].id));
  g_assert_cmpstr (g_array_index (list->entries, LasnaChecklistEntry, template->n_items - 1).text,
                   ==,
                   "Bastun är varm.");
}

static void
test_version (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  LasnaChecklistTemplate *own = lasna_checklist_add_own (book->workbook, "Sauna");
  LasnaRecord *item = LASNA_RECORD (lasna_checklist_template_add_item (own, "It is warm."));
  const char *code = lasna_record_get_text (LASNA_RECORD (own), "code");
  LasnaChecklistRun *first = start (book, code, NULL);
  LasnaChecklistRun *second = start (book, code, NULL);
  LasnaChecklistRun *third;

  g_assert_cmpint (lasna_record_get_integer (LASNA_RECORD (second), "template-version"), ==, 1);
  g_object_set (item, "text", "It is hot.", NULL);
  third = start (book, code, NULL);
  g_assert_cmpint (lasna_record_get_integer (LASNA_RECORD (third), "template-version"), ==, 2);
  g_assert_cmpint (lasna_record_get_integer (LASNA_RECORD (own), "version"), ==, 2);
  g_assert_cmpstr (
      lasna_record_get_text (LASNA_RECORD (get_answer (first, 0)), "item-text"), ==, "It is warm.");
  lasna_record_delete (LASNA_RECORD (own));
  g_assert_cmpstr (
      lasna_record_get_text (LASNA_RECORD (get_answer (first, 0)), "item-text"), ==, "It is warm.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checklist-run/start", test_start);
  g_test_add_func ("/checklist-run/encounter", test_encounter);
  g_test_add_func ("/checklist-run/unknown", test_unknown);
  g_test_add_func ("/checklist-run/on-disk", test_answers_are_on_disk);
  g_test_add_func ("/checklist-run/one-answer", test_one_answer);
  g_test_add_func ("/checklist-run/scale-limits", test_scale_limits);
  g_test_add_func ("/checklist-run/score", test_score);
  g_test_add_func ("/checklist-run/score-of-works", test_score_of_works);
  g_test_add_func ("/checklist-run/score-all-irrelevant", test_score_all_irrelevant);
  g_test_add_func ("/checklist-run/previous", test_previous);
  g_test_add_func ("/checklist-run/finish", test_finish);
  g_test_add_func ("/checklist-run/action", test_action);
  g_test_add_func ("/checklist-run/own-copy", test_own_copy);
  g_test_add_func ("/checklist-run/version", test_version);
  return g_test_run ();
}
