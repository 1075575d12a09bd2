/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answer.
 */
#include "config.h"

#include "lasna-checklist-answer.h"

#include "lasna-error.h"
#include "lasna-workbook.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE (
      "run", N_ ("Filled-in checklist"), "checklist_run", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_POSITION (),
  LASNA_TEXT ("item", N_ ("Item"), LASNA_REQUIRED),
  LASNA_TEXT ("item-text", N_ ("Text of the item"), LASNA_REQUIRED | LASNA_LONG),
  LASNA_TEXT ("tags", N_ ("Tags"), 0),
  LASNA_INTEGER ("value", N_ ("Answer"), 0, 3, NULL, 0),
  LASNA_FLAG ("not-relevant", N_ ("Not relevant"), 0),
  LASNA_TEXT ("note", N_ ("Note"), LASNA_LONG),
  LASNA_TEXT ("evidence", N_ ("Evidence"), LASNA_LONG),
  LASNA_REFERENCE ("action", N_ ("Action"), "action", 0),
};

/* An answer is a step of the run's scale, or the item is not relevant, or neither: never both. */
static gboolean
check_answer (LasnaRecord *self, GError **error)
{
  LasnaRecord *run = lasna_record_get_reference (self, "run");
  gint64 value = lasna_record_get_integer (self, "value");
  const LasnaScale *scale;

  if (value == LASNA_UNSET || run == NULL)
    return TRUE;
  scale =
      lasna_catalogue_find_scale (lasna_workbook_get_catalogue (lasna_record_get_workbook (self)),
                                  lasna_record_get_text (run, "scale"));
  for (guint i = 0; scale != NULL && i < scale->n_steps; i++)
    if (scale->steps[i].value == value && !lasna_record_get_flag (self, "not-relevant"))
      return TRUE;
  g_set_error_literal (error,
                       LASNA_ERROR,
                       LASNA_ERROR_RULE,
                       _ ("An item has one of the answers of its checklist, or is not relevant. "
                          "The answer that was there was kept."));
  return FALSE;
}

LASNA_DEFINE_RECORD_WITH_CODE (LasnaChecklistAnswer,
                               lasna_checklist_answer,
                               "checklist_answer",
                               N_ ("Answer"),
                               properties,
                               klass->check = check_answer)

static gboolean
set_answer (LasnaChecklistAnswer *self, gint64 value, gboolean not_relevant, GError **error)
{
  g_autoptr (LasnaChange) change = NULL;

  g_return_val_if_fail (lasna_record_get_workbook (LASNA_RECORD (self)) != NULL, FALSE);
  change =
      lasna_workbook_begin (lasna_record_get_workbook (LASNA_RECORD (self)), _ ("Answer an item"));
  g_object_set (self, "value", value, "not-relevant", not_relevant, NULL);
  return lasna_change_commit (change, error);
}

/**
 * lasna_checklist_answer_give:
 * @value: a step of the run's scale
 *
 * Returns: whether the answer is saved
 */
gboolean
lasna_checklist_answer_give (LasnaChecklistAnswer *self, gint64 value, GError **error)
{
  return set_answer (self, value, FALSE, error);
}

/**
 * lasna_checklist_answer_set_not_relevant:
 *
 * Leaves the item out of the score.
 *
 * Returns: whether that is saved
 */
gboolean
lasna_checklist_answer_set_not_relevant (LasnaChecklistAnswer *self, GError **error)
{
  return set_answer (self, LASNA_UNSET, TRUE, error);
}

/**
 * lasna_checklist_answer_clear:
 *
 * Makes the item one that is not answered yet; its note stays.
 *
 * Returns: whether that is saved
 */
gboolean
lasna_checklist_answer_clear (LasnaChecklistAnswer *self, GError **error)
{
  return set_answer (self, LASNA_UNSET, FALSE, error);
}
