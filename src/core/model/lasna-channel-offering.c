/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Offered channel.
 */
#include "config.h"

#include "lasna-channel-offering.h"

#include <glib/gi18n-lib.h>

static const LasnaProperty properties[] = {
  LASNA_REFERENCE ("service", N_ ("Service"), "service", LASNA_REQUIRED | LASNA_OWNER),
  LASNA_TERM ("channel", N_ ("Channel"), "channel", NULL, LASNA_REQUIRED),
  LASNA_TERM ("state", N_ ("State"), "coverage-state", "coverage.missing", LASNA_REQUIRED),
  LASNA_FLAG ("is-main", N_ ("Main channel"), 0),
  LASNA_TERM ("plan", N_ ("Plan"), "channel-plan", NULL, 0),
  LASNA_REFERENCE ("owner", N_ ("Person in charge"), "person", 0),
  LASNA_INTEGER ("response-target-hours", N_ ("Promised response, hours"), 0, 8760, NULL, 0),
  LASNA_INTEGER ("tech-sound", N_ ("Quality of sound"), 0, 3, NULL, 0),
  LASNA_INTEGER ("tech-picture", N_ ("Quality of picture"), 0, 3, NULL, 0),
  LASNA_INTEGER ("tech-connection", N_ ("Quality of connection"), 0, 3, NULL, 0),
  LASNA_TEXT ("address", N_ ("Address"), 0),
  LASNA_DATE ("last-tried-at", N_ ("Last tried"), 0),
  LASNA_TEXT ("last-tried-by", N_ ("Last tried by"), LASNA_PERSONAL),
};

LASNA_DEFINE_RECORD (LasnaChannelOffering,
                     lasna_channel_offering,
                     "channel_offering",
                     N_ ("Offered channel"),
                     properties)
