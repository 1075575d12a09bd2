/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading and renewing the columns.
 */
#define G_LOG_DOMAIN "lasna-feedback"

#include "config.h"

#include "lasna-feedback.h"

#include <string.h>

struct _LasnaFeedback
{
  GObject parent_instance;

  /* Owned */
  LasnaWorkbook *workbook;
  LasnaColumns *columns; /* NULL before the first loading */
  GCancellable *cancellable;

  gboolean is_loading;
  gboolean is_stale; /* something changed since the loading began */
};

G_DEFINE_FINAL_TYPE (LasnaFeedback, lasna_feedback, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* More voices than this are read again in a thread. */
#define MOST_CHANGED 2000

typedef enum
{
  CONCERN_VOICE,   /* a voice, or what it has several of */
  CONCERN_MEANING, /* what the codes of voices mean */
  CONCERN_ALL,     /* which voices there are */
} Concern;

static const struct
{
  const char *table;
  Concern concern;
} concerns[] = {
  { "feedback", CONCERN_VOICE },         { "feedback_score", CONCERN_VOICE },
  { "feedback_emotion", CONCERN_VOICE }, { "batch", CONCERN_ALL },
  { "label", CONCERN_MEANING },          { "question", CONCERN_MEANING },
  { "emotion", CONCERN_MEANING },        { "stage", CONCERN_MEANING },
  { "touchpoint", CONCERN_MEANING },     { "journey", CONCERN_MEANING },
  { "channel", CONCERN_MEANING },        { "segment", CONCERN_MEANING },
  { "chain_link", CONCERN_MEANING },
};

/* What a change means for the columns. */
typedef struct
{
  GArray *voices; /* their ids */
  gboolean meanings;
  gboolean all;
} Change;

static Change
judge_touches (GArray *touches)
{
  Change change = { g_array_new (FALSE, FALSE, sizeof (gint64)), FALSE, touches == NULL };

  for (guint i = 0; touches != NULL && i < touches->len; i++)
    {
      const LasnaTouch *touch = &g_array_index (touches, LasnaTouch, i);

      for (guint j = 0; j < G_N_ELEMENTS (concerns); j++)
        if (strcmp (touch->table, concerns[j].table) == 0)
          {
            change.all |= concerns[j].concern == CONCERN_ALL;
            change.meanings |= concerns[j].concern == CONCERN_MEANING;
            if (concerns[j].concern == CONCERN_VOICE)
              g_array_append_val (change.voices, touch->id);
          }
    }
  change.all |= change.voices->len > MOST_CHANGED;
  return change;
}

static void
take_columns (LasnaFeedback *self, LasnaColumns *columns)
{
  g_clear_pointer (&self->columns, lasna_columns_unref);
  self->columns = columns;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
workbook_changed_cb (
    LasnaWorkbook *workbook, const char *label, GArray *touches, int cause, LasnaFeedback *self)
{
  Change change;
  LasnaColumns *next = NULL;

  if (self->columns == NULL && !self->is_loading)
    return;
  change = judge_touches (touches);
  if (!change.all && !self->is_loading && (change.meanings || change.voices->len > 0))
    next = lasna_columns_change (self->columns,
                                 lasna_workbook_get_store (self->workbook),
                                 (const gint64 *) (gpointer) change.voices->data,
                                 change.voices->len,
                                 change.meanings,
                                 NULL);
  if (next != NULL)
    take_columns (self, next);
  else if (change.all || change.meanings || change.voices->len > 0)
    {
      self->is_stale = TRUE;
      lasna_feedback_load_async (self);
    }
  g_array_unref (change.voices);
}

static void
lasna_feedback_dispose (GObject *object)
{
  LasnaFeedback *self = LASNA_FEEDBACK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workbook);
  G_OBJECT_CLASS (lasna_feedback_parent_class)->dispose (object);
}

static void
lasna_feedback_finalize (GObject *object)
{
  LasnaFeedback *self = LASNA_FEEDBACK (object);

  g_clear_pointer (&self->columns, lasna_columns_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (lasna_feedback_parent_class)->finalize (object);
}

static void
lasna_feedback_class_init (LasnaFeedbackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lasna_feedback_dispose;
  object_class->finalize = lasna_feedback_finalize;

  /**
   * LasnaFeedback::changed:
   *
   * The columns are new: selections and figures made before are of the past.
   */
  signals[SIGNAL_CHANGED] = g_signal_new (
      "changed", LASNA_TYPE_FEEDBACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lasna_feedback_init (LasnaFeedback *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * lasna_feedback_new:
 *
 * Returns: (transfer full): the feedback of @workbook, not loaded yet
 */
LasnaFeedback *
lasna_feedback_new (LasnaWorkbook *workbook)
{
  LasnaFeedback *self = g_object_new (LASNA_TYPE_FEEDBACK, NULL);

  self->workbook = g_object_ref (workbook);
  g_signal_connect_object (workbook, "changed", G_CALLBACK (workbook_changed_cb), self, 0);
  return self;
}

LasnaWorkbook *
lasna_feedback_get_workbook (LasnaFeedback *self)
{
  return self->workbook;
}

/**
 * lasna_feedback_load:
 *
 * Reads the file in the calling thread, which is that of the workbook.
 *
 * Returns: whether the columns hold what the file says now
 */
gboolean
lasna_feedback_load (LasnaFeedback *self, GError **error)
{
  LasnaColumns *columns =
      lasna_columns_load (lasna_workbook_get_store (self->workbook), NULL, error);

  if (columns == NULL)
    return FALSE;
  self->is_stale = FALSE;
  take_columns (self, columns);
  return TRUE;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  LasnaColumns *columns = lasna_columns_load (data, cancellable, &error);

  lasna_store_close (data, NULL);
  if (columns != NULL)
    g_task_return_pointer (task, columns, (GDestroyNotify) lasna_columns_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* The task knows us only weakly: its thread may outlive this call by a moment, and must not be the
 * one that lets go of the workbook.
 */
static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (LasnaFeedback) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  LasnaColumns *columns = g_task_propagate_pointer (G_TASK (result), &error);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL)
    {
      g_clear_pointer (&columns, lasna_columns_unref);
      return;
    }
  self->is_loading = FALSE;
  if (columns != NULL)
    take_columns (self, columns);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("The feedback could not be read: %s", error->message);
  if (self->is_stale && self->workbook != NULL)
    lasna_feedback_load_async (self);
}

/**
 * lasna_feedback_load_async:
 *
 * Reads the file in a thread; "changed" tells when the columns are there. Until then the ones
 * before hold. What changes meanwhile is read afterwards, once.
 */
void
lasna_feedback_load_async (LasnaFeedback *self)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  GWeakRef *weak;
  LasnaStore *side;

  if (self->is_loading)
    return;
  side = lasna_store_open_side (
      lasna_workbook_get_store (self->workbook), LASNA_STORE_READ_ONLY, &error);
  if (side == NULL)
    {
      g_warning ("The feedback could not be read: %s", error->message);
      return;
    }
  self->is_loading = TRUE;
  self->is_stale = FALSE;
  weak = g_new (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, self->cancellable, loaded_cb, weak);
  g_task_set_source_tag (task, lasna_feedback_load_async);
  g_task_set_task_data (task, side, g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

gboolean
lasna_feedback_is_loading (LasnaFeedback *self)
{
  return self->is_loading;
}

/**
 * lasna_feedback_get_columns:
 *
 * Returns: (transfer none) (nullable): the columns; NULL before the first loading
 */
LasnaColumns *
lasna_feedback_get_columns (LasnaFeedback *self)
{
  return self->columns;
}

/**
 * lasna_feedback_select:
 * @filter: (nullable): NULL for all voices
 *
 * Loads the columns where they are not there yet.
 *
 * Returns: (transfer full) (nullable): the voices in view
 */
LasnaSelection *
lasna_feedback_select (LasnaFeedback *self, const LasnaFilter *filter, GError **error)
{
  g_autoptr (LasnaFilter) all = lasna_filter_new ();

  if (self->columns == NULL && !lasna_feedback_load (self, error))
    return NULL;
  return lasna_selection_new (filter != NULL ? filter : all,
                              self->columns,
                              lasna_workbook_get_store (self->workbook),
                              error);
}

/**
 * lasna_feedback_get_journey:
 * @filter: (nullable): NULL for all voices
 *
 * Returns: (transfer full) (nullable): what customers said about @journey
 */
LasnaJourneyFigures *
lasna_feedback_get_journey (LasnaFeedback *self,
                            LasnaRecord *journey,
                            const LasnaFilter *filter,
                            GError **error)
{
  g_autoptr (LasnaSelection) selection = lasna_feedback_select (self, filter, error);
  GListModel *stages = lasna_record_get_children (journey, "stage", "journey");
  guint n = g_list_model_get_n_items (stages);
  g_autofree gint64 *ids = g_new0 (gint64, n + 1);

  if (selection == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LasnaRecord) stage = g_list_model_get_item (stages, i);

      ids[i] = lasna_record_get_id (stage);
    }
  return lasna_journey_figures_new (selection, ids, n);
}
