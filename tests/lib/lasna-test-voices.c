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
