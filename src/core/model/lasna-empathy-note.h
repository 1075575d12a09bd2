/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Empathy note: a row of empathy_note.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_EMPATHY_NOTE (lasna_empathy_note_get_type ())
LASNA_DECLARE_RECORD (LasnaEmpathyNote, lasna_empathy_note, EMPATHY_NOTE)

gboolean lasna_empathy_note_is_imagined (LasnaEmpathyNote *self);

G_END_DECLS
