/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journey with all its parts from a template. Every row keeps the template's id, so that other
 * languages show the template's text where it was not changed.
 */
#include "config.h"

#include "lasna-template.h"

#include "lasna-chain-link.h"
#include "lasna-emotion-target.h"
#include "lasna-error.h"
#include "lasna-hidden-stretch.h"
#include "lasna-journey.h"
#include "lasna-problem-plan.h"
#include "lasna-service.h"
#include "lasna-stage.h"
#include "lasna-touchpoint-channel.h"
#include "lasna-touchpoint.h"

#include <glib/gi18n-lib.h>

/* What the parts of one journey are made with. */
typedef struct
{
  LasnaWorkbook *workbook;
  LasnaLanguage language;
  LasnaRecord *service;
  GHashTable *links; /* chain role to LasnaChainLink, borrowed */
} Maker;

/* The service's link of that role, made where there is none. */
static gpointer
get_link (Maker *maker, const char *role)
{
  LasnaCatalogue *catalogue = lasna_workbook_get_catalogue (maker->workbook);
  gpointer link = g_hash_table_lookup (maker->links, role);

  if (link != NULL)
    return link;
  link = lasna_workbook_add (
      maker->workbook,
      LASNA_TYPE_CHAIN_LINK,
      "service",
      maker->service,
      "role",
      role,
      "name",
      lasna_catalogue_get_label (catalogue, "chain-role", role, maker->language),
      NULL);
  g_hash_table_insert (maker->links, (gpointer) role, link);
  return link;
}

static void
find_links (Maker *maker)
{
  GListModel *links = lasna_record_get_children (maker->service, "chain_link", "service");

  for (guint i = g_list_model_get_n_items (links); i > 0; i--)
    {
      g_autoptr (LasnaRecord) link = g_list_model_get_item (links, i - 1);

      /* The list keeps it alive. */
      g_hash_table_insert (maker->links, (gpointer) lasna_record_get_text (link, "role"), link);
    }
}

static void
add_targets (Maker *maker, gpointer stage, const char *const *emotions, const char *kind)
{
  gboolean desired = g_str_equal (kind, "target.desired");

  for (guint i = 0; emotions[i] != NULL; i++)
    lasna_workbook_add (maker->workbook,
                        LASNA_TYPE_EMOTION_TARGET,
                        "stage",
                        stage,
                        "position",
                        i + (desired ? 1.0 : 101.0),
                        "emotion",
                        emotions[i],
                        "kind",
                        kind,
                        "is-main",
                        desired && i == 0,
                        NULL);
}

static void
add_touchpoint (Maker *maker,
                gpointer stage,
                const char *contact_situation,
                const LasnaTouchpointTemplate *template,
                guint index)
{
  gpointer touchpoint = lasna_workbook_add (maker->workbook,
                                            LASNA_TYPE_TOUCHPOINT,
                                            "stage",
                                            stage,
                                            "position",
                                            index + 1.0,
                                            "title",
                                            template->title.in[maker->language],
                                            "template-id",
                                            template->id,
                                            "contact-situation",
                                            contact_situation,
                                            "visibility",
                                            template->visibility,
                                            "mode",
                                            template->mode,
                                            "customer-role",
                                            template->customer_role,
                                            "is-extra",
                                            template->is_extra,
                                            NULL);

  lasna_workbook_add (maker->workbook,
                      LASNA_TYPE_TOUCHPOINT_CHANNEL,
                      "touchpoint",
                      touchpoint,
                      "position",
                      1.0,
                      "channel",
                      template->channel,
                      NULL);
}

/* What nobody has looked at yet is marked as assumed. */
static void
add_hidden_stretch (Maker *maker, gpointer stage, const LasnaStageTemplate *template)
{
  g_autofree char *id = g_strconcat (template->id, ".hidden", NULL);

  lasna_workbook_add (maker->workbook,
                      LASNA_TYPE_HIDDEN_STRETCH,
                      "stage",
                      stage,
                      "position",
                      1.0,
                      "assumption",
                      template->hidden_stretch.in[maker->language],
                      "evidence",
                      "evidence.assumed",
                      "confidence",
                      "confidence.guess",
                      "template-id",
                      id,
                      NULL);
}

static void
add_problem_plan (Maker *maker, gpointer stage, const LasnaStageTemplate *template)
{
  g_autofree char *id = g_strconcat (template->id, ".problem", NULL);

  lasna_workbook_add (maker->workbook,
                      LASNA_TYPE_PROBLEM_PLAN,
                      "stage",
                      stage,
                      "position",
                      1.0,
                      "title",
                      template->typical_problem.in[maker->language],
                      "who",
                      template->problem_who.in[maker->language],
                      "first-words",
                      template->problem_first_words.in[maker->language],
                      "help-channel",
                      template->problem_help_channel.in[maker->language],
                      "state",
                      "problem.sketched",
                      "template-id",
                      id,
                      NULL);
}

