/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stage: a row of stage.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_STAGE (lasna_stage_get_type ())
LASNA_DECLARE_RECORD (LasnaStage, lasna_stage, STAGE)

G_END_DECLS
