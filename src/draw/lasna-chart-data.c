/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of a chart: making and freeing.
 */
#include "config.h"

#include "lasna-chart-data.h"

#include <math.h>
#include <string.h>

static void
item_free (gpointer data)
{
  LasnaChartItem *item = data;

  g_free (item->title);
  g_free (item->note);
  g_free (item->where);
  g_free (item->question);
  g_free (item->target);
  g_clear_pointer (&item->hours, g_array_unref);
  g_free (item);
}

static void
panel_free (gpointer data)
{
  LasnaChartPanel *panel = data;

  g_free (panel->title);
  g_free (panel->figure);
  g_free (panel);
}

/**
 * lasna_chart_data_new:
 *
 * Returns: (transfer full): a chart of nothing
 */
LasnaChartData *
lasna_chart_data_new (LasnaChartKind kind, LasnaLanguage language)
{
  LasnaChartData *self = g_new0 (LasnaChartData, 1);

  self->kind = kind;
  self->language = language;
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->panels = g_ptr_array_new_with_free_func (panel_free);
  return self;
}

void
lasna_chart_data_free (LasnaChartData *self)
{
  g_free (self->view);
  g_free (self->remark);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->panels);
  g_free (self);
}

/**
 * lasna_chart_data_add_item:
 *
 * Returns: (transfer none): the new last item, of which nothing is known yet
 */
LasnaChartItem *
lasna_chart_data_add_item (LasnaChartData *self, const char *title)
{
  LasnaChartItem *item = g_new0 (LasnaChartItem, 1);

  item->title = g_strdup (title);
  item->mean = item->low = item->high = NAN;
  item->task = item->task_low = item->task_high = NAN;
  item->index = item->promised = NAN;
  item->rolling = item->limit_low = item->limit_high = NAN;
  g_ptr_array_add (self->items, item);
  return item;
}

/**
 * lasna_chart_data_add_panel:
 *
 * Returns: (transfer none): the new last part
 */
LasnaChartPanel *
lasna_chart_data_add_panel (LasnaChartData *self, const char *title)
{
  LasnaChartPanel *panel = g_new0 (LasnaChartPanel, 1);

  panel->title = g_strdup (title);
  panel->centre = NAN;
  g_ptr_array_add (self->panels, panel);
  return panel;
}

static gboolean
hours_equal (const GArray *one, const GArray *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return one->len == other->len &&
         (one->len == 0 || memcmp (one->data, other->data, one->len * sizeof (double)) == 0);
}

static gboolean
item_equal (const LasnaChartItem *one, const LasnaChartItem *other)
{
  const gsize figures = G_STRUCT_OFFSET (LasnaChartItem, ink);

  return g_strcmp0 (one->title, other->title) == 0 && g_strcmp0 (one->note, other->note) == 0 &&
         g_strcmp0 (one->where, other->where) == 0 &&
         g_strcmp0 (one->question, other->question) == 0 &&
         g_strcmp0 (one->target, other->target) == 0 && hours_equal (one->hours, other->hours) &&
         memcmp ((const char *) one + figures,
                 (const char *) other + figures,
                 sizeof (LasnaChartItem) - figures) == 0;
}

static gboolean
panel_equal (const LasnaChartPanel *one, const LasnaChartPanel *other)
{
  const gsize figures = G_STRUCT_OFFSET (LasnaChartPanel, minimum);

  return g_strcmp0 (one->title, other->title) == 0 && g_strcmp0 (one->figure, other->figure) == 0 &&
         memcmp ((const char *) one + figures,
                 (const char *) other + figures,
                 sizeof (LasnaChartPanel) - figures) == 0;
}

/**
 * lasna_chart_data_equal:
 *
 * Returns: whether both make the same picture; both were made by lasna_chart_data_new()
 */
gboolean
lasna_chart_data_equal (const LasnaChartData *self, const LasnaChartData *other)
{
  if (self->kind != other->kind || self->language != other->language || self->few != other->few ||
      self->n != other->n || self->items->len != other->items->len ||
      self->panels->len != other->panels->len || g_strcmp0 (self->view, other->view) != 0 ||
      g_strcmp0 (self->remark, other->remark) != 0)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    if (!item_equal (self->items->pdata[i], other->items->pdata[i]))
      return FALSE;
  for (guint i = 0; i < self->panels->len; i++)
    if (!panel_equal (self->panels->pdata[i], other->panels->pdata[i]))
      return FALSE;
  return TRUE;
}
