/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lanes of a journey as text: what a grid or a page says in one cell, and what a cell that was
 * read makes of a stage.
 */
#pragma once

#include "lasna-workbook.h"

G_BEGIN_DECLS

guint lasna_journey_lanes_get_n (void);
gboolean lasna_journey_lanes_find (const char *name, guint *lane);
const char *lasna_journey_lane_get_name (guint lane, LasnaLanguage language);
char *lasna_journey_lane_dup_cell (guint lane,
                                   LasnaRecord *stage,
                                   LasnaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
gboolean
lasna_journey_lane_take_cell (guint lane, LasnaRecord *stage, const char *text, GError **error);

G_END_DECLS
