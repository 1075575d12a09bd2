/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row at a time: either what it says, or the reason why it is left out. A row is left out as a
 * whole, so that it can be mended in the file and imported again.
 */
#include "config.h"

#include "lasna-draft.h"

#include "lasna-export-columns.h"
#include "lasna-fold.h"
#include "lasna-term.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A response id shorter than this may be a running number, which other surveys have too. */
#define SURE_ID 9

/* Distinct cells whose meaning is remembered. */
#define KNOWN_MAX 10000

/* Closed lists from which a voice has a term. */
enum
{
  TERM_MOMENT,
  TERM_SOURCE,
  N_TERMS
};

static const char *const term_sets[N_TERMS] = {
  [TERM_MOMENT] = "feedback-moment",
  [TERM_SOURCE] = "evidence-source",
};

struct _LasnaDraftReader
{
  LasnaImportPlan *plan;   /* borrowed */
  LasnaFingerprints *live; /* borrowed, nullable: voices that the workbook shows */
  LasnaFingerprints *seen; /* voices of this import; in a long file each with its number from 1 */
  LasnaFingerprints *rows; /* how often each row without an id came */
  LasnaRowSource *reader;
  char *today;
  gboolean joins_questions;         /* several questions become one comment */
  GHashTable *known_feelings;       /* from a cell to its LasnaFeelingWord array */
  GHashTable *known_emotions;       /* from a word of such a cell to its code, or to nothing */
  GHashTable *known_terms[N_TERMS]; /* from a cell to a term, or to nothing */
  GHashTable *known_tasks;          /* from a cell to a number from 1 on, or to 0 */
  GHashTable *known_values;         /* from the set of a property to words of it and their terms */
  GHashTable *unknown_terms;        /* from a text to how many rows had it (guint64) */

  LasnaDraft draft;
  char received_at[LASNA_WHEN_MAX];
  GString *language;
  GString *comment;
  GString *trimmed; /* cells of the row that ended in white space, each with a NUL */
  char zone[8];
  gboolean is_numbered;   /* the fingerprint counts how often the row came: no other has it */
  guint64 id_fingerprint; /* of a draft with an id */
};

/* Why a row is left out. */
static const char *const reason_quote = N_ ("A quotation mark opens here and never closes.");
static const char *const reason_long = N_ ("This cell is longer than a million letters.");
static const char *const reason_wide = N_ ("The row has more cells than there are columns.");
static const char *const reason_date = N_ ("The date cannot be read.");
static const char *const reason_no_date = N_ ("There is no date.");
static const char *const reason_number = N_ ("This is not a number.");
static const char *const reason_scale = N_ ("The answer lies outside its scale.");
static const char *const reason_task = N_ ("This is none of the answers from 0 to 3.");
static const char *const reason_question = N_ ("The row names no question.");
static const char *const reason_trial = N_ ("This is a trial run of the survey, not a customer.");
static const char *const reason_twice = N_ ("This voice is there already.");

static void
clear_property (gpointer property)
{
  g_free (((LasnaDraftProperty *) property)->value);
}

/**
 * lasna_draft_reader_new:
 * @plan: decided; the reader counts in it
 * @live: (nullable): fingerprints of the voices that are there already
 * @today: the day of voices in a file without dates
 *
 * Returns: (transfer full) (nullable): a reader at the first row of data
 */
