/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * lasna new: a workbook, empty, from a template, or the sample.
 */
#include "config.h"

#include "lasna-cli-private.h"

#include "lasna-making.h"

#include <glib/gi18n-lib.h>

static int
tell_templates (LasnaCatalogue *catalogue)
{
  const LasnaJourneyTemplate *const *journeys = lasna_catalogue_get_journeys (catalogue);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  for (guint i = 0; journeys[i] != NULL; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", journeys[i]->id);
  /* Translators: %s is a list of ids */
  sentence = g_strdup_printf (_ ("A template is one of %s."), ids->str);
  return lasna_cli_misuse (sentence);
}

int
lasna_cli_new (int argc, char *argv[])
{
  g_autofree char *template_id = NULL;
  g_autofree char *code = NULL;
  gboolean sample = FALSE;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "template",
      0,
      0,
      G_OPTION_ARG_STRING,
      &template_id,
      N_ ("Begin with the journey of a template, such as journey.travel"),
      N_ ("ID") },
    { "language",
      0,
      0,
      G_OPTION_ARG_STRING,
      &code,
      N_ ("The language of the workbook"),
      "en|fi|sv" },
    { "sample",
      0,
      0,
      G_OPTION_ARG_NONE,
      &sample,
      N_ ("Make the sample: two years of a lodge"),
      NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("Replace a file that is there already"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  LasnaCatalogue *catalogue = lasna_catalogue_get_default ();
  g_auto (GStrv) files = NULL;
  g_autoptr (GError) error = NULL;
  LasnaLanguage language;

  if (!lasna_cli_parse (entries, N_ ("FILE"), N_ ("Makes a workbook."), 1, 1, argc, argv, &files) ||
      !lasna_cli_read_language (code, &language))
    return LASNA_CLI_WRONG_USE;
  if (sample && template_id != NULL)
    return lasna_cli_misuse (_ ("The sample has its own template; leave one of the two out."));
  if (template_id != NULL && lasna_catalogue_find_journey (catalogue, template_id) == NULL)
    return tell_templates (catalogue);
  if (!lasna_making_create (files[0],
                            (sample ? LASNA_MAKING_SAMPLE : 0) | (force ? LASNA_MAKING_REPLACE : 0),
                            template_id,
                            language,
                            NULL,
                            &error))
    return lasna_cli_fail (error);
  return LASNA_CLI_DONE;
}
