/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Action: a row of action.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_ACTION (lasna_action_get_type ())
LASNA_DECLARE_RECORD (LasnaAction, lasna_action, ACTION)

G_END_DECLS
