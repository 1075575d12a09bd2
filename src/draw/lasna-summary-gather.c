/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers header, stages and boxes. Properties that are private are never asked for.
 */
#include "config.h"

#include "lasna-summary-gather.h"

#include "lasna-names.h"
#include "lasna-promise.h"
#include "lasna-service.h"
#include "lasna-settings.h"
#include "lasna-summary-stage.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static char *
dup_date (const Gather *gather, LasnaRecord *record, const char *property)
{
  if (!lasna_record_is_set (record, property))
    return NULL;
  return lasna_words_date (gather->language, lasna_record_get_text (record, property));
}

static char *
dup_promise (const Gather *gather, LasnaRecord *service)
{
  LasnaPromise *promise = lasna_promise_get_current (LASNA_SERVICE (service));

  return promise != NULL
             ? lasna_record_dup_text_in (LASNA_RECORD (promise), "sentence", gather->language)
             : NULL;
}

static char *
dup_of_reference (const Gather *gather,
                  LasnaRecord *record,
                  const char *reference,
                  const char *property)
{
  LasnaRecord *other = lasna_record_get_reference (record, reference);

  return other != NULL ? lasna_record_dup_text_in (other, property, gather->language) : NULL;
}

static char *
dup_period (const Gather *gather)
{
  const LasnaHeard *heard = gather->heard;

  if (heard == NULL || heard->n == 0 || heard->from == NULL || heard->to == NULL)
    return NULL;

  g_autofree char *from = lasna_words_date (gather->language, heard->from);
  g_autofree char *to = lasna_words_date (gather->language, heard->to);

  return g_strdup_printf ("%s – %s", from, to);
}

/* Under five answers a page gives no score. */
static char *
dup_nps (const Gather *gather)
{
  const LasnaHeard *heard = gather->heard;

  if (heard == NULL || lasna_is_small (heard->n_nps) || isnan (heard->nps))
    return NULL;

  g_autofree char *value = lasna_words_number (gather->language, heard->nps, 0);

  return g_strdup_printf ("NPS® %s (n %u)", value, heard->n_nps);
}

/* Day and time as the language writes them: 21.11.2026 klo 12.00. */
static char *
dup_printed (const Gather *gather)
{
  g_autofree char *now = lasna_clock_dup_local (lasna_workbook_get_clock (gather->workbook));
  g_autofree char *day = lasna_words_date (gather->language, now);
  const char *clock = strchr (now, 'T');

  if (clock == NULL || strlen (clock) < 6)
    return g_steal_pointer (&day);

  g_autofree char *time = g_strndup (clock + 1, 5);

  switch (gather->language)
    {
    case LASNA_LANGUAGE_FI:
      return g_strdup_printf ("%s klo %s", day, g_strdelimit (time, ":", '.'));
    case LASNA_LANGUAGE_SV:
      return g_strdup_printf ("%s kl. %s", day, g_strdelimit (time, ":", '.'));
    case LASNA_LANGUAGE_EN:
    default:
      return g_strdup_printf ("%s %s", day, time);
    }
}

static void
gather_header (Gather *gather, LasnaRecord *journey)
{
  LasnaSummaryContent *content = gather->content;
  LasnaRecord *service = lasna_record_get_reference (journey, "service");
  LasnaRecord *settings = LASNA_RECORD (lasna_workbook_get_settings (gather->workbook));

  content->title = lasna_record_dup_text_in (journey, "title", gather->language);
  if (service != NULL)
    {
      content->service = lasna_record_dup_text_in (service, "name", gather->language);
      content->promise = dup_promise (gather, service);
    }
  content->segment = dup_of_reference (gather, journey, "segment", "name");
  content->whose = dup_of_reference (gather, journey, "chain-link", "name");
  content->period = dup_period (gather);
  content->n = gather->heard != NULL ? gather->heard->n : 0;
  content->nps = dup_nps (gather);
  content->version = g_strdup (lasna_record_get_text (journey, "version"));
  content->reviewed = dup_date (gather, journey, "reviewed-at");
  content->author = gather->names ? g_strdup (lasna_record_get_text (journey, "author")) : NULL;
  content->workbook = g_strdup (lasna_record_get_text (settings, "name"));
  content->printed = dup_printed (gather);
}

static gint64
get_weight (LasnaRecord *plan)
{
  gint64 likelihood = lasna_record_get_integer (plan, "likelihood");
  gint64 harm = lasna_record_get_integer (plan, "harm");

  return (likelihood == LASNA_UNSET ? 1 : likelihood) * 10 + (harm == LASNA_UNSET ? 1 : harm);
}

/* The likelier first, and of equally likely ones the more harmful. */
static int
compare_plans (gconstpointer first, gconstpointer second)
{
  gint64 one = get_weight (*(LasnaRecord *const *) first);
  gint64 other = get_weight (*(LasnaRecord *const *) second);

  return (one < other) - (one > other);
}

