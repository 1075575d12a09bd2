/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SurveyMonkey: a row of questions and, mostly, a row of choices under it.
 */
#include "config.h"

#include "lasna-dialect.h"

#include "lasna-date-reader.h"
#include "lasna-number-reader.h"

#include <string.h>

#define OPEN "open ended response|other please specify"

static const LasnaDialectColumn columns[] = {
  { "respondentid|respondent id", LASNA_FIELD_ID },
  { "end date|enddate|date modified", LASNA_FIELD_DATE },
  { "start date|startdate|date created", LASNA_FIELD_DATE, .rank = 1 },
  { "ip address|email address|first name|last name|custom data 1|custom 1",
    LASNA_FIELD_NONE,
    TRUE },
  { "collector id|collectorid", LASNA_FIELD_NONE },
};

/* What every export of all columns begins with, in languages whose headers are not known. */
static const LasnaDialectColumn places[] = {
  { NULL, LASNA_FIELD_ID },
  { NULL, LASNA_FIELD_NONE }, /* collector */
  { NULL, LASNA_FIELD_DATE, .rank = 1 },
  { NULL, LASNA_FIELD_DATE },
};
static const LasnaDialectColumn person = { NULL, LASNA_FIELD_NONE, TRUE };

static gboolean
is_long_number (const char *cell)
{
  return lasna_cell_is_digits (cell) && strlen (cell) > 6;
}

/* Two long numbers and two times, with choices of answers above them but not above these four. */
static gboolean
has_places (const LasnaSample *sample)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (*lasna_sample_get (sample, 1, i) != '\0')
      return FALSE;
  return lasna_sample_column_is (sample, 2, 0, is_long_number) &&
         lasna_sample_column_is (sample, 2, 1, is_long_number) &&
         lasna_sample_column_is (sample, 2, 2, lasna_date_is_time) &&
         lasna_sample_column_is (sample, 2, 3, lasna_date_is_time);
}

/* The second row answers what the first one asks: choices, and nothing under the id. */
static guint
recognise (const LasnaSample *sample)
{
  gboolean has_id = lasna_sample_find (sample, 0, "respondentid|respondent id", NULL);
  gboolean has_response = lasna_sample_find (sample, 1, "response|" OPEN, NULL);

  if (has_id && *lasna_sample_get (sample, 1, 0) == '\0' &&
      (has_response || lasna_cell_is_digits (lasna_sample_get (sample, 2, 0))))
    return 2;
  if (!has_id && has_response && *lasna_sample_get (sample, 0, sample->width - 1) == '\0')
    return 2;
  if (!has_id)
    return has_places (sample) ? 2 : 0;

  /* One row of headers: other programs also write "Respondent ID". */
  return strcmp (lasna_sample_get (sample, 0, 0), "RespondentID") == 0 ||
         lasna_sample_find (sample, 0, "collector id|collectorid", NULL);
}

/* Up to the first question with a choice under it, the tool tells who answered. */
static const LasnaDialectColumn *
by_place (const LasnaSample *sample, guint column)
{
  if (!has_places (sample))
    return NULL;
  if (column < G_N_ELEMENTS (places))
    return &places[column];
  for (guint i = G_N_ELEMENTS (places); i <= column; i++)
    if (*lasna_sample_get (sample, 1, i) != '\0')
      return NULL;
  return &person;
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
  .by_place = by_place,
  .is_text = is_text,
  .has_questions = TRUE,
};
