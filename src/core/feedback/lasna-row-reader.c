/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three scans in the order of ids, joined by merging.
 */
#include "config.h"

#include "lasna-row-reader.h"

#include "lasna-meanings.h"

#include <string.h>

/* Words of this many letters can be quoted on a page. */
#define QUOTABLE_MIN 12
#define QUOTABLE_MAX 280

/* What the view "voice" gives, without asking for the batch of each row. */
#define VOICES                                                                                     \
  "SELECT id, received_at, stage, touchpoint, channel, segment, chain_link, moment, source, "      \
  "language, task, opinion, follow_up, no_feeling, excluded, length (verbatim) "                   \
  "FROM feedback WHERE id BETWEEN ?1 AND ?2 AND (batch IS NULL OR batch IN "                       \
  "(SELECT id FROM batch WHERE state = 'batch.complete' AND undone = 0)) ORDER BY id"
#define ANSWERS                                                                                    \
  "SELECT feedback, question, raw FROM feedback_score "                                            \
  "WHERE feedback BETWEEN ?1 AND ?2 ORDER BY feedback, question"
#define FEELINGS                                                                                   \
  "SELECT feedback, emotion, intensity FROM feedback_emotion "                                     \
  "WHERE feedback BETWEEN ?1 AND ?2 ORDER BY feedback, emotion"

enum
{
  COLUMN_ID = 1,
  COLUMN_RECEIVED,
  COLUMN_FIRST, /* from stage to follow-up, as dimensions stand */
  COLUMN_NO_FEELING = COLUMN_FIRST + LASNA_RAW_ANSWERS,
  COLUMN_EXCLUDED,
  COLUMN_LENGTH,
};

/* Answers or feelings, of which the next one waits. */
typedef struct
{
  LasnaStatement *statement;
  LasnaStep step;
} Details;

struct _LasnaRowReader
{
  LasnaDictionary **dictionaries; /* borrowed */
  LasnaStatement *voices;
  Details answers;
  Details feelings;
  GByteArray *key;
  int date; /* the last day that was read, and its Julian day */
  gint32 day;
};

