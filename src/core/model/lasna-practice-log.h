/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Practice of a week: a row of practice_log.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PRACTICE_LOG (lasna_practice_log_get_type ())
LASNA_DECLARE_RECORD (LasnaPracticeLog, lasna_practice_log, PRACTICE_LOG)

G_END_DECLS
