/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stage of the path as plain data: three heights and the stops in order.
 */
#pragma once

#include "lasna-small.h"
#include "lasna-words.h"

G_BEGIN_DECLS

typedef enum
{
  LASNA_STOP_VISIBLE,
  LASNA_STOP_GLIMPSED,
  LASNA_STOP_HIDDEN,
  LASNA_STOP_STRETCH, /* no touchpoint: what happens between them */
} LasnaStopKind;

typedef struct
{
  LasnaStopKind kind;
  char *title;  /* of the touchpoint; of a stretch, what we think happens */
  char *letter; /* of the mode, in the language of the page; may be NULL */
  char *memory; /* what the customer carries along a stretch; may be NULL */
  gboolean is_extra;
  gboolean has_feedback;
} LasnaPathStop;

typedef struct
{
  char *title;
  double wanted; /* heights are -1..+1, NAN where not known */
  double believed;
  double felt;     /* the climate; not drawn below LASNA_SMALL_N */
  double measured; /* from scores, where there are no feelings */
  char *measure;   /* what was measured, as written beside its mark */
  guint n_felt;    /* voices with a known feeling */
  double *entries; /* the single ones, n_entries of them */
  guint n_entries;
  GPtrArray *stops; /* LasnaPathStop */
} LasnaPathStage;

LasnaPathStage *lasna_path_stage_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lasna_path_stage_free (LasnaPathStage *self);
LasnaPathStop *
lasna_path_stage_add_stop (LasnaPathStage *self, LasnaStopKind kind, const char *title);
gboolean lasna_path_stage_has_mean (const LasnaPathStage *self);
char *lasna_path_stage_dup_sentence (const LasnaPathStage *self,
                                     LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaPathStage, lasna_path_stage_free)

G_END_DECLS
