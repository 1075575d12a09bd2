/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wanted and believed heights.
 */
#include "config.h"

#include "lasna-heights.h"

#include "lasna-emotions.h"

#include <math.h>

static GListModel *
get_targets (LasnaRecord *place)
{
  return lasna_record_get_children (place, "emotion_target", lasna_record_get_table (place));
}

static gboolean
is_desired (LasnaRecord *target)
{
  return g_strcmp0 (lasna_record_get_text (target, "kind"), "target.desired") == 0;
}

/**
 * lasna_heights_get_main_emotion:
 * @place: a stage or a touchpoint
 *
 * Returns: (nullable): the main desired emotion; where none is marked, the only desired one
 */
const char *
lasna_heights_get_main_emotion (LasnaRecord *place)
{
  GListModel *targets = get_targets (place);
  const char *only = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (LasnaRecord) target = g_list_model_get_item (targets, i);

      if (!is_desired (target))
        continue;
      if (lasna_record_get_flag (target, "is-main"))
        return lasna_record_get_text (target, "emotion");
      only = lasna_record_get_text (target, "emotion");
      n++;
    }
  return n == 1 ? only : NULL;
}

/* The mean weight of the desired emotions that have one. */
static double
get_mean_desired (LasnaRecord *place)
{
  LasnaWorkbook *workbook = lasna_record_get_workbook (place);
  GListModel *targets = get_targets (place);
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (LasnaRecord) target = g_list_model_get_item (targets, i);
      double valence =
          lasna_emotions_get_valence (workbook, lasna_record_get_text (target, "emotion"));

      if (!is_desired (target) || isnan (valence))
        continue;
      sum += valence;
      n++;
    }
  return n > 0 ? sum / n : NAN;
}

/**
 * lasna_heights_get_wanted:
 * @place: a stage or a touchpoint
 *
 * The weight of the main desired emotion, else the mean of the desired ones, over 2.
 *
 * Returns: -1..+1; NAN where nothing is wished for
 */
double
lasna_heights_get_wanted (LasnaRecord *place)
{
  const char *main = lasna_heights_get_main_emotion (place);
  double valence =
      main != NULL ? lasna_emotions_get_valence (lasna_record_get_workbook (place), main) : NAN;

  return (isnan (valence) ? get_mean_desired (place) : valence) / 2;
}

/**
 * lasna_heights_get_believed:
 * @place: a stage or a touchpoint
 *
 * Returns: -1..+1 as set by hand, or NAN
 */
double
lasna_heights_get_believed (LasnaRecord *place)
{
  if (!lasna_record_is_set (place, "believed-height"))
    return NAN;
  return (double) CLAMP (lasna_record_get_integer (place, "believed-height"), -2, 2) / 2;
}
