/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One task for all such work: open, run, close, hand over.
 */
#include "config.h"

#include "lasna-side-task.h"

typedef struct
{
  LasnaStore *side;
  LasnaSideFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->side);
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  gpointer result = job->func (job->side, job->data, cancellable, &error);

  lasna_store_close (job->side, NULL);
  if (result != NULL)
    g_task_return_pointer (task, result, job->free_result);
  else
    g_task_return_error (task, error);
}

/**
 * lasna_side_task_run:
 * @flags: of the connection that @func gets
 * @data: (transfer full): for @func
 * @free_result: (nullable): for a result that nobody takes
 *
 * The task has no source: a thread must not be the last to hold a workbook.
 */
void
lasna_side_task_run (LasnaStore *store,
                     LasnaStoreFlags flags,
                     LasnaSideFunc func,
                     gpointer data,
                     GDestroyNotify free_data,
                     GDestroyNotify free_result,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer callback_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, callback_data);
  Job *job = g_new0 (Job, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, lasna_side_task_run);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;

  /* Who turns the log on also turns it off, so that one file is left when the workbook is closed.
   */
  if (!(flags & LASNA_STORE_BULK) || lasna_store_prepare_to_write (store, &error))
    job->side = lasna_store_open_side (store, flags, &error);
  if (job->side != NULL)
    g_task_run_in_thread (task, run_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * lasna_side_task_finish:
 *
 * Returns: (transfer full) (nullable): what the function gave
 */
gpointer
lasna_side_task_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
