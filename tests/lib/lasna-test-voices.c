/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Importing and selecting.
 */
#include "config.h"

#include "lasna-test-voices.h"

#include "lasna-import.h"

static void
import (LasnaWorkbook *workbook, const char *name, const char *csv, LasnaImportOptions *options)
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autofree char *path = lasna_test_folder_write (folder, name, csv);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  LasnaImportPlan *plan = lasna_import_plan_new (file, options, NULL, &error);
  g_autoptr (LasnaImport) run = NULL;

  g_assert_no_error (error);
  run = lasna_import_new (workbook, plan, NULL, FALSE);
  lasna_import_run (run, NULL, &error);
  g_assert_no_error (error);
}

/**
 * lasna_test_import:
 * @csv: what is imported
 * @...: answers to open questions, KEY=VALUE, then NULL
 */
void
lasna_test_import (LasnaWorkbook *workbook, const char *csv, ...)
{
  g_autoptr (LasnaImportOptions) options = lasna_import_options_new ();
  g_autoptr (GError) error = NULL;
  va_list settings;

  va_start (settings, csv);
  for (const char *text = va_arg (settings, const char *); text != NULL;
       text = va_arg (settings, const char *))
    {
      lasna_import_options_set (options, text, &error);
      g_assert_no_error (error);
    }
  va_end (settings);
  import (workbook, "export.csv", csv, options);
}

/** lasna_test_import_named: As lasna_test_import(), from a file called @name. */
void
lasna_test_import_named (LasnaWorkbook *workbook, const char *name, const char *csv)
{
  g_autoptr (LasnaImportOptions) options = lasna_import_options_new ();

  import (workbook, name, csv, options);
}

/**
 * lasna_test_select:
 * @...: conditions, FIELD=VALUE, then NULL
 *
 * Returns: (transfer full): the voices that pass
 */
LasnaSelection *
lasna_test_select (LasnaTestBook *book, ...)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (book->workbook);
  g_autoptr (LasnaFilter) filter = lasna_filter_new ();
  g_autoptr (GError) error = NULL;
  LasnaSelection *selection;
  va_list wheres;

  va_start (wheres, book);
  for (const char *text = va_arg (wheres, const char *); text != NULL;
       text = va_arg (wheres, const char *))
    {
      lasna_filter_add_where (filter, text, &error);
      g_assert_no_error (error);
    }
  va_end (wheres);
  selection = lasna_feedback_select (feedback, filter, &error);
  g_assert_no_error (error);
  return selection;
}

static void
assert_same_sums (const LasnaSums *one, const LasnaSums *other)
{
  g_assert_cmpint (one->n, ==, other->n);
  if (one->n > 0)
    g_assert_cmpfloat_with_epsilon (lasna_sums_get_mean (one), lasna_sums_get_mean (other), 1e-9);
  if (one->n > 1)
    g_assert_cmpfloat_with_epsilon (
        lasna_sums_get_deviation (one), lasna_sums_get_deviation (other), 1e-9);
}

/** lasna_test_assert_same_totals: The two count the same, whatever the order they were added in. */
void
lasna_test_assert_same_totals (const LasnaTotals *one, const LasnaTotals *other)
{
  g_assert_cmpuint (one->n, ==, other->n);
  g_assert_cmpmem (one->nps, sizeof one->nps, other->nps, sizeof other->nps);
  g_assert_cmpmem (one->tasks, sizeof one->tasks, other->tasks, sizeof other->tasks);
  g_assert_cmpmem (one->moments, sizeof one->moments, other->moments, sizeof other->moments);
  g_assert_cmpmem (one->clusters, sizeof one->clusters, other->clusters, sizeof other->clusters);
  g_assert_cmpuint (one->satisfied, ==, other->satisfied);
  g_assert_cmpuint (one->dissatisfied, ==, other->dissatisfied);
  g_assert_cmpuint (one->easy, ==, other->easy);
  g_assert_cmpuint (one->destroying, ==, other->destroying);
  g_assert_cmpuint (one->no_feeling, ==, other->no_feeling);
  g_assert_cmpuint (one->with_emotion, ==, other->with_emotion);
  g_assert_cmpuint (one->positive, ==, other->positive);
  g_assert_cmpuint (one->negative, ==, other->negative);
  g_assert_cmpuint (one->mixed, ==, other->mixed);
  assert_same_sums (&one->ease, &other->ease);
  assert_same_sums (&one->feelings, &other->feelings);
}
