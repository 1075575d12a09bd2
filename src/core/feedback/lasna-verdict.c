/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verdicts. What a filter says about dimensions it did not change is kept from the verdict before.
 */
#include "config.h"

#include "lasna-verdict.h"

#include "lasna-marks.h"

#include <string.h>

/* The dimensions that a raw column decides. */
static const guint32 decided_by[LASNA_N_RAW] = {
  [LASNA_DIMENSION_STAGE] = 1u << LASNA_DIMENSION_STAGE | 1u << LASNA_DIMENSION_JOURNEY,
  [LASNA_DIMENSION_TOUCHPOINT] = 1u << LASNA_DIMENSION_TOUCHPOINT,
  [LASNA_DIMENSION_CHANNEL] = 1u << LASNA_DIMENSION_CHANNEL,
  [LASNA_DIMENSION_SEGMENT] = 1u << LASNA_DIMENSION_SEGMENT,
  [LASNA_DIMENSION_LINK] = 1u << LASNA_DIMENSION_LINK,
  [LASNA_DIMENSION_MOMENT] = 1u << LASNA_DIMENSION_MOMENT,
  [LASNA_DIMENSION_SOURCE] = 1u << LASNA_DIMENSION_SOURCE,
  [LASNA_DIMENSION_LANGUAGE] = 1u << LASNA_DIMENSION_LANGUAGE,
  [LASNA_DIMENSION_TASK] = 1u << LASNA_DIMENSION_TASK,
  [LASNA_DIMENSION_OPINION] = 1u << LASNA_DIMENSION_OPINION,
  [LASNA_DIMENSION_FOLLOW_UP] = 1u << LASNA_DIMENSION_FOLLOW_UP,
  [LASNA_RAW_ANSWERS] =
      1u << LASNA_DIMENSION_QUESTION | 1u << LASNA_DIMENSION_MEASURE | 1u << LASNA_DIMENSION_SCORE,
  [LASNA_RAW_FEELINGS] = 1u << LASNA_DIMENSION_EMOTION | 1u << LASNA_DIMENSION_CLUSTER,
  [LASNA_RAW_DAY] = 1u << LASNA_DIMENSION_PERIOD,
  [LASNA_RAW_FLAGS] = 1u << LASNA_DIMENSION_EXCLUDED,
};

void
lasna_verdict_free (LasnaVerdict *self)
{
  lasna_filter_free (self->filter);
  for (guint i = 0; i < LASNA_N_RAW; i++)
    g_clear_pointer (&self->fails[i], g_bytes_unref);
  g_clear_pointer (&self->words, g_bytes_unref);
  g_clear_pointer (&self->voices, g_bytes_unref);
  g_free (self);
}

/**
 * lasna_verdict_get_fails:
 *
 * Returns: (nullable): for each raw code the bits of the dimensions by which its rows fail
 */
const guint32 *
lasna_verdict_get_fails (const LasnaVerdict *self, guint raw)
{
  return self->fails[raw] != NULL ? g_bytes_get_data (self->fails[raw], NULL) : NULL;
}

/**
 * lasna_verdict_get_dimensions:
 *
 * Returns: the bits of the dimensions by which a row can fail
 */
guint32
lasna_verdict_get_dimensions (const LasnaVerdict *self)
{
  guint32 dimensions = 1u << LASNA_DIMENSION_EXCLUDED;

  for (guint dimension = 0; dimension < LASNA_N_DIMENSIONS; dimension++)
    if (lasna_filter_has_dimension (self->filter, dimension))
      dimensions |= 1u << dimension;
  return dimensions;
}

/* Dimensions with one value a voice. */
static void
judge_codes (const LasnaFilter *filter,
             const LasnaColumns *columns,
             LasnaDimension dimension,
             guint n,
             guint32 *fails)
{
  g_autofree guint8 *accepted = lasna_filter_accept_codes (filter, columns, dimension);

  for (guint code = 0; accepted != NULL && code < n; code++)
    fails[code] |= (guint32) !accepted[columns->meanings->codes[dimension][code]] << dimension;
}

/* What a voice without emotions counts as: it felt nothing, or nobody knows. */
static guint
code_without (const LasnaMeanings *meanings, guint set)
{
  return meanings->feelings[set].flags & LASNA_ROW_NO_FEELING ? LASNA_EMOTION_NONE : 0;
}

