/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headers first, then the dialect, then what a person said. A column that tells who somebody is
 * stays out unless it is asked for.
 */
#include "config.h"

#include "lasna-import-columns.h"

#include "lasna-error.h"
#include "lasna-export-columns.h"
#include "lasna-fold.h"
#include "lasna-import-examine.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A text column of a survey has on average this many words. */
#define WORDS_OF_A_COMMENT 5

static void
column_free (gpointer data)
{
  LasnaColumn *column = data;

  g_free (column->name);
  g_free (column);
}

static void
answer_free (gpointer data)
{
  LasnaAnswer *answer = data;

  g_free (answer->text);
  g_free (answer);
}

/* "How easy was it? (1-5)" tells its scale. */
static gboolean
read_header_scale (const char *header, double *minimum, double *maximum)
{
  const char *open = strrchr (header, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;

  if (close == NULL)
    return FALSE;

  g_autofree char *inside = g_strndup (open + 1, close - open - 1);
  return lasna_import_options_read_scale (g_strstrip (inside), minimum, maximum);
}

/**
 * lasna_import_columns_add_answer:
 *
 * Returns: (transfer none): a new question of the plan, with the scale that options, header or
 *   field give it
 */
LasnaAnswer *
lasna_import_columns_add_answer (LasnaImportPlan *plan,
                                 const char *text,
                                 LasnaField field,
                                 const LasnaImportOptions *options)
{
  const LasnaFieldInfo *info = lasna_field_get_info (field);
  const char *scale = lasna_import_options_get_of_field (options, "scale", field);
  const char *reversed = lasna_import_options_get_of_field (options, "reversed", field);
  LasnaAnswer *answer = g_new0 (LasnaAnswer, 1);

  answer->text = g_strdup (text);
  answer->field = field;
  answer->decimals = LASNA_DECIMAL_ANY;
  answer->is_reversed = reversed != NULL && lasna_import_options_is_yes (reversed);
  answer->scale_min = info->scale_min;
  answer->scale_max = info->scale_max;
  answer->has_scale = (scale != NULL && lasna_import_options_read_scale (
                                            scale, &answer->scale_min, &answer->scale_max)) ||
                      read_header_scale (text, &answer->scale_min, &answer->scale_max);
  g_ptr_array_add (plan->answers, answer);
  return answer;
}

static void
append_header (GString *name, const char *header)
{
  g_autofree char *text = g_strstrip (g_strdup (header));

  if (*text == '\0' || strcmp (name->str, text) == 0)
    return;
  if (name->len > 0)
    g_string_append (name, ": ");
  g_string_append (name, text);
}

/* The header by which the dialect knows what a column becomes, or whom it tells of; NULL where it
 * knows it by its place or not.
 */
static const char *
find_known_header (const LasnaImportPlan *plan,
                   const LasnaSample *sample,
                   guint column,
                   const LasnaDialectColumn *known)
{
  if (known == NULL || (known->field == LASNA_FIELD_NONE && !known->is_personal))
    return NULL;
  for (guint row = 0; row < plan->header_rows; row++)
    {
      g_autofree char *folded = lasna_sample_dup_folded (sample, row, column);

      if (lasna_fold_is_listed (folded, known->headers))
        return lasna_sample_get (sample, row, column);
    }
  return NULL;
}

/* Whether a question above several columns begins or goes on here. */
static gboolean
is_under_question (const LasnaSample *sample, guint column)
{
  if (*lasna_sample_get (sample, 0, column) == '\0')
    return TRUE;
  return *lasna_sample_get (sample, 0, column + 1) == '\0' &&
         *lasna_sample_get (sample, 1, column) != '\0' &&
         *lasna_sample_get (sample, 1, column + 1) != '\0';
}

/* What a column is called: its first header, or under a question that spans several columns the
 * question and the choice.
 */
static char *
name_column (const LasnaImportPlan *plan,
             const LasnaSample *sample,
             guint column,
             const LasnaDialectColumn *known)
{
  g_autoptr (GString) name = g_string_new (NULL);
  const char *header = find_known_header (plan, sample, column, known);

  if (header != NULL && plan->header_rows == 2 && *lasna_sample_get (sample, 0, column) == '\0')
    append_header (name, header);
  else if (plan->header_rows == 2 && is_under_question (sample, column))
    {
      guint start = column;

      while (start > 0 && *lasna_sample_get (sample, 0, start) == '\0')
        start--;
      append_header (name, lasna_sample_get (sample, 0, start));
      append_header (name, lasna_sample_get (sample, 1, column));
    }
  else if (plan->header_rows > 0)
    append_header (name, lasna_sample_get (sample, 0, column));
  if (name->len == 0)
    /* Translators: stands for the header of a column that has none; %u is its number. */
    g_string_append_printf (name, _ ("Column %u"), column + 1);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* The text of a question: what people read in the survey, not what the tool calls it. */
static char *
dup_question (const LasnaImportPlan *plan, const LasnaSample *sample, guint column)
{
  const LasnaColumn *described = lasna_import_plan_get_column (plan, column);

  if (plan->dialect->has_texts_below && plan->header_rows > 1 &&
      *lasna_sample_get (sample, 1, column) != '\0')
    return g_strdup (lasna_sample_get (sample, 1, column));
  return g_strdup (described->name);
}

/* Several choices in one cell are parts of it, as are the halves of a sentence. */
static guint
add_parts (GHashTable *different, const char *cell)
{
  g_auto (GStrv) parts = g_strsplit_set (cell, ",;", -1);
  guint n_parts = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      {
        g_hash_table_add (different, g_strdup (parts[i]));
        n_parts++;
      }
  return n_parts;
}

/* A survey's column of long texts. Choices may be long, too, but come again and again. */
static gboolean
has_long_texts (const LasnaImportPlan *plan, const LasnaSample *sample, guint column)
{
  guint n_texts = 0;
  guint n_words = 0;
  guint n_parts = 0;
  g_autoptr (GHashTable) different = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = plan->header_rows; row < sample->rows->len; row++)
    {
      const char *cell = lasna_sample_get (sample, row, column);

      if (lasna_cell_is_missing (cell))
        continue;
      n_texts++;
      for (const char *c = cell; *c != '\0'; c++)
        n_words += g_ascii_isspace (*c) && !g_ascii_isspace (c[1]);
      n_words++;
      n_parts += add_parts (different, cell);
    }
  return n_texts > 0 && n_words >= WORDS_OF_A_COMMENT * n_texts &&
         g_hash_table_size (different) * 2 > n_parts && (n_texts > 2 || n_words > 30);
}

/* Addresses of people and of their machines show by themselves, whatever the header says. */
static gboolean
has_addresses (const LasnaImportPlan *plan, const LasnaSample *sample, guint column)
{
  guint n_texts = 0;
  guint n_addresses = 0;

  for (guint row = plan->header_rows; row < sample->rows->len; row++)
    {
      const char *cell = lasna_sample_get (sample, row, column);
      const char *at = strchr (cell, '@');

      if (lasna_cell_is_missing (cell))
        continue;
      n_texts++;
      n_addresses +=
          g_hostname_is_ip_address (cell) ||
          (at != NULL && at > cell && strchr (at, '.') != NULL && strpbrk (cell, " \n\t") == NULL);
    }
  return n_addresses * 2 > n_texts;
}

/* Under a question, a header such as "Phone" may also be the choice that its cells repeat. */
static gboolean
is_choice (const LasnaImportPlan *plan, const LasnaSample *sample, guint column, const char *header)
{
  for (guint row = plan->header_rows; row < sample->rows->len; row++)
    {
      const char *cell = lasna_sample_get (sample, row, column);

      if (!lasna_cell_is_missing (cell) && strcmp (cell, header) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_personal_header (const LasnaImportPlan *plan, const LasnaSample *sample, guint column)
{
  for (guint row = 0; row < plan->header_rows; row++)
    {
      const char *header = lasna_sample_get (sample, row, column);

      if (lasna_field_is_personal_header (header) &&
          (row == 0 || !is_choice (plan, sample, column, header)))
        return TRUE;
    }
  return FALSE;
}

static const char *
header_zone (const char *name)
{
  return strstr (name, "(UTC)") != NULL || strstr (name, "(GMT)") != NULL ? "Z" : NULL;
}

/* "Rating" may stand above words, of which a score cannot be made. */
static gboolean
has_scores (const LasnaImportPlan *plan, const LasnaSample *sample, guint column)
{
  guint n_filled = 0;
  guint n_scores = 0;
  double score;

  for (guint row = plan->header_rows; row < sample->rows->len; row++)
    {
      const char *cell = lasna_sample_get (sample, row, column);

      if (lasna_cell_is_missing (cell))
        continue;
      n_filled++;
      n_scores += lasna_number_read_score (cell, LASNA_DECIMAL_ANY, &score);
    }
  return n_scores * 2 >= n_filled;
}

/* From 0 to 10, and not on a shorter scale. */
static gboolean
has_scores_to_ten (const LasnaImportPlan *plan, const LasnaSample *sample, guint column)
{
  double highest = 0;
  double score;

  for (guint row = plan->header_rows; row < sample->rows->len; row++)
    {
      const char *cell = lasna_sample_get (sample, row, column);

      if (lasna_cell_is_missing (cell))
        continue;
      if (!lasna_number_read_score (cell, LASNA_DECIMAL_ANY, &score) || score > 10 ||
          score != floor (score) || (score < 0 && !plan->dialect->negatives_are_codes))
        return FALSE;
      highest = MAX (highest, score);
    }
  return highest >= 9;
}

static LasnaField
guess_field (const LasnaImportPlan *plan,
             const LasnaSample *sample,
             guint column,
             const LasnaDialectColumn *known)
{
  const LasnaDialect *dialect = plan->dialect;
  const LasnaColumn *described = lasna_import_plan_get_column (plan, column);
  g_autofree char *question = dup_question (plan, sample, column);
  LasnaField field;

  if (known != NULL)
    return known->field;
  if (described->is_personal)
    return LASNA_FIELD_NONE;
  field = lasna_field_from_header (described->name);
  if (field != LASNA_FIELD_NONE && (!(lasna_field_get_info (field)->flags & LASNA_FIELD_IS_SCORE) ||
                                    has_scores (plan, sample, column)))
    return field;
  if (lasna_field_asks_to_recommend (question) && has_scores_to_ten (plan, sample, column))
    return LASNA_FIELD_NPS;
  if (dialect->is_text != NULL && dialect->is_text (sample, plan->header_rows, column))
    return LASNA_FIELD_COMMENT;
  if (dialect->has_questions && has_long_texts (plan, sample, column))
    return LASNA_FIELD_COMMENT;
  return LASNA_FIELD_NONE;
}

static LasnaColumn *
nth_column (LasnaImportPlan *plan, guint index)
{
  return plan->columns->pdata[index];
}

static gboolean
is_known_date (const LasnaImportPlan *plan, const LasnaSample *sample, guint column)
{
  const LasnaDialectColumn *known =
      lasna_dialect_find_column (plan->dialect, sample, plan->header_rows, column);

  return known != NULL && known->field == LASNA_FIELD_DATE;
}

static gboolean
has_days (const LasnaImportPlan *plan, const LasnaSample *sample, guint column)
{
  return lasna_sample_column_is (sample, plan->header_rows, column, lasna_date_is_day);
}

static void
describe_column (LasnaImportPlan *plan, const LasnaSample *sample, guint index)
{
  const LasnaDialectColumn *known =
      lasna_dialect_find_column (plan->dialect, sample, plan->header_rows, index);
  LasnaColumn *column = g_new0 (LasnaColumn, 1);

  column->name = name_column (plan, sample, index, known);
  column->answer = -1;
  column->orders = LASNA_DATE_ANY;
  column->zone = header_zone (column->name);
  g_ptr_array_add (plan->columns, column);
  column->is_personal = (known != NULL && known->is_personal) ||
                        has_personal_header (plan, sample, index) ||
                        has_addresses (plan, sample, index);
  column->rank = known != NULL ? known->rank : 0;
  column->trials = known != NULL ? known->trials : NULL;
  column->property = known != NULL ? lasna_export_columns_find_property (known->property) : NULL;
  column->is_personal &= column->property == NULL;
  column->field = guess_field (plan, sample, index, known);
}

/* A column of times that were not kept is none. */
static gboolean
tells_no_date (const LasnaImportPlan *plan, const LasnaSample *sample, guint column)
{
  guint n_filled = 0;

  for (guint row = plan->header_rows; row < sample->rows->len; row++)
    {
      const char *cell = lasna_sample_get (sample, row, column);

      if (!lasna_dialect_is_no_date (plan->dialect, cell))
        return FALSE;
      n_filled += !lasna_cell_is_missing (cell);
    }
  return n_filled > 0;
}

/* Where the dialect knows its times, "Date" is a question; elsewhere the first column of days is
 * the date, and "Time" before it may be that of the day.
 */
static void
settle_dates (LasnaImportPlan *plan, const LasnaSample *sample)
{
  gboolean is_known = FALSE;
  int first = -1;

  for (guint i = 0; i < plan->columns->len; i++)
    if (nth_column (plan, i)->field == LASNA_FIELD_DATE)
      {
        if (tells_no_date (plan, sample, i))
          {
            nth_column (plan, i)->field = LASNA_FIELD_NONE;
            continue;
          }
        is_known |= is_known_date (plan, sample, i);
        if (first < 0 || (!has_days (plan, sample, first) && has_days (plan, sample, i)))
          first = i;
      }
  for (guint i = 0; i < plan->columns->len; i++)
    if (nth_column (plan, i)->field == LASNA_FIELD_DATE &&
        (is_known ? !is_known_date (plan, sample, i) : i != (guint) first))
      nth_column (plan, i)->field = LASNA_FIELD_NONE;
}

/* Of fields that only one column can be, the first keeps it; what belongs together stays out where
 * a part is missing.
 */
static void
settle_guesses (LasnaImportPlan *plan)
{
  static const LasnaField pairs[][2] = { { LASNA_FIELD_QUESTION, LASNA_FIELD_VALUE },
                                         { LASNA_FIELD_VALUE, LASNA_FIELD_QUESTION },
                                         { LASNA_FIELD_MEASURE, LASNA_FIELD_SCORE } };
  guint seen[LASNA_N_FIELDS] = { 0 };

  for (guint i = 0; i < plan->columns->len; i++)
    {
      LasnaColumn *column = nth_column (plan, i);
      const LasnaFieldInfo *info = lasna_field_get_info (column->field);

      if (seen[column->field]++ > 0 && !(info->flags & LASNA_FIELD_IS_MANY) &&
          column->field != LASNA_FIELD_DATE)
        column->field = LASNA_FIELD_NONE;
    }
  for (guint i = 0; i < plan->columns->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (pairs); j++)
      if (nth_column (plan, i)->field == pairs[j][0] && seen[pairs[j][1]] == 0)
        nth_column (plan, i)->field = LASNA_FIELD_NONE;
}

static gboolean
is_called (const LasnaImportPlan *plan, const LasnaSample *sample, guint column, const char *name)
{
  const LasnaColumn *described = lasna_import_plan_get_column (plan, column);

  if (strcmp (described->name, name) == 0)
    return TRUE;
  for (guint row = 0; row < plan->header_rows; row++)
    if (strcmp (lasna_sample_get (sample, row, column), name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_called_about (const LasnaImportPlan *plan,
                 const LasnaSample *sample,
                 guint column,
                 const char *folded)
{
  g_autofree char *name = lasna_fold (lasna_import_plan_get_column (plan, column)->name);

  if (strcmp (name, folded) == 0)
    return TRUE;
  for (guint row = 0; row < plan->header_rows; row++)
    {
      g_autofree char *header = lasna_sample_dup_folded (sample, row, column);

      if (strcmp (header, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A column by its header, by its header in other case and accents, or by its number. */
static int
find_column (const LasnaImportPlan *plan, const LasnaSample *sample, const char *name)
{
  g_autofree char *folded = lasna_fold (name);
  guint64 number;

  for (guint i = 0; i < plan->columns->len; i++)
    if (is_called (plan, sample, i, name))
      return i;
  for (guint i = 0; i < plan->columns->len && *folded != '\0'; i++)
    if (is_called_about (plan, sample, i, folded))
      return i;
  if (plan->columns->len > 0 &&
      g_ascii_string_to_unsigned (name, 10, 1, plan->columns->len, &number, NULL))
    return (int) number - 1;
  return -1;
}

static void
set_no_column (const LasnaImportPlan *plan, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < plan->columns->len && i < 20; i++)
    g_string_append_printf (
        names, "%s“%s”", i > 0 ? ", " : "", lasna_import_plan_get_column (plan, i)->name);
  if (plan->columns->len > 20)
    g_string_append (names, " …");
  g_set_error (
      error,
      LASNA_ERROR,
      LASNA_ERROR_NOT_FOUND,
      /* Translators: the first %s is what was asked for, the second a list of what is there. */
      _ ("The file has no column “%s”. Nothing was imported; its columns are %s."),
      name,
      names->str);
}

/* What a person says about a field holds instead of every guess about it. */
static gboolean
apply_choices (LasnaImportPlan *plan,
               const LasnaSample *sample,
               const LasnaImportOptions *options,
               GError **error)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      LasnaColumn *column = nth_column (plan, i);
      const char *said = lasna_import_options_get_question (options, column->name);

      if (lasna_import_options_has_choice (options, column->field))
        column->field = LASNA_FIELD_NONE;
      if (said != NULL && !lasna_field_from_id (said, &column->field))
        column->field = LASNA_FIELD_NONE;
    }
  for (guint i = 0; i < lasna_import_options_get_n_choices (options); i++)
    {
      const LasnaColumnChoice *choice = lasna_import_options_get_choice (options, i);
      int found = find_column (plan, sample, choice->column);

      if (found < 0)
        {
          set_no_column (plan, choice->column, error);
          return FALSE;
        }
      nth_column (plan, found)->field = choice->field;
      nth_column (plan, found)->rank = i;
    }
  return TRUE;
}

/* A table in a language that is not ours: a column of days is the date where there is only one. Of
 * several, a person chooses.
 */
static void
find_days (LasnaImportPlan *plan, const LasnaSample *sample)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  LasnaColumn *found = NULL;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      LasnaColumn *column = nth_column (plan, i);

      if (column->field != LASNA_FIELD_NONE || column->is_personal || !has_days (plan, sample, i))
        continue;
      found = column;
      g_ptr_array_add (choices, found->name);
    }
  if (choices->len == 1)
    found->field = LASNA_FIELD_DATE;
  if (choices->len < 2)
    return;
  g_ptr_array_add (choices, (gpointer) "today");
  g_ptr_array_add (choices, (gpointer) LASNA_ANY_DAY);
  g_ptr_array_add (choices, NULL);
  lasna_import_ask (plan, "date", NULL, g_strdupv ((GStrv) choices->pdata));
}

/* The date is said as a day, or as the column where it stands. */
static gboolean
choose_date (LasnaImportPlan *plan, const LasnaSample *sample, const char *said, GError **error)
{
  LasnaWhen when;
  int column;

  if (strcmp (said, "today") == 0 || lasna_date_read (said, LASNA_DATE_YMD, &when))
    return TRUE;
  column = find_column (plan, sample, said);
  if (column < 0 && g_ascii_isdigit (*said))
    {
      g_set_error (error,
                   LASNA_ERROR,
                   LASNA_ERROR_USAGE,
                   _ ("“%s” is no day of the calendar. Nothing was imported; write it as "
                      "2026-05-31."),
                   said);
      return FALSE;
    }
  if (column < 0)
    {
      set_no_column (plan, said, error);
      return FALSE;
    }
  for (guint i = 0; i < plan->columns->len; i++)
    if (nth_column (plan, i)->field == LASNA_FIELD_DATE)
      nth_column (plan, i)->field = LASNA_FIELD_NONE;
  nth_column (plan, column)->field = LASNA_FIELD_DATE;
  return TRUE;
}

/* A header that tells all of a question leaves nothing to ask. */
static void
add_told_answer (LasnaImportPlan *plan,
                 const LasnaColumn *column,
                 const LasnaDialectQuestion *told,
                 const LasnaImportOptions *options)
{
  LasnaAnswer *answer = lasna_import_columns_add_answer (plan, told->text, column->field, options);

  answer->has_scale = TRUE;
  answer->scale_min = told->scale_min;
  answer->scale_max = told->scale_max;
  answer->is_reversed = told->is_reversed;
  answer->has_satisfied = !isnan (told->satisfied_from);
  answer->satisfied_from = told->satisfied_from;
}

static void
add_answers (LasnaImportPlan *plan, const LasnaSample *sample, const LasnaImportOptions *options)
{
  gboolean has_measures = lasna_import_plan_find_column (plan, LASNA_FIELD_MEASURE) >= 0;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      LasnaColumn *column = nth_column (plan, i);
      const LasnaFieldInfo *info = lasna_field_get_info (column->field);
      const LasnaDialectColumn *known =
          lasna_dialect_find_column (plan->dialect, sample, plan->header_rows, i);
      g_autofree char *question = NULL;
      LasnaDialectQuestion told;
      LasnaAnswer *answer;

      if (!(info->flags & LASNA_FIELD_IS_SCORE) && column->field != LASNA_FIELD_COMMENT)
        continue;
      if (has_measures && column->field == LASNA_FIELD_SCORE)
        continue;
      question = dup_question (plan, sample, i);
      column->answer = plan->answers->len;
      if (plan->dialect->read_question != NULL &&
          plan->dialect->read_question (column->name, &told))
        {
          g_autofree char *text = told.text;

          add_told_answer (plan, column, &told, options);
          continue;
        }
      answer = lasna_import_columns_add_answer (plan, question, column->field, options);
      if (known != NULL && known->scale_max > known->scale_min && !answer->has_scale)
        {
          answer->scale_min = known->scale_min;
          answer->scale_max = known->scale_max;
          answer->has_scale = TRUE;
        }
    }
}

/* Columns are what has a header; what stands beyond is reported with its row. */
static guint
count_columns (const LasnaImportPlan *plan, const LasnaSample *sample)
{
  guint width = 0;

  for (guint row = 0; row < plan->header_rows && row < sample->rows->len; row++)
    width = MAX (width, ((GPtrArray *) sample->rows->pdata[row])->len);
  return plan->header_rows > 0 ? width : sample->width;
}

/**
 * lasna_import_columns_assign:
 *
 * Returns: whether every column that @options name is there; then the plan's columns and answers
 *   are set
 */
gboolean
lasna_import_columns_assign (LasnaImportPlan *plan,
                             const LasnaSample *sample,
                             const LasnaImportOptions *options,
                             GError **error)
{
  const char *said = lasna_import_options_get (options, "date");
  guint width;

  plan->columns = g_ptr_array_new_with_free_func (column_free);
  plan->answers = g_ptr_array_new_with_free_func (answer_free);
  width = count_columns (plan, sample);
  for (guint i = 0; i < width; i++)
    describe_column (plan, sample, i);

  /* The empty column after a comma that ends every row is none. */
  while (plan->columns->len > 1)
    {
      guint last = plan->columns->len - 1;
      gboolean is_empty = TRUE;

      for (guint row = 0; row < sample->rows->len && is_empty; row++)
        is_empty = *lasna_sample_get (sample, row, last) == '\0';
      if (!is_empty)
        break;
      g_ptr_array_remove_index (plan->columns, last);
    }

  settle_dates (plan, sample);
  settle_guesses (plan);
  if (!apply_choices (plan, sample, options, error))
    return FALSE;
  if (said != NULL && !choose_date (plan, sample, said, error))
    return FALSE;
  if (said == NULL && plan->dialect == &lasna_dialect_generic &&
      lasna_import_plan_find_column (plan, LASNA_FIELD_DATE) < 0)
    find_days (plan, sample);
  plan->is_long = lasna_import_plan_find_column (plan, LASNA_FIELD_QUESTION) >= 0 &&
                  lasna_import_plan_find_column (plan, LASNA_FIELD_VALUE) >= 0;
  plan->has_dates = lasna_import_plan_find_column (plan, LASNA_FIELD_DATE) >= 0;
  add_answers (plan, sample, options);
  return TRUE;
}
