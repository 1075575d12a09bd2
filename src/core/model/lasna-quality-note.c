/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quality note.
 */
#include "config.h"

#include "lasna-quality-note.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TERM ("kind", N_ ("Kind"), "note-kind", NULL, LASNA_REQUIRED),
  LASNA_TEXT ("text", N_ ("Text"), LASNA_REQUIRED | LASNA_LONG),
  LASNA_REFERENCE ("stage", N_ ("Stage"), "stage", 0),
  LASNA_TEXT ("evidence", N_ ("Evidence"), LASNA_LONG),
  LASNA_DATE ("date", N_ ("Date"), 0),
};

LASNA_DEFINE_RECORD (
    LasnaQualityNote, lasna_quality_note, "quality_note", N_ ("Quality note"), properties)
