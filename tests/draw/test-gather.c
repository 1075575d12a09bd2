/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a workbook to a page: languages, names, figures, the order of things.
 */
#include "config.h"

#include "lasna-action.h"
#include "lasna-error.h"
#include "lasna-export.h"
#include "lasna-heard-read.h"
#include "lasna-journey-picture.h"
#include "lasna-journey.h"
#include "lasna-names.h"
#include "lasna-person.h"
#include "lasna-problem-plan.h"
#include "lasna-promise-check.h"
#include "lasna-promise.h"
#include "lasna-summary-gather.h"
#include "lasna-summary-layout.h"
#include "lasna-template.h"
#include "lasna-test-book.h"
#include "lasna-test-sample.h"
#include "lasna-voice-details.h"

#include <math.h>
#include <string.h>

typedef struct
{
  LasnaTestBook *book;
  LasnaRecord *journey;
} Fixture;

static LasnaRecord *
get_child (LasnaRecord *parent, const char *table, const char *property, guint index)
{
  GListModel *children = lasna_record_get_children (parent, table, property);
  g_autoptr (LasnaRecord) child = g_list_model_get_item (children, index);

  g_assert_nonnull (child);
  return child;
}

static LasnaRecord *
get_stage (Fixture *fixture, guint index)
{
  return get_child (fixture->journey, "stage", "journey", index);
}

