/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two processes make a thousand changes to one file at once, and a third looks on: none is lost,
 * the third sees all of them, and undo leads back to the start.
 */
#include "config.h"

#include "lasna-test-book.h"
#include "lasna-test-random.h"

#include "lasna-stage.h"

#include <sys/wait.h>
#include <unistd.h>

#define WRITERS 2
#define CHANGES 500

static void
write_changes (const char *path, int writer)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *date = g_strdup_printf ("2027-01-%02d", writer + 1);
  g_autoptr (LasnaClock) clock = lasna_clock_new_at (date);
  g_autoptr (LasnaWorkbook) workbook =
      lasna_workbook_open (path, LASNA_STORE_PATIENT, clock, &error);
  g_autoptr (LasnaRecord) journey = NULL;

  g_assert_no_error (error);
  journey = g_list_model_get_item (lasna_workbook_get_records (workbook, "journey"), 0);
  for (int i = 0; i < CHANGES; i++)
    {
      g_autofree char *title = g_strdup_printf ("%d-%d", writer, i);
      g_autoptr (LasnaChange) change = lasna_workbook_begin (workbook, title);

      /* Every other change is to what the other writer changes too. */
      if (i % 2 == 0)
        lasna_workbook_add (workbook, LASNA_TYPE_STAGE, "journey", journey, "title", title, NULL);
      else
        g_object_set (journey, "title", title, NULL);
      lasna_change_commit (change, &error);
      g_assert_no_error (error);
    }
  lasna_workbook_close (workbook, NULL);
}

static pid_t
start_writer (const char *path, int writer)
{
  pid_t child = fork ();

  if (child != 0)
    return child;
  write_changes (path, writer);
  _exit (0);
}

typedef struct
{
  LasnaWorkbook *workbook;
  GMainLoop *loop;
  pid_t writers[WRITERS];
  guint looks_after; /* when nobody writes any more */
} Watch;

static gboolean
look_cb (gpointer data)
{
  Watch *watch = data;
  gboolean writing = FALSE;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < WRITERS; i++)
    {
      int status = 0;

      if (watch->writers[i] > 0 && waitpid (watch->writers[i], &status, WNOHANG) > 0)
        {
          g_assert_cmpint (status, ==, 0);
          watch->writers[i] = 0;
        }
      writing |= watch->writers[i] > 0;
    }
  lasna_workbook_poll (watch->workbook, &error);
  g_assert_no_error (error);
  if (!writing)
    watch->looks_after++;
  if (watch->looks_after == 1)
    g_main_loop_quit (watch->loop);
  return G_SOURCE_CONTINUE;
}

static void
test_together (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *start = lasna_test_dup_rows (book->workbook);
  g_autofree char *undone = NULL;
  GListModel *stages = lasna_record_get_children (book->journey, "stage", "journey");
  Watch watch = { book->workbook, loop };
  guint source;

  for (int i = 0; i < WRITERS; i++)
    watch.writers[i] = start_writer (book->path, i);
  source = g_timeout_add (200, look_cb, &watch);
  g_main_loop_run (loop);
  g_source_remove (source);

  /* One look after the last change is enough to see all of them. */
  g_assert_cmpuint (g_list_model_get_n_items (stages), ==, 1 + WRITERS * CHANGES / 2);
  lasna_test_assert_true_objects (book->workbook);

  for (int i = 0; i < WRITERS * CHANGES; i++)
    {
      g_autoptr (GError) error = NULL;

      lasna_workbook_undo (book->workbook, NULL, &error);
      g_assert_no_error (error);
    }
  undone = lasna_test_dup_rows (book->workbook);
  g_assert_cmpstr (undone, ==, start);
  g_assert_cmpuint (g_list_model_get_n_items (stages), ==, 1);
  lasna_test_assert_true_objects (book->workbook);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/together/thousand-changes", test_together);
  return g_test_run ();
}
