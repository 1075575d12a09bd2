/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journey as a page: sound, whole, in three languages, and in need of nothing else.
 */
#include "config.h"

#include "lasna-journey-html.h"
#include "lasna-test-sample.h"

#include <libxml/parser.h>
#include <string.h>

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

/* The two elements that never close are all that keeps the page from being XML. */
static void
assert_sound (const char *page)
{
  g_autoptr (GString) text = g_string_new (strstr (page, "<html"));
  xmlDoc *document;

  g_string_replace (text, "charset=\"utf-8\">", "charset=\"utf-8\"/>", 1);
  g_string_replace (text, "width=device-width\">", "width=device-width\"/>", 1);
  document = xmlReadMemory (text->str, (int) text->len, NULL, "UTF-8", XML_PARSE_NONET);
  g_assert_nonnull (document);
  xmlFreeDoc (document);
}

static void
test_page (gconstpointer data)
{
  LasnaLanguage language = GPOINTER_TO_UINT (data);
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autoptr (LasnaWorkbook) workbook =
      lasna_test_make (folder, "a.lasna", LASNA_MAKING_SAMPLE, language);
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (workbook);
  g_autoptr (LasnaRecord) journey =
      g_list_model_get_item (lasna_workbook_get_records (workbook, "journey"), 0);
  guint n = g_list_model_get_n_items (lasna_record_get_children (journey, "stage", "journey"));
  g_autoptr (GError) error = NULL;
  g_autofree char *lang = g_strdup_printf ("<html lang=\"%s\">", lasna_language_to_code (language));
  g_autofree char *page = NULL;

  g_object_set (journey, "title", "A <b>bold</b> & \"quoted\" one", NULL);
  page = lasna_journey_html_write (
      journey, feedback, language, "<svg role=\"img\" aria-label=\"words\"/>", &error);
  g_assert_no_error (error);
  assert_sound (page);
  g_assert_nonnull (strstr (page, lang));
  g_assert_nonnull (strstr (page, "<figure><svg role=\"img\" aria-label=\"words\"/></figure>"));
  g_assert_null (strstr (page, "<b>"));
  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "http"));
  g_assert_null (strstr (page, "url("));
  g_assert_cmpuint (count (page, "<th scope=\"col\">"), ==, n + 1);
  g_assert_cmpuint (count (page, "<td>"), ==, n * count (page, "<th scope=\"row\">"));
  g_assert_nonnull (strstr (page, "n = "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("/html/%s", lasna_language_to_code (i));

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_page);
    }
  return g_test_run ();
}
