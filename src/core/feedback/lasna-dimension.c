/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dimensions by name, and the value sets behind them.
 */
#include "config.h"

#include "lasna-dimension.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id;
  const char *title;
  const char *set;
} infos[LASNA_N_DIMENSIONS] = {
  [LASNA_DIMENSION_STAGE] = { "stage", N_ ("Stage") },
  [LASNA_DIMENSION_TOUCHPOINT] = { "touchpoint", N_ ("Touchpoint") },
  [LASNA_DIMENSION_CHANNEL] = { "channel", N_ ("Channel") },
  [LASNA_DIMENSION_SEGMENT] = { "segment", N_ ("Customer segment") },
  [LASNA_DIMENSION_LINK] = { "link", N_ ("Link of the chain") },
  [LASNA_DIMENSION_MOMENT] = { "moment", N_ ("Moment"), "feedback-moment" },
  [LASNA_DIMENSION_SOURCE] = { "source", N_ ("Source"), "evidence-source" },
  [LASNA_DIMENSION_LANGUAGE] = { "language", N_ ("Language") },
  [LASNA_DIMENSION_TASK] = { "task", N_ ("Was the matter settled") },
  [LASNA_DIMENSION_OPINION] = { "opinion", N_ ("Opinion"), "opinion" },
  [LASNA_DIMENSION_FOLLOW_UP] = { "follow-up", N_ ("Follow-up"), "follow-up" },
  [LASNA_DIMENSION_JOURNEY] = { "journey", N_ ("Journey") },
  [LASNA_DIMENSION_EMOTION] = { "emotion", N_ ("Emotion") },
  [LASNA_DIMENSION_CLUSTER] = { "cluster", N_ ("Emotion cluster") },
  [LASNA_DIMENSION_QUESTION] = { "question", N_ ("Question") },
  [LASNA_DIMENSION_MEASURE] = { "measure", N_ ("Measure") },
  [LASNA_DIMENSION_SCORE] = { "score", N_ ("Score") },
  [LASNA_DIMENSION_PERIOD] = { "date", N_ ("Date") },
  [LASNA_DIMENSION_TEXT] = { "text", N_ ("The customer's words") },
  [LASNA_DIMENSION_VOICE] = { "id", N_ ("Voice") },
  [LASNA_DIMENSION_EXCLUDED] = { "excluded", N_ ("Left out of the figures") },
};

/**
 * lasna_dimension_get_id:
 *
 * Returns: the name that saved filters and the command line use
 */
const char *
lasna_dimension_get_id (LasnaDimension dimension)
{
  g_return_val_if_fail (dimension < LASNA_N_DIMENSIONS, NULL);
  return infos[dimension].id;
}

/**
 * lasna_dimension_get_title:
 *
 * Returns: what people read, untranslated
 */
const char *
lasna_dimension_get_title (LasnaDimension dimension)
{
  g_return_val_if_fail (dimension < LASNA_N_DIMENSIONS, NULL);
  return infos[dimension].title;
}

/**
 * lasna_dimension_get_set:
 *
 * Returns: (nullable): the value set of the catalogue that holds all its values
 */
const char *
lasna_dimension_get_set (LasnaDimension dimension)
{
  g_return_val_if_fail (dimension < LASNA_N_DIMENSIONS, NULL);
  return infos[dimension].set;
}

/**
 * lasna_dimension_find:
 * @dimension: (out): the dimension of that id
 *
 * Returns: whether there is one
 */
gboolean
lasna_dimension_find (const char *id, LasnaDimension *dimension)
{
  for (guint i = 0; i < LASNA_N_DIMENSIONS; i++)
    if (g_strcmp0 (infos[i].id, id) == 0)
      {
        *dimension = i;
        return TRUE;
      }
  return FALSE;
}
