/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files out of the window: long ones tell how far they are and can be stopped.
 */
#include "config.h"

#include "lasna-file-saving.h"
#include "lasna-test-page.h"

/* A file that takes until somebody stops it, or lets it end. */
typedef struct
{
  int is_allowed; /* atomic */
  int is_freed;
} Slow;

static gboolean
write_slowly (const char *path, gpointer data, GCancellable *cancellable, GError **error)
{
  Slow *slow = data;

  while (!g_atomic_int_get (&slow->is_allowed))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_usleep (1000);
    }
  return g_file_set_contents (path, "whole", -1, error);
}

static double
get_progress (gpointer data, char **sentence)
{
  return 0.25;
}

static void
end (gpointer data)
{
  ((Slow *) data)->is_freed = TRUE;
}

static const LasnaFileSavingKind kind = { write_slowly, get_progress, end };

static GtkWidget *
find_bar (gpointer window)
{
  return lasna_test_page_find (window, LASNA_TYPE_WORK_BAR, 0);
}

static gboolean
has_bar (gpointer window)
{
  return find_bar (window) != NULL && gtk_widget_get_mapped (find_bar (window));
}

static gboolean
is_over (gpointer slow)
{
  return ((Slow *) slow)->is_freed;
}

static void
begin (LasnaTestPage *fixture, Slow *slow, const char *path)
{
  GtkWidget *progress;

  lasna_file_saving_to (lasna_test_page_show (fixture, "feedback"), path, &kind, slow);
  lasna_test_wait (has_bar, fixture->window);
  g_assert_true (lasna_test_shows (find_bar (fixture->window), "Saving as voices.csv"));
  progress = lasna_test_page_find (find_bar (fixture->window), GTK_TYPE_PROGRESS_BAR, 0);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (progress)), ==, 0.25);
  lasna_test_page_assert_named (GTK_WIDGET (fixture->window));
}

static void
test_stop (LasnaTestPage *fixture, gconstpointer data)
{
  g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, "voices.csv");
  Slow slow = { FALSE, FALSE };

  begin (fixture, &slow, path);
  g_signal_emit_by_name (lasna_test_page_find (find_bar (fixture->window), GTK_TYPE_BUTTON, 0),
                         "clicked");
  lasna_test_await (fixture->window, "Stopped. Nothing was saved.");
  lasna_test_wait (is_over, &slow);
  g_assert_null (find_bar (fixture->window));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_end (LasnaTestPage *fixture, gconstpointer data)
{
  g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, "voices.csv");
  Slow slow = { FALSE, FALSE };

  begin (fixture, &slow, path);
  g_atomic_int_set (&slow.is_allowed, TRUE);
  lasna_test_await (fixture->window, "Saved as voices.csv.");
  lasna_test_wait (is_over, &slow);
  g_assert_null (find_bar (fixture->window));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  lasna_test_window_init (&argc, &argv);
#define TEST(path, func)                                                                           \
  g_test_add (                                                                                     \
      path, LasnaTestPage, "sample", lasna_test_page_set_up, func, lasna_test_page_tear_down)
  TEST ("/saving/stop", test_stop);
  TEST ("/saving/end", test_end);
  return lasna_test_window_run ();
}
