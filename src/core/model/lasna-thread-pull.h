/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step along a thread: a row of thread_pull.
 */
#pragma once

#include "lasna-record.h"

G_BEGIN_DECLS

#define LASNA_TYPE_THREAD_PULL (lasna_thread_pull_get_type ())
LASNA_DECLARE_RECORD (LasnaThreadPull, lasna_thread_pull, THREAD_PULL)

G_END_DECLS
