/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Journeys as mermaid: our own text comes back whole, that of others becomes a journey, and what is
 * at fault changes nothing.
 */
#include "config.h"

#include "lasna-error.h"
#include "lasna-journey-mermaid.h"
#include "lasna-journey.h"
#include "lasna-template.h"
#include "lasna-test-sample.h"

#include <string.h>

static char *
write_out (LasnaRecord *journey)
{
  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (lasna_record_get_workbook (journey));
  g_autoptr (GError) error = NULL;
  char *text = lasna_journey_mermaid_write (journey, feedback, TRUE, &error);

  g_assert_no_error (error);
  return text;
}

static LasnaRecord *
read_in (LasnaWorkbook *workbook, const char *text)
{
  g_autoptr (GError) error = NULL;
  LasnaRecord *journey =
      lasna_journey_mermaid_read (workbook, text, strlen (text), "Untitled", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (LASNA_IS_JOURNEY (journey));
  return journey;
}

static void
assert_round_trip (LasnaRecord *journey, LasnaWorkbook *other)
{
  g_autofree char *one = write_out (journey);
  LasnaRecord *back = read_in (other, one);
  g_autofree char *two = write_out (back);

  g_assert_true (back != journey);
  g_assert_cmpstr (one, ==, two);
}

static void
test_sample (gconstpointer data)
{
  LasnaLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autoptr (LasnaWorkbook) sample =
      lasna_test_make (folder, "a.lasna", LASNA_MAKING_SAMPLE, language);
  GListModel *journeys = lasna_workbook_get_records (sample, "journey");
  guint n = g_list_model_get_n_items (journeys);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LasnaRecord) journey = g_list_model_get_item (journeys, i);
      g_autoptr (GError) error = NULL;

      assert_round_trip (journey, sample);
      lasna_workbook_undo (sample, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_list_model_get_n_items (journeys), ==, n);
    }
}

static void
test_templates (gconstpointer data)
{
  LasnaLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autoptr (LasnaWorkbook) book = lasna_test_make (folder, "a.lasna", 0, language);
  g_autoptr (LasnaWorkbook) other = lasna_test_make (folder, "b.lasna", 0, language);
  const LasnaJourneyTemplate *const *templates =
      lasna_catalogue_get_journeys (lasna_workbook_get_catalogue (book));

  for (guint i = 0; templates[i] != NULL; i++)
    {
      const LasnaJourneyTemplate *template = templates[i];
      g_autoptr (GError) error = NULL;
      LasnaRecord *journey =
          lasna_template_add_journey (book, NULL, template->id, language, &error);

      g_assert_no_error (error);
      assert_round_trip (journey, other);
    }
}

/* Every text that mermaid would stumble over, in every place. */
static void
test_texts (void)
{
  static const char *const texts[] = {
    "At 10:30 call",
    "Ticket #482; urgent",
    "journey ends",
    "Section two",
    "title of it",
    " ends with a blank ",
    "two\nlines\r",
    "a, b",
    "50 % off %% }%% %%{init}",
    "<b>&amp;#35;</b>",
    "--- dashes",
    "accDescr { x",
    "Äiti 你好 مرحبا",
    "\"quotes\" [x] {y}",
    "#",
    ";",
    ":",
  };
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autoptr (LasnaWorkbook) book = lasna_test_make (folder, "a.lasna", 0, LASNA_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  LasnaRecord *journey =
      lasna_template_add_journey (book, NULL, "journey.travel", LASNA_LANGUAGE_EN, &error);
  GListModel *stages = lasna_record_get_children (journey, "stage", "journey");
  g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, 0);
  GListModel *touchpoints = lasna_record_get_children (stage, "touchpoint", "stage");
  g_autoptr (LasnaRecord) touchpoint = g_list_model_get_item (touchpoints, 0);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *encoded = lasna_mermaid_encode (texts[i], TRUE);
      g_autofree char *decoded = lasna_mermaid_decode (encoded);

      g_assert_cmpstr (decoded, ==, texts[i]);
      g_object_set (journey, "title", texts[i], NULL);
      g_object_set (stage, "title", texts[i], "customer-goal", texts[i], NULL);
      g_object_set (touchpoint, "title", texts[i], "note", texts[i], NULL);
      assert_round_trip (journey, book);
    }
}

