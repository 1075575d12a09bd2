/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key file in the state folder of the person, a group for each workbook. The desktop's own list
 * would not tell where in the workbook one was, and would leave out files of a folder that is not
 * mounted.
 */
#define G_LOG_DOMAIN "lasna-app"

#include "config.h"

#include "lasna-recent.h"

/* More than these are forgotten, the oldest first. */
#define N_KEPT 12

static char *
dup_file (void)
{
  return g_build_filename (g_get_user_state_dir (), "lasna", "recent.ini", NULL);
}

static GKeyFile *
load (void)
{
  GKeyFile *keys = g_key_file_new ();
  g_autofree char *file = dup_file ();

  g_key_file_load_from_file (keys, file, G_KEY_FILE_NONE, NULL);
  return keys;
}

static void
save (GKeyFile *keys)
{
  g_autofree char *file = dup_file ();
  g_autofree char *folder = g_path_get_dirname (file);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (keys, file, &error))
    g_debug ("The list of recent workbooks was not saved: %s", error->message);
}

/* A group's name may not hold brackets or line ends, so the address stands for the path. */
static char *
dup_group (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  return g_uri_escape_string (uri != NULL ? uri : path, "/:%", FALSE);
}

static LasnaRecent *
read_group (GKeyFile *keys, const char *group)
{
  g_autofree char *uri = g_uri_unescape_string (group, NULL);
  LasnaRecent *self = g_new0 (LasnaRecent, 1);

  self->path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  self->name = g_key_file_get_string (keys, group, "name", NULL);
  self->page = g_key_file_get_string (keys, group, "page", NULL);
  self->journey = g_key_file_get_int64 (keys, group, "journey", NULL);
  self->time = g_key_file_get_int64 (keys, group, "time", NULL);
  if (self->path != NULL && self->name != NULL)
    return self;
  lasna_recent_free (self);
  return NULL;
}

static int
compare_time (gconstpointer a, gconstpointer b)
{
  const LasnaRecent *first = *(LasnaRecent *const *) a;
  const LasnaRecent *second = *(LasnaRecent *const *) b;

  return (second->time > first->time) - (second->time < first->time);
}

static GPtrArray *
list_keys (GKeyFile *keys)
{
  g_auto (GStrv) groups = g_key_file_get_groups (keys, NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) lasna_recent_free);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      LasnaRecent *recent = read_group (keys, groups[i]);

      if (recent != NULL)
        g_ptr_array_add (list, recent);
    }
  g_ptr_array_sort (list, compare_time);
  return list;
}

/**
 * lasna_recent_list:
 *
 * Returns: (transfer full) (element-type LasnaRecent): the newest first; their files may be gone
 */
GPtrArray *
lasna_recent_list (void)
{
  g_autoptr (GKeyFile) keys = load ();

  return list_keys (keys);
}

/**
 * lasna_recent_find:
 *
 * Returns: (transfer full) (nullable): what is remembered of the workbook at @path
 */
LasnaRecent *
lasna_recent_find (const char *path)
{
  g_autoptr (GKeyFile) keys = load ();
  g_autofree char *group = dup_group (path);

  return g_key_file_has_group (keys, group) ? read_group (keys, group) : NULL;
}

/**
 * lasna_recent_remember:
 * @name: of the workbook
 * @page: (nullable): the page in view; NULL keeps what is known
 * @journey: the journey in view; 0 keeps what is known
 *
 * Puts a workbook first in the list.
 */
void
lasna_recent_remember (const char *path, const char *name, const char *page, gint64 journey)
{
  g_autoptr (GKeyFile) keys = load ();
  g_autofree char *group = dup_group (path);
  g_autoptr (GPtrArray) list = NULL;

  g_key_file_set_string (keys, group, "name", name);
  g_key_file_set_int64 (keys, group, "time", g_get_real_time () / G_USEC_PER_SEC);
  if (page != NULL)
    g_key_file_set_string (keys, group, "page", page);
  if (journey != 0)
    g_key_file_set_int64 (keys, group, "journey", journey);
  list = list_keys (keys);
  for (guint i = N_KEPT; i < list->len; i++)
    {
      g_autofree char *old = dup_group (((LasnaRecent *) list->pdata[i])->path);

      g_key_file_remove_group (keys, old, NULL);
    }
  save (keys);
}

/**
 * lasna_recent_move:
 *
 * The workbook at @from is now at @to.
 */
void
lasna_recent_move (const char *from, const char *to)
{
  g_autoptr (LasnaRecent) recent = lasna_recent_find (from);

  if (recent == NULL)
    return;
  lasna_recent_forget (from);
  lasna_recent_remember (to, recent->name, recent->page, recent->journey);
}

/**
 * lasna_recent_forget:
 *
 * Takes a workbook off the list; its file stays.
 */
void
lasna_recent_forget (const char *path)
{
  g_autoptr (GKeyFile) keys = load ();
  g_autofree char *group = dup_group (path);

  if (g_key_file_remove_group (keys, group, NULL))
    save (keys);
}

void
lasna_recent_free (LasnaRecent *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self->page);
  g_free (self);
}
