/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Row by row, as of one moment, so that a million voices need no more memory than one. What was
 * undone is left out, and what cannot be without it.
 */
#include "config.h"

#include "lasna-workbook-json.h"

#include "lasna-connection.h"
#include "lasna-file.h"
#include "lasna-kinds.h"
#include "lasna-record-json.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define ROWS_BETWEEN_LOOKS 256

/* Batches that count, and voices of no batch. */
#define LIVE_BATCHES "SELECT id FROM batch WHERE state = 'batch.complete' AND undone = 0"
#define LIVE_VOICES "(batch IS NULL OR batch IN (" LIVE_BATCHES "))"

typedef struct
{
  LasnaStore *store; /* a connection of our own */
  FILE *file;
  GCancellable *cancellable;
  LasnaStatement *scores;
  LasnaStatement *feelings;
  LasnaStatement *is_live;
  GHashTable *left_out; /* ids of records that cannot be without an undone voice */
  gboolean has_rows;    /* of the table under way */
  guint64 n;
} Writer;

static gboolean
put (Writer *self, const char *text, GError **error)
{
  if (fputs (text, self->file) >= 0)
    return TRUE;
  lasna_file_set_error (error, errno);
  return FALSE;
}

static gboolean
put_object (Writer *self, const char *table, JsonObject *object, GError **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *head = NULL;
  g_autofree char *text = NULL;

  json_node_set_object (node, object);
  text = json_to_string (node, FALSE);
  head = self->has_rows ? g_strdup (",\n") : g_strdup_printf (",\n\"%s\":[\n", table);
  self->has_rows = TRUE;
  if (self->n++ % ROWS_BETWEEN_LOOKS == 0 &&
      g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  return put (self, head, error) && put (self, text, error);
}

static gboolean
end_table (Writer *self, GError **error)
{
  gboolean had_rows = self->has_rows;

  self->has_rows = FALSE;
  return !had_rows || put (self, "\n]", error);
}

/* Only files that a record refers to: what is kept for undo alone stays here. */
static char *
dup_attachment_sql (void)
{
  g_autoptr (GString) sql =
      g_string_new ("SELECT id, type, bytes FROM attachment WHERE id IN (SELECT NULL");

  for (guint kind = 0; kind < lasna_kinds_get_n (); kind++)
    {
      LasnaRecordClass *klass = lasna_kinds_get_class (kind);

      for (guint i = 0; i < klass->n_properties; i++)
        if (klass->properties[i].type == LASNA_PROPERTY_ATTACHMENT)
          {
            g_autofree char *column = g_strdelimit (g_strdup (klass->properties[i].name), "-", '_');

            g_string_append_printf (sql, " UNION SELECT %s FROM %s", column, klass->table);
          }
    }
  g_string_append (sql, ") ORDER BY id");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
write_attachments (Writer *self, GError **error)
{
  g_autofree char *sql = dup_attachment_sql ();
  g_autoptr (LasnaStatement) rows =
      lasna_statement_new (lasna_store_get_connection (self->store), sql, FALSE, error);
  LasnaStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = lasna_statement_step (rows, error)) == LASNA_STEP_ROW)
    {
      g_autoptr (JsonObject) object = json_object_new ();
      g_autoptr (GBytes) bytes = lasna_statement_dup_bytes (rows, 3);
      g_autofree char *type = g_utf8_make_valid (lasna_statement_get_text (rows, 2), -1);
      gsize length = 0;
      gconstpointer data = g_bytes_get_data (bytes, &length);
      g_autofree char *text = length > 0 ? g_base64_encode (data, length) : g_strdup ("");

      lasna_json_set_id (object, "id", lasna_statement_get_integer (rows, 1));
      json_object_set_string_member (object, "type", type);
      json_object_set_string_member (object, "bytes", text);
      if (!put_object (self, "attachment", object, error))
        return FALSE;
    }
  return step == LASNA_STEP_DONE && end_table (self, error);
}