LasnaDraftReader *
lasna_draft_reader_new (LasnaImportPlan *plan,
                        LasnaFingerprints *live,
                        const char *today,
                        GCancellable *cancellable,
                        GError **error)
{
  LasnaRowSource *reader = lasna_import_plan_open (plan, cancellable, error);
  guint n_comments = 0;

  if (reader == NULL)
    return NULL;
  plan->rows = plan->voices = plan->duplicates = plan->trials = 0;
  g_array_set_size (plan->skipped, 0);

  LasnaDraftReader *self = g_new0 (LasnaDraftReader, 1);
  self->plan = plan;
  self->live = live;
  self->seen = lasna_fingerprints_new (plan->is_long);
  self->rows = lasna_fingerprints_new (TRUE);
  self->reader = reader;
  self->today = g_strdup (plan->day != NULL ? plan->day : today);
  self->known_feelings =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->known_emotions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->known_values =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  self->unknown_terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < N_TERMS; i++)
    self->known_terms[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->known_tasks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->language = g_string_new (NULL);
  self->comment = g_string_new (NULL);
  self->trimmed = g_string_new (NULL);
  self->draft.scores = g_array_new (FALSE, FALSE, sizeof (LasnaDraftScore));
  self->draft.properties = g_array_new (FALSE, FALSE, sizeof (LasnaDraftProperty));
  g_array_set_clear_func (self->draft.properties, clear_property);
  for (guint i = 0; i < plan->answers->len; i++)
    n_comments += lasna_import_plan_get_answer (plan, i)->field == LASNA_FIELD_COMMENT;
  self->joins_questions =
      n_comments > 1 && (plan->dialect->has_questions || plan->dialect->n_columns == 0);
  return self;
}

void
lasna_draft_reader_free (LasnaDraftReader *self)
{
  lasna_fingerprints_free (self->seen);
  lasna_fingerprints_free (self->rows);
  lasna_row_source_free (self->reader);
  g_free (self->today);
  g_hash_table_unref (self->known_feelings);
  g_hash_table_unref (self->known_emotions);
  g_hash_table_unref (self->known_values);
  g_hash_table_unref (self->unknown_terms);
  for (guint i = 0; i < N_TERMS; i++)
    g_hash_table_unref (self->known_terms[i]);
  g_hash_table_unref (self->known_tasks);
  g_string_free (self->language, TRUE);
  g_string_free (self->comment, TRUE);
  g_string_free (self->trimmed, TRUE);
  g_array_unref (self->draft.scores);
  g_array_unref (self->draft.properties);
  g_clear_pointer (&self->draft.feelings, g_array_unref);
  g_free (self);
}

static void
clear_draft (LasnaDraftReader *self)
{
  GArray *scores = self->draft.scores;
  GArray *properties = self->draft.properties;

  g_array_set_size (scores, 0);
  g_array_set_size (properties, 0);
  g_clear_pointer (&self->draft.feelings, g_array_unref);
  g_string_truncate (self->comment, 0);
  g_string_truncate (self->language, 0);
  *self->received_at = '\0';
  *self->zone = '\0';
  self->draft = (LasnaDraft){
    .zone = "",
    .id = "",
    .language = "",
    .comment = "",
    .places = { "", "", "", "" },
    .moment = self->plan->moment,
    .source = self->plan->source,
    .task = -1,
    .scores = scores,
    .properties = properties,
  };
}

/* A spreadsheet tells seconds whether or not anybody wrote them. */
static void
drop_seconds (const LasnaImportPlan *plan, LasnaWhen *when)
{
  if (plan->kind != NULL && when->second == 0)
    when->second = -1;
}

/* Of a row's dates the filled one of the lowest rank counts. */
static const char *
read_date (LasnaDraftReader *self, const LasnaRow *row, int *column)
{
  const LasnaImportPlan *plan = self->plan;
  const LasnaColumn *best = NULL;
  LasnaDateOrder orders;
  LasnaWhen when;

  *column = -1;
  if (!plan->has_dates)
    {
      g_strlcpy (self->received_at, self->today, sizeof self->received_at);
      return NULL;
    }
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const LasnaColumn *candidate = lasna_import_plan_get_column (plan, i);

      if (candidate->field != LASNA_FIELD_DATE || (best != NULL && best->rank <= candidate->rank))
        continue;
      if (lasna_dialect_is_no_date (plan->dialect, lasna_row_get_cell (row, i)))
        continue;
      best = candidate;
      *column = i;
    }
  if (best == NULL)
    {
      *column = lasna_import_plan_find_column (plan, LASNA_FIELD_DATE);
      return reason_no_date;
    }
  orders = best->orders != 0 ? best->orders : LASNA_DATE_ANY;
  if (!lasna_date_read (
          lasna_row_get_cell (row, *column), plan->orders != 0 ? plan->orders : orders, &when))
    return reason_date;

  drop_seconds (plan, &when);
  lasna_when_write (&when, self->received_at);
  g_strlcpy (self->zone,
             *when.zone == '\0' && best->zone != NULL ? best->zone : when.zone,
             sizeof self->zone);
  return NULL;
}

