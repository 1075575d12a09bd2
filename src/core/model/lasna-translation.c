/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Translation.
 */
#include "config.h"

#include "lasna-translation.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("table-name", N_ ("Table"), LASNA_REQUIRED),
  LASNA_INTEGER ("record", N_ ("Record"), 0, G_MAXINT64, NULL, LASNA_REQUIRED),
  LASNA_TEXT ("property", N_ ("Property"), LASNA_REQUIRED),
  LASNA_TERM ("language", N_ ("Language"), "language", NULL, LASNA_REQUIRED),
  LASNA_TEXT ("text", N_ ("Text"), LASNA_REQUIRED | LASNA_LONG),
};

LASNA_DEFINE_RECORD (
    LasnaTranslation, lasna_translation, "translation", N_ ("Translation"), properties)
