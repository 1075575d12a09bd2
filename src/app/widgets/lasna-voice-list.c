/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids in an array, records on demand: the workbook keeps one live object for a row while somebody
 * holds it, so the views see the same object for the same voice.
 */
#include "config.h"

#include "lasna-voice-list.h"

#include "lasna-voice.h"

struct _LasnaVoiceList
{
  GObject parent_instance;

  /* Owned */
  LasnaFeedback *feedback;
  GArray *ids; /* gint64 */
};

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
  g_clear_object (&LASNA_VOICE_LIST (object)->feedback);
  g_array_unref (LASNA_VOICE_LIST (object)->ids);
  G_OBJECT_CLASS (lasna_voice_list_parent_class)->finalize (object);
}

static void
lasna_voice_list_class_init (LasnaVoiceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lasna_voice_list_finalize;
}

static void
lasna_voice_list_init (LasnaVoiceList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * lasna_voice_list_new:
 *
 * Returns: (transfer full): an empty list, until a filter is set
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

/**
 * lasna_voice_list_set_filter:
 * @filter: (nullable): NULL for all voices
 *
 * Shows the voices that pass @filter, as the columns have them now.
 *
 * Returns: FALSE with @error set where they could not be read; the list is as before then
 */
gboolean
lasna_voice_list_set_filter (LasnaVoiceList *self, const LasnaFilter *filter, GError **error)
{
  g_autoptr (LasnaSelection) selection = NULL;
  GArray *ids;

  g_return_val_if_fail (LASNA_IS_VOICE_LIST (self), FALSE);
  if (lasna_feedback_get_columns (self->feedback) == NULL)
    return TRUE;
  selection = lasna_feedback_select (self->feedback, filter, error);
  if (selection == NULL)
    return FALSE;
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), selection->n);
  for (guint row = selection->columns->n; row-- > 0;)
    if (lasna_selection_has (selection, row))
      g_array_append_val (ids, selection->columns->ids[row]);
  take_ids (self, ids);
  return TRUE;
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
