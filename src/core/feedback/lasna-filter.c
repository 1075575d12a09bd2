/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter is kept in words, so that it outlives the columns; for each selection it is turned into
 * a table of accepted codes a dimension.
 */
#include "config.h"

#include "lasna-filter.h"

#include "lasna-error.h"
#include "lasna-fold.h"
#include "lasna-text-search.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  LasnaDimension dimension;
  char *value; /* folded; NULL for a record or a range */
  char *raw;   /* as it was given */
  gint64 record;
  LasnaMethod method; /* of a range of scores */
  gboolean any_method;
  double minimum;
  double maximum;
} Condition;

struct _LasnaFilter
{
  GPtrArray *conditions;
  double first; /* day of the period, whatever days conditions name */
  double last;
};

/* The fields of --where, and what a range means for them. */
static const struct
{
  const char *names; /* with bars between them */
  LasnaDimension dimension;
  const char *method;
} fields[] = {
  { "journey", LASNA_DIMENSION_JOURNEY, NULL },
  { "stage", LASNA_DIMENSION_STAGE, NULL },
  { "touchpoint", LASNA_DIMENSION_TOUCHPOINT, NULL },
  { "channel", LASNA_DIMENSION_CHANNEL, NULL },
  { "segment", LASNA_DIMENSION_SEGMENT, NULL },
  { "link|chain link", LASNA_DIMENSION_LINK, NULL },
  { "moment", LASNA_DIMENSION_MOMENT, NULL },
  { "source", LASNA_DIMENSION_SOURCE, NULL },
  { "language", LASNA_DIMENSION_LANGUAGE, NULL },
  { "task", LASNA_DIMENSION_TASK, NULL },
  { "opinion", LASNA_DIMENSION_OPINION, NULL },
  { "follow up", LASNA_DIMENSION_FOLLOW_UP, NULL },
  { "emotion|emotions", LASNA_DIMENSION_EMOTION, NULL },
  { "cluster", LASNA_DIMENSION_CLUSTER, NULL },
  { "question", LASNA_DIMENSION_QUESTION, NULL },
  { "measure", LASNA_DIMENSION_MEASURE, NULL },
  { "score", LASNA_DIMENSION_SCORE, NULL },
  { "nps", LASNA_DIMENSION_SCORE, "nps" },
  { "csat", LASNA_DIMENSION_SCORE, "csat" },
  { "ces", LASNA_DIMENSION_SCORE, "ces" },
  { "date", LASNA_DIMENSION_PERIOD, NULL },
  { "text|comment", LASNA_DIMENSION_TEXT, NULL },
};

static const char *const method_names[] = { "nps", "csat", "ces", "own" };

static void
condition_free (gpointer data)
{
  Condition *condition = data;

  g_free (condition->value);
  g_free (condition->raw);
  g_free (condition);
}

LasnaFilter *
lasna_filter_new (void)
{
  LasnaFilter *self = g_new0 (LasnaFilter, 1);

  self->conditions = g_ptr_array_new_with_free_func (condition_free);
  self->first = -INFINITY;
  self->last = INFINITY;
  return self;
}

void
lasna_filter_free (LasnaFilter *self)
{
  g_ptr_array_unref (self->conditions);
  g_free (self);
}

LasnaFilter *
lasna_filter_copy (const LasnaFilter *self)
{
  LasnaFilter *copy = lasna_filter_new ();

  copy->first = self->first;
  copy->last = self->last;
  for (guint i = 0; i < self->conditions->len; i++)
    {
      Condition *condition = g_memdup2 (self->conditions->pdata[i], sizeof *condition);

      condition->value = g_strdup (condition->value);
      condition->raw = g_strdup (condition->raw);
      g_ptr_array_add (copy->conditions, condition);
    }
  return copy;
}

static Condition *
add_condition (LasnaFilter *self, LasnaDimension dimension)
{
  Condition *condition = g_new0 (Condition, 1);

  condition->dimension = dimension;
  condition->minimum = NAN;
  condition->maximum = NAN;
  condition->any_method = TRUE;
  g_ptr_array_add (self->conditions, condition);
  return condition;
}

