/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Empathy note.
 */
#include "config.h"

#include "lasna-empathy-note.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("map", N_ ("Empathy map"), "empathy_map", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_POSITION (),
  LASNA_TERM ("field", N_ ("Field"), "empathy-map-field", NULL, LASNA_REQUIRED),
  LASNA_TEXT ("text", N_ ("Text"), LASNA_REQUIRED | LASNA_LONG),
  LASNA_REFERENCE ("feedback", N_ ("Voice"), "feedback", 0),
  LASNA_REFERENCE ("encounter", N_ ("Encounter"), "encounter", 0),
  LASNA_TERM ("evidence", N_ ("How we know"), "evidence", NULL, 0),
  LASNA_TEXT ("evidence-source", N_ ("Source"), 0),
  LASNA_DATE ("evidence-date", N_ ("Date of the source"), 0),
  LASNA_FLAG ("hidden-need", N_ ("A hidden need"), 0),
};

LASNA_DEFINE_RECORD (
    LasnaEmpathyNote, lasna_empathy_note, "empathy_note", N_ ("Empathy note"), properties)

/**
 * lasna_empathy_note_is_imagined:
 *
 * Returns: whether nothing that was said, met or observed stands behind the note, which is then
 *   drawn lighter
 */
gboolean
lasna_empathy_note_is_imagined (LasnaEmpathyNote *self)
{
  LasnaRecord *record = LASNA_RECORD (self);

  return lasna_record_get_reference_id (record, "feedback") == 0 &&
         lasna_record_get_reference_id (record, "encounter") == 0 &&
         g_strcmp0 (lasna_record_get_text (record, "evidence"), "evidence.observed") != 0;
}
