/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Qualtrics: two header rows in its older form, three in the newer one.
 */
#include "config.h"

#include "lasna-dialect.h"

#include "lasna-date-reader.h"

#include <string.h>

static const LasnaDialectColumn columns[] = {
  { "recordeddate", LASNA_FIELD_DATE },
  { "enddate", LASNA_FIELD_DATE, .rank = 1 },
  { "startdate", LASNA_FIELD_DATE, .rank = 2 },
  { "responseid|recordid", LASNA_FIELD_ID },
  { "userlanguage", LASNA_FIELD_LANGUAGE },
  { "ipaddress|recipientlastname|recipientfirstname|recipientemail|externalreference|"
    "externaldatareference|emailaddress|name|locationlatitude|locationlongitude|locationaccuracy",
    LASNA_FIELD_NONE,
    TRUE },
  /* As a number the status is a sum: 1 for a preview, 2 for a test, 8 for spam, 16 for offline. */
  { "status",
    LASNA_FIELD_NONE,
    .trials = "survey preview|survey test|offline survey preview|survey preview spam|"
              "1|2|3|9|10|17|18|25|26" },
  { "distributionchannel", LASNA_FIELD_NONE, .trials = "preview|test" },
  { "progress|duration in seconds|finished|responseset", LASNA_FIELD_NONE },
};

static gboolean
has_import_ids (const LasnaSample *sample, guint row)
{
  for (guint i = 0; i < sample->width; i++)
    {
      const char *cell = lasna_sample_get (sample, row, i);

      if (*cell == '{' && strstr (cell, "ImportId") != NULL)
        return TRUE;
    }
  return FALSE;
}

/* People often cut the row of import ids away, and that of the texts with it. */
static guint
recognise (const LasnaSample *sample)
{
  const char *below;
  guint end;

  if (has_import_ids (sample, 2))
    return 3;
  if (has_import_ids (sample, 1))
    return 2;
  if (lasna_sample_find (sample, 0, "v1", NULL) && lasna_sample_find (sample, 0, "v2", NULL) &&
      lasna_sample_find (sample, 1, "responseid", NULL))
    return 2;
  if (!lasna_sample_find (sample, 0, "responseid", NULL) ||
      !lasna_sample_find (sample, 0, "recordeddate", NULL) ||
      !lasna_sample_find (sample, 0, "enddate", &end))
    return 0;
  below = lasna_sample_get (sample, 1, end);
  return *below == '\0' || lasna_date_is_day (below) ? 1 : 2;
}

/* The import id of a typed answer ends in TEXT, or holds it before the id of a topic. */
static gboolean
is_text (const LasnaSample *sample, guint header_rows, guint column)
{
  const char *cell = lasna_sample_get (sample, header_rows - 1, column);

  return *cell == '{' && (strstr (cell, "_TEXT\"") != NULL || strstr (cell, "-TEXT'") != NULL);
}

const LasnaDialect lasna_dialect_qualtrics = {
  .id = "qualtrics",
  .title = "Qualtrics",
  .recognise = recognise,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .is_text = is_text,
  .has_questions = TRUE,
  .has_texts_below = TRUE,
  .negatives_are_codes = TRUE,
};