static void
judge_feelings (const LasnaFilter *filter,
                const LasnaColumns *columns,
                LasnaDimension dimension,
                guint n,
                guint32 *fails)
{
  g_autofree guint8 *accepted = lasna_filter_accept_codes (filter, columns, dimension);
  const LasnaMeanings *meanings = columns->meanings;
  gboolean clusters = dimension == LASNA_DIMENSION_CLUSTER;

  for (guint set = 0; accepted != NULL && set < n; set++)
    {
      guint32 start = meanings->emotion_starts[set];
      guint32 end = meanings->emotion_starts[set + 1];
      gboolean passes = start == end && accepted[clusters ? 0 : code_without (meanings, set)];

      for (guint32 i = start; i < end; i++)
        {
          guint code = meanings->emotions[i].code;
          const LasnaValue *emotion =
              lasna_columns_get_value (columns, LASNA_DIMENSION_EMOTION, code);

          passes |= accepted[clusters ? emotion->cluster_code : code];
        }
      fails[set] |= (guint32) !passes << dimension;
    }
}

static gboolean
is_in_range (const LasnaColumnsQuestion *question, double raw, const LasnaCondition *condition)
{
  return condition->dimension == LASNA_DIMENSION_SCORE &&
         condition->kind == LASNA_CONDITION_RANGE && raw >= condition->minimum &&
         raw <= condition->maximum &&
         (condition->method == NULL ||
          strcmp (lasna_method_get_id (question->method), condition->method) == 0) &&
         (condition->record == 0 || question->id == condition->record);
}

static gboolean
answer_passes (const LasnaFilter *filter,
               LasnaDimension dimension,
               const guint8 *accepted,
               const LasnaColumnsQuestion *question,
               const LasnaColumnsAnswer *answer)
{
  gboolean passes = FALSE;

  if (dimension == LASNA_DIMENSION_QUESTION)
    return accepted[answer->question];
  if (dimension == LASNA_DIMENSION_MEASURE)
    return accepted[question->method];
  for (guint i = 0; i < lasna_filter_get_n_conditions (filter) && !passes; i++)
    passes = is_in_range (question, answer->raw, lasna_filter_get_condition (filter, i));
  return passes;
}

/* A voice passes when one of its answers does. */
static void
judge_answers (const LasnaFilter *filter,
               const LasnaColumns *columns,
               LasnaDimension dimension,
               guint n,
               guint32 *fails)
{
  g_autofree guint8 *accepted = lasna_filter_accept_codes (filter, columns, dimension);
  const LasnaMeanings *meanings = columns->meanings;

  for (guint set = 0; set < n; set++)
    {
      gboolean passes = FALSE;

      for (guint32 i = meanings->answer_starts[set]; i < meanings->answer_starts[set + 1]; i++)
        {
          const LasnaColumnsAnswer *answer = &meanings->answers[i];

          passes |= answer_passes (
              filter, dimension, accepted, columns->questions->pdata[answer->question], answer);
        }
      fails[set] |= (guint32) !passes << dimension;
    }
}

static void
judge_days (const LasnaFilter *filter, const LasnaColumns *columns, guint n, guint32 *fails)
{
  gint32 first;
  gint32 last;

  lasna_filter_get_days (filter, &first, &last);
  for (guint code = 0; code < n; code++)
    {
      gint32 day = columns->meanings->days[code];
      gboolean speaks = FALSE;
      gboolean passes = FALSE;

      for (guint i = 0; i < lasna_filter_get_n_conditions (filter); i++)
        {
          const LasnaCondition *condition = lasna_filter_get_condition (filter, i);

          if (condition->dimension != LASNA_DIMENSION_PERIOD)
            continue;
          speaks = TRUE;
          passes |= day >= condition->minimum && day <= condition->maximum;
        }
      passes = (passes || !speaks) && (first == 0 || day >= first) && (last == 0 || day <= last);
      fails[code] |= (guint32) !passes << LASNA_DIMENSION_PERIOD;
    }
}

/* The raw codes are flags. */
static void
judge_excluded (const LasnaFilter *filter, guint n, guint32 *fails)
{
  gboolean wanted[2] = { !lasna_filter_has_dimension (filter, LASNA_DIMENSION_EXCLUDED), FALSE };

  for (guint i = 0; i < lasna_filter_get_n_conditions (filter); i++)
    {
      const LasnaCondition *condition = lasna_filter_get_condition (filter, i);

      if (condition->dimension == LASNA_DIMENSION_EXCLUDED)
        wanted[g_strcmp0 (condition->text, "yes") == 0] = TRUE;
    }
  for (guint flags = 0; flags < n; flags++)
    if (!wanted[(flags & LASNA_ROW_EXCLUDED) != 0])
      fails[flags] |= 1u << LASNA_DIMENSION_EXCLUDED;
}

