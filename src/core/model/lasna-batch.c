/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Import.
 */
#include "config.h"

#include "lasna-batch.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("name", N_ ("File"), LASNA_REQUIRED),
  LASNA_TEXT ("source-hash", N_ ("Fingerprint of the file"), 0),
  LASNA_TERM ("state", N_ ("State"), "batch-state", "batch.importing", LASNA_REQUIRED),
  LASNA_FLAG ("undone", N_ ("Undone"), 0),
  LASNA_INTEGER ("voices", N_ ("Voices"), 0, 1000000000000, NULL, 0),
  LASNA_INTEGER ("skipped", N_ ("Skipped rows"), 0, 1000000000000, NULL, 0),
  LASNA_TIME ("imported-at", N_ ("Imported"), 0),
  LASNA_INTEGER ("asked", N_ ("How many were asked"), 0, 1000000000000, NULL, 0),
  LASNA_INTEGER ("undelivered", N_ ("Not delivered"), 0, 1000000000000, NULL, 0),
  LASNA_INTEGER ("not-meant", N_ ("Asked by mistake"), 0, 1000000000000, NULL, 0),
  LASNA_INTEGER ("began", N_ ("Began to answer"), 0, 1000000000000, NULL, 0),
};

LASNA_DEFINE_RECORD (LasnaBatch, lasna_batch, "batch", N_ ("Import"), properties)