static gboolean
add_scores (Writer *self, gint64 voice, JsonObject *object, GError **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  LasnaStep step;

  lasna_statement_bind_integer (self->scores, 1, voice);
  while ((step = lasna_statement_step (self->scores, error)) == LASNA_STEP_ROW)
    {
      JsonObject *score = json_object_new ();

      lasna_json_set_id (score, "question", lasna_statement_get_integer (self->scores, 1));
      lasna_json_set_number (score, "raw", lasna_statement_get_number (self->scores, 2));
      json_array_add_object_element (array, score);
    }
  if (json_array_get_length (array) > 0)
    json_object_set_array_member (object, "scores", g_steal_pointer (&array));
  return step == LASNA_STEP_DONE;
}

static gboolean
add_feelings (Writer *self, gint64 voice, JsonObject *object, GError **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  LasnaStep step;

  lasna_statement_bind_integer (self->feelings, 1, voice);
  while ((step = lasna_statement_step (self->feelings, error)) == LASNA_STEP_ROW)
    {
      g_autofree char *state = g_utf8_make_valid (lasna_statement_get_text (self->feelings, 3), -1);
      JsonObject *feeling = json_object_new ();

      lasna_json_set_id (feeling, "emotion", lasna_statement_get_integer (self->feelings, 1));
      json_object_set_int_member (
          feeling, "intensity", lasna_statement_get_integer (self->feelings, 2));
      json_object_set_string_member (feeling, "state", state);
      json_array_add_object_element (array, feeling);
    }
  if (json_array_get_length (array) > 0)
    json_object_set_array_member (object, "feelings", g_steal_pointer (&array));
  return step == LASNA_STEP_DONE;
}

static gboolean
is_live (Writer *self, const char *table, gint64 id)
{
  gboolean live;

  if (strcmp (table, "feedback") != 0)
    return !g_hash_table_contains (self->left_out, &id);
  lasna_statement_bind_integer (self->is_live, 1, id);
  live = lasna_statement_step (self->is_live, NULL) == LASNA_STEP_ROW;
  lasna_statement_reset (self->is_live);
  return live;
}

/* Returns: whether the record can be without what is left out; where not, it is left out too. */
static gboolean
drop_left_out (Writer *self, LasnaRecordClass *klass, gint64 id, JsonObject *object)
{
  for (guint i = 0; i < klass->n_properties; i++)
    {
      const LasnaProperty *property = &klass->properties[i];
      gint64 target;

      if (property->type != LASNA_PROPERTY_REFERENCE ||
          !lasna_json_get_id (object, property->name, &target) ||
          is_live (self, property->target, target))
        continue;
      if (property->flags & LASNA_REQUIRED)
        {
          g_hash_table_add (self->left_out, g_memdup2 (&id, sizeof id));
          return FALSE;
        }
      json_object_remove_member (object, property->name);
    }
  return TRUE;
}

static void
add_stamp (JsonObject *object, const char *name, LasnaStatement *rows, int column)
{
  g_autofree char *stamp = NULL;

  if (lasna_statement_is_null (rows, column))
    {
      json_object_set_null_member (object, name);
      return;
    }
  stamp = g_utf8_make_valid (lasna_statement_get_text (rows, column), -1);
  json_object_set_string_member (object, name, stamp);
}

static gboolean
write_row (Writer *self, LasnaRecordClass *klass, LasnaStatement *rows, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  gint64 id = lasna_statement_get_integer (rows, 1);

  lasna_json_set_id (object, "id", id);
  add_stamp (object, "created-at", rows, 2);
  add_stamp (object, "updated-at", rows, 3);
  lasna_record_json_read_row (klass, rows, 4, object);
  if (strcmp (klass->table, "feedback") == 0 &&
      (!add_scores (self, id, object, error) || !add_feelings (self, id, object, error)))
    return FALSE;
  return !drop_left_out (self, klass, id, object) || put_object (self, klass->table, object, error);
}

