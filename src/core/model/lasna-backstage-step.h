/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backstage step: a row of backstage_step.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_BACKSTAGE_STEP (lasna_backstage_step_get_type ())
LASNA_DECLARE_RECORD (LasnaBackstageStep, lasna_backstage_step, BACKSTAGE_STEP)

G_END_DECLS
