/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own emotion: a row of emotion.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_EMOTION (lasna_emotion_get_type ())
LASNA_DECLARE_RECORD (LasnaEmotion, lasna_emotion, EMOTION)

G_END_DECLS