static const char *
get_condition (const char *table)
{
  if (strcmp (table, "feedback") == 0)
    return "WHERE " LIVE_VOICES " ";
  return strcmp (table, "batch") == 0 ? "WHERE id IN (" LIVE_BATCHES ") " : "";
}

static gboolean
write_table (Writer *self, LasnaRecordClass *klass, GError **error)
{
  g_autofree char *columns = lasna_record_json_dup_columns (klass);
  g_autofree char *sql =
      g_strdup_printf ("SELECT id, created_at, updated_at, %s FROM %s %sORDER BY id",
                       columns,
                       klass->table,
                       get_condition (klass->table));
  g_autoptr (LasnaStatement) rows =
      lasna_statement_new (lasna_store_get_connection (self->store), sql, FALSE, error);
  LasnaStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = lasna_statement_step (rows, error)) == LASNA_STEP_ROW)
    if (!write_row (self, klass, rows, error))
      return FALSE;
  return step == LASNA_STEP_DONE && end_table (self, error);
}

static gboolean
prepare (Writer *self, GError **error)
{
  self->scores =
      lasna_store_prepare (self->store,
                           "SELECT question, raw FROM feedback_score WHERE feedback = ?1 "
                           "ORDER BY question",
                           error);
  self->feelings = lasna_store_prepare (self->store,
                                        "SELECT emotion, intensity, state FROM feedback_emotion "
                                        "WHERE feedback = ?1 ORDER BY emotion",
                                        error);
  self->is_live = lasna_store_prepare (
      self->store, "SELECT 1 FROM feedback WHERE id = ?1 AND " LIVE_VOICES, error);
  return self->scores != NULL && self->feelings != NULL && self->is_live != NULL;
}

static gboolean
write_all (Writer *self, GError **error)
{
  g_autofree char *head = g_strdup_printf ("{\n\"format\":\"%s\",\n\"version\":%d",
                                           LASNA_WORKBOOK_JSON_FORMAT,
                                           LASNA_WORKBOOK_JSON_VERSION);

  if (!prepare (self, error) || !put (self, head, error) || !write_attachments (self, error))
    return FALSE;
  for (guint i = 0; i < lasna_kinds_get_n (); i++)
    if (!write_table (self, lasna_kinds_get_class (i), error))
      return FALSE;
  return put (self, "\n}\n", error);
}

static gboolean
write_file (LasnaStore *store, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) left_out =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Writer self = { .store = store, .cancellable = cancellable, .left_out = left_out };
  gboolean written;

  self.file = fopen (path, "we");
  if (self.file == NULL)
    {
      lasna_file_set_error (error, errno);
      return FALSE;
    }
  written = lasna_store_execute (store, "BEGIN", error) && write_all (&self, error);
  lasna_store_roll_back (store);
  if (fclose (self.file) == 0 || !written)
    return written;
  lasna_file_set_error (error, errno);
  return FALSE;
}

/**
 * lasna_workbook_json_write:
 * @path: where it goes; a file that is there already gives way
 *
 * Writes everything a person has written, in the order of its ids: the same workbook always gives
 * the same bytes.
 *
 * Returns: whether the file is there; where not, what was there is as it was
 */
gboolean
lasna_workbook_json_write (LasnaWorkbook *workbook,
                           const char *path,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (LasnaStore) store =
      lasna_store_open_side (lasna_workbook_get_store (workbook), LASNA_STORE_READ_ONLY, error);
  g_autofree char *temporary = store != NULL ? lasna_file_make_temporary (path, error) : NULL;

  if (temporary == NULL)
    return FALSE;
  if (write_file (store, temporary, cancellable, error) &&
      lasna_file_put (temporary, path, TRUE, error))
    return TRUE;
  lasna_file_remove_with_journals (temporary);
  return FALSE;
}
