/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Voice: a row of feedback.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_VOICE (lasna_voice_get_type ())
LASNA_DECLARE_RECORD (LasnaVoice, lasna_voice, VOICE)

const char *lasna_voice_get_confidence (LasnaVoice *self);
double lasna_voice_get_response_hours (LasnaVoice *self);

G_END_DECLS