static void
add_people_and_plans (Fixture *fixture)
{
  LasnaWorkbook *workbook = fixture->book->workbook;
  LasnaRecord *stage = get_stage (fixture, 1);
  LasnaRecord *touchpoint = get_child (stage, "touchpoint", "stage", 0);
  LasnaRecord *person = lasna_workbook_add (
      workbook, LASNA_TYPE_PERSON, "display-name", "Marja Korvenoja", "is-team", TRUE, NULL);

  lasna_workbook_add (workbook, LASNA_TYPE_PERSON, "display-name", "The Hiltunens", NULL);
  g_object_set (touchpoint, "owner", person, NULL);
  g_object_set (fixture->journey, "author", "Marja Korvenoja", "version", "3", NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_PROMISE,
                      "service",
                      lasna_record_get_reference (fixture->journey, "service"),
                      "sentence",
                      "Meillä saat olla rauhassa.",
                      NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_ACTION,
                      "title",
                      "Pyydä Marjalta uudet kuvat",
                      "owner",
                      person,
                      "due",
                      "2026-12-01",
                      NULL);
  lasna_workbook_add (
      workbook, LASNA_TYPE_ACTION, "title", "Ensin tämä", "due", "2026-11-25", NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_ACTION,
                      "title",
                      "Jo tehty",
                      "state",
                      "action.told-back",
                      "due",
                      "2026-11-24",
                      NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_PROMISE_CHECK,
                      "touchpoint",
                      touchpoint,
                      "mode",
                      "promise.words",
                      "state",
                      "promise-state.contradicts",
                      "checked-by",
                      "Marja",
                      NULL);
  lasna_workbook_add (workbook,
                      LASNA_TYPE_PROBLEM_PLAN,
                      "stage",
                      stage,
                      "title",
                      "Varausta ei löydy",
                      "likelihood",
                      (gint64) 3,
                      "harm",
                      (gint64) 3,
                      "who",
                      "Marja",
                      "first-words",
                      "The Hiltunens sanoivat: The end.",
                      "help-channel",
                      "tiski",
                      NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->book = lasna_test_book_new (LASNA_LANGUAGE_FI);
  fixture->journey = lasna_template_add_journey (
      fixture->book->workbook, NULL, "journey.travel", LASNA_LANGUAGE_FI, &error);
  g_assert_no_error (error);
  add_people_and_plans (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lasna_test_book_free (fixture->book);
}

/* Twelve voices in the second stage, three in the third. */
static LasnaHeard *
make_figures (Fixture *fixture)
{
  LasnaHeard *figures = lasna_heard_new ();
  LasnaHeardStage *many =
      lasna_heard_add_stage (figures, lasna_record_get_id (get_stage (fixture, 1)));
  LasnaHeardStage *few =
      lasna_heard_add_stage (figures, lasna_record_get_id (get_stage (fixture, 2)));
  gint64 touchpoint =
      lasna_record_get_id (get_child (get_stage (fixture, 1), "touchpoint", "stage", 1));

  figures->n = 15;
  figures->from = g_strdup ("2026-01-05");
  figures->to = g_strdup ("2026-11-20");
  many->n = many->n_entries = many->n_task = 12;
  many->climate = -0.25;
  many->task = 80;
  many->entries = g_new0 (double, 12);
  many->moments[0] = 12;
  many->verbatim = g_strdup ("Marja vastasi heti, mutta sivu oli hidas.");
  lasna_heard_stage_add_feeling (many, "emotion.trusting", 7);
  lasna_heard_stage_add_feeling (many, "emotion.hurried", 2);
  lasna_heard_stage_add_feeling (many, "emotion.frustrated", 4);
  g_array_append_val (figures->touchpoints, touchpoint);
  few->n = few->n_entries = 3;
  few->climate = 0.9;
  few->verbatim = g_strdup ("Vain minä sanoin näin.");
  few->entries = g_new0 (double, 3);
  lasna_heard_stage_add_feeling (few, "emotion.happy", 3);
  return figures;
}

static LasnaSummaryContent *
gather (Fixture *fixture, LasnaLanguage language, gboolean names)
{
  g_autoptr (LasnaHeard) figures = make_figures (fixture);
  const LasnaSummaryOptions options = { .language = language, .names = names };

  return lasna_summary_gather (fixture->book->workbook, fixture->journey, figures, &options);
}

/* A Finnish workbook whose texts come from a template prints in each language. */
static void
test_languages (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Purchase", "Hankinta", "Köpet" };
  static const char *const wanted[] = { "Trusting", "Luottavainen", "Tillitsfull" };
  static const char *const periods[] = { "5 Jan 2026 – 20 Nov 2026",
                                         "5.1.2026 – 20.11.2026",
                                         "5 jan. 2026 – 20 nov. 2026" };

  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LasnaSummaryContent) content = gather (fixture, language, TRUE);
      const LasnaSummaryStage *stage = g_ptr_array_index (content->stages, 1);
      g_autoptr (LasnaLayout) layout = lasna_summary_layout_new (content, LASNA_PAPER_A4, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (content->stages->len, ==, 6);
      g_assert_cmpstr (stage->path->title, ==, names[language]);
      g_assert_cmpstr (stage->wanted, ==, wanted[language]);
      g_assert_cmpstr (content->period, ==, periods[language]);
      g_assert_cmpint (stage->situation, ==, 2);
      g_assert_cmpstr (content->promise, ==, "Meillä saat olla rauhassa.");
    }
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaSummaryContent) content = gather (fixture, LASNA_LANGUAGE_FI, TRUE);
  const LasnaSummaryStage *silent = g_ptr_array_index (content->stages, 0);
  const LasnaSummaryStage *heard = g_ptr_array_index (content->stages, 1);
  const LasnaSummaryFeeling *first = g_ptr_array_index (heard->felt, 0);
  const LasnaSummaryFeeling *second = g_ptr_array_index (heard->felt, 1);
  const LasnaPathStop *asked = g_ptr_array_index (heard->path->stops, 1);
  const LasnaPathStop *other = g_ptr_array_index (heard->path->stops, 0);

  g_assert_cmpfloat (heard->path->wanted, ==, 1);
  g_assert_cmpfloat (heard->path->felt, ==, -0.25);
  g_assert_cmpfloat_with_epsilon (heard->task, 80, 1e-9);
  g_assert_cmpfloat_with_epsilon (heard->feeling, 37.5, 1e-9);

  /* The most frequent destroying feeling, then the most frequent other one. */
  g_assert_cmpstr (first->label, ==, "Turhautunut");
  g_assert_cmpint (first->ink, ==, LASNA_INK_DESTROYING);
  g_assert_cmpstr (second->label, ==, "Luottavainen");
  g_assert_cmpuint (second->count, ==, 7);
  g_assert_true (asked->has_feedback);
  g_assert_false (other->has_feedback);

  g_assert_true (isnan (silent->path->felt));
  g_assert_true (isnan (silent->feeling));
  g_assert_cmpuint (silent->n, ==, 0);
  g_assert_null (silent->voice);

  /* Under five nobody is quoted. */
  g_assert_null (((LasnaSummaryStage *) g_ptr_array_index (content->stages, 2))->voice);
  g_assert_nonnull (heard->voice);
  g_assert_null (content->nps);
}

