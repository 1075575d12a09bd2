/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Touchpoint: a row of touchpoint.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_TOUCHPOINT (lasna_touchpoint_get_type ())
LASNA_DECLARE_RECORD (LasnaTouchpoint, lasna_touchpoint, TOUCHPOINT)

G_END_DECLS
