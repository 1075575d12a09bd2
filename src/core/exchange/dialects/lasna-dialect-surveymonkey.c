/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SurveyMonkey: a row of questions and, mostly, a row of choices under it.
 */
#include "config.h"

#include "lasna-dialect.h"

#include <string.h>

#define OPEN "open ended response|other please specify"

static const LasnaDialectColumn columns[] = {
  { "respondentid|respondent id", LASNA_FIELD_ID },
  { "end date|enddate|date modified", LASNA_FIELD_DATE },
  { "start date|startdate|date created", LASNA_FIELD_DATE, .rank = 1 },
  { "ip address|email address|first name|last name|custom data 1", LASNA_FIELD_NONE, TRUE },
  { "collector id|collectorid", LASNA_FIELD_NONE },
};

static gboolean
is_number (const char *cell)
{
  return *cell != '\0' && strspn (cell, "0123456789") == strlen (cell);
}

/* The second row answers what the first one asks: choices, and nothing under the id. */
static guint
recognise (const LasnaSample *sample)
{
  gboolean has_id = lasna_sample_find (sample, 0, "respondentid|respondent id", NULL);
  gboolean has_response = lasna_sample_find (sample, 1, "response|" OPEN, NULL);

  if (has_id && *lasna_sample_get (sample, 1, 0) == '\0' &&
      (has_response || is_number (lasna_sample_get (sample, 2, 0))))
    return 2;
  if (!has_id && has_response && *lasna_sample_get (sample, 0, sample->width - 1) == '\0')
    return 2;
  if (!has_id)
    return 0;

  /* One row of headers: other programs also write "Respondent ID". */
  return strcmp (lasna_sample_get (sample, 0, 0), "RespondentID") == 0 ||
         lasna_sample_find (sample, 0, "collector id|collectorid", NULL);
}

static gboolean
is_text (const LasnaSample *sample, guint header_rows, guint column)
{
  g_autofree char *choice = lasna_sample_dup_folded (sample, header_rows - 1, column);

  return header_rows == 2 && (strcmp (choice, "open ended response") == 0 ||
                              strcmp (choice, "other please specify") == 0);
}

const LasnaDialect lasna_dialect_surveymonkey = {
  .id = "surveymonkey",
  .title = "SurveyMonkey",
  .recognise = recognise,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .is_text = is_text,
  .has_questions = TRUE,
};
