/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Promise: a row of promise.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PROMISE (lasna_promise_get_type ())
LASNA_DECLARE_RECORD (LasnaPromise, lasna_promise, PROMISE)

G_END_DECLS
