/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Promise check: a row of promise_check.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PROMISE_CHECK (lasna_promise_check_get_type ())
LASNA_DECLARE_RECORD (LasnaPromiseCheck, lasna_promise_check, PROMISE_CHECK)

G_END_DECLS
