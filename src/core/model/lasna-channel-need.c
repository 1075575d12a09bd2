/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Need of a channel.
 */
#include "config.h"

#include "lasna-channel-need.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("segment", N_ ("Customer segment"), "segment", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_TERM ("channel", N_ ("Channel"), "channel", NULL, LASNA_REQUIRED),
  LASNA_TERM ("need", N_ ("Need"), "need", "need.likes", LASNA_REQUIRED),
};

LASNA_DEFINE_RECORD (
    LasnaChannelNeed, lasna_channel_need, "channel_need", N_ ("Need of a channel"), properties)
