/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The life of a file in the window: new, open, rename, restore, language.
 */
#include "config.h"

#include "lasna-daily-backup.h"
#include "lasna-recent.h"
#include "lasna-shelf.h"
#include "lasna-test-window.h"

#include <glib/gstdio.h>
#include <string.h>

static LasnaWindow *
open_start (void)
{
  LasnaWindow *window = LASNA_WINDOW (lasna_window_new (lasna_test_window_get_application ()));

  lasna_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));
  lasna_test_settle ();
  return window;
}

static void
find_type (GtkWidget *widget, gpointer data)
{
  gpointer *found = data;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "LasnaStart"))
    *found = widget;
}

static gpointer
find_start (LasnaWindow *window)
{
  gpointer start = NULL;

  lasna_test_walk (window, find_type, &start);
  g_assert_nonnull (start);
  return start;
}

static const char *
get_path (LasnaWindow *window)
{
  return lasna_store_get_path (lasna_workbook_get_store (lasna_window_get_workbook (window)));
}

static void
test_new (void)
{
  LasnaWindow *window = open_start ();
  g_autofree char *first = NULL;
  g_autoptr (GPtrArray) recent = NULL;

  lasna_test_act (find_start (window), "start.new::journey.travel");
  g_assert_nonnull (lasna_window_get_workbook (window));
  g_assert_nonnull (lasna_window_get_journey (window));
  first = g_strdup (get_path (window));
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_REGULAR));
  lasna_test_close_window (window);

  /* Another of the same name does not touch the first. */
  window = open_start ();
  lasna_test_await (window, "Continue");
  lasna_test_act (find_start (window), "start.new::journey.travel");
  g_assert_cmpstr (get_path (window), !=, first);
  lasna_test_close_window (window);
  recent = lasna_recent_list ();
  g_assert_cmpuint (recent->len, ==, 2);
}

static void
test_sample (void)
{
  LasnaWindow *window = open_start ();

  lasna_test_act (find_start (window), "start.sample");
  g_assert_nonnull (lasna_window_get_workbook (window));
  lasna_test_close_window (window);
}

static void
test_same (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  g_autoptr (GFile) file = g_file_new_for_path (test->path);

  lasna_application_open (test->application, file, NULL);
  lasna_test_settle ();
  g_assert_cmpuint (
      g_list_length (gtk_application_get_windows (GTK_APPLICATION (test->application))), ==, 1);
}

static void
test_errors (void)
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autofree char *foreign =
      lasna_test_folder_write (folder, "foreign.lasna", "This is not a workbook at all.");
  g_autofree char *missing = lasna_test_folder_dup_path (folder, "missing.lasna");
  const char *const paths[] = { foreign, missing, lasna_test_folder_get_path (folder) };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      LasnaWindow *window = open_start ();
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (lasna_workbook_open (paths[i], 0, NULL, &error));
      lasna_application_open (lasna_test_window_get_application (), file, GTK_WINDOW (window));
      lasna_test_settle ();
      g_assert_null (lasna_window_get_workbook (window));
      lasna_test_await (window, error->message);
      lasna_test_close_window (window);
    }
}

/* The first change of a day makes one. */
static void
make_backup (LasnaTestWindow *test)
{
  g_autoptr (LasnaWorkbook) workbook = lasna_workbook_open (test->path, 0, NULL, NULL);

  lasna_workbook_set_daily_backup (workbook, TRUE);
  g_object_set (lasna_workbook_get_settings (workbook), "name", "Backed up", NULL);
  lasna_workbook_close (workbook, NULL);
}

