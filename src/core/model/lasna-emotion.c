/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own emotion.
 */
#include "config.h"

#include "lasna-emotion.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("code", N_ ("Code"), LASNA_REQUIRED),
  LASNA_TERM ("cluster", N_ ("Cluster"), "cluster", NULL, 0),
  LASNA_TEXT ("label", N_ ("Label"), 0),
  LASNA_INTEGER ("valence", N_ ("Valence"), -2, 2, NULL, 0),
};

LASNA_DEFINE_RECORD (LasnaEmotion, lasna_emotion, "emotion", N_ ("Own emotion"), properties)
