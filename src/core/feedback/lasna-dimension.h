/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What voices can be chosen and counted by.
 */
#pragma once

#include "lasna-words.h"

G_BEGIN_DECLS

/* The first ones have one value a voice, and a column each. */
typedef enum
{
  LASNA_DIMENSION_STAGE,
  LASNA_DIMENSION_TOUCHPOINT,
  LASNA_DIMENSION_CHANNEL,
  LASNA_DIMENSION_SEGMENT,
  LASNA_DIMENSION_LINK,
  LASNA_DIMENSION_MOMENT,
  LASNA_DIMENSION_SOURCE,
  LASNA_DIMENSION_LANGUAGE,
  LASNA_DIMENSION_TASK,
  LASNA_DIMENSION_OPINION,
  LASNA_DIMENSION_FOLLOW_UP,
  LASNA_DIMENSION_JOURNEY,
  LASNA_DIMENSION_EMOTION,  /* several a voice */
  LASNA_DIMENSION_CLUSTER,  /* several a voice */
  LASNA_DIMENSION_QUESTION, /* several a voice */
  LASNA_DIMENSION_MEASURE,  /* several a voice */
  LASNA_DIMENSION_SCORE,    /* several a voice */
  LASNA_DIMENSION_PERIOD,
  LASNA_DIMENSION_TEXT,
  LASNA_DIMENSION_VOICE,    /* by its id, or the id its source gave it */
  LASNA_DIMENSION_EXCLUDED, /* "no", which is so where nothing is said, and "yes" */
} LasnaDimension;

#define LASNA_N_COLUMNS (LASNA_DIMENSION_JOURNEY + 1)
#define LASNA_N_DIMENSIONS (LASNA_DIMENSION_EXCLUDED + 1)

const char *lasna_dimension_get_id (LasnaDimension dimension);
const char *lasna_dimension_get_title (LasnaDimension dimension);
const char *lasna_dimension_get_set (LasnaDimension dimension);
gboolean lasna_dimension_find (const char *id, LasnaDimension *dimension);

G_END_DECLS
