/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of dialects.
 */
#include "config.h"

#include "lasna-dialect.h"

#include "lasna-fold.h"
#include "lasna-number-reader.h"

/* The surest marks first; the generic one takes what is left. */
static const LasnaDialect *const dialects[] = {
  &lasna_dialect_lasna,           &lasna_dialect_qualtrics,       &lasna_dialect_typeform,
  &lasna_dialect_limesurvey,      &lasna_dialect_play_console,    &lasna_dialect_trustpilot,
  &lasna_dialect_google_business, &lasna_dialect_microsoft_forms, &lasna_dialect_surveymonkey,
  &lasna_dialect_google_forms,    &lasna_dialect_generic,
};

/**
 * lasna_dialect_guess:
 * @header_rows: (out): how many rows are headers
 *
 * Returns: (transfer none): the dialect of the sample
 */
const LasnaDialect *
lasna_dialect_guess (const LasnaSample *sample, guint *header_rows)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++)
    {
      *header_rows = dialects[i]->recognise (sample);
      if (*header_rows > 0)
        return dialects[i];
    }
  *header_rows = 1;
  return &lasna_dialect_generic;
}

/**
 * lasna_dialect_from_id:
 *
 * Returns: (transfer none) (nullable): the dialect that @id names
 */
const LasnaDialect *
lasna_dialect_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++)
    if (g_ascii_strcasecmp (dialects[i]->id, id) == 0)
      return dialects[i];
  return NULL;
}

/**
 * lasna_dialect_is_no_date:
 *
 * Returns: whether a cell of a column of dates tells none
 */
gboolean
lasna_dialect_is_no_date (const LasnaDialect *self, const char *cell)
{
  return lasna_cell_is_missing (cell) || g_strcmp0 (cell, self->no_date) == 0;
}

/**
 * lasna_dialect_find_column:
 *
 * Returns: (transfer none) (nullable): what the dialect knows of a column, by any of its headers
 *   or by its place
 */
const LasnaDialectColumn *
lasna_dialect_find_column (const LasnaDialect *self,
                           const LasnaSample *sample,
                           guint header_rows,
                           guint column)
{
  for (guint row = 0; row < header_rows; row++)
    {
      g_autofree char *header = lasna_sample_dup_folded (sample, row, column);

      for (guint i = 0; i < self->n_columns; i++)
        if (lasna_fold_is_listed (header, self->columns[i].headers))
          return &self->columns[i];
    }
  return self->by_place != NULL ? self->by_place (sample, column) : NULL;
}
