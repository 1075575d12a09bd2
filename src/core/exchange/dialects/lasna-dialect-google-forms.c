/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Google Forms, from the form itself or from the sheet that is linked with it.
 */
#include "config.h"

#include "lasna-dialect.h"

#include "lasna-date-reader.h"
#include "lasna-fold.h"

#include <string.h>

/* The first header in the languages of Google. */
static const char *const timestamps[] = {
  "Timestamp",         "Aikaleima",       "Tidstämpel",
  "Tidsstämpel",       "Tidsstempel",     "Tidsmerke",
  "Tímastimpill",      "Zeitstempel",     "Horodateur",
  "Marca temporal",    "Marca de temps",  "Carimbo de data/hora",
  "Tijdstempel",       "Ajatempel",       "Informazioni cronologiche",
  "Sygnatura czasowa", "Časová značka",   "Časové razítko",
  "Časová pečiatka",   "Časovni žig",     "Vremenska oznaka",
  "Временска ознака",  "Időbélyeg",       "Marcaj de timp",
  "Marcaj temporal",   "Laiko žymė",      "Laika zīmogs",
  "Zaman damgası",     "Cap waktu",       "Stempel waktu",
  "Cap masa",          "Dấu thời gian",   "Отметка времени",
  "Позначка часу",     "Клеймо за време", "Χρονική σήμανση",
  "חותמת זמן",         "طابع زمني",       "الطابع الزمني",
  "ประทับเวลา",         "टाइमस्टैम्प",        "타임스탬프",
  "タイムスタンプ",    "时间戳记",        "時間戳記",
};

static const LasnaDialectColumn columns[] = {
  { "email address|username|e mail address|sahkopostiosoite|e postadress", LASNA_FIELD_NONE, TRUE },
};

static const LasnaDialectColumn place_of_time = { NULL, LASNA_FIELD_DATE };

static gboolean
is_timestamp (const char *header)
{
  g_autofree char *folded = lasna_fold (header);

  for (guint i = 0; i < G_N_ELEMENTS (timestamps); i++)
    {
      g_autofree char *name = lasna_fold (timestamps[i]);

      if (strcmp (folded, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* As the form itself writes times, whatever it calls them: "2025/06/23 5:42:25 PM GMT+3". */
static gboolean
is_time_of_form (const char *cell)
{
  LasnaWhen when;

  return lasna_date_read (cell, LASNA_DATE_YMD, &when) && when.second >= 0 && cell[4] == '/' &&
         *when.zone != '\0';
}

/* Other programs call a column "timestamp" too, but mostly write it as ISO 8601 says, and the
 * header small. A sheet has such times where its language is Swedish or where it was saved by a
 * spreadsheet.
 */
static gboolean
has_times (const LasnaSample *sample)
{
  gboolean is_shared = strcmp (lasna_sample_get (sample, 0, 0), "timestamp") == 0;

  for (guint row = 1; row < sample->rows->len; row++)
    {
      const char *cell = lasna_sample_get (sample, row, 0);
      LasnaWhen when;

      if (*cell == '\0')
        continue;
      if (!lasna_date_read (cell, LASNA_DATE_ANY, &when) || when.second < 0 ||
          (cell[4] == '-' && (is_shared || *when.zone != '\0')))
        return FALSE;
    }
  return TRUE;
}

static guint
recognise (const LasnaSample *sample)
{
  return (is_timestamp (lasna_sample_get (sample, 0, 0)) && has_times (sample)) ||
         lasna_sample_column_is (sample, 1, 0, is_time_of_form);
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