static const char *
read_score (LasnaDraftReader *self, const LasnaAnswer *answer, guint index, const char *cell)
{
  LasnaDecimal decimals = self->plan->decimals;
  LasnaDraftScore score = { index, NAN };

  if (decimals == 0)
    decimals = answer->decimals != 0 ? answer->decimals : LASNA_DECIMAL_ANY;
  if (!lasna_number_read_score (cell, decimals, &score.raw))
    return reason_number;
  if (answer->scale_max > answer->scale_min &&
      (score.raw < answer->scale_min || score.raw > answer->scale_max))
    {
      if (score.raw < 0 && self->plan->dialect->negatives_are_codes)
        return NULL;
      return reason_scale;
    }
  for (guint i = 0; i < self->draft.scores->len; i++)
    if (g_array_index (self->draft.scores, LasnaDraftScore, i).answer == index)
      return NULL;
  g_array_append_val (self->draft.scores, score);
  return NULL;
}

static void
read_comment (LasnaDraftReader *self, const LasnaAnswer *answer, const char *cell)
{
  if (self->comment->len > 0)
    g_string_append (self->comment, "\n\n");
  if (self->joins_questions)
    g_string_append_printf (self->comment, "%s\n", answer->text);
  while (*cell != '\0')
    {
      gsize length = strcspn (cell, "\r");

      g_string_append_len (self->comment, cell, length);
      cell += length;
      if (*cell != '\r')
        break;
      g_string_append_c (self->comment, '\n');
      cell += cell[1] == '\n' ? 2 : 1;
    }
  while (self->comment->len > 0 && g_ascii_isspace (self->comment->str[self->comment->len - 1]))
    g_string_truncate (self->comment, self->comment->len - 1);
  self->draft.comment = self->comment->str;
}

/* Remembers what a cell means. */
static void
learn (GHashTable *known, const char *cell, gconstpointer meaning)
{
  if (g_hash_table_size (known) >= KNOWN_MAX)
    g_hash_table_remove_all (known);
  g_hash_table_insert (known, g_strdup (cell), (gpointer) meaning);
}

static void
read_feelings (LasnaDraftReader *self, const char *cell)
{
  GArray *feelings = g_hash_table_lookup (self->known_feelings, cell);

  if (feelings == NULL)
    {
      gboolean no_feeling;

      feelings = lasna_term_read_emotions (cell, self->known_emotions, &no_feeling);
      learn (self->known_feelings, cell, feelings);
    }
  g_clear_pointer (&self->draft.feelings, g_array_unref);
  self->draft.feelings = g_array_ref (feelings);
  self->draft.no_feeling = feelings->len == 0;
}

static void
read_term (LasnaDraftReader *self, guint set, const char *cell, const char **term)
{
  gpointer known;
  guint64 *count;

  if (!g_hash_table_lookup_extended (self->known_terms[set], cell, NULL, &known))
    {
      known = (gpointer) lasna_term_recognise (term_sets[set], cell);
      learn (self->known_terms[set], cell, known);
    }
  if (known != NULL)
    {
      *term = known;
      return;
    }
  count = g_hash_table_lookup (self->unknown_terms, cell);
  if (count == NULL && g_hash_table_size (self->unknown_terms) < KNOWN_MAX)
    {
      count = g_new0 (guint64, 1);
      g_hash_table_insert (self->unknown_terms, g_strdup (cell), count);
    }
  if (count != NULL)
    (*count)++;
}

/* "fi", "FI", "fi-FI": the letters before anything else. */
static void
read_language (LasnaDraftReader *self, const char *cell)
{
  gsize length = 0;

  while (g_ascii_isalpha (cell[length]))
    length++;
  if (length < 2 || length > 3 || (cell[length] != '\0' && strchr ("-_.", cell[length]) == NULL))
    return;
  g_string_truncate (self->language, 0);
  for (gsize i = 0; i < length; i++)
    g_string_append_c (self->language, g_ascii_tolower (cell[i]));
  self->draft.language = self->language->str;
}

