/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head of a stage on the map: number, title, contact situation.
 */
#pragma once

#include "lasna-tile.h"

G_BEGIN_DECLS

#define LASNA_TYPE_STAGE_HEAD (lasna_stage_head_get_type ())
G_DECLARE_FINAL_TYPE (LasnaStageHead, lasna_stage_head, LASNA, STAGE_HEAD, LasnaTile)

GtkWidget *lasna_stage_head_new (LasnaRecord *stage, guint number, guint n_stages);

G_END_DECLS
