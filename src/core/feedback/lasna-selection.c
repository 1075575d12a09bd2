/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter is turned into a table of accepted codes a dimension, and each row is looked at once a
 * dimension that the filter speaks of.
 */
#include "config.h"

#include "lasna-selection.h"

#include "lasna-text-query.h"

#include <string.h>

static void
apply_columns (const LasnaFilter *self, LasnaSelection *selection)
{
  const LasnaColumns *columns = selection->columns;

  for (guint dimension = 0; dimension < LASNA_N_COLUMNS; dimension++)
    {
      g_autofree guint8 *accepted = lasna_filter_accept_codes (self, columns, dimension);

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
  g_autofree guint8 *emotions = lasna_filter_accept_codes (self, columns, LASNA_DIMENSION_EMOTION);
  g_autofree guint8 *clusters = lasna_filter_accept_codes (self, columns, LASNA_DIMENSION_CLUSTER);

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
is_in_range (const LasnaColumnsQuestion *question, double raw, const LasnaCondition *condition)
{
  return condition->kind == LASNA_CONDITION_RANGE && raw >= condition->minimum &&
         raw <= condition->maximum &&
         (condition->method == NULL ||
          strcmp (lasna_method_get_id (question->method), condition->method) == 0) &&
         (condition->record == 0 || question->id == condition->record);
}

/* A voice passes when one of its answers does. */
static void
apply_answers (const LasnaFilter *self, LasnaSelection *selection, LasnaDimension dimension)
{
  const LasnaColumns *columns = selection->columns;
  g_autofree guint8 *accepted = lasna_filter_accept_codes (self, columns, dimension);
  g_autofree guint8 *passing = g_new0 (guint8, MAX (columns->n, 1));

  if (!lasna_filter_has_dimension (self, dimension))
    return;
  for (guint row = 0; row < columns->n; row++)
    for (guint32 i = columns->score_starts[row]; i < columns->score_starts[row + 1]; i++)
      {
        guint code = columns->score_questions[i];
        const LasnaColumnsQuestion *question = columns->questions->pdata[code];

        if (dimension != LASNA_DIMENSION_SCORE)
          passing[row] |= accepted[dimension == LASNA_DIMENSION_QUESTION ? code : question->method];
        for (guint j = 0;
             dimension == LASNA_DIMENSION_SCORE && j < lasna_filter_get_n_conditions (self);
             j++)
          {
            const LasnaCondition *condition = lasna_filter_get_condition (self, j);

            if (condition->dimension == LASNA_DIMENSION_SCORE)
              passing[row] |= is_in_range (question, columns->score_raws[i], condition);
          }
      }
  for (guint row = 0; row < columns->n; row++)
    selection->failing[row] |= (guint32) !passing[row] << dimension;
}

static void
apply_period (const LasnaFilter *self, LasnaSelection *selection)
{
  const LasnaColumns *columns = selection->columns;
  gint32 first;
  gint32 last;

  lasna_filter_get_days (self, &first, &last);
  for (guint row = 0; row < columns->n; row++)
    {
      gint32 day = columns->days[row];
      gboolean speaks = FALSE;
      gboolean passes = FALSE;

      for (guint i = 0; i < lasna_filter_get_n_conditions (self); i++)
        {
          const LasnaCondition *condition = lasna_filter_get_condition (self, i);

          if (condition->dimension != LASNA_DIMENSION_PERIOD)
            continue;
          speaks = TRUE;
          passes |= day >= condition->minimum && day <= condition->maximum;
        }
      passes = (passes || !speaks) && (first == 0 || day >= first) && (last == 0 || day <= last);
      selection->failing[row] |= (guint32) !passes << LASNA_DIMENSION_PERIOD;
    }
}

static gboolean
apply_text (const LasnaFilter *self, LasnaSelection *selection, LasnaStore *store, GError **error)
{
  LasnaColumns *columns = selection->columns;
  g_autoptr (GPtrArray) queries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) lasna_text_query_free);

  for (guint i = 0; i < lasna_filter_get_n_conditions (self); i++)
    {
      const LasnaCondition *condition = lasna_filter_get_condition (self, i);

      if (condition->dimension == LASNA_DIMENSION_TEXT)
        g_ptr_array_add (queries, lasna_text_query_new (condition->text));
    }
  if (queries->len == 0)
    return TRUE;
  if (!lasna_columns_load_words (columns, store, error))
    return FALSE;
  for (guint row = 0; row < columns->n; row++)
    {
      gsize start = columns->word_starts[row];
      gboolean passes = FALSE;

      for (guint i = 0; i < queries->len && !passes; i++)
        passes = lasna_text_query_matches (
            queries->pdata[i], columns->words->str + start, columns->word_ends[row] - start);
      selection->failing[row] |= (guint32) !passes << LASNA_DIMENSION_TEXT;
    }
  return TRUE;
}

