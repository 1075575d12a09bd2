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
#include "lasna-import-labels.h"
#include "lasna-import-questions.h"
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
  LasnaImportQuestions *questions;
  LasnaImportRenaming *renaming;
  LasnaBatchLock *hold; /* until the batch is shown, or nothing of it is left */
  GPtrArray *unassigned;
  char *name;

  gboolean creates;
  gboolean is_begun; /* the batch in the file is of this import */
  gint64 batch;
  gint64 n_twins; /* imports of the same file that were there when we began */
  GMutex lock;    /* of what follows, which the thread writes */
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
  g_clear_pointer (&self->questions, lasna_import_questions_free);
  g_clear_pointer (&self->plan, lasna_import_plan_free);
  g_clear_pointer (&self->labels, lasna_import_labels_free);
  lasna_import_renaming_free (self->renaming);
  g_clear_pointer (&self->hold, lasna_batch_lock_free);
  g_ptr_array_unref (self->unassigned);
  g_free (self->name);
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
  self->renaming = lasna_import_renaming_new ();
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

/* Takes from the workbook what the thread needs. */
static gboolean
prepare (LasnaImport *self, GError **error)
{
  g_return_val_if_fail (self->labels == NULL, FALSE);
  if (!lasna_import_plan_is_decided (self->plan, error))
    return FALSE;
  self->labels = lasna_import_labels_new (self->workbook, self->journey);
  self->questions = lasna_import_questions_new (self->workbook, self->plan);
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

/* An hour has half a million numbers, so whoever imports often draws one twice. What has the lock
 * of a number and its row in the file has it alone, on this machine and on any other.
 */
static LasnaImportWriter *
begin_batch (LasnaImport *self, LasnaStore *side, GError **error)
{
  LasnaClock *clock = lasna_workbook_get_clock (self->workbook);
  LasnaImportWriter *writer = NULL;
  gboolean is_taken = TRUE;

  while (writer == NULL && is_taken)
    {
      self->batch = lasna_clock_new_id_block (clock);
      self->hold = lasna_batch_lock_new (self->batch);
      if (self->hold == NULL)
        continue;
      writer = lasna_import_writer_new (
          side, clock, self->batch, self->name, self->plan->hash, &is_taken, error);
      if (writer == NULL)
        g_clear_pointer (&self->hold, lasna_batch_lock_free);
    }
  self->is_begun = writer != NULL;
  return writer;
}

static gboolean
write_rows (LasnaImport *self,
            LasnaImportWriter *writer,
            LasnaImportReader *reader,
            GCancellable *cancellable,
            GError **error)
{
  LasnaImportProgress progress;
  const LasnaImportRows *rows;

  while ((lasna_import_reader_is_near (reader) || lasna_import_writer_rest (writer, error)) &&
         lasna_import_reader_next (reader, &rows, &progress, error))
    {
      if (rows == NULL)
        return self->plan->voices == 0 ||
               lasna_import_writer_finish (
                   writer, self->plan->voices, self->plan->skipped->len, error);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !lasna_import_writer_write (writer, rows, error))
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
  g_autoptr (LasnaDraftReader) drafts =
      lasna_draft_reader_new (self->plan, live, today, cancellable, error);
  LasnaDraftReader *borrowed = drafts;
  g_autoptr (LasnaImportWriter) writer = drafts != NULL ? begin_batch (self, side, error) : NULL;
  g_autoptr (LasnaImportReader) reader = NULL;
  LasnaImportIds ids;

  if (writer == NULL)
    return FALSE;
  ids = (LasnaImportIds){ self->batch,
                          lasna_import_questions_get_ids (self->questions),
                          self->labels };
  reader = lasna_import_reader_new (g_steal_pointer (&drafts),
                                    self->plan,
                                    &ids,
                                    lasna_import_questions_get_asked (self->questions),
                                    cancellable);
  if (!write_rows (self, writer, reader, cancellable, error))
    return FALSE;
  note_unknown_terms (self, borrowed);
  return TRUE;
}

/* What is imported refers to nothing that a foreign key guards. */
static const char bulk_settings[] = "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -16000";

/* Imports of the same file that everybody sees. */
static gint64
count_twins (LasnaImport *self, LasnaStore *store)
{
  g_autofree char *hash = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", self->plan->hash);
  LasnaStatement *statement =
      lasna_store_prepare (store,
                           "SELECT count(*) FROM batch WHERE source_hash = ?1 "
                           "AND state = 'batch.complete' AND undone = 0",
                           NULL);
  gint64 n = 0;

  if (statement == NULL)
    return 0;
  lasna_statement_bind_text (statement, 1, hash);
  if (lasna_statement_step (statement, NULL) == LASNA_STEP_ROW)
    n = lasna_statement_get_integer (statement, 1);
  lasna_statement_reset (statement);
  return n;
}

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
  self->n_twins = count_twins (self, side);
  live = lasna_import_load_fingerprints (side, error);
  written = live != NULL && lasna_store_execute (side, bulk_settings, error) &&
            write_drafts (self, side, live, cancellable, error);
  lasna_store_set_cancellable (side, NULL);
  if (self->is_begun && (!written || self->plan->voices == 0))
    {
      g_autoptr (GError) trouble = NULL;

      if (!lasna_import_writer_remove (side, self->batch, &trouble))
        g_info ("An unfinished import waits for the next sweep: %s", trouble->message);
    }
  lasna_store_close (side, NULL);
  return written;
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

/* Somebody else may have brought in the same names and questions since we began. Returns whether
 * nobody has.
 */
static gboolean
meet_others (LasnaImport *self)
{
  lasna_import_labels_meet (self->labels, self->workbook, self->journey, self->renaming);
  lasna_import_questions_meet (self->questions, self->workbook, self->renaming);
  return lasna_import_renaming_is_empty (self->renaming);
}

static gboolean
write_change (LasnaImport *self, GError **error)
{
  g_autofree char *stamp = lasna_clock_dup_stamp (lasna_workbook_get_clock (self->workbook));

  if (count_twins (self, lasna_workbook_get_store (self->workbook)) > self->n_twins)
    {
      g_set_error_literal (error,
                           LASNA_ERROR,
                           LASNA_ERROR_CONFLICT,
                           _ ("The same file was brought in elsewhere meanwhile. Its voices are "
                              "there, and none was taken twice."));
      return FALSE;
    }
  if (self->creates)
    lasna_import_labels_create_records (self->labels, self->workbook, self->journey);
  return lasna_import_labels_write (self->labels, self->workbook, self->creates, stamp, error) &&
         lasna_import_questions_write (self->questions, self->workbook, stamp, error) &&
         show_batch (self, stamp, error);
}

/* The short part, in the thread of the workbook: one change, which undo takes back. Where the
 * voices must be told other ids first, nothing is changed, and the renaming is not empty.
 */
static gboolean
show (LasnaImport *self, GError **error)
{
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
  if (!lasna_change_is_failed (change))
    {
      if (!meet_others (self))
        return TRUE;
      if (!write_change (self, &local))
        lasna_change_fail (change, local);
    }
  if (!lasna_change_commit (change, error))
    {
      remove_batch (self);
      return FALSE;
    }
  g_clear_pointer (&self->hold, lasna_batch_lock_free);
  note_unassigned (self);
  return TRUE;
}

static gboolean
rename_batch (LasnaImport *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (LasnaStore) side =
      lasna_store_open_side (lasna_workbook_get_store (self->workbook), LASNA_STORE_BULK, error);
  gboolean renamed = FALSE;

  if (side != NULL)
    {
      lasna_store_set_cancellable (side, cancellable);
      renamed = lasna_store_execute (side, bulk_settings, error) &&
                lasna_import_renaming_run (self->renaming, side, self->batch, error);
      lasna_store_set_cancellable (side, NULL);
      lasna_store_close (side, NULL);
    }
  if (!renamed)
    remove_batch (self);
  return renamed;
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
  if (!prepare (self, error) || !write_batch (self, cancellable, error) || !show (self, error))
    return FALSE;
  while (!lasna_import_renaming_is_empty (self->renaming))
    if (!rename_batch (self, cancellable, error) || !show (self, error))
      return FALSE;
  return TRUE;
}

static void
run_in_thread (GTask *work, gpointer source, gpointer data, GCancellable *cancellable)
{
  LasnaImport *self = data;
  GError *error = NULL;

  if (lasna_import_renaming_is_empty (self->renaming) ? write_batch (self, cancellable, &error)
                                                      : rename_batch (self, cancellable, &error))
    g_task_return_boolean (work, TRUE);
  else
    g_task_return_error (work, error);
}

/* The thread's own task holds no reference: a thread must not be the one that lets go of us. */
static void
work_on (GTask *task, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) work = g_task_new (NULL, g_task_get_cancellable (task), callback, task);

  g_task_set_task_data (work, g_task_get_source_object (task), NULL);
  g_task_set_check_cancellable (work, FALSE);
  g_task_run_in_thread (work, run_in_thread);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LasnaImport *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || !show (self, &error))
    g_task_return_error (task, error);
  else if (lasna_import_renaming_is_empty (self->renaming))
    g_task_return_boolean (task, TRUE);
  else
    work_on (g_steal_pointer (&task), written_cb);
}

/**
 * lasna_import_run_async:
 *
 * Reads and writes in a thread while the workbook can be used. The change that shows the voices is
 * made in the thread of the workbook.
 */
void
lasna_import_run_async (LasnaImport *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  GError *error = NULL;

  g_task_set_source_tag (task, lasna_import_run_async);
  g_task_set_check_cancellable (task, FALSE);
  if (prepare (self, &error))
    work_on (g_steal_pointer (&task), written_cb);
  else
    g_task_return_error (task, error);
}

gboolean
lasna_import_run_finish (LasnaImport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
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
