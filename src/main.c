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

#ifdef LASNA_WITH_APP
/* The window takes no options but those with which the desktop starts it. */
static gboolean
is_option (const char *word)
{
  return *word == '-' && !g_str_has_prefix (word, "--gapplication");
}
#endif

int
main (int argc, char *argv[])
{
  lasna_locale_set_up ();
#ifdef LASNA_WITH_APP
  if (argc < 2 || !(lasna_cli_is_verb (argv[1]) || is_option (argv[1])))
    {
      g_autoptr (LasnaApplication) application = NULL;

      if (!gtk_init_check ())
        return lasna_cli_tell_no_display ();
      application = lasna_application_new ();
      return g_application_run (G_APPLICATION (application), argc, argv);
    }
#endif
  return lasna_cli_main (argc, argv);
}
