/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making workbooks: whole or not at all; and the sample, in three languages.
 */
#include "config.h"

#include "lasna-making.h"

#include "lasna-error.h"
#include "lasna-kinds.h"
#include "lasna-test.h"

#include <glib/gstdio.h>

#define TODAY "2026-11-21"

typedef struct
{
  LasnaTestFolder *folder;
  char *path;
  LasnaClock *clock;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = lasna_test_folder_new ();
  fixture->path = lasna_test_folder_dup_path (fixture->folder, "lodge.lasna");
  fixture->clock = lasna_clock_new_at (TODAY);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lasna_clock_unref (fixture->clock);
  g_free (fixture->path);
  lasna_test_folder_free (fixture->folder);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (lasna_test_folder_get_path (fixture->folder), 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
make_sample (const char *path, LasnaLanguage language, const char *today)
{
  g_autoptr (LasnaClock) clock = lasna_clock_new_at (today);
  g_autoptr (GError) error = NULL;

  g_assert_true (lasna_making_create (path, LASNA_MAKING_SAMPLE, NULL, language, clock, &error));
  g_assert_no_error (error);
}

static double
ask (LasnaWorkbook *workbook, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaStatement) statement = lasna_statement_new (
      lasna_store_get_connection (lasna_workbook_get_store (workbook)), sql, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (lasna_statement_step (statement, &error), ==, LASNA_STEP_ROW);
  return lasna_statement_get_number (statement, 1);
}

static LasnaWorkbook *
open_book (const char *path)
{
  g_autoptr (GError) error = NULL;
  LasnaWorkbook *workbook = lasna_workbook_open (path, LASNA_STORE_READ_ONLY, NULL, &error);

  g_assert_no_error (error);
  return workbook;
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      lasna_making_create (fixture->path, 0, NULL, LASNA_LANGUAGE_SV, fixture->clock, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  workbook = open_book (fixture->path);
  g_assert_cmpint (lasna_workbook_get_language (workbook), ==, LASNA_LANGUAGE_SV);
  g_assert_cmpstr (
      lasna_record_get_text (LASNA_RECORD (lasna_workbook_get_settings (workbook)), "name"),
      ==,
      "lodge");
  g_assert_null (lasna_workbook_get_undo_label (workbook));
}

/* A journey from a template can be taken back. */
static void
test_template (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (lasna_making_create (
      fixture->path, 0, "journey.webshop", LASNA_LANGUAGE_FI, fixture->clock, &error));
  workbook = open_book (fixture->path);
  g_assert_cmpuint (
      g_list_model_get_n_items (lasna_workbook_get_records (workbook, "stage")), ==, 6);
  g_assert_nonnull (lasna_workbook_get_undo_label (workbook));
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mine = lasna_test_folder_write (fixture->folder, "lodge.lasna", "mine");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (lasna_making_create (
      fixture->path, LASNA_MAKING_SAMPLE, NULL, LASNA_LANGUAGE_EN, fixture->clock, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_CONFLICT);
  kept = lasna_test_dup_text (mine);
  g_assert_cmpstr (kept, ==, "mine");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mine = lasna_test_folder_write (fixture->folder, "lodge.lasna", "mine");
  g_autofree char *wal = lasna_test_folder_write (fixture->folder, "lodge.lasna-wal", "mine");
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (lasna_making_create (
      fixture->path, LASNA_MAKING_REPLACE, NULL, LASNA_LANGUAGE_EN, fixture->clock, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  workbook = open_book (fixture->path);
}

/* What cannot be made leaves nothing behind, and what was there stays. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mine = lasna_test_folder_write (fixture->folder, "lodge.lasna", "mine");
  g_autofree char *nowhere = lasna_test_folder_dup_path (fixture->folder, "none/lodge.lasna");
  g_autofree char *kept = NULL;
  g_autoptr (GError) template_error = NULL;
  g_autoptr (GError) folder_error = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (lasna_making_create (fixture->path,
                                       LASNA_MAKING_REPLACE,
                                       "journey.moon",
                                       LASNA_LANGUAGE_EN,
                                       fixture->clock,
                                       &template_error));
  g_assert_error (template_error, LASNA_ERROR, LASNA_ERROR_NOT_FOUND);
  kept = lasna_test_dup_text (mine);
  g_assert_cmpstr (kept, ==, "mine");
  g_assert_false (
      lasna_making_create (nowhere, 0, NULL, LASNA_LANGUAGE_EN, fixture->clock, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_FAILED);
  g_assert_false (lasna_making_create (lasna_test_folder_get_path (fixture->folder),
                                       LASNA_MAKING_REPLACE,
                                       NULL,
                                       LASNA_LANGUAGE_EN,
                                       fixture->clock,
                                       &folder_error));
  g_assert_error (folder_error, LASNA_ERROR, LASNA_ERROR_FAILED);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.lasna", i);
      g_autofree char *again_name = g_strdup_printf ("%u-again.lasna", i);
      g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, name);
      g_autofree char *again = lasna_test_folder_dup_path (fixture->folder, again_name);
      g_autofree char *digest = NULL;
      g_autofree char *again_digest = NULL;

      make_sample (path, i, TODAY);
      make_sample (again, i, TODAY);
      digest = lasna_test_dup_digest (path);
      again_digest = lasna_test_dup_digest (again);
      g_assert_cmpstr (digest, ==, again_digest);
    }
}

static void
check_every_kind (LasnaWorkbook *workbook)
{
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    {
      const char *table = lasna_kinds_get_class (i)->table;
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);

      if (ask (workbook, sql) < 1)
        g_error ("The sample has no %s", table);
    }
  g_assert_cmpfloat (ask (workbook,
                          "SELECT count(*) FROM promise_check JOIN attachment "
                          "ON attachment.id = promise_check.attachment "
                          "WHERE attachment.type = 'image/svg+xml' AND length (bytes) > 500"),
                     ==,
                     1);
}

/* What was written past the records obeys their rules all the same. */
static void
check_rules (LasnaWorkbook *workbook)
{
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (i);
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s", klass->table);
      g_autoptr (LasnaStatement) statement = lasna_statement_new (
          lasna_store_get_connection (lasna_workbook_get_store (workbook)), sql, FALSE, NULL);

      while (klass->check != NULL && lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
        {
          g_autoptr (LasnaRecord) record = lasna_workbook_find (
              workbook, klass->table, lasna_statement_get_integer (statement, 1));
          g_autoptr (GError) error = NULL;

          klass->check (record, &error);
          g_assert_no_error (error);
        }
    }
}

/* Every moment, cluster, link of the chain and state of an action has its voices or rows. */
static void
check_every_value (LasnaWorkbook *workbook)
{
  g_assert_cmpfloat (ask (workbook, "SELECT count(DISTINCT moment) FROM feedback"), ==, 3);
  g_assert_cmpfloat (ask (workbook, "SELECT count(DISTINCT chain_link) FROM feedback"),
                     ==,
                     ask (workbook, "SELECT count(*) FROM chain_link"));
  g_assert_cmpfloat (ask (workbook, "SELECT count(DISTINCT state) FROM action"), ==, 6);
  g_assert_cmpfloat (ask (workbook, "SELECT count(DISTINCT follow_up) FROM feedback"), ==, 4);
  g_assert_cmpfloat (ask (workbook, "SELECT sum(no_feeling) FROM feedback"), >, 10);
  g_assert_cmpfloat (ask (workbook, "SELECT count(*) FROM feedback WHERE person IS NULL"), >, 100);
  g_assert_cmpfloat (ask (workbook, "SELECT count(between_lines) FROM feedback"), >, 5);
  g_assert_cmpfloat (
      ask (workbook, "SELECT count(*) FROM complaint WHERE closed_at IS NULL"), ==, 1);
  g_assert_cmpfloat (ask (workbook, "SELECT sum(turned_around) FROM complaint"), ==, 1);
  for (guint i = 0; i < 4; i++)
    {
      const LasnaCluster *cluster =
          lasna_catalogue_get_clusters (lasna_catalogue_get_default ())[i];
      const LasnaCatalogueEmotion *const *emotions =
          lasna_catalogue_get_emotions (lasna_catalogue_get_default ());
      double n = 0;

      for (guint e = 0; emotions[e] != NULL; e++)
        {
          g_autofree char *sql = g_strdup_printf (
              "SELECT count(*) FROM feedback_emotion JOIN label ON label.id = emotion "
              "WHERE code = '%s'",
              emotions[e]->id);

          if (emotions[e]->cluster == cluster)
            n += ask (workbook, sql);
        }
      g_assert_cmpfloat (n, >, 10);
    }
}

static double
count_of_stage (LasnaWorkbook *workbook, const char *template_id)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM feedback JOIN label ON label.id = feedback.stage "
                       "JOIN stage ON stage.id = label.record WHERE stage.template_id = '%s'",
                       template_id);

  return ask (workbook, sql);
}

static double
share_of_bad (LasnaWorkbook *workbook, const char *condition)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT avg (opinion = 'opinion.bad') FROM feedback "
      "JOIN label ON label.id = feedback.touchpoint JOIN touchpoint ON touchpoint.id = label.record "
      "WHERE touchpoint.position < 1 AND opinion IS NOT NULL AND %s",
      condition);

  return ask (workbook, sql);
}

static void
test_sample (Fixture *fixture, gconstpointer data)
{
  LasnaLanguage language = GPOINTER_TO_UINT (data);
  g_autoptr (LasnaWorkbook) workbook = NULL;
  g_autofree char *own =
      g_strdup_printf ("SELECT sum (language = '%s') - sum (language <> '%s') FROM feedback",
                       lasna_language_to_code (language),
                       lasna_language_to_code (language));

  make_sample (fixture->path, language, TODAY);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  workbook = open_book (fixture->path);
  g_assert_cmpint (lasna_workbook_get_language (workbook), ==, language);
  check_every_kind (workbook);
  check_every_value (workbook);
  check_rules (workbook);

  g_assert_cmpfloat (ask (workbook, "SELECT count(*) FROM voice"), >=, 390);
  g_assert_cmpfloat (ask (workbook, "SELECT count(*) FROM voice"), <=, 430);
  g_assert_cmpfloat (ask (workbook, "SELECT count(DISTINCT language) FROM feedback"), ==, 3);
  g_assert_cmpfloat (ask (workbook, own), >, 0);
  g_assert_cmpfloat (
      ask (workbook, "SELECT count (verbatim) - count (DISTINCT verbatim) FROM feedback"), ==, 0);
  g_assert_cmpfloat (
      ask (workbook, "SELECT count(*) FROM feedback WHERE received_at > '" TODAY "'"), ==, 0);

  /* One stage is nearly deaf, another hardly heard. */
  g_assert_cmpfloat (count_of_stage (workbook, "travel.before"), ==, 4);
  g_assert_cmpfloat (count_of_stage (workbook, "travel.later"), ==, 2);
  g_assert_cmpfloat (count_of_stage (workbook, "travel.during"), >, 200);

  /* The story: the sledge was late in one winter and not in the next. */
  g_assert_cmpfloat (share_of_bad (workbook, "received_at < '2025-06'"), >, 0.55);
  g_assert_cmpfloat (share_of_bad (workbook, "received_at > '2025-06'"), <, 0.25);

  g_assert_null (lasna_workbook_get_undo_label (workbook));
  g_assert_cmpfloat (ask (workbook, "SELECT count(*) FROM change_log"), ==, 0);
  g_assert_cmpfloat (ask (workbook, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
}

/* Whatever the day, the winter of the story lies behind with another winter after it. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "2026-02-13", "2026-02-14", "2026-07-01", "2028-02-29" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *name = g_strconcat (days[i], ".lasna", NULL);
      g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, name);
      g_autofree char *future = g_strdup_printf (
          "SELECT count(*) FROM feedback WHERE received_at > '%s' OR responded_at > '%sT24'",
          days[i],
          days[i]);
      g_autoptr (LasnaWorkbook) workbook = NULL;

      make_sample (path, LASNA_LANGUAGE_SV, days[i]);
      workbook = open_book (path);
      g_assert_cmpfloat (ask (workbook, future), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/making/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/making/template", Fixture, NULL, set_up, test_template, tear_down);
  g_test_add ("/making/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/making/replaced", Fixture, NULL, set_up, test_replaced, tear_down);
  g_test_add ("/making/failed", Fixture, NULL, set_up, test_failed, tear_down);
  g_test_add ("/sample/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/sample/days", Fixture, NULL, set_up, test_days, tear_down);
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/sample/%s", lasna_language_to_code (i));

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_sample, tear_down);
    }
  return g_test_run ();
}
