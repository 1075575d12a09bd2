/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Journeys made from the templates of the catalogue.
 */
#include "config.h"

#include "lasna-template.h"

#include "lasna-error.h"
#include "lasna-service.h"
#include "lasna-test-book.h"

typedef struct
{
  LasnaTestFolder *folder;
  LasnaWorkbook *workbook;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = lasna_test_folder_new ();
  path = lasna_test_folder_dup_path (fixture->folder, "Koli.lasna");
  fixture->workbook = lasna_workbook_create (path, LASNA_LANGUAGE_FI, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lasna_test_close (fixture->workbook);
  lasna_test_folder_free (fixture->folder);
}

static guint
count (Fixture *fixture, const char *table)
{
  return g_list_model_get_n_items (lasna_workbook_get_records (fixture->workbook, table));
}

static guint
count_stages_with (const LasnaJourneyTemplate *template, const char *what)
{
  guint n = 0;

  for (guint i = 0; i < template->n_stages; i++)
    {
      const LasnaStageTemplate *stage = &template->stages[i];

      if (g_str_equal (what, "touchpoint"))
        n += stage->n_touchpoints;
      else
        n += g_strv_length ((char **) stage->desired_emotions) +
             g_strv_length ((char **) stage->avoid_emotions);
    }
  return n;
}

static void
check_counts (Fixture *fixture, const LasnaJourneyTemplate *template, guint times)
{
  guint touchpoints = count_stages_with (template, "touchpoint");

  g_assert_cmpuint (count (fixture, "service"), ==, times);
  g_assert_cmpuint (count (fixture, "journey"), ==, times);
  g_assert_cmpuint (count (fixture, "stage"), ==, times * template->n_stages);
  g_assert_cmpuint (count (fixture, "hidden_stretch"), ==, times * template->n_stages);
  g_assert_cmpuint (count (fixture, "problem_plan"), ==, times * template->n_stages);
  g_assert_cmpuint (count (fixture, "touchpoint"), ==, times * touchpoints);
  g_assert_cmpuint (count (fixture, "touchpoint_channel"), ==, times * touchpoints);
  g_assert_cmpuint (
      count (fixture, "emotion_target"), ==, times * count_stages_with (template, "emotion"));
}

static void
check_text (LasnaRecord *record, const char *property, LasnaText text)
{
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autofree char *shown = lasna_record_dup_text_in (record, property, i);

      g_assert_cmpstr (shown, ==, text.in[i]);
    }
}

static LasnaRecord *
get_child (LasnaRecord *parent, const char *table, const char *property, guint index)
{
  GListModel *children = lasna_record_get_children (parent, table, property);
  g_autoptr (LasnaRecord) child = g_list_model_get_item (children, index);

  g_assert_nonnull (child);
  return child; /* the list keeps it alive */
}

