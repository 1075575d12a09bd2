/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the codes of the raw columns mean: which stage a label stands for, what an answer answers,
 * how a feeling counts. Made anew when labels, places, questions or emotions change; the rows stay.
 */
#pragma once

#include "lasna-catalogue.h"
#include "lasna-rows.h"

G_BEGIN_DECLS

/* The value of the dimension of emotions that stands for "no feeling", which is an answer. */
#define LASNA_EMOTION_NONE 1

/* One value of a dimension: a record, a code, or a text that nobody assigned yet. Its code in a
 * column is its place in the dictionary; code 0 is "not known".
 */
typedef struct
{
  gint64 record;                  /* 0 where it is none */
  const char *code;               /* (nullable) interned: of a term, a channel, an emotion */
  char *text;                     /* (nullable) as it came, where it is not assigned */
  char *names[LASNA_N_LANGUAGES]; /* what people read */
  int valence;                    /* of an emotion */
  const char *cluster;            /* (nullable) of an emotion */
  guint cluster_code;             /* its code; 0 for none */
} LasnaValue;

typedef enum
{
  LASNA_METHOD_NPS,
  LASNA_METHOD_CSAT,
  LASNA_METHOD_CES,
  LASNA_METHOD_OWN,
} LasnaMethod;

#define LASNA_N_METHODS (LASNA_METHOD_OWN + 1)

typedef struct
{
  gint64 id;
  char *text;
  char *folded; /* its text, comparable */
  LasnaMethod method;
  double scale_min; /* NAN where it is not known */
  double scale_max;
  double satisfied_from; /* with the best answer highest, also where a low one is good */
  gboolean is_reversed;
} LasnaColumnsQuestion;

typedef enum
{
  LASNA_ROW_NO_FEELING = 1 << 0,
  LASNA_ROW_EXCLUDED = 1 << 1,
  LASNA_ROW_HAS_WORDS = 1 << 2,
  LASNA_ROW_IS_QUOTABLE = 1 << 3, /* its words are neither a scrap nor a page */
  LASNA_ROW_HAS_FEELING = 1 << 4, /* with a cluster; a known feeling, as no feeling is */
  LASNA_ROW_IS_DESTROYING = 1 << 5,
  LASNA_ROW_IS_POSITIVE = 1 << 6,
  LASNA_ROW_IS_NEGATIVE = 1 << 7,
} LasnaRowFlags;

/* One answer and one emotion of a voice. */
typedef struct
{
  guint16 question; /* its place in the questions */
  double raw;
} LasnaColumnsAnswer;

typedef struct
{
  guint16 code; /* of the dimension of emotions */
  guint8 strength;
} LasnaColumnsEmotion;

#define LASNA_N_CLUSTERS 4

/* Ids: destroying, attention, recommendation, advocacy. */
extern const char *const lasna_clusters[LASNA_N_CLUSTERS];

/* All feelings of a voice together. */
typedef struct
{
  gint16 sum;                        /* of valence times strength of known emotions */
  guint8 n_known;                    /* emotions with a cluster */
  guint8 flags;                      /* LasnaRowFlags */
  guint8 clusters[LASNA_N_CLUSTERS]; /* known emotions */
} LasnaFeelings;

typedef struct
{
  gatomicrefcount references;
  GPtrArray *values[LASNA_DIMENSION_CLUSTER + 1]; /* LasnaValue, by dimension */
  GPtrArray *questions;                           /* LasnaColumnsQuestion */
  GHashTable *stage_journeys; /* from the id of a stage to that of its journey */

  /* By raw code; the journey by the raw code of the stage. */
  guint16 *codes[LASNA_N_COLUMNS];
  gint32 *days;

  /* Answers of the raw code i are answer_starts[i] .. answer_starts[i + 1]; emotions likewise. */
  guint32 *answer_starts;
  LasnaColumnsAnswer *answers;
  guint32 *emotion_starts;
  LasnaColumnsEmotion *emotions;
  LasnaFeelings *feelings;
} LasnaMeanings;

const char *lasna_method_get_id (LasnaMethod method);

LasnaMeanings *lasna_meanings_load (const LasnaRows *rows,
                                    LasnaStore *store,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaMeanings *lasna_meanings_ref (LasnaMeanings *self) G_GNUC_WARN_UNUSED_RESULT;
void lasna_meanings_unref (LasnaMeanings *self);

const LasnaValue *
lasna_meanings_get_value (const LasnaMeanings *self, LasnaDimension dimension, guint code);
guint
lasna_meanings_find_record (const LasnaMeanings *self, LasnaDimension dimension, gint64 record);
guint
lasna_meanings_find_code (const LasnaMeanings *self, LasnaDimension dimension, const char *code);

double lasna_meanings_get_feeling (const LasnaMeanings *self, guint32 set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaMeanings, lasna_meanings_unref)

G_END_DECLS
