/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Need of a channel: a row of channel_need.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHANNEL_NEED (lasna_channel_need_get_type ())
LASNA_DECLARE_RECORD (LasnaChannelNeed, lasna_channel_need, CHANNEL_NEED)

G_END_DECLS
