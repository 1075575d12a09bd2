/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pieces of a few milliseconds, so that a person's edit never waits long. Each piece says in
 * the batch that the import is alive; an import that finds its batch gone gives up.
 */
#define G_LOG_DOMAIN "lasna-exchange"

#include "config.h"

#include "lasna-import-writer.h"

#include "lasna-error.h"
#include "lasna-word-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECONDS_BETWEEN_SIGNS 1

/* Each load of rows leaves a piece of the index of words. From five hundred on, the index would
 * join them by itself, all at once, while everybody waits.
 */
#define PIECES_BETWEEN_MERGES 250

struct _LasnaImportWriter
{
  LasnaStore *side;
  const LasnaImportRows *rows; /* those that are being written */
  gint64 batch;
  gboolean is_open; /* a transaction is under way */
  gint64 last_sign; /* of life, in seconds since 1970 */
  guint n_pieces;   /* that the index of words has got since it was last merged */
};

/* When imported voices were made is known of their batch; a million copies would be 50 MB. */
static const char *const insertions[] = {
  "INSERT INTO feedback (id, received_at, zone, moment, source, batch, stage, touchpoint, channel, "
  "segment, task, no_feeling, verbatim, language, source_response_id, fingerprint) "
  "SELECT id, received_at, zone, moment, source, batch, stage, touchpoint, channel, "
  "segment, task, no_feeling, comment, language, response, fingerprint FROM read_voice",
  "INSERT OR IGNORE INTO feedback_score (feedback, question, raw) "
  "SELECT voice, question, raw FROM read_score",
  "INSERT OR IGNORE INTO feedback_emotion (feedback, emotion, intensity, state) "
  "SELECT voice, emotion, intensity, state FROM read_feeling",
  "INSERT INTO feedback_text (rowid, verbatim) "
  "SELECT id, comment FROM read_voice WHERE comment IS NOT NULL",
};

static const char read_comment[] = "SELECT verbatim FROM feedback WHERE id = ?1";
static const char extend_voice[] =
    "UPDATE feedback SET task = coalesce (task, ?2), no_feeling = CASE WHEN ?9 OR EXISTS "
    "(SELECT 1 FROM feedback_emotion WHERE feedback = ?1) THEN 0 ELSE max (no_feeling, ?3) END, "
    "verbatim = CASE WHEN ?4 IS NULL THEN verbatim WHEN verbatim IS NULL THEN ?4 "
    "ELSE verbatim || char (10, 10) || ?4 END, "
    "stage = coalesce (stage, ?5), touchpoint = coalesce (touchpoint, ?6), "
    "channel = coalesce (channel, ?7), segment = coalesce (segment, ?8) WHERE id = ?1";

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
merge_words (LasnaImportWriter *self, GError **error)
{
  if (!lasna_word_index_merge (self->side, error))
    return FALSE;
  self->n_pieces = 0;
  return TRUE;
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
  else
    {
      self->is_open = lasna_store_give_way (self->side, error);
      if (!self->is_open)
        return FALSE;
    }
  return give_sign (self, error) &&
         (self->n_pieces < PIECES_BETWEEN_MERGES || merge_words (self, error));
}

/**
 * lasna_import_writer_new:
 * @side: a connection for bulk work
 * @batch: its id; the voices have those after it
 * @is_taken: (out): whether something in the file has the id already, which is no error
 *
 * Returns: (transfer full) (nullable): a writer, whose batch is in the file, in state importing
 */
LasnaImportWriter *
lasna_import_writer_new (LasnaStore *side,
                         LasnaClock *clock,
                         gint64 batch,
                         const char *name,
                         guint64 source_hash,
                         gboolean *is_taken,
                         GError **error)
{
  g_autoptr (LasnaImportWriter) self = g_new0 (LasnaImportWriter, 1);
  g_autofree char *stamp = lasna_clock_dup_stamp (clock);
  g_autofree char *hash = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", source_hash);
  LasnaStatement *statement;

  *is_taken = FALSE;
  self->side = g_object_ref (side);
  self->batch = batch;
  statement = lasna_store_prepare (side,
                                   "INSERT OR IGNORE INTO batch (id, created_at, updated_at, name, "
                                   "source_hash, state, undone) "
                                   "SELECT ?1, ?2, ?3, ?4, ?5, 'batch.importing', 0 WHERE NOT "
                                   "EXISTS (SELECT 1 FROM feedback WHERE id BETWEEN ?1 AND ?6)",
                                   error);
  if (statement == NULL)
    return NULL;
  lasna_statement_bind_integer (statement, 1, batch);
  lasna_statement_bind_text (statement, 2, stamp);
  lasna_statement_bind_integer (statement, 3, now_seconds ());
  lasna_statement_bind_text (statement, 4, name);
  lasna_statement_bind_text (statement, 5, hash);
  lasna_statement_bind_integer (statement, 6, batch + LASNA_BATCH_VOICES);
  if (!lasna_import_rows_attach (lasna_store_get_connection (side), &self->rows, error))
    return NULL;
  if (!lasna_store_begin (side, error) || !lasna_statement_run (statement, error))
    {
      lasna_store_roll_back (side);
      return NULL;
    }
  *is_taken = sqlite3_changes (lasna_store_get_connection (side)) == 0;
  if (*is_taken || !lasna_store_commit (side, error))
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
bind_id (LasnaStatement *statement, int parameter, gint64 id)
{
  if (id != 0)
    lasna_statement_bind_integer (statement, parameter, id);
}

/* Tells the index of words of the comment that the voice has now. */
static gboolean
follow_comment (LasnaImportWriter *self,
                gint64 id,
                gboolean (*tell) (LasnaStore *, gint64, const char *, GError **),
                GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (self->side, read_comment, error);
  gboolean told;

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, id);
  told = lasna_statement_step (statement, error) == LASNA_STEP_ROW &&
         tell (self->side, id, lasna_statement_get_text (statement, 1), error);
  lasna_statement_reset (statement);
  return told;
}