static void
test_boxes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaSummaryContent) content = gather (fixture, LASNA_LANGUAGE_FI, TRUE);
  const LasnaSummaryAction *first = g_ptr_array_index (content->actions, 0);
  const LasnaSummaryAction *second = g_ptr_array_index (content->actions, 1);
  const LasnaSummaryProblem *problem = g_ptr_array_index (content->problems, 0);
  const LasnaSummaryPromise *promise = g_ptr_array_index (content->promises, 0);
  const LasnaSummaryStage *stage = g_ptr_array_index (content->stages, 1);
  const LasnaSummaryTouchpoint *touchpoint = g_ptr_array_index (stage->touchpoints, 0);

  g_assert_cmpuint (content->actions->len, ==, 2);
  g_assert_cmpstr (first->title, ==, "Ensin tämä");
  g_assert_cmpstr (second->owner, ==, "Marja Korvenoja");
  g_assert_cmpstr (second->due, ==, "1.12.2026");
  g_assert_cmpstr (problem->title, ==, "Varausta ei löydy");
  g_assert_cmpuint (content->promises->len, ==, 1);
  g_assert_cmpint (promise->states[1], ==, LASNA_PROMISE_CONTRADICTS);
  g_assert_cmpint (promise->states[0], ==, LASNA_PROMISE_NOT_CHECKED);
  g_assert_cmpuint (content->n_checked, ==, 1);
  g_assert_cmpstr (touchpoint->owner, ==, "MK");
  g_assert_cmpstr (touchpoint->letter, ==, "D");
}

static void
refuse_names (char **text, gpointer data)
{
  g_assert_null (strstr (*text, "Marja"));
  g_assert_null (strstr (*text, "Korvenoja"));
  g_assert_cmpstr (*text, !=, "MK");
}

static void
test_no_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaSummaryContent) content = gather (fixture, LASNA_LANGUAGE_FI, FALSE);
  const LasnaSummaryStage *stage = g_ptr_array_index (content->stages, 1);
  const LasnaSummaryAction *action = g_ptr_array_index (content->actions, 1);

  lasna_summary_content_foreach_text (content, refuse_names, NULL);
  g_assert_cmpstr (((LasnaSummaryProblem *) g_ptr_array_index (content->problems, 0))->first_words,
                   ==,
                   "N.N. sanoivat: The end.");
  g_assert_null (content->author);
  g_assert_null (action->owner);
  g_assert_cmpstr (action->title, ==, "Pyydä N.N. uudet kuvat");
  g_assert_cmpstr (stage->voice, ==, "N.N. vastasi heti, mutta sivu oli hidas.");
}

/* The parts of a double name and their inflected forms are names, too. */
static void
test_parts_of_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LasnaNames) names = NULL;
  g_autofree char *text = g_strdup ("Annalle, Liisan ja ANNA-LIISA HILTUSEN annos");

  lasna_workbook_add (
      fixture->book->workbook, LASNA_TYPE_PERSON, "display-name", "Anna-Liisa Hiltunen", NULL);
  names = lasna_names_new_of_people (fixture->book->workbook, LASNA_LANGUAGE_FI);
  lasna_names_hide (&text, names);
  g_assert_cmpstr (text, ==, "N.N., N.N. ja N.N. annos");
}

static void
test_chosen_stages (Fixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { lasna_record_get_id (get_stage (fixture, 1)),
                         lasna_record_get_id (get_stage (fixture, 3)) };
  const LasnaSummaryOptions options = { .language = LASNA_LANGUAGE_EN,
                                        .stages = ids,
                                        .n_stages = G_N_ELEMENTS (ids) };
  g_autoptr (LasnaSummaryContent) content =
      lasna_summary_gather (fixture->book->workbook, fixture->journey, NULL, &options);
  const LasnaSummaryStage *last = g_ptr_array_index (content->stages, 1);

  g_assert_cmpuint (content->stages->len, ==, 2);
  g_assert_cmpstr (last->path->title, ==, "During the trip");
  g_assert_null (content->period);
}

