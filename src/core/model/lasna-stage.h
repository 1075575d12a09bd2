/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stage: a row of stage.
 */
#pragma once

#include "lasna-hidden-stretch.h"

G_BEGIN_DECLS

#define LASNA_TYPE_STAGE (lasna_stage_get_type ())
LASNA_DECLARE_RECORD (LasnaStage, lasna_stage, STAGE)

gboolean lasna_stage_is_forest (LasnaStage *self);
LasnaHiddenStretch *lasna_stage_get_stretch (LasnaStage *self);
gboolean lasna_stage_asks_after_service (LasnaStage *self);

G_END_DECLS
