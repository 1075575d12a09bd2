/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typeform.
 */
#include "config.h"

#include "lasna-dialect.h"

static const LasnaDialectColumn columns[] = {
  { "#|token|response id", LASNA_FIELD_ID },
  { "submit date utc|submitted at", LASNA_FIELD_DATE },
  { "stage date utc", LASNA_FIELD_DATE, .rank = 1 },
  { "start date utc", LASNA_FIELD_DATE, .rank = 2 },
  { "network id", LASNA_FIELD_NONE, TRUE },
  { "response type|tags|ending|other", LASNA_FIELD_NONE },
};

/* Questions that belong together have a row of their own above them. */
static guint
recognise (const LasnaSample *sample)
{
  for (guint row = 0; row < 2; row++)
    if (lasna_sample_find (sample, row, "start date utc", NULL)
            ? lasna_sample_find (sample, row, "submit date utc", NULL)
            : lasna_sample_find (sample, row, "#", NULL) &&
                  lasna_sample_find (sample, row, "submitted at", NULL))
      return row + 1;
  return 0;
}

const LasnaDialect lasna_dialect_typeform = {
  .id = "typeform",
  .title = "Typeform",
  .recognise = recognise,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .has_questions = TRUE,
};
