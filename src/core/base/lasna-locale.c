/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Locale and gettext.
 */
#include "config.h"

#include "lasna-locale.h"

#include <libintl.h>
#include <locale.h>

/* gettext keeps what it has found until this changes. */
extern int _nl_msg_cat_cntr;

/* A program that lies in its build folder finds its words and settings beside itself. */
static char *
find_beside (const char *const *names)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *root = folder != NULL ? g_path_get_dirname (folder) : NULL;
  g_autofree char *rest = g_build_filenamev ((char **) names);
  g_autofree char *path = root != NULL ? g_build_filename (root, rest, NULL) : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? g_path_get_dirname (path) : NULL;
}

static void
set_up_words (void)
{
  static const char *const catalogue[] = { "po", "fi", "LC_MESSAGES", "lasna.mo", NULL };
  g_autofree char *messages = find_beside (catalogue);
  const char *folder = g_getenv ("LASNA_LOCALE_DIR");

  if (folder == NULL && messages != NULL)
    {
      g_autofree char *language = g_path_get_dirname (messages);
      g_autofree char *words = g_path_get_dirname (language);

      bindtextdomain (GETTEXT_PACKAGE, words);
    }
  else
    bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LASNA_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static void
set_up_settings (void)
{
  static const char *const schemas[] = { "data", "gschemas.compiled", NULL };
  g_autofree char *folder = find_beside (schemas);

  if (folder != NULL)
    g_setenv ("GSETTINGS_SCHEMA_DIR", folder, FALSE);
}

/**
 * lasna_locale_set_up:
 *
 * Called once, first of all, while there is one thread. Takes the locale of the environment, or
 * C.UTF-8 where it is not installed: gettext then still follows LANGUAGE, as it does not in the
 * locale C. The text domain is not made the default one, since GLib would then translate nothing at
 * all for somebody who starts in English and changes the language later.
 */
void
lasna_locale_set_up (void)
{
  const char *locale = setlocale (LC_ALL, "");

  if (locale == NULL || g_str_equal (setlocale (LC_MESSAGES, NULL), "C"))
    {
      const char *wanted = g_getenv ("LC_ALL");

      if (wanted == NULL || *wanted == '\0')
        wanted = g_getenv ("LC_MESSAGES");
      if (wanted == NULL || *wanted == '\0')
        wanted = g_getenv ("LANG");
      /* What the missing locale would have said. */
      if (locale == NULL && wanted != NULL && *wanted != '\0')
        g_setenv ("LANGUAGE", wanted, FALSE);
      setlocale (LC_ALL, "C.UTF-8");
    }
  set_up_words ();
  set_up_settings ();
}

/**
 * lasna_locale_set_language:
 * @code: (nullable): en, fi or sv; NULL for what the environment says
 *
 * From now on gettext answers in that language. Only while no other thread asks for words.
 */
void
lasna_locale_set_language (const char *code)
{
  static char *environment;
  static gboolean known;

  if (!known)
    {
      environment = g_strdup (g_getenv ("LANGUAGE"));
      known = TRUE;
    }
  if (code != NULL)
    g_setenv ("LANGUAGE", code, TRUE);
  else if (environment != NULL)
    g_setenv ("LANGUAGE", environment, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  _nl_msg_cat_cntr++;
}
