/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages hold the feedback together; it goes with the last of them.
 */
#include "config.h"

#include "lasna-hearing.h"

#include "lasna-heard-read.h"

static void
weak_free (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

/**
 * lasna_hearing_ref:
 *
 * Returns: (transfer full): the feedback of @workbook, which begins to load where it is new
 */
LasnaFeedback *
lasna_hearing_ref (LasnaWorkbook *workbook)
{
  GWeakRef *weak = g_object_get_data (G_OBJECT (workbook), "lasna-hearing");
  LasnaFeedback *feedback;

  if (weak == NULL)
    {
      weak = g_new0 (GWeakRef, 1);
      g_weak_ref_init (weak, NULL);
      g_object_set_data_full (G_OBJECT (workbook), "lasna-hearing", weak, weak_free);
    }
  feedback = g_weak_ref_get (weak);
  if (feedback != NULL)
    return feedback;
  feedback = lasna_feedback_new (workbook);
  g_weak_ref_set (weak, feedback);
  lasna_feedback_load_async (feedback);
  return feedback;
}

/**
 * lasna_hearing_is_first_load:
 *
 * Returns: whether nothing is there yet because it is still being read
 */
gboolean
lasna_hearing_is_first_load (LasnaFeedback *feedback)
{
  return lasna_feedback_get_columns (feedback) == NULL && lasna_feedback_is_loading (feedback);
}

/**
 * lasna_hearing_get_heard:
 *
 * Returns: (transfer full) (nullable): what was heard on @journey; NULL while it is being read
 */
LasnaHeard *
lasna_hearing_get_heard (LasnaFeedback *feedback, LasnaRecord *journey, LasnaLanguage language)
{
  g_autoptr (LasnaJourneyFigures) figures = NULL;

  if (lasna_feedback_get_columns (feedback) == NULL)
    return NULL;
  figures = lasna_feedback_get_journey (feedback, journey, NULL, NULL);
  return figures != NULL
             ? lasna_heard_read (lasna_feedback_get_workbook (feedback), figures, language)
             : NULL;
}
