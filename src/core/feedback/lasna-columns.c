/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading voices, answers and feelings into columns: three scans in the order of ids, joined by
 * merging, then put in the order of days.
 */
#include "config.h"

#include "lasna-columns.h"

#include "lasna-fold.h"
#include "lasna-measures.h"
#include "lasna-text-search.h"
#include "lasna-values.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Words of this many letters can be quoted on a page. */
#define QUOTABLE_MIN 12
#define QUOTABLE_MAX 280

/* What stands in the rows, still in the order of ids. */
typedef struct
{
  LasnaColumns *columns;
  LasnaCodes *codes;
  guint room;
} Loader;

LasnaColumns *
lasna_columns_ref (LasnaColumns *self)
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

static LasnaColumns *
columns_new (void)
{
  LasnaColumns *self = g_new0 (LasnaColumns, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
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
lasna_columns_unref (LasnaColumns *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->ids);
  g_free (self->days);
  g_free (self->flags);
  g_free (self->feelings);
  g_free (self->n_known);
  for (guint i = 0; i < LASNA_N_COLUMNS; i++)
    g_free (self->codes[i]);
  g_free (self->score_starts);
  g_free (self->score_questions);
  g_free (self->score_raws);
  g_free (self->emotion_starts);
  g_free (self->emotion_codes);
  g_free (self->emotion_strengths);
  for (guint i = 0; i < G_N_ELEMENTS (self->values); i++)
    g_ptr_array_unref (self->values[i]);
  g_ptr_array_unref (self->questions);
  g_hash_table_unref (self->stage_journeys);
  if (self->words != NULL)
    g_string_free (self->words, TRUE);
  g_free (self->rows_by_id);
  g_free (self->word_starts);
  g_free (self->word_ends);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
make_room (Loader *loader)
{
  LasnaColumns *columns = loader->columns;

  if (columns->n < loader->room)
    return;
  loader->room = MAX (1024, loader->room * 2);
  columns->ids = g_renew (gint64, columns->ids, loader->room);
  columns->days = g_renew (gint32, columns->days, loader->room);
  columns->flags = g_renew (guint8, columns->flags, loader->room);
  for (guint i = 0; i < LASNA_N_COLUMNS; i++)
    columns->codes[i] = g_renew (guint16, columns->codes[i], loader->room);
}

static gint32
read_day (const char *text)
{
  int year = 0;
  int month = 0;
  int day = 0;

  if (text != NULL && strlen (text) >= 10 && text[4] == '-' && text[7] == '-')
    {
      year = (int) g_ascii_strtoll (text, NULL, 10);
      month = (int) g_ascii_strtoll (text + 5, NULL, 10);
      day = (int) g_ascii_strtoll (text + 8, NULL, 10);
    }
  if (year < 1 || year > 9999 || !g_date_valid_dmy (day, month, year))
    return 1;

  GDate date;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return (gint32) g_date_get_julian (&date);
}

static void
take_places (Loader *loader, LasnaStatement *statement)
{
  LasnaColumns *columns = loader->columns;
  guint row = columns->n;
  guint16 *stage = &columns->codes[LASNA_DIMENSION_STAGE][row];

  for (guint i = 0; i < 4; i++)
    columns->codes[i][row] =
        lasna_codes_get_label (loader->codes, lasna_statement_get_integer (statement, 3 + i));
  columns->codes[LASNA_DIMENSION_LINK][row] =
      lasna_codes_get_link (loader->codes, lasna_statement_get_integer (statement, 7));

  /* A voice at a touchpoint is a voice of its stage. */
  if (*stage == 0)
    *stage = lasna_codes_get_stage_of_touchpoint (
        loader->codes, columns, columns->codes[LASNA_DIMENSION_TOUCHPOINT][row]);
  columns->codes[LASNA_DIMENSION_JOURNEY][row] =
      lasna_codes_get_journey_of_stage (loader->codes, columns, *stage);
}

static void
take_voice (Loader *loader, LasnaStatement *statement)
{
  static const LasnaDimension terms[] = { LASNA_DIMENSION_MOMENT,   LASNA_DIMENSION_SOURCE,
                                          LASNA_DIMENSION_LANGUAGE, LASNA_DIMENSION_TASK,
                                          LASNA_DIMENSION_OPINION,  LASNA_DIMENSION_FOLLOW_UP };
  LasnaColumns *columns = loader->columns;
  guint row = columns->n;
  gint64 length = lasna_statement_get_integer (statement, 16);

  make_room (loader);
  columns->ids[row] = lasna_statement_get_integer (statement, 1);
  columns->days[row] = read_day (lasna_statement_get_text (statement, 2));
  take_places (loader, statement);
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    columns->codes[terms[i]][row] = lasna_codes_take_term (
        loader->codes, columns, terms[i], lasna_statement_get_text (statement, 8 + i));
  columns->flags[row] =
      (lasna_statement_get_integer (statement, 14) ? LASNA_ROW_NO_FEELING : 0) |
      (lasna_statement_get_integer (statement, 15) ? LASNA_ROW_EXCLUDED : 0) |
      (length > 0 ? LASNA_ROW_HAS_WORDS : 0) |
      (length >= QUOTABLE_MIN && length <= QUOTABLE_MAX ? LASNA_ROW_IS_QUOTABLE : 0);
  columns->n++;
}

static gboolean
load_voices (Loader *loader, LasnaStore *store, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (
      store,
      "SELECT id, received_at, coalesce (stage, 0), coalesce (touchpoint, 0), "
      "coalesce (channel, 0), coalesce (segment, 0), coalesce (chain_link, 0), moment, source, "
      "language, CAST (task AS TEXT), opinion, follow_up, no_feeling, excluded, "
      "coalesce (length (verbatim), 0) FROM voice ORDER BY id",
      error);
  LasnaStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    take_voice (loader, statement);
  lasna_statement_reset (statement);
  return step == LASNA_STEP_DONE;
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
 * 4 and 5 of 1 to 5, 6 and 7 of 1 to 7.
 */
static gboolean
load_questions (LasnaColumns *columns, GHashTable *codes, LasnaStore *store, GError **error)
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
         columns->questions->len < G_MAXUINT16)
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
      g_hash_table_insert (codes,
                           g_memdup2 (&question->id, sizeof question->id),
                           GUINT_TO_POINTER (columns->questions->len));
      g_ptr_array_add (columns->questions, question);
    }
  lasna_statement_reset (statement);
  return step != LASNA_STEP_ERROR;
}

