/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pieces of about ten milliseconds, so that a person's edit never waits long. Each piece says in
 * the batch that the import is alive; an import that finds its batch gone gives up.
 */
#define G_LOG_DOMAIN "lasna-exchange"

#include "config.h"

#include "lasna-import-writer.h"

#include "lasna-error.h"
#include "lasna-term.h"
#include "lasna-word-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROWS_BETWEEN_LOOKS 64
#define SECONDS_BETWEEN_SIGNS 1

/* What is done for each voice, prepared once. */
enum
{
  INSERT_VOICE,
  READ_COMMENT,
  EXTEND_VOICE,
  INSERT_SCORE,
  INSERT_FEELING,
  N_STATEMENTS
};

struct _LasnaImportWriter
{
  LasnaStore *side;
  LasnaStatement *statements[N_STATEMENTS]; /* the store's own */
  gint64 batch;
  gboolean is_open; /* a transaction is under way */
  gint64 last_sign; /* of life, in seconds since 1970 */
  guint64 n_rows;
};

/* When imported voices were made is known of their batch; a million copies would be 50 MB. */
static const char *const statements[] = {
  [INSERT_VOICE] = "INSERT INTO feedback (id, received_at, zone, moment, source, batch, "
                   "stage, touchpoint, channel, segment, task, no_feeling, verbatim, language, "
                   "source_response_id, fingerprint) "
                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
  [READ_COMMENT] = "SELECT verbatim FROM feedback WHERE id = ?1",
  [EXTEND_VOICE] =
      "UPDATE feedback SET task = coalesce (task, ?2), no_feeling = CASE WHEN ?9 OR EXISTS "
      "(SELECT 1 FROM feedback_emotion WHERE feedback = ?1) THEN 0 ELSE max (no_feeling, ?3) END, "
      "verbatim = CASE WHEN ?4 IS NULL THEN verbatim WHEN verbatim IS NULL THEN ?4 "
      "ELSE verbatim || char (10, 10) || ?4 END, "
      "stage = coalesce (stage, ?5), touchpoint = coalesce (touchpoint, ?6), "
      "channel = coalesce (channel, ?7), segment = coalesce (segment, ?8) WHERE id = ?1",
  [INSERT_SCORE] =
      "INSERT OR IGNORE INTO feedback_score (feedback, question, raw) VALUES (?1, ?2, ?3)",
  [INSERT_FEELING] =
      ("INSERT OR IGNORE INTO feedback_emotion (feedback, emotion, intensity, state) "
       "VALUES (?1, ?2, ?3, ?4)"),
};

static gboolean
run (LasnaStore *store, const char *sql, gint64 first, gint64 second, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (store, sql, error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, first);
  lasna_statement_bind_integer (statement, 2, second);
  return lasna_statement_run (statement, error);
}

