/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Promise: a row of promise.
 */
#pragma once

#include "lasna-service.h"

G_BEGIN_DECLS

#define LASNA_TYPE_PROMISE (lasna_promise_get_type ())
LASNA_DECLARE_RECORD (LasnaPromise, lasna_promise, PROMISE)

gboolean lasna_promise_is_current (LasnaPromise *self);
LasnaPromise *lasna_promise_get_current (LasnaService *service);
LasnaPromise *
lasna_promise_renew (LasnaService *service, const char *sentence, const char *why, GError **error);

G_END_DECLS
