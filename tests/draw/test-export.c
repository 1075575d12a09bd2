/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages as files: one A4 page with its words and fonts in it, whole or not at all.
 */
#include "config.h"

#include "draw-content.h"
#include "lasna-error.h"
#include "lasna-export.h"
#include "lasna-summary-layout.h"
#include "lasna-test.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  LasnaTestFolder *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = lasna_test_folder_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lasna_test_folder_free (fixture->folder);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (lasna_test_folder_get_path (fixture->folder), 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static LasnaLayout *
lay_out (LasnaLanguage language, guint n)
{
  g_autoptr (LasnaSummaryContent) content = draw_content_new (language, n, TRUE);

  return lasna_summary_layout_new (content, LASNA_PAPER_A4, NULL);
}

/* Text as copied from the page, with the soft hyphens at the ends of lines taken out. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "\302\255\n", -1);
  g_autofree char *joined = g_strjoinv ("", pieces);

  g_strdelimit (joined, "\n", ' ');
  return g_steal_pointer (&joined);
}

static void
check_pdf (Fixture *fixture, LasnaLanguage language, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, "page.pdf");
  g_autoptr (LasnaLayout) layout = lay_out (language, n);

  g_assert_true (
      lasna_layout_export (layout, path, LASNA_THEME_PRINT, "2026-11-21T12:00:00", &error));
  g_assert_no_error (error);

  g_autoptr (LasnaTestRun) info = lasna_test_run (NULL, "pdfinfo", "-rawdates", path, NULL);
  g_autoptr (LasnaTestRun) fonts = lasna_test_run (NULL, "pdffonts", path, NULL);
  g_autoptr (LasnaTestRun) text = lasna_test_run (NULL, "pdftotext", "-raw", path, "-", NULL);

  g_assert_nonnull (strstr (info->words, "Pages:           1\n"));
  g_assert_nonnull (strstr (info->words, "841.89 x 595.276 pts (A4)"));
  g_assert_nonnull (strstr (info->words, layout->title));
  g_assert_nonnull (strstr (info->words, "Author:"));

  /* Name, type, encoding, emb sub uni: every font is embedded. */
  g_auto (GStrv) lines = g_strsplit (fonts->words, "\n", -1);

  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_assert_nonnull (strstr (lines[i], "OpenSans"));
      g_assert_nonnull (strstr (lines[i], " yes yes "));
    }

  g_autofree char *words = join_lines (text->words);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) name = g_strsplit (draw_content_get_stage_name (language, i), " ", -1);

      for (guint j = 0; name[j] != NULL; j++)
        g_assert_nonnull (strstr (words, name[j]));
    }
}

/* Three languages come out of one process, whatever its locale. */
static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    {
      check_pdf (fixture, language, 6);
      check_pdf (fixture, language, 9);
    }
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *start;
  } kinds[] = { { "page.svg", "<?xml" }, { "page.PNG", "\x89PNG" } };
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_LANGUAGE_EN, 4);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, kinds[i].name);
      g_autofree char *content = NULL;
      gsize length;

      lasna_layout_export (layout, path, LASNA_THEME_LIGHT, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpuint (length, >, 10000);
      g_assert_true (memcmp (content, kinds[i].start, strlen (kinds[i].start)) == 0);
    }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_LANGUAGE_EN, 4);
  g_autofree char *missing = lasna_test_folder_dup_path (fixture->folder, "no/such/page.pdf");
  g_autofree char *unknown = lasna_test_folder_dup_path (fixture->folder, "page.doc");
  g_autofree char *folder = lasna_test_folder_dup_path (fixture->folder, "sub.pdf");

  g_assert_false (lasna_layout_export (layout, missing, LASNA_THEME_PRINT, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (lasna_layout_export (layout, unknown, LASNA_THEME_PRINT, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_false (lasna_layout_export (layout, folder, LASNA_THEME_PRINT, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_USAGE);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

/* A file that cannot be finished leaves the old one as it was. Runs in a child, because the limit
 * on the size of files holds for the whole process.
 */
static void
test_no_space (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, "page.pdf");
  g_autofree char *kept = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *command =
      g_strdup_printf ("trap '' XFSZ; ulimit -f 8; exec '%s' --write '%s'", self, path);
  const char *argv[] = { "/bin/sh", "-c", command, NULL };
  g_autofree char *out = NULL;
  int status;

  g_assert_true (
      g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, &out, NULL, &status, NULL));
  g_assert_cmpstr (out, ==, "no space\n");
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
export_in_vain (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_LANGUAGE_EN, 4);
  g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, "page.pdf");

  g_assert_false (lasna_layout_export (layout, path, LASNA_THEME_PRINT, NULL, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_READ_ONLY);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_chmod (lasna_test_folder_get_path (fixture->folder), 0555), ==, 0);
  lasna_test_run_as_nobody (export_in_vain, fixture);
  g_assert_cmpint (g_chmod (lasna_test_folder_get_path (fixture->folder), 0700), ==, 0);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lasna_test_folder_dup_path (fixture->folder, "table.csv");
  g_autofree char *content = NULL;

  g_assert_true (lasna_export_text ("vaihe,n\n", path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "vaihe,n\n");
}

/* The child of test_no_space. */
static int
write_page (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaLayout) layout = lay_out (LASNA_LANGUAGE_EN, 9);

  lasna_layout_export (layout, path, LASNA_THEME_PRINT, NULL, &error);
  g_print ("%s\n",
           g_error_matches (error, LASNA_ERROR, LASNA_ERROR_NO_SPACE) ? "no space"
                                                                      : "something else");
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_page (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/export/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  g_test_add ("/export/pictures", Fixture, NULL, set_up, test_pictures, tear_down);
  g_test_add ("/export/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/export/no-space", Fixture, NULL, set_up, test_no_space, tear_down);
  g_test_add ("/export/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/export/text", Fixture, NULL, set_up, test_text, tear_down);
  return g_test_run ();
}
