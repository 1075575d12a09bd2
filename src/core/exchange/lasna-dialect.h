/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways in which survey tools and review sites write their tables. A new one is a file with a
 * LasnaDialect in it and a line in lasna-dialect.c.
 */
#pragma once

#include "lasna-field.h"
#include "lasna-sample.h"

G_BEGIN_DECLS

/* What a column of a known header becomes. */
typedef struct
{
  const char *headers; /* folded, with bars between them */
  LasnaField field;
  gboolean is_personal;
  double scale_min; /* of a score; both 0: as the field says */
  double scale_max;
  int rank;             /* of several dates of a row, the filled one of the lowest rank counts */
  const char *property; /* (nullable) of voices, where no field stands for it */
  const char *trials;   /* (nullable) folded, with bars: cells of rows that tried the survey out */
} LasnaDialectColumn;

/* What a header tells of the question above a column of scores. */
typedef struct
{
  char *text;       /* owned by whoever asked */
  double scale_min; /* both 0: not known */
  double scale_max;
  double satisfied_from; /* NAN: not said */
  gboolean is_reversed;
} LasnaDialectQuestion;

typedef struct
{
  const char *id;    /* as the command line names it */
  const char *title; /* the tool's own name */

  /* How many header rows the sample has, if this tool wrote it; 0 where it did not. */
  guint (*recognise) (const LasnaSample *sample);

  const LasnaDialectColumn *columns;
  guint n_columns;

  /* For tools that translate their headers: what a column is by its place. */
  const LasnaDialectColumn *(*by_place) (const LasnaSample *sample, guint column);

  /* Whether the column holds free text, by what the header rows say; may be NULL. */
  gboolean (*is_text) (const LasnaSample *sample, guint header_rows, guint column);

  /* Where headers tell more of a question than its words; may be NULL. */
  gboolean (*read_question) (const char *header, LasnaDialectQuestion *question);

  const char *no_date; /* (nullable) what stands for a time that was not kept */

  gboolean is_our_own;    /* voices have ids of ours, texts a mark where they look like formulas */
  gboolean has_questions; /* a survey: long texts in it are comments */
  gboolean has_texts_below;     /* under the names stand the questions as people read them */
  gboolean negatives_are_codes; /* numbers under the scale stand for "no answer" */
} LasnaDialect;

extern const LasnaDialect lasna_dialect_generic;
extern const LasnaDialect lasna_dialect_google_business;
extern const LasnaDialect lasna_dialect_google_forms;
extern const LasnaDialect lasna_dialect_lasna;
extern const LasnaDialect lasna_dialect_limesurvey;
extern const LasnaDialect lasna_dialect_microsoft_forms;
extern const LasnaDialect lasna_dialect_play_console;
extern const LasnaDialect lasna_dialect_qualtrics;
extern const LasnaDialect lasna_dialect_surveymonkey;
extern const LasnaDialect lasna_dialect_trustpilot;
extern const LasnaDialect lasna_dialect_typeform;

const LasnaDialect *lasna_dialect_guess (const LasnaSample *sample, guint *header_rows);
const LasnaDialect *lasna_dialect_from_id (const char *id);
gboolean lasna_dialect_is_no_date (const LasnaDialect *self, const char *cell);
const LasnaDialectColumn *lasna_dialect_find_column (const LasnaDialect *self,
                                                     const LasnaSample *sample,
                                                     guint header_rows,
                                                     guint column);

G_END_DECLS
