/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in the rows of voices, as narrow columns in the order of days. It says nothing about
 * what labels and questions mean, so it stays as it is when those change. Never changed once made:
 * a version after an edit shares with the one before what the edit left alone.
 */
#pragma once

#include "lasna-dictionary.h"
#include "lasna-dimension.h"
#include "lasna-narrow.h"
#include "lasna-store.h"

G_BEGIN_DECLS

/* The first ones are the dimensions from stage to follow-up. */
typedef enum
{
  LASNA_RAW_ANSWERS = LASNA_DIMENSION_FOLLOW_UP + 1, /* LasnaRawAnswer, one after another */
  LASNA_RAW_FEELINGS, /* whether there was no feeling, then LasnaRawFeeling */
  LASNA_RAW_DAY,      /* a Julian day, gint32 */
  LASNA_RAW_FLAGS,    /* LasnaRowFlags themselves */
} LasnaRaw;

#define LASNA_N_RAW (LASNA_RAW_FLAGS + 1)

/* Keys in the dictionaries: labels and links are their ids, terms their texts. A voice that names a
 * touchpoint and no stage has as its stage the touchpoint's label and one more byte.
 */
typedef struct
{
  gint64 question;
  double raw;
} LasnaRawAnswer;

typedef struct
{
  gint64 label;
  gint64 strength;
} LasnaRawFeeling;

typedef struct
{
  gatomicrefcount references;
  guint n;
  GBytes *id_bytes;
  const gint64 *ids;
  GBytes *by_id_bytes;
  const guint32 *rows_by_id;
  LasnaNarrow columns[LASNA_N_RAW];
  LasnaDictionary *dictionaries[LASNA_N_RAW];
} LasnaRows;

LasnaRows *lasna_rows_load (LasnaStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
LasnaRows *lasna_rows_change (LasnaRows *self,
                              LasnaStore *store,
                              const gint64 *ids,
                              guint n,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint lasna_dimension_get_raw (LasnaDimension dimension);

LasnaRows *lasna_rows_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lasna_rows_set_ids (LasnaRows *self, gint64 *ids, guint32 *rows_by_id);
LasnaRows *lasna_rows_ref (LasnaRows *self) G_GNUC_WARN_UNUSED_RESULT;
void lasna_rows_unref (LasnaRows *self);
gboolean lasna_rows_find (const LasnaRows *self, gint64 id, guint *row);
gint32 lasna_rows_get_day (const LasnaRows *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaRows, lasna_rows_unref)

G_END_DECLS
