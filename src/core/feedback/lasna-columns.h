/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All voices of a workbook as narrow columns in memory, in the order of their days. Made once from
 * the file and never changed, so that threads can share it.
 */
#pragma once

#include "lasna-catalogue.h"
#include "lasna-dimension.h"
#include "lasna-store.h"

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
  double satisfied_from;
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

typedef struct
{
  guint n; /* voices */
  gint64 *ids;
  gint32 *days; /* Julian days as GDate has them; ascending */
  guint8 *flags;
  gint16 *feelings; /* sum of valence times strength of known emotions */
  guint8 *n_known;  /* emotions with a cluster */
  guint16 *codes[LASNA_N_COLUMNS];

  /* Answers of voice i are score_starts[i] .. score_starts[i + 1]; feelings likewise. */
  guint32 *score_starts;
  guint16 *score_questions;
  double *score_raws;
  guint32 *emotion_starts;
  guint16 *emotion_codes;
  guint8 *emotion_strengths;

  GPtrArray *values[LASNA_DIMENSION_CLUSTER + 1]; /* LasnaValue, by dimension, clusters too */
  GPtrArray *questions;                           /* LasnaColumnsQuestion */
  GHashTable *stage_journeys; /* from the id of a stage to that of its journey */

  /* Private */
  gatomicrefcount references;
  GMutex lock;
  guint32 *rows_by_id; /* rows in the order of ids */
  GString *words;      /* folded, of all voices; NULL before the first search */
  gsize *word_starts;  /* where those of each row begin */
  gsize *word_ends;
} LasnaColumns;

const char *lasna_method_get_id (LasnaMethod method);

LasnaColumns *lasna_columns_load (LasnaStore *store,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaColumns *lasna_columns_ref (LasnaColumns *self) G_GNUC_WARN_UNUSED_RESULT;
void lasna_columns_unref (LasnaColumns *self);

const LasnaValue *
lasna_columns_get_value (const LasnaColumns *self, LasnaDimension dimension, guint code);
guint lasna_columns_get_n_values (const LasnaColumns *self, LasnaDimension dimension);
guint lasna_columns_find_record (const LasnaColumns *self, LasnaDimension dimension, gint64 record);
guint
lasna_columns_find_code (const LasnaColumns *self, LasnaDimension dimension, const char *code);
gboolean lasna_columns_find_row (const LasnaColumns *self, gint64 id, guint *row);
double lasna_columns_get_feeling (const LasnaColumns *self, guint row);

/* What a row holds. Everything outside asks by these; how the columns are stored may change. */

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

/* The code of a dimension with one value a voice; those with a column of their own. */
static inline guint
lasna_columns_get_code (const LasnaColumns *self, LasnaDimension dimension, guint row)
{
  return self->codes[dimension][row];
}

/* The Julian day. */
static inline gint32
lasna_columns_get_day (const LasnaColumns *self, guint row)
{
  return self->days[row];
}

/* LasnaRowFlags. */
static inline guint
lasna_columns_get_flags (const LasnaColumns *self, guint row)
{
  return self->flags[row];
}

static inline guint
lasna_columns_get_n_answers (const LasnaColumns *self, guint row)
{
  return self->score_starts[row + 1] - self->score_starts[row];
}

static inline LasnaColumnsAnswer
lasna_columns_get_answer (const LasnaColumns *self, guint row, guint i)
{
  guint32 at = self->score_starts[row] + i;

  return (LasnaColumnsAnswer){ self->score_questions[at], self->score_raws[at] };
}

static inline guint
lasna_columns_get_n_emotions (const LasnaColumns *self, guint row)
{
  return self->emotion_starts[row + 1] - self->emotion_starts[row];
}

static inline LasnaColumnsEmotion
lasna_columns_get_emotion (const LasnaColumns *self, guint row, guint i)
{
  guint32 at = self->emotion_starts[row] + i;

  return (LasnaColumnsEmotion){ self->emotion_codes[at], self->emotion_strengths[at] };
}

gboolean lasna_columns_load_words (LasnaColumns *self, LasnaStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaColumns, lasna_columns_unref)

G_END_DECLS
