/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filled-in checklist.
 */
#include "config.h"

#include "lasna-checklist-run.h"

#include "lasna-checklist.h"
#include "lasna-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("template", N_ ("Checklist"), LASNA_REQUIRED),
  LASNA_INTEGER ("template-version", N_ ("Version"), 1, 1000000, "1", 0),
  LASNA_TEXT ("title", N_ ("Title"), LASNA_REQUIRED),
  LASNA_TERM ("scale", N_ ("Scale"), "scale", "scale.realised", LASNA_REQUIRED),
  LASNA_DATE ("date", N_ ("Date"), LASNA_REQUIRED),
  LASNA_TEXT ("filled-by", N_ ("Filled in by"), LASNA_PERSONAL),
  LASNA_REFERENCE ("journey", N_ ("Journey"), "journey", 0),
  LASNA_REFERENCE ("stage", N_ ("Stage"), "stage", 0),
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "touchpoint", 0),
  LASNA_REFERENCE ("encounter", N_ ("Encounter"), "encounter", 0),
  LASNA_TERM ("state", N_ ("State"), "run-state", "run.open", LASNA_REQUIRED),
  LASNA_TIME ("finished-at", N_ ("Finished"), 0),
  LASNA_TEXT ("summary-note", N_ ("Summary"), LASNA_LONG),
};

LASNA_DEFINE_RECORD (
    LasnaChecklistRun, lasna_checklist_run, "checklist_run", N_ ("Filled-in checklist"), properties)

/* What a place is part of; a run says the whole way. */
static const struct
{
  const char *table;
  const char *parent;
} places[] = {
  { "encounter", "touchpoint" },
  { "touchpoint", "stage" },
  { "stage", "journey" },
  { "journey", NULL },
};

static LasnaRecord *
find_parent (LasnaRecord *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].table, lasna_record_get_table (place)) == 0)
      return places[i].parent != NULL ? lasna_record_get_reference (place, places[i].parent) : NULL;
  g_return_val_if_reached (NULL);
}

/**
 * lasna_checklist_run_get_answers:
 *
 * Returns: (transfer none) (element-type LasnaChecklistAnswer): the answers in order
 */
GListModel *
lasna_checklist_run_get_answers (LasnaChecklistRun *self)
{
  return lasna_record_get_children (LASNA_RECORD (self), "checklist_answer", "run");
}

/* Whether the own checklist says something else than when the run was made. */
static gboolean
is_different (LasnaChecklistRun *run, LasnaChecklist *checklist)
{
  GListModel *answers = lasna_checklist_run_get_answers (run);

  if (g_list_model_get_n_items (answers) != checklist->entries->len)
    return TRUE;
  for (guint i = 0; i < checklist->entries->len; i++)
    {
      const LasnaChecklistEntry *entry =
          &g_array_index (checklist->entries, LasnaChecklistEntry, i);
      g_autoptr (LasnaRecord) answer = g_list_model_get_item (answers, i);

      if (g_strcmp0 (lasna_record_get_text (answer, "item"), entry->code) != 0 ||
          g_strcmp0 (lasna_record_get_text (answer, "item-text"), entry->text) != 0)
        return TRUE;
    }
  return FALSE;
}

/* An own checklist that was edited since it was last filled in becomes a new version, so that the
 * version of a run tells which items it had.
 */
static void
renew_version (LasnaWorkbook *workbook, LasnaChecklist *checklist)
{
  GListModel *runs = lasna_workbook_get_records (workbook, "checklist_run");

  for (guint i = g_list_model_get_n_items (runs); checklist->own != NULL && i > 0; i--)
    {
      g_autoptr (LasnaChecklistRun) run = g_list_model_get_item (runs, i - 1);
      LasnaRecord *record = LASNA_RECORD (run);

      if (g_strcmp0 (lasna_record_get_text (record, "template"), checklist->code) != 0 ||
          lasna_record_get_integer (record, "template-version") != checklist->version)
        continue;
      if (is_different (run, checklist))
        {
          checklist->version++;
          g_object_set (checklist->own, "version", checklist->version, NULL);
        }
      return;
    }
}

static void
add_answers (LasnaWorkbook *workbook, LasnaChecklistRun *run, LasnaChecklist *checklist)
{
  for (guint i = 0; i < checklist->entries->len; i++)
    {
      const LasnaChecklistEntry *entry =
          &g_array_index (checklist->entries, LasnaChecklistEntry, i);

      lasna_workbook_add (workbook,
                          LASNA_TYPE_CHECKLIST_ANSWER,
                          "run",
                          run,
                          "item",
                          entry->code,
                          "item-text",
                          entry->text,
                          "tags",
                          entry->tags,
                          NULL);
    }
}