static LasnaVoice *
add_voice (Fixture *fixture, LasnaRecord *stage, const char *emotion, guint n)
{
  LasnaWorkbook *workbook = fixture->book->workbook;
  LasnaVoice *voice = lasna_workbook_add (workbook,
                                          LASNA_TYPE_VOICE,
                                          "received-at",
                                          "2026-05-01T10:00",
                                          "moment",
                                          "feedback.after-service",
                                          "task",
                                          (gint64) (n % 4),
                                          "verbatim",
                                          "Opas sammutti lampun eikä sanonut mitään.",
                                          "language",
                                          "fi",
                                          NULL);

  g_assert_true (lasna_voice_set_place (voice, "stage", stage));
  g_assert_true (lasna_voice_set_emotion (
      voice, lasna_label_take_code (workbook, "label.emotion", emotion), 3, TRUE));
  return voice;
}

/* From voices in the file to the page, with nothing by hand between. */
static void
test_voices (Fixture *fixture, gconstpointer data)
{
  static const LasnaSummaryOptions options = { .language = LASNA_LANGUAGE_FI, .names = TRUE };
  LasnaWorkbook *workbook = fixture->book->workbook;
  g_autoptr (GError) error = NULL;
  LasnaRecord *stage = get_stage (fixture, 3);
  g_autoptr (LasnaChange) change = lasna_workbook_begin (workbook, "Voices");

  for (guint i = 0; i < 7; i++)
    add_voice (fixture, stage, i < 2 ? "emotion.neglected" : "emotion.happy", i);
  g_object_set (add_voice (fixture, stage, "emotion.happy", 7),
                "received-at",
                "2026-05-02T10:00",
                "language",
                "en",
                "verbatim",
                "The guide turned off the lamp.",
                "between-lines",
                "Wanted to hear the silence.",
                NULL);
  add_voice (fixture, get_stage (fixture, 4), "emotion.happy", 0);
  lasna_test_assert_accepted (change);

  g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (workbook);

  g_assert_true (lasna_feedback_load (feedback, &error));

  g_autoptr (LasnaJourneyFigures) figures =
      lasna_feedback_get_journey (feedback, fixture->journey, NULL, &error);

  g_assert_no_error (error);

  g_autoptr (LasnaHeard) heard = lasna_heard_read (workbook, figures, LASNA_LANGUAGE_FI);
  g_autoptr (LasnaSummaryContent) content =
      lasna_summary_gather (workbook, fixture->journey, heard, &options);
  const LasnaSummaryStage *full = g_ptr_array_index (content->stages, 3);
  const LasnaSummaryStage *few = g_ptr_array_index (content->stages, 4);
  const LasnaSummaryFeeling *first = g_ptr_array_index (full->felt, 0);

  /* A page quotes its own language, and where nobody spoke it the latest voice as it is. */
  g_autoptr (LasnaHeard) in_english = lasna_heard_read (workbook, figures, LASNA_LANGUAGE_EN);
  g_autoptr (LasnaHeard) in_swedish = lasna_heard_read (workbook, figures, LASNA_LANGUAGE_SV);
  const LasnaHeardStage *english = lasna_heard_find (in_english, lasna_record_get_id (stage));
  const LasnaHeardStage *swedish = lasna_heard_find (in_swedish, lasna_record_get_id (stage));

  g_assert_cmpuint (content->n, ==, 9);
  g_assert_cmpstr (content->period, ==, "1.5.2026 – 2.5.2026");
  g_assert_cmpuint (full->n, ==, 8);
  g_assert_cmpuint (full->path->n_felt, ==, 8);
  g_assert_cmpfloat_with_epsilon (full->path->felt, 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (full->task, 50, 1e-9);
  g_assert_cmpuint (full->moments[1], ==, 8);
  g_assert_cmpstr (first->label, ==, "Unohdettu");
  g_assert_cmpuint (first->count, ==, 2);
  g_assert_cmpstr (full->voice, ==, "Opas sammutti lampun eikä sanonut mitään.");
  g_assert_cmpstr (english->verbatim, ==, "The guide turned off the lamp.");
  g_assert_cmpstr (english->between_lines, ==, "Wanted to hear the silence. (Guess)");
  g_assert_cmpstr (swedish->between_lines, ==, "Wanted to hear the silence. (Gissning)");
  g_assert_cmpstr (swedish->verbatim, ==, "The guide turned off the lamp.");
  g_assert_cmpuint (few->n, ==, 1);
  g_assert_null (few->voice);
}

/* The picture of a journey in a page of the web is one sound element that says itself in words,
 * with every stage named, and loads nothing.
 */
static void
test_picture (void)
{
  static const GMarkupParser parser = { NULL };
  g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
  g_autoptr (LasnaWorkbook) workbook =
      lasna_test_make (folder, "a.lasna", LASNA_MAKING_SAMPLE, LASNA_LANGUAGE_FI);
  g_autoptr (LasnaRecord) journey =
      g_list_model_get_item (lasna_workbook_get_records (workbook, "journey"), 0);
  GListModel *stages = lasna_record_get_children (journey, "stage", "journey");
  g_autofree char *picture = lasna_journey_picture_dup_svg (journey, NULL, LASNA_LANGUAGE_FI);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (picture, "<svg role=\"img\" aria-label=\""));
  g_markup_parse_context_parse (context, picture, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_null (strstr (picture, "href=\"http"));
  *strstr (picture, "xmlns") = '\0';
  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);

      g_assert_nonnull (strstr (picture, lasna_record_get_text (stage, "title")));
    }
}