static void
check_stage (LasnaRecord *stage, const LasnaStageTemplate *template)
{
  LasnaRecord *target = get_child (stage, "emotion_target", "stage", 0);
  LasnaRecord *plan = get_child (stage, "problem_plan", "stage", 0);

  check_text (stage, "title", template->title);
  check_text (stage, "customer-goal", template->customer_goal);
  check_text (stage, "feedback-question", template->feedback_question);
  check_text (stage, "typical-problem", template->typical_problem);
  g_assert_cmpstr (lasna_record_get_text (stage, "question-moment"), ==, template->feedback_moment);
  g_assert_cmpstr (lasna_record_get_text (lasna_record_get_reference (stage, "chain-link"), "role"),
                   ==,
                   template->chain_link);
  check_text (
      get_child (stage, "hidden_stretch", "stage", 0), "assumption", template->hidden_stretch);
  check_text (plan, "title", template->typical_problem);
  check_text (plan, "first-words", template->problem_first_words);
  g_assert_cmpstr (lasna_record_get_text (plan, "state"), ==, "problem.sketched");
  g_assert_cmpstr (lasna_record_get_text (target, "emotion"), ==, template->desired_emotions[0]);
  g_assert_true (lasna_record_get_flag (target, "is-main"));
  g_assert_false (
      lasna_record_get_flag (get_child (stage, "emotion_target", "stage", 1), "is-main"));

  for (guint i = 0; i < template->n_touchpoints; i++)
    {
      LasnaRecord *touchpoint = get_child (stage, "touchpoint", "stage", i);
      LasnaRecord *channel = get_child (touchpoint, "touchpoint_channel", "touchpoint", 0);

      check_text (touchpoint, "title", template->touchpoints[i].title);
      g_assert_cmpstr (lasna_record_get_text (touchpoint, "visibility"),
                       ==,
                       template->touchpoints[i].visibility);
      g_assert_cmpstr (
          lasna_record_get_text (channel, "channel"), ==, template->touchpoints[i].channel);
      g_assert_cmpint (
          lasna_record_get_flag (touchpoint, "is-extra"), ==, template->touchpoints[i].is_extra);
    }
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  const LasnaJourneyTemplate *template = lasna_catalogue_get_journeys (
      lasna_catalogue_get_default ())[GPOINTER_TO_UINT (data) / LASNA_N_LANGUAGES];
  LasnaLanguage language = GPOINTER_TO_UINT (data) % LASNA_N_LANGUAGES;
  g_autoptr (GError) error = NULL;
  LasnaRecord *journey =
      lasna_template_add_journey (fixture->workbook, NULL, template->id, language, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (lasna_record_get_text (journey, "title"), ==, template->title.in[language]);
  check_text (journey, "title", template->title);
  check_text (journey, "description", template->description);
  check_counts (fixture, template, 1);
  for (guint i = 0; i < template->n_stages; i++)
    check_stage (get_child (journey, "stage", "journey", i), &template->stages[i]);

  g_assert_true (lasna_workbook_undo (fixture->workbook, NULL, &error));
  g_assert_no_error (error);
  check_counts (fixture, template, 0);
  g_assert_cmpuint (count (fixture, "chain_link"), ==, 0);
  g_assert_null (lasna_workbook_get_undo_label (fixture->workbook));

  g_assert_true (lasna_workbook_redo (fixture->workbook, NULL, &error));
  g_assert_no_error (error);
  check_counts (fixture, template, 1);
}

static void
test_service (Fixture *fixture, gconstpointer data)
{
  LasnaRecord *service =
      lasna_workbook_add (fixture->workbook, LASNA_TYPE_SERVICE, "name", "Retki", NULL);
  g_autoptr (GError) error = NULL;
  LasnaRecord *journey = NULL;
  guint links = 0;

  for (guint i = 0; i < 2; i++)
    {
      journey = lasna_template_add_journey (
          fixture->workbook, i == 0 ? service : NULL, "journey.b2b", LASNA_LANGUAGE_SV, &error);
      g_assert_no_error (error);
      g_assert_true (lasna_record_get_reference (journey, "service") == service);
      if (i == 0)
        links = count (fixture, "chain_link");
    }
  g_assert_cmpuint (count (fixture, "service"), ==, 1);
  g_assert_cmpuint (count (fixture, "journey"), ==, 2);
  g_assert_cmpuint (links, >, 1);
  g_assert_cmpuint (count (fixture, "chain_link"), ==, links);
}

/* A service that is made is called as the workbook is. */
static void
test_named (Fixture *fixture, gconstpointer data)
{
  LasnaRecord *journey = lasna_template_add_journey (
      fixture->workbook, NULL, "journey.travel", LASNA_LANGUAGE_EN, NULL);
  LasnaRecord *service = lasna_record_get_reference (journey, "service");
  LasnaRecord *link = lasna_record_get_reference (journey, "chain-link");

  g_assert_cmpstr (lasna_record_get_text (service, "name"), ==, "Koli");
  g_assert_cmpstr (lasna_record_get_text (link, "role"), ==, "chain.direct");
}

/* A text that somebody changed stands in every language. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  LasnaRecord *journey = lasna_template_add_journey (
      fixture->workbook, NULL, "journey.travel", LASNA_LANGUAGE_EN, NULL);
  g_autofree char *shown = NULL;

  g_object_set (journey, "title", "Ski week", NULL);
  shown = lasna_record_dup_text_in (journey, "title", LASNA_LANGUAGE_SV);
  g_assert_cmpstr (shown, ==, "Ski week");
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lasna_template_add_journey (
      fixture->workbook, NULL, "journey.moon", LASNA_LANGUAGE_EN, &error));
  g_assert_error (error, LASNA_ERROR, LASNA_ERROR_NOT_FOUND);
  g_assert_cmpuint (count (fixture, "service"), ==, 0);
}

int
main (int argc, char *argv[])
{
  const LasnaJourneyTemplate *const *journeys;
  guint n;

  g_test_init (&argc, &argv, NULL);
  journeys = lasna_catalogue_get_journeys (lasna_catalogue_get_default ());
  for (n = 0; journeys[n] != NULL; n++)
    for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
      {
        g_autofree char *path =
            g_strdup_printf ("/template/%s/%s", journeys[n]->id, lasna_language_to_code (i));

        g_test_add (path,
                    Fixture,
                    GUINT_TO_POINTER (n * LASNA_N_LANGUAGES + i),
                    set_up,
                    test_all,
                    tear_down);
      }
  g_assert_cmpuint (n, ==, 6);
  g_test_add ("/template/service", Fixture, NULL, set_up, test_service, tear_down);
  g_test_add ("/template/named", Fixture, NULL, set_up, test_named, tear_down);
  g_test_add ("/template/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/template/unknown", Fixture, NULL, set_up, test_unknown, tear_down);
  return g_test_run ();
}
