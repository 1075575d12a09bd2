/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Journey: a row of journey.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_JOURNEY (lasna_journey_get_type ())
LASNA_DECLARE_RECORD (LasnaJourney, lasna_journey, JOURNEY)

gboolean lasna_journey_lacks_after_service (LasnaJourney *self);

G_END_DECLS
