/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One reading of the whole file, looking only at the columns that are dates, scores and questions.
 * What even the whole column leaves open becomes a question to a person, never a guess.
 */
#include "config.h"

#include "lasna-import-examine.h"

#include "lasna-error.h"
#include "lasna-import-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More questions than this, and the column is none of questions. */
#define QUESTIONS_MAX 500

static void
examine_date (LasnaColumn *column, const char *cell)
{
  gboolean differ;
  LasnaDateOrder orders = lasna_date_examine (cell, &differ);

  if (orders == 0 || orders == LASNA_DATE_ANY)
    return;
  column->orders &= orders;
  column->seen_orders |= orders;
  column->orders_differ |= differ;
}

static void
examine_number (LasnaAnswer *answer, const char *cell)
{
  gboolean differ;
  LasnaDecimal decimals = lasna_number_examine (cell, &differ);
  double number;

  if (lasna_cell_is_missing (cell) ||
      !lasna_number_read_score (cell, decimals != 0 ? decimals : LASNA_DECIMAL_ANY, &number))
    return;
  if (decimals != 0)
    {
      answer->decimals &= decimals;
      answer->seen_decimals |= decimals;
      answer->decimals_differ |= differ;
    }
  if (answer->n_numbers++ == 0)
    answer->lowest = answer->highest = number;
  answer->lowest = MIN (answer->lowest, number);
  answer->highest = MAX (answer->highest, number);
}

static LasnaField
field_of_question (const LasnaImportOptions *options, const char *text, gboolean *is_said)
{
  const char *said = lasna_import_options_get_question (options, text);
  LasnaField field = LASNA_FIELD_NONE;

  *is_said = said != NULL;
  if (said != NULL)
    return lasna_field_from_id (said, &field) ? field : LASNA_FIELD_NONE;
  field = lasna_field_from_header (text);
  *is_said = (lasna_field_get_info (field)->flags & LASNA_FIELD_IS_ANSWER) != 0;
  return *is_said ? field : LASNA_FIELD_NONE;
}

static LasnaField
field_of_measure (const char *text)
{
  LasnaField field = lasna_field_from_header (text);

  if (lasna_field_get_info (field)->flags & LASNA_FIELD_IS_SCORE)
    return field;
  return LASNA_FIELD_SCORE;
}

static gboolean
learn_question (LasnaImportPlan *plan,
                const LasnaImportOptions *options,
                const char *cell,
                GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (cell));
  LasnaField field;
  gboolean is_said = TRUE;
  LasnaAnswer *answer;

  if (*text == '\0' || g_hash_table_contains (plan->answers_by_text, text))
    return TRUE;
  if (g_hash_table_size (plan->answers_by_text) >= QUESTIONS_MAX)
    {
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_PARSE,
                   /* Translators: %d is a number of questions, such as 500. */
                   _ ("The column of questions holds more than %d different ones. Nothing was "
                      "imported; choose another column for the question."),
                   QUESTIONS_MAX);
      return FALSE;
    }
  field = plan->is_long ? field_of_question (options, text, &is_said) : field_of_measure (text);
  answer = lasna_import_columns_add_answer (plan, text, field, options);
  g_hash_table_insert (plan->answers_by_text, g_strdup (text), answer);
  if (!is_said)
    {
      g_autofree char *key = g_strconcat ("question.", text, NULL);
      int column = lasna_import_plan_find_column (plan, LASNA_FIELD_QUESTION);
      const char *choices[] = { "nps",     "csat",     "ces",  "task", "score",
                                "comment", "emotions", "skip", NULL };

      lasna_import_ask (plan,
                        key,
                        lasna_import_plan_get_column (plan, column)->name,
                        g_strdupv ((GStrv) choices));
    }
  return TRUE;
}

static gboolean
examine_row (LasnaImportPlan *plan,
             const LasnaImportOptions *options,
             const LasnaRow *row,
             GError **error)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      LasnaColumn *column = plan->columns->pdata[i];
      const char *cell = lasna_row_get_cell (row, i);
      LasnaAnswer *answer;

      if (column->field == LASNA_FIELD_NONE || *cell == '\0')
        continue;
      if (column->field == LASNA_FIELD_DATE)
        examine_date (column, cell);
      if ((column->field == LASNA_FIELD_QUESTION || column->field == LASNA_FIELD_MEASURE) &&
          !learn_question (plan, options, cell, error))
        return FALSE;
      if (column->field == LASNA_FIELD_VALUE ||
          lasna_field_get_info (column->field)->flags & LASNA_FIELD_IS_SCORE)
        {
          answer = lasna_import_plan_find_answer (plan, row, i);
          if (answer != NULL && lasna_field_get_info (answer->field)->flags & LASNA_FIELD_IS_SCORE)
            examine_number (answer, cell);
        }
    }
  return TRUE;
}