/* Whoever changes what mermaid shows is believed. */
static void
test_edited (void)
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autoptr (LasnaWorkbook) book = lasna_test_make (folder, "a.lasna", 0, LASNA_LANGUAGE_EN);
  LasnaRecord *journey = read_in (book, "journey\nsection One\nA: 4: Me, Cat\nB: 2: Me\n");
  g_autofree char *text = write_out (journey);
  g_auto (GStrv) parts = g_strsplit (text, "A: 4:", 2);
  g_autofree char *changed = g_strjoinv ("C: 1:", parts);
  LasnaRecord *back = read_in (book, changed);
  g_autoptr (LasnaRecord) stage =
      g_list_model_get_item (lasna_record_get_children (back, "stage", "journey"), 0);
  g_autoptr (LasnaRecord) first =
      g_list_model_get_item (lasna_record_get_children (stage, "touchpoint", "stage"), 0);
  g_autoptr (LasnaRecord) step =
      g_list_model_get_item (lasna_record_get_children (first, "backstage_step", "touchpoint"), 0);

  g_assert_cmpstr (lasna_record_get_text (back, "title"), ==, "Untitled");
  g_assert_cmpstr (lasna_record_get_text (first, "title"), ==, "C");
  g_assert_cmpint (lasna_record_get_integer (first, "believed-height"), ==, -2);
  g_assert_cmpstr (lasna_record_get_text (step, "actor"), ==, "Cat");
  g_assert_cmpstr (
      lasna_record_get_text (lasna_record_get_reference (back, "segment"), "name"), ==, "Me");
}

/* A text; the stages and touchpoints it gives, or the beginning of what is said of it. */
static const struct
{
  const char *text;
  guint stages;
  guint touchpoints;
  const char *said;
} others[] = {
  { "journey\n    title My working day\n    section Go to work\n      Make tea: 5: Me\n"
    "      Go upstairs: 3: Me\n      Do work: 1: Me, Cat\n    section Go home\n"
    "      Go downstairs: 5: Me\n      Sit down: 5: Me\n",
    2,
    5,
    NULL },
  { "journey", 0, 0, NULL },
  { "\xef\xbb\xbfjourney\r\nsection A\r\nx: 3: Me\r\n", 1, 1, NULL },
  { "---\ntitle: \"Buying\"\nconfig:\n  journey:\n    width: 5\n---\njourney\nsection A\nx: 3\n",
    1,
    1,
    NULL },
  { "%%{init: {\n'theme': 'dark'}\n}%%\n%% a word\njourney\nx: 3: Me\n", 1, 1, NULL },
  { "journey\naccTitle: A\naccDescr {\nsection no\n: no\n}\nx: 3:\n", 1, 1, NULL },
  { "journey\nSECTION A\nSection A\nx: 3: Me,, Me,\n", 2, 1, NULL },
  { "journey\nx: : Me\ny: 0: Me\nz: 7\nv: -2\nw: 3.5: a: b\n", 1, 5, NULL },
  { "journey\nCall at 10#58;30: 5: Me\n# words\n", 1, 1, NULL },
  { "journey\nx: 5: Me # cut: this; out\n", 1, 1, NULL },
  { "", 0, 0, "Line 1, column 1: " },
  { "\n\n", 0, 0, "Line 1, column 1: This is not" },
  { "flowchart LR\nA-->B\n", 0, 0, "Line 1, column 1: This is not" },
  { "Journey\n", 0, 0, "Line 1, column 1: This is not" },
  { "journeys\n", 0, 0, "Line 1, column 1: This is not" },
  { "---\ntitle: x\njourney\n", 0, 0, "Line 1, column 1: This is not" },
  { "journey\nno colon here\n", 0, 0, "Line 2, column 14: A task" },
  { "journey\nTicket #482: 3: Me\n", 0, 0, "Line 2, column 8: A task" },
  { "journey\na; b: 3: Me\n", 0, 0, "Line 2, column 2: Mermaid takes no semicolon" },
  { "journey\nsection a: b\n", 0, 0, "Line 2, column 10: Mermaid takes no colon" },
  { "journey\nsection\n", 0, 0, "Line 2, column 8: This section" },
  { "journey\n  x: good: Me\n", 0, 0, "Line 2, column 5: This score" },
  { "journey\nAt 10:30 call: 3: Me\n", 0, 0, "Line 2, column 7: This score" },
  { "journey\nx: nan: Me\n", 0, 0, "Line 2, column 3: This score" },
  { "journey\nx: 1e999: Me\n", 0, 0, "Line 2, column 3: This score" },
  { "journey\n: 3: Me\n", 0, 0, "Line 2, column 1: This task" },
  { "journey\nx: 3\n%% lasna {\"table\":\"feedback\"}\n", 0, 0, "Line 3, column 10: This line" },
  { "journey\nx: 3\n%% lasna {\"table\":\"moon\"}\n", 0, 0, "Line 3, column 10: This line" },
  { "journey\nx: 3\n%% lasna {\"table\":\n", 0, 0, "Line 3, column 10: This line of" },
  { "journey\nx: 3\n%% lasna {\"table\":[[[[[[[\n", 0, 0, "Line 3, column 10: This line of" },
  { "journey\nx: 3\n%% lasna {\"table\":\"touchpoint\",\"number\":1,\"visibility\":\"moon\"}\n",
    0,
    0,
    "Line 2, column 1: " },
  { "journey\nx: 3\n%% lasna {\"table\":\"touchpoint\",\"number\":\"9\",\"stage\":77,\"sails\":[1]}\n",
    0,
    0,
    "Line 3, column 10: This line of" },
  { "journey\nx: 3\n%% lasna {\"table\":\"backstage_step\",\"number\":4,\"title\":\"t\"}\n",
    0,
    0,
    "Line 3, column 1: " },
  { "journey\nx: 3\n%% lasna {\"table\":\"stage\",\"number\":4,\"title\":7}\n"
    "%% lasna {\"table\":\"touchpoint\",\"number\":1}\n",
    1,
    1,
    NULL },
  { "journey\nx: 3: \xff\n", 0, 0, "The file is not plain text" },
};