static void
judge_dimension (const LasnaFilter *filter,
                 const LasnaColumns *columns,
                 LasnaDimension dimension,
                 guint n,
                 guint32 *fails)
{
  if (dimension == LASNA_DIMENSION_EXCLUDED)
    judge_excluded (filter, n, fails);
  else if (!lasna_filter_has_dimension (filter, dimension))
    return;
  else if (dimension < LASNA_N_COLUMNS)
    judge_codes (filter, columns, dimension, n, fails);
  else if (dimension == LASNA_DIMENSION_EMOTION || dimension == LASNA_DIMENSION_CLUSTER)
    judge_feelings (filter, columns, dimension, n, fails);
  else if (dimension == LASNA_DIMENSION_PERIOD)
    judge_days (filter, columns, n, fails);
  else
    judge_answers (filter, columns, dimension, n, fails);
}

static GBytes *
judge_column (const LasnaFilter *filter, const LasnaColumns *columns, guint raw)
{
  guint n = raw == LASNA_RAW_FLAGS ? G_MAXUINT8 + 1 : columns->rows->dictionaries[raw]->n;
  g_autofree guint32 *fails = g_new0 (guint32, n);
  guint32 any = 0;

  for (guint dimension = 0; dimension < LASNA_N_DIMENSIONS; dimension++)
    if (decided_by[raw] & (1u << dimension))
      judge_dimension (filter, columns, dimension, n, fails);
  for (guint code = 0; code < n; code++)
    any |= fails[code];
  return any != 0 ? g_bytes_new_take (g_steal_pointer (&fails), n * sizeof *fails) : NULL;
}

static gboolean
says_the_same (const LasnaFilter *filter, const LasnaFilter *before, guint32 dimensions)
{
  for (guint dimension = 0; dimension < LASNA_N_DIMENSIONS; dimension++)
    if ((dimensions & (1u << dimension)) && !lasna_filter_equal_in (filter, before, dimension))
      return FALSE;
  return TRUE;
}

static GBytes *
new_bits (const LasnaColumns *columns, LasnaBits **bits)
{
  gsize length = (columns->n / 64 + 1) * sizeof (LasnaBits);

  *bits = g_malloc0 (length);
  return g_bytes_new_take (*bits, length);
}

static gboolean
judge_words (LasnaVerdict *self, LasnaColumns *columns, LasnaStore *store, GError **error)
{
  const LasnaSearchBuffer *buffer;
  LasnaBits *all;

  if (!lasna_filter_has_dimension (self->filter, LASNA_DIMENSION_TEXT))
    return TRUE;
  buffer = lasna_columns_get_buffer (columns, store, error);
  if (buffer == NULL)
    return FALSE;
  self->words = new_bits (columns, &all);
  for (guint i = 0; i < lasna_filter_get_n_conditions (self->filter); i++)
    {
      const LasnaCondition *condition = lasna_filter_get_condition (self->filter, i);
      g_autoptr (LasnaTextQuery) query = NULL;
      g_autofree LasnaBits *bits = NULL;

      if (condition->dimension != LASNA_DIMENSION_TEXT)
        continue;

      /* A lone minus asks for nothing yet. */
      query = lasna_text_query_new (condition->text);
      if (query->terms->len > 0)
        bits = lasna_search_buffer_find (buffer, columns->rows, query);
      for (guint j = 0; j < columns->n / 64 + 1; j++)
        all[j] |= bits != NULL ? bits[j] : G_MAXUINT64;
    }
  return TRUE;
}

static gboolean
find_responses (const char *text,
                const LasnaColumns *columns,
                LasnaBits *bits,
                LasnaStore *store,
                GError **error)
{
  LasnaStatement *statement =
      lasna_store_prepare (store, "SELECT id FROM feedback WHERE source_response_id = ?1", error);
  LasnaStep step;
  guint row;

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_text (statement, 1, text);
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    if (lasna_columns_find_row (columns, lasna_statement_get_integer (statement, 1), &row))
      lasna_bits_set (bits, row);
  lasna_statement_reset (statement);
  return step == LASNA_STEP_DONE;
}

