/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records, lists, changes, undo and redo.
 */
#include "config.h"

#include "lasna-error.h"
#include "lasna-journey.h"
#include "lasna-service.h"
#include "lasna-stage.h"
#include "lasna-test-book.h"
#include "lasna-touchpoint.h"
#include "lasna-workbook-private.h"
#include "lasna-workbook.h"

#include <string.h>

typedef struct
{
  LasnaTestFolder *folder;
  char *path;
  LasnaWorkbook *workbook;
  LasnaRecord *journey;
  guint emissions;
  guint position;
  guint removed;
  guint added;
  guint notified;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LasnaRecord *service;

  fixture->folder = lasna_test_folder_new ();
  fixture->path = lasna_test_folder_dup_path (fixture->folder, "book.lasna");
  fixture->workbook = lasna_workbook_create (fixture->path, LASNA_LANGUAGE_FI, NULL, &error);
  g_assert_no_error (error);
  service = lasna_workbook_add (fixture->workbook, LASNA_TYPE_SERVICE, "name", "Lodge", NULL);
  fixture->journey = lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_JOURNEY, "service", service, "title", "Ski trip", NULL);
  g_assert_nonnull (fixture->journey);
  g_object_ref (fixture->journey);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->journey);
  if (fixture->workbook != NULL)
    lasna_test_close (fixture->workbook);
  lasna_test_folder_free (fixture->folder);
  g_free (fixture->path);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->emissions++;
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static void
notify_cb (GObject *object, GParamSpec *spec, Fixture *fixture)
{
  fixture->notified++;
}

static LasnaRecord *
add_stage (Fixture *fixture, const char *title)
{
  return lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_STAGE, "journey", fixture->journey, "title", title, NULL);
}

static char *
list_titles (Fixture *fixture)
{
  GListModel *stages = lasna_record_get_children (fixture->journey, "stage", "journey");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);
      g_string_append_printf (
          text, "%s%s", i > 0 ? " " : "", lasna_record_get_text (stage, "title"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_titles(fixture, expected)                                                           \
  do                                                                                               \
    {                                                                                              \
      g_autofree char *titles_ = list_titles (fixture);                                            \
      g_assert_cmpstr (titles_, ==, expected);                                                     \
    }                                                                                              \
  while (0)

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GListModel *stages = lasna_record_get_children (fixture->journey, "stage", "journey");
  g_autoptr (LasnaRecord) first = NULL;
  LasnaRecord *third;

  g_signal_connect (stages, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  first = g_object_ref (add_stage (fixture, "one"));
  add_stage (fixture, "two");
  third = add_stage (fixture, "three");
  g_assert_cmpuint (fixture->emissions, ==, 3);
  g_assert_cmpuint (fixture->position, ==, 2);
  g_assert_cmpuint (fixture->added, ==, 1);
  assert_titles (fixture, "one two three");

  fixture->emissions = 0;
  lasna_record_move (third, first);
  g_assert_cmpuint (fixture->emissions, ==, 2);
  assert_titles (fixture, "three one two");

  fixture->emissions = 0;
  g_object_set (first, "title", "uno", NULL);
  g_assert_cmpuint (fixture->emissions, ==, 0);

  lasna_record_delete (first);
  g_assert_cmpuint (fixture->emissions, ==, 1);
  g_assert_cmpuint (fixture->removed, ==, 1);
  g_assert_cmpuint (fixture->added, ==, 0);
  assert_titles (fixture, "three two");

  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, &error));
  g_assert_no_error (error);
  assert_titles (fixture, "three uno two");
  g_assert_false (lasna_record_is_deleted (first));
  while (lasna_workbook_get_undo_label (fixture->workbook) != NULL)
    {
      g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (g_list_model_get_n_items (stages), ==, 0);
  while (lasna_workbook_get_redo_label (fixture->workbook) != NULL)
    g_assert_true (lasna_workbook_redo (fixture->workbook, NULL, NULL));
  assert_titles (fixture, "three two");
}

static void
test_change_is_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GListModel *stages = lasna_record_get_children (fixture->journey, "stage", "journey");
  LasnaRecord *stage = add_stage (fixture, "one");

  g_signal_connect (stages, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (stage, "notify::title", G_CALLBACK (notify_cb), fixture);
  {
    g_autoptr (LasnaChange) change = lasna_workbook_begin (fixture->workbook, "Two things");

    g_object_set (stage, "title", "changed", NULL);
    add_stage (fixture, "two");
    g_assert_cmpuint (fixture->notified, ==, 0);
    g_assert_cmpuint (fixture->emissions, ==, 0);
    g_assert_true (lasna_change_commit (change, &error));
    g_assert_no_error (error);
  }
  g_assert_cmpuint (fixture->notified, ==, 1);
  g_assert_cmpuint (fixture->emissions, ==, 1);
  assert_titles (fixture, "changed two");
  g_assert_cmpstr (lasna_workbook_get_undo_label (fixture->workbook), ==, "Two things");
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, NULL));
  assert_titles (fixture, "one");
}

