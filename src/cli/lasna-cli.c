/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line.
 */
#include "config.h"

#include "lasna-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * lasna_cli_is_verb:
 *
 * Returns: whether @word is for the command line rather than the window
 */
gboolean
lasna_cli_is_verb (const char *word)
{
  return strcmp (word, "--version") == 0;
}

/**
 * lasna_cli_main:
 *
 * Returns: the exit status: 0 done, 1 failed, 2 wrong use
 */
int
lasna_cli_main (int argc, char *argv[])
{
  if (argc == 2 && lasna_cli_is_verb (argv[1]))
    {
      g_print ("lasna %s\n", LASNA_VERSION);
      return 0;
    }
  /* Translators: the command line was not understood. */
  g_printerr ("lasna: %s\n", _ ("Say what to do; man lasna tells what there is."));
  return 2;
}
