/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own channel: a row of channel.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHANNEL (lasna_channel_get_type ())
LASNA_DECLARE_RECORD (LasnaChannel, lasna_channel, CHANNEL)

G_END_DECLS