static gboolean
judge_voices (LasnaVerdict *self, const LasnaColumns *columns, LasnaStore *store, GError **error)
{
  LasnaBits *bits;

  if (!lasna_filter_has_dimension (self->filter, LASNA_DIMENSION_VOICE))
    return TRUE;
  self->voices = new_bits (columns, &bits);
  for (guint i = 0; i < lasna_filter_get_n_conditions (self->filter); i++)
    {
      const LasnaCondition *condition = lasna_filter_get_condition (self->filter, i);
      gint64 id = condition->record;
      guint row;

      if (condition->dimension != LASNA_DIMENSION_VOICE)
        continue;
      if (condition->text != NULL)
        {
          g_ascii_string_to_signed (condition->text, 10, 0, G_MAXINT64, &id, NULL);
          if (!find_responses (condition->text, columns, bits, store, error))
            return FALSE;
        }
      if (lasna_columns_find_row (columns, id, &row))
        lasna_bits_set (bits, row);
    }
  return TRUE;
}

/**
 * lasna_verdict_new:
 * @store: (nullable): a connection of the calling thread, for a search in words and by id
 * @before: (nullable): a verdict over the same columns, of which is kept what still holds
 *
 * Returns: (transfer full) (nullable): the verdict; NULL where the file could not be read
 */
LasnaVerdict *
lasna_verdict_new (const LasnaFilter *filter,
                   LasnaColumns *columns,
                   LasnaStore *store,
                   const LasnaVerdict *before,
                   GError **error)
{
  g_autoptr (LasnaVerdict) self = g_new0 (LasnaVerdict, 1);

  self->filter = lasna_filter_copy (filter);
  for (guint i = 0; i < LASNA_N_RAW; i++)
    if (before == NULL || !says_the_same (filter, before->filter, decided_by[i]))
      self->fails[i] = judge_column (filter, columns, i);
    else if (before->fails[i] != NULL)
      self->fails[i] = g_bytes_ref (before->fails[i]);
  if (before != NULL && lasna_filter_equal_in (filter, before->filter, LASNA_DIMENSION_TEXT))
    self->words = before->words != NULL ? g_bytes_ref (before->words) : NULL;
  else if (!judge_words (self, columns, store, error))
    return NULL;
  if (before != NULL && lasna_filter_equal_in (filter, before->filter, LASNA_DIMENSION_VOICE))
    self->voices = before->voices != NULL ? g_bytes_ref (before->voices) : NULL;
  else if (!judge_voices (self, columns, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
mark_others (GBytes *bytes, LasnaDimension dimension, guint start, guint n, guint32 *failing)
{
  const LasnaBits *bits = bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;

  for (guint i = 0; i < n; i++)
    {
      guint32 fails = bits != NULL && !lasna_bits_get (bits, start + i);

      failing[i] = (failing[i] & ~(1u << dimension)) | fails << dimension;
    }
}

/**
 * lasna_verdict_judge_words:
 * @failing: of @n rows from @start on
 *
 * Sets only the bit of the words.
 */
void
lasna_verdict_judge_words (const LasnaVerdict *self, guint start, guint n, guint32 *failing)
{
  mark_others (self->words, LASNA_DIMENSION_TEXT, start, n, failing);
}

/**
 * lasna_verdict_judge_voices:
 * @failing: of @n rows from @start on
 *
 * Sets only the bit of the voices that are named.
 */
void
lasna_verdict_judge_voices (const LasnaVerdict *self, guint start, guint n, guint32 *failing)
{
  mark_others (self->voices, LASNA_DIMENSION_VOICE, start, n, failing);
}

/**
 * lasna_verdict_judge:
 * @failing: (out): for @n rows from @start on the bits of the dimensions by which they fail
 */
void
lasna_verdict_judge (
    const LasnaVerdict *self, const LasnaColumns *columns, guint start, guint n, guint32 *failing)
{
  memset (failing, 0, n * sizeof *failing);
  for (guint i = 0; i < LASNA_N_RAW; i++)
    if (self->fails[i] != NULL)
      lasna_marks_turn_codes (
          &columns->rows->columns[i], lasna_verdict_get_fails (self, i), start, n, failing);
  if (self->words != NULL)
    lasna_verdict_judge_words (self, start, n, failing);
  if (self->voices != NULL)
    lasna_verdict_judge_voices (self, start, n, failing);
}
