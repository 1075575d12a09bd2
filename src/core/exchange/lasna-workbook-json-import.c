/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workbook as JSON comes into a workbook. First the whole file is looked at and nothing written.
 * Then the voices of imports are written where nobody sees them, on a connection of their own. Last
 * one recorded change brings everything else and shows them, so that one undo hides it all.
 */
#define G_LOG_DOMAIN "lasna-exchange"

#include "config.h"

#include "lasna-workbook-json.h"

#include "lasna-batch-lock.h"
#include "lasna-connection.h"
#include "lasna-error.h"
#include "lasna-workbook-json-check.h"
#include "lasna-word-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LasnaWorkbook *workbook;
  LasnaStore *store; /* the one that is written now */
  LasnaWorkbookJsonCheck *check;
  GCancellable *cancellable;
  GPtrArray *records; /* (element-type LasnaRecord) made in the change */
  GArray *places;     /* (element-type LasnaJsonPlace) of those */
  char *now;
} Importer;

typedef gboolean (*Take) (Importer *self, const LasnaJsonEntry *entry, GError **error);

static gboolean
read_file (Importer *self, GFile *file, Take take, GError **error)
{
  g_autoptr (LasnaWorkbookJsonReader) reader = lasna_workbook_json_reader_new (file, error);
  const LasnaJsonEntry *entry;

  if (reader == NULL)
    return FALSE;
  while (lasna_workbook_json_reader_next (reader, &entry, self->cancellable, error))
    {
      if (entry->table == NULL)
        return TRUE;
      if (!take (self, entry, error))
        return FALSE;
    }
  return FALSE;
}

static gint64
get_id (const LasnaJsonEntry *entry)
{
  gint64 id = 0;

  lasna_json_get_id (entry->object, "id", &id);
  return id;
}

static LasnaRecordClass *
get_class (const LasnaJsonEntry *entry)
{
  return g_type_class_peek (lasna_kinds_lookup (entry->table));
}

static gboolean
is_voice (const LasnaJsonEntry *entry)
{
  return strcmp (entry->table, "feedback") == 0;
}

static gboolean
is_of_batch (const LasnaJsonEntry *entry)
{
  gint64 batch;

  return lasna_json_get_id (entry->object, "batch", &batch);
}

/* What is there only after the change: a hidden voice must not refer to it. */
static gboolean
is_later (const LasnaProperty *property)
{
  return property->type == LASNA_PROPERTY_REFERENCE && strcmp (property->target, "label") != 0 &&
         strcmp (property->target, "batch") != 0;
}

static gboolean
insert_parts (Importer *self,
              JsonObject *voice,
              gint64 id,
              const char *member,
              const char *sql,
              void (*bind) (JsonObject *part, LasnaStatement *statement),
              GError **error)
{
  JsonArray *parts = NULL;
  LasnaStatement *statement;

  if (!json_object_has_member (voice, member))
    return TRUE;
  parts = json_object_get_array_member (voice, member);
  statement = lasna_store_prepare (self->store, sql, error);
  for (guint i = 0; statement != NULL && i < json_array_get_length (parts); i++)
    {
      lasna_statement_bind_integer (statement, 1, id);
      bind (json_array_get_object_element (parts, i), statement);
      if (!lasna_statement_run (statement, error))
        return FALSE;
    }
  return statement != NULL;
}

static void
bind_score (JsonObject *part, LasnaStatement *statement)
{
  gint64 question = 0;

  lasna_json_get_id (part, "question", &question);
  lasna_statement_bind_integer (statement, 2, question);
  lasna_statement_bind_number (statement, 3, json_object_get_double_member (part, "raw"));
}

static void
bind_feeling (JsonObject *part, LasnaStatement *statement)
{
  gint64 emotion = 0;

  lasna_json_get_id (part, "emotion", &emotion);
  lasna_statement_bind_integer (statement, 2, emotion);
  lasna_statement_bind_integer (
      statement, 3, json_object_get_int_member_with_default (part, "intensity", 2));
  lasna_statement_bind_text (
      statement,
      4,
      json_object_get_string_member_with_default (part, "state", "suggestion.confirmed"));
}

static gboolean
insert_answers (Importer *self, const LasnaJsonEntry *entry, GError **error)
{
  gint64 id = get_id (entry);

  return insert_parts (self,
                       entry->object,
                       id,
                       "scores",
                       "INSERT INTO feedback_score (feedback, question, raw) VALUES (?1, ?2, ?3)",
                       bind_score,
                       error) &&
         insert_parts (self,
                       entry->object,
                       id,
                       "feelings",
                       "INSERT INTO feedback_emotion (feedback, emotion, intensity, state) "
                       "VALUES (?1, ?2, ?3, ?4)",
                       bind_feeling,
                       error);
}

