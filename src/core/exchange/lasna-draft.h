/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices as they come out of the rows of a file.
 */
#pragma once

#include "lasna-import-plan.h"

G_BEGIN_DECLS

typedef enum
{
  LASNA_PLACE_STAGE,
  LASNA_PLACE_TOUCHPOINT,
  LASNA_PLACE_CHANNEL,
  LASNA_PLACE_SEGMENT,
} LasnaPlace;

#define LASNA_N_PLACES 4

typedef struct
{
  guint answer; /* index in the plan */
  double raw;
} LasnaDraftScore;

/* A property of the voice that no field stands for. */
typedef struct
{
  const LasnaProperty *property;
  char *value; /* as the file has it; owned */
} LasnaDraftProperty;

/* What one row says. Valid until the next one is read. */
typedef struct
{
  guint64 voice;         /* which voice of this import it belongs to, from 0 */
  gboolean is_continued; /* an earlier row began that voice */
  guint64 fingerprint;
  const char *received_at;
  const char *zone; /* "" where it is not known */
  const char *id;   /* "" where there is none */
  const char *language;
  const char *moment;                 /* (nullable) a term */
  const char *source;                 /* (nullable) */
  const char *places[LASNA_N_PLACES]; /* as they came; "" for none */
  const char *comment;
  int task; /* -1 where there is none */
  gboolean no_feeling;
  GArray *feelings;   /* (nullable) LasnaFeelingWord */
  GArray *scores;     /* LasnaDraftScore */
  GArray *properties; /* LasnaDraftProperty */
} LasnaDraft;

typedef struct _LasnaDraftReader LasnaDraftReader;

LasnaDraftReader *lasna_draft_reader_new (LasnaImportPlan *plan,
                                          LasnaFingerprints *live,
                                          const char *today,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_draft_reader_free (LasnaDraftReader *self);
gboolean lasna_draft_reader_next (LasnaDraftReader *self,
                                  const LasnaDraft **draft,
                                  GCancellable *cancellable,
                                  GError **error);
guint64 lasna_draft_reader_get_position (LasnaDraftReader *self);
GHashTable *lasna_draft_reader_get_unknown_terms (LasnaDraftReader *self);

gboolean lasna_import_plan_count (LasnaImportPlan *plan,
                                  LasnaFingerprints *live,
                                  const char *today,
                                  GCancellable *cancellable,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaDraftReader, lasna_draft_reader_free)

G_END_DECLS