static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  LasnaRecord *stage = add_stage (fixture, "one");

  {
    g_autoptr (LasnaChange) change = lasna_workbook_begin (fixture->workbook, "Dropped");

    g_assert_nonnull (change);
    g_object_set (stage, "title", "changed", NULL);
    add_stage (fixture, "two");
    lasna_record_delete (stage);
  }
  assert_titles (fixture, "one");
  g_assert_false (lasna_record_is_deleted (stage));
}

static void
refused_cb (LasnaWorkbook *workbook, GError *error, GError **kept)
{
  *kept = g_error_copy (error);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LasnaRecord *stage = add_stage (fixture, "one");
  LasnaRecord *touchpoint = lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_TOUCHPOINT, "stage", stage, "title", "Sauna", NULL);

  g_assert_nonnull (touchpoint);
  g_signal_connect (fixture->workbook, "refused", G_CALLBACK (refused_cb), &error);
  g_object_set (touchpoint, "visibility", "visibility.nowhere", NULL);
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
  g_clear_error (&error);
  g_assert_cmpstr (lasna_record_get_text (touchpoint, "visibility"), ==, "visibility.visible");
  g_object_set (touchpoint, "believed-height", (gint64) 3, NULL);
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
  g_clear_error (&error);
  g_object_set (touchpoint, "title", "", NULL);
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_RULE);
  g_assert_cmpstr (lasna_record_get_text (touchpoint, "title"), ==, "Sauna");
}

static void
test_survives (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_stage (fixture, "one");
  g_clear_object (&fixture->journey);
  lasna_test_close (fixture->workbook);
  fixture->workbook = lasna_workbook_open (fixture->path, 0, NULL, &error);
  g_assert_no_error (error);
  fixture->journey =
      g_list_model_get_item (lasna_workbook_get_records (fixture->workbook, "journey"), 0);
  assert_titles (fixture, "one");
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, &error));
  assert_titles (fixture, "");
}

static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaWorkbook) other = lasna_workbook_open (fixture->path, 0, NULL, &error);
  g_autoptr (LasnaRecord) journey = NULL;

  g_assert_no_error (error);
  assert_titles (fixture, "");
  journey = g_list_model_get_item (lasna_workbook_get_records (other, "journey"), 0);
  lasna_workbook_add (other, LASNA_TYPE_STAGE, "journey", journey, "title", "theirs", NULL);
  assert_titles (fixture, "");
  g_assert_true (lasna_workbook_poll (fixture->workbook, &error));
  assert_titles (fixture, "theirs");
  add_stage (fixture, "ours");
  g_assert_true (lasna_workbook_undo (other, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (lasna_workbook_undo (other, NULL, &error));
  g_assert_true (lasna_workbook_poll (fixture->workbook, &error));
  assert_titles (fixture, "");
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  LasnaRecord *stage = add_stage (fixture, "one");

  lasna_workbook_set_typing (fixture->workbook, TRUE);
  g_object_set (stage, "title", "on", NULL);
  g_object_set (stage, "title", "once", NULL);
  lasna_workbook_set_typing (fixture->workbook, FALSE);
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, NULL));
  assert_titles (fixture, "one");
  g_assert_true (lasna_workbook_redo (fixture->workbook, NULL, NULL));
  assert_titles (fixture, "once");
}

static void
test_typing_pauses (Fixture *fixture, gconstpointer data)
{
  LasnaRecord *stage = add_stage (fixture, "one");

  for (int i = 0; i < 2; i++)
    {
      lasna_workbook_set_typing (fixture->workbook, TRUE);
      g_object_set (stage, "title", i == 0 ? "t" : "th", NULL);
      g_object_set (stage, "title", i == 0 ? "two" : "three", NULL);
      lasna_workbook_set_typing (fixture->workbook, FALSE);
    }
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, NULL));
  assert_titles (fixture, "two");
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, NULL));
  assert_titles (fixture, "one");
}

