/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lasna summary: the one-page summary of a journey.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-export.h"
#include "lasna-feedback.h"
#include "lasna-heard-read.h"
#include "lasna-summary-gather.h"
#include "lasna-summary-layout.h"

#include <glib/gi18n-lib.h>

static LasnaLayout *
lay_out (LasnaWorkbook *workbook,
         LasnaRecord *journey,
         const LasnaSummaryOptions *options,
         GError **error)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (workbook);
  g_autoptr (LasnaJourneyFigures) figures =
      lasna_feedback_get_journey (feedback, journey, NULL, error);
  g_autoptr (LasnaHeard) heard = NULL;
  g_autoptr (LasnaSummaryContent) content = NULL;

  if (figures == NULL)
    return NULL;
  heard = lasna_heard_read (workbook, figures, options->language);
  content = lasna_summary_gather (workbook, journey, heard, options);
  return lasna_summary_layout_new (content, LASNA_PAPER_A4, error);
}

static gboolean
is_landscape (const char *orientation)
{
  if (orientation == NULL || g_str_equal (orientation, "landscape"))
    return TRUE;
  lasna_cli_say (g_str_equal (orientation, "portrait")
                     ? _ ("So far the page is landscape; leave the orientation out.")
                     : _ ("An orientation is landscape or portrait."));
  return FALSE;
}

static int
run (const char *path,
     const char *title,
     const char *output,
     gboolean is_language_given,
     LasnaSummaryOptions *options)
{
  g_autoptr (LasnaWorkbook) workbook = lasna_cli_open (path, LASNA_STORE_READ_ONLY);
  g_autoptr (LasnaRecord) journey = NULL;
  g_autoptr (LasnaLayout) layout = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;

  if (workbook == NULL)
    return LASNA_CLI_FAILED;
  journey = lasna_cli_find_journey (workbook, title);
  if (journey == NULL)
    return LASNA_CLI_FAILED;
  if (!is_language_given)
    options->language = lasna_workbook_get_language (workbook);
  now = lasna_clock_dup_local (lasna_workbook_get_clock (workbook));
  layout = lay_out (workbook, journey, options, &error);
  if (layout == NULL || !lasna_layout_export (layout, output, LASNA_THEME_PRINT, now, &error))
    return lasna_cli_fail (error);
  return LASNA_CLI_DONE;
}

int
lasna_cli_summary (int argc, char *argv[])
{
  g_autofree char *title = NULL;
  g_autofree char *orientation = NULL;
  g_autofree char *code = NULL;
  g_autofree char *output = NULL;
  gboolean no_names = FALSE;
  const GOptionEntry entries[] = {
    { "journey",
      0,
      0,
      G_OPTION_ARG_STRING,
      &title,
      N_ ("Which journey; the one in use by default"),
      N_ ("TITLE|ID") },
    { "orientation",
      0,
      0,
      G_OPTION_ARG_STRING,
      &orientation,
      N_ ("How the paper lies"),
      "landscape|portrait" },
    { "language",
      0,
      0,
      G_OPTION_ARG_STRING,
      &code,
      N_ ("The language of the page; that of the workbook by default"),
      "en|fi|sv" },
    { "no-names", 0, 0, G_OPTION_ARG_NONE, &no_names, N_ ("Leave out the names of people"), NULL },
    { "output",
      'o',
      0,
      G_OPTION_ARG_FILENAME,
      &output,
      N_ ("The file to write"),
      N_ ("OUT.pdf|.svg|.png") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  LasnaSummaryOptions options = { 0 };
  g_autoptr (GError) error = NULL;

  if (!lasna_cli_parse (entries,
                        N_ ("FILE"),
                        N_ ("Writes the one-page summary of a journey."),
                        1,
                        1,
                        argc,
                        argv,
                        &files) ||
      !lasna_cli_read_language (code, &options.language) || !is_landscape (orientation))
    return LASNA_CLI_WRONG_USE;
  if (output == NULL)
    return lasna_cli_misuse (_ ("Say with -o where the page goes: a .pdf, .svg or .png."));
  if (!lasna_cli_check_output (files[0], output, &error))
    return lasna_cli_fail (error);
  options.names = !no_names;
  return run (files[0], title, output, code != NULL, &options);
}