static const char *
read_task (LasnaDraftReader *self, const char *cell)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (self->known_tasks, cell, NULL, &known))
    {
      double number;
      int value = -1;

      if (!lasna_term_recognise_task (cell, &value) &&
          lasna_number_read (cell, LASNA_DECIMAL_ANY, &number) &&
          (number == 0 || number == 1 || number == 2 || number == 3))
        value = (int) number;
      known = GINT_TO_POINTER (value + 1);
      learn (self->known_tasks, cell, known);
    }
  if (GPOINTER_TO_INT (known) == 0)
    return reason_task;
  self->draft.task = GPOINTER_TO_INT (known) - 1;
  return NULL;
}

/* A day or time as the workbook keeps it; NULL where it is none. */
static char *
dup_when (const LasnaImportPlan *plan, const char *cell, gboolean has_time)
{
  LasnaWhen when;
  char text[LASNA_WHEN_MAX];

  if (!lasna_date_read (cell, LASNA_DATE_YMD, &when))
    return NULL;
  if (!has_time)
    when.hour = -1;
  drop_seconds (plan, &when);
  lasna_when_write (&when, text);
  return g_strdup (text);
}

/* The same few words come in every row. */
static const char *
find_term (LasnaDraftReader *self, const char *set, const char *cell)
{
  GHashTable *words = g_hash_table_lookup (self->known_values, set);
  gpointer term;

  if (words == NULL)
    {
      words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->known_values, (gpointer) set, words);
    }
  if (!g_hash_table_lookup_extended (words, cell, NULL, &term))
    {
      term = (gpointer) lasna_term_recognise (set, cell);
      learn (words, cell, term);
    }
  return term;
}

/* What a cell of our own says of a property; NULL where it says nothing that can be kept. */
static char *
dup_value (LasnaDraftReader *self, const LasnaProperty *property, const char *cell)
{
  switch (property->type)
    {
    case LASNA_PROPERTY_TEXT:
      return g_strdup (cell);
    case LASNA_PROPERTY_TERM:
      return g_strdup (find_term (self, property->target, cell));
    case LASNA_PROPERTY_DATE:
      return dup_when (self->plan, cell, FALSE);
    case LASNA_PROPERTY_TIME:
      return dup_when (self->plan, cell, TRUE);
    case LASNA_PROPERTY_FLAG:
      return g_strcmp0 (find_term (self, "yes-no", cell), "yes-no.yes") == 0 ? g_strdup ("1")
                                                                             : NULL;
    case LASNA_PROPERTY_TERMS:
    case LASNA_PROPERTY_REFERENCE:
    case LASNA_PROPERTY_ATTACHMENT:
    case LASNA_PROPERTY_INTEGER:
    case LASNA_PROPERTY_NUMBER:
    default:
      return NULL;
    }
}

static void
read_property (LasnaDraftReader *self, const LasnaProperty *property, const char *cell)
{
  LasnaDraftProperty found = { property, dup_value (self, property, cell) };

  if (strcmp (property->name, "fingerprint") == 0)
    lasna_export_read_id (cell, &self->draft.fingerprint);
  else if (found.value != NULL)
    g_array_append_val (self->draft.properties, found);
}

static const char *
read_answer (LasnaDraftReader *self, const LasnaRow *row, guint column, const char *cell)
{
  LasnaAnswer *answer = lasna_import_plan_find_answer (self->plan, row, column);
  guint index;

  if (answer == NULL)
    return reason_question;
  switch ((guint) answer->field)
    {
    case LASNA_FIELD_TASK:
      return read_task (self, cell);
    case LASNA_FIELD_COMMENT:
      read_comment (self, answer, cell);
      return NULL;
    case LASNA_FIELD_EMOTIONS:
      read_feelings (self, cell);
      return NULL;
    case LASNA_FIELD_NONE:
      return NULL;
    default:
      g_ptr_array_find (self->plan->answers, answer, &index);
      return read_score (self, answer, index, cell);
    }
}

