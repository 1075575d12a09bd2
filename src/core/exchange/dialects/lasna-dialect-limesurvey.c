/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * LimeSurvey, with headers as texts or as codes.
 */
#include "config.h"

#include "lasna-dialect.h"

static const LasnaDialectColumn columns[] = {
  { "response id|id|vastauksen tunnus|svars id", LASNA_FIELD_ID },
  { "date submitted|submitdate", LASNA_FIELD_DATE },
  { "date last action|datestamp", LASNA_FIELD_DATE, .rank = 1 },
  { "date started|startdate", LASNA_FIELD_DATE, .rank = 2 },
  { "start language|startlanguage", LASNA_FIELD_LANGUAGE },
  { "ip address|ipaddr", LASNA_FIELD_NONE, TRUE },
  { "referrer url|refurl", LASNA_FIELD_NONE, TRUE },
  { "token|access code", LASNA_FIELD_NONE, TRUE },
  { "last page|lastpage|seed", LASNA_FIELD_NONE },
};

static guint
recognise (const LasnaSample *sample)
{
  if (lasna_sample_find (sample, 0, "response id", NULL) &&
      lasna_sample_find (sample, 0, "date submitted|last page", NULL) &&
      lasna_sample_find (sample, 0, "start language|last page", NULL))
    return 1;
  return lasna_sample_find (sample, 0, "submitdate", NULL) &&
         lasna_sample_find (sample, 0, "lastpage|startlanguage", NULL);
}

const LasnaDialect lasna_dialect_limesurvey = {
  .id = "limesurvey",
  .title = "LimeSurvey",
  .recognise = recognise,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .has_questions = TRUE,
};
