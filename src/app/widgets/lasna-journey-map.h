/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journey as a map: stages are columns, what they have are lanes.
 */
#pragma once

#include <gtk/gtk.h>

#include "lasna-journey.h"

G_BEGIN_DECLS

#define LASNA_TYPE_JOURNEY_MAP (lasna_journey_map_get_type ())
G_DECLARE_FINAL_TYPE (LasnaJourneyMap, lasna_journey_map, LASNA, JOURNEY_MAP, GtkWidget)

void lasna_journey_map_set_journey (LasnaJourneyMap *self, LasnaJourney *journey);
void lasna_journey_map_set_path (LasnaJourneyMap *self, GtkWidget *path);
LasnaRecord *lasna_journey_map_get_selected (LasnaJourneyMap *self);
void lasna_journey_map_select (LasnaJourneyMap *self, LasnaRecord *record);
LasnaRecord *lasna_journey_map_get_stage_in_view (LasnaJourneyMap *self);
gboolean lasna_journey_map_focus_record (LasnaJourneyMap *self, LasnaRecord *record);
void lasna_journey_map_reveal (LasnaJourneyMap *self, LasnaRecord *record);
gboolean lasna_journey_map_move_focus (LasnaJourneyMap *self, int across, int down);

G_END_DECLS
