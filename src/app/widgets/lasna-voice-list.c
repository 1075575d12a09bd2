/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids in an array, records on demand: the workbook keeps one live object for a row while somebody
 * holds it, so the views see the same object for the same voice.
 */
#include "config.h"

#include "lasna-voice-list.h"

#include "lasna-side-task.h"
#include "lasna-voice.h"

/* More voices than these are looked through in a thread, so that nobody waits for a letter. */
#define MOST_AT_ONCE 20000

struct _LasnaVoiceList
{
  GObject parent_instance;

  /* Owned */
  LasnaFeedback *feedback;
  LasnaFilter *filter;
  GArray *ids; /* gint64 */

  LasnaVoiceOrder order;
  gboolean is_descending;
  gboolean is_busy;
  gboolean is_stale; /* something else was asked for meanwhile */
};

enum
{
  SIGNAL_RENEWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return LASNA_TYPE_VOICE;
}

static guint
get_n_items (GListModel *model)
{
  return LASNA_VOICE_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  LasnaVoiceList *self = LASNA_VOICE_LIST (model);

  if (position >= self->ids->len)
    return NULL;
  return lasna_workbook_find (lasna_feedback_get_workbook (self->feedback),
                              "feedback",
                              g_array_index (self->ids, gint64, position));
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LasnaVoiceList,
                               lasna_voice_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
lasna_voice_list_finalize (GObject *object)
{
  LasnaVoiceList *self = LASNA_VOICE_LIST (object);

  g_clear_object (&self->feedback);
  lasna_filter_free (self->filter);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (lasna_voice_list_parent_class)->finalize (object);
}

static void
lasna_voice_list_class_init (LasnaVoiceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lasna_voice_list_finalize;

  /**
   * LasnaVoiceList::renewed:
   * @error: (nullable): why the list is as before
   *
   * The list is what was asked for last.
   */
  signals[SIGNAL_RENEWED] = g_signal_new ("renewed",
                                          LASNA_TYPE_VOICE_LIST,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_ERROR);
}

static void
lasna_voice_list_init (LasnaVoiceList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filter = lasna_filter_new ();
  self->is_descending = TRUE;
}

/**
 * lasna_voice_list_new:
 *
 * Returns: (transfer full): an empty list, until it is renewed
 */
LasnaVoiceList *
lasna_voice_list_new (LasnaFeedback *feedback)
{
  LasnaVoiceList *self = g_object_new (LASNA_TYPE_VOICE_LIST, NULL);

  self->feedback = g_object_ref (feedback);
  return self;
}

static gint64
get_id (GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

/* What is alike at both ends is not touched. A view that is told of a splice looks at every added
 * item, so a great change is told as all gone, then all new, at which it looks at none.
 */
static void
take_ids (LasnaVoiceList *self, GArray *ids)
{
  const guint most = 256;
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  guint start = 0;
  guint end = 0;

  self->ids = ids;
  while (start < old->len && start < ids->len && get_id (old, start) == get_id (ids, start))
    start++;
  while (end < old->len - start && end < ids->len - start &&
         get_id (old, old->len - 1 - end) == get_id (ids, ids->len - 1 - end))
    end++;
  if (old->len == ids->len && start == ids->len)
    return;
  if (ids->len - start - end <= most)
    {
      g_list_model_items_changed (
          G_LIST_MODEL (self), start, old->len - start - end, ids->len - start - end);
      return;
    }
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, 0);
  g_array_unref (self->ids);
  self->ids = ids;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
}

/* What a thread needs to make a list: nothing of it is touched by anybody else. */
typedef struct
{
  LasnaFilter *filter;
  LasnaColumns *columns;
  LasnaVoiceOrder order;
  gboolean is_descending;
  LasnaLanguage language;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  lasna_filter_free (work->filter);
  lasna_columns_unref (work->columns);
  g_free (work);
}

static Work *
work_new (LasnaVoiceList *self)
{
  Work *work = g_new0 (Work, 1);

  work->filter = lasna_filter_copy (self->filter);
  work->columns = lasna_columns_ref (lasna_feedback_get_columns (self->feedback));
  work->order = self->order;
  work->is_descending = self->is_descending;
  work->language = lasna_language_of_locale ();
  return work;
}

static gpointer
list_ids (LasnaStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Work *work = data;
  g_autoptr (LasnaSelection) selection =
      lasna_selection_new (work->filter, work->columns, store, error);

  if (selection == NULL)
    return NULL;
  return lasna_voice_order_list (selection,
                                 work->order,
                                 work->is_descending,
                                 work->language,
                                 lasna_filter_get_search (work->filter),
                                 store,
                                 error);
}

static void
finish (LasnaVoiceList *self, GArray *ids, const GError *error)
{
  if (ids != NULL)
    take_ids (self, ids);
  g_signal_emit (self, signals[SIGNAL_RENEWED], 0, error);
}

/* The task knows us only weakly: its thread may outlive the page. */
static void
listed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (LasnaVoiceList) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = lasna_side_task_finish (result, &error);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL)
    return;
  self->is_busy = FALSE;
  if (self->is_stale)
    lasna_voice_list_renew (self);
  else
    finish (self, g_steal_pointer (&ids), error);
}