/**
 * lasna_filter_add_value:
 * @value: an id, a name in any language, or a text; "" and "unknown" for what is not known
 */
void
lasna_filter_add_value (LasnaFilter *self, LasnaDimension dimension, const char *value)
{
  Condition *condition = add_condition (self, dimension);

  condition->value = lasna_fold (value);
  condition->raw = g_strdup (value);
}

void
lasna_filter_add_record (LasnaFilter *self, LasnaDimension dimension, gint64 record)
{
  add_condition (self, dimension)->record = record;
}

/**
 * lasna_filter_add_range:
 * @method: (nullable): "nps", "csat", "ces" or "own" where only such answers are meant
 * @minimum: the least that passes; -INFINITY for none
 * @maximum: the most that passes
 */
void
lasna_filter_add_range (
    LasnaFilter *self, LasnaDimension dimension, const char *method, double minimum, double maximum)
{
  Condition *condition = add_condition (self, dimension);

  for (guint i = 0; method != NULL && i < G_N_ELEMENTS (method_names); i++)
    if (strcmp (method_names[i], method) == 0)
      {
        condition->method = i;
        condition->any_method = FALSE;
      }
  condition->minimum = minimum;
  condition->maximum = maximum;
}

static gboolean
read_day (const char *text, double *day)
{
  int year;
  int month;
  int date;
  int end = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &date, &end) != 3 || end != 10 ||
      text[10] != '\0' || year < 1 || !g_date_valid_dmy (date, month, year))
    return FALSE;

  g_autoptr (GDate) parsed = g_date_new_dmy (date, month, year);
  *day = g_date_get_julian (parsed);
  return TRUE;
}

static gboolean
fail (GError **error, const char *text)
{
  g_set_error (error,
               LASNA_ERROR,
               LASNA_ERROR_USAGE,
               /* Translators: %s is what was typed. */
               _ ("“%s” is not something voices can be chosen by. See the manual for the words it "
                  "knows."),
               text);
  return FALSE;
}

/**
 * lasna_filter_set_period:
 * @from: (nullable): the first day, YYYY-MM-DD
 * @to: (nullable): the last day
 *
 * The period holds beside conditions on the date.
 *
 * Returns: whether both are days
 */
gboolean
lasna_filter_set_period (LasnaFilter *self, const char *from, const char *to, GError **error)
{
  double first = -INFINITY;
  double last = INFINITY;

  if (from != NULL && !read_day (from, &first))
    return fail (error, from);
  if (to != NULL && !read_day (to, &last))
    return fail (error, to);
  self->first = first;
  self->last = last;
  return TRUE;
}

static gboolean
read_end (const char *text, LasnaDimension dimension, double open, double *end)
{
  char *rest;

  *end = open;
  if (*text == '\0')
    return TRUE;
  if (dimension == LASNA_DIMENSION_PERIOD)
    return read_day (text, end);
  *end = g_ascii_strtod (text, &rest);
  return rest > text && *rest == '\0' && isfinite (*end);
}

/* "0..6", "9..", "..3" or one number. */
static gboolean
read_range (const char *text, LasnaDimension dimension, double *minimum, double *maximum)
{
  const char *dots = strstr (text, "..");
  g_autofree char *start = dots != NULL ? g_strndup (text, dots - text) : g_strdup (text);

  if (*text == '\0' || strcmp (text, "..") == 0 || !read_end (start, dimension, -INFINITY, minimum))
    return FALSE;
  if (dots == NULL)
    {
      *maximum = *minimum;
      return TRUE;
    }
  return read_end (dots + 2, dimension, INFINITY, maximum) && *minimum <= *maximum;
}

/**
 * lasna_filter_add_where:
 * @text: FIELD=VALUE
 *
 * Returns: whether FIELD is known and VALUE can be its value
 */