static gboolean
insert_row (Importer *self, const LasnaJsonEntry *entry, GError **error)
{
  LasnaRecordClass *klass = get_class (entry);
  g_autofree char *sql = lasna_record_json_dup_insert (klass);
  LasnaStatement *statement = lasna_store_prepare (self->store, sql, error);

  if (statement == NULL)
    return FALSE;
  lasna_record_json_bind (klass, get_id (entry), entry->object, self->now, statement);
  return lasna_statement_run (statement, error);
}

static gboolean
run (Importer *self, const char *sql, gint64 id, gint64 second, GError **error)
{
  LasnaStatement *statement = lasna_store_prepare (self->store, sql, error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, id);
  if (second != 0)
    lasna_statement_bind_integer (statement, 2, second);
  return lasna_statement_run (statement, error);
}

/* The long part: voices of imports, and their batches, which hide them. */
static gboolean
hide_cb (Importer *self, const LasnaJsonEntry *entry, GError **error)
{
  LasnaRecordClass *klass = get_class (entry);
  const char *words;

  if (strcmp (entry->table, "batch") == 0)
    {
      json_object_set_string_member (entry->object, "state", "batch.importing");
      return insert_row (self, entry, error);
    }
  if (!is_voice (entry) || !is_of_batch (entry))
    return TRUE;
  for (guint i = 0; i < klass->n_properties; i++)
    if (is_later (&klass->properties[i]))
      json_object_remove_member (entry->object, klass->properties[i].name);
  words = json_object_get_string_member_with_default (entry->object, "verbatim", NULL);
  return insert_row (self, entry, error) && insert_answers (self, entry, error) &&
         lasna_word_index_add (self->store, get_id (entry), words, error) &&
         lasna_store_give_way (self->store, error);
}

/* They are all there, and wait to be shown. */
static gboolean
finish_batches (Importer *self, GError **error)
{
  GArray *batches = lasna_workbook_json_check_get_batches (self->check);

  for (guint i = 0; i < batches->len; i++)
    if (!run (self,
              "UPDATE batch SET state = 'batch.complete', undone = 1 WHERE id = ?1",
              g_array_index (batches, gint64, i),
              0,
              error))
      return FALSE;
  return TRUE;
}

static gboolean
write_hidden (Importer *self, GFile *file, GError **error)
{
  gboolean written;

  self->store =
      lasna_store_open_side (lasna_workbook_get_store (self->workbook), LASNA_STORE_BULK, error);
  if (self->store == NULL)
    return FALSE;
  lasna_store_set_cancellable (self->store, self->cancellable);
  written = lasna_store_begin (self->store, error) && read_file (self, file, hide_cb, error) &&
            finish_batches (self, error) && lasna_store_commit (self->store, error);
  if (!written)
    lasna_store_roll_back (self->store);
  lasna_store_set_cancellable (self->store, NULL);
  lasna_store_close (self->store, NULL);
  g_clear_object (&self->store);
  return written;
}

/* What a failure leaves is removed at once, or by a later sweep. */
static void
remove_hidden (Importer *self)
{
  static const char *const deletions[] = {
    "DELETE FROM feedback_score WHERE feedback IN (SELECT id FROM feedback WHERE batch = ?1)",
    "DELETE FROM feedback_emotion WHERE feedback IN (SELECT id FROM feedback WHERE batch = ?1)",
    "DELETE FROM feedback WHERE batch = ?1",
    "DELETE FROM batch WHERE id = ?1",
  };
  GArray *batches = lasna_workbook_json_check_get_batches (self->check);
  gboolean removed;

  self->store =
      lasna_store_open_side (lasna_workbook_get_store (self->workbook), LASNA_STORE_BULK, NULL);
  removed = self->store != NULL && lasna_store_begin (self->store, NULL);
  for (guint i = 0; removed && i < batches->len; i++)
    {
      gint64 id = g_array_index (batches, gint64, i);
      g_autofree char *voices =
          g_strdup_printf ("SELECT id FROM feedback WHERE batch = %" G_GINT64_FORMAT, id);

      removed = lasna_word_index_forget (lasna_store_get_connection (self->store), voices, NULL);
      for (guint n = 0; removed && n < G_N_ELEMENTS (deletions); n++)
        removed = run (self, deletions[n], id, 0, NULL);
    }
  if (!removed || !lasna_store_commit (self->store, NULL))
    g_info ("An unfinished import waits for the next sweep");
  g_clear_object (&self->store);
}

static gboolean
take_attachment (Importer *self, const LasnaJsonEntry *entry, GError **error)
{
  gsize length = 0;
  g_autofree guchar *bytes =
      g_base64_decode (json_object_get_string_member (entry->object, "bytes"), &length);
  g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
  LasnaStatement *statement = lasna_store_prepare (
      self->store,
      "INSERT OR IGNORE INTO attachment (id, sha256, type, bytes) VALUES (?1, ?2, ?3, ?4)",
      error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, get_id (entry));
  lasna_statement_bind_text (statement, 2, digest);
  lasna_statement_bind_text (statement, 3, json_object_get_string_member (entry->object, "type"));
  lasna_statement_bind_bytes (statement, 4, bytes != NULL ? (gconstpointer) bytes : "", length);
  return lasna_statement_run (statement, error);
}

