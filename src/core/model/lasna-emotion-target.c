/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Emotional target.
 */
#include "config.h"

#include "lasna-emotion-target.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_POSITION (),
  LASNA_REFERENCE ("stage", N_ ("Stage"), "stage", LASNA_OWNER),
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "touchpoint", LASNA_OWNER),
  LASNA_TERM ("emotion", N_ ("Emotion"), "emotion", NULL, LASNA_REQUIRED),
  LASNA_TERM ("kind", N_ ("Kind"), "target-kind", "target.desired", LASNA_REQUIRED),
  LASNA_FLAG ("is-main", N_ ("Main feeling of the stage"), 0),
};

LASNA_DEFINE_RECORD (
    LasnaEmotionTarget, lasna_emotion_target, "emotion_target", N_ ("Emotional target"), properties)
