/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All voices of a workbook as narrow columns in memory, in the order of their days, with what their
 * codes mean. Made from the file and never changed, so that threads can share it; after an edit
 * there is a new version.
 */
#pragma once

#include "lasna-meanings.h"
#include "lasna-search-buffer.h"

G_BEGIN_DECLS

typedef struct
{
  guint n;              /* voices */
  const gint64 *ids;    /* of each row */
  GPtrArray *questions; /* LasnaColumnsQuestion */

  /* Private */
  gatomicrefcount references;
  LasnaRows *rows;
  LasnaMeanings *meanings;
  GMutex lock;
  LasnaSearchBuffer *buffer; /* NULL before the first search */
  gint64 stamp;              /* of the feedback that they show; -1 where that is not known */
  gboolean is_cached;        /* they come from the column cache, and nobody looked at the rows */
} LasnaColumns;

LasnaColumns *lasna_columns_load (LasnaStore *store,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaColumns *lasna_columns_open (LasnaStore *store,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaColumns *lasna_columns_change (LasnaColumns *self,
                                    LasnaStore *store,
                                    const gint64 *voices,
                                    guint n,
                                    gboolean meanings,
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
void lasna_columns_list_codes (const LasnaColumns *self,
                               LasnaDimension dimension,
                               guint32 raw,
                               GArray *codes);
guint *lasna_columns_spread (const LasnaColumns *self,
                             LasnaDimension dimension,
                             const guint *sums) G_GNUC_WARN_UNUSED_RESULT;
gsize lasna_columns_get_bytes (LasnaColumns *self, gsize *words);

const LasnaSearchBuffer *
lasna_columns_get_buffer (LasnaColumns *self, LasnaStore *store, GError **error);
gboolean lasna_columns_has_buffer (LasnaColumns *self);

/* What a row holds. Everything outside asks by these; how the columns are stored may change. */

static inline guint32
lasna_columns_get_raw (const LasnaColumns *self, guint raw, guint row)
{
  return lasna_narrow_get (&self->rows->columns[raw], row);
}

/* The code of a dimension with one value a voice. */
static inline guint
lasna_columns_get_code (const LasnaColumns *self, LasnaDimension dimension, guint row)
{
  guint raw = dimension == LASNA_DIMENSION_JOURNEY ? LASNA_DIMENSION_STAGE : dimension;

  return self->meanings->codes[dimension][lasna_columns_get_raw (self, raw, row)];
}

/* The Julian day. */
static inline gint32
lasna_columns_get_day (const LasnaColumns *self, guint row)
{
  return self->meanings->days[lasna_columns_get_raw (self, LASNA_RAW_DAY, row)];
}

/* LasnaRowFlags. */
static inline guint
lasna_columns_get_flags (const LasnaColumns *self, guint row)
{
  return lasna_columns_get_raw (self, LASNA_RAW_FLAGS, row) |
         self->meanings->feelings[lasna_columns_get_raw (self, LASNA_RAW_FEELINGS, row)].flags;
}

static inline guint
lasna_columns_get_n_answers (const LasnaColumns *self, guint row)
{
  const guint32 *starts =
      self->meanings->answer_starts + lasna_columns_get_raw (self, LASNA_RAW_ANSWERS, row);

  return starts[1] - starts[0];
}

static inline LasnaColumnsAnswer
lasna_columns_get_answer (const LasnaColumns *self, guint row, guint i)
{
  guint32 set = lasna_columns_get_raw (self, LASNA_RAW_ANSWERS, row);

  return self->meanings->answers[self->meanings->answer_starts[set] + i];
}

static inline guint
lasna_columns_get_n_emotions (const LasnaColumns *self, guint row)
{
  const guint32 *starts =
      self->meanings->emotion_starts + lasna_columns_get_raw (self, LASNA_RAW_FEELINGS, row);

  return starts[1] - starts[0];
}

static inline LasnaColumnsEmotion
lasna_columns_get_emotion (const LasnaColumns *self, guint row, guint i)
{
  guint32 set = lasna_columns_get_raw (self, LASNA_RAW_FEELINGS, row);

  return self->meanings->emotions[self->meanings->emotion_starts[set] + i];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaColumns, lasna_columns_unref)

G_END_DECLS
