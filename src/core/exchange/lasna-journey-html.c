/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headings and a table whose rows are lanes and whose columns are stages, as the map has them, so
 * that a screen reader can go through either way.
 */
#include "config.h"

#include "lasna-journey-html.h"

#include "lasna-journey-lanes.h"
#include "lasna-small.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Ink on paper, and paper on ink where the reader's screen is dark. */
static const char style[] =
    "body{font:16px/1.45 system-ui,sans-serif;margin:2rem auto;padding:0 1rem;max-width:90rem;"
    "color:#1d1d20;background:#fff}"
    "h1{margin:0 0 .25rem;font-size:1.8rem}p{margin:.25rem 0;max-width:45rem}"
    ".table{overflow-x:auto;margin:1.5rem 0}"
    "table{border-collapse:collapse}"
    "th,td{border:1px solid #9a9996;padding:.5rem .6rem;text-align:left;vertical-align:top;"
    "min-width:11rem;white-space:pre-line}"
    "tbody th{min-width:8rem;font-weight:600;position:sticky;left:0;background:#f6f5f4}"
    "thead th{background:#e8efe8}"
    "td:empty::after{content:'\\2013';color:#5e5c64}"
    "figure{margin:1.5rem 0;padding:1rem;border:1px solid #9a9996;border-radius:.75rem;"
    "background:#fff}"
    "svg{display:block;width:100%;height:auto}"
    "footer{font-size:.875rem;color:#5e5c64}"
    "@media(prefers-color-scheme:dark){body{color:#f6f5f4;background:#1d1d20}"
    "tbody th,thead th{background:#2e2e32}td:empty::after,footer{color:#c0bfbc}}"
    "@media print{body{margin:0;font-size:9pt;max-width:none}.table{overflow:visible}"
    "th,td{min-width:0;padding:.25rem}}";

static void
put (GString *html, const char *before, const char *text, const char *after)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append_printf (html, "%s%s%s", before, escaped, after);
}

static char *
dup_text (LasnaRecord *record, const char *property, LasnaLanguage language)
{
  return lasna_record_dup_text_in (record, property, language);
}

static void
put_head (GString *html, LasnaRecord *journey, LasnaLanguage language, const char *picture)
{
  g_autofree char *title = dup_text (journey, "title", language);
  g_autofree char *description = dup_text (journey, "description", language);

  g_string_append_printf (html,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width\">\n",
                          lasna_language_to_code (language));
  put (html, "<title>", title, "</title>\n");
  g_string_append_printf (html, "<style>%s</style>\n</head>\n<body>\n<main>\n", style);
  put (html, "<h1>", title, "</h1>\n");
  if (description != NULL)
    put (html, "<p>", description, "</p>\n");
  /* The picture is ours, drawn by whoever calls. */
  if (picture != NULL)
    g_string_append_printf (html, "<figure>%s</figure>\n", picture);
}

static void
put_stages (GString *html, GListModel *stages, LasnaLanguage language)
{
  put (html, "<thead>\n<tr><th scope=\"col\">", lasna_words (language, N_ ("Stage")), "</th>");
  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);
      g_autofree char *title = dup_text (stage, "title", language);

      put (html, "<th scope=\"col\">", title, "</th>");
    }
  g_string_append (html, "</tr>\n</thead>\n");
}

static void
put_lane (GString *html, GListModel *stages, guint lane, LasnaLanguage language)
{
  put (html, "<tr><th scope=\"row\">", lasna_journey_lane_get_name (lane, language), "</th>");
  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);
      g_autofree char *cell = lasna_journey_lane_dup_cell (lane, stage, language);

      put (html, "<td>", cell, "</td>");
    }
  g_string_append (html, "</tr>\n");
}

static const LasnaStageFigures *
get_figures (const LasnaJourneyFigures *figures, guint stage)
{
  return stage < figures->stages->len ? figures->stages->pdata[stage] : NULL;
}

/* Few are told by their number only. */
static void
put_felt (GString *html,
          GListModel *stages,
          const LasnaJourneyFigures *figures,
          LasnaLanguage language)
{
  put (html,
       "<tr><th scope=\"row\">",
       lasna_words (language, N_ ("Climate from feedback, -1 to +1")),
       "</th>");
  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      const LasnaStageFigures *stage = get_figures (figures, i);
      LasnaMeasureResult climate = lasna_totals_get_measure (&stage->totals, LASNA_MEASURE_CLIMATE);
      g_autofree char *value = lasna_words_number (language, climate.value, 2);
      g_autofree char *n = g_strdup_printf ("n = %u", (guint) climate.n);

      g_string_append (html, "<td>");
      if (climate.n > 0 && !lasna_is_small (climate.n) && !isnan (climate.value))
        put (html, "", value, ", ");
      if (climate.n > 0)
        put (html, "", n, "");
      g_string_append (html, "</td>");
    }
  g_string_append (html, "</tr>\n");
}

/**
 * lasna_journey_html_write:
 * @feedback: (nullable): where what was felt comes from
 * @picture: (nullable): an SVG element, with its own text alternative, to stand above the table
 *
 * Returns: (transfer full) (nullable): the page
 */
char *
lasna_journey_html_write (LasnaRecord *journey,
                          LasnaFeedback *feedback,
                          LasnaLanguage language,
                          const char *picture,
                          GError **error)
{
  g_autoptr (LasnaJourneyFigures) figures =
      feedback != NULL ? lasna_feedback_get_journey (feedback, journey, NULL, error) : NULL;
  GListModel *stages = lasna_record_get_children (journey, "stage", "journey");
  g_autoptr (GString) html = g_string_new (NULL);

  if (feedback != NULL && figures == NULL)
    return NULL;
  put_head (html, journey, language, picture);
  g_string_append (html, "<div class=\"table\" tabindex=\"0\" role=\"region\"");
  put (html, " aria-label=\"", lasna_words (language, N_ ("The journey, stage by stage")), "\">\n");
  g_string_append (html, "<table>\n");
  put_stages (html, stages, language);
  g_string_append (html, "<tbody>\n");
  for (guint lane = 0; lane < lasna_journey_lanes_get_n (); lane++)
    put_lane (html, stages, lane, language);
  if (figures != NULL)
    put_felt (html, stages, figures, language);
  g_string_append (html, "</tbody>\n</table>\n</div>\n</main>\n");
  put (html, "<footer>", lasna_words (language, N_ ("Made with Läsnä")), "</footer>\n");
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free (g_steal_pointer (&html), FALSE);
}
