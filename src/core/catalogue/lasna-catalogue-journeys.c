/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Journey templates with their stages and touchpoints.
 */
#include "config.h"

#include "lasna-catalogue-private.h"

static void
read_touchpoint (JsonObject *object, LasnaTouchpointTemplate *touchpoint)
{
  touchpoint->id = lasna_catalogue_read_string (object, "id");
  touchpoint->title = lasna_catalogue_read_text (object, "title");
  touchpoint->channel = lasna_catalogue_read_string (object, "channel");
  touchpoint->visibility = lasna_catalogue_read_string (object, "visibility");
  touchpoint->mode = lasna_catalogue_read_string (object, "mode");
  touchpoint->customer_role = lasna_catalogue_read_string (object, "customer_role");
  touchpoint->is_extra = json_object_get_boolean_member (object, "is_extra");
}

static const LasnaTouchpointTemplate *
read_touchpoints (JsonArray *array, GHashTable *templates)
{
  guint n = json_array_get_length (array);
  LasnaTouchpointTemplate *touchpoints = g_new0 (LasnaTouchpointTemplate, n);

  for (guint i = 0; i < n; i++)
    {
      read_touchpoint (json_array_get_object_element (array, i), &touchpoints[i]);
      lasna_catalogue_add_template (
          templates, touchpoints[i].id, LASNA_TEMPLATE_TOUCHPOINT, &touchpoints[i]);
    }
  return touchpoints;
}

static void
read_stage (JsonObject *object,
            JsonObject *sketch,
            LasnaStageTemplate *stage,
            GHashTable *templates)
{
  JsonArray *touchpoints = json_object_get_array_member (object, "touchpoints");

  stage->id = lasna_catalogue_read_string (object, "id");
  stage->title = lasna_catalogue_read_text (object, "title");
  stage->customer_goal = lasna_catalogue_read_text (object, "customer_goal");
  stage->hidden_stretch = lasna_catalogue_read_text (object, "hidden_stretch");
  stage->typical_problem = lasna_catalogue_read_text (object, "typical_problem");
  stage->feedback_question = lasna_catalogue_read_text (object, "feedback_question");
  stage->problem_who = lasna_catalogue_read_text (sketch, "who");
  stage->problem_first_words = lasna_catalogue_read_text (sketch, "first_words");
  stage->problem_help_channel = lasna_catalogue_read_text (sketch, "help_channel");
  stage->contact_situation = lasna_catalogue_read_string (object, "contact_situation");
  stage->chain_link = lasna_catalogue_read_string (object, "chain_link");
  stage->feedback_moment = lasna_catalogue_read_string (object, "feedback_moment");
  stage->desired_emotions = lasna_catalogue_read_strings (object, "desired_emotions");
  stage->avoid_emotions = lasna_catalogue_read_strings (object, "avoid_emotions");
  stage->checklists = lasna_catalogue_read_strings (object, "checklists");
  stage->touchpoints = read_touchpoints (touchpoints, templates);
  stage->n_touchpoints = json_array_get_length (touchpoints);
}

/* A stage also gives birth to a hidden stretch and a problem plan, under ids of their own. */
static void
add_stage_templates (const LasnaStageTemplate *stage, GHashTable *templates)
{
  g_autofree char *hidden = g_strconcat (stage->id, ".hidden", NULL);
  g_autofree char *problem = g_strconcat (stage->id, ".problem", NULL);

  lasna_catalogue_add_template (templates, stage->id, LASNA_TEMPLATE_STAGE, stage);
  lasna_catalogue_add_template (
      templates, lasna_catalogue_keep_string (hidden), LASNA_TEMPLATE_HIDDEN_STRETCH, stage);
  lasna_catalogue_add_template (
      templates, lasna_catalogue_keep_string (problem), LASNA_TEMPLATE_PROBLEM_PLAN, stage);
}

static LasnaJourneyTemplate *
read_journey (JsonObject *object, JsonObject *sketch, GHashTable *templates)
{
  JsonArray *array = json_object_get_array_member (object, "stages");
  guint n = json_array_get_length (array);
  LasnaStageTemplate *stages = g_new0 (LasnaStageTemplate, n);
  LasnaJourneyTemplate *journey = g_new0 (LasnaJourneyTemplate, 1);

  for (guint i = 0; i < n; i++)
    {
      read_stage (json_array_get_object_element (array, i), sketch, &stages[i], templates);
      add_stage_templates (&stages[i], templates);
    }
  journey->id = lasna_catalogue_read_string (object, "id");
  journey->title = lasna_catalogue_read_text (object, "title");
  journey->description = lasna_catalogue_read_text (object, "description");
  journey->market = lasna_catalogue_read_string (object, "market");
  journey->stages = stages;
  journey->n_stages = n;
  lasna_catalogue_add_template (templates, journey->id, LASNA_TEMPLATE_JOURNEY, journey);
  return journey;
}

gpointer
lasna_catalogue_load_journeys (gpointer self)
{
  g_autoptr (JsonObject) root = lasna_catalogue_read ("journeys");
  LasnaJourneysFile *file = g_new0 (LasnaJourneysFile, 1);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  file->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  file->templates = g_hash_table_new (g_str_hash, g_str_equal);

  JsonArray *journeys = json_object_get_array_member (root, "journeys");
  JsonObject *sketch = json_object_get_object_member (root, "problem_sketch");
  for (guint i = 0; i < json_array_get_length (journeys); i++)
    {
      LasnaJourneyTemplate *journey =
          read_journey (json_array_get_object_element (journeys, i), sketch, file->templates);

      g_ptr_array_add (all, journey);
      g_hash_table_insert (file->by_id, (gpointer) journey->id, journey);
    }
  file->journeys = lasna_catalogue_close_list (all);
  return file;
}
