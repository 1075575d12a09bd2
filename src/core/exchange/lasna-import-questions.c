/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question is the same where words, method and scale are. What is not there yet has an id from
 * the beginning, and is made when the voices are shown.
 */
#include "config.h"

#include "lasna-import-questions.h"

#include "lasna-fold.h"

#include <string.h>

struct _LasnaImportQuestions
{
  LasnaImportPlan *plan; /* borrowed */
  gint64 *ids;           /* of the question of each answer of the plan; 0 for what is none */
  gboolean *is_asked;    /* whether an answer has been given to it */
  gboolean *is_new;      /* whether the question is not in the workbook yet */
};

static gboolean
is_same (LasnaRecord *question, const char *property, double number, gboolean is_known)
{
  if (!lasna_record_is_set (question, property))
    return !is_known;
  return is_known && lasna_record_get_number (question, property) == number;
}

/* Whether an earlier column of the same words has the question: this one has another. */
static gboolean
is_taken (const LasnaImportQuestions *self, guint before, gint64 id)
{
  for (guint i = 0; i < before; i++)
    if (self->ids[i] == id)
      return TRUE;
  return FALSE;
}

/* The workbook's question of the same words, method and scale. */
static gint64
find_question (const LasnaImportQuestions *self, LasnaWorkbook *workbook, guint index)
{
  GListModel *questions = lasna_workbook_get_records (workbook, "question");
  const LasnaAnswer *answer = lasna_import_plan_get_answer (self->plan, index);
  g_autofree char *folded = lasna_fold (answer->text);
  const char *method = lasna_field_get_info (answer->field)->method;
  gboolean has_scale = answer->scale_max > answer->scale_min;

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (LasnaRecord) question = g_list_model_get_item (questions, i);
      g_autofree char *text = lasna_fold (lasna_record_get_text (question, "text"));

      if (strcmp (text, folded) == 0 &&
          g_strcmp0 (lasna_record_get_text (question, "method"), method) == 0 &&
          lasna_record_get_flag (question, "reversed") == answer->is_reversed &&
          is_same (question, "scale-min", answer->scale_min, has_scale) &&
          is_same (question, "scale-max", answer->scale_max, has_scale) &&
          !is_taken (self, index, lasna_record_get_id (question)))
        return lasna_record_get_id (question);
    }
  return 0;
}

static gboolean
is_question (const LasnaImportQuestions *self, guint index)
{
  const LasnaAnswer *answer = lasna_import_plan_get_answer (self->plan, index);

  return (lasna_field_get_info (answer->field)->flags & LASNA_FIELD_IS_SCORE) != 0;
}

/**
 * lasna_import_questions_new:
 * @plan: outlives what is returned
 *
 * Returns: (transfer full): the questions as the workbook has them now
 */
LasnaImportQuestions *
lasna_import_questions_new (LasnaWorkbook *workbook, LasnaImportPlan *plan)
{
  LasnaImportQuestions *self = g_new0 (LasnaImportQuestions, 1);
  guint n = plan->answers->len;

  self->plan = plan;
  self->ids = g_new0 (gint64, n + 1);
  self->is_asked = g_new0 (gboolean, n + 1);
  self->is_new = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      if (!is_question (self, i))
        continue;
      self->ids[i] = find_question (self, workbook, i);
      self->is_new[i] = self->ids[i] == 0;
      if (self->is_new[i])
        self->ids[i] = lasna_clock_new_id (lasna_workbook_get_clock (workbook));
    }
  return self;
}

void
lasna_import_questions_free (LasnaImportQuestions *self)
{
  g_free (self->ids);
  g_free (self->is_asked);
  g_free (self->is_new);
  g_free (self);
}

/**
 * lasna_import_questions_get_ids:
 *
 * Returns: (transfer none): the id of the question of each answer of the plan
 */
const gint64 *
lasna_import_questions_get_ids (const LasnaImportQuestions *self)
{
  return self->ids;
}

/**
 * lasna_import_questions_get_asked:
 *
 * Returns: (transfer none): where it is noted of each answer of the plan whether it was given
 */
gboolean *
lasna_import_questions_get_asked (LasnaImportQuestions *self)
{
  return self->is_asked;
}

/**
 * lasna_import_questions_meet:
 *
 * Looks the questions up again inside a change, when nobody else can make or undo any.
 */
void
lasna_import_questions_meet (LasnaImportQuestions *self,
                             LasnaWorkbook *workbook,
                             LasnaImportRenaming *renaming)
{
  for (guint i = 0; i < self->plan->answers->len; i++)
    {
      gint64 found;

      if (!is_question (self, i) || !self->is_asked[i])
        continue;
      found = find_question (self, workbook, i);
      if (found == self->ids[i] || (found == 0 && self->is_new[i]))
        continue;
      self->is_new[i] = found == 0;
      if (found == 0)
        found = lasna_clock_new_id (lasna_workbook_get_clock (workbook));
      lasna_import_renaming_add (renaming, LASNA_RENAMED_QUESTION, self->ids[i], found);
      self->ids[i] = found;
    }
}

/**
 * lasna_import_questions_write:
 *
 * Returns: whether the questions that were answered are in the file, inside the change that is
 *   under way
 */
gboolean
lasna_import_questions_write (LasnaImportQuestions *self,
                              LasnaWorkbook *workbook,
                              const char *stamp,
                              GError **error)
{
  for (guint i = 0; i < self->plan->answers->len; i++)
    {
      const LasnaAnswer *answer = lasna_import_plan_get_answer (self->plan, i);
      LasnaStatement *statement;

      if (!self->is_new[i] || !self->is_asked[i])
        continue;
      statement = lasna_store_prepare (
          lasna_workbook_get_store (workbook),
          "INSERT INTO question (id, created_at, updated_at, position, text, method, scale_min, "
          "scale_max, reversed, satisfied_from) VALUES (?1, ?2, ?2, "
          "(SELECT coalesce (max (position), 0) + 1 FROM question), ?3, ?4, ?5, ?6, ?7, ?8)",
          error);
      if (statement == NULL)
        return FALSE;
      lasna_statement_bind_integer (statement, 1, self->ids[i]);
      lasna_statement_bind_text (statement, 2, stamp);
      lasna_statement_bind_text (statement, 3, answer->text);
      lasna_statement_bind_text (statement, 4, lasna_field_get_info (answer->field)->method);
      if (answer->scale_max > answer->scale_min)
        {
          lasna_statement_bind_number (statement, 5, answer->scale_min);
          lasna_statement_bind_number (statement, 6, answer->scale_max);
        }
      else
        {
          lasna_statement_bind_null (statement, 5);
          lasna_statement_bind_null (statement, 6);
        }
      lasna_statement_bind_integer (statement, 7, answer->is_reversed);
      if (answer->has_satisfied)
        lasna_statement_bind_number (statement, 8, answer->satisfied_from);
      else
        lasna_statement_bind_null (statement, 8);
      if (!lasna_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}
