/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Offered channel: a row of channel_offering.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_CHANNEL_OFFERING (lasna_channel_offering_get_type ())
LASNA_DECLARE_RECORD (LasnaChannelOffering, lasna_channel_offering, CHANNEL_OFFERING)

G_END_DECLS