/* Sets the response id, after the date. Where its fingerprint is among millions is asked for now,
 * that it be there when the row is read.
 */
static void
take_id (LasnaDraftReader *self, const char *id, gboolean is_of_respondent)
{
  guint64 hash = lasna_fingerprint_add_text (LASNA_FINGERPRINT_START, self->plan->dialect->id);

  hash = lasna_fingerprint_add_text (hash, id);
  if (self->plan->is_long || is_of_respondent || strlen (id) < SURE_ID)
    hash = lasna_fingerprint_add_text (hash, self->received_at);
  self->draft.id = id;
  self->id_fingerprint = lasna_fingerprint_finish (hash);
  lasna_fingerprints_prefetch (self->seen, self->id_fingerprint);
}

static const char *
read_cell (LasnaDraftReader *self, const LasnaRow *row, guint column, const char *cell)
{
  switch (lasna_import_plan_get_column (self->plan, column)->field)
    {
    case LASNA_FIELD_NPS:
    case LASNA_FIELD_CSAT:
    case LASNA_FIELD_CES:
    case LASNA_FIELD_SCORE:
    case LASNA_FIELD_COMMENT:
    case LASNA_FIELD_VALUE:
      return read_answer (self, row, column, cell);
    case LASNA_FIELD_TASK:
      return read_task (self, cell);
    case LASNA_FIELD_EMOTIONS:
      read_feelings (self, cell);
      return NULL;
    case LASNA_FIELD_STAGE:
      self->draft.places[LASNA_PLACE_STAGE] = cell;
      return NULL;
    case LASNA_FIELD_TOUCHPOINT:
      self->draft.places[LASNA_PLACE_TOUCHPOINT] = cell;
      return NULL;
    case LASNA_FIELD_CHANNEL:
      self->draft.places[LASNA_PLACE_CHANNEL] = cell;
      return NULL;
    case LASNA_FIELD_SEGMENT:
      self->draft.places[LASNA_PLACE_SEGMENT] = cell;
      return NULL;
    case LASNA_FIELD_MOMENT:
      read_term (self, TERM_MOMENT, cell, &self->draft.moment);
      return NULL;
    case LASNA_FIELD_SOURCE:
      read_term (self, TERM_SOURCE, cell, &self->draft.source);
      return NULL;
    case LASNA_FIELD_LANGUAGE:
      read_language (self, cell);
      return NULL;
    case LASNA_FIELD_RESPONDENT:
    case LASNA_FIELD_ID:
      /* In a long file an id is that of the answer, and the respondent's is that of the voice. */
      if (*self->draft.id == '\0' ||
          lasna_import_plan_get_column (self->plan, column)->field ==
              (self->plan->is_long ? LASNA_FIELD_RESPONDENT : LASNA_FIELD_ID))
        take_id (self,
                 cell,
                 lasna_import_plan_get_column (self->plan, column)->field ==
                     LASNA_FIELD_RESPONDENT);
      return NULL;
    case LASNA_FIELD_NONE:
    case LASNA_FIELD_DATE:
    case LASNA_FIELD_MEASURE:
    case LASNA_FIELD_QUESTION:
    default:
      return NULL;
    }
}

/* The cell without the white space around it; it stays until the next row. */
static const char *
trim (LasnaDraftReader *self, const LasnaRow *row, const char *cell)
{
  gsize start = self->trimmed->len;
  gsize length;
  gsize room = 0;

  while (g_ascii_isspace (*cell))
    cell++;
  if (self->plan->dialect->is_our_own)
    cell = lasna_export_skip_mark (cell);
  length = strlen (cell);
  if (length == 0 || !g_ascii_isspace (cell[length - 1]))
    return cell;
  while (length > 0 && g_ascii_isspace (cell[length - 1]))
    length--;

  /* Room for all, so that no text moves while the draft points at it. */
  if (start == 0)
    {
      for (guint i = 0; i < row->n_cells; i++)
        room += strlen (row->cells[i]) + 1;
      g_string_set_size (self->trimmed, room);
      g_string_truncate (self->trimmed, 0);
    }
  g_string_append_len (self->trimmed, cell, length);
  g_string_append_c (self->trimmed, '\0');
  return self->trimmed->str + start;
}

