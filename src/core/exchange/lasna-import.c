/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file is read and written in a thread, on a connection of its own, in pieces that nobody sees.
 * Then one recorded change on the workbook's connection brings the labels, the questions and what
 * is made on request, and shows the batch.
 */
#define G_LOG_DOMAIN "lasna-exchange"

#include "config.h"

#include "lasna-import.h"

#include "lasna-batch-lock.h"
#include "lasna-error.h"
#include "lasna-export-columns.h"
#include "lasna-fold.h"
#include "lasna-import-labels.h"
#include "lasna-import-reader.h"
#include "lasna-import-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LasnaImport
{
  GObject parent_instance;

  /* Owned */
  LasnaWorkbook *workbook;
  LasnaImportPlan *plan;
  LasnaRecord *journey; /* nullable */
  LasnaImportLabels *labels;
  LasnaBatchLock *hold; /* until the batch is shown, or nothing of it is left */
  GPtrArray *unassigned;
  char *name;
  gint64 *questions;  /* the id of the question of each answer of the plan */
  gboolean *is_asked; /* whether an answer has been given to it */
  gboolean *is_new;   /* whether the question is not in the workbook yet */

  gboolean creates;
  gboolean is_begun; /* the batch in the file is of this import */
  gint64 batch;
  GMutex lock; /* of what follows, which the thread writes */
  LasnaImportProgress progress;
};

G_DEFINE_FINAL_TYPE (LasnaImport, lasna_import, G_TYPE_OBJECT)

static void
unassigned_free (gpointer data)
{
  g_free (((LasnaUnassigned *) data)->text);
  g_free (data);
}

static void
lasna_import_finalize (GObject *object)
{
  LasnaImport *self = LASNA_IMPORT (object);

  g_clear_object (&self->workbook);
  g_clear_object (&self->journey);
  g_clear_pointer (&self->plan, lasna_import_plan_free);
  g_clear_pointer (&self->labels, lasna_import_labels_free);
  g_clear_pointer (&self->hold, lasna_batch_lock_free);
  g_ptr_array_unref (self->unassigned);
  g_free (self->name);
  g_free (self->questions);
  g_free (self->is_asked);
  g_free (self->is_new);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (lasna_import_parent_class)->finalize (object);
}

static void
lasna_import_class_init (LasnaImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lasna_import_finalize;
}

static void
lasna_import_init (LasnaImport *self)
{
  g_mutex_init (&self->lock);
  self->unassigned = g_ptr_array_new_with_free_func (unassigned_free);
}

/**
 * lasna_import_new:
 * @plan: (transfer full): what to do
 * @journey: (nullable): whose stages and touchpoints the file means; NULL for any
 * @creates: whether names that stand for nothing become records
 *
 * Returns: (transfer full): an import that was not run yet
 */
LasnaImport *
lasna_import_new (LasnaWorkbook *workbook,
                  LasnaImportPlan *plan,
                  LasnaRecord *journey,
                  gboolean creates)
{
  LasnaImport *self = g_object_new (LASNA_TYPE_IMPORT, NULL);
  g_autofree char *base = g_file_get_basename (plan->file);

  self->workbook = g_object_ref (workbook);
  self->plan = plan;
  self->journey = journey != NULL ? g_object_ref (journey) : NULL;
  self->creates = creates;
  self->name = g_filename_display_name (base);
  return self;
}

/**
 * lasna_import_load_fingerprints:
 * @store: any connection; a thread has one of its own
 *
 * Returns: (transfer full) (nullable): the voices that are there already
 */
LasnaFingerprints *
lasna_import_load_fingerprints (LasnaStore *store, GError **error)
{
  g_autoptr (LasnaFingerprints) live = lasna_fingerprints_new (FALSE);
  LasnaStatement *statement =
      lasna_store_prepare (store, "SELECT coalesce (fingerprint, 0), id FROM voice", error);
  LasnaStep step;

  if (statement == NULL)
    return NULL;
  while ((step = lasna_statement_step (statement, error)) == LASNA_STEP_ROW)
    {
      guint64 hash = (guint64) lasna_statement_get_integer (statement, 1);

      if (hash != 0)
        lasna_fingerprints_add (live, hash, NULL);
      hash = lasna_export_fingerprint_voice (lasna_statement_get_integer (statement, 2));
      lasna_fingerprints_add (live, hash, NULL);
    }
  lasna_statement_reset (statement);
  return step == LASNA_STEP_DONE ? g_steal_pointer (&live) : NULL;
}

