/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scores of tags across runs.
 */
#include "config.h"

#include "lasna-presence.h"

#include "lasna-stage.h"

#include <string.h>

static gboolean
is_same_series (LasnaChecklistRun *one, LasnaChecklistRun *two)
{
  return g_strcmp0 (lasna_record_get_text (LASNA_RECORD (one), "template"),
                    lasna_record_get_text (LASNA_RECORD (two), "template")) == 0 &&
         lasna_checklist_run_is_same_place (one, two);
}

/* How many finished runs of the same checklist and place are newer. */
static guint
count_newer (GPtrArray *finished, LasnaChecklistRun *run)
{
  guint n = 0;

  for (guint i = 0; i < finished->len; i++)
    n += is_same_series (finished->pdata[i], run) &&
         lasna_checklist_run_compare (run, finished->pdata[i]) < 0;
  return n;
}

static GPtrArray *
list_finished (LasnaWorkbook *workbook, LasnaJourney *journey)
{
  GListModel *all = lasna_workbook_get_records (workbook, "checklist_run");
  GPtrArray *finished = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 id = journey != NULL ? lasna_record_get_id (LASNA_RECORD (journey)) : 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LasnaChecklistRun) run = g_list_model_get_item (all, i);

      if (lasna_checklist_run_is_finished (run) &&
          (id == 0 || lasna_record_get_reference_id (LASNA_RECORD (run), "journey") == id))
        g_ptr_array_add (finished, g_steal_pointer (&run));
    }
  return finished;
}

/**
 * lasna_presence_list_runs:
 * @journey: (nullable): only runs about it
 * @back: 0 for the latest, 1 for those before them
 *
 * Returns: (transfer full) (element-type LasnaChecklistRun): of each checklist and place the
 *   finished run that is @back runs before the latest
 */
GPtrArray *
lasna_presence_list_runs (LasnaWorkbook *workbook, LasnaJourney *journey, guint back)
{
  g_autoptr (GPtrArray) finished = list_finished (workbook, journey);
  GPtrArray *runs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < finished->len; i++)
    if (count_newer (finished, finished->pdata[i]) == back)
      g_ptr_array_add (runs, g_object_ref (finished->pdata[i]));
  return runs;
}

/**
 * lasna_presence_score:
 * @journey: (nullable): only runs about it
 * @tag: such as factor.first-minutes or sense.time
 * @back: 0 for the latest runs, 1 for those before them
 *
 * Returns: the score over all items with that tag
 */
LasnaChecklistScore
lasna_presence_score (LasnaWorkbook *workbook, LasnaJourney *journey, const char *tag, guint back)
{
  g_autoptr (GPtrArray) runs = lasna_presence_list_runs (workbook, journey, back);
  LasnaChecklistScore score = { 0 };

  for (guint i = 0; i < runs->len; i++)
    lasna_checklist_run_score (runs->pdata[i], tag, &score);
  return score;
}

static gboolean
has_presence (LasnaChecklistRun *run)
{
  GListModel *answers = lasna_checklist_run_get_answers (run);

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (LasnaRecord) answer = g_list_model_get_item (answers, i);
      const char *tags = lasna_record_get_text (answer, "tags");

      if (tags != NULL && strstr (tags, "factor.") != NULL && lasna_record_is_set (answer, "value"))
        return TRUE;
    }
  return FALSE;
}

/**
 * lasna_presence_list_uncovered:
 *
 * Presence is asked of the whole arc of the service.
 *
 * Returns: (transfer full) (element-type LasnaStage): the stages about which no finished checklist
 *   says anything of presence
 */
GPtrArray *
lasna_presence_list_uncovered (LasnaJourney *journey)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (journey));
  GListModel *stages = lasna_record_get_children (LASNA_RECORD (journey), "stage", "journey");
  g_autoptr (GPtrArray) finished = list_finished (workbook, journey);
  GPtrArray *uncovered = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);
      gboolean covered = FALSE;

      for (guint n = 0; n < finished->len && !covered; n++)
        covered = lasna_record_get_reference_id (finished->pdata[n], "stage") ==
                      lasna_record_get_id (stage) &&
                  has_presence (finished->pdata[n]);
      if (!covered)
        g_ptr_array_add (uncovered, g_steal_pointer (&stage));
    }
  return uncovered;
}
