/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making the file of a workbook.
 */
#include "config.h"

#include "lasna-making.h"

#include "lasna-template.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static const char *
get_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return documents != NULL ? documents : g_get_home_dir ();
}

/**
 * lasna_making_dup_free_path:
 * @name: what the workbook is to be called; what a file name cannot hold is replaced
 *
 * Returns: (transfer full): a path in Documents at which nothing is yet, with a number where the
 * name is taken
 */
char *
lasna_making_dup_free_path (const char *name)
{
  g_autofree char *clean = g_strdup (name);

  g_strdelimit (clean, "/\\:*?\"<>|\n", '-');
  g_strstrip (clean);
  g_mkdir_with_parents (get_folder (), 0755);
  for (guint i = 1;; i++)
    {
      g_autofree char *base =
          i == 1 ? g_strdup_printf ("%s.lasna", clean) : g_strdup_printf ("%s %u.lasna", clean, i);
      g_autofree char *path = g_build_filename (get_folder (), base, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static gboolean
fill (LasnaWorkbook *workbook, const char *template_id, LasnaLanguage language, GError **error)
{
  return template_id == NULL ||
         lasna_template_add_journey (workbook, NULL, template_id, language, error) != NULL;
}

/**
 * lasna_making_new:
 * @template_id: (nullable): such as journey.travel; NULL for an empty workbook
 *
 * Returns: (transfer full) (nullable): the path of a new workbook
 */
char *
lasna_making_new (const char *template_id, LasnaLanguage language, GError **error)
{
  const LasnaJourneyTemplate *template =
      template_id != NULL
          ? lasna_catalogue_find_journey (lasna_catalogue_get_default (), template_id)
          : NULL;
  /* Translators: the name of the file of a new workbook. */
  const char *name = template != NULL ? template->title.in[language] : _ ("Workbook");
  g_auto (GStrv) parts = g_strsplit (name, ":", 2);
  g_autofree char *path = lasna_making_dup_free_path (parts[0]);
  g_autoptr (LasnaWorkbook) workbook = lasna_workbook_create (path, language, NULL, error);

  if (workbook == NULL)
    return NULL;
  if (fill (workbook, template_id, language, error) && lasna_workbook_close (workbook, error))
    return g_steal_pointer (&path);
  lasna_workbook_close (workbook, NULL);
  g_unlink (path);
  return NULL;
}

/**
 * lasna_making_restore:
 * @backup: the path of a backup, which stays as it is
 * @name: what the workbook is to be called
 *
 * Returns: (transfer full) (nullable): the path of a copy of the backup, beside which the workbook
 *   as it is now stays
 */
char *
lasna_making_restore (const char *backup, const char *name, GError **error)
{
  g_autofree char *path = lasna_making_dup_free_path (name);
  g_autoptr (GFile) from = g_file_new_for_path (backup);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  if (!g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
    return NULL;
  return g_steal_pointer (&path);
}
