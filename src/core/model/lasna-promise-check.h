/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Promise check: a row of promise_check.
 */
#pragma once

#include "lasna-stage.h"
#include "lasna-touchpoint.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PROMISE_CHECK (lasna_promise_check_get_type ())
LASNA_DECLARE_RECORD (LasnaPromiseCheck, lasna_promise_check, PROMISE_CHECK)

LasnaPromiseCheck *lasna_promise_check_find (LasnaTouchpoint *touchpoint, const char *mode);
const char *lasna_promise_check_get_state (LasnaTouchpoint *touchpoint);
GPtrArray *lasna_promise_check_list (LasnaStage *stage,
                                     const char *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