static gboolean
find_responses (const char *text,
                const LasnaColumns *columns,
                guint8 *passing,
                LasnaStore *store,
                GError **error)
{
  LasnaStatement *statement =
      lasna_store_prepare (store, "SELECT id FROM voice WHERE source_response_id = ?1", error);
  LasnaStep step;
  guint row;

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_text (statement, 1, text);
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    if (lasna_columns_find_row (columns, lasna_statement_get_integer (statement, 1), &row))
      passing[row] = TRUE;
  lasna_statement_reset (statement);
  return step == LASNA_STEP_DONE;
}

static gboolean
apply_ids (const LasnaFilter *self, LasnaSelection *selection, LasnaStore *store, GError **error)
{
  const LasnaColumns *columns = selection->columns;
  g_autofree guint8 *passing = g_new0 (guint8, MAX (columns->n, 1));

  if (!lasna_filter_has_dimension (self, LASNA_DIMENSION_VOICE))
    return TRUE;
  for (guint i = 0; i < lasna_filter_get_n_conditions (self); i++)
    {
      const LasnaCondition *condition = lasna_filter_get_condition (self, i);
      gint64 id = condition->record;
      guint row;

      if (condition->dimension != LASNA_DIMENSION_VOICE)
        continue;
      if (condition->text != NULL)
        {
          g_ascii_string_to_signed (condition->text, 10, 0, G_MAXINT64, &id, NULL);
          if (!find_responses (condition->text, columns, passing, store, error))
            return FALSE;
        }
      if (lasna_columns_find_row (columns, id, &row))
        passing[row] = TRUE;
    }
  for (guint row = 0; row < columns->n; row++)
    selection->failing[row] |= (guint32) !passing[row] << LASNA_DIMENSION_VOICE;
  return TRUE;
}

static void
apply_excluded (const LasnaFilter *self, LasnaSelection *selection)
{
  const LasnaColumns *columns = selection->columns;
  gboolean wanted[2] = { !lasna_filter_has_dimension (self, LASNA_DIMENSION_EXCLUDED), FALSE };

  for (guint i = 0; i < lasna_filter_get_n_conditions (self); i++)
    {
      const LasnaCondition *condition = lasna_filter_get_condition (self, i);

      if (condition->dimension == LASNA_DIMENSION_EXCLUDED)
        wanted[g_strcmp0 (condition->text, "yes") == 0] = TRUE;
    }
  for (guint row = 0; row < columns->n; row++)
    if (!wanted[(columns->flags[row] & LASNA_ROW_EXCLUDED) != 0])
      selection->failing[row] |= 1u << LASNA_DIMENSION_EXCLUDED;
}

/**
 * lasna_selection_new:
 * @store: (nullable): a connection of the calling thread, for a search in words and by id
 *
 * Returns: (transfer full) (nullable): the voices that pass; NULL where the file could not be read
 */
LasnaSelection *
lasna_selection_new (const LasnaFilter *filter,
                     LasnaColumns *columns,
                     LasnaStore *store,
                     GError **error)
{
  static const LasnaDimension answers[] = { LASNA_DIMENSION_QUESTION,
                                            LASNA_DIMENSION_MEASURE,
                                            LASNA_DIMENSION_SCORE };
  g_autoptr (LasnaSelection) self = g_new0 (LasnaSelection, 1);

  self->columns = lasna_columns_ref (columns);
  self->failing = g_new0 (guint32, MAX (columns->n, 1));
  apply_columns (filter, self);
  apply_emotions (filter, self);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    apply_answers (filter, self, answers[i]);
  apply_period (filter, self);
  apply_excluded (filter, self);
  if (!apply_text (filter, self, store, error) || !apply_ids (filter, self, store, error))
    return NULL;
  for (guint row = 0; row < columns->n; row++)
    self->n += self->failing[row] == 0;
  return g_steal_pointer (&self);
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
