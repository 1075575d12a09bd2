/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The process is killed in the middle of edits and of imports, a hundred times: the file opens, has
 * everything that was finished, and nothing half-done shows.
 */
#include "config.h"

#include "lasna-test-book.h"

#include "lasna-check.h"
#include "lasna-import.h"
#include "lasna-stage.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define KILLS 50
#define VOICES 60
#define MOST_REPORTS 5

/* Goes on for ever; no two rounds draw the same ids. */
typedef void (*Work) (LasnaTestBook *book, int round, int report);

/* Tells the parent that one more thing is finished. */
static void
report_one (int report)
{
  const char mark = '.';

  if (write (report, &mark, 1) != 1)
    _exit (1);
}

static LasnaWorkbook *
open_workbook (const char *path, int round)
{
  g_autofree char *date = g_strdup_printf ("%d-01-01", 2030 + round);
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaClock) clock = lasna_clock_new_at (date);
  LasnaWorkbook *workbook = lasna_workbook_open (path, 0, clock, &error);

  g_assert_no_error (error);
  return workbook;
}

static void
edit (LasnaTestBook *book, int round, int report)
{
  LasnaWorkbook *workbook = open_workbook (book->path, round);
  g_autoptr (LasnaRecord) journey =
      g_list_model_get_item (lasna_workbook_get_records (workbook, "journey"), 0);

  for (;;)
    {
      g_autoptr (LasnaChange) change = lasna_workbook_begin (workbook, "Edit");
      LasnaRecord *stage =
          lasna_workbook_add (workbook, LASNA_TYPE_STAGE, "journey", journey, "title", "One", NULL);

      g_object_set (stage, "customer-goal", "whole", NULL);
      if (!lasna_change_commit (change, NULL))
        _exit (1);
      report_one (report);
    }
}

/* The same voice is not imported twice, so each file has voices of its own. */
static void
write_export (const char *path, int round, int n)
{
  g_autoptr (GString) text = g_string_new ("date,nps,stage,comment\n");

  for (int i = 0; i < VOICES; i++)
    g_string_append_printf (
        text, "2026-03-0%d,%d,Before,word %d of file %d-%d\n", 1 + i % 9, i % 11, i, round, n);
  if (!g_file_set_contents (path, text->str, -1, NULL))
    _exit (1);
}

static void
import (LasnaTestBook *book, int round, int report)
{
  LasnaWorkbook *workbook = open_workbook (book->path, round);
  g_autofree char *path = lasna_test_folder_dup_path (book->folder, "export.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (int n = 0;; n++)
    {
      g_autoptr (LasnaImportOptions) options = lasna_import_options_new ();
      LasnaImportPlan *plan = NULL;
      g_autoptr (LasnaImport) run = NULL;

      write_export (path, round, n);
      plan = lasna_import_plan_new (file, options, NULL, NULL);
      run = lasna_import_new (workbook, plan, NULL, FALSE);
      if (!lasna_import_run (run, NULL, NULL))
        _exit (1);
      report_one (report);
    }
}

/* Lets @work run in a process of its own for a moment, then kills it. Returns what it reported. */
static guint
run_and_kill (LasnaTestBook *book, int round, Work work)
{
  int ends[2];
  int status = 0;
  guint reports = 0;
  guint wanted = (guint) g_test_rand_int_range (0, MOST_REPORTS);
  char mark;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      work (book, round, ends[1]);
    }
  close (ends[1]);
  while (reports < wanted && read (ends[0], &mark, 1) == 1)
    reports++;
  g_usleep ((gulong) g_test_rand_int_range (0, 3000));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  while (read (ends[0], &mark, 1) == 1)
    reports++;
  close (ends[0]);
  return reports;
}

static void
assert_clean (LasnaWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = lasna_check_workbook (workbook, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((LasnaFinding *) findings->pdata[i])->sentence);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_edits (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  gint64 before = 1;

  lasna_workbook_close (book->workbook, NULL);
  for (int round = 0; round < KILLS; round++)
    {
      guint reports = run_and_kill (book, round, edit);
      g_autoptr (LasnaWorkbook) workbook = open_workbook (book->path, round);
      gint64 after = lasna_test_ask (workbook, "SELECT count (*) FROM stage");

      /* The last one may have been finished and not yet reported. */
      g_assert_cmpint (after, >=, before + reports);
      g_assert_cmpint (after, <=, before + reports + 1);
      g_assert_cmpint (
          lasna_test_ask (workbook, "SELECT count (*) FROM stage WHERE customer_goal = 'whole'"),
          ==,
          after - 1);
      assert_clean (workbook);
      if (after > before)
        {
          g_assert_true (lasna_workbook_undo (workbook, NULL, NULL));
          after--;
        }
      before = after;
    }
}

static void
test_imports (void)
{
  g_autoptr (LasnaTestBook) book = lasna_test_book_new (LASNA_LANGUAGE_EN);
  gint64 before = 0;

  lasna_workbook_close (book->workbook, NULL);
  for (int round = 0; round < KILLS; round++)
    {
      guint reports = run_and_kill (book, round, import);
      g_autoptr (LasnaWorkbook) workbook = open_workbook (book->path, round);
      gint64 after = lasna_test_ask (
          workbook, "SELECT count (*) FROM batch WHERE state = 'batch.complete' AND undone = 0");

      g_assert_cmpint (after, >=, before + reports);
      g_assert_cmpint (after, <=, before + reports + 1);
      g_assert_cmpint (
          lasna_test_ask (workbook,
                          "SELECT count (*) FROM (SELECT batch FROM voice GROUP BY batch HAVING "
                          "count (*) != " G_STRINGIFY (VOICES) ")"),
          ==,
          0);
      assert_clean (workbook);
      before = after;
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crash/edits", test_edits);
  g_test_add_func ("/crash/imports", test_imports);
  return g_test_run ();
}