static gboolean
needs_reading (const LasnaImportPlan *plan)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      LasnaField field = lasna_import_plan_get_column (plan, i)->field;

      if (field == LASNA_FIELD_DATE || field == LASNA_FIELD_QUESTION ||
          field == LASNA_FIELD_MEASURE ||
          lasna_field_get_info (field)->flags & LASNA_FIELD_IS_SCORE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_all (LasnaImportPlan *plan,
          const LasnaImportOptions *options,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (LasnaRowSource) reader = lasna_import_plan_open (plan, cancellable, error);
  const LasnaRow *row;

  if (reader == NULL)
    return FALSE;
  while (lasna_row_source_next (reader, &row, cancellable, error))
    {
      if (row == NULL)
        return TRUE;
      if (row->number > plan->header_rows && row->trouble == LASNA_ROW_SOUND &&
          !examine_row (plan, options, row, error))
        return FALSE;
    }
  return FALSE;
}

/* What one column of a tool's times shows holds for its others, too. */
static void
share_orders (LasnaImportPlan *plan)
{
  LasnaDateOrder shared = LASNA_DATE_ANY;

  for (guint i = 0; i < plan->columns->len; i++)
    if (lasna_import_plan_get_column (plan, i)->field == LASNA_FIELD_DATE)
      shared &= lasna_import_plan_get_column (plan, i)->orders;
  for (guint i = 0; i < plan->columns->len && shared != 0; i++)
    ((LasnaColumn *) plan->columns->pdata[i])->orders = shared;
}

/* A month cannot be over 12: where the columns show it, nobody need be asked. */
static void
decide_dates (LasnaImportPlan *plan, const LasnaImportOptions *options)
{
  const char *said = lasna_import_options_get (options, "date-order");

  plan->orders = said != NULL ? lasna_date_order_from_id (said) : 0;
  share_orders (plan);
  for (guint i = 0; i < plan->columns->len && said == NULL; i++)
    {
      LasnaColumn *column = plan->columns->pdata[i];
      LasnaDateOrder open = column->orders != 0 ? column->orders : column->seen_orders;
      g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();

      if (column->field != LASNA_FIELD_DATE || column->seen_orders == 0)
        continue;
      if ((open & (open - 1)) == 0 || (column->orders != 0 && !column->orders_differ))
        continue;
      for (LasnaDateOrder order = LASNA_DATE_YMD; order <= LASNA_DATE_MDY; order <<= 1)
        if (open & order)
          g_strv_builder_add (choices, lasna_date_order_to_id (order));
      lasna_import_ask (plan, "date-order", column->name, g_strv_builder_end (choices));
      return;
    }
}

static void
decide_decimals (LasnaImportPlan *plan, const LasnaImportOptions *options)
{
  const char *said = lasna_import_options_get (options, "decimal");

  plan->decimals = said != NULL ? lasna_decimal_from_id (said) : 0;
  for (guint i = 0; i < plan->answers->len && said == NULL; i++)
    {
      LasnaAnswer *answer = lasna_import_plan_get_answer (plan, i);
      const char *choices[] = { "point", "comma", NULL };

      if ((answer->decimals == LASNA_DECIMAL_ANY && answer->decimals_differ) ||
          (answer->decimals == 0 && answer->seen_decimals == LASNA_DECIMAL_ANY))
        {
          lasna_import_ask (plan, "decimal", answer->text, g_strdupv ((GStrv) choices));
          return;
        }
    }
}

/* The usual scale holds unless the answers leave it. That of NPS is part of its definition. */
static void
decide_scale (LasnaImportPlan *plan, const LasnaAnswer *answer)
{
  static const struct
  {
    double minimum;
    double maximum;
    const char *id;
  } scales[] = { { 1, 5, "1-5" },   { 0, 5, "0-5" },     { 1, 7, "1-7" },    { 1, 10, "1-10" },
                 { 0, 10, "0-10" }, { 1, 100, "1-100" }, { 0, 100, "0-100" } };
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();
  g_autofree char *key = NULL;

  if (answer->has_scale || answer->n_numbers == 0 || answer->field == LASNA_FIELD_NPS ||
      answer->scale_min == answer->scale_max ||
      (answer->lowest >= answer->scale_min && answer->highest <= answer->scale_max))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if ((answer->lowest >= scales[i].minimum && answer->highest <= scales[i].maximum) ||
        (answer->scale_min == scales[i].minimum && answer->scale_max == scales[i].maximum))
      g_strv_builder_add (choices, scales[i].id);
  key = g_strconcat ("scale.", lasna_field_get_info (answer->field)->id, NULL);
  lasna_import_ask (plan, key, answer->text, g_strv_builder_end (choices));
}

/**
 * lasna_import_examine:
 *
 * Returns: whether the file could be read; then @plan knows the order of its days, its decimal
 *   marks and its questions, or asks for them
 */
gboolean
lasna_import_examine (LasnaImportPlan *plan,
                      const LasnaImportOptions *options,
                      GCancellable *cancellable,
                      GError **error)
{
  if (needs_reading (plan) && !read_all (plan, options, cancellable, error))
    return FALSE;
  decide_dates (plan, options);
  decide_decimals (plan, options);
  for (guint i = 0; i < plan->answers->len; i++)
    decide_scale (plan, lasna_import_plan_get_answer (plan, i));
  return TRUE;
}
