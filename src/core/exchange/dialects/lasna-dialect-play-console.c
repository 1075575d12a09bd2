/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reviews of the Play Console.
 */
#include "config.h"

#include "lasna-dialect.h"

/* "Reviewer Language" is that of the device, not of the text. */
static const LasnaDialectColumn columns[] = {
  { "review submit date and time", LASNA_FIELD_DATE },
  { "review last update date and time", LASNA_FIELD_DATE, .rank = 1 },
  { "review link", LASNA_FIELD_ID },
  { "star rating", LASNA_FIELD_SCORE, FALSE, 1, 5 },
  { "review title", LASNA_FIELD_COMMENT },
  { "review text", LASNA_FIELD_COMMENT },
  { "reviewer language|device|developer reply text", LASNA_FIELD_NONE },
};

static guint
recognise (const LasnaSample *sample)
{
  return lasna_sample_find (sample, 0, "package name", NULL) &&
         lasna_sample_find (sample, 0, "star rating", NULL) &&
         lasna_sample_find (sample, 0, "review text", NULL);
}

const LasnaDialect lasna_dialect_play_console = {
  .id = "play-console",
  .title = "Play Console",
  .recognise = recognise,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
