/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling in a checklist by keyboard; after each key the answer is in the file.
 */
#include "config.h"

#include "lasna-checklist-row.h"
#include "lasna-test-window.h"

/* What stands in the file, read by a connection of its own. */
static void
assert_answer (LasnaTestWindow *test, guint item, gint64 value, gboolean not_relevant)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaWorkbook) workbook =
      lasna_workbook_open (test->path, LASNA_STORE_READ_ONLY, NULL, &error);
  g_autoptr (LasnaRecord) answer = NULL;

  g_assert_no_error (error);
  answer = g_list_model_get_item (lasna_workbook_get_records (workbook, "checklist_answer"), item);
  g_assert_nonnull (answer);
  g_assert_cmpint (lasna_record_get_integer (answer, "value"), ==, value);
  g_assert_cmpint (lasna_record_get_flag (answer, "not-relevant"), ==, not_relevant);
  lasna_workbook_close (workbook, NULL);
}

typedef struct
{
  const char *path;
  const char *table;
  guint item;
  const char *property;
  const char *expected;
} Text;

static gboolean
is_in_file (gpointer data)
{
  const Text *text = data;
  g_autoptr (LasnaWorkbook) workbook =
      lasna_workbook_open (text->path, LASNA_STORE_READ_ONLY, NULL, NULL);
  g_autoptr (LasnaRecord) record =
      g_list_model_get_item (lasna_workbook_get_records (workbook, text->table), text->item);
  const char *found = record != NULL ? lasna_record_get_text (record, text->property) : NULL;
  gboolean is_same = g_strcmp0 (found, text->expected) == 0;

  lasna_workbook_close (workbook, NULL);
  return is_same;
}

static void
assert_text (LasnaTestWindow *test,
             const char *table,
             guint item,
             const char *property,
             const char *expected)
{
  Text text = { test->path, table, item, property, expected };

  /* What is typed is on disk after a pause. */
  lasna_test_wait (is_in_file, &text);
}

static gpointer
get_focus (LasnaTestWindow *test)
{
  return gtk_root_get_focus (GTK_ROOT (test->window));
}

static LasnaTestWindow *
start (void)
{
  LasnaTestWindow *test = lasna_test_window_new (0, "journey.travel");

  lasna_test_act (test->window, "win.page::checklists");
  lasna_test_act (test->window, "page.start::checklist.travel-during");
  g_assert_true (LASNA_IS_CHECKLIST_ROW (get_focus (test)));
  return test;
}

static void
test_keys (void)
{
  g_autoptr (LasnaTestWindow) test = start ();

  g_assert_true (lasna_test_press (get_focus (test), "2"));
  assert_answer (test, 0, 2, FALSE);
  g_assert_true (lasna_test_press (get_focus (test), "Down"));
  g_assert_true (lasna_test_press (get_focus (test), "KP_0"));
  assert_answer (test, 1, 0, FALSE);
  g_assert_true (lasna_test_press (get_focus (test), "3"));
  assert_answer (test, 1, 3, FALSE);
  g_assert_true (lasna_test_press (get_focus (test), "n"));
  assert_answer (test, 1, LASNA_UNSET, TRUE);
  g_assert_true (lasna_test_press (get_focus (test), "Up"));
  g_assert_true (lasna_test_press (get_focus (test), "Delete"));
  assert_answer (test, 0, LASNA_UNSET, FALSE);

  /* Each was a step of its own. */
  lasna_test_act (test->window, "win.undo");
  assert_answer (test, 0, 2, FALSE);
  lasna_test_act (test->window, "win.undo");
  lasna_test_act (test->window, "win.undo");
  assert_answer (test, 1, 0, FALSE);
}

static void
test_ends (void)
{
  g_autoptr (LasnaTestWindow) test = start ();
  gpointer first = get_focus (test);

  g_assert_true (lasna_test_press (first, "Up"));
  g_assert_true (get_focus (test) == first);
  for (guint i = 0; i < 20; i++)
    lasna_test_press (get_focus (test), "Down");
  g_assert_true (LASNA_IS_CHECKLIST_ROW (get_focus (test)));
  g_assert_false (get_focus (test) == first);
}