/* One answer or feeling on its way: which row it belongs to, a code and a number. */
typedef struct
{
  guint32 row;
  guint16 code;
  double number;
} Detail;

/* Reads details in the order of voices and joins them with the rows by merging. */
static GArray *
load_details (const LasnaColumns *columns,
              LasnaStore *store,
              const char *sql,
              guint (*code_cb) (gint64 id, gpointer data),
              gpointer data,
              GError **error)
{
  g_autoptr (GArray) details = g_array_new (FALSE, FALSE, sizeof (Detail));
  LasnaStatement *statement = lasna_store_prepare (store, sql, error);
  LasnaStep step;
  guint row = 0;

  if (statement == NULL)
    return NULL;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      gint64 voice = lasna_statement_get_integer (statement, 1);
      Detail detail;
      guint code;

      while (row < columns->n && columns->ids[row] < voice)
        row++;
      if (row == columns->n || columns->ids[row] != voice)
        continue;
      code = code_cb (lasna_statement_get_integer (statement, 2), data);
      if (code == G_MAXUINT)
        continue;
      detail = (Detail){ row, code, lasna_statement_get_number (statement, 3) };
      g_array_append_val (details, detail);
    }
  lasna_statement_reset (statement);
  return step == LASNA_STEP_DONE ? g_steal_pointer (&details) : NULL;
}

static guint
code_of_question_cb (gint64 id, gpointer data)
{
  gpointer code;

  return g_hash_table_lookup_extended (data, &id, NULL, &code) ? GPOINTER_TO_UINT (code)
                                                               : G_MAXUINT;
}

static guint
code_of_emotion_cb (gint64 id, gpointer data)
{
  guint code = lasna_codes_get_label (data, id);

  return code != 0 ? code : G_MAXUINT;
}

typedef struct
{
  gint32 day;
  guint32 row;
} Order;

static int
compare_order (gconstpointer first, gconstpointer second)
{
  const Order *a = first;
  const Order *b = second;

  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  return a->row < b->row ? -1 : a->row > b->row;
}

#define PERMUTE(type, column)                                                                      \
  do                                                                                               \
    {                                                                                              \
      type *moved = g_new (type, MAX (columns->n, 1));                                             \
                                                                                                   \
      for (guint to = 0; to < columns->n; to++)                                                    \
        moved[to] = column[order[to].row];                                                         \
      g_free (column);                                                                             \
      column = moved;                                                                              \
    }                                                                                              \
  while (0)

/* Returns where each row went: rows stood in the order of ids before. */
static guint32 *
sort_by_day (LasnaColumns *columns)
{
  g_autofree Order *order = g_new (Order, MAX (columns->n, 1));
  guint32 *places = g_new (guint32, MAX (columns->n, 1));

  for (guint i = 0; i < columns->n; i++)
    order[i] = (Order){ columns->days[i], i };
  qsort (order, columns->n, sizeof *order, compare_order);
  PERMUTE (gint64, columns->ids);
  PERMUTE (gint32, columns->days);
  PERMUTE (guint8, columns->flags);
  for (guint i = 0; i < LASNA_N_COLUMNS; i++)
    PERMUTE (guint16, columns->codes[i]);
  for (guint i = 0; i < columns->n; i++)
    places[order[i].row] = i;
  return places;
}