static guint
count_touchpoints (GListModel *stages)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);

      n += g_list_model_get_n_items (lasna_record_get_children (stage, "touchpoint", "stage"));
    }
  return n;
}

static void
test_others (void)
{
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autoptr (LasnaWorkbook) book = lasna_test_make (folder, "a.lasna", 0, LASNA_LANGUAGE_EN);
  GListModel *journeys = lasna_workbook_get_records (book, "journey");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      guint before = g_list_model_get_n_items (journeys);
      g_autoptr (GError) error = NULL;
      LasnaRecord *journey = lasna_journey_mermaid_read (
          book, others[i].text, strlen (others[i].text), "Untitled", NULL, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "");
      if (others[i].said == NULL)
        {
          GListModel *stages;

          g_assert_no_error (error);
          stages = lasna_record_get_children (journey, "stage", "journey");
          g_assert_cmpuint (g_list_model_get_n_items (stages), ==, others[i].stages);
          g_assert_cmpuint (count_touchpoints (stages), ==, others[i].touchpoints);
          continue;
        }
      g_assert_error (error, LASNA_ERROR, LASNA_ERROR_PARSE);
      g_assert_true (g_str_has_prefix (error->message, others[i].said));
      g_assert_cmpuint (g_list_model_get_n_items (journeys), ==, before);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mermaid/others", test_others);
  g_test_add_func ("/mermaid/texts", test_texts);
  g_test_add_func ("/mermaid/edited", test_edited);
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autofree char *sample = g_strdup_printf ("/mermaid/sample/%s", lasna_language_to_code (i));
      g_autofree char *templates =
          g_strdup_printf ("/mermaid/templates/%s", lasna_language_to_code (i));

      g_test_add_data_func (sample, GUINT_TO_POINTER (i), test_sample);
      g_test_add_data_func (templates, GUINT_TO_POINTER (i), test_templates);
    }
  return g_test_run ();
}
