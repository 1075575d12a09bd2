/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of a chart: making and freeing.
 */
#include "config.h"

#include "lasna-chart-data.h"

#include <math.h>

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
