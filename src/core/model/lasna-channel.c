/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own channel.
 */
#include "config.h"

#include "lasna-channel.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_TEXT ("code", N_ ("Code"), LASNA_REQUIRED),
  LASNA_TERM ("channel-group", N_ ("Group"), "channel-group", NULL, 0),
  LASNA_TEXT ("title", N_ ("Title"), LASNA_REQUIRED),
  LASNA_TERM ("direct", N_ ("Direct or indirect"), "directness", NULL, 0),
  LASNA_TERM ("availability", N_ ("Availability"), "availability", NULL, 0),
  LASNA_TERMS ("carries", N_ ("Carries"), "carries", 0),
  LASNA_TERM ("purpose", N_ ("Purpose"), "purpose", NULL, 0),
};

LASNA_DEFINE_RECORD (LasnaChannel, lasna_channel, "channel", N_ ("Own channel"), properties)