/* Inside a change. */
static LasnaChecklistRun *
add_run (LasnaWorkbook *workbook, LasnaChecklist *checklist, LasnaRecord *place)
{
  g_autofree char *today = lasna_clock_dup_today (lasna_workbook_get_clock (workbook));
  LasnaChecklistRun *run = lasna_workbook_add (workbook,
                                               LASNA_TYPE_CHECKLIST_RUN,
                                               "template",
                                               checklist->code,
                                               "template-version",
                                               checklist->version,
                                               "title",
                                               checklist->title,
                                               "scale",
                                               checklist->scale->id,
                                               "date",
                                               today,
                                               NULL);

  if (run == NULL)
    return NULL;
  for (LasnaRecord *at = place; at != NULL; at = find_parent (at))
    g_object_set (run, lasna_record_get_table (at), at, NULL);
  add_answers (workbook, run, checklist);
  return run;
}

/**
 * lasna_checklist_run_start:
 * @checklist: the code of a checklist of the catalogue or of an own one
 * @place: (nullable): the journey, stage, touchpoint or encounter it is about
 *
 * Begins to fill in a checklist today, in one change, with its items in the workbook's language as
 * they are now: later edits of the checklist leave the run as it was.
 *
 * Returns: (transfer none) (nullable): the run
 */
LasnaChecklistRun *
lasna_checklist_run_start (LasnaWorkbook *workbook,
                           const char *checklist,
                           LasnaRecord *place,
                           GError **error)
{
  g_autoptr (LasnaChecklist) items = NULL;
  g_autoptr (LasnaChange) change = NULL;
  g_autofree char *label = NULL;
  LasnaChecklistRun *run;

  g_return_val_if_fail (LASNA_IS_WORKBOOK (workbook) && checklist != NULL, NULL);
  items = lasna_checklist_new (workbook, checklist, lasna_workbook_get_language (workbook));
  if (items == NULL)
    {
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_NOT_FOUND,
                   /* Translators: the name of a checklist */
                   _ ("There is no checklist called “%s”. Nothing was changed."),
                   checklist);
      return NULL;
    }
  /* Translators: the name of a change in the undo list; %s is the title of a checklist */
  label = g_strdup_printf (_ ("Fill in ‘%s’"), items->title);
  change = lasna_workbook_begin (workbook, label);
  renew_version (workbook, items);
  run = add_run (workbook, items, place);
  return lasna_change_commit (change, error) ? run : NULL;
}

gboolean
lasna_checklist_run_is_finished (LasnaChecklistRun *self)
{
  return g_strcmp0 (lasna_record_get_text (LASNA_RECORD (self), "state"), "run.finished") == 0;
}

/**
 * lasna_checklist_run_finish:
 *
 * Says that filling in is done. Nothing needs an answer for that.
 *
 * Returns: whether that is saved
 */
gboolean
lasna_checklist_run_finish (LasnaChecklistRun *self, GError **error)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (LASNA_RECORD (self));
  g_autoptr (LasnaChange) change = NULL;
  g_autofree char *now = NULL;

  g_return_val_if_fail (workbook != NULL, FALSE);
  if (lasna_checklist_run_is_finished (self))
    return TRUE;
  now = lasna_clock_dup_local (lasna_workbook_get_clock (workbook));
  change = lasna_workbook_begin (workbook, _ ("Finish a checklist"));
  g_object_set (self, "state", "run.finished", "finished-at", now, NULL);
  return lasna_change_commit (change, error);
}

/**
 * lasna_checklist_run_get_scale:
 *
 * Returns: (transfer none): the scale of the answers
 */
const LasnaScale *
lasna_checklist_run_get_scale (LasnaChecklistRun *self)
{
  LasnaCatalogue *catalogue =
      lasna_workbook_get_catalogue (lasna_record_get_workbook (LASNA_RECORD (self)));
  const LasnaScale *scale =
      lasna_catalogue_find_scale (catalogue, lasna_record_get_text (LASNA_RECORD (self), "scale"));

  /* A file may name a scale that is none. */
  return scale != NULL ? scale : lasna_catalogue_find_scale (catalogue, "scale.realised");
}

/**
 * lasna_checklist_run_score:
 * @tag: (nullable): count only items with that tag
 * @score: where the answers are added
 */
void
lasna_checklist_run_score (LasnaChecklistRun *self, const char *tag, LasnaChecklistScore *score)
{
  GListModel *answers = lasna_checklist_run_get_answers (self);
  const LasnaScale *scale = lasna_checklist_run_get_scale (self);

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (LasnaRecord) answer = g_list_model_get_item (answers, i);

      if (tag == NULL || lasna_record_has_term (answer, "tags", tag))
        lasna_checklist_score_add (score,
                                   scale,
                                   lasna_record_get_integer (answer, "value"),
                                   lasna_record_get_flag (answer, "not-relevant"));
    }
}

