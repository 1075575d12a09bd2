/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Departure: a row of departure.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_DEPARTURE (lasna_departure_get_type ())
LASNA_DECLARE_RECORD (LasnaDeparture, lasna_departure, DEPARTURE)

G_END_DECLS
