/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Emotional target: a row of emotion_target.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_EMOTION_TARGET (lasna_emotion_target_get_type ())
LASNA_DECLARE_RECORD (LasnaEmotionTarget, lasna_emotion_target, EMOTION_TARGET)

gboolean lasna_emotion_target_make_main (LasnaEmotionTarget *self, GError **error);

G_END_DECLS