static LasnaStore *
get_store (LasnaVoiceList *self)
{
  return lasna_workbook_get_store (lasna_feedback_get_workbook (self->feedback));
}

static void
renew_in_thread (LasnaVoiceList *self)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  self->is_busy = TRUE;
  self->is_stale = FALSE;
  g_weak_ref_init (weak, self);
  lasna_side_task_run (get_store (self),
                       LASNA_STORE_READ_ONLY,
                       list_ids,
                       work_new (self),
                       work_free,
                       (GDestroyNotify) g_array_unref,
                       NULL,
                       listed_cb,
                       weak);
}

/**
 * lasna_voice_list_renew:
 *
 * Lists the voices that pass the filter as the columns have them now. "renewed" says when they are
 * there: at once, or when a thread has looked through many.
 */
void
lasna_voice_list_renew (LasnaVoiceList *self)
{
  LasnaColumns *columns;
  g_autoptr (GError) error = NULL;
  GArray *ids;
  Work *work;

  g_return_if_fail (LASNA_IS_VOICE_LIST (self));
  columns = lasna_feedback_get_columns (self->feedback);
  if (columns == NULL)
    return;
  if (self->is_busy)
    {
      self->is_stale = TRUE;
      return;
    }
  if (columns->n > MOST_AT_ONCE)
    {
      renew_in_thread (self);
      return;
    }
  work = work_new (self);
  ids = list_ids (get_store (self), work, NULL, &error);
  work_free (work);
  finish (self, ids, error);
}

/**
 * lasna_voice_list_set_filter:
 *
 * From the next renewal on, the voices that pass @filter are listed.
 */
void
lasna_voice_list_set_filter (LasnaVoiceList *self, const LasnaFilter *filter)
{
  g_return_if_fail (LASNA_IS_VOICE_LIST (self));
  lasna_filter_free (self->filter);
  self->filter = lasna_filter_copy (filter);
}

/**
 * lasna_voice_list_set_order:
 *
 * From the next renewal on, voices are listed in this order.
 */
void
lasna_voice_list_set_order (LasnaVoiceList *self, LasnaVoiceOrder order, gboolean descending)
{
  g_return_if_fail (LASNA_IS_VOICE_LIST (self) && order < LASNA_N_VOICE_ORDERS);
  self->order = order;
  self->is_descending = descending;
}

/**
 * lasna_voice_list_is_busy:
 *
 * Returns: whether a thread is looking
 */
gboolean
lasna_voice_list_is_busy (LasnaVoiceList *self)
{
  g_return_val_if_fail (LASNA_IS_VOICE_LIST (self), FALSE);
  return self->is_busy;
}

/**
 * lasna_voice_list_get_id:
 *
 * Returns: the id of the voice at @position, which is less than the length of the list
 */
gint64
lasna_voice_list_get_id (LasnaVoiceList *self, guint position)
{
  g_return_val_if_fail (LASNA_IS_VOICE_LIST (self) && position < self->ids->len, 0);
  return get_id (self->ids, position);
}

/**
 * lasna_voice_list_find:
 *
 * Returns: whether the voice passes the filter; then @position is its place
 */
gboolean
lasna_voice_list_find (LasnaVoiceList *self, gint64 id, guint *position)
{
  g_return_val_if_fail (LASNA_IS_VOICE_LIST (self), FALSE);
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}