/* Where the details of each row begin, and the details in the order of rows. */
static guint32 *
sort_details (const LasnaColumns *columns, GArray *details, const guint32 *places, Detail **sorted)
{
  guint32 *starts = g_new0 (guint32, columns->n + 2);

  *sorted = g_new (Detail, details->len + 1);
  for (guint i = 0; i < details->len; i++)
    starts[places[g_array_index (details, Detail, i).row] + 2]++;
  for (guint i = 2; i < columns->n + 2; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < details->len; i++)
    {
      const Detail *detail = &g_array_index (details, Detail, i);

      (*sorted)[starts[places[detail->row] + 1]++] = *detail;
    }
  return starts;
}

static void
set_scores (LasnaColumns *columns, GArray *details, const guint32 *places)
{
  g_autofree Detail *sorted = NULL;

  columns->score_starts = sort_details (columns, details, places, &sorted);
  columns->score_questions = g_new (guint16, details->len + 1);
  columns->score_raws = g_new (double, details->len + 1);
  for (guint i = 0; i < details->len; i++)
    {
      columns->score_questions[i] = sorted[i].code;
      columns->score_raws[i] = sorted[i].number;
    }
}

static void
judge_feelings (LasnaColumns *columns, guint row)
{
  int sum = 0;
  guint n = 0;

  for (guint32 i = columns->emotion_starts[row]; i < columns->emotion_starts[row + 1]; i++)
    {
      const LasnaValue *emotion =
          lasna_columns_get_value (columns, LASNA_DIMENSION_EMOTION, columns->emotion_codes[i]);

      if (emotion->cluster == NULL || n == G_MAXUINT8)
        continue;
      n++;
      sum += emotion->valence * columns->emotion_strengths[i];
      if (strcmp (emotion->cluster, "cluster.destroying") == 0)
        columns->flags[row] |= LASNA_ROW_IS_DESTROYING;
      if (emotion->valence != 0)
        columns->flags[row] |= emotion->valence > 0 ? LASNA_ROW_IS_POSITIVE : LASNA_ROW_IS_NEGATIVE;
    }
  columns->n_known[row] = n;
  columns->feelings[row] = sum;
  if (n > 0)
    columns->flags[row] |= LASNA_ROW_HAS_FEELING;
}

static void
set_emotions (LasnaColumns *columns, GArray *details, const guint32 *places)
{
  g_autofree Detail *sorted = NULL;

  columns->emotion_starts = sort_details (columns, details, places, &sorted);
  columns->emotion_codes = g_new (guint16, details->len + 1);
  columns->emotion_strengths = g_new (guint8, details->len + 1);
  columns->feelings = g_new0 (gint16, MAX (columns->n, 1));
  columns->n_known = g_new0 (guint8, MAX (columns->n, 1));
  for (guint i = 0; i < details->len; i++)
    {
      columns->emotion_codes[i] = sorted[i].code;
      columns->emotion_strengths[i] = (guint8) CLAMP (sorted[i].number, 1, 3);
    }
  for (guint row = 0; row < columns->n; row++)
    judge_feelings (columns, row);
}

static gboolean
load_all (LasnaColumns *self, LasnaStore *store, GError **error)
{
  g_autoptr (LasnaCodes) codes = lasna_codes_new ();
  g_autoptr (GHashTable) questions =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) scores = NULL;
  g_autoptr (GArray) emotions = NULL;
  g_autofree guint32 *places = NULL;
  Loader loader = { self, codes, 0 };

  make_room (&loader);
  if (!lasna_codes_load (codes, self, store, error) || !load_voices (&loader, store, error) ||
      !load_questions (self, questions, store, error))
    return FALSE;
  scores = load_details (self,
                         store,
                         "SELECT feedback, question, raw FROM feedback_score "
                         "ORDER BY feedback, question",
                         code_of_question_cb,
                         questions,
                         error);
  if (scores == NULL)
    return FALSE;
  emotions = load_details (self,
                           store,
                           "SELECT feedback, emotion, intensity FROM feedback_emotion "
                           "ORDER BY feedback, emotion",
                           code_of_emotion_cb,
                           codes,
                           error);
  if (emotions == NULL)
    return FALSE;
  places = sort_by_day (self);
  set_scores (self, scores, places);
  set_emotions (self, emotions, places);
  self->rows_by_id = g_steal_pointer (&places);
  return TRUE;
}

/**
 * lasna_columns_load:
 * @store: a connection of the calling thread
 *
 * Returns: (transfer full) (nullable): the voices that count now, all from one moment of the file
 */
