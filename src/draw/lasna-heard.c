/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was heard: making, finding and freeing.
 */
#include "config.h"

#include "lasna-heard.h"

#include <math.h>

static void
feeling_clear (gpointer data)
{
  LasnaHeardFeeling *feeling = data;

  g_free (feeling->emotion);
}

static void
stage_free (gpointer data)
{
  LasnaHeardStage *stage = data;

  g_free (stage->entries);
  g_array_unref (stage->feelings);
  g_free (stage->measure);
  g_free (stage->verbatim);
  g_free (stage->between_lines);
  g_free (stage);
}

/**
 * lasna_heard_new:
 *
 * Returns: (transfer full): a journey on which nobody was heard
 */
LasnaHeard *
lasna_heard_new (void)
{
  LasnaHeard *self = g_new0 (LasnaHeard, 1);

  self->stages = g_ptr_array_new_with_free_func (stage_free);
  self->touchpoints = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->nps = NAN;
  return self;
}

void
lasna_heard_free (LasnaHeard *self)
{
  g_ptr_array_unref (self->stages);
  g_array_unref (self->touchpoints);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

/**
 * lasna_heard_add_stage:
 *
 * Returns: (transfer none): @stage, where nothing is known yet
 */
LasnaHeardStage *
lasna_heard_add_stage (LasnaHeard *self, gint64 stage)
{
  LasnaHeardStage *heard = g_new0 (LasnaHeardStage, 1);

  heard->stage = stage;
  heard->climate = heard->task = heard->measured = NAN;
  heard->feelings = g_array_new (FALSE, FALSE, sizeof (LasnaHeardFeeling));
  g_array_set_clear_func (heard->feelings, feeling_clear);
  g_ptr_array_add (self->stages, heard);
  return heard;
}

/**
 * lasna_heard_find:
 * @self: (nullable):
 *
 * Returns: (transfer none) (nullable): what was heard at @stage
 */
const LasnaHeardStage *
lasna_heard_find (const LasnaHeard *self, gint64 stage)
{
  for (guint i = 0; self != NULL && i < self->stages->len; i++)
    {
      const LasnaHeardStage *heard = g_ptr_array_index (self->stages, i);

      if (heard->stage == stage)
        return heard;
    }
  return NULL;
}

/**
 * lasna_heard_stage_add_feeling:
 *
 * Adds how many voices felt @emotion.
 */
void
lasna_heard_stage_add_feeling (LasnaHeardStage *self, const char *emotion, guint count)
{
  LasnaHeardFeeling feeling = { g_strdup (emotion), count };

  g_array_append_val (self->feelings, feeling);
}