static gboolean
extend (LasnaImportWriter *self, const LasnaImportExtension *extension, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (self->side, extend_voice, error);
  const char *comment = extension->comment;

  if (statement == NULL ||
      (comment != NULL && !follow_comment (self, extension->voice, lasna_word_index_remove, error)))
    return FALSE;
  lasna_statement_bind_integer (statement, 1, extension->voice);
  if (extension->task >= 0)
    lasna_statement_bind_integer (statement, 2, extension->task);
  lasna_statement_bind_integer (statement, 3, extension->no_feeling);
  if (comment != NULL)
    lasna_statement_bind_borrowed (statement, 4, comment, strlen (comment));
  for (int i = 0; i < LASNA_N_PLACES; i++)
    bind_id (statement, 5 + i, extension->places[i]);
  lasna_statement_bind_integer (statement, 9, extension->has_feelings);
  return lasna_statement_run (statement, error) &&
         (comment == NULL || follow_comment (self, extension->voice, lasna_word_index_add, error));
}

/* Few voices have many of these, so each is written by itself. */
static gboolean
set_property (LasnaImportWriter *self, const LasnaImportProperty *one, GError **error)
{
  g_autofree char *column = g_strdelimit (g_strdup (one->property->name), "-", '_');
  g_autofree char *sql = g_strdup_printf ("UPDATE feedback SET %s = ?2 WHERE id = ?1", column);
  LasnaStatement *statement = lasna_store_prepare (self->side, sql, error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, one->voice);
  if (one->property->type == LASNA_PROPERTY_FLAG)
    lasna_statement_bind_integer (statement, 2, 1);
  else
    lasna_statement_bind_text (statement, 2, one->value);
  return lasna_statement_run (statement, error);
}

static gboolean
insert (LasnaImportWriter *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (insertions); i++)
    {
      LasnaStatement *statement = lasna_store_prepare (self->side, insertions[i], error);

      if (statement == NULL || !lasna_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Voices first: what else there is belongs to one of these, or to one that was written before. */
static gboolean
write_all (LasnaImportWriter *self, const LasnaImportRows *rows, GError **error)
{
  guint n_extensions;
  guint n_properties;
  const LasnaImportExtension *extensions = lasna_import_rows_get_extensions (rows, &n_extensions);
  const LasnaImportProperty *properties = lasna_import_rows_get_properties (rows, &n_properties);

  if (!insert (self, error))
    return FALSE;
  for (guint i = 0; i < n_extensions; i++)
    if (!extend (self, &extensions[i], error))
      return FALSE;
  for (guint i = 0; i < n_properties; i++)
    if (!set_property (self, &properties[i], error))
      return FALSE;
  return TRUE;
}

/**
 * lasna_import_writer_write:
 *
 * Returns: whether the rows are written, or wait with others for the end of their piece
 */
gboolean
lasna_import_writer_write (LasnaImportWriter *self, const LasnaImportRows *rows, GError **error)
{
  gboolean written;

  if (!make_ready (self, error))
    return FALSE;
  self->rows = rows;
  self->n_pieces++;
  written = write_all (self, rows, error);
  self->rows = NULL;
  return written;
}

/**
 * lasna_import_writer_rest:
 *
 * For when the next rows are not there yet: others may write meanwhile.
 *
 * Returns: whether what was written is in the file
 */
gboolean
lasna_import_writer_rest (LasnaImportWriter *self, GError **error)
{
  gboolean was_open = self->is_open;

  self->is_open = FALSE;
  return !was_open || lasna_store_commit (self->side, error);
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
  if (!merge_words (self, error))
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
