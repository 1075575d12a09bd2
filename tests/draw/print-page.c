/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints an invented page, for the eye: print-page en|fi|sv STAGES rich|sparse FILE [THEME] [nps]
 */
#include "config.h"

#include "draw-content.h"
#include "lasna-export.h"
#include "lasna-summary-layout.h"

#include <stdlib.h>

int
main (int argc, char **argv)
{
  LasnaLanguage language;
  g_autoptr (GError) error = NULL;

  if (argc < 5 || !lasna_language_from_code (argv[1], &language))
    return 2;

  g_autoptr (LasnaSummaryContent) content =
      draw_content_new (language, (guint) atoi (argv[2]), g_str_equal (argv[3], "rich"));

  if (argc > 6)
    content->nps = g_strdup ("NPS® 42");

  g_autoptr (LasnaLayout) layout = lasna_summary_layout_new (content, LASNA_PAPER_A4, &error);

  if (layout == NULL ||
      !lasna_layout_export (layout,
                            argv[4],
                            argc > 5 ? (LasnaTheme) atoi (argv[5]) : LASNA_THEME_PRINT,
                            NULL,
                            &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  for (guint i = 0; i < layout->shortenings->len; i++)
    {
      const LasnaShortening *shortening = g_ptr_array_index (layout->shortenings, i);

      g_print ("%s (%s): %s\n", shortening->place, shortening->role, shortening->whole);
    }
  return 0;
}
