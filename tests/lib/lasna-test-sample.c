/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making and opening.
 */
#include "config.h"

#include "lasna-test-sample.h"

/**
 * lasna_test_make:
 * @name: of the file in @folder
 *
 * Returns: (transfer full): a workbook that was made and opened, on the day that stands for today
 */
LasnaWorkbook *
lasna_test_make (LasnaTestFolder *folder,
                 const char *name,
                 LasnaMakingFlags flags,
                 LasnaLanguage language)
{
  g_autofree char *path = lasna_test_folder_dup_path (folder, name);
  g_autoptr (GError) error = NULL;
  LasnaWorkbook *workbook;

  lasna_making_create (path, flags, NULL, language, NULL, &error);
  g_assert_no_error (error);
  workbook = lasna_workbook_open (path, 0, NULL, &error);
  g_assert_no_error (error);
  return workbook;
}
