/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reviews of Trustpilot.
 */
#include "config.h"

#include "lasna-dialect.h"

static const LasnaDialectColumn columns[] = {
  { "review created utc|review created", LASNA_FIELD_DATE },
  { "review id", LASNA_FIELD_ID },
  { "review stars", LASNA_FIELD_SCORE, FALSE, 1, 5 },
  { "review title", LASNA_FIELD_COMMENT },
  { "review content", LASNA_FIELD_COMMENT },
  { "review language", LASNA_FIELD_LANGUAGE },
  { "review username|review consumer user id|reference id|reference number",
    LASNA_FIELD_NONE,
    TRUE },
  { "source of review|tags|company reply date utc|company reply|company response",
    LASNA_FIELD_NONE },
};

static guint
recognise (const LasnaSample *sample)
{
  return lasna_sample_find (sample, 0, "review id", NULL) &&
         lasna_sample_find (sample, 0, "review stars", NULL);
}

const LasnaDialect lasna_dialect_trustpilot = {
  .id = "trustpilot",
  .title = "Trustpilot",
  .recognise = recognise,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
