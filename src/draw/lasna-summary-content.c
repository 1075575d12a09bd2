/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The content of a summary: making and freeing.
 */
#include "config.h"

#include "lasna-summary-content.h"

#include <math.h>

static void
touchpoint_free (gpointer data)
{
  LasnaSummaryTouchpoint *self = data;

  g_free (self->letter);
  g_free (self->title);
  g_free (self->channel);
  g_free (self->owner);
  g_free (self);
}

static void
feeling_free (gpointer data)
{
  LasnaSummaryFeeling *self = data;

  g_free (self->label);
  g_free (self);
}

static void
stage_free (gpointer data)
{
  LasnaSummaryStage *self = data;

  lasna_path_stage_free (self->path);
  g_free (self->goal);
  g_ptr_array_unref (self->touchpoints);
  g_free (self->forest);
  g_free (self->confidence);
  g_free (self->wanted);
  g_ptr_array_unref (self->felt);
  g_free (self->question);
  g_free (self->voice);
  g_free (self->between_lines);
  g_free (self);
}

static void
promise_free (gpointer data)
{
  LasnaSummaryPromise *self = data;

  g_free (self->touchpoint);
  g_free (self);
}

static void
problem_free (gpointer data)
{
  LasnaSummaryProblem *self = data;

  g_free (self->title);
  g_free (self->who);
  g_free (self->channel);
  g_free (self->first_words);
  g_free (self->mandate);
  g_free (self);
}

static void
action_free (gpointer data)
{
  LasnaSummaryAction *self = data;

  g_free (self->title);
  g_free (self->owner);
  g_free (self->due);
  g_free (self);
}

/**
 * lasna_summary_content_new:
 *
 * Returns: (transfer full): a page that says nothing yet
 */
LasnaSummaryContent *
lasna_summary_content_new (LasnaLanguage language)
{
  LasnaSummaryContent *self = g_new0 (LasnaSummaryContent, 1);

  self->language = language;
  self->stages = g_ptr_array_new_with_free_func (stage_free);
  self->promises = g_ptr_array_new_with_free_func (promise_free);
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  self->actions = g_ptr_array_new_with_free_func (action_free);
  return self;
}

void
lasna_summary_content_free (LasnaSummaryContent *self)
{
  char *texts[] = { self->title,    self->promise, self->service,  self->segment,
                    self->whose,    self->period,  self->nps,      self->version,
                    self->reviewed, self->author,  self->workbook, self->printed };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->promises);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

static void
visit (char **texts[], guint n, LasnaTextFunc func, gpointer data)
{
  for (guint i = 0; i < n; i++)
    if (*texts[i] != NULL)
      func (texts[i], data);
}

static void
visit_stage (LasnaSummaryStage *stage, LasnaTextFunc func, gpointer data)
{
  char **texts[] = { &stage->path->title, &stage->goal,  &stage->forest,       &stage->confidence,
                     &stage->question,    &stage->voice, &stage->between_lines };

  visit (texts, G_N_ELEMENTS (texts), func, data);
  for (guint i = 0; i < stage->touchpoints->len; i++)
    {
      LasnaSummaryTouchpoint *touchpoint = g_ptr_array_index (stage->touchpoints, i);
      char **words[] = { &touchpoint->title, &touchpoint->channel, &touchpoint->owner };

      visit (words, G_N_ELEMENTS (words), func, data);
    }
  for (guint i = 0; stage->path->stops != NULL && i < stage->path->stops->len; i++)
    {
      LasnaPathStop *stop = g_ptr_array_index (stage->path->stops, i);
      char **words[] = { &stop->title, &stop->memory };

      visit (words, G_N_ELEMENTS (words), func, data);
    }
}

static void
visit_boxes (LasnaSummaryContent *self, LasnaTextFunc func, gpointer data)
{
  for (guint i = 0; i < self->promises->len; i++)
    {
      LasnaSummaryPromise *promise = g_ptr_array_index (self->promises, i);
      char **words[] = { &promise->touchpoint };

      visit (words, G_N_ELEMENTS (words), func, data);
    }
  for (guint i = 0; i < self->problems->len; i++)
    {
      LasnaSummaryProblem *problem = g_ptr_array_index (self->problems, i);
      char **words[] = {
        &problem->title, &problem->who, &problem->channel, &problem->first_words, &problem->mandate
      };

      visit (words, G_N_ELEMENTS (words), func, data);
    }
  for (guint i = 0; i < self->actions->len; i++)
    {
      LasnaSummaryAction *action = g_ptr_array_index (self->actions, i);
      char **words[] = { &action->title, &action->owner };

      visit (words, G_N_ELEMENTS (words), func, data);
    }
}

