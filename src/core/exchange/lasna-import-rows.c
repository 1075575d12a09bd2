/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are plain structs; a table says where in them its columns stand, and SQLite reads them there
 * through a virtual table, without a statement to bind and step for each.
 */
#include "config.h"

#include "lasna-import-rows.h"

#include "lasna-error.h"
#include "lasna-statement.h"
#include "lasna-term.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>
#include <string.h>

/* Few enough to be written in about two milliseconds, so that whoever waits does not wait long, and
 * not more text than that even of rows that are as long as can be.
 */
#define ROWS_MAX 256
#define TEXT_MAX (256 * 1024)
#define TEXT_BLOCK 32768

/* Texts are NULL where there is nothing to say, ids 0, tasks -1. */
typedef struct
{
  gint64 id;
  const char *received_at;
  const char *zone;
  const char *moment; /* borrowed, as is the next */
  const char *source;
  gint64 batch;
  gint64 places[LASNA_N_PLACES];
  int task;
  int no_feeling;
  const char *comment;
  const char *language;
  const char *response;
  gint64 fingerprint;
} Voice;

typedef struct
{
  gint64 voice;
  gint64 question;
  double raw;
} Score;

typedef struct
{
  gint64 voice;
  gint64 emotion;
  int intensity;
  const char *state; /* borrowed */
} Feeling;

struct _LasnaImportRows
{
  GArray *voices;
  GArray *scores;
  GArray *feelings;
  GArray *extensions;
  GArray *properties;
  GStringChunk *texts;
  gsize n_text;
  guint n_rows;
};

LasnaImportRows *
lasna_import_rows_new (void)
{
  LasnaImportRows *self = g_new0 (LasnaImportRows, 1);

  self->voices = g_array_new (FALSE, FALSE, sizeof (Voice));
  self->scores = g_array_new (FALSE, FALSE, sizeof (Score));
  self->feelings = g_array_new (FALSE, FALSE, sizeof (Feeling));
  self->extensions = g_array_new (FALSE, FALSE, sizeof (LasnaImportExtension));
  self->properties = g_array_new (FALSE, FALSE, sizeof (LasnaImportProperty));
  self->texts = g_string_chunk_new (TEXT_BLOCK);
  return self;
}

void
lasna_import_rows_free (LasnaImportRows *self)
{
  g_array_unref (self->voices);
  g_array_unref (self->scores);
  g_array_unref (self->feelings);
  g_array_unref (self->extensions);
  g_array_unref (self->properties);
  g_string_chunk_free (self->texts);
  g_free (self);
}

void
lasna_import_rows_clear (LasnaImportRows *self)
{
  g_array_set_size (self->voices, 0);
  g_array_set_size (self->scores, 0);
  g_array_set_size (self->feelings, 0);
  g_array_set_size (self->extensions, 0);
  g_array_set_size (self->properties, 0);
  g_string_chunk_clear (self->texts);
  self->n_text = 0;
  self->n_rows = 0;
}

static const char *
keep (LasnaImportRows *self, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 0)
    return NULL;
  self->n_text += length;
  return g_string_chunk_insert_len (self->texts, text, (gssize) length);
}

static gboolean
take_places (const LasnaDraft *draft, LasnaImportLabels *labels, gint64 *places, GError **error)
{
  for (guint i = 0; i < LASNA_N_PLACES; i++)
    {
      LasnaImportLabel *label;

      places[i] = 0;
      if (*draft->places[i] == '\0')
        continue;
      label = lasna_import_labels_take (labels, i, draft->places[i], error);
      if (label == NULL)
        return FALSE;
      places[i] = label->id;
      if (i == LASNA_PLACE_TOUCHPOINT && label->stage == NULL &&
          *draft->places[LASNA_PLACE_STAGE] != '\0')
        label->stage = g_strdup (draft->places[LASNA_PLACE_STAGE]);
    }
  return TRUE;
}

