/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder for each workbook in the data folder of the person, called after the file and its place.
 */
#include "config.h"

#include "lasna-backups.h"

#include "lasna-backup.h"

#include <string.h>

/* Letters of the checksum that tells files of one name apart. */
#define N_MARK 8

static char *
dup_root (void)
{
  return g_build_filename (g_get_user_data_dir (), "lasna", "backups", NULL);
}

static void
backups_free (LasnaBackups *self)
{
  g_free (self->name);
  g_strfreev (self->paths);
  g_free (self);
}

/**
 * lasna_backups_dup_folder:
 * @path: of a workbook
 *
 * Returns: (transfer full): the folder of its backups, which may not be there yet
 */
char *
lasna_backups_dup_folder (const char *path)
{
  g_autofree char *root = dup_root ();
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = NULL;

  if (g_str_has_suffix (base, ".lasna"))
    base[strlen (base) - strlen (".lasna")] = '\0';
  name = g_strdup_printf ("%s-%.*s", base, N_MARK, sum);
  return g_build_filename (root, name, NULL);
}

/**
 * lasna_backups_dup_day:
 *
 * Returns: (transfer full): the day of a backup, as YYYY-MM-DD
 */
char *
lasna_backups_dup_day (const char *backup)
{
  g_autofree char *base = g_path_get_basename (backup);

  return g_strndup (base, strlen ("YYYY-MM-DD"));
}

static LasnaBackups *
read_folder (const char *root, const char *folder)
{
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autofree char *name = g_filename_display_name (folder);
  char **paths = lasna_backup_list (path);
  LasnaBackups *self;

  if (paths == NULL || paths[0] == NULL || strlen (folder) <= N_MARK + 1)
    {
      g_strfreev (paths);
      return NULL;
    }
  self = g_new0 (LasnaBackups, 1);
  name[strlen (name) - N_MARK - 1] = '\0';
  self->name = g_steal_pointer (&name);
  self->paths = paths;
  return self;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const LasnaBackups *first = *(LasnaBackups *const *) a;
  const LasnaBackups *second = *(LasnaBackups *const *) b;

  return g_utf8_collate (first->name, second->name);
}

/**
 * lasna_backups_list:
 *
 * Returns: (transfer full) (element-type LasnaBackups): every workbook with backups, by name
 */
GPtrArray *
lasna_backups_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) backups_free);
  g_autofree char *root = dup_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *folder;

  while (dir != NULL && (folder = g_dir_read_name (dir)) != NULL)
    {
      LasnaBackups *backups = read_folder (root, folder);

      if (backups != NULL)
        g_ptr_array_add (list, backups);
    }
  g_ptr_array_sort (list, compare);
  return list;
}