LasnaColumns *
lasna_columns_load (LasnaStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (LasnaColumns) self = columns_new ();
  gboolean is_ours = sqlite3_get_autocommit (lasna_store_get_connection (store)) != 0;
  gboolean loaded;

  /* Inside a transaction that somebody else holds, what is read is of one moment already. */
  if (is_ours && !lasna_store_execute (store, "BEGIN", error))
    return NULL;
  if (cancellable != NULL)
    lasna_store_set_cancellable (store, cancellable);
  loaded = load_all (self, store, error);
  if (cancellable != NULL)
    lasna_store_set_cancellable (store, NULL);
  if (is_ours)
    lasna_store_execute (store, "COMMIT", NULL);
  return loaded ? g_steal_pointer (&self) : NULL;
}

/**
 * lasna_columns_get_value:
 *
 * Returns: (transfer none) (nullable): what @code stands for; code 0 is "not known"
 */
const LasnaValue *
lasna_columns_get_value (const LasnaColumns *self, LasnaDimension dimension, guint code)
{
  g_return_val_if_fail (dimension < G_N_ELEMENTS (self->values), NULL);
  return code < self->values[dimension]->len ? self->values[dimension]->pdata[code] : NULL;
}

/**
 * lasna_columns_get_n_values:
 *
 * Returns: how many codes there are, with that for "not known"
 */
guint
lasna_columns_get_n_values (const LasnaColumns *self, LasnaDimension dimension)
{
  g_return_val_if_fail (dimension < G_N_ELEMENTS (self->values), 0);
  return self->values[dimension]->len;
}

/**
 * lasna_columns_find_record:
 *
 * Returns: the code of a record; 0 for none
 */
guint
lasna_columns_find_record (const LasnaColumns *self, LasnaDimension dimension, gint64 record)
{
  for (guint i = 1; i < lasna_columns_get_n_values (self, dimension); i++)
    if (lasna_columns_get_value (self, dimension, i)->record == record)
      return i;
  return 0;
}

/**
 * lasna_columns_find_code:
 *
 * Returns: the code of a term or an id of the catalogue; 0 for none
 */
guint
lasna_columns_find_code (const LasnaColumns *self, LasnaDimension dimension, const char *code)
{
  for (guint i = 1; i < lasna_columns_get_n_values (self, dimension); i++)
    if (g_strcmp0 (lasna_columns_get_value (self, dimension, i)->code, code) == 0)
      return i;
  return 0;
}

/**
 * lasna_columns_find_row:
 * @id: of a voice
 * @row: (out): its row
 *
 * Returns: whether the voice is there
 */
gboolean
lasna_columns_find_row (const LasnaColumns *self, gint64 id, guint *row)
{
  guint low = 0;
  guint high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      *row = self->rows_by_id[middle];
      if (self->ids[*row] == id)
        return TRUE;
      if (self->ids[*row] < id)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

/**
 * lasna_columns_get_feeling:
 *
 * Returns: the feeling of a voice, -1 to +1; 0 where it felt nothing; NAN where it is not known
 */
double
lasna_columns_get_feeling (const LasnaColumns *self, guint row)
{
  if (self->n_known[row] > 0)
    return lasna_measure_feeling (self->feelings[row], self->n_known[row]);
  return self->flags[row] & LASNA_ROW_NO_FEELING ? 0 : NAN;
}

/**
 * lasna_columns_load_words:
 * @store: a connection of the calling thread
 *
 * Reads the words of all voices, folded for searching, once.
 *
 * Returns: whether they are there
 */
gboolean
lasna_columns_load_words (LasnaColumns *self, LasnaStore *store, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (GString) words = NULL;
  g_autofree gsize *starts = NULL;
  g_autofree gsize *ends = NULL;
  LasnaStatement *statement;
  LasnaStep step;

  if (self->words != NULL)
    return TRUE;
  statement = lasna_store_prepare (
      store, "SELECT id, verbatim FROM voice WHERE verbatim IS NOT NULL ORDER BY id", error);
  if (statement == NULL)
    return FALSE;
  words = g_string_new (NULL);
  starts = g_new0 (gsize, self->n + 1);
  ends = g_new0 (gsize, self->n + 1);
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      guint row;

      if (!lasna_columns_find_row (self, lasna_statement_get_integer (statement, 1), &row))
        continue;
      starts[row] = words->len;
      lasna_text_search_fold (lasna_statement_get_text (statement, 2), words);
      ends[row] = words->len;
    }
  lasna_statement_reset (statement);
  if (step != LASNA_STEP_DONE)
    return FALSE;
  self->words = g_steal_pointer (&words);
  self->word_starts = g_steal_pointer (&starts);
  self->word_ends = g_steal_pointer (&ends);
  return TRUE;
}
