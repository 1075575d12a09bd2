/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Joins the layers: a verb goes to the command line, anything else to the window.
 */
#include "config.h"

#include "lasna-cli.h"
#include "lasna-locale.h"
#ifdef LASNA_WITH_APP
#include "lasna-application.h"
#endif

/* The window takes no options but those with which the desktop starts it. */
static gboolean
is_option (const char *word)
{
  return *word == '-' && !g_str_has_prefix (word, "--gapplication");
}

/* A window opens one file: more words are a command, perhaps a mistyped one. */
static gboolean
is_command (int argc, char *argv[])
{
  return argc > 1 && (lasna_cli_is_verb (argv[1]) || is_option (argv[1]) ||
                      (argc > 2 && !g_str_has_prefix (argv[1], "--")));
}

int
main (int argc, char *argv[])
{
  lasna_locale_set_up ();
  if (is_command (argc, argv))
    return lasna_cli_main (argc, argv);
#ifdef LASNA_WITH_APP
  if (gtk_init_check ())
    {
      g_autoptr (LasnaApplication) application = lasna_application_new ();

      return g_application_run (G_APPLICATION (application), argc, argv);
    }
#endif
  return lasna_cli_tell_no_display ();
}