static void
add_voice (
    LasnaImportRows *self, const LasnaDraft *draft, gint64 id, gint64 batch, const gint64 *places)
{
  Voice voice = {
    .id = id,
    .received_at = keep (self, draft->received_at),
    .zone = keep (self, draft->zone),
    .moment = draft->moment,
    .source = draft->source,
    .batch = batch,
    .task = draft->task,
    .no_feeling = draft->no_feeling,
    .comment = keep (self, draft->comment),
    .language = keep (self, draft->language),
    .response = keep (self, draft->id),
    .fingerprint = (gint64) draft->fingerprint,
  };

  memcpy (voice.places, places, sizeof voice.places);
  g_array_append_val (self->voices, voice);
}

static void
add_extension (LasnaImportRows *self, const LasnaDraft *draft, gint64 id, const gint64 *places)
{
  LasnaImportExtension extension = {
    .voice = id,
    .comment = keep (self, draft->comment),
    .task = draft->task,
    .no_feeling = draft->no_feeling,
    .has_feelings = draft->feelings != NULL && draft->feelings->len > 0,
  };

  memcpy (extension.places, places, sizeof extension.places);
  g_array_append_val (self->extensions, extension);
}

static void
add_properties (LasnaImportRows *self, const LasnaDraft *draft, gint64 id)
{
  for (guint i = 0; i < draft->properties->len; i++)
    {
      const LasnaDraftProperty *one = &g_array_index (draft->properties, LasnaDraftProperty, i);
      LasnaImportProperty property = { id, one->property, keep (self, one->value) };

      g_array_append_val (self->properties, property);
    }
}

static void
add_scores (LasnaImportRows *self, const LasnaDraft *draft, gint64 id, const gint64 *questions)
{
  for (guint i = 0; i < draft->scores->len; i++)
    {
      const LasnaDraftScore *one = &g_array_index (draft->scores, LasnaDraftScore, i);
      Score score = { id, questions[one->answer], one->raw };

      g_array_append_val (self->scores, score);
    }
}

static gboolean
add_feelings (LasnaImportRows *self,
              const LasnaDraft *draft,
              gint64 id,
              LasnaImportLabels *labels,
              GError **error)
{
  for (guint i = 0; draft->feelings != NULL && i < draft->feelings->len; i++)
    {
      const LasnaFeelingWord *word = &g_array_index (draft->feelings, LasnaFeelingWord, i);
      LasnaImportLabel *label =
          lasna_import_labels_take (labels, LASNA_LABEL_EMOTION, word->text, error);
      Feeling feeling = { .voice = id, .intensity = word->intensity };

      if (label == NULL)
        return FALSE;
      if (label->is_new && label->record == 0 && label->code == NULL)
        label->code = word->code;
      feeling.emotion = label->id;
      feeling.state = word->is_suggested ? "suggestion.suggested" : "suggestion.confirmed";
      g_array_append_val (self->feelings, feeling);
    }
  return TRUE;
}

/**
 * lasna_import_rows_add:
 *
 * Returns: whether the draft has its place among the rows
 */
gboolean
lasna_import_rows_add (LasnaImportRows *self,
                       const LasnaDraft *draft,
                       const LasnaImportIds *ids,
                       GError **error)
{
  gint64 id = ids->batch + 1 + (gint64) draft->voice;
  gint64 places[LASNA_N_PLACES];

  if (draft->voice >= LASNA_BATCH_VOICES)
    {
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_PARSE,
                           _ ("The file holds more than 16 million voices. Nothing was imported; "
                              "import it in parts."));
      return FALSE;
    }
  if (!take_places (draft, ids->labels, places, error))
    return FALSE;
  if (draft->is_continued)
    add_extension (self, draft, id, places);
  else
    add_voice (self, draft, id, ids->batch, places);
  add_properties (self, draft, id);
  add_scores (self, draft, id, ids->questions);
  self->n_rows++;
  return add_feelings (self, draft, id, ids->labels, error);
}

/* Whether it is time to write them. */
gboolean
lasna_import_rows_is_full (const LasnaImportRows *self)
{
  return self->n_rows >= ROWS_MAX || self->n_text >= TEXT_MAX;
}

gboolean
lasna_import_rows_is_empty (const LasnaImportRows *self)
{
  return self->n_rows == 0;
}

