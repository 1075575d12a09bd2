/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an import would do: how a file is read, what its columns become, and what only a person can
 * decide. Making a plan changes nothing.
 */
#pragma once

#include "lasna-date-reader.h"
#include "lasna-dialect.h"
#include "lasna-fingerprint.h"
#include "lasna-import-options.h"
#include "lasna-number-reader.h"
#include "lasna-property.h"
#include "lasna-row-source.h"
#include "lasna-source-kind.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A question that the file asks: a column of scores or comments, or a text in the question column
 * of a long file.
 */
typedef struct
{
  char *text;
  LasnaField field; /* NONE: left out */
  gboolean has_scale;
  double scale_min;
  double scale_max;
  gboolean is_reversed;
  LasnaDecimal decimals; /* the decimal marks that all its numbers allow */
  LasnaDecimal seen_decimals;
  gboolean decimals_differ;
  double lowest; /* of the numbers in the file; meaningless without any */
  double highest;
  guint64 n_numbers;
  gboolean has_satisfied; /* whether the file says from where on people are satisfied */
  double satisfied_from;
} LasnaAnswer;

typedef struct
{
  char *name; /* what the header rows call it, or its place */
  LasnaField field;
  const LasnaProperty *property; /* (nullable) of voices, where no field stands for it */
  gboolean is_personal;
  const char
      *trials;      /* (nullable) cells of rows that tried the survey out, as dialects list them */
  int rank;         /* of several dates */
  int answer;       /* index of what a column of scores or comments answers; -1 */
  const char *zone; /* of its times, where the header says it */
  LasnaDateOrder orders; /* the orders that all its dates allow */
  LasnaDateOrder seen_orders;
  gboolean orders_differ;
} LasnaColumn;

/* Stands among the answers for any day that is written so. */
#define LASNA_ANY_DAY "YYYY-MM-DD"

/* A question to a person, and the answers there are. */
typedef struct
{
  char *key;    /* of --set */
  char *column; /* (nullable) */
  GStrv choices;
} LasnaUndecided;

typedef struct
{
  guint64 row;
  int column;         /* -1: the row as a whole */
  const char *reason; /* untranslated sentence */
} LasnaSkip;

/* How many were asked, not reached, asked by mistake, and began to answer. */
#define LASNA_N_ASKING 4

typedef struct
{
  /* How the file is read. */
  GFile *file;
  const LasnaSourceKind *kind; /* NULL: text; else encoding and delimiter mean nothing */
  const LasnaDialect *dialect;
  char *encoding;
  char delimiter;
  guint header_rows;
  guint64 undefined_bytes; /* that the encoding gives no letter */
  guint64 size;
  guint64 hash;

  /* What it becomes. */
  GPtrArray *columns; /* LasnaColumn */
  GPtrArray *answers; /* LasnaAnswer */
  gboolean is_long;   /* one answer a row */
  LasnaDateOrder orders;
  LasnaDecimal decimals; /* where a person said it, else 0 */
  const char *moment;    /* of all voices; NULL: unknown */
  const char *source;
  gboolean has_dates;
  char *day; /* (nullable) of all voices where the file has no dates; NULL: that of the import */
  gint64 asking[LASNA_N_ASKING]; /* negative where nobody said how many */
  gboolean takes_trials;         /* rows that tried the survey out are voices, too */

  GPtrArray *undecided; /* LasnaUndecided */

  /* What counting or importing found. */
  guint64 rows;
  guint64 voices;
  guint64 duplicates;
  guint64 trials;  /* rows that tried the survey out, taken or not */
  GArray *skipped; /* LasnaSkip */

  GHashTable *answers_by_text; /* from a question to its LasnaAnswer */
} LasnaImportPlan;

LasnaImportPlan *lasna_import_plan_new (GFile *file,
                                        const LasnaImportOptions *options,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void lasna_import_plan_free (LasnaImportPlan *self);
void lasna_import_plan_read_asking (LasnaImportPlan *self, const LasnaImportOptions *options);
gboolean lasna_import_plan_is_decided (const LasnaImportPlan *self, GError **error);
LasnaRowSource *lasna_import_plan_open (const LasnaImportPlan *self,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *lasna_import_plan_to_json (const LasnaImportPlan *self) G_GNUC_WARN_UNUSED_RESULT;

guint64 lasna_import_plan_get_shape (const LasnaImportPlan *self);
int lasna_import_plan_find_column (const LasnaImportPlan *self, LasnaField field);
LasnaAnswer *lasna_import_plan_get_answer (const LasnaImportPlan *self, guint index);
LasnaAnswer *
lasna_import_plan_find_answer (const LasnaImportPlan *self, const LasnaRow *row, guint column);
void lasna_import_plan_skip (LasnaImportPlan *self, guint64 row, int column, const char *reason);

static inline const LasnaColumn *
lasna_import_plan_get_column (const LasnaImportPlan *self, guint column)
{
  return self->columns->pdata[column];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LasnaImportPlan, lasna_import_plan_free)

G_END_DECLS
