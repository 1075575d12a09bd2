/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Practice of empathy: a row of empathy_log.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_EMPATHY_LOG (lasna_empathy_log_get_type ())
LASNA_DECLARE_RECORD (LasnaEmpathyLog, lasna_empathy_log, EMPATHY_LOG)

G_END_DECLS
