/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few loads of rows go round: filled here, emptied by the writer. So no more of the file is in
 * memory than they hold, however large it is.
 */
#include "config.h"

#include "lasna-import-reader.h"

#define N_LOADS 4

#define NEAR_MICROSECONDS 2000

/* Rows on their way. */
typedef struct
{
  LasnaImportRows *rows;
  LasnaImportProgress progress;
  GError *error;
  gboolean is_last; /* the thread has ended */
} Load;

struct _LasnaImportReader
{
  LasnaDraftReader *drafts; /* owned, as is all that follows */
  GAsyncQueue *full;
  GAsyncQueue *empty;
  Load *load; /* that the writer has */
  Load *next; /* that it has not asked for yet */
  GThread *thread;
  GCancellable *cancellable; /* nullable */

  LasnaImportPlan *plan; /* borrowed, as is all that follows */
  LasnaImportIds ids;
  gboolean *is_asked;
  int is_stopped; /* atomic */
};

static void
load_free (gpointer data)
{
  Load *load = data;

  if (load == NULL)
    return;
  lasna_import_rows_free (load->rows);
  g_clear_error (&load->error);
  g_free (load);
}

static void
fill (LasnaImportReader *self, Load *load)
{
  const LasnaDraft *draft = NULL;

  lasna_import_rows_clear (load->rows);
  while (!lasna_import_rows_is_full (load->rows))
    {
      if (!lasna_draft_reader_next (self->drafts, &draft, self->cancellable, &load->error) ||
          draft == NULL)
        break;
      for (guint i = 0; i < draft->scores->len; i++)
        self->is_asked[g_array_index (draft->scores, LasnaDraftScore, i).answer] = TRUE;
      if (!lasna_import_rows_add (load->rows, draft, &self->ids, &load->error))
        break;
    }
  load->progress.voices = self->plan->voices;
  load->progress.position = lasna_draft_reader_get_position (self->drafts);
  load->is_last = draft == NULL || load->error != NULL;
}

static gpointer
read_in_thread (gpointer data)
{
  LasnaImportReader *self = data;
  gboolean is_last = FALSE;

  while (!is_last)
    {
      Load *load = g_async_queue_pop (self->empty);

      if (g_atomic_int_get (&self->is_stopped))
        load->is_last = TRUE;
      else
        fill (self, load);
      is_last = load->is_last;
      g_async_queue_push (self->full, load);
    }
  return NULL;
}

/**
 * lasna_import_reader_new:
 * @drafts: (transfer full)
 * @plan: theirs; like @ids and @is_asked it is the reader's until that is freed
 * @is_asked: where it is noted which questions of the plan were answered
 *
 * Returns: (transfer full): a reader that has begun to read
 */
LasnaImportReader *
lasna_import_reader_new (LasnaDraftReader *drafts,
                         LasnaImportPlan *plan,
                         const LasnaImportIds *ids,
                         gboolean *is_asked,
                         GCancellable *cancellable)
{
  LasnaImportReader *self = g_new0 (LasnaImportReader, 1);

  self->drafts = drafts;
  self->plan = plan;
  self->ids = *ids;
  self->is_asked = is_asked;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->full = g_async_queue_new_full (load_free);
  self->empty = g_async_queue_new_full (load_free);
  for (guint i = 0; i < N_LOADS; i++)
    {
      Load *load = g_new0 (Load, 1);

      load->rows = lasna_import_rows_new ();
      g_async_queue_push (self->empty, load);
    }
  self->thread = g_thread_new ("import-reader", read_in_thread, self);
  return self;
}

void
lasna_import_reader_free (LasnaImportReader *self)
{
  /* The thread may wait for a load. */
  g_atomic_int_set (&self->is_stopped, TRUE);
  if (self->load == NULL && self->next == NULL)
    self->load = g_async_queue_pop (self->full);
  if (self->load != NULL)
    g_async_queue_push (self->empty, self->load);
  if (self->next != NULL)
    g_async_queue_push (self->empty, self->next);
  g_thread_join (self->thread);
  g_async_queue_unref (self->full);
  g_async_queue_unref (self->empty);
  g_clear_object (&self->cancellable);
  lasna_draft_reader_free (self->drafts);
  g_free (self);
}

/**
 * lasna_import_reader_is_near:
 *
 * Returns: whether lasna_import_reader_next() needs not wait, now or in a moment
 */
gboolean
lasna_import_reader_is_near (LasnaImportReader *self)
{
  if (self->load != NULL && self->load->is_last)
    return TRUE;
  if (self->next == NULL)
    self->next = g_async_queue_timeout_pop (self->full, NEAR_MICROSECONDS);
  return self->next != NULL;
}

/**
 * lasna_import_reader_next:
 * @rows: (out) (transfer none): valid until the next call; NULL at the end of the file, when the
 *   thread is over and the plan has all its counts
 *
 * Returns: FALSE where the file could not be read
 */
gboolean
lasna_import_reader_next (LasnaImportReader *self,
                          const LasnaImportRows **rows,
                          LasnaImportProgress *progress,
                          GError **error)
{
  *rows = NULL;
  if (self->load != NULL && self->load->is_last)
    return TRUE;
  if (self->load != NULL)
    g_async_queue_push (self->empty, self->load);
  self->load = self->next != NULL ? g_steal_pointer (&self->next) : g_async_queue_pop (self->full);
  *progress = self->load->progress;
  if (self->load->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->load->error));
      return FALSE;
    }
  if (!lasna_import_rows_is_empty (self->load->rows))
    *rows = self->load->rows;
  return TRUE;
}