static void
gather_problems (Gather *gather)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < gather->stages->len; i++)
    {
      GListModel *children = lasna_record_get_children (
          g_ptr_array_index (gather->stages, i), "problem_plan", "stage");

      for (guint j = 0; j < g_list_model_get_n_items (children); j++)
        g_ptr_array_add (plans, g_list_model_get_item (children, j));
    }
  g_ptr_array_sort (plans, compare_plans);
  for (guint i = 0; i < plans->len; i++)
    {
      LasnaRecord *plan = g_ptr_array_index (plans, i);
      g_autofree char *title = lasna_record_dup_text_in (plan, "title", gather->language);
      LasnaSummaryProblem *problem = lasna_summary_content_add_problem (gather->content, title);

      problem->who = lasna_record_dup_text_in (plan, "who", gather->language);
      problem->channel = lasna_record_dup_text_in (plan, "help-channel", gather->language);
      problem->first_words = lasna_record_dup_text_in (plan, "first-words", gather->language);
      problem->mandate = lasna_record_dup_text_in (plan, "mandate-limit", gather->language);
    }
}

/* An action belongs to the page when its place does, or when it has none. */
static gboolean
is_ours (const Gather *gather, LasnaRecord *action)
{
  LasnaRecord *stage = lasna_record_get_reference (action, "stage");
  LasnaRecord *touchpoint = lasna_record_get_reference (action, "touchpoint");

  if (stage == NULL && touchpoint != NULL)
    stage = lasna_record_get_reference (touchpoint, "stage");
  if (stage == NULL)
    return TRUE;
  return g_ptr_array_find (gather->stages, stage, NULL);
}

static gboolean
is_open (LasnaRecord *action)
{
  static const char *const open[] = {
    "action.collected", "action.learnt", "action.practised", NULL
  };
  const char *state = lasna_record_get_text (action, "state");

  return state != NULL && g_strv_contains (open, state);
}

/* The one due first; those without a date last. */
static int
compare_actions (gconstpointer first, gconstpointer second)
{
  const char *one = lasna_record_get_text (*(LasnaRecord *const *) first, "due");
  const char *other = lasna_record_get_text (*(LasnaRecord *const *) second, "due");

  if (one == NULL || other == NULL)
    return (one == NULL) - (other == NULL);
  return strcmp (one, other);
}

static void
gather_actions (Gather *gather)
{
  GListModel *all = lasna_workbook_get_records (gather->workbook, "action");
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LasnaRecord) action = g_list_model_get_item (all, i);

      if (is_open (action) && is_ours (gather, action))
        g_ptr_array_add (actions, g_steal_pointer (&action));
    }
  g_ptr_array_sort (actions, compare_actions);
  for (guint i = 0; i < actions->len; i++)
    {
      LasnaRecord *record = g_ptr_array_index (actions, i);
      LasnaRecord *owner = lasna_record_get_reference (record, "owner");
      g_autofree char *title = lasna_record_dup_text_in (record, "title", gather->language);
      LasnaSummaryAction *action = lasna_summary_content_add_action (gather->content, title);

      action->due = dup_date (gather, record, "due");
      if (gather->names && owner != NULL)
        action->owner = g_strdup (lasna_record_get_text (owner, "display-name"));
    }
}

static gboolean
is_chosen (const LasnaSummaryOptions *options, gint64 id)
{
  for (guint i = 0; i < options->n_stages; i++)
    if (options->stages[i] == id)
      return TRUE;
  return options->stages == NULL;
}

static GPtrArray *
list_stages (LasnaRecord *journey, const LasnaSummaryOptions *options)
{
  GListModel *all = lasna_record_get_children (journey, "stage", "journey");
  GPtrArray *stages = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (all, i);

      if (options == NULL || is_chosen (options, lasna_record_get_id (stage)))
        g_ptr_array_add (stages, g_steal_pointer (&stage));
    }
  return stages;
}

/**
 * lasna_summary_gather:
 * @heard: (nullable): what was heard; NULL where nothing was
 *
 * Where names are off, no name, initials or personal property is asked for, and names of the
 * workbook's people are taken out of free text.
 *
 * Returns: (transfer full): what the page says
 */
LasnaSummaryContent *
lasna_summary_gather (LasnaWorkbook *workbook,
                      LasnaRecord *journey,
                      const LasnaHeard *heard,
                      const LasnaSummaryOptions *options)
{
  g_autoptr (GPtrArray) stages = list_stages (journey, options);
  LasnaSummaryContent *content = lasna_summary_content_new (options->language);
  Gather gather = { workbook, content, heard, stages, options->language, options->names };

  gather_header (&gather, journey);
  for (guint i = 0; i < stages->len; i++)
    lasna_summary_gather_stage (&gather, g_ptr_array_index (stages, i));
  lasna_summary_gather_promises (&gather);
  gather_problems (&gather);
  gather_actions (&gather);
  if (!options->names)
    {
      g_autoptr (LasnaNames) names = lasna_names_new_of_people (workbook, options->language);

      lasna_summary_content_foreach_text (content, lasna_names_hide, names);
    }
  return content;
}
