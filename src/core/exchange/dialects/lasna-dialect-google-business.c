/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reviews of Google Business Profile, flattened to a table.
 */
#include "config.h"

#include "lasna-dialect.h"

static const LasnaDialectColumn columns[] = {
  { "createtime|create time", LASNA_FIELD_DATE },
  { "reviewid|review id", LASNA_FIELD_ID },
  { "starrating|star rating", LASNA_FIELD_SCORE, FALSE, 1, 5 },
  { "comment", LASNA_FIELD_COMMENT },
  { "reviewer|displayname|reviewer displayname", LASNA_FIELD_NONE, TRUE },
};

static guint
recognise (const LasnaSample *sample)
{
  return lasna_sample_find (sample, 0, "starrating", NULL) &&
         lasna_sample_find (sample, 0, "createtime", NULL);
}

const LasnaDialect lasna_dialect_google_business = {
  .id = "google-business",
  .title = "Google Business Profile",
  .recognise = recognise,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
