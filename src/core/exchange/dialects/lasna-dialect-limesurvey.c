/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * LimeSurvey, with headers as texts, as codes or as both.
 */
#include "config.h"

#include "lasna-dialect.h"

#include "lasna-date-reader.h"
#include "lasna-fold.h"
#include "lasna-number-reader.h"

#include <string.h>

enum
{
  RESPONSE_ID,
  SUBMITTED,
  LAST_ACTION,
  STARTED,
  LANGUAGE,
  LAST_PAGE,
  OTHERS,
};

static const LasnaDialectColumn columns[] = {
  [RESPONSE_ID] = { "response id|id|vastauksen tunnus|svars id|antwort id|id de la reponse|"
                    "id de respuesta",
                    LASNA_FIELD_ID },
  [SUBMITTED] = { "date submitted|submitdate|datum abgeschickt|date de soumission|fecha de envio",
                  LASNA_FIELD_DATE },
  [LAST_ACTION] = { "date last action|datestamp|datum letzte aktivitat|"
                    "date de la derniere action|fecha de la ultima accion",
                    LASNA_FIELD_DATE,
                    .rank = 1 },
  [STARTED] = { "date started|startdate|datum gestartet|date de lancement|fecha de inicio",
                LASNA_FIELD_DATE,
                .rank = 2 },
  [LANGUAGE] = { "start language|startlanguage|start sprache|langue de depart|lenguaje inicial",
                 LASNA_FIELD_LANGUAGE },
  [LAST_PAGE] = { "last page|lastpage|letzte seite|derniere page|ultima pagina", LASNA_FIELD_NONE },
  [OTHERS] = { "ip address|ipaddr|referrer url|refurl|weiterleitungs url|url referente|token|"
               "access code",
               LASNA_FIELD_NONE,
               TRUE },
  { "seed", LASNA_FIELD_NONE },
};

/* What every export begins with, also in languages whose headers are not known. */
static const guint places[] = { RESPONSE_ID, SUBMITTED, LAST_PAGE, LANGUAGE };

/* The tool's own columns stand before this one. */
#define OWN_COLUMNS 9

/* "submitdate", or before a text: "submitdate. Date submitted". */
static gboolean
is_called (const LasnaSample *sample, guint row, guint column, guint which)
{
  const char *header = lasna_sample_get (sample, row, column);
  const char *text = strstr (header, ". ");
  g_autofree char *code = text != NULL ? g_strndup (header, text - header) : g_strdup (header);
  g_autofree char *folded = lasna_fold (code);

  return lasna_fold_is_listed (folded, columns[which].headers);
}

static gboolean
has_column (const LasnaSample *sample, guint row, guint which)
{
  for (guint i = 0; i < MIN (sample->width, OWN_COLUMNS); i++)
    if (is_called (sample, row, i, which))
      return TRUE;
  return FALSE;
}

/* "en", "pt-BR", "de-informal". */
static gboolean
is_language (const char *cell)
{
  gsize length = strspn (cell, "abcdefghijklmnopqrstuvwxyz");

  return (length == 2 || length == 3) && (cell[length] == '\0' || cell[length] == '-');
}

/* How many columns between the language and @end hold times. */
static guint
count_times (const LasnaSample *sample, guint end)
{
  guint n_times = 0;

  for (guint i = G_N_ELEMENTS (places); i < end; i++)
    n_times += lasna_sample_column_is (sample, 1, i, lasna_date_is_time);
  return n_times;
}

/* Other tables, too, have a number, a time, a page and a language, but not when each answer was
 * begun and when it was last changed.
 */
static gboolean
has_places (const LasnaSample *sample)
{
  return lasna_sample_column_is (sample, 1, 0, lasna_cell_is_digits) &&
         lasna_sample_column_is (sample, 1, 1, lasna_date_is_time) &&
         lasna_sample_column_is (sample, 1, 2, lasna_cell_is_digits) &&
         lasna_sample_column_is (sample, 1, 3, is_language) &&
         count_times (sample, OWN_COLUMNS) == 2;
}

/* An export that is meant to be read in again has codes under its texts. */
static guint
recognise (const LasnaSample *sample)
{
  for (guint row = 2; row-- > 0;)
    if ((has_column (sample, row, SUBMITTED) &&
         (has_column (sample, row, LAST_PAGE) || has_column (sample, row, LANGUAGE))) ||
        (has_column (sample, row, RESPONSE_ID) && has_column (sample, row, LAST_PAGE) &&
         has_column (sample, row, LANGUAGE)))
      return row + 1;
  return has_places (sample);
}

static const LasnaDialectColumn *
by_place (const LasnaSample *sample, guint column)
{
  if (column >= OWN_COLUMNS)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (is_called (sample, 0, column, i))
      return &columns[i];
  if (!has_places (sample))
    return NULL;
  if (column < G_N_ELEMENTS (places))
    return &columns[places[column]];
  if (!lasna_sample_column_is (sample, 1, column, lasna_date_is_time))
    return NULL;
  return &columns[count_times (sample, column) == 0 ? STARTED : LAST_ACTION];
}

const LasnaDialect lasna_dialect_limesurvey = {
  .id = "limesurvey",
  .title = "LimeSurvey",
  .recognise = recognise,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .by_place = by_place,
  .has_questions = TRUE,
  .no_date = "1980-01-01 00:00:00", /* of surveys that keep no times */
};
