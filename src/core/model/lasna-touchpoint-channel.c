/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Channel of a touchpoint.
 */
#include "config.h"

#include "lasna-touchpoint-channel.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("touchpoint", N_ ("Touchpoint"), "touchpoint", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_TERM ("channel", N_ ("Channel"), "channel", NULL, LASNA_REQUIRED),
  LASNA_POSITION (),
};

LASNA_DEFINE_RECORD (LasnaTouchpointChannel,
                     lasna_touchpoint_channel,
                     "touchpoint_channel",
                     N_ ("Channel of a touchpoint"),
                     properties)