static gint64
now_seconds (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The batch is not in the file any more: it was taken for dead. */
void
lasna_import_writer_set_gone (GError **error)
{
  g_set_error_literal (
      error,
      LASNA_ERROR,
      LASNA_ERROR_CONFLICT,
      _ ("Somebody else cleared this import away while it stood still. Nothing was "
         "imported; start it again."));
}

/* Real time also counts while a laptop sleeps, so whoever wakes up looks first. */
static gboolean
give_sign (LasnaImportWriter *self, GError **error)
{
  gint64 now = now_seconds ();

  if (ABS (now - self->last_sign) < SECONDS_BETWEEN_SIGNS)
    return TRUE;
  if (!run (self->side,
            "UPDATE batch SET updated_at = ?2 WHERE id = ?1 AND state = 'batch.importing'",
            self->batch,
            now,
            error))
    return FALSE;
  self->last_sign = now;
  if (sqlite3_changes (lasna_store_get_connection (self->side)) == 1)
    return TRUE;
  lasna_import_writer_set_gone (error);
  return FALSE;
}

static gboolean
make_ready (LasnaImportWriter *self, GError **error)
{
  if (!self->is_open)
    {
      if (!lasna_store_begin (self->side, error))
        return FALSE;
      self->is_open = TRUE;
    }
  else if (self->n_rows % ROWS_BETWEEN_LOOKS == 0)
    {
      self->is_open = lasna_store_give_way (self->side, error);
      if (!self->is_open || !give_sign (self, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * lasna_import_writer_new:
 * @side: a connection for bulk work
 * @batch: its id; the voices have those after it
 *
 * Returns: (transfer full) (nullable): a writer, whose batch is in the file, in state importing
 */
LasnaImportWriter *
lasna_import_writer_new (LasnaStore *side,
                         LasnaClock *clock,
                         gint64 batch,
                         const char *name,
                         guint64 source_hash,
                         GError **error)
{
  g_autoptr (LasnaImportWriter) self = g_new0 (LasnaImportWriter, 1);
  g_autofree char *stamp = lasna_clock_dup_stamp (clock);
  g_autofree char *hash = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", source_hash);
  LasnaStatement *statement;

  self->side = g_object_ref (side);
  self->batch = batch;
  statement = lasna_store_prepare (side,
                                   "INSERT INTO batch (id, created_at, updated_at, name, "
                                   "source_hash, state, undone) "
                                   "VALUES (?1, ?2, ?3, ?4, ?5, 'batch.importing', 0)",
                                   error);
  if (statement == NULL)
    return NULL;
  lasna_statement_bind_integer (statement, 1, batch);
  lasna_statement_bind_text (statement, 2, stamp);
  lasna_statement_bind_integer (statement, 3, now_seconds ());
  lasna_statement_bind_text (statement, 4, name);
  lasna_statement_bind_text (statement, 5, hash);
  for (guint i = 0; i < N_STATEMENTS; i++)
    if ((self->statements[i] = lasna_store_prepare (side, statements[i], error)) == NULL)
      return NULL;
  if (!lasna_store_begin (side, error) || !lasna_statement_run (statement, error) ||
      !lasna_store_commit (side, error))
    {
      lasna_store_roll_back (side);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
lasna_import_writer_free (LasnaImportWriter *self)
{
  if (self->is_open)
    lasna_store_roll_back (self->side);
  g_object_unref (self->side);
  g_free (self);
}

/* What is not bound is NULL. */
static void
bind_text (LasnaStatement *statement, int parameter, const char *text)
{
  if (text != NULL && *text != '\0')
    lasna_statement_bind_borrowed (statement, parameter, text, strlen (text));
}

static void
bind_id (LasnaStatement *statement, int parameter, gint64 id)
{
  if (id != 0)
    lasna_statement_bind_integer (statement, parameter, id);
}

static void
bind_task (LasnaStatement *statement, int parameter, int task)
{
  if (task >= 0)
    lasna_statement_bind_integer (statement, parameter, task);
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

static gboolean
write_voice (LasnaImportWriter *self,
             const LasnaDraft *draft,
             gint64 id,
             const gint64 *places,
             GError **error)
{
  LasnaStatement *statement = self->statements[INSERT_VOICE];

  lasna_statement_bind_integer (statement, 1, id);
  bind_text (statement, 2, draft->received_at);
  bind_text (statement, 3, draft->zone);
  bind_text (statement, 4, draft->moment);
  bind_text (statement, 5, draft->source);
  lasna_statement_bind_integer (statement, 6, self->batch);
  for (int i = 0; i < LASNA_N_PLACES; i++)
    bind_id (statement, 7 + i, places[i]);
  bind_task (statement, 11, draft->task);
  lasna_statement_bind_integer (statement, 12, draft->no_feeling);
  bind_text (statement, 13, draft->comment);
  bind_text (statement, 14, draft->language);
  bind_text (statement, 15, draft->id);
  lasna_statement_bind_integer (statement, 16, (gint64) draft->fingerprint);
  return lasna_statement_run (statement, error) &&
         lasna_word_index_add (self->side, id, draft->comment, error);
}

/* Tells the index of words of the comment that the voice has now. */
static gboolean
follow_comment (LasnaImportWriter *self,
                gint64 id,
                gboolean (*tell) (LasnaStore *, gint64, const char *, GError **),
                GError **error)
{
  LasnaStatement *statement = self->statements[READ_COMMENT];
  gboolean told;

  lasna_statement_bind_integer (statement, 1, id);
  told = lasna_statement_step (statement, error) == LASNA_STEP_ROW &&
         tell (self->side, id, lasna_statement_get_text (statement, 1), error);
  lasna_statement_reset (statement);
  return told;
}

/* Few voices have many of these, so each is written by itself. */
static gboolean
write_properties (LasnaImportWriter *self, const LasnaDraft *draft, gint64 id, GError **error)
{
  for (guint i = 0; i < draft->properties->len; i++)
    {
      const LasnaDraftProperty *one = &g_array_index (draft->properties, LasnaDraftProperty, i);
      g_autofree char *column = g_strdelimit (g_strdup (one->property->name), "-", '_');
      g_autofree char *sql = g_strdup_printf ("UPDATE feedback SET %s = ?2 WHERE id = ?1", column);
      LasnaStatement *statement = lasna_store_prepare (self->side, sql, error);

      if (statement == NULL)
        return FALSE;
      lasna_statement_bind_integer (statement, 1, id);
      if (one->property->type == LASNA_PROPERTY_FLAG)
        lasna_statement_bind_integer (statement, 2, 1);
      else
        lasna_statement_bind_text (statement, 2, one->value);
      if (!lasna_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
continue_voice (LasnaImportWriter *self,
                const LasnaDraft *draft,
                gint64 id,
                const gint64 *places,
                GError **error)
{
  LasnaStatement *statement = self->statements[EXTEND_VOICE];
  gboolean has_comment = draft->comment != NULL && *draft->comment != '\0';

  if (has_comment && !follow_comment (self, id, lasna_word_index_remove, error))
    return FALSE;
  lasna_statement_bind_integer (statement, 1, id);
  bind_task (statement, 2, draft->task);
  lasna_statement_bind_integer (statement, 3, draft->no_feeling);
  bind_text (statement, 4, draft->comment);
  for (int i = 0; i < LASNA_N_PLACES; i++)
    bind_id (statement, 5 + i, places[i]);
  lasna_statement_bind_integer (statement, 9, draft->feelings != NULL && draft->feelings->len > 0);
  return lasna_statement_run (statement, error) &&
         (!has_comment || follow_comment (self, id, lasna_word_index_add, error));
}

static gboolean
write_scores (LasnaImportWriter *self,
              const LasnaDraft *draft,
              gint64 id,
              const gint64 *questions,
              GError **error)
{
  for (guint i = 0; i < draft->scores->len; i++)
    {
      const LasnaDraftScore *score = &g_array_index (draft->scores, LasnaDraftScore, i);
      LasnaStatement *statement = self->statements[INSERT_SCORE];

      lasna_statement_bind_integer (statement, 1, id);
      lasna_statement_bind_integer (statement, 2, questions[score->answer]);
      lasna_statement_bind_number (statement, 3, score->raw);
      if (!lasna_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_feelings (LasnaImportWriter *self,
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
      LasnaStatement *statement = self->statements[INSERT_FEELING];

      if (label == NULL)
        return FALSE;
      if (label->is_new && label->record == 0 && label->code == NULL)
        label->code = word->code;
      lasna_statement_bind_integer (statement, 1, id);
      lasna_statement_bind_integer (statement, 2, label->id);
      lasna_statement_bind_integer (statement, 3, word->intensity);
      bind_text (
          statement, 4, word->is_suggested ? "suggestion.suggested" : "suggestion.confirmed");
      if (!lasna_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * lasna_import_writer_add:
 * @questions: the id of the question of each answer of the plan
 *
 * Returns: whether the draft is written, or waits with others for the end of its piece
 */
gboolean
lasna_import_writer_add (LasnaImportWriter *self,
                         const LasnaDraft *draft,
                         const gint64 *questions,
                         LasnaImportLabels *labels,
                         GError **error)
{
  gint64 id = self->batch + 1 + (gint64) draft->voice;
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
  if (!make_ready (self, error))
    return FALSE;
  self->n_rows++;
  return take_places (draft, labels, places, error) &&
         (draft->is_continued ? continue_voice (self, draft, id, places, error)
                              : write_voice (self, draft, id, places, error)) &&
         write_properties (self, draft, id, error) &&
         write_scores (self, draft, id, questions, error) &&
         write_feelings (self, draft, id, labels, error);
}

/**
 * lasna_import_writer_finish:
 *
 * Returns: whether everything is in the file: the batch is complete, but hidden until the change
 *   that shows it
 */
gboolean
lasna_import_writer_finish (LasnaImportWriter *self,
                            guint64 voices,
                            guint64 skipped,
                            GError **error)
{
  LasnaStatement *statement;

  self->last_sign = 0;
  if (!make_ready (self, error) || !give_sign (self, error))
    return FALSE;
  statement = lasna_store_prepare (self->side,
                                   "UPDATE batch SET state = 'batch.complete', undone = 1, "
                                   "voices = ?2, skipped = ?3 "
                                   "WHERE id = ?1",
                                   error);
  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, self->batch);
  lasna_statement_bind_integer (statement, 2, (gint64) voices);
  lasna_statement_bind_integer (statement, 3, (gint64) skipped);
  if (!lasna_statement_run (statement, error))
    return FALSE;
  if (!lasna_word_index_merge (self->side, error))
    return FALSE;
  self->is_open = FALSE;
  return lasna_store_commit (self->side, error);
}

static int
delete_some (LasnaStore *side, gint64 batch, GError **error)
{
  static const char *const deletions[] = {
    "DELETE FROM feedback_score WHERE feedback IN "
    "(SELECT id FROM feedback WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT 500)",
    "DELETE FROM feedback_emotion WHERE feedback IN "
    "(SELECT id FROM feedback WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT 500)",
    "DELETE FROM feedback WHERE id IN "
    "(SELECT id FROM feedback WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT 500)",
  };

  g_autofree char *rows =
      g_strdup_printf ("SELECT id FROM feedback WHERE id BETWEEN %" G_GINT64_FORMAT
                       " AND %" G_GINT64_FORMAT " ORDER BY id LIMIT 500",
                       batch + 1,
                       batch + LASNA_BATCH_VOICES);

  if (!lasna_word_index_forget (lasna_store_get_connection (side), rows, error))
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (deletions); i++)
    if (!run (side, deletions[i], batch + 1, batch + LASNA_BATCH_VOICES, error))
      return -1;
  return sqlite3_changes (lasna_store_get_connection (side));
}

/**
 * lasna_import_writer_remove:
 *
 * Returns: whether no row of the batch is left, nor the batch itself
 */
gboolean
lasna_import_writer_remove (LasnaStore *side, gint64 batch, GError **error)
{
  int deleted;

  if (!lasna_store_begin (side, error))
    return FALSE;
  do
    deleted = delete_some (side, batch, error);
  while (deleted > 0 && lasna_store_give_way (side, error));
  if (deleted == 0 &&
      run (side, "DELETE FROM batch WHERE id BETWEEN ?1 AND ?2", batch, batch, error) &&
      lasna_store_commit (side, error))
    return TRUE;
  lasna_store_roll_back (side);
  return FALSE;
}
