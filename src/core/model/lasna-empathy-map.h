/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Empathy map: a row of empathy_map.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_EMPATHY_MAP (lasna_empathy_map_get_type ())
LASNA_DECLARE_RECORD (LasnaEmpathyMap, lasna_empathy_map, EMPATHY_MAP)

G_END_DECLS