/* Somebody else holds the lock: a sentence, the file as it was, and what was typed stays typed. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LasnaRecord *stage = add_stage (fixture, "one");
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_signal_connect (fixture->workbook, "refused", G_CALLBACK (refused_cb), &error);
  g_signal_connect (stage, "notify", G_CALLBACK (notify_cb), fixture);
  g_object_set (stage, "title", "two", NULL);
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpuint (fixture->notified, ==, 0);
  g_assert_cmpstr (lasna_record_get_text (stage, "title"), ==, "one");
  {
    g_autoptr (LasnaChange) change = lasna_workbook_begin (fixture->workbook, "Half");

    /* The lock is free again, but a step that could not begin is not saved in part. */
    sqlite3_close (other);
    g_object_set (stage, "title", "half", NULL);
    g_assert_null (add_stage (fixture, "half"));
    g_assert_no_error (error);
    g_assert_false (lasna_change_commit (change, &error));
    g_assert_error (error, LASNA_ERROR, LASNA_ERROR_BUSY);
  }
  assert_titles (fixture, "one");
  g_object_set (stage, "title", "two", NULL);
  assert_titles (fixture, "two");
}

static void
answer_cb (LasnaWorkbook *workbook, const char *label, GArray *touches, int cause, Fixture *fixture)
{
  GListModel *stages = lasna_record_get_children (fixture->journey, "stage", "journey");
  g_autoptr (LasnaRecord) last =
      g_list_model_get_item (stages, g_list_model_get_n_items (stages) - 1);

  /* Lists that nobody has asked for yet may be made now. */
  lasna_record_get_children (last, "touchpoint", "stage");
  if (g_strcmp0 (lasna_record_get_text (last, "customer-goal"), "answered") != 0)
    g_object_set (last, "customer-goal", "answered", NULL);
}

/* Listeners may change things while they are told, also of what others did. */
static void
test_listeners_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaWorkbook) other = lasna_workbook_open (fixture->path, 0, NULL, &error);
  g_autoptr (LasnaRecord) journey =
      g_list_model_get_item (lasna_workbook_get_records (other, "journey"), 0);
  g_autoptr (LasnaRecord) last = NULL;

  g_signal_connect (fixture->workbook, "changed", G_CALLBACK (answer_cb), fixture);
  g_assert_cmpstr (
      lasna_record_get_text (add_stage (fixture, "mine"), "customer-goal"), ==, "answered");
  lasna_workbook_add (other, LASNA_TYPE_STAGE, "journey", journey, "title", "theirs", NULL);
  {
    /* Their stage is taken in while this begins, and answered within it. */
    g_autoptr (LasnaChange) change = lasna_workbook_begin (fixture->workbook, "Next");

    g_object_set (fixture->journey, "title", "Next", NULL);
    g_assert_true (lasna_change_commit (change, &error));
  }
  last =
      g_list_model_get_item (lasna_record_get_children (fixture->journey, "stage", "journey"), 1);
  g_assert_cmpstr (lasna_record_get_text (last, "title"), ==, "theirs");
  g_assert_cmpstr (lasna_record_get_text (last, "customer-goal"), ==, "answered");
}

/* A step that was undone and overwritten while we did not look: its number is not used again. */
static void
test_others_rewrite_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaWorkbook) other = lasna_workbook_open (fixture->path, 0, NULL, &error);
  g_autoptr (LasnaRecord) journey =
      g_list_model_get_item (lasna_workbook_get_records (other, "journey"), 0);

  lasna_workbook_add (other, LASNA_TYPE_STAGE, "journey", journey, "title", "gone", NULL);
  g_assert_true (lasna_workbook_poll (fixture->workbook, NULL));
  assert_titles (fixture, "gone");
  g_assert_true (lasna_workbook_undo (other, NULL, &error));
  lasna_workbook_add (other, LASNA_TYPE_STAGE, "journey", journey, "title", "stays", NULL);
  g_assert_true (lasna_workbook_poll (fixture->workbook, NULL));
  assert_titles (fixture, "stays");
}

/* Undo and redo name the step they take, also where another program made it a moment ago. */
static void
test_step_named (Fixture *fixture, gconstpointer data)
{
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaWorkbook) other = lasna_workbook_open (fixture->path, 0, NULL, &error);
  g_autoptr (LasnaChange) change = NULL;

  add_stage (fixture, "one");
  g_assert_nonnull (lasna_workbook_get_undo_label (fixture->workbook));
  change = lasna_workbook_begin (other, "By another");
  lasna_workbook_add (other, LASNA_TYPE_SERVICE, "name", "Room", NULL);
  g_assert_true (lasna_change_commit (change, NULL));
  g_assert_true (lasna_workbook_undo (fixture->workbook, &undone, &error));
  g_assert_cmpstr (undone, ==, "By another");
  g_assert_true (lasna_workbook_redo (other, &redone, &error));
  g_assert_cmpstr (redone, ==, "By another");
}