/**
 * lasna_checklist_run_is_same_place:
 *
 * Returns: whether both are about the same journey, stage and touchpoint, or both about none
 */
gboolean
lasna_checklist_run_is_same_place (LasnaChecklistRun *self, LasnaChecklistRun *other)
{
  static const char *const properties_of_place[] = { "journey", "stage", "touchpoint" };

  for (guint i = 0; i < G_N_ELEMENTS (properties_of_place); i++)
    if (lasna_record_get_reference_id (LASNA_RECORD (self), properties_of_place[i]) !=
        lasna_record_get_reference_id (LASNA_RECORD (other), properties_of_place[i]))
      return FALSE;
  return TRUE;
}

/**
 * lasna_checklist_run_compare:
 *
 * Returns: less than 0 where @self is the older one, by day and then by making
 */
int
lasna_checklist_run_compare (LasnaChecklistRun *self, LasnaChecklistRun *other)
{
  int order = g_strcmp0 (lasna_record_get_text (LASNA_RECORD (self), "date"),
                         lasna_record_get_text (LASNA_RECORD (other), "date"));
  gint64 id = lasna_record_get_id (LASNA_RECORD (self));
  gint64 other_id = lasna_record_get_id (LASNA_RECORD (other));

  return order != 0 ? order : (id > other_id) - (id < other_id);
}

/* The answer of @run to an item, if it has one; borrowed. */
static LasnaRecord *
find_answer (LasnaChecklistRun *run, const char *item)
{
  GListModel *answers = lasna_checklist_run_get_answers (run);

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (LasnaRecord) answer = g_list_model_get_item (answers, i);

      if (g_strcmp0 (lasna_record_get_text (answer, "item"), item) == 0)
        return lasna_record_is_set (answer, "value") ? answer : NULL;
    }
  return NULL;
}

/**
 * lasna_checklist_run_find_previous:
 * @answer: one of the run
 *
 * Returns: (transfer none) (nullable): how the item was answered the last time before this run, at
 *   the same place and on the same scale
 */
LasnaChecklistAnswer *
lasna_checklist_run_find_previous (LasnaChecklistRun *self, LasnaChecklistAnswer *answer)
{
  GListModel *runs =
      lasna_workbook_get_records (lasna_record_get_workbook (LASNA_RECORD (self)), "checklist_run");
  const char *item = lasna_record_get_text (LASNA_RECORD (answer), "item");
  LasnaRecord *previous = NULL;
  LasnaChecklistRun *latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (runs); i++)
    {
      /* The lists keep run and answer alive. */
      g_autoptr (LasnaChecklistRun) run = g_list_model_get_item (runs, i);
      LasnaRecord *found = NULL;

      if (lasna_checklist_run_compare (run, self) < 0 &&
          (latest == NULL || lasna_checklist_run_compare (latest, run) < 0) &&
          lasna_checklist_run_get_scale (run) == lasna_checklist_run_get_scale (self) &&
          lasna_checklist_run_is_same_place (run, self))
        found = find_answer (run, item);
      if (found == NULL)
        continue;
      latest = run;
      previous = found;
    }
  return previous != NULL ? LASNA_CHECKLIST_ANSWER (previous) : NULL;
}

/**
 * lasna_checklist_run_add_action:
 * @answer: one of the run
 *
 * Returns: (transfer none) (nullable): an action for the item, with the item's text as its title
 *   for a start; the one there is where there is one
 */
LasnaAction *
lasna_checklist_run_add_action (LasnaChecklistRun *self,
                                LasnaChecklistAnswer *answer,
                                GError **error)
{
  LasnaRecord *run = LASNA_RECORD (self);
  LasnaWorkbook *workbook = lasna_record_get_workbook (run);
  g_autoptr (LasnaChange) change = NULL;
  LasnaAction *action;

  g_return_val_if_fail (workbook != NULL, NULL);
  action = lasna_record_get_reference (LASNA_RECORD (answer), "action");
  if (action != NULL)
    return action;
  change = lasna_workbook_begin (workbook, _ ("Make an action"));
  action = lasna_workbook_add (workbook,
                               LASNA_TYPE_ACTION,
                               "title",
                               lasna_record_get_text (LASNA_RECORD (answer), "item-text"),
                               "run",
                               self,
                               "stage",
                               lasna_record_get_reference (run, "stage"),
                               "touchpoint",
                               lasna_record_get_reference (run, "touchpoint"),
                               NULL);
  if (action != NULL)
    g_object_set (answer, "action", action, NULL);
  return lasna_change_commit (change, error) ? action : NULL;
}
