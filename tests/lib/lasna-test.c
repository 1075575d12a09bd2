/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What many tests need: a folder of their own, a command and what it said, a file as JSON.
 */
#include "config.h"

#include "lasna-test.h"

#include <glib/gstdio.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

/* The user and the group that own nothing. */
#define NOBODY 65534

/* A file system in memory, and how many bytes must be free there for tests to use it. */
#define MEMORY "/dev/shm"
#define ROOM (G_GUINT64_CONSTANT (512) * 1024 * 1024)

struct _LasnaTestFolder
{
  char *path; /* (owned) */
};

/**
 * lasna_test_copy_tree:
 * @from: a file or folder
 * @to: where the copy goes; must not exist yet
 *
 * Copies a file, or a folder with all that is in it. Links are copied as links.
 */
void
lasna_test_copy_tree (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_test (from, G_FILE_TEST_IS_DIR) || g_file_test (from, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GFile) source = g_file_new_for_path (from);
      g_autoptr (GFile) target = g_file_new_for_path (to);

      g_file_copy (source, target, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      return;
    }

  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);

  g_autoptr (GDir) dir = g_dir_open (from, 0, &error);
  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *child = g_build_filename (from, name, NULL);
      g_autofree char *copy = g_build_filename (to, name, NULL);

      lasna_test_copy_tree (child, copy);
    }
}

/**
 * lasna_test_remove_tree:
 * @path: a file or folder
 *
 * Removes a file, or a folder with all that is in it, also where a test has taken away the right to
 * write there. Links are not followed.
 */
void
lasna_test_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_assert_cmpint (g_chmod (path, 0700), ==, 0);
      dir = g_dir_open (path, 0, NULL);
      g_assert_nonnull (dir);
      for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          lasna_test_remove_tree (child);
        }
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* Tests make thousands of changes, each of which waits for the disk; memory is as good. */
static const char *
get_parent (void)
{
  struct statvfs status;

  if (g_getenv ("TMPDIR") == NULL && g_access (MEMORY, W_OK) == 0 &&
      statvfs (MEMORY, &status) == 0 && (guint64) status.f_bavail * status.f_frsize >= ROOM)
    return MEMORY;
  return g_get_tmp_dir ();
}

/**
 * lasna_test_folder_new:
 *
 * The folder lies where TMPDIR says; without that, in memory where there is room.
 *
 * Returns: (transfer full): an empty folder that goes with everything in it when it is freed.
 */
LasnaTestFolder *
lasna_test_folder_new (void)
{
  LasnaTestFolder *self = g_new0 (LasnaTestFolder, 1);

  self->path = g_build_filename (get_parent (), "lasna-test-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (self->path));
  return self;
}

/** lasna_test_folder_free: Removes the folder and all that is in it. */
void
lasna_test_folder_free (LasnaTestFolder *self)
{
  lasna_test_remove_tree (self->path);
  g_free (self->path);
  g_free (self);
}

/** lasna_test_folder_get_path: Returns: (transfer none): where the folder is. */
const char *
lasna_test_folder_get_path (LasnaTestFolder *self)
{
  return self->path;
}

/** lasna_test_folder_dup_path: Returns: (transfer full): the path of @name in the folder. */
char *
lasna_test_folder_dup_path (LasnaTestFolder *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

/** lasna_test_folder_write: Writes @text to @name. Returns: (transfer full): its path. */
char *
lasna_test_folder_write (LasnaTestFolder *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lasna_test_folder_dup_path (self, name);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/** lasna_test_dup_text: Returns: (transfer full): what the file holds. */
char *
lasna_test_dup_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/** lasna_test_dup_digest: Returns: (transfer full): the SHA-256 of the file, to see if it changed.
 */
char *
lasna_test_dup_digest (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
}

/** lasna_test_parse_json: Returns: (transfer full): the root of @text, which must be JSON. */
JsonNode *
lasna_test_parse_json (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);
  return root;
}

/** lasna_test_read_json: Returns: (transfer full): the root of the file, which must be JSON. */
JsonNode *
lasna_test_read_json (const char *path)
{
  g_autofree char *text = lasna_test_dup_text (path);

  return lasna_test_parse_json (text);
}

/**
 * lasna_test_runv:
 * @folder: (nullable): where the command runs; NULL for here
 * @argv: (array zero-terminated=1): the command, looked up in PATH, and its arguments
 *
 * Runs a command to its end, with nothing on its standard input.
 *
 * Returns: (transfer full): what it said and how it ended
 */
LasnaTestRun *
lasna_test_runv (const char *folder, const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  LasnaTestRun *self = g_new0 (LasnaTestRun, 1);

  if (folder != NULL)
    g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->words, &self->error, &error);
  g_assert_no_error (error);

  self->status = g_subprocess_get_if_signaled (process) ? -g_subprocess_get_term_sig (process)
                                                        : g_subprocess_get_exit_status (process);
  return self;
}

/**
 * lasna_test_run:
 * @folder: (nullable): where the command runs; NULL for here
 * @program: the command, looked up in PATH
 * @...: its arguments, then NULL
 *
 * As lasna_test_runv().
 *
 * Returns: (transfer full): what it said and how it ended
 */
LasnaTestRun *
lasna_test_run (const char *folder, const char *program, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  va_list arguments;

  va_start (arguments, program);
  for (const char *word = program; word != NULL; word = va_arg (arguments, const char *))
    g_ptr_array_add (argv, (gpointer) word);
  va_end (arguments);
  g_ptr_array_add (argv, NULL);
  return lasna_test_runv (folder, (const char *const *) argv->pdata);
}

/** lasna_test_run_free: Frees what a command said. */
void
lasna_test_run_free (LasnaTestRun *self)
{
  g_free (self->words);
  g_free (self->error);
  g_free (self);
}

/** lasna_test_get_program: Returns: (transfer none): the path of the lasna that was just built. */
const char *
lasna_test_get_program (void)
{
  const char *program = g_getenv ("LASNA_PROGRAM");

  g_assert_nonnull (program);
  return program;
}

/**
 * lasna_test_run_as_nobody:
 *
 * Runs @func as somebody without rights: as it is, or, for root, who may do everything, in a child
 * that has given up its rights.
 */
void
lasna_test_run_as_nobody (void (*func) (gpointer data), gpointer data)
{
  int status = 0;
  pid_t child;

  if (geteuid () != 0)
    {
      func (data);
      return;
    }
  child = fork ();
  if (child == 0)
    {
      if (setgid (NOBODY) != 0 || setuid (NOBODY) != 0)
        _exit (1);
      func (data);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}