/* What comes to nothing is no step. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = NULL;

  add_stage (fixture, "one");
  label = g_strdup (lasna_workbook_get_undo_label (fixture->workbook));
  {
    g_autoptr (LasnaChange) change = lasna_workbook_begin (fixture->workbook, "Nothing");

    lasna_record_delete (add_stage (fixture, "two"));
    g_assert_true (lasna_change_commit (change, NULL));
  }
  g_assert_cmpstr (lasna_workbook_get_undo_label (fixture->workbook), ==, label);
  assert_titles (fixture, "one");
}

/* A list made in the middle of a change that is dropped is right afterwards. */
static void
test_list_in_dropped (Fixture *fixture, gconstpointer data)
{
  LasnaRecord *one = add_stage (fixture, "one");
  LasnaRecord *touchpoint = lasna_workbook_add (
      fixture->workbook, LASNA_TYPE_TOUCHPOINT, "stage", one, "title", "Sauna", NULL);
  LasnaRecord *two = add_stage (fixture, "two");

  {
    g_autoptr (LasnaChange) change = lasna_workbook_begin (fixture->workbook, "Dropped");

    g_assert_nonnull (change);
    g_object_set (touchpoint, "stage", two, NULL);
    g_assert_cmpuint (
        g_list_model_get_n_items (lasna_record_get_children (two, "touchpoint", "stage")), ==, 1);
  }
  g_assert_cmpuint (
      g_list_model_get_n_items (lasna_record_get_children (two, "touchpoint", "stage")), ==, 0);
  g_assert_cmpuint (
      g_list_model_get_n_items (lasna_record_get_children (one, "touchpoint", "stage")), ==, 1);
}

static void
rename_journey (Fixture *fixture, const char *title)
{
  g_autoptr (LasnaChange) change = lasna_workbook_begin (fixture->workbook, "Rename");

  g_object_set (fixture->journey, "title", title, NULL);
  g_assert_true (lasna_change_commit (change, NULL));
}

/* The log keeps within its bytes by forgetting the oldest changes; the newest stays, whatever its
 * size.
 */
static void
test_capacity (Fixture *fixture, gconstpointer data)
{
  const gint64 capacity = 4000;
  g_autofree char *huge = g_strnfill (2 * capacity, 'x');
  guint steps = 0;

  lasna_log_set_capacity (_lasna_workbook_get_log (fixture->workbook), capacity);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *title = g_strdup_printf ("%0200u", i);

      rename_journey (fixture, title);
      g_assert_cmpint (
          lasna_test_ask (fixture->workbook, "SELECT sum (length (changeset)) FROM change_log"),
          <=,
          capacity);
    }
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM change_log"), >, 3);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM change_log"), <, 50);
  while (lasna_workbook_get_undo_label (fixture->workbook) != NULL)
    {
      g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, NULL));
      steps++;
    }
  g_assert_cmpuint (
      steps, ==, (guint) lasna_test_ask (fixture->workbook, "SELECT count(*) FROM change_log"));
  for (; steps > 0; steps--)
    g_assert_true (lasna_workbook_redo (fixture->workbook, NULL, NULL));

  rename_journey (fixture, huge);
  g_assert_cmpint (lasna_test_ask (fixture->workbook, "SELECT count(*) FROM change_log"), ==, 1);
  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, NULL));
  g_assert_cmpuint (strlen (lasna_record_get_text (fixture->journey, "title")), ==, 200);
  g_assert_null (lasna_workbook_get_undo_label (fixture->workbook));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  TEST ("/workbook/list", test_list);
  TEST ("/workbook/change-is-whole", test_change_is_whole);
  TEST ("/workbook/dropped", test_dropped);
  TEST ("/workbook/refused", test_refused);
  TEST ("/workbook/survives", test_survives);
  TEST ("/workbook/others", test_others);
  TEST ("/workbook/typing", test_typing);
  TEST ("/workbook/typing-pauses", test_typing_pauses);
  TEST ("/workbook/busy", test_busy);
  TEST ("/workbook/listeners-change", test_listeners_change);
  TEST ("/workbook/others-rewrite-history", test_others_rewrite_history);
  TEST ("/workbook/step-named", test_step_named);
  TEST ("/workbook/nothing", test_nothing);
  TEST ("/workbook/capacity", test_capacity);
  TEST ("/workbook/list-in-dropped", test_list_in_dropped);
  return g_test_run ();
}