static gboolean
is_set_whole (const LasnaLayout *layout, int column, const char *words)
{
  for (guint i = 0; i < layout->shapes->len; i++)
    {
      const LasnaShape *shape = g_ptr_array_index (layout->shapes, i);

      if (g_str_equal (shape->role, "forest-words") && shape->column == column &&
          shape->text != NULL && !shape->text->shortened &&
          g_str_has_prefix (shape->text->text, words))
        return TRUE;
    }
  return FALSE;
}

/* What is believed of the forest of a stage stands on the page, or is told to be missing there. */
static void
assert_forest_told (const LasnaLayout *layout, const LasnaSummaryContent *content)
{
  for (guint i = 0; i < content->stages->len; i++)
    {
      const LasnaSummaryStage *stage = g_ptr_array_index (content->stages, i);
      gboolean told;

      g_assert_nonnull (stage->forest);
      told = is_set_whole (layout, (int) i, stage->forest);
      for (guint j = 0; j < layout->shortenings->len && !told; j++)
        {
          const LasnaShortening *shortening = g_ptr_array_index (layout->shortenings, j);

          told =
              shortening->column == (int) i && g_str_has_prefix (shortening->whole, stage->forest);
        }
      g_assert_true (told);
    }
}

/* On the sample's page only words of customers may be cut, and notes on the forest left out, for
 * want of room.
 */
static void
test_sample_page (void)
{
  for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
    {
      const LasnaSummaryOptions options = { .language = language, .names = TRUE };
      g_autoptr (LasnaTestFolder) folder = lasna_test_folder_new ();
      g_autoptr (LasnaWorkbook) workbook =
          lasna_test_make (folder, "a.lasna", LASNA_MAKING_SAMPLE, language);
      g_autoptr (LasnaRecord) journey =
          g_list_model_get_item (lasna_workbook_get_records (workbook, "journey"), 0);
      g_autoptr (LasnaFeedback) feedback = lasna_feedback_new (workbook);
      g_autoptr (GError) error = NULL;
      g_autoptr (LasnaJourneyFigures) figures =
          lasna_feedback_get_journey (feedback, journey, NULL, &error);
      g_autoptr (LasnaHeard) heard = lasna_heard_read (workbook, figures, language);
      g_autoptr (LasnaSummaryContent) content =
          lasna_summary_gather (workbook, journey, heard, &options);
      g_autoptr (LasnaLayout) layout = lasna_summary_layout_new (content, LASNA_PAPER_A4, &error);

      g_assert_no_error (error);
      assert_forest_told (layout, content);
      for (guint i = 0; i < layout->shortenings->len; i++)
        {
          static const char *const words[] = { "voice", "between-lines", "forest-words", NULL };
          const LasnaShortening *shortening = g_ptr_array_index (layout->shortenings, i);

          g_test_message ("%s: %s", shortening->place, shortening->whole);
          g_assert_true (g_strv_contains (words, shortening->role));
        }
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/gather/languages", test_languages },
    { "/gather/figures", test_figures },
    { "/gather/boxes", test_boxes },
    { "/gather/no-names", test_no_names },
    { "/gather/parts-of-names", test_parts_of_names },
    { "/gather/chosen-stages", test_chosen_stages },
    { "/gather/voices", test_voices },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/gather/picture", test_picture);
  g_test_add_func ("/gather/sample-page", test_sample_page);
  return g_test_run ();
}