/**
 * lasna_import_rows_get_extensions:
 *
 * Returns: (transfer none) (array length=n): in the order of the file
 */
const LasnaImportExtension *
lasna_import_rows_get_extensions (const LasnaImportRows *self, guint *n)
{
  *n = self->extensions->len;
  return (gpointer) self->extensions->data;
}

const LasnaImportProperty *
lasna_import_rows_get_properties (const LasnaImportRows *self, guint *n)
{
  *n = self->properties->len;
  return (gpointer) self->properties->data;
}

typedef enum
{
  INTEGER,
  ID,    /* 0 is NULL */
  TASK,  /* as is a number below it */
  SMALL, /* an int */
  NUMBER,
  TEXT,
} ColumnType;

typedef struct
{
  const char *name;
  ColumnType type;
  gsize offset;
} Column;

#define COLUMN(type, struct, member)                                                               \
  {                                                                                                \
#member, type, offsetof(struct, member)                                                        \
  }
#define PLACE(name, place)                                                                         \
  {                                                                                                \
    name, ID, offsetof (Voice, places) + (place) * sizeof (gint64)                                 \
  }

static const Column voice_columns[] = {
  COLUMN (INTEGER, Voice, id),
  COLUMN (TEXT, Voice, received_at),
  COLUMN (TEXT, Voice, zone),
  COLUMN (TEXT, Voice, moment),
  COLUMN (TEXT, Voice, source),
  COLUMN (INTEGER, Voice, batch),
  PLACE ("stage", LASNA_PLACE_STAGE),
  PLACE ("touchpoint", LASNA_PLACE_TOUCHPOINT),
  PLACE ("channel", LASNA_PLACE_CHANNEL),
  PLACE ("segment", LASNA_PLACE_SEGMENT),
  COLUMN (TASK, Voice, task),
  COLUMN (SMALL, Voice, no_feeling),
  COLUMN (TEXT, Voice, comment),
  COLUMN (TEXT, Voice, language),
  COLUMN (TEXT, Voice, response),
  COLUMN (INTEGER, Voice, fingerprint),
};

static const Column score_columns[] = {
  COLUMN (INTEGER, Score, voice),
  COLUMN (INTEGER, Score, question),
  COLUMN (NUMBER, Score, raw),
};

static const Column feeling_columns[] = {
  COLUMN (INTEGER, Feeling, voice),
  COLUMN (INTEGER, Feeling, emotion),
  COLUMN (SMALL, Feeling, intensity),
  COLUMN (TEXT, Feeling, state),
};

/* A table that SQL can read. */
typedef struct
{
  const char *name;
  const Column *columns;
  guint n_columns;
  gsize size;     /* of a row */
  gsize elements; /* where the array of them stands in LasnaImportRows */
} Table;

static const Table tables[] = {
  { "read_voice",
    voice_columns,
    G_N_ELEMENTS (voice_columns),
    sizeof (Voice),
    offsetof (LasnaImportRows, voices) },
  { "read_score",
    score_columns,
    G_N_ELEMENTS (score_columns),
    sizeof (Score),
    offsetof (LasnaImportRows, scores) },
  { "read_feeling",
    feeling_columns,
    G_N_ELEMENTS (feeling_columns),
    sizeof (Feeling),
    offsetof (LasnaImportRows, feelings) },
};

/* A table of one connection. */
typedef struct
{
  const Table *table;
  const LasnaImportRows *const *rows;
} Attached;

typedef struct
{
  sqlite3_vtab base;
  const Attached *attached;
} Virtual;

typedef struct
{
  sqlite3_vtab_cursor base;
  const Table *table;
  const char *at;
  const char *end;
  gint64 number;
} Cursor;

