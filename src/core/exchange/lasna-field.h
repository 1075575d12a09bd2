/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a column of a feedback export can become.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LASNA_FIELD_NONE,
  LASNA_FIELD_DATE,
  LASNA_FIELD_NPS,
  LASNA_FIELD_CSAT,
  LASNA_FIELD_CES,
  LASNA_FIELD_TASK,
  LASNA_FIELD_MEASURE,
  LASNA_FIELD_SCORE,
  LASNA_FIELD_COMMENT,
  LASNA_FIELD_EMOTIONS,
  LASNA_FIELD_STAGE,
  LASNA_FIELD_TOUCHPOINT,
  LASNA_FIELD_CHANNEL,
  LASNA_FIELD_SEGMENT,
  LASNA_FIELD_MOMENT,
  LASNA_FIELD_SOURCE,
  LASNA_FIELD_LANGUAGE,
  LASNA_FIELD_ID,
  LASNA_FIELD_QUESTION,
  LASNA_FIELD_VALUE,
  LASNA_FIELD_RESPONDENT,
} LasnaField;

#define LASNA_N_FIELDS 21

/* Properties of a field. */
typedef enum
{
  LASNA_FIELD_IS_SCORE = 1 << 0,  /* an answer on a scale */
  LASNA_FIELD_IS_MANY = 1 << 1,   /* several columns may become it */
  LASNA_FIELD_IS_PLACE = 1 << 2,  /* a name that a label holds */
  LASNA_FIELD_IS_ANSWER = 1 << 3, /* what a question of a long file can become */
} LasnaFieldFlags;

typedef struct
{
  const char *id;    /* as the command line names it */
  const char *label; /* untranslated */
  LasnaFieldFlags flags;
  const char *headers; /* folded headers that say it, in three languages, with bars between them */
  const char *method;  /* of a score: the term of its question */
  double scale_min;    /* of a score, where nothing else is said; both 0: not known */
  double scale_max;
} LasnaFieldInfo;

const LasnaFieldInfo *lasna_field_get_info (LasnaField field);
gboolean lasna_field_from_id (const char *id, LasnaField *field);
LasnaField lasna_field_from_header (const char *header);
gboolean lasna_field_asks_to_recommend (const char *question);
gboolean lasna_field_is_personal_header (const char *header);

G_END_DECLS