static void
add_stage (Maker *maker, gpointer journey, const LasnaStageTemplate *template, guint index)
{
  gpointer stage = lasna_workbook_add (maker->workbook,
                                       LASNA_TYPE_STAGE,
                                       "journey",
                                       journey,
                                       "position",
                                       index + 1.0,
                                       "title",
                                       template->title.in[maker->language],
                                       "template-id",
                                       template->id,
                                       "customer-goal",
                                       template->customer_goal.in[maker->language],
                                       "goal-evidence",
                                       "evidence.assumed",
                                       "contact-situation",
                                       template->contact_situation,
                                       "chain-link",
                                       get_link (maker, template->chain_link),
                                       "feedback-question",
                                       template->feedback_question.in[maker->language],
                                       "question-moment",
                                       template->feedback_moment,
                                       "typical-problem",
                                       template->typical_problem.in[maker->language],
                                       NULL);

  add_targets (maker, stage, template->desired_emotions, "target.desired");
  add_targets (maker, stage, template->avoid_emotions, "target.avoid");
  for (guint i = 0; i < template->n_touchpoints; i++)
    add_touchpoint (maker, stage, template->contact_situation, &template->touchpoints[i], i);
  add_hidden_stretch (maker, stage, template);
  add_problem_plan (maker, stage, template);
}

static gpointer
get_service (LasnaWorkbook *workbook, const LasnaJourneyTemplate *template)
{
  LasnaRecord *settings = LASNA_RECORD (lasna_workbook_get_settings (workbook));
  GListModel *services = lasna_workbook_get_records (workbook, "service");
  g_autoptr (LasnaRecord) first = g_list_model_get_item (services, 0);

  /* The list keeps it alive. */
  if (first != NULL)
    return first;
  return lasna_workbook_add (workbook,
                             LASNA_TYPE_SERVICE,
                             "name",
                             lasna_record_get_text (settings, "name"),
                             "market",
                             template->market,
                             NULL);
}

/* Whose journey it is, where all stages agree. */
static gpointer
find_traveller (Maker *maker, const LasnaJourneyTemplate *template)
{
  for (guint i = 1; i < template->n_stages; i++)
    if (!g_str_equal (template->stages[i].chain_link, template->stages[0].chain_link))
      return NULL;
  return get_link (maker, template->stages[0].chain_link);
}

static gpointer
add_journey (Maker *maker, const LasnaJourneyTemplate *template)
{
  gpointer journey = lasna_workbook_add (maker->workbook,
                                         LASNA_TYPE_JOURNEY,
                                         "service",
                                         maker->service,
                                         "chain-link",
                                         find_traveller (maker, template),
                                         "title",
                                         template->title.in[maker->language],
                                         "description",
                                         template->description.in[maker->language],
                                         "template-id",
                                         template->id,
                                         NULL);

  for (guint i = 0; i < template->n_stages; i++)
    add_stage (maker, journey, &template->stages[i], i);
  return journey;
}

/**
 * lasna_template_add_journey:
 * @service: (nullable): whose journey it is; the first one by default, made where there is none
 * @template_id: such as journey.travel
 * @language: of the texts
 *
 * Adds a journey with stages, touchpoints and their channels, emotional targets, hidden stretches
 * and sketched problem plans, as one step of undo.
 *
 * Returns: (transfer none) (nullable): the journey
 */
gpointer
lasna_template_add_journey (LasnaWorkbook *workbook,
                            LasnaRecord *service,
                            const char *template_id,
                            LasnaLanguage language,
                            GError **error)
{
  const LasnaJourneyTemplate *template =
      lasna_catalogue_find_journey (lasna_workbook_get_catalogue (workbook), template_id);
  g_autoptr (GHashTable) links = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (LasnaChange) change = NULL;
  g_autofree char *label = NULL;
  Maker maker = { workbook, language, service, links };
  gpointer journey;

  if (template == NULL)
    {
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_NOT_FOUND,
                   /* Translators: %s is what somebody gave as the id of a template */
                   _ ("There is no template called %s. Nothing was changed; the ids begin with "
                      "journey, such as journey.travel."),
                   template_id);
      return NULL;
    }
  /* Translators: the name of a change in the undo list; %s is the title of a journey */
  label = g_strdup_printf (_ ("Add the journey ‘%s’"), template->title.in[language]);
  change = lasna_workbook_begin (workbook, label);
  if (maker.service == NULL)
    maker.service = get_service (workbook, template);
  if (maker.service != NULL)
    find_links (&maker);
  journey = add_journey (&maker, template);
  return lasna_change_commit (change, error) ? journey : NULL;
}