/* A voice is known by its response id, where the tool gives one; else by its whole row and how
 * often that row came, for several people may say the same on one day.
 */
static guint64
make_fingerprint (LasnaDraftReader *self, const LasnaRow *row)
{
  const LasnaDraft *draft = &self->draft;
  guint64 hash = lasna_fingerprint_add_text (LASNA_FINGERPRINT_START, self->plan->dialect->id);
  guint n_cells = row->n_cells;

  if (draft->fingerprint != 0)
    return draft->fingerprint;
  if (*draft->id != '\0')
    return self->id_fingerprint;
  while (n_cells > 0 && *row->cells[n_cells - 1] == '\0')
    n_cells--;
  for (guint i = 0; i < n_cells; i++)
    hash = lasna_fingerprint_add_text (hash, row->cells[i]);
  hash = lasna_fingerprint_finish (hash);

  guint32 *times = lasna_fingerprints_add (self->rows, hash, NULL);
  self->is_numbered = TRUE;
  hash = lasna_fingerprint_add_number (hash, (*times)++);
  return lasna_fingerprint_finish (hash);
}

static const char *
find_trouble (LasnaDraftReader *self, const LasnaRow *row, int *column)
{
  static const char *const *const reasons[] = { [LASNA_ROW_OPEN_QUOTE] = &reason_quote,
                                                [LASNA_ROW_LONG_CELL] = &reason_long,
                                                [LASNA_ROW_MANY_CELLS] = &reason_wide };

  *column = row->trouble_column;
  if (row->trouble != LASNA_ROW_SOUND)
    return *reasons[row->trouble];
  *column = -1;
  for (guint i = self->plan->columns->len; i < row->n_cells; i++)
    if (!lasna_cell_is_missing (row->cells[i]))
      return reason_wide;
  return NULL;
}

/* Whoever makes a survey tries it out first, and some tools keep that. */
static gboolean
is_trial (LasnaDraftReader *self, const LasnaRow *row, int *column)
{
  for (guint i = 0; i < self->plan->columns->len; i++)
    {
      const char *trials = lasna_import_plan_get_column (self->plan, i)->trials;
      g_autofree char *folded = trials != NULL ? lasna_fold (lasna_row_get_cell (row, i)) : NULL;

      if (trials == NULL || !lasna_fold_is_listed (folded, trials))
        continue;
      *column = (int) i;
      return TRUE;
    }
  return FALSE;
}

/* Reads a row into the draft. Returns why it is left out, or NULL. */
static const char *
read_row (LasnaDraftReader *self, const LasnaRow *row, int *column)
{
  const LasnaImportPlan *plan = self->plan;
  const char *reason = find_trouble (self, row, column);

  if (reason == NULL && is_trial (self, row, column))
    {
      self->plan->trials++;
      reason = plan->takes_trials ? NULL : reason_trial;
    }
  if (reason == NULL)
    reason = read_date (self, row, column);
  if (reason != NULL)
    return reason;
  if (plan->is_long)
    {
      *column = lasna_import_plan_find_column (plan, LASNA_FIELD_QUESTION);
      if (lasna_cell_is_missing (lasna_row_get_cell (row, *column)))
        return reason_question;
    }

  g_string_truncate (self->trimmed, 0);
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const LasnaColumn *described = lasna_import_plan_get_column (plan, i);
      const char *cell = lasna_row_get_cell (row, i);

      if (described->property != NULL && described->field == LASNA_FIELD_NONE &&
          !lasna_cell_is_missing (cell))
        read_property (self, described->property, trim (self, row, cell));
      if (described->field == LASNA_FIELD_NONE || described->field == LASNA_FIELD_DATE ||
          lasna_cell_is_missing (cell))
        continue;
      *column = i;
      reason = read_cell (self, row, i, trim (self, row, cell));
      if (reason != NULL)
        return reason;
    }
  *column = -1;
  self->draft.received_at = self->received_at;
  self->draft.zone = self->zone;
  return NULL;
}

