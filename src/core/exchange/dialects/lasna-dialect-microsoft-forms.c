/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Microsoft Forms: five columns of its own, in the user's language, then the questions.
 */
#include "config.h"

#include "lasna-dialect.h"

#include "lasna-date-reader.h"

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
is_time (const char *cell)
{
  LasnaWhen when;

  return lasna_date_read (cell, LASNA_DATE_ANY, &when) && when.hour >= 0;
}

static guint
recognise (const LasnaSample *sample)
{
  g_autofree char *first = lasna_sample_dup_folded (sample, 0, 0);
  guint n_rows = 0;

  if (strcmp (first, "id") != 0 || sample->width < 5)
    return 0;
  if (lasna_sample_find (sample, 0, "completion time", NULL) &&
      lasna_sample_find (sample, 0, "start time", NULL))
    return 1;

  /* In other languages: a start, an end, and an address that is mostly "anonymous". */
  for (guint row = 1; row < sample->rows->len; row++)
    {
      const char *address = lasna_sample_get (sample, row, 3);

      if (*lasna_sample_get (sample, row, 0) == '\0')
        continue;
      if (!is_time (lasna_sample_get (sample, row, 1)) ||
          !is_time (lasna_sample_get (sample, row, 2)) ||
          (strcmp (address, "anonymous") != 0 && strchr (address, '@') == NULL))
        return 0;
      n_rows++;
    }
  return n_rows > 0;
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
