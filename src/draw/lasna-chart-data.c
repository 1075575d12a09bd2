/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data of a chart: making and freeing.
 */
#include "config.h"

#include "lasna-chart-data.h"

#include <math.h>

static void
stage_free (gpointer data)
{
  LasnaChartStage *stage = data;

  g_free (stage->title);
  g_free (stage->question);
  g_free (stage->target);
  g_free (stage->entries);
  g_free (stage);
}

/**
 * lasna_chart_data_new:
 *
 * Returns: (transfer full): a chart without stages
 */
LasnaChartData *
lasna_chart_data_new (LasnaChartKind kind, LasnaLanguage language)
{
  LasnaChartData *self = g_new0 (LasnaChartData, 1);

  self->kind = kind;
  self->language = language;
  self->stages = g_ptr_array_new_with_free_func (stage_free);
  return self;
}

void
lasna_chart_data_free (LasnaChartData *self)
{
  g_free (self->period);
  g_ptr_array_unref (self->stages);
  g_free (self);
}

/**
 * lasna_chart_data_add_stage:
 *
 * Returns: (transfer none): the new last stage
 */
LasnaChartStage *
lasna_chart_data_add_stage (LasnaChartData *self, const char *title)
{
  LasnaChartStage *stage = g_new0 (LasnaChartStage, 1);

  stage->title = g_strdup (title);
  stage->mean = NAN;
  g_ptr_array_add (self->stages, stage);
  return stage;
}
