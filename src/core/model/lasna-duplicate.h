/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of journeys, stages and touchpoints with all that describes them.
 */
#pragma once

#include "lasna-journey.h"
#include "lasna-stage.h"
#include "lasna-touchpoint.h"

G_BEGIN_DECLS

LasnaJourney *lasna_duplicate_journey (LasnaJourney *journey, const char *title, GError **error);
LasnaStage *lasna_duplicate_stage (LasnaStage *stage, GError **error);
LasnaTouchpoint *lasna_duplicate_touchpoint (LasnaTouchpoint *touchpoint, GError **error);

G_END_DECLS
