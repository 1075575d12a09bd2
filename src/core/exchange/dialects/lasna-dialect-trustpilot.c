/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reviews of Trustpilot.
 */
#include "config.h"

#include "lasna-dialect.h"

static const LasnaDialectColumn columns[] = {
  { "review created utc|review created|created at", LASNA_FIELD_DATE },
  { "review id|product review id", LASNA_FIELD_ID },
  { "review stars|stars", LASNA_FIELD_SCORE, FALSE, 1, 5 },
  { "review title", LASNA_FIELD_COMMENT },
  { "review content|content", LASNA_FIELD_COMMENT },
  { "review language", LASNA_FIELD_LANGUAGE },
  { "review username|review user name|review user email|review consumer user id|consumer name|"
    "reference id|reference number",
    LASNA_FIELD_NONE,
    TRUE },
  { "source of review|tags|company reply date utc|company reply|company response",
    LASNA_FIELD_NONE },
};

static guint
recognise (const LasnaSample *sample)
{
  return (lasna_sample_find (sample, 0, "review stars", NULL) &&
          lasna_sample_find (sample, 0, "review id|review created utc|review content", NULL)) ||
         (lasna_sample_find (sample, 0, "product review id", NULL) &&
          lasna_sample_find (sample, 0, "stars|review stars", NULL));
}

const LasnaDialect lasna_dialect_trustpilot = {
  .id = "trustpilot",
  .title = "Trustpilot",
  .recognise = recognise,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