gboolean
lasna_filter_add_where (LasnaFilter *self, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = NULL;
  double minimum;
  double maximum;

  if (equals == NULL)
    return fail (error, text);
  {
    g_autofree char *field = g_strndup (text, equals - text);

    name = lasna_fold (field);
  }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      LasnaDimension dimension = fields[i].dimension;

      if (!lasna_fold_is_listed (name, fields[i].names))
        continue;
      if (dimension == LASNA_DIMENSION_SCORE || dimension == LASNA_DIMENSION_PERIOD ||
          (dimension == LASNA_DIMENSION_TASK && strstr (equals, "..") != NULL))
        {
          if (!read_range (equals + 1, dimension, &minimum, &maximum))
            return fail (error, text);
          lasna_filter_add_range (self, dimension, fields[i].method, minimum, maximum);
        }
      else if (dimension == LASNA_DIMENSION_TEXT && equals[1] == '\0')
        return fail (error, text);
      else
        lasna_filter_add_value (self, dimension, equals + 1);
      return TRUE;
    }
  return fail (error, text);
}

gboolean
lasna_filter_is_empty (const LasnaFilter *self)
{
  return self->conditions->len == 0 && isinf (self->first) && isinf (self->last);
}

static gboolean
value_matches (const LasnaValue *value, guint code, const Condition *condition)
{
  g_autofree char *id = NULL;
  const char *tail;

  if (condition->value == NULL)
    return condition->record != 0 && value->record == condition->record;
  if (code == 0)
    return *condition->value == '\0' || strcmp (condition->value, "unknown") == 0;
  for (guint i = 0; i < LASNA_N_LANGUAGES; i++)
    {
      g_autofree char *name = value->names[i] != NULL ? lasna_fold (value->names[i]) : NULL;

      if (g_strcmp0 (name, condition->value) == 0)
        return TRUE;
    }
  tail = value->code != NULL ? strchr (value->code, '.') : NULL;
  if (g_strcmp0 (value->code, condition->raw) == 0 ||
      (tail != NULL && strcmp (tail + 1, condition->raw) == 0))
    return TRUE;
  id = g_strdup_printf ("%" G_GINT64_FORMAT, value->record);
  return value->record != 0 && strcmp (id, condition->raw) == 0;
}

/* Which codes of a dimension pass; NULL where the filter does not speak of it. */
static guint8 *
accept_codes (const LasnaFilter *self, const LasnaColumns *columns, LasnaDimension dimension)
{
  guint n = lasna_columns_get_n_values (columns, dimension);
  guint8 *accepted = NULL;

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = self->conditions->pdata[i];

      if (condition->dimension != dimension)
        continue;
      if (accepted == NULL)
        accepted = g_new0 (guint8, n);
      for (guint code = 0; code < n; code++)
        {
          const LasnaValue *value = lasna_columns_get_value (columns, dimension, code);
          double number =
              code > 0 && value->code != NULL ? g_ascii_strtod (value->code, NULL) : NAN;

          accepted[code] |= !isnan (condition->minimum)
                                ? number >= condition->minimum && number <= condition->maximum
                                : value_matches (value, code, condition);
        }
    }
  return accepted;
}

static void
apply_columns (const LasnaFilter *self, LasnaSelection *selection)
{
  const LasnaColumns *columns = selection->columns;

  for (guint dimension = 0; dimension < LASNA_N_COLUMNS; dimension++)
    {
      g_autofree guint8 *accepted = accept_codes (self, columns, dimension);

      for (guint row = 0; accepted != NULL && row < columns->n; row++)
        selection->failing[row] |= (guint32) !accepted[columns->codes[dimension][row]] << dimension;
    }
}

/* What a voice without emotions counts as: it felt nothing, or nobody knows. */
static guint
code_without (const LasnaColumns *columns, guint row)
{
  return columns->flags[row] & LASNA_ROW_NO_FEELING ? LASNA_EMOTION_NONE : 0;
}

