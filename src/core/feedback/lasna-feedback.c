/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading and renewing the columns.
 */
#define G_LOG_DOMAIN "lasna-feedback"

#include "config.h"

#include "lasna-feedback.h"

#include "lasna-rows-cache.h"
#include "lasna-side-task.h"

#include <string.h>

/* After an edit the column cache is made anew when nobody has edited for so long. */
#define SECONDS_BEFORE_KEEPING 30

struct _LasnaFeedback
{
  GObject parent_instance;

  /* Owned */
  LasnaWorkbook *workbook;
  LasnaColumns *columns;       /* NULL before the first loading */
  const LasnaColumns *arrived; /* those that the thread sent ahead; borrowed, for comparing */
  GCancellable *cancellable;

  guint keeping; /* the timer, or 0 */
  gboolean is_loading;
  gboolean is_checking; /* they arrived, and the thread still compares or keeps them */
  gboolean is_edited;   /* they were edited since they arrived */
  gboolean is_stale;    /* something changed since the loading began */
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

static gpointer
keep_in_thread (LasnaStore *side, gpointer data, GCancellable *cancellable, GError **error)
{
  LasnaColumns *columns = data;

  return lasna_rows_cache_write (columns->rows, columns->stamp, side, cancellable, error) ? columns
                                                                                          : NULL;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (lasna_side_task_finish (result, &error) == NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("The columns could not be kept: %s", error->message);
}

/**
 * lasna_feedback_keep_async:
 *
 * Writes the columns as they are now into the column cache, in a thread, where they are many enough
 * to be worth it.
 */
void
lasna_feedback_keep_async (LasnaFeedback *self)
{
  LasnaStore *store = self->workbook != NULL ? lasna_workbook_get_store (self->workbook) : NULL;

  if (store == NULL || lasna_store_is_read_only (store) || self->is_loading ||
      self->columns->stamp < 0 || self->columns->n < LASNA_ROWS_CACHE_LEAST)
    return;
  lasna_side_task_run (store,
                       LASNA_STORE_BULK,
                       keep_in_thread,
                       lasna_columns_ref (self->columns),
                       (GDestroyNotify) lasna_columns_unref,
                       NULL,
                       self->cancellable,
                       kept_cb,
                       NULL);
}

static gboolean
keep_cb (gpointer data)
{
  LasnaFeedback *self = data;

  self->keeping = 0;
  lasna_feedback_keep_async (self);
  return G_SOURCE_REMOVE;
}

static void
keep_later (LasnaFeedback *self)
{
  if (self->keeping != 0)
    g_source_remove (self->keeping);
  self->keeping = g_timeout_add_seconds (SECONDS_BEFORE_KEEPING, keep_cb, self);
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
  if (!change.all && (!self->is_loading || self->is_checking) &&
      (change.meanings || change.voices->len > 0))
    next = lasna_columns_change (self->columns,
                                 lasna_workbook_get_store (self->workbook),
                                 (const gint64 *) (gpointer) change.voices->data,
                                 change.voices->len,
                                 change.meanings,
                                 NULL);
  if (next != NULL)
    {
      self->is_edited = TRUE;
      take_columns (self, next);
      keep_later (self);
    }
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
  g_clear_handle_id (&self->keeping, g_source_remove);
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

/* Columns on their way to the thread of the workbook. They know us only weakly: a thread may
 * outlive us by a moment, and must not be the one that lets go of the workbook.
 */
typedef struct
{
  GWeakRef feedback;
  LasnaColumns *columns;
} Arrival;

/* What a thread needs to load. */
typedef struct
{
  GWeakRef feedback;
  GMainContext *context;
  Arrival *arrival; /* NULL once it was sent */
  LasnaStore *side;
  LasnaStore *bulk; /* NULL where the file may not be written */
} Load;

static void
arrival_free (gpointer data)
{
  Arrival *arrival = data;

  g_weak_ref_clear (&arrival->feedback);
  g_clear_pointer (&arrival->columns, lasna_columns_unref);
  g_free (arrival);
}

static void
load_free (gpointer data)
{
  Load *load = data;

  g_weak_ref_clear (&load->feedback);
  g_main_context_unref (load->context);
  g_clear_pointer (&load->arrival, arrival_free);
  g_clear_object (&load->side);
  g_clear_object (&load->bulk);
  g_free (load);
}

static gboolean
arrived_cb (gpointer data)
{
  Arrival *arrival = data;
  g_autoptr (LasnaFeedback) self = g_weak_ref_get (&arrival->feedback);

  if (self == NULL || self->workbook == NULL)
    return G_SOURCE_REMOVE;

  /* What changed before this moment is not in them; what changes from now on is. */
  self->is_checking = !self->is_stale;
  self->arrived = arrival->columns;
  take_columns (self, lasna_columns_ref (arrival->columns));
  return G_SOURCE_REMOVE;
}

static void
send (Load *load, LasnaColumns *columns)
{
  Arrival *arrival = g_steal_pointer (&load->arrival);

  arrival->columns = lasna_columns_ref (columns);
  g_main_context_invoke_full (load->context, G_PRIORITY_DEFAULT, arrived_cb, arrival, arrival_free);
}

/* What came from the cache is compared with the rows, in the same moment of the file. */
static LasnaColumns *
check (Load *load, LasnaColumns *cached, GCancellable *cancellable, GError **error)
{
  g_autoptr (LasnaColumns) fresh = NULL;

  send (load, cached);
  fresh = lasna_columns_load (load->side, cancellable, error);
  if (fresh == NULL || lasna_rows_equal (fresh->rows, cached->rows))
    return NULL;
  g_message ("The column cache was not what the rows say; it is made anew");
  return g_steal_pointer (&fresh);
}

static void
keep (Load *load, const LasnaColumns *columns, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (load->bulk == NULL || columns->n < LASNA_ROWS_CACHE_LEAST)
    return;
  if (!lasna_rows_cache_write (columns->rows, columns->stamp, load->bulk, cancellable, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("The columns could not be kept: %s", error->message);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;
  LasnaColumns *columns = NULL;

  if (lasna_store_execute (load->side, "BEGIN", &error))
    {
      columns = lasna_columns_open (load->side, cancellable, &error);
      if (columns != NULL && columns->is_cached)
        {
          g_autoptr (LasnaColumns) cached = g_steal_pointer (&columns);

          columns = check (load, cached, cancellable, &error);
        }
      else if (columns != NULL && columns->n >= LASNA_ROWS_CACHE_LEAST)
        send (load, columns);
      lasna_store_execute (load->side, "COMMIT", NULL);
    }
  if (columns != NULL)
    keep (load, columns, cancellable);
  lasna_store_close (load->side, NULL);
  if (load->bulk != NULL)
    lasna_store_close (load->bulk, NULL);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, columns, (GDestroyNotify) lasna_columns_unref);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  GTask *task = G_TASK (result);
  Load *load = g_task_get_task_data (task);
  g_autoptr (LasnaFeedback) self = g_weak_ref_get (&load->feedback);
  g_autoptr (GError) error = NULL;
  LasnaColumns *columns = g_task_propagate_pointer (task, &error);

  if (self == NULL)
    {
      g_clear_pointer (&columns, lasna_columns_unref);
      return;
    }
  self->is_loading = FALSE;
  self->is_checking = FALSE;
  if (columns != NULL && columns != self->arrived)
    {
      /* An edit since then was made to columns that were not what the rows said. */
      self->is_stale |= self->is_edited;
      take_columns (self, g_steal_pointer (&columns));
    }
  g_clear_pointer (&columns, lasna_columns_unref);
  self->arrived = NULL;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("The feedback could not be read: %s", error->message);
  if (self->is_stale && self->workbook != NULL)
    lasna_feedback_load_async (self);
}

/**
 * lasna_feedback_load_async:
 *
 * Reads the file in a thread; "changed" tells when the columns are there. Until then the ones
 * before hold. What changes meanwhile is read afterwards, once. Columns from the column cache come
 * first and are compared with the rows; the cache is made where there is none.
 */
void
lasna_feedback_load_async (LasnaFeedback *self)
{
  LasnaStore *store = lasna_workbook_get_store (self->workbook);
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  LasnaStore *side;
  Load *load;

  if (self->is_loading)
    return;
  side = lasna_store_open_side (store, LASNA_STORE_READ_ONLY, &error);
  if (side == NULL)
    {
      g_warning ("The feedback could not be read: %s", error->message);
      return;
    }
  self->is_loading = TRUE;
  self->is_stale = FALSE;
  self->is_edited = FALSE;
  load = g_new0 (Load, 1);
  g_weak_ref_init (&load->feedback, self);
  load->context = g_main_context_ref_thread_default ();
  load->arrival = g_new0 (Arrival, 1);
  g_weak_ref_init (&load->arrival->feedback, self);
  load->side = side;
  if (!lasna_store_is_read_only (store))
    load->bulk = lasna_store_open_side (store, LASNA_STORE_BULK, NULL);
  task = g_task_new (NULL, self->cancellable, loaded_cb, NULL);
  g_task_set_source_tag (task, lasna_feedback_load_async);
  g_task_set_task_data (task, load, load_free);
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
