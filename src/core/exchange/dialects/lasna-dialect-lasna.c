/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voices as Läsnä itself writes them, in any of its languages.
 */
#include "config.h"

#include "lasna-dialect.h"

#include "lasna-export-columns.h"

static const LasnaExportColumn *
find_column (const LasnaSample *sample, guint column)
{
  return lasna_export_columns_find (lasna_sample_get (sample, 0, column));
}

static guint
recognise (const LasnaSample *sample)
{
  for (guint i = 0; i < sample->width; i++)
    {
      const LasnaExportColumn *column = find_column (sample, i);

      if (column != NULL && column->kind == LASNA_EXPORT_ID)
        return 1;
    }
  return 0;
}

static const LasnaDialectColumn *
by_place (const LasnaSample *sample, guint column)
{
  const LasnaExportColumn *found = find_column (sample, column);

  return found != NULL ? &found->reads
                       : lasna_export_find_question (lasna_sample_get (sample, 0, column));
}

const LasnaDialect lasna_dialect_lasna = {
  .id = "lasna",
  .title = "Läsnä",
  .recognise = recognise,
  .by_place = by_place,
  .read_question = lasna_export_read_question,
  .is_our_own = TRUE,
};
