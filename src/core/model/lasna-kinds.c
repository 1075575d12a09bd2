/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every kind of record there is.
 */
#include "config.h"

#include "lasna-kinds.h"

#include "lasna-action.h"
#include "lasna-backstage-step.h"
#include "lasna-batch.h"
#include "lasna-chain-link.h"
#include "lasna-channel.h"
#include "lasna-channel-need.h"
#include "lasna-channel-offering.h"
#include "lasna-checklist-answer.h"
#include "lasna-checklist-item.h"
#include "lasna-checklist-run.h"
#include "lasna-checklist-template.h"
#include "lasna-complaint.h"
#include "lasna-departure.h"
#include "lasna-emotion.h"
#include "lasna-emotion-target.h"
#include "lasna-empathy-log.h"
#include "lasna-empathy-map.h"
#include "lasna-empathy-note.h"
#include "lasna-encounter.h"
#include "lasna-first-minutes-test.h"
#include "lasna-hidden-stretch.h"
#include "lasna-insight.h"
#include "lasna-journey.h"
#include "lasna-label.h"
#include "lasna-measure.h"
#include "lasna-measure-value.h"
#include "lasna-organisation.h"
#include "lasna-person.h"
#include "lasna-practice-log.h"
#include "lasna-problem-drill.h"
#include "lasna-problem-plan.h"
#include "lasna-promise.h"
#include "lasna-promise-check.h"
#include "lasna-quality-note.h"
#include "lasna-question.h"
#include "lasna-saved-filter.h"
#include "lasna-segment.h"
#include "lasna-service.h"
#include "lasna-settings.h"
#include "lasna-snapshot.h"
#include "lasna-stage.h"
#include "lasna-story.h"
#include "lasna-thread.h"
#include "lasna-thread-pull.h"
#include "lasna-touchpoint.h"
#include "lasna-touchpoint-channel.h"
#include "lasna-translation.h"
#include "lasna-voice.h"

typedef GType (*GetType) (void);

/* Parents before children: what a record refers to stands above it where it can. */
static const GetType kinds[] = {
  lasna_settings_get_type,
  lasna_service_get_type,
  lasna_promise_get_type,
  lasna_segment_get_type,
  lasna_organisation_get_type,
  lasna_person_get_type,
  lasna_journey_get_type,
  lasna_chain_link_get_type,
  lasna_stage_get_type,
  lasna_touchpoint_get_type,
  lasna_emotion_target_get_type,
  lasna_touchpoint_channel_get_type,
  lasna_backstage_step_get_type,
  lasna_promise_check_get_type,
  lasna_encounter_get_type,
  lasna_hidden_stretch_get_type,
  lasna_first_minutes_test_get_type,
  lasna_channel_get_type,
  lasna_channel_offering_get_type,
  lasna_channel_need_get_type,
  lasna_question_get_type,
  lasna_batch_get_type,
  lasna_label_get_type,
  lasna_voice_get_type,
  lasna_complaint_get_type,
  lasna_departure_get_type,
  lasna_story_get_type,
  lasna_empathy_map_get_type,
  lasna_empathy_note_get_type,
  lasna_practice_log_get_type,
  lasna_empathy_log_get_type,
  lasna_thread_get_type,
  lasna_thread_pull_get_type,
  lasna_emotion_get_type,
  lasna_checklist_template_get_type,
  lasna_checklist_item_get_type,
  lasna_checklist_run_get_type,
  lasna_problem_plan_get_type,
  lasna_problem_drill_get_type,
  lasna_insight_get_type,
  lasna_action_get_type,
  lasna_checklist_answer_get_type,
  lasna_measure_get_type,
  lasna_measure_value_get_type,
  lasna_quality_note_get_type,
  lasna_saved_filter_get_type,
  lasna_snapshot_get_type,
  lasna_translation_get_type,
};

guint
lasna_kinds_get_n (void)
{
  return G_N_ELEMENTS (kinds);
}

GType
lasna_kinds_get_type (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (kinds), G_TYPE_INVALID);
  return kinds[index]();
}

/**
 * lasna_kinds_get_class:
 *
 * Returns: (transfer none): the class of a kind, which lives as long as the process
 */
LasnaRecordClass *
lasna_kinds_get_class (guint index)
{
  GType type = lasna_kinds_get_type (index);
  gpointer klass = g_type_class_peek_static (type);

  if (klass == NULL)
    {
      /* The reference is kept: static types are never unloaded. */
      g_type_class_ref (type);
      klass = g_type_class_peek (type);
    }
  return klass;
}

static gpointer
make_tables (gpointer data G_GNUC_UNUSED)
{
  GHashTable *tables = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_hash_table_insert (
        tables, (gpointer) lasna_kinds_get_class (i)->table, GSIZE_TO_POINTER (kinds[i]()));
  return tables;
}

/**
 * lasna_kinds_lookup:
 *
 * Returns: the type of the records of @table, or G_TYPE_INVALID
 */
GType
lasna_kinds_lookup (const char *table)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, make_tables, NULL);
  return GPOINTER_TO_SIZE (g_hash_table_lookup (once.retval, table));
}

/**
 * lasna_kinds_find_property:
 *
 * Returns: (transfer none) (nullable): the property of that name
 */
const LasnaProperty *
lasna_kinds_find_property (LasnaRecordClass *klass, const char *name)
{
  for (guint i = 0; i < klass->n_properties; i++)
    if (g_str_equal (klass->properties[i].name, name))
      return &klass->properties[i];
  return NULL;
}
