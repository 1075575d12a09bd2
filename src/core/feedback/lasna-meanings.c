/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables from raw codes to values, made from the dictionaries of the rows and the small tables of
 * the file.
 */
#include "config.h"

#include "lasna-meanings.h"

#include "lasna-fold.h"
#include "lasna-measures.h"
#include "lasna-values.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

const char *const lasna_clusters[] = {
  "cluster.destroying", "cluster.attention", "cluster.recommendation", "cluster.advocacy"
};

LasnaMeanings *
lasna_meanings_ref (LasnaMeanings *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
question_free (gpointer data)
{
  g_free (((LasnaColumnsQuestion *) data)->text);
  g_free (((LasnaColumnsQuestion *) data)->folded);
  g_free (data);
}

static LasnaMeanings *
meanings_new (void)
{
  LasnaMeanings *self = g_new0 (LasnaMeanings, 1);

  g_atomic_ref_count_init (&self->references);
  for (guint i = 0; i < G_N_ELEMENTS (self->values); i++)
    {
      LasnaValue *unknown = g_new0 (LasnaValue, 1);

      for (LasnaLanguage language = 0; language < LASNA_N_LANGUAGES; language++)
        unknown->names[language] = g_strdup (lasna_words (language, N_ ("Not known")));
      self->values[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) lasna_value_free);
      g_ptr_array_add (self->values[i], unknown);
    }
  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->stage_journeys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
lasna_meanings_unref (LasnaMeanings *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->values); i++)
    g_ptr_array_unref (self->values[i]);
  g_ptr_array_unref (self->questions);
  g_hash_table_unref (self->stage_journeys);
  for (guint i = 0; i < LASNA_N_COLUMNS; i++)
    g_free (self->codes[i]);
  g_free (self->days);
  g_free (self->answer_starts);
  g_free (self->answers);
  g_free (self->emotion_starts);
  g_free (self->emotions);
  g_free (self->feelings);
  g_free (self);
}

/**
 * lasna_meanings_get_value:
 *
 * Returns: (transfer none) (nullable): what @code stands for; code 0 is "not known"
 */
const LasnaValue *
lasna_meanings_get_value (const LasnaMeanings *self, LasnaDimension dimension, guint code)
{
  g_return_val_if_fail (dimension < G_N_ELEMENTS (self->values), NULL);
  return code < self->values[dimension]->len ? self->values[dimension]->pdata[code] : NULL;
}

/**
 * lasna_meanings_find_record:
 *
 * Returns: the code of a record; 0 for none
 */
guint
lasna_meanings_find_record (const LasnaMeanings *self, LasnaDimension dimension, gint64 record)
{
  for (guint i = 1; i < self->values[dimension]->len; i++)
    if (lasna_meanings_get_value (self, dimension, i)->record == record)
      return i;
  return 0;
}

/**
 * lasna_meanings_find_code:
 *
 * Returns: the code of a term or an id of the catalogue; 0 for none
 */
guint
lasna_meanings_find_code (const LasnaMeanings *self, LasnaDimension dimension, const char *code)
{
  for (guint i = 1; i < self->values[dimension]->len; i++)
    if (g_strcmp0 (lasna_meanings_get_value (self, dimension, i)->code, code) == 0)
      return i;
  return 0;
}

/**
 * lasna_meanings_get_feeling:
 * @set: a raw code of feelings
 *
 * Returns: the feeling, -1 to +1; 0 for no feeling; NAN where it is not known
 */
double
lasna_meanings_get_feeling (const LasnaMeanings *self, guint32 set)
{
  const LasnaFeelings *feelings = &self->feelings[set];

  if (feelings->n_known > 0)
    return lasna_measure_feeling (feelings->sum, feelings->n_known);
  return feelings->flags & LASNA_ROW_NO_FEELING ? 0 : NAN;
}

/**
 * lasna_method_get_id:
 *
 * Returns: "nps", "csat", "ces" or "own"
 */
const char *
lasna_method_get_id (LasnaMethod method)
{
  static const char *const ids[LASNA_N_METHODS] = { "nps", "csat", "ces", "own" };

  g_return_val_if_fail (method < LASNA_N_METHODS, NULL);
  return ids[method];
}

/* What stands in the file is a term: "method.nps". */
static LasnaMethod
read_method (const char *term)
{
  const char *dot = term != NULL ? strchr (term, '.') : NULL;

  for (guint i = 0; dot != NULL && i < LASNA_N_METHODS; i++)
    if (strcmp (lasna_method_get_id (i), dot + 1) == 0)
      return i;
  return LASNA_METHOD_OWN;
}

