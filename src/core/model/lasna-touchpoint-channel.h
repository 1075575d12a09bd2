/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Channel of a touchpoint: a row of touchpoint_channel.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_TOUCHPOINT_CHANNEL (lasna_touchpoint_channel_get_type ())
LASNA_DECLARE_RECORD (LasnaTouchpointChannel, lasna_touchpoint_channel, TOUCHPOINT_CHANNEL)

G_END_DECLS
