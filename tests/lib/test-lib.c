/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the other tests stand on.
 */
#include "config.h"

#include "lasna-test.h"

#include <glib/gstdio.h>

static void
test_folder_goes (void)
{
  g_autofree char *path = NULL;

  {
    g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
    g_autofree char *one = lasna_test_folder_dup_path (folder, "one");
    g_autofree char *two = lasna_test_folder_dup_path (folder, "two");
    g_autofree char *file = NULL;
    g_autofree char *copy = lasna_test_folder_dup_path (folder, "two/file");
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    path = g_strdup (lasna_test_folder_get_path (folder));
    g_assert_cmpint (g_mkdir (one, 0700), ==, 0);
    file = lasna_test_folder_write (folder, "one/file", "{ \"stages\": 6 }");
    g_assert_cmpint (g_chmod (one, 0500), ==, 0);

    lasna_test_copy_tree (one, two);
    before = lasna_test_dup_digest (file);
    after = lasna_test_dup_digest (copy);
    g_assert_cmpstr (before, ==, after);

    g_autoptr (JsonNode) root = lasna_test_read_json (copy);
    g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "stages"), ==, 6);
  }
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_run_tells (void)
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autoptr (LasnaTestRun) said = lasna_test_run (
      lasna_test_folder_get_path (folder), "sh", "-c", "pwd; cat; echo no >&2; exit 3", NULL);
  g_autoptr (LasnaTestRun) killed = lasna_test_run (NULL, "sh", "-c", "kill -9 $$", NULL);
  g_autofree char *line = g_strconcat (lasna_test_folder_get_path (folder), "\n", NULL);

  g_assert_cmpstr (said->words, ==, line);
  g_assert_cmpstr (said->error, ==, "no\n");
  g_assert_cmpint (said->status, ==, 3);
  g_assert_cmpint (killed->status, ==, -9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lib/folder-goes", test_folder_goes);
  g_test_add_func ("/lib/run-tells", test_run_tells);
  return g_test_run ();
}
