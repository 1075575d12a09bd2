/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The filter of a window and those before it.
 */
#include "config.h"

#include "lasna-view.h"

/* Further back nobody remembers what was there. */
#define MOST_STEPS 50

/**
 * LasnaView:
 *
 * Belongs to its workbook, which is open in one window at a time. A filter that is given is
 * copied. While somebody drags over a chart, hold and release make one step of many filters.
 */
struct _LasnaView
{
  GObject parent_instance;

  /* Owned */
  LasnaFilter *filter;
  GPtrArray *before; /* LasnaFilter, the latest last */

  guint n_holds;
  gboolean is_kept; /* what was there when the hold began is among those before */
};

G_DEFINE_FINAL_TYPE (LasnaView, lasna_view, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
lasna_view_finalize (GObject *object)
{
  LasnaView *self = LASNA_VIEW (object);

  lasna_filter_free (self->filter);
  g_ptr_array_unref (self->before);
  G_OBJECT_CLASS (lasna_view_parent_class)->finalize (object);
}

static void
lasna_view_class_init (LasnaViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lasna_view_finalize;

  /**
   * LasnaView::changed:
   *
   * The filter is another one.
   */
  signals[SIGNAL_CHANGED] = g_signal_new (
      "changed", LASNA_TYPE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lasna_view_init (LasnaView *self)
{
  self->filter = lasna_filter_new ();
  self->before = g_ptr_array_new_with_free_func ((GDestroyNotify) lasna_filter_free);
}

/**
 * lasna_view_get:
 *
 * Returns: (transfer none): the view of @workbook; every voice is in it at first
 */
LasnaView *
lasna_view_get (LasnaWorkbook *workbook)
{
  LasnaView *self = g_object_get_data (G_OBJECT (workbook), "lasna-view");

  if (self != NULL)
    return self;
  self = g_object_new (LASNA_TYPE_VIEW, NULL);
  g_object_set_data_full (G_OBJECT (workbook), "lasna-view", self, g_object_unref);
  return self;
}

/**
 * lasna_view_get_filter:
 *
 * Returns: (transfer none): the filter, until it changes
 */
const LasnaFilter *
lasna_view_get_filter (LasnaView *self)
{
  g_return_val_if_fail (LASNA_IS_VIEW (self), NULL);
  return self->filter;
}

static void
take (LasnaView *self, LasnaFilter *filter)
{
  lasna_filter_free (self->filter);
  self->filter = filter;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * lasna_view_set_filter:
 * @filter: (nullable): NULL for every voice
 *
 * Brings other voices into view; a step that can be gone back.
 */
void
lasna_view_set_filter (LasnaView *self, const LasnaFilter *filter)
{
  LasnaFilter *next;

  g_return_if_fail (LASNA_IS_VIEW (self));
  next = filter != NULL ? lasna_filter_copy (filter) : lasna_filter_new ();
  if (lasna_filter_equal (next, self->filter))
    {
      lasna_filter_free (next);
      return;
    }
  if (self->n_holds == 0 || !self->is_kept)
    {
      if (self->before->len == MOST_STEPS)
        g_ptr_array_remove_index (self->before, 0);
      g_ptr_array_add (self->before, lasna_filter_copy (self->filter));
      self->is_kept = TRUE;
    }
  take (self, next);
}

/**
 * lasna_view_clear:
 *
 * Brings every voice into view.
 */
void
lasna_view_clear (LasnaView *self)
{
  lasna_view_set_filter (self, NULL);
}

/**
 * lasna_view_hold:
 *
 * From now on until lasna_view_release () all filters together are one step.
 */
void
lasna_view_hold (LasnaView *self)
{
  g_return_if_fail (LASNA_IS_VIEW (self));
  if (self->n_holds++ == 0)
    self->is_kept = FALSE;
}

void
lasna_view_release (LasnaView *self)
{
  g_return_if_fail (LASNA_IS_VIEW (self) && self->n_holds > 0);
  self->n_holds--;
}

gboolean
lasna_view_can_go_back (LasnaView *self)
{
  g_return_val_if_fail (LASNA_IS_VIEW (self), FALSE);
  return self->before->len > 0;
}

/**
 * lasna_view_go_back:
 *
 * Brings into view what was there before the latest step.
 */
void
lasna_view_go_back (LasnaView *self)
{
  g_return_if_fail (LASNA_IS_VIEW (self));
  if (self->before->len == 0)
    return;
  self->is_kept = FALSE;
  take (self, g_ptr_array_steal_index (self->before, self->before->len - 1));
}
