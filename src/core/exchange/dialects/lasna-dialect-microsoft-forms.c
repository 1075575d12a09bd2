/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Microsoft Forms: five columns of its own, in the user's language, then the questions.
 */
#include "config.h"

#include "lasna-dialect.h"

#include "lasna-date-reader.h"
#include "lasna-number-reader.h"

#include <string.h>

static const LasnaDialectColumn places[] = {
  { NULL, LASNA_FIELD_ID },              /* ID */
  { NULL, LASNA_FIELD_DATE, .rank = 1 }, /* start; only where there is no completion */
  { NULL, LASNA_FIELD_DATE },            /* completion */
  { NULL, LASNA_FIELD_NONE, TRUE },      /* e-mail */
  { NULL, LASNA_FIELD_NONE, TRUE },      /* name */
};

static const LasnaDialectColumn columns[] = {
  { "completion time", LASNA_FIELD_DATE },
  { "start time", LASNA_FIELD_DATE, .rank = 1 },
  { "last modified time", LASNA_FIELD_NONE },
};

static gboolean
is_address (const char *cell)
{
  return strcmp (cell, "anonymous") == 0 || strchr (cell, '@') != NULL;
}

/* In any language: a number, a start, an end, and an address that is mostly "anonymous". */
static guint
recognise (const LasnaSample *sample)
{
  if (g_ascii_strcasecmp (lasna_sample_get (sample, 0, 0), "id") == 0 &&
      lasna_sample_find (sample, 0, "completion time", NULL) &&
      lasna_sample_find (sample, 0, "start time", NULL))
    return 1;
  return lasna_sample_column_is (sample, 1, 0, lasna_cell_is_digits) &&
         lasna_sample_column_is (sample, 1, 1, lasna_date_is_time) &&
         lasna_sample_column_is (sample, 1, 2, lasna_date_is_time) &&
         lasna_sample_column_is (sample, 1, 3, is_address);
}

static const LasnaDialectColumn *
by_place (const LasnaSample *sample, guint column)
{
  return column < G_N_ELEMENTS (places) ? &places[column] : NULL;
}

const LasnaDialect lasna_dialect_microsoft_forms = {
  .id = "microsoft-forms",
  .title = "Microsoft Forms",
  .recognise = recognise,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .by_place = by_place,
  .has_questions = TRUE,
};