static void
write_text (LasnaTestWindow *test, const char *text)
{
  g_assert_true (GTK_IS_TEXT_VIEW (get_focus (test)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_focus (test)), text, -1);
}

static void
test_note (void)
{
  g_autoptr (LasnaTestWindow) test = start ();
  gpointer row = get_focus (test);

  g_assert_true (lasna_test_press (row, "Tab"));
  write_text (test, "The sauna was cold. I said so at once.");
  g_assert_true (lasna_test_press (get_focus (test), "Escape"));
  g_assert_true (get_focus (test) == row);
  assert_text (test, "checklist_answer", 0, "note", "The sauna was cold. I said so at once.");
  lasna_test_act (test->window, "page.evidence");
  write_text (test, "Asked at breakfast");
  lasna_test_press (get_focus (test), "Escape");
  assert_text (test, "checklist_answer", 0, "evidence", "Asked at breakfast");
}

static void
test_action (void)
{
  g_autoptr (LasnaTestWindow) test = start ();
  LasnaChecklistRow *row = get_focus (test);
  g_autofree char *item = g_strdup (
      lasna_record_get_text (LASNA_RECORD (lasna_checklist_row_get_answer (row)), "item-text"));

  lasna_test_act (test->window, "page.make-action");
  assert_text (test, "action", 0, "title", item);
  /* Twice makes no second one. */
  lasna_test_act (test->window, "page.make-action");
  assert_text (test, "action", 1, "title", NULL);
}

static void
test_finish (void)
{
  g_autoptr (LasnaTestWindow) test = start ();

  lasna_test_press (get_focus (test), "1");
  lasna_test_act (test->window, "page.finish");
  assert_text (test, "checklist_run", 0, "state", "run.finished");
  lasna_test_await (test->window, "Filled in before");

  /* Undo leads back to what was filled in. */
  lasna_test_act (test->window, "win.undo");
  assert_text (test, "checklist_run", 0, "state", "run.open");
  g_assert_true (LASNA_IS_CHECKLIST_ROW (get_focus (test)));
  lasna_test_act (test->window, "win.undo");
  lasna_test_act (test->window, "win.undo");
  assert_text (test, "checklist_run", 0, "state", NULL);
  lasna_test_await (test->window, "For the stages of this journey");
}

static gboolean
is_in_view (GtkWidget *row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, scroller, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (scroller);
}

/* Why and how take room from the items; the one they are about stays in view. */
static void
test_why (void)
{
  g_autoptr (LasnaTestWindow) test = start ();
  GtkWidget *row;

  gtk_window_set_default_size (GTK_WINDOW (test->window), 900, 600);
  lasna_test_settle ();
  for (guint i = 0; i < 10; i++)
    {
      lasna_test_press (get_focus (test), "Down");
      lasna_test_settle ();
    }
  row = get_focus (test);
  g_assert_true (is_in_view (row));
  lasna_test_act (test->window, "page.why");
  g_assert_true (is_in_view (row));
}

static void
test_previous (void)
{
  g_autoptr (LasnaTestWindow) test = start ();

  lasna_test_press (get_focus (test), "2");
  lasna_test_act (test->window, "page.finish");
  lasna_test_act (test->window, "page.start::checklist.travel-during");
  lasna_test_await (test->window, "last time: mostly");
}

int
main (int argc, char *argv[])
{
  lasna_test_window_init (&argc, &argv);
  g_test_add_func ("/checklist/keys", test_keys);
  g_test_add_func ("/checklist/ends", test_ends);
  g_test_add_func ("/checklist/note", test_note);
  g_test_add_func ("/checklist/action", test_action);
  g_test_add_func ("/checklist/finish", test_finish);
  g_test_add_func ("/checklist/why", test_why);
  g_test_add_func ("/checklist/previous", test_previous);
  return lasna_test_window_run ();
}
