/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first cell is the word lane, by which the grid is known again.
 */
#include "config.h"

#include "lasna-journey-grid.h"

#include "lasna-export-columns.h"
#include "lasna-journey-lanes.h"

#include <string.h>

/* Texts that a spreadsheet would take for formulas get an apostrophe; heights are numbers. */
static void
put_cell (GString *text, char delimiter, const char *cell, gboolean is_first)
{
  const char special[] = { delimiter, '"', '\n', '\r', '\0' };
  gboolean is_number = g_ascii_string_to_signed (cell, 10, -2, 2, NULL, NULL);
  gboolean is_quoted = strpbrk (cell, special) != NULL;
  g_auto (GStrv) parts = g_strsplit (cell, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);

  if (!is_first)
    g_string_append_c (text, delimiter);
  if (is_quoted)
    g_string_append_c (text, '"');
  if (!is_number && lasna_export_needs_mark (cell))
    g_string_append_c (text, '\'');
  g_string_append (text, quoted);
  if (is_quoted)
    g_string_append_c (text, '"');
}

/**
 * lasna_journey_grid_write:
 * @delimiter: a comma, a semicolon or a tabulator
 *
 * Returns: (transfer full): the grid
 */
char *
lasna_journey_grid_write (LasnaRecord *journey, char delimiter, LasnaLanguage language)
{
  GListModel *stages = lasna_record_get_children (journey, "stage", "journey");
  g_autoptr (GString) text = g_string_new ("lane");

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);
      g_autofree char *title = lasna_record_dup_text_in (stage, "title", language);

      put_cell (text, delimiter, title != NULL ? title : "", FALSE);
    }
  g_string_append_c (text, '\n');
  for (guint lane = 0; lane < lasna_journey_lanes_get_n (); lane++)
    {
      put_cell (text, delimiter, lasna_journey_lane_get_name (lane, language), TRUE);
      for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
        {
          g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);
          g_autofree char *cell = lasna_journey_lane_dup_cell (lane, stage, language);

          put_cell (text, delimiter, cell, FALSE);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