static void
test_restore (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  g_autoptr (GPtrArray) backups = NULL;
  const LasnaDailyBackup *backup = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  lasna_window_set_workbook (test->window, NULL);
  make_backup (test);
  backups = lasna_daily_backup_list ();
  for (guint i = 0; i < backups->len && backup == NULL; i++)
    if (g_str_equal (((LasnaDailyBackup *) backups->pdata[i])->name, "book"))
      backup = backups->pdata[i];
  g_assert_nonnull (backup);
  name = g_strdup_printf ("book %s", backup->day);
  target = g_variant_ref_sink (g_variant_new_bytestring (backup->path));
  gtk_widget_activate_action_variant (find_start (test->window), "start.restore", target);
  lasna_test_settle ();
  g_assert_nonnull (lasna_window_get_workbook (test->window));
  g_assert_cmpstr (get_path (test->window), !=, test->path);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (test->window)), ==, name);
  g_assert_true (g_file_test (test->path, G_FILE_TEST_EXISTS));
}

static void
count_rescues (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)), "Restore a backup") == 0)
    (*(guint *) data)++;
}

static guint
open_and_count (const char *path)
{
  LasnaWindow *window = open_start ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint n = 0;

  lasna_application_open (lasna_test_window_get_application (), file, GTK_WINDOW (window));
  lasna_test_settle ();
  g_assert_null (lasna_window_get_workbook (window));
  lasna_test_walk (window, count_rescues, &n);
  lasna_test_close_window (window);
  return n;
}

/* A backup is offered where the damage is told of, and nowhere else. */
static void
test_rescue (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  g_autofree char *damaged = lasna_test_folder_dup_path (test->folder, "damaged.lasna");
  g_autofree char *foreign =
      lasna_test_folder_write (test->folder, "foreign.lasna", "This is not a workbook at all.");
  g_autofree char *bytes = NULL;
  gsize length;

  lasna_window_set_workbook (test->window, NULL);
  lasna_test_settle ();
  g_assert_true (g_file_get_contents (test->path, &bytes, &length, NULL));
  memset (bytes + 100, 'x', length - 100);
  g_assert_true (g_file_set_contents (damaged, bytes, (gssize) length, NULL));
  g_assert_cmpuint (open_and_count (damaged), ==, 0);

  make_backup (test);
  g_assert_cmpuint (open_and_count (damaged), ==, 2);
  g_assert_cmpuint (open_and_count (foreign), ==, 1);
}