static gboolean
add (Importer *self, const LasnaJsonEntry *entry, GError **error)
{
  LasnaRecord *record = lasna_record_json_add (
      self->workbook, get_class (entry), get_id (entry), entry->object, error);

  if (record == NULL)
    return FALSE;
  g_ptr_array_add (self->records, record);
  g_array_append_val (self->places, entry->place);
  return TRUE;
}

/* What a voice that is there already, hidden, could not say yet. */
static gboolean
complete_voice (Importer *self, const LasnaJsonEntry *entry, GError **error)
{
  LasnaRecordClass *klass = get_class (entry);

  for (guint i = 0; i < klass->n_properties; i++)
    {
      g_autofree char *column = g_strdelimit (g_strdup (klass->properties[i].name), "-", '_');
      g_autofree char *sql = NULL;
      gint64 target;

      if (!is_later (&klass->properties[i]) ||
          !lasna_json_get_id (entry->object, klass->properties[i].name, &target))
        continue;
      sql = g_strdup_printf ("UPDATE feedback SET %s = ?2 WHERE id = ?1", column);
      if (!run (self, sql, get_id (entry), target, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
show_cb (Importer *self, const LasnaJsonEntry *entry, GError **error)
{
  if (strcmp (entry->table, "attachment") == 0)
    return take_attachment (self, entry, error);
  if (strcmp (entry->table, "workbook") == 0)
    {
      if (!lasna_workbook_json_check_is_empty (self->check))
        return TRUE;
      return lasna_store_execute (self->store, "DELETE FROM workbook", error) &&
             add (self, entry, error);
    }
  if (strcmp (entry->table, "batch") == 0)
    return run (self, "DELETE FROM batch WHERE id = ?1", get_id (entry), 0, error) &&
           add (self, entry, error);
  if (!is_voice (entry))
    return add (self, entry, error);
  if (is_of_batch (entry))
    return complete_voice (self, entry, error);
  return add (self, entry, error) && insert_answers (self, entry, error);
}

/* Rules that look at several records hold only when all of them are there. */
static gboolean
check_rules (Importer *self, GError **error)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      g_autoptr (GError) trouble = NULL;

      if (lasna_record_json_obeys (self->records->pdata[i], &trouble))
        continue;
      lasna_json_place_set_error (
          &g_array_index (self->places, LasnaJsonPlace, i), error, trouble->message);
      return FALSE;
    }
  return TRUE;
}

static gboolean
show (Importer *self, GFile *file, GError **error)
{
  g_autoptr (LasnaChange) change = lasna_workbook_begin (self->workbook, _ ("Bring in a workbook"));
  GError *trouble = NULL;

  self->store = lasna_workbook_get_store (self->workbook);
  if (!lasna_change_is_failed (change) &&
      (!read_file (self, file, show_cb, &trouble) || !check_rules (self, &trouble)))
    lasna_change_fail (change, trouble);
  self->store = NULL;
  return lasna_change_commit (change, error);
}

static GPtrArray *
hold_batches (GArray *batches)
{
  GPtrArray *holds = g_ptr_array_new_with_free_func ((GDestroyNotify) lasna_batch_lock_free);

  for (guint i = 0; i < batches->len; i++)
    {
      LasnaBatchLock *hold = lasna_batch_lock_new (g_array_index (batches, gint64, i));

      /* Whoever else brings the same workbook in somewhere holds it just as well. */
      if (hold != NULL)
        g_ptr_array_add (holds, hold);
    }
  return holds;
}

static gboolean
import (Importer *self, GFile *file, GError **error)
{
  GArray *batches = lasna_workbook_json_check_get_batches (self->check);
  g_autoptr (GPtrArray) holds = hold_batches (batches);

  if ((batches->len == 0 || write_hidden (self, file, error)) && show (self, file, error))
    return TRUE;
  if (batches->len > 0)
    remove_hidden (self);
  return FALSE;
}

/**
 * lasna_workbook_json_read:
 * @count: (out) (optional): what came in
 *
 * Brings in everything, with its ids. What has the id of something that the workbook has already is
 * refused. An empty workbook takes the settings too, another keeps its own. One undo takes it back.
 *
 * Returns: whether all of it is there; where not, nothing was changed, and where the file is at
 *   fault the error says line and column
 */
gboolean
lasna_workbook_json_read (LasnaWorkbook *workbook,
                          GFile *file,
                          LasnaWorkbookJsonCount *count,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (LasnaWorkbookJsonCheck) check =
      lasna_workbook_json_check_new (workbook, file, cancellable, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LasnaJsonPlace));
  g_autofree char *now = lasna_clock_dup_stamp (lasna_workbook_get_clock (workbook));
  Importer self = { workbook, NULL, check, cancellable, records, places, now };

  if (check == NULL)
    return FALSE;
  if (count != NULL)
    *count = lasna_workbook_json_check_get_count (check);
  return import (&self, file, error);
}
