/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quality note: a row of quality_note.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_QUALITY_NOTE (lasna_quality_note_get_type ())
LASNA_DECLARE_RECORD (LasnaQualityNote, lasna_quality_note, QUALITY_NOTE)

G_END_DECLS
