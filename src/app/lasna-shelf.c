/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file at once for everything new.
 */
#include "config.h"

#include "lasna-shelf.h"

#include "lasna-catalogue.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the desktop names no folder for documents, the one of that name, else the home folder. */
static char *
dup_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *usual = g_build_filename (g_get_home_dir (), "Documents", NULL);

  if (documents != NULL)
    return g_strdup (documents);
  return g_strdup (g_file_test (usual, G_FILE_TEST_IS_DIR) ? usual : g_get_home_dir ());
}

/* Translators: the name of the file of a new workbook without a template. */
static const char *const empty_name = N_ ("Workbook");

/* What a file name cannot hold, on any system the file may be carried to: signs that part words
 * become a dash, others go. Where nothing is left, it is called as a new one is.
 */
static char *
clean_name (const char *name)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at++)
    if (strchr ("/\\:|", *at) != NULL)
      g_string_append_c (clean, '-');
    else if (g_ascii_isspace (*at))
      g_string_append_c (clean, ' ');
    else if (strchr ("*?\"<>", *at) == NULL && !g_ascii_iscntrl (*at))
      g_string_append_c (clean, *at);
  g_strstrip (clean->str);
  return g_strdup (*clean->str != '\0' ? clean->str : _ (empty_name));
}

/**
 * lasna_shelf_dup_file_name:
 * @name: of a workbook or a page
 * @ending: of the file, without the dot
 *
 * Returns: (transfer full): what its file is called
 */
char *
lasna_shelf_dup_file_name (const char *name, const char *ending)
{
  g_autofree char *clean = clean_name (name);

  return g_strconcat (clean, ".", ending, NULL);
}

/* A path in Documents at which nothing is yet, with a number where the name is taken. */
static char *
dup_free_path (const char *name)
{
  g_autofree char *clean = clean_name (name);
  g_autofree char *folder = dup_folder ();

  g_mkdir_with_parents (folder, 0755);
  for (guint i = 1;; i++)
    {
      g_autofree char *base =
          i == 1 ? g_strdup_printf ("%s.lasna", clean) : g_strdup_printf ("%s %u.lasna", clean, i);
      g_autofree char *path = g_build_filename (folder, base, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/* Translators: the name of the file of the sample workbook. */
static const char *const sample_name = N_ ("Sample");

/* The short part of the title, before its colon. */
static char *
dup_name (LasnaMakingFlags flags, const char *template_id, LasnaLanguage language)
{
  const LasnaJourneyTemplate *template =
      template_id != NULL
          ? lasna_catalogue_find_journey (lasna_catalogue_get_default (), template_id)
          : NULL;
  g_auto (GStrv) parts = NULL;

  if (flags & LASNA_MAKING_SAMPLE)
    return g_strdup (_ (sample_name));
  if (template == NULL)
    return g_strdup (_ (empty_name));
  parts = g_strsplit (template->title.in[language], ":", 2);
  return g_strdup (parts[0]);
}

/**
 * lasna_shelf_new:
 * @template_id: (nullable): such as journey.travel; NULL for an empty workbook or the sample
 *
 * Returns: (transfer full) (nullable): the path of a new workbook
 */
char *
lasna_shelf_new (LasnaMakingFlags flags,
                 const char *template_id,
                 LasnaLanguage language,
                 GError **error)
{
  g_autofree char *name = dup_name (flags, template_id, language);
  g_autofree char *path = dup_free_path (name);

  return lasna_making_create (path, flags, template_id, language, NULL, error)
             ? g_steal_pointer (&path)
             : NULL;
}

/**
 * lasna_shelf_restore:
 *
 * Brings back the workbook of that day, beside the one of today and with the day in its name.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
lasna_shelf_restore (const LasnaDailyBackup *backup, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s %s", backup->name, backup->day);
  g_autofree char *path = dup_free_path (name);

  /* By their names the two can be told apart in the window and among the recent ones. */
  return lasna_daily_backup_restore (backup->path, path, name, error) ? g_steal_pointer (&path)
                                                                      : NULL;
}