static double
number_or_nan (LasnaStatement *statement, int column)
{
  return lasna_statement_is_null (statement, column)
             ? NAN
             : lasna_statement_get_number (statement, column);
}

/* Where nobody said from what answer on people are satisfied, it is the best quarter of the scale:
 * 4 and 5 of 1 to 5, 6 and 7 of 1 to 7. Said is the answer as it was given, so that where a low one
 * is good, "from 2" is 2 and 1; kept is the answer as it counts.
 */
static LasnaColumnsQuestion *
read_question (LasnaStatement *statement)
{
  LasnaColumnsQuestion *question = g_new0 (LasnaColumnsQuestion, 1);

  question->id = lasna_statement_get_integer (statement, 1);
  question->text = g_strdup (lasna_statement_get_text (statement, 2));
  question->folded = lasna_fold (question->text);
  question->method = read_method (lasna_statement_get_text (statement, 3));
  question->scale_min = number_or_nan (statement, 4);
  question->scale_max = number_or_nan (statement, 5);
  question->is_reversed = lasna_statement_get_integer (statement, 6) != 0;
  question->satisfied_from = number_or_nan (statement, 7);
  if (isnan (question->satisfied_from))
    question->satisfied_from =
        question->scale_min + 0.75 * (question->scale_max - question->scale_min);
  else if (question->is_reversed)
    question->satisfied_from = question->scale_min + question->scale_max - question->satisfied_from;
  return question;
}

/* The places of the questions by id are added to @places. */
static gboolean
load_questions (LasnaMeanings *self, GHashTable *places, LasnaStore *store, GError **error)
{
  LasnaStatement *statement =
      lasna_store_prepare (store,
                           "SELECT id, text, method, scale_min, scale_max, reversed, "
                           "satisfied_from FROM question ORDER BY position, id",
                           error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW &&
         self->questions->len < G_MAXUINT16)
    {
      LasnaColumnsQuestion *question = read_question (statement);

      g_hash_table_insert (places, &question->id, GUINT_TO_POINTER (self->questions->len));
      g_ptr_array_add (self->questions, question);
    }
  lasna_statement_reset (statement);
  return step != LASNA_STEP_ERROR;
}

static gint64
read_id (gconstpointer key)
{
  gint64 id;

  memcpy (&id, key, sizeof id);
  return id;
}

static guint16
find_meaning (LasnaMeanings *self,
              LasnaCodes *codes,
              LasnaDimension dimension,
              gconstpointer key,
              gsize length)
{
  g_autofree char *text = NULL;
  g_autofree char *term = NULL;

  if (dimension == LASNA_DIMENSION_LINK)
    return length == sizeof (gint64) ? lasna_codes_get_link (codes, read_id (key)) : 0;
  if (dimension < LASNA_DIMENSION_LINK)
    {
      guint16 code = length >= sizeof (gint64) ? lasna_codes_get_label (codes, read_id (key)) : 0;

      return dimension == LASNA_DIMENSION_STAGE && length > sizeof (gint64)
                 ? lasna_codes_get_stage_of_touchpoint (codes, self, code)
                 : code;
    }
  text = g_strndup (key, length);
  term = g_utf8_make_valid (text, -1);
  return lasna_codes_take_term (codes, self, dimension, term);
}

static void
set_codes (LasnaMeanings *self, LasnaCodes *codes, const LasnaRows *rows)
{
  guint n_stages = rows->dictionaries[LASNA_DIMENSION_STAGE]->n;

  for (guint i = 0; i <= LASNA_DIMENSION_FOLLOW_UP; i++)
    {
      const LasnaDictionary *dictionary = rows->dictionaries[i];

      self->codes[i] = g_new0 (guint16, dictionary->n);
      for (guint code = 1; code < dictionary->n; code++)
        {
          gsize length;
          gconstpointer key = lasna_dictionary_get (dictionary, code, &length);

          self->codes[i][code] = find_meaning (self, codes, i, key, length);
        }
    }
  self->codes[LASNA_DIMENSION_JOURNEY] = g_new0 (guint16, n_stages);
  for (guint code = 1; code < n_stages; code++)
    self->codes[LASNA_DIMENSION_JOURNEY][code] =
        lasna_codes_get_journey_of_stage (codes, self, self->codes[LASNA_DIMENSION_STAGE][code]);
}

static void
set_days (LasnaMeanings *self, const LasnaDictionary *dictionary)
{
  self->days = g_new0 (gint32, dictionary->n);
  for (guint code = 1; code < dictionary->n; code++)
    {
      gsize length;
      gconstpointer key = lasna_dictionary_get (dictionary, code, &length);

      memcpy (&self->days[code], key, MIN (length, sizeof *self->days));
    }
}