static void
test_rename (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  g_autofree char *expected = lasna_test_folder_dup_path (test->folder, "Ski trips- groups.lasna");
  g_autofree char *name = NULL;
  g_autofree char *named = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (lasna_window_rename (test->window, " Ski trips: groups ", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get_path (test->window), ==, expected);
  g_assert_true (g_file_test (expected, G_FILE_TEST_IS_REGULAR));
  g_assert_false (g_file_test (test->path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (test->window)), ==, "Ski trips: groups");

  /* Undo brings back the name alone; the file can follow it. */
  lasna_test_act (test->window, "win.undo");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (test->window)), !=, "Ski trips: groups");
  g_assert_cmpstr (get_path (test->window), ==, expected);
  name = g_strdup (gtk_window_get_title (GTK_WINDOW (test->window)));
  named = g_strdup_printf ("%s.lasna", name);
  g_assert_true (lasna_window_rename (test->window, name, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (get_path (test->window), named));
  g_assert_true (lasna_window_rename (test->window, "Ski trips: groups", &error));
  g_assert_no_error (error);

  /* A file that is there is never replaced. */
  g_assert_true (g_file_set_contents (test->path, "other", -1, NULL));
  g_assert_false (lasna_window_rename (test->window, "book", &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (get_path (test->window), ==, expected);
}

static void
find_undo (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.undo") == 0)
    *(GtkWidget **) data = widget;
}

static void
test_read_only (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  g_autoptr (LasnaWorkbook) workbook = NULL;
  GtkWidget *undo = NULL;

  lasna_test_walk (test->window, find_undo, &undo);
  g_assert_true (gtk_widget_is_sensitive (undo));
  lasna_window_set_workbook (test->window, NULL);
  workbook = lasna_workbook_open (test->path, LASNA_STORE_READ_ONLY, NULL, NULL);
  lasna_window_set_workbook (test->window, workbook);
  lasna_test_settle ();
  g_assert_nonnull (lasna_workbook_get_undo_label (workbook));
  g_assert_false (gtk_widget_is_sensitive (undo));
}

static void
test_remember (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  g_autoptr (LasnaRecent) recent = NULL;
  LasnaWindow *window;
  g_autoptr (GFile) file = g_file_new_for_path (test->path);

  /* From the beginning, since not every program ends well. */
  recent = lasna_recent_find (test->path);
  g_assert_nonnull (recent);
  lasna_test_act (test->window, "win.page::checklists");
  lasna_test_close_window (test->window);
  test->window = NULL;
  lasna_application_open (test->application, file, NULL);
  lasna_test_settle ();
  window = lasna_test_find_window ();
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (lasna_window_get_page (window)), ==, "LasnaChecklistsPage");
  lasna_test_close_window (window);
}

static gboolean
has_words (gpointer words)
{
  LasnaWindow *window = lasna_test_find_window ();

  return window != NULL && lasna_test_shows (window, words);
}

/* The window of the new language takes the place of the old one in the next moments. */
static LasnaWindow *
await_words (LasnaLanguage language)
{
  lasna_test_wait (has_words, (char *) lasna_words (language, "Checklists"));
  return lasna_test_find_window ();
}

static void
test_language (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  GSettings *settings = lasna_application_get_settings (test->application);
  gpointer old = test->window;
  LasnaWindow *window;

  g_object_add_weak_pointer (old, &old);
  lasna_test_act (test->window, "win.page::checklists");
  g_settings_set_string (settings, "language", "fi");
  window = await_words (LASNA_LANGUAGE_FI);
  g_assert_null (old);
  g_assert_cmpstr (get_path (window), ==, test->path);
  g_assert_false (lasna_test_shows (window, "Checklists"));
  g_settings_set_string (settings, "language", "sv");
  await_words (LASNA_LANGUAGE_SV);
  g_settings_set_string (settings, "language", "system");
  test->window = await_words (LASNA_LANGUAGE_EN);
}

static gboolean
is_from_afar (gpointer window)
{
  return g_strcmp0 (gtk_window_get_title (window), "From afar") == 0;
}

static void
test_others (void)
{
  g_autoptr (LasnaTestWindow) test = lasna_test_window_new (0, "journey.travel");
  g_autoptr (LasnaWorkbook) other = NULL;
  g_autoptr (GError) error = NULL;

  other = lasna_workbook_open (test->path, LASNA_STORE_PATIENT, NULL, &error);
  g_assert_no_error (error);
  g_object_set (lasna_workbook_get_settings (other), "name", "From afar", NULL);
  lasna_test_wait (is_from_afar, test->window);
  lasna_workbook_close (other, NULL);
}

/* What a question is called as a file, and what has no name at all. */
static void
test_names (void)
{
  static const char *const names[][2] = {
    { "Where on the path do feelings sink?", "Where on the path do feelings sink.svg" },
    { "Lodge: \"winter\" <2026>", "Lodge- winter 2026.svg" },
    { "a/b\\c|d", "a-b-c-d.svg" },
    { " two\nlines * ", "two lines.svg" },
    { "Läsnä", "Läsnä.svg" },
    { "???", "Workbook.svg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = lasna_shelf_dup_file_name (names[i][0], "svg");

      g_assert_cmpstr (name, ==, names[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  lasna_test_window_init (&argc, &argv);
  g_test_add_func ("/file/names", test_names);
  g_test_add_func ("/file/new", test_new);
  g_test_add_func ("/file/sample", test_sample);
  g_test_add_func ("/file/same", test_same);
  g_test_add_func ("/file/errors", test_errors);
  g_test_add_func ("/file/rescue", test_rescue);
  g_test_add_func ("/file/restore", test_restore);
  g_test_add_func ("/file/rename", test_rename);
  g_test_add_func ("/file/read-only", test_read_only);
  g_test_add_func ("/file/remember", test_remember);
  g_test_add_func ("/file/language", test_language);
  g_test_add_func ("/file/others", test_others);
  return lasna_test_window_run ();
}