static void
apply_emotions (const LasnaFilter *self, LasnaSelection *selection)
{
  const LasnaColumns *columns = selection->columns;
  g_autofree guint8 *emotions = accept_codes (self, columns, LASNA_DIMENSION_EMOTION);
  g_autofree guint8 *clusters = accept_codes (self, columns, LASNA_DIMENSION_CLUSTER);

  for (guint row = 0; (emotions != NULL || clusters != NULL) && row < columns->n; row++)
    {
      guint32 start = columns->emotion_starts[row];
      guint32 end = columns->emotion_starts[row + 1];
      gboolean has_emotion =
          emotions != NULL && start == end && emotions[code_without (columns, row)];
      gboolean has_cluster = clusters != NULL && start == end && clusters[0];

      for (guint32 i = start; i < end; i++)
        {
          const LasnaValue *emotion =
              lasna_columns_get_value (columns, LASNA_DIMENSION_EMOTION, columns->emotion_codes[i]);

          has_emotion |= emotions != NULL && emotions[columns->emotion_codes[i]];
          has_cluster |= clusters != NULL && clusters[emotion->cluster_code];
        }
      if (emotions != NULL && !has_emotion)
        selection->failing[row] |= 1u << LASNA_DIMENSION_EMOTION;
      if (clusters != NULL && !has_cluster)
        selection->failing[row] |= 1u << LASNA_DIMENSION_CLUSTER;
    }
}

static gboolean
answer_passes (const LasnaColumnsQuestion *question, double raw, const Condition *condition)
{
  if (condition->dimension == LASNA_DIMENSION_SCORE)
    return (condition->any_method || question->method == condition->method) &&
           raw >= condition->minimum && raw <= condition->maximum;
  if (condition->dimension == LASNA_DIMENSION_MEASURE)
    return strcmp (method_names[question->method], condition->value) == 0;
  return strcmp (question->folded, condition->value) == 0;
}

static void
apply_answers (const LasnaFilter *self, LasnaSelection *selection, LasnaDimension dimension)
{
  const LasnaColumns *columns = selection->columns;
  g_autofree guint8 *passing = g_new0 (guint8, MAX (columns->n, 1));
  gboolean speaks = FALSE;

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = self->conditions->pdata[i];

      if (condition->dimension != dimension)
        continue;
      speaks = TRUE;
      for (guint row = 0; row < columns->n; row++)
        for (guint32 j = columns->score_starts[row]; j < columns->score_starts[row + 1]; j++)
          passing[row] |= answer_passes (columns->questions->pdata[columns->score_questions[j]],
                                         columns->score_raws[j],
                                         condition);
    }
  for (guint row = 0; speaks && row < columns->n; row++)
    selection->failing[row] |= (guint32) !passing[row] << dimension;
}

static void
apply_period (const LasnaFilter *self, LasnaSelection *selection)
{
  const LasnaColumns *columns = selection->columns;

  for (guint row = 0; row < columns->n; row++)
    {
      double day = columns->days[row];
      gboolean speaks = FALSE;
      gboolean passes = FALSE;

      for (guint i = 0; i < self->conditions->len; i++)
        {
          const Condition *condition = self->conditions->pdata[i];

          if (condition->dimension != LASNA_DIMENSION_PERIOD)
            continue;
          speaks = TRUE;
          passes |= day >= condition->minimum && day <= condition->maximum;
        }
      passes = (passes || !speaks) && day >= self->first && day <= self->last;
      selection->failing[row] |= (guint32) !passes << LASNA_DIMENSION_PERIOD;
    }
}

static gboolean
apply_text (const LasnaFilter *self, LasnaSelection *selection, LasnaStore *store, GError **error)
{
  LasnaColumns *columns = selection->columns;
  g_autoptr (GPtrArray) needles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = self->conditions->pdata[i];
      g_autoptr (GString) needle = g_string_new (NULL);

      if (condition->dimension != LASNA_DIMENSION_TEXT)
        continue;
      lasna_text_search_fold (condition->raw, needle);
      g_ptr_array_add (needles, g_string_free (g_steal_pointer (&needle), FALSE));
    }
  if (needles->len == 0)
    return TRUE;
  if (!lasna_columns_load_words (columns, store, error))
    return FALSE;
  for (guint row = 0; row < columns->n; row++)
    {
      gsize start = columns->word_starts[row];
      gboolean passes = FALSE;

      for (guint i = 0; i < needles->len && !passes; i++)
        passes = lasna_text_search_matches (
            columns->words->str + start, columns->word_ends[row] - start, needles->pdata[i]);
      selection->failing[row] |= (guint32) !passes << LASNA_DIMENSION_TEXT;
    }
  return TRUE;
}

