/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figures of a journey: making, finding and freeing.
 */
#include "config.h"

#include "lasna-journey-figures.h"

#include <math.h>

static void
feeling_clear (gpointer data)
{
  LasnaFeelingCount *feeling = data;

  g_free (feeling->emotion);
}

static void
stage_free (gpointer data)
{
  LasnaStageFigures *stage = data;

  g_free (stage->entries);
  g_array_unref (stage->feelings);
  g_free (stage->measure);
  g_array_unref (stage->touchpoints);
  g_free (stage->verbatim);
  g_free (stage->between_lines);
  g_free (stage);
}

/**
 * lasna_journey_figures_new:
 *
 * Returns: (transfer full): a journey on which nobody was heard
 */
LasnaJourneyFigures *
lasna_journey_figures_new (void)
{
  LasnaJourneyFigures *self = g_new0 (LasnaJourneyFigures, 1);

  self->stages = g_ptr_array_new_with_free_func (stage_free);
  self->nps = NAN;
  return self;
}

void
lasna_journey_figures_free (LasnaJourneyFigures *self)
{
  g_ptr_array_unref (self->stages);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

/**
 * lasna_journey_figures_add_stage:
 *
 * Returns: (transfer none): figures for @stage, all unknown
 */
LasnaStageFigures *
lasna_journey_figures_add_stage (LasnaJourneyFigures *self, gint64 stage)
{
  LasnaStageFigures *figures = g_new0 (LasnaStageFigures, 1);

  figures->stage = stage;
  figures->climate = figures->task = figures->measured = NAN;
  figures->feelings = g_array_new (FALSE, FALSE, sizeof (LasnaFeelingCount));
  g_array_set_clear_func (figures->feelings, feeling_clear);
  figures->touchpoints = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->stages, figures);
  return figures;
}

/**
 * lasna_journey_figures_find:
 * @self: (nullable):
 *
 * Returns: (transfer none) (nullable): the figures of @stage
 */
const LasnaStageFigures *
lasna_journey_figures_find (const LasnaJourneyFigures *self, gint64 stage)
{
  for (guint i = 0; self != NULL && i < self->stages->len; i++)
    {
      const LasnaStageFigures *figures = g_ptr_array_index (self->stages, i);

      if (figures->stage == stage)
        return figures;
    }
  return NULL;
}

/**
 * lasna_stage_figures_add_feeling:
 *
 * Adds how many voices felt @emotion.
 */
void
lasna_stage_figures_add_feeling (LasnaStageFigures *self, const char *emotion, guint count)
{
  LasnaFeelingCount feeling = { g_strdup (emotion), count };

  g_array_append_val (self->feelings, feeling);
}
