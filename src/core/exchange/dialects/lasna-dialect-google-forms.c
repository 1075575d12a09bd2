/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Google Forms, from the form itself or from the sheet that is linked with it.
 */
#include "config.h"

#include "lasna-dialect.h"

#include "lasna-date-reader.h"

#include <string.h>

/* The first header in the languages in which it was seen, and in ours. */
#define TIMESTAMP                                                                                  \
  "timestamp|aikaleima|tidsstampel|tidstampel|zeitstempel|horodateur|marca temporal|"              \
  "carimbo de data hora|informazioni cronologiche|tijdstempel|"                                    \
  "casova peciatka|casove razitko|sygnatura czasowa|tidsstempel"

static const LasnaDialectColumn columns[] = {
  { TIMESTAMP, LASNA_FIELD_DATE },
  { "email address|username|e mail address|sahkopostiosoite|e postadress", LASNA_FIELD_NONE, TRUE },
};

static const LasnaDialectColumn place_of_time = { NULL, LASNA_FIELD_DATE };

/* The sheet's header in scripts that folding leaves as they are. */
static gboolean
is_other_timestamp (const char *header)
{
  static const char *const headers[] = {
    "타임스탬프", "タイムスタンプ", "时间戳记", "時間戳記", "Отметка времени"
  };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    if (g_str_has_prefix (header, headers[i]))
      return TRUE;
  return FALSE;
}

/* Other programs call a column "timestamp" too, but write it as ISO 8601 says. A Swedish sheet does
 * so as well, under a Swedish header.
 */
static gboolean
has_times (const LasnaSample *sample)
{
  g_autofree char *header = lasna_sample_dup_folded (sample, 0, 0);
  gboolean is_shared = strcmp (header, "timestamp") == 0;

  for (guint row = 1; row < sample->rows->len; row++)
    {
      const char *cell = lasna_sample_get (sample, row, 0);
      LasnaWhen when;

      if (*cell == '\0')
        continue;
      if (!lasna_date_read (cell, LASNA_DATE_ANY, &when) || when.second < 0 ||
          (is_shared && cell[4] == '-'))
        return FALSE;
    }
  return TRUE;
}

static guint
recognise (const LasnaSample *sample)
{
  guint column;

  if (is_other_timestamp (lasna_sample_get (sample, 0, 0)))
    return 1;
  return lasna_sample_find (sample, 0, TIMESTAMP, &column) && column == 0 && has_times (sample);
}

static const LasnaDialectColumn *
by_place (const LasnaSample *sample, guint column)
{
  return column == 0 ? &place_of_time : NULL;
}

const LasnaDialect lasna_dialect_google_forms = {
  .id = "google-forms",
  .title = "Google Forms",
  .recognise = recognise,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .by_place = by_place,
  .has_questions = TRUE,
};