static char *
dup_today (LasnaImport *self)
{
  return lasna_clock_dup_today (lasna_workbook_get_clock (self->workbook));
}

/**
 * lasna_import_count:
 *
 * Reads the file and writes nothing.
 *
 * Returns: whether the plan now knows what running it would do
 */
gboolean
lasna_import_count (LasnaImport *self, GCancellable *cancellable, GError **error)
{
  LasnaStore *store = lasna_workbook_get_store (self->workbook);
  g_autoptr (LasnaFingerprints) live = lasna_import_load_fingerprints (store, error);
  g_autofree char *today = dup_today (self);

  return live != NULL && lasna_import_plan_count (self->plan, live, today, cancellable, error);
}

static gboolean
is_same (LasnaRecord *question, const char *property, double number, gboolean is_known)
{
  if (!lasna_record_is_set (question, property))
    return !is_known;
  return is_known && lasna_record_get_number (question, property) == number;
}

/* The workbook's question of the same words, method and scale. */
static gint64
find_question (LasnaImport *self, const LasnaAnswer *answer)
{
  GListModel *questions = lasna_workbook_get_records (self->workbook, "question");
  g_autofree char *folded = lasna_fold (answer->text);
  const char *method = lasna_field_get_info (answer->field)->method;
  gboolean has_scale = answer->scale_max > answer->scale_min;

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (LasnaRecord) question = g_list_model_get_item (questions, i);
      g_autofree char *text = lasna_fold (lasna_record_get_text (question, "text"));

      if (strcmp (text, folded) == 0 &&
          g_strcmp0 (lasna_record_get_text (question, "method"), method) == 0 &&
          lasna_record_get_flag (question, "reversed") == answer->is_reversed &&
          is_same (question, "scale-min", answer->scale_min, has_scale) &&
          is_same (question, "scale-max", answer->scale_max, has_scale))
        return lasna_record_get_id (question);
    }
  return 0;
}

static gboolean
has_batch (LasnaImport *self, gint64 batch)
{
  LasnaStatement *statement = lasna_store_prepare (
      lasna_workbook_get_store (self->workbook), "SELECT 1 FROM batch WHERE id = ?1", NULL);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, batch);
  found = lasna_statement_step (statement, NULL) == LASNA_STEP_ROW;
  lasna_statement_reset (statement);
  return found;
}

/* An hour has half a million numbers, so whoever imports often draws one twice. */
static gint64
draw_batch (LasnaImport *self)
{
  gint64 batch;

  do
    batch = lasna_clock_new_id_block (lasna_workbook_get_clock (self->workbook));
  while (has_batch (self, batch));
  return batch;
}

/* Takes from the workbook what the thread needs. */
static gboolean
prepare (LasnaImport *self, GError **error)
{
  LasnaClock *clock = lasna_workbook_get_clock (self->workbook);
  guint n = self->plan->answers->len;

  g_return_val_if_fail (self->labels == NULL, FALSE);
  if (!lasna_import_plan_is_decided (self->plan, error))
    return FALSE;
  self->labels = lasna_import_labels_new (self->workbook, self->journey);
  self->batch = draw_batch (self);
  self->hold = lasna_batch_lock_new (self->batch);
  self->questions = g_new0 (gint64, n + 1);
  self->is_asked = g_new0 (gboolean, n + 1);
  self->is_new = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const LasnaAnswer *answer = lasna_import_plan_get_answer (self->plan, i);

      if (!(lasna_field_get_info (answer->field)->flags & LASNA_FIELD_IS_SCORE))
        continue;
      self->questions[i] = find_question (self, answer);
      self->is_new[i] = self->questions[i] == 0;
      if (self->is_new[i])
        self->questions[i] = lasna_clock_new_id (clock);
    }
  return TRUE;
}