/**
 * lasna_filter_select:
 * @store: (nullable): a connection of the calling thread, for a search in words
 *
 * Returns: (transfer full) (nullable): the voices that pass; NULL where words could not be read
 */
LasnaSelection *
lasna_filter_select (const LasnaFilter *self,
                     LasnaColumns *columns,
                     LasnaStore *store,
                     GError **error)
{
  static const LasnaDimension answers[] = { LASNA_DIMENSION_QUESTION,
                                            LASNA_DIMENSION_MEASURE,
                                            LASNA_DIMENSION_SCORE };
  g_autoptr (LasnaSelection) selection = g_new0 (LasnaSelection, 1);

  selection->columns = lasna_columns_ref (columns);
  selection->failing = g_new0 (guint32, MAX (columns->n, 1));
  apply_columns (self, selection);
  apply_emotions (self, selection);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    apply_answers (self, selection, answers[i]);
  apply_period (self, selection);
  if (!apply_text (self, selection, store, error))
    return NULL;
  for (guint row = 0; row < columns->n; row++)
    {
      if (columns->flags[row] & LASNA_ROW_EXCLUDED)
        selection->failing[row] |= 1u << LASNA_DIMENSION_EXCLUDED;
      selection->n += selection->failing[row] == 0;
    }
  return g_steal_pointer (&selection);
}

void
lasna_selection_free (LasnaSelection *self)
{
  lasna_columns_unref (self->columns);
  g_free (self->failing);
  g_free (self);
}

gboolean
lasna_selection_has (const LasnaSelection *self, guint row)
{
  return self->failing[row] == 0;
}

/**
 * lasna_selection_has_but:
 *
 * Returns: whether the row passes, or would without the conditions on @dimension
 */
gboolean
lasna_selection_has_but (const LasnaSelection *self, guint row, LasnaDimension dimension)
{
  return (self->failing[row] & ~(1u << dimension)) == 0;
}

static void
tally_emotions (const LasnaSelection *self, LasnaDimension dimension, guint *counts)
{
  const LasnaColumns *columns = self->columns;

  for (guint row = 0; row < columns->n; row++)
    {
      guint64 clusters = 0;
      guint32 start = columns->emotion_starts[row];

      if (!lasna_selection_has_but (self, row, dimension))
        continue;
      if (start == columns->emotion_starts[row + 1])
        counts[dimension == LASNA_DIMENSION_EMOTION ? code_without (columns, row) : 0]++;
      for (guint32 i = start; i < columns->emotion_starts[row + 1]; i++)
        {
          guint code = columns->emotion_codes[i];
          const LasnaValue *emotion =
              lasna_columns_get_value (columns, LASNA_DIMENSION_EMOTION, code);

          if (dimension == LASNA_DIMENSION_EMOTION)
            counts[code]++;
          else
            clusters |= G_GUINT64_CONSTANT (1) << emotion->cluster_code;
        }
      for (guint code = 0; clusters != 0 && code < 64; code++)
        if (clusters & (G_GUINT64_CONSTANT (1) << code))
          counts[code]++;
    }
}

/**
 * lasna_selection_tally:
 * @dimension: one with values: places, terms, emotions or clusters
 *
 * Counts voices by value, each in every picture but its own filtered. Voices with several emotions
 * count under each, so the sum may be more than the voices.
 *
 * Returns: (transfer full): a count for each code; that of 0 is "not known"
 */
guint *
lasna_selection_tally (const LasnaSelection *self, LasnaDimension dimension)
{
  const LasnaColumns *columns = self->columns;
  guint *counts;

  g_return_val_if_fail (dimension <= LASNA_DIMENSION_CLUSTER, NULL);
  counts = g_new0 (guint, lasna_columns_get_n_values (columns, dimension));
  if (dimension >= LASNA_N_COLUMNS)
    tally_emotions (self, dimension, counts);
  else
    for (guint row = 0; row < columns->n; row++)
      if (lasna_selection_has_but (self, row, dimension))
        counts[columns->codes[dimension][row]]++;
  return counts;
}