/**
 * lasna_summary_content_foreach_text:
 *
 * Calls @func with every text that somebody has written; it may replace it.
 */
void
lasna_summary_content_foreach_text (LasnaSummaryContent *self, LasnaTextFunc func, gpointer data)
{
  char **texts[] = { &self->title, &self->promise, &self->service, &self->segment,
                     &self->whose, &self->version, &self->author,  &self->workbook };

  visit (texts, G_N_ELEMENTS (texts), func, data);
  for (guint i = 0; i < self->stages->len; i++)
    visit_stage (g_ptr_array_index (self->stages, i), func, data);
  visit_boxes (self, func, data);
}

/**
 * lasna_summary_content_add_stage:
 *
 * Returns: (transfer none): the new last stage
 */
LasnaSummaryStage *
lasna_summary_content_add_stage (LasnaSummaryContent *self, const char *title)
{
  LasnaSummaryStage *stage = g_new0 (LasnaSummaryStage, 1);

  stage->path = lasna_path_stage_new ();
  stage->path->title = g_strdup (title);
  stage->touchpoints = g_ptr_array_new_with_free_func (touchpoint_free);
  stage->felt = g_ptr_array_new_with_free_func (feeling_free);
  stage->task = stage->feeling = NAN;
  g_ptr_array_add (self->stages, stage);
  return stage;
}

/**
 * lasna_summary_stage_add_touchpoint:
 *
 * Returns: (transfer none): the new last touchpoint of the list; its place on the path is another
 */
LasnaSummaryTouchpoint *
lasna_summary_stage_add_touchpoint (LasnaSummaryStage *self, const char *letter, const char *title)
{
  LasnaSummaryTouchpoint *touchpoint = g_new0 (LasnaSummaryTouchpoint, 1);

  touchpoint->letter = g_strdup (letter);
  touchpoint->title = g_strdup (title);
  g_ptr_array_add (self->touchpoints, touchpoint);
  return touchpoint;
}

/**
 * lasna_summary_stage_add_feeling:
 *
 * Adds a feeling that was felt.
 */
void
lasna_summary_stage_add_feeling (LasnaSummaryStage *self,
                                 const char *label,
                                 LasnaInk ink,
                                 guint count)
{
  LasnaSummaryFeeling *feeling = g_new0 (LasnaSummaryFeeling, 1);

  *feeling = (LasnaSummaryFeeling){ g_strdup (label), ink, count };
  g_ptr_array_add (self->felt, feeling);
}

/**
 * lasna_summary_content_add_promise:
 *
 * Returns: (transfer none): a touchpoint where pictures, words and deeds are not in line
 */
LasnaSummaryPromise *
lasna_summary_content_add_promise (LasnaSummaryContent *self, const char *touchpoint)
{
  LasnaSummaryPromise *promise = g_new0 (LasnaSummaryPromise, 1);

  promise->touchpoint = g_strdup (touchpoint);
  g_ptr_array_add (self->promises, promise);
  return promise;
}

/**
 * lasna_summary_content_add_problem:
 *
 * Returns: (transfer none): a plan for a bad day
 */
LasnaSummaryProblem *
lasna_summary_content_add_problem (LasnaSummaryContent *self, const char *title)
{
  LasnaSummaryProblem *problem = g_new0 (LasnaSummaryProblem, 1);

  problem->title = g_strdup (title);
  g_ptr_array_add (self->problems, problem);
  return problem;
}

/**
 * lasna_summary_content_add_action:
 *
 * Returns: (transfer none): a next thing to do
 */
LasnaSummaryAction *
lasna_summary_content_add_action (LasnaSummaryContent *self, const char *title)
{
  LasnaSummaryAction *action = g_new0 (LasnaSummaryAction, 1);

  action->title = g_strdup (title);
  g_ptr_array_add (self->actions, action);
  return action;
}