static void
tell_progress (LasnaImport *self, const LasnaImportProgress *progress)
{
  g_mutex_lock (&self->lock);
  self->progress = *progress;
  g_mutex_unlock (&self->lock);
}

static void
note_unknown_terms (LasnaImport *self, LasnaDraftReader *reader)
{
  GHashTableIter iterator;
  gpointer text;
  gpointer count;

  g_hash_table_iter_init (&iterator, lasna_draft_reader_get_unknown_terms (reader));
  while (g_hash_table_iter_next (&iterator, &text, &count))
    {
      LasnaUnassigned *unassigned = g_new0 (LasnaUnassigned, 1);

      unassigned->kind = "term";
      unassigned->text = g_strdup (text);
      unassigned->count = *(guint64 *) count;
      g_ptr_array_add (self->unassigned, unassigned);
    }
}

static gboolean
write_rows (LasnaImport *self,
            LasnaStore *side,
            LasnaImportReader *reader,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (LasnaImportWriter) writer = NULL;
  LasnaImportProgress progress;
  const LasnaImportRows *rows;

  while (lasna_import_reader_next (reader, &rows, &progress, error))
    {
      if (rows == NULL)
        return writer == NULL || lasna_import_writer_finish (
                                     writer, self->plan->voices, self->plan->skipped->len, error);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (writer == NULL &&
          (writer = lasna_import_writer_new (side,
                                             lasna_workbook_get_clock (self->workbook),
                                             self->batch,
                                             self->name,
                                             self->plan->hash,
                                             error)) == NULL)
        return FALSE;
      self->is_begun = TRUE;
      if (!lasna_import_writer_write (writer, rows, error))
        return FALSE;
      tell_progress (self, &progress);
    }
  return FALSE;
}

static gboolean
write_drafts (LasnaImport *self,
              LasnaStore *side,
              LasnaFingerprints *live,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *today = dup_today (self);
  LasnaDraftReader *drafts = lasna_draft_reader_new (self->plan, live, today, cancellable, error);
  const LasnaImportIds ids = { self->batch, self->questions, self->labels };
  g_autoptr (LasnaImportReader) reader = NULL;

  if (drafts == NULL)
    return FALSE;
  reader = lasna_import_reader_new (drafts, self->plan, &ids, self->is_asked, cancellable);
  if (!write_rows (self, side, reader, cancellable, error))
    return FALSE;
  note_unknown_terms (self, drafts);
  return TRUE;
}

/* What is imported refers to nothing that a foreign key guards. */
static const char bulk_settings[] = "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -16000";

/* The long part, on a connection of its own. What it leaves behind on failure is removed at once,
 * or by the next sweep.
 */
static gboolean
write_batch (LasnaImport *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (LasnaStore) side =
      lasna_store_open_side (lasna_workbook_get_store (self->workbook), LASNA_STORE_BULK, error);
  g_autoptr (LasnaFingerprints) live = NULL;
  gboolean written;

  if (side == NULL)
    return FALSE;
  lasna_store_set_cancellable (side, cancellable);
  live = lasna_import_load_fingerprints (side, error);
  written = live != NULL && lasna_store_execute (side, bulk_settings, error) &&
            write_drafts (self, side, live, cancellable, error);
  lasna_store_set_cancellable (side, NULL);
  if (!written && self->is_begun)
    {
      g_autoptr (GError) trouble = NULL;

      if (!lasna_import_writer_remove (side, self->batch, &trouble))
        g_info ("An unfinished import waits for the next sweep: %s", trouble->message);
    }
  lasna_store_close (side, NULL);
  return written;
}

