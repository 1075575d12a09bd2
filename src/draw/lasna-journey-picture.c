/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of the stages above the path band. The picture carries its own text alternative: the
 * sentences of the stages.
 */
#include "config.h"

#include "lasna-journey-picture.h"

#include "lasna-paint.h"
#include "lasna-path-band.h"
#include "lasna-summary-gather.h"

#include <cairo-svg.h>
#include <string.h>

#define WIDTH 1120 /* of the picture; the browser scales it to the window */
#define BAND 160
#define PRINTED_BAND 32 /* mm, on the printed page */
#define GAP 8

/* Returns the lower edge of the names. */
static double
add_names (LasnaLayout *layout, LasnaTypesetter *typesetter, GPtrArray *stages, double column)
{
  const LasnaTextStyle style = { .size = 15, .smallest = 11, .max_lines = 3, .weight = 700 };
  double end = 0;

  for (guint i = 0; i < stages->len; i++)
    {
      const LasnaPathStage *stage = g_ptr_array_index (stages, i);
      g_autofree char *name = g_strdup_printf ("%u  %s", i + 1, stage->title);
      LasnaShape *shape =
          lasna_layout_set_text (layout,
                                 typesetter,
                                 "stage-name",
                                 (int) i,
                                 name,
                                 &style,
                                 (LasnaRect){ column * i + GAP, 0, column - 2 * GAP, 0 },
                                 LASNA_INK_TEXT);

      end = MAX (end, shape->rect.height);
    }
  return end;
}

static char *
describe (GPtrArray *stages, LasnaLanguage language)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++)
    {
      g_autofree char *sentence =
          lasna_path_stage_dup_sentence (g_ptr_array_index (stages, i), language);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", sentence);
    }
  return g_string_free (out, FALSE);
}

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_string_append_len (data, (const char *) bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A document of its own begins with a declaration that has no place inside a page. */
static char *
dup_element (const char *document, const char *words)
{
  const char *start = strstr (document, "<svg ");
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  if (start == NULL)
    return NULL;
  return g_strdup_printf ("<svg role=\"img\" aria-label=\"%s\" %s", escaped, start + 5);
}

/**
 * lasna_journey_picture_dup_svg:
 * @heard: (nullable): what was felt
 *
 * Returns: (transfer full) (nullable): an SVG element with its text alternative; NULL for a journey
 *   without stages
 */
char *
lasna_journey_picture_dup_svg (LasnaRecord *journey,
                               const LasnaHeard *heard,
                               LasnaLanguage language)
{
  const LasnaSummaryOptions options = { .language = language };
  g_autoptr (LasnaSummaryContent) content =
      lasna_summary_gather (lasna_record_get_workbook (journey), journey, heard, &options);
  g_autoptr (LasnaTypesetter) typesetter = lasna_typesetter_new (language, NULL);
  g_autoptr (LasnaLayout) layout = NULL;
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  g_autoptr (GString) document = g_string_new (NULL);
  g_autofree char *words = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  double top;

  for (guint i = 0; i < content->stages->len; i++)
    g_ptr_array_add (stages, ((LasnaSummaryStage *) g_ptr_array_index (content->stages, i))->path);
  if (stages->len == 0)
    return NULL;

  layout = lasna_layout_new (WIDTH, BAND);
  top = add_names (layout, typesetter, stages, (double) WIDTH / stages->len) + GAP;
  layout->height = top + BAND;
  lasna_path_band_add (layout,
                       typesetter,
                       stages,
                       &(LasnaPathFrame){ .area = { 0, top, WIDTH, BAND },
                                          .mm = (double) BAND / PRINTED_BAND,
                                          .text_size = 13 });
  surface =
      cairo_svg_surface_create_for_stream (append_cb, document, layout->width, layout->height);
  cr = cairo_create (surface);
  lasna_layout_paint (layout, cr, LASNA_THEME_LIGHT);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  words = describe (stages, language);
  return dup_element (document->str, words);
}
