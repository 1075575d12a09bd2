/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Encounter: a row of encounter.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_ENCOUNTER (lasna_encounter_get_type ())
LASNA_DECLARE_RECORD (LasnaEncounter, lasna_encounter, ENCOUNTER)

G_END_DECLS
