/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line: a table of verbs, each in a file of its own.
 */
#include "config.h"

#include "lasna-cli.h"

#include "lasna-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  const char *name;
  int (*run) (int argc, char *argv[]);
  const char *help; /* untranslated */
} Verb;

static int print_help (int argc, char *argv[]);

static int
print_version (int argc, char *argv[])
{
  g_print ("lasna %s\n", LASNA_VERSION);
  return LASNA_CLI_DONE;
}

static const Verb verbs[] = {
  { "new", lasna_cli_new, N_ ("make a workbook: empty, from a template, or the sample") },
  { "info", lasna_cli_info, N_ ("tell what a workbook holds") },
  { "import", lasna_cli_import, N_ ("bring in feedback, a journey or a workbook") },
  { "stats", lasna_cli_stats, N_ ("count: NPS, satisfaction, ease, emotional climate") },
  { "chart", lasna_cli_chart, N_ ("draw a chart of the voices, or write it as a table") },
  { "summary", lasna_cli_summary, N_ ("write the one-page summary of a journey") },
  { "export",
    lasna_cli_export,
    N_ ("write feedback, a journey or the workbook for other programs") },
  { "person", lasna_cli_person, N_ ("find all about a person, anonymise or erase it") },
  { "retain", lasna_cli_retain, N_ ("keep names and words for so many months") },
  { "check", lasna_cli_check, N_ ("look a file over") },
  { "undo", lasna_cli_undo, N_ ("take back the last change") },
  { "redo", lasna_cli_redo, N_ ("do it again") },
  { "--version", print_version, NULL },
  { "--help", print_help, NULL },
  { "-h", print_help, NULL },
};

static int
print_help (int argc, char *argv[])
{
  g_print ("%s\n  lasna [%s]\n", _ ("Usage:"), _ ("FILE"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (verbs[i].help != NULL)
      g_print ("  lasna %-8s %s\n", verbs[i].name, _ (verbs[i].help));
  g_print ("\n%s\n",
           _ ("With a file or nothing the window opens. What a command takes is told by lasna "
              "COMMAND --help, and all of it by man lasna."));
  return LASNA_CLI_DONE;
}

static const Verb *
find_verb (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, word) == 0)
      return &verbs[i];
  return NULL;
}

/**
 * lasna_cli_is_verb:
 *
 * Returns: whether @word is for the command line rather than the window
 */
gboolean
lasna_cli_is_verb (const char *word)
{
  return find_verb (word) != NULL;
}

/**
 * lasna_cli_tell_no_display:
 *
 * Returns: the exit status where a window was asked for and there is nowhere to show it
 */
int
lasna_cli_tell_no_display (void)
{
  lasna_cli_say (_ ("There is no display to open a window on; lasna --help lists what works "
                    "without one."));
  return LASNA_CLI_FAILED;
}

/* What could not be written, to a full disk for one, was not done. */
static int
finish (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  lasna_cli_say (
      _ ("The answer could not be written. The workbook is as it was; check where the answer goes "
         "and that there is room."));
  return LASNA_CLI_FAILED;
}

/**
 * lasna_cli_main:
 *
 * Returns: the exit status: 0 done, 1 failed, 2 wrong use
 */
int
lasna_cli_main (int argc, char *argv[])
{
  const Verb *verb = argc > 1 ? find_verb (argv[1]) : NULL;

  if (verb == NULL)
    return lasna_cli_misuse (_ ("Say what to do; lasna --help lists what there is."));
  return finish (verb->run (argc - 1, argv + 1));
}