static void
set_answers (LasnaMeanings *self, GHashTable *places, const LasnaDictionary *dictionary)
{
  guint32 n = 0;

  self->answer_starts = g_new0 (guint32, dictionary->n + 1);
  self->answers = g_new (LasnaColumnsAnswer, dictionary->bytes->len / sizeof (LasnaRawAnswer) + 1);
  for (guint code = 0; code < dictionary->n; code++)
    {
      gsize length;
      const guint8 *key = lasna_dictionary_get (dictionary, code, &length);

      for (gsize at = 0; at + sizeof (LasnaRawAnswer) <= length; at += sizeof (LasnaRawAnswer))
        {
          LasnaRawAnswer raw;
          gpointer place;

          memcpy (&raw, key + at, sizeof raw);
          if (g_hash_table_lookup_extended (places, &raw.question, NULL, &place))
            self->answers[n++] = (LasnaColumnsAnswer){ GPOINTER_TO_UINT (place), raw.raw };
        }
      self->answer_starts[code + 1] = n;
    }
}

static void
judge_feelings (LasnaMeanings *self, guint set)
{
  LasnaFeelings *feelings = &self->feelings[set];

  for (guint32 i = self->emotion_starts[set]; i < self->emotion_starts[set + 1]; i++)
    {
      const LasnaValue *emotion =
          lasna_meanings_get_value (self, LASNA_DIMENSION_EMOTION, self->emotions[i].code);

      if (emotion->cluster == NULL || feelings->n_known == G_MAXUINT8)
        continue;
      feelings->n_known++;
      feelings->sum += emotion->valence * self->emotions[i].strength;
      for (guint cluster = 0; cluster < LASNA_N_CLUSTERS; cluster++)
        feelings->clusters[cluster] += strcmp (emotion->cluster, lasna_clusters[cluster]) == 0;
      if (emotion->valence != 0)
        feelings->flags |= emotion->valence > 0 ? LASNA_ROW_IS_POSITIVE : LASNA_ROW_IS_NEGATIVE;
    }
  if (feelings->n_known > 0)
    feelings->flags |= LASNA_ROW_HAS_FEELING;
  if (feelings->clusters[0] > 0)
    feelings->flags |= LASNA_ROW_IS_DESTROYING;
}

static void
set_emotions (LasnaMeanings *self, const LasnaCodes *codes, const LasnaDictionary *dictionary)
{
  guint32 n = 0;

  self->emotion_starts = g_new0 (guint32, dictionary->n + 1);
  self->emotions =
      g_new (LasnaColumnsEmotion, dictionary->bytes->len / sizeof (LasnaRawFeeling) + 1);
  self->feelings = g_new0 (LasnaFeelings, dictionary->n);
  for (guint set = 0; set < dictionary->n; set++)
    {
      gsize length;
      const guint8 *key = lasna_dictionary_get (dictionary, set, &length);

      if (length > 0 && *key)
        self->feelings[set].flags |= LASNA_ROW_NO_FEELING;
      for (gsize at = 1; at + sizeof (LasnaRawFeeling) <= length; at += sizeof (LasnaRawFeeling))
        {
          LasnaRawFeeling raw;
          guint16 code;

          memcpy (&raw, key + at, sizeof raw);
          code = lasna_codes_get_label (codes, raw.label);
          if (code != 0)
            self->emotions[n++] =
                (LasnaColumnsEmotion){ code, (guint8) CLAMP (raw.strength, 1, 3) };
        }
      self->emotion_starts[set + 1] = n;
      judge_feelings (self, set);
    }
}

/**
 * lasna_meanings_load:
 * @store: a connection of the calling thread, inside a transaction
 *
 * Returns: (transfer full) (nullable): what the codes of @rows mean now
 */
LasnaMeanings *
lasna_meanings_load (const LasnaRows *rows, LasnaStore *store, GError **error)
{
  g_autoptr (LasnaMeanings) self = meanings_new ();
  g_autoptr (LasnaCodes) codes = lasna_codes_new ();
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (!lasna_codes_load (codes, self, store, error) || !load_questions (self, places, store, error))
    return NULL;
  set_codes (self, codes, rows);
  set_days (self, rows->dictionaries[LASNA_RAW_DAY]);
  set_answers (self, places, rows->dictionaries[LASNA_RAW_ANSWERS]);
  set_emotions (self, codes, rows->dictionaries[LASNA_RAW_FEELINGS]);
  return g_steal_pointer (&self);
}