static LasnaRowReader *
reader_new (LasnaStore *store, LasnaDictionary **dictionaries, GError **error)
{
  g_autoptr (LasnaRowReader) self = g_new0 (LasnaRowReader, 1);

  self->dictionaries = dictionaries;
  self->key = g_byte_array_new ();
  if ((self->voices = lasna_store_prepare (store, VOICES, error)) == NULL ||
      (self->answers.statement = lasna_store_prepare (store, ANSWERS, error)) == NULL ||
      (self->feelings.statement = lasna_store_prepare (store, FEELINGS, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

static void
bind (LasnaRowReader *self, gint64 first, gint64 last)
{
  LasnaStatement *const statements[] = { self->voices,
                                         self->answers.statement,
                                         self->feelings.statement };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      lasna_statement_reset (statements[i]);
      lasna_statement_bind_integer (statements[i], 1, first);
      lasna_statement_bind_integer (statements[i], 2, last);
    }
}

static gboolean
begin_details (LasnaRowReader *self, GError **error)
{
  self->answers.step = lasna_statement_step (self->answers.statement, error);
  if (self->answers.step == LASNA_STEP_ERROR)
    return FALSE;
  self->feelings.step = lasna_statement_step (self->feelings.statement, error);
  return self->feelings.step != LASNA_STEP_ERROR;
}

/**
 * lasna_row_reader_new_range:
 * @dictionaries: one for each raw column, which grow
 * @first: the lowest id, and @last the highest
 *
 * Returns: (transfer full) (nullable): a reader of the voices that count, in the order of ids
 */
LasnaRowReader *
lasna_row_reader_new_range (
    LasnaStore *store, LasnaDictionary **dictionaries, gint64 first, gint64 last, GError **error)
{
  g_autoptr (LasnaRowReader) self = reader_new (store, dictionaries, error);

  if (self == NULL)
    return NULL;
  bind (self, first, last);
  return begin_details (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * lasna_row_reader_new_single:
 *
 * Returns: (transfer full) (nullable): a reader of voices that lasna_row_reader_find() names
 */
LasnaRowReader *
lasna_row_reader_new_single (LasnaStore *store, LasnaDictionary **dictionaries, GError **error)
{
  return reader_new (store, dictionaries, error);
}

void
lasna_row_reader_free (LasnaRowReader *self)
{
  LasnaStatement *const statements[] = { self->voices,
                                         self->answers.statement,
                                         self->feelings.statement };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (statements[i] != NULL)
      lasna_statement_reset (statements[i]);
  g_byte_array_unref (self->key);
  g_free (self);
}

/**
 * lasna_row_reader_find:
 *
 * Makes the next row that of @id, if it counts.
 */
gboolean
lasna_row_reader_find (LasnaRowReader *self, gint64 id, GError **error)
{
  bind (self, id, id);
  return begin_details (self, error);
}

static gint32
read_day (LasnaRowReader *self, const char *text)
{
  int year;
  int month;
  int day;
  GDate date;

  if (text == NULL || strnlen (text, 10) < 10 || text[4] != '-' || text[7] != '-')
    return 1;
  year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  month = (text[5] - '0') * 10 + (text[6] - '0');
  day = (text[8] - '0') * 10 + (text[9] - '0');
  if (year * 10000 + month * 100 + day == self->date)
    return self->day;
  if (year < 1 || year > 9999 || !g_date_valid_dmy (day, month, year))
    return 1;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  self->date = year * 10000 + month * 100 + day;
  self->day = (gint32) g_date_get_julian (&date);
  return self->day;
}

static guint32
take (LasnaRowReader *self, guint column, gconstpointer key, gsize length)
{
  return lasna_dictionary_take (self->dictionaries[column], key, length);
}

static guint32
take_id (LasnaRowReader *self, guint column, gint64 id)
{
  return id != 0 ? take (self, column, &id, sizeof id) : 0;
}

static void
take_places (LasnaRowReader *self, LasnaRow *row)
{
  gint64 touchpoint =
      lasna_statement_get_integer (self->voices, COLUMN_FIRST + LASNA_DIMENSION_TOUCHPOINT);

  for (guint i = 0; i <= LASNA_DIMENSION_LINK; i++)
    row->codes[i] =
        take_id (self, i, lasna_statement_get_integer (self->voices, COLUMN_FIRST + (int) i));
  if (row->codes[LASNA_DIMENSION_STAGE] == 0 && touchpoint != 0)
    {
      guint8 key[sizeof touchpoint + 1] = { 0 };

      memcpy (key, &touchpoint, sizeof touchpoint);
      row->codes[LASNA_DIMENSION_STAGE] = take (self, LASNA_DIMENSION_STAGE, key, sizeof key);
    }
}

static void
take_terms (LasnaRowReader *self, LasnaRow *row)
{
  for (guint i = LASNA_DIMENSION_MOMENT; i <= LASNA_DIMENSION_FOLLOW_UP; i++)
    {
      const char *term = lasna_statement_get_text (self->voices, COLUMN_FIRST + (int) i);

      row->codes[i] = term != NULL ? take (self, i, term, strlen (term)) : 0;
    }
}

/* Moves to the first detail of the voice, past those of voices that do not count. */
static gboolean
reach (Details *details, gint64 id, GError **error)
{
  while (details->step == LASNA_STEP_ROW &&
         lasna_statement_get_integer (details->statement, 1) < id)
    details->step = lasna_statement_step (details->statement, error);
  return details->step == LASNA_STEP_ROW &&
         lasna_statement_get_integer (details->statement, 1) == id;
}

static gboolean
take_answers (LasnaRowReader *self, LasnaRow *row, GError **error)
{
  Details *details = &self->answers;

  g_byte_array_set_size (self->key, 0);
  while (reach (details, row->id, error))
    {
      const LasnaRawAnswer answer = { lasna_statement_get_integer (details->statement, 2),
                                      lasna_statement_get_number (details->statement, 3) };

      g_byte_array_append (self->key, (const guint8 *) &answer, sizeof answer);
      details->step = lasna_statement_step (details->statement, error);
    }
  row->codes[LASNA_RAW_ANSWERS] =
      self->key->len > 0 ? take (self, LASNA_RAW_ANSWERS, self->key->data, self->key->len) : 0;
  return details->step != LASNA_STEP_ERROR;
}

static gboolean
take_feelings (LasnaRowReader *self, LasnaRow *row, GError **error)
{
  Details *details = &self->feelings;
  guint8 none = lasna_statement_get_integer (self->voices, COLUMN_NO_FEELING) != 0;

  g_byte_array_set_size (self->key, 0);
  g_byte_array_append (self->key, &none, sizeof none);
  while (reach (details, row->id, error))
    {
      const LasnaRawFeeling feeling = { lasna_statement_get_integer (details->statement, 2),
                                        lasna_statement_get_integer (details->statement, 3) };

      g_byte_array_append (self->key, (const guint8 *) &feeling, sizeof feeling);
      details->step = lasna_statement_step (details->statement, error);
    }
  row->codes[LASNA_RAW_FEELINGS] =
      none || self->key->len > 1 ? take (self, LASNA_RAW_FEELINGS, self->key->data, self->key->len)
                                 : 0;
  return details->step != LASNA_STEP_ERROR;
}

static guint32
read_flags (LasnaRowReader *self)
{
  gint64 length = lasna_statement_get_integer (self->voices, COLUMN_LENGTH);

  return (lasna_statement_get_integer (self->voices, COLUMN_EXCLUDED) ? LASNA_ROW_EXCLUDED : 0) |
         (length > 0 ? LASNA_ROW_HAS_WORDS : 0) |
         (length >= QUOTABLE_MIN && length <= QUOTABLE_MAX ? LASNA_ROW_IS_QUOTABLE : 0);
}

/**
 * lasna_row_reader_read:
 * @row: (out): the next voice
 *
 * Returns: whether there was one
 */
LasnaStep
lasna_row_reader_read (LasnaRowReader *self, LasnaRow *row, GError **error)
{
  LasnaStep step = lasna_statement_step (self->voices, error);

  if (step != LASNA_STEP_ROW)
    return step;
  row->id = lasna_statement_get_integer (self->voices, COLUMN_ID);
  row->day = read_day (self, lasna_statement_get_text (self->voices, COLUMN_RECEIVED));
  row->codes[LASNA_RAW_DAY] = take (self, LASNA_RAW_DAY, &row->day, sizeof row->day);
  row->codes[LASNA_RAW_FLAGS] = read_flags (self);
  take_places (self, row);
  take_terms (self, row);
  return take_answers (self, row, error) && take_feelings (self, row, error) ? LASNA_STEP_ROW
                                                                             : LASNA_STEP_ERROR;
}