static gboolean
write_questions (LasnaImport *self, const char *stamp, GError **error)
{
  for (guint i = 0; i < self->plan->answers->len; i++)
    {
      const LasnaAnswer *answer = lasna_import_plan_get_answer (self->plan, i);
      LasnaStatement *statement;

      if (!self->is_new[i] || !self->is_asked[i])
        continue;
      statement = lasna_store_prepare (
          lasna_workbook_get_store (self->workbook),
          "INSERT INTO question (id, created_at, updated_at, position, text, method, scale_min, "
          "scale_max, reversed, satisfied_from) VALUES (?1, ?2, ?2, "
          "(SELECT coalesce (max (position), 0) + 1 FROM question), ?3, ?4, ?5, ?6, ?7, ?8)",
          error);
      if (statement == NULL)
        return FALSE;
      lasna_statement_bind_integer (statement, 1, self->questions[i]);
      lasna_statement_bind_text (statement, 2, stamp);
      lasna_statement_bind_text (statement, 3, answer->text);
      lasna_statement_bind_text (statement, 4, lasna_field_get_info (answer->field)->method);
      if (answer->scale_max > answer->scale_min)
        {
          lasna_statement_bind_number (statement, 5, answer->scale_min);
          lasna_statement_bind_number (statement, 6, answer->scale_max);
        }
      else
        {
          lasna_statement_bind_null (statement, 5);
          lasna_statement_bind_null (statement, 6);
        }
      lasna_statement_bind_integer (statement, 7, answer->is_reversed);
      if (answer->has_satisfied)
        lasna_statement_bind_number (statement, 8, answer->satisfied_from);
      else
        lasna_statement_bind_null (statement, 8);
      if (!lasna_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
show_batch (LasnaImport *self, const char *stamp, GError **error)
{
  LasnaStore *store = lasna_workbook_get_store (self->workbook);
  g_autofree char *now = lasna_clock_dup_local (lasna_workbook_get_clock (self->workbook));
  LasnaStatement *statement =
      lasna_store_prepare (store,
                           "UPDATE batch SET undone = 0, updated_at = ?2, imported_at = ?3, "
                           "asked = ?4, undelivered = ?5, not_meant = ?6, began = ?7 WHERE id = ?1",
                           error);

  if (statement == NULL)
    return FALSE;
  lasna_statement_bind_integer (statement, 1, self->batch);
  lasna_statement_bind_text (statement, 2, stamp);
  lasna_statement_bind_text (statement, 3, now);
  for (int i = 0; i < LASNA_N_ASKING; i++)
    if (self->plan->asking[i] >= 0)
      lasna_statement_bind_integer (statement, 4 + i, self->plan->asking[i]);
    else
      lasna_statement_bind_null (statement, 4 + i);
  if (!lasna_statement_run (statement, error))
    return FALSE;
  if (sqlite3_changes (lasna_store_get_connection (store)) == 1)
    return TRUE;
  lasna_import_writer_set_gone (error);
  return FALSE;
}

static int
compare_unassigned (gconstpointer first, gconstpointer second)
{
  const LasnaUnassigned *a = *(LasnaUnassigned *const *) first;
  const LasnaUnassigned *b = *(LasnaUnassigned *const *) second;

  if (a->count != b->count)
    return a->count > b->count ? -1 : 1;
  return strcmp (a->text, b->text);
}

static void
note_unassigned (LasnaImport *self)
{
  GPtrArray *labels = lasna_import_labels_get_all (self->labels);

  for (guint i = 0; i < labels->len; i++)
    {
      const LasnaImportLabel *label = labels->pdata[i];
      LasnaUnassigned *unassigned;

      if (label->count == 0 || label->record != 0 || label->code != NULL)
        continue;
      unassigned = g_new0 (LasnaUnassigned, 1);
      unassigned->kind = strchr (lasna_import_label_get_kind_term (label), '.') + 1;
      unassigned->text = g_strdup (label->text);
      unassigned->count = label->count;
      g_ptr_array_add (self->unassigned, unassigned);
    }
  g_ptr_array_sort (self->unassigned, compare_unassigned);
}

/* Nothing will ever show these rows. */
static void
remove_batch (LasnaImport *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LasnaStore) side =
      lasna_store_open_side (lasna_workbook_get_store (self->workbook), LASNA_STORE_BULK, &error);

  if (side == NULL || !lasna_import_writer_remove (side, self->batch, &error))
    g_info ("The rows of an import that failed stay hidden in the file: %s", error->message);
}

/* A file whose rows are all there already is fine; one without a single sound row is not. */
static gboolean
has_nothing_wrong (LasnaImport *self, GError **error)
{
  const LasnaSkip *first;
  g_autofree char *row = NULL;

  if (self->plan->skipped->len == 0 || self->plan->duplicates > 0)
    return TRUE;
  first = &g_array_index (self->plan->skipped, LasnaSkip, 0);
  row = g_strdup_printf ("%" G_GUINT64_FORMAT, first->row);
  g_set_error (
      error,
      LASNA_ERROR,
      LASNA_ERROR_PARSE,
      /* Translators: the first %s is the number of a row, the second a sentence with the reason. */
      _ ("No row of the file could be taken, the first of them row %s: %s Nothing was "
         "imported; see what the columns become."),
      row,
      _ (first->reason));
  return FALSE;
}

/* The short part, in the thread of the workbook: one change, which undo takes back. */
static gboolean
show (LasnaImport *self, GError **error)
{
  g_autofree char *stamp = lasna_clock_dup_stamp (lasna_workbook_get_clock (self->workbook));
  g_autofree char *label =
      /* Translators: the name of a change in the undo list; %s is the name of a file. */
      g_strdup_printf (_ ("Import ‘%s’"), self->name);
  g_autoptr (LasnaChange) change = NULL;
  GError *local = NULL;

  if (self->plan->voices == 0)
    {
      self->batch = 0;
      return has_nothing_wrong (self, error);
    }
  change = lasna_workbook_begin (self->workbook, label);
  if (self->creates)
    lasna_import_labels_create_records (self->labels, self->workbook, self->journey);
  if (!lasna_import_labels_write (self->labels, self->workbook, self->creates, stamp, &local) ||
      !write_questions (self, stamp, &local) || !show_batch (self, stamp, &local))
    lasna_change_fail (change, local);
  if (!lasna_change_commit (change, error))
    {
      remove_batch (self);
      return FALSE;
    }
  g_clear_pointer (&self->hold, lasna_batch_lock_free);
  note_unassigned (self);
  return TRUE;
}

/**
 * lasna_import_run:
 *
 * Reads and writes in the calling thread, which is that of the workbook.
 *
 * Returns: whether the voices are there; else nothing shows that was not there before
 */
gboolean
lasna_import_run (LasnaImport *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (LASNA_IS_IMPORT (self), FALSE);
  return prepare (self, error) && write_batch (self, cancellable, error) && show (self, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_batch (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * lasna_import_run_async:
 *
 * Reads and writes in a thread while the workbook can be used. The change that shows the voices is
 * made by lasna_import_run_finish().
 */
void
lasna_import_run_async (LasnaImport *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, lasna_import_run_async);
  g_task_set_check_cancellable (task, FALSE);
  if (!prepare (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* The thread's own task holds no reference: a thread must not be the one that lets go of us. */
  work = g_task_new (NULL, cancellable, written_cb, g_object_ref (task));
  g_task_set_task_data (work, self, NULL);
  g_task_set_check_cancellable (work, FALSE);
  g_task_run_in_thread (work, run_in_thread);
}

gboolean
lasna_import_run_finish (LasnaImport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error) && show (self, error);
}

/**
 * lasna_import_get_plan:
 *
 * Returns: (transfer none): the plan, with its counts and the rows left out
 */
LasnaImportPlan *
lasna_import_get_plan (LasnaImport *self)
{
  return self->plan;
}

/**
 * lasna_import_get_batch:
 *
 * Returns: the id of the batch; 0 where the file held nothing new
 */
gint64
lasna_import_get_batch (LasnaImport *self)
{
  return self->batch;
}

/**
 * lasna_import_get_unassigned:
 *
 * Returns: (transfer none) (element-type LasnaUnassigned): names kept as text, the most frequent
 *   first
 */
GPtrArray *
lasna_import_get_unassigned (LasnaImport *self)
{
  return self->unassigned;
}

/**
 * lasna_import_get_progress:
 * @voices: (out) (optional): how many there are so far
 *
 * May be called while a thread works.
 *
 * Returns: how much of the file is read, 0 to 1
 */
double
lasna_import_get_progress (LasnaImport *self, guint64 *voices)
{
  double progress;

  g_mutex_lock (&self->lock);
  progress = self->plan->size > 0 ? (double) self->progress.position / self->plan->size : 0;
  if (voices != NULL)
    *voices = self->progress.voices;
  g_mutex_unlock (&self->lock);
  return MIN (progress, 1);
}
