/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was heard on a journey: the counts and words that page and charts are made from.
 */
#pragma once

#include "lasna-path-stage.h"

G_BEGIN_DECLS

#define LASNA_HEARD_MOMENTS 3

typedef struct
{
  char *emotion; /* a term of the set emotion */
  guint count;   /* voices that felt it */
} LasnaHeardFeeling;

typedef struct
{
  gint64 stage;    /* the id of its record */
  guint n;         /* voices */
  double climate;  /* mean of the entries, -1..+1; NAN without them */
  double *entries; /* n_entries feelings of single voices, -1..+1 */
  guint n_entries; /* voices with a known feeling, no feeling among them */
  guint n_no_feeling;
  guint n_destroying;
  GArray *feelings; /* LasnaHeardFeeling, in any order */
  double task;      /* 0..100, NAN where nobody said */
  guint n_task;
  guint moments[LASNA_HEARD_MOMENTS]; /* at contact, after the service, when wrong */
  guint n_unknown_moment;
  double measured;     /* a height from scores where there are no feelings, -1..+1; else NAN */
  char *measure;       /* its name and value, as written beside its mark */
  char *verbatim;      /* one real voice */
  char *between_lines; /* what was read between its lines, and how sure it is */
} LasnaHeardStage;

typedef struct
{
  GPtrArray *stages;   /* LasnaHeardStage, in any order */
  GArray *touchpoints; /* gint64: ids of those that have voices */
  guint n;             /* voices of the journey */
  char *from;          /* date of the first, YYYY-MM-DD */
  char *to;            /* date of the last */
  double nps;          /* -100..+100, NAN where not asked */
  guint n_nps;         /* answers it is made from */
} LasnaHeard;

LasnaHeard *lasna_heard_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lasna_heard_free (LasnaHeard *self);
LasnaHeardStage *lasna_heard_add_stage (LasnaHeard *self, gint64 stage);
const LasnaHeardStage *lasna_heard_find (const LasnaHeard *self, gint64 stage);
void lasna_heard_stage_add_feeling (LasnaHeardStage *self, const char *emotion, guint count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaHeard, lasna_heard_free)

G_END_DECLS