static int
connect_cb (sqlite3 *connection,
            void *data,
            int n_arguments G_GNUC_UNUSED,
            const char *const *arguments G_GNUC_UNUSED,
            sqlite3_vtab **made,
            char **message G_GNUC_UNUSED)
{
  const Attached *attached = data;
  g_autoptr (GString) sql = g_string_new ("CREATE TABLE read (");
  Virtual *self;

  for (guint i = 0; i < attached->table->n_columns; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", attached->table->columns[i].name);
  g_string_append_c (sql, ')');
  self = g_new0 (Virtual, 1);
  self->attached = attached;
  *made = &self->base;
  return sqlite3_declare_vtab (connection, sql->str);
}

static int
disconnect_cb (sqlite3_vtab *self)
{
  g_free (self);
  return SQLITE_OK;
}

static int
choose_cb (sqlite3_vtab *self G_GNUC_UNUSED, sqlite3_index_info *info)
{
  info->estimatedRows = ROWS_MAX;
  return SQLITE_OK;
}

static int
open_cb (sqlite3_vtab *table, sqlite3_vtab_cursor **made)
{
  Cursor *self = g_new0 (Cursor, 1);

  self->table = ((Virtual *) table)->attached->table;
  *made = &self->base;
  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *self)
{
  g_free (self);
  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *cursor,
           int index G_GNUC_UNUSED,
           const char *name G_GNUC_UNUSED,
           int n_arguments G_GNUC_UNUSED,
           sqlite3_value **arguments G_GNUC_UNUSED)
{
  Cursor *self = (Cursor *) cursor;
  const char *rows = (const char *) *((Virtual *) cursor->pVtab)->attached->rows;
  const GArray *elements = *(GArray *const *) (gconstpointer) (rows + self->table->elements);

  self->at = elements->data;
  self->end = elements->data + elements->len * self->table->size;
  self->number = 1;
  return SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *cursor)
{
  Cursor *self = (Cursor *) cursor;

  self->at += self->table->size;
  self->number++;
  return SQLITE_OK;
}

static int
eof_cb (sqlite3_vtab_cursor *cursor)
{
  Cursor *self = (Cursor *) cursor;

  return self->at == self->end;
}

static int
column_cb (sqlite3_vtab_cursor *cursor, sqlite3_context *result, int number)
{
  Cursor *self = (Cursor *) cursor;
  const Column *column = &self->table->columns[number];
  gconstpointer at = self->at + column->offset;

  switch (column->type)
    {
    case TEXT:
      if (*(const char *const *) at != NULL)
        sqlite3_result_text (result, *(const char *const *) at, -1, SQLITE_STATIC);
      break;
    case ID:
      if (*(const gint64 *) at != 0)
        sqlite3_result_int64 (result, *(const gint64 *) at);
      break;
    case TASK:
      if (*(const int *) at >= 0)
        sqlite3_result_int (result, *(const int *) at);
      break;
    case SMALL:
      sqlite3_result_int (result, *(const int *) at);
      break;
    case NUMBER:
      sqlite3_result_double (result, *(const double *) at);
      break;
    case INTEGER:
    default:
      sqlite3_result_int64 (result, *(const gint64 *) at);
      break;
    }
  return SQLITE_OK;
}

static int
rowid_cb (sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
  *id = ((Cursor *) cursor)->number;
  return SQLITE_OK;
}

/**
 * lasna_import_rows_attach:
 * @rows: points to what the tables show whenever they are read
 *
 * Returns: whether @connection has the tables read_voice, read_score and read_feeling now
 */
gboolean
lasna_import_rows_attach (sqlite3 *connection, const LasnaImportRows *const *rows, GError **error)
{
  static const sqlite3_module module = {
    .iVersion = 1,
    .xConnect = connect_cb,
    .xBestIndex = choose_cb,
    .xDisconnect = disconnect_cb,
    .xOpen = open_cb,
    .xClose = close_cb,
    .xFilter = filter_cb,
    .xNext = next_cb,
    .xEof = eof_cb,
    .xColumn = column_cb,
    .xRowid = rowid_cb,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      Attached *attached = g_new0 (Attached, 1);
      int code;

      attached->table = &tables[i];
      attached->rows = rows;
      code = sqlite3_create_module_v2 (connection, tables[i].name, &module, attached, g_free);
      if (code != SQLITE_OK)
        {
          lasna_statement_set_error (error, connection, code);
          return FALSE;
        }
    }
  return TRUE;
}