/* Whether a row of a long file answers a question that a person left out. */
static gboolean
is_left_out (LasnaDraftReader *self, const LasnaRow *row)
{
  int column;
  LasnaAnswer *answer;

  if (!self->plan->is_long)
    return FALSE;
  column = lasna_import_plan_find_column (self->plan, LASNA_FIELD_VALUE);
  answer = lasna_import_plan_find_answer (self->plan, row, column);
  return answer != NULL && answer->field == LASNA_FIELD_NONE;
}

/* Whether the draft is a voice, new or continued, that is not there already. */
static gboolean
place_voice (LasnaDraftReader *self, const LasnaRow *row)
{
  LasnaDraft *draft = &self->draft;
  gboolean is_new = TRUE;
  guint32 *number = NULL;

  self->is_numbered = FALSE;
  draft->fingerprint = make_fingerprint (self, row);
  if (self->live != NULL && lasna_fingerprints_contains (self->live, draft->fingerprint))
    return FALSE;
  if (!self->is_numbered || self->plan->is_long)
    number = lasna_fingerprints_add (self->seen, draft->fingerprint, &is_new);
  if (!is_new && !self->plan->is_long)
    return FALSE;
  draft->voice = is_new ? self->plan->voices++ : *number - 1;
  if (number != NULL)
    *number = (guint32) draft->voice + 1;
  draft->is_continued = !is_new;
  return TRUE;
}

/**
 * lasna_draft_reader_next:
 * @draft: (out) (transfer none): what the next row says; NULL at the end
 *
 * Rows that are left out are noted in the plan and passed over.
 *
 * Returns: FALSE where the file could not be read
 */
gboolean
lasna_draft_reader_next (LasnaDraftReader *self,
                         const LasnaDraft **draft,
                         GCancellable *cancellable,
                         GError **error)
{
  LasnaImportPlan *plan = self->plan;
  const LasnaRow *row;

  *draft = NULL;
  while (lasna_row_source_next (self->reader, &row, cancellable, error))
    {
      const char *reason;
      int column;

      if (row == NULL)
        return TRUE;
      if (row->number <= plan->header_rows || lasna_row_is_blank (row) || is_left_out (self, row))
        continue;
      clear_draft (self);
      reason = read_row (self, row, &column);
      if (reason == NULL && !place_voice (self, row))
        {
          reason = reason_twice;
          plan->duplicates++;
        }
      if (reason != NULL)
        {
          lasna_import_plan_skip (plan, row->number, column, reason);
          continue;
        }
      plan->rows++;
      *draft = &self->draft;
      return TRUE;
    }
  return FALSE;
}

/**
 * lasna_draft_reader_get_position:
 *
 * Returns: how many bytes of the file were read
 */
guint64
lasna_draft_reader_get_position (LasnaDraftReader *self)
{
  return lasna_row_source_get_position (self->reader);
}

/**
 * lasna_draft_reader_get_unknown_terms:
 *
 * Returns: (transfer none) (element-type utf8 guint64): moments and sources that are none of the
 *   known ones, and how many rows had each
 */
GHashTable *
lasna_draft_reader_get_unknown_terms (LasnaDraftReader *self)
{
  return self->unknown_terms;
}

/**
 * lasna_import_plan_count:
 *
 * Reads the file as an import would, and writes nothing.
 *
 * Returns: whether it could be read; then the plan knows its rows, its voices and what is left out
 */
gboolean
lasna_import_plan_count (LasnaImportPlan *plan,
                         LasnaFingerprints *live,
                         const char *today,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (LasnaDraftReader) reader =
      lasna_draft_reader_new (plan, live, today, cancellable, error);
  const LasnaDraft *draft;

  if (reader == NULL)
    return FALSE;
  while (lasna_draft_reader_next (reader, &draft, cancellable, error))
    if (draft == NULL)
      return TRUE;
  return FALSE;
}
